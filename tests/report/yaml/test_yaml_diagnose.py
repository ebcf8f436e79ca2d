"""Texts that are no YAML: the slip behind each, on the line where an editor made it."""

import pytest

from report.yaml.reader import read_tree

BELOW = "\n- id: b\n  zh: 乙\n"


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        # Colons
        ("- id: a\n  en: 2024: the baseline", "yaml-colon", 2),
        ("- id: a\n  zh：甲\n  en: x", "yaml-wide", 2),
        ("- id：a\n  zh: 甲", "yaml-wide", 1),
        ("- id:a\n  zh: 甲", "yaml-key", 1),
        ("- id: a\n  zh:甲", "yaml-key", 2),
        ("- id: a\n  zh: 甲\n  en", "yaml-no-colon", 3),
        # Quotation marks
        ('- id: a\n  zh: "甲\n  en: x\n  de: "y"', "yaml-quote", 2),
        ('- id: a\n  zh: "甲\n  en: x', "yaml-quote", 2),
        ("- id: a\n  en: 'reader's'", "yaml-quote-rest", 2),
        ('- id: a\n  zh: "甲"乙', "yaml-quote-rest", 2),
        ('- id: a\n  en: "a\\d"', "yaml-escape", 2),
        # Braces and brackets
        ("- id: a\n  zh: {x.2024} 个", "yaml-brace", 2),
        ("- id: a\n  zh: {x.2024}", "yaml-brace", 2),
        ("- id: a\n  zh: {term:x}年", "yaml-brace", 2),
        ("- id: a\n  zh: [甲](乙)", "yaml-brace", 2),
        ("- id: a\n  zh: [[x.2024]]个", "yaml-brace", 2),
        ("- id: a\n  s: {b: c, d: e\n  zh: 甲", "yaml-flow", 2),
        ("- id: a\n  s: [b, c", "yaml-flow", 2),
        ("- id: a\n  s: {b: c, d}", "yaml-comma", 2),
        ("- id: a\n  s:\n  - {zh:} 甲, en: x}", "yaml-key-bracket", 3),
        ("- id: a\n  s: {b: c, d:{ e}", "yaml-key-bracket", 2),
        # A list that says it is empty
        ("[]\n- id: a", "yaml-empty", 1),
        ("[] # none\n\n# 乙\n- id: a\n  zh: 甲", "yaml-empty", 1),
        ("- id: a\n[]", "yaml-empty", 2),
        ("{}\nid: a", "yaml-empty", 1),
        # Indentation
        ("- id: a\n  zh: 甲\n en: x", "yaml-indent", 3),
        ("- id: a\n  zh: 甲\n   en: x", "yaml-indent", 3),
        ("- id: a\n  zh: 甲\nen: x", "yaml-indent", 3),
        ("- id: a\n\tzh: 甲", "yaml-tab", 2),
        ("- id: a\n  zh:\n  \t en: x", "yaml-tab", 3),
        ("- id: a\n  en: >-\n  x y", "yaml-line", 3),
        # Characters with a meaning of their own
        ("- id: a\n  zh: @甲", "yaml-start", 2),
        ("- id: a\n  zh: %甲", "yaml-start", 2),
        ("- id: a\n  zh: `甲`", "yaml-start", 2),
        ("- id: a\n  zh: *甲", "yaml-start", 2),
        ("- id: a\n  zh: - 甲", "yaml-start", 2),
        ("- id: a\n  zh: > 甲", "yaml-start", 2),
        ("- id: a\n  zh: *a", "yaml-alias", 2),
        ("- id: a\n  zh: &a 甲", "yaml-alias", 2),
        ("- id: a\n  zh: !甲", "yaml-start", 2),
        ("- id: a\n  zh: !a 甲", "yaml-tag", 2),
        ("- id: a\n  en: !Of {b} and {c}", "yaml-start", 2),
        # Invisible characters
        ("- id: a\n \r   en: x\n  zh: 甲", "yaml-control", 2),
        ("- id: a\n  zh: 甲\x08", "yaml-control", 2),
        ("- id: a\n  zh: 甲\u2028乙", "yaml-control", 2),
        ("- id: a\r\n  zh: 甲\x00", "yaml-control", 2),
    ],
)
def test_the_slip_is_found_on_its_line(text: str, code: str, line: int) -> None:
    for whole in (text, text + "\n", text.replace("\n", "\r\n") + "\r\n", "# 注\n" + text):
        shift = 1 if whole.startswith("#") else 0
        problems = read_tree(whole, "x").problems
        assert [(problem.code, problem.line) for problem in problems] == [(code, line + shift)], whole


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("- id: a\n  en: 2024: the baseline", "yaml-colon", 2),
        ("- id: a\n  zh:甲", "yaml-key", 2),
        ("- id: a\n  zh: {x.2024} 个", "yaml-brace", 2),
        ("- id: a\n  s: {b: c, d: e", "yaml-flow", 2),
        ("- id: a\n  zh: @甲", "yaml-start", 2),
        ('- id: a\n  zh: "甲', "yaml-quote", 2),
    ],
)
def test_what_stands_below_does_not_move_it(text: str, code: str, line: int) -> None:
    problems = read_tree(text + BELOW, "x").problems
    assert [(problem.code, problem.line) for problem in problems] == [(code, line)]


def test_the_character_at_the_start_is_named() -> None:
    problems = [read_tree(f"zh: {text}", "x").problems[0] for text in ("@甲", "*甲", "- 甲", "`甲`")]
    assert [problem.values["character"] for problem in problems] == ["@", "*", "-", "`"]
