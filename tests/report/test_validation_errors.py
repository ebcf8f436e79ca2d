"""What a model refuses, told by its cause: one problem a slip, on the line of the offending key."""

from typing import Annotated, Any

import pytest
from pydantic import BaseModel, Field, ValidationError

from report.model import Correction, Edition, Erratum, Excuse, Figure, Locator, PageWords, Plan, Term, Text
from report.problems import Problem
from report.validation_errors import validation_problems
from report.yaml.reader import read_tree


def problems_of(model: type[BaseModel], text: str) -> list[Problem]:
    """The problems of the first entry of a list."""
    tree = read_tree(text, "data/x.yml")
    assert not tree.problems
    try:
        model.model_validate(tree.data[0])
    except ValidationError as error:
        return validation_problems(tree, model, (0,), error.errors(include_url=False))
    return []


def told(model: type[BaseModel], text: str) -> list[tuple[int, str, str]]:
    return [(problem.line, problem.path, problem.code) for problem in problems_of(model, text)]


TERM = "- id: a\n  kind: term\n  zh: 甲\n  en: x\n"


@pytest.mark.parametrize(
    ("model", "text", "expected"),
    [
        (Term, TERM, []),
        (Term, TERM.replace("  en: x\n", ""), [(1, "a: en", "missing-language")]),
        (Term, TERM.replace("  zh: 甲\n  en: x\n", ""), [(2, "a: zh", "missing"), (2, "a: en", "missing")]),
        (Term, TERM.replace("x", '""'), [(4, "a: en", "empty")]),
        (Term, TERM.replace("x", '"  "'), [(4, "a: en", "empty")]),
        (Term, TERM.replace("term", ""), [(2, "a: kind", "empty-optional")]),
        (Term, TERM + "  forms:\n    en:\n", [(6, "a: forms.en", "empty-optional")]),
        (Term, TERM + "  forms: y\n", [(5, "a: forms", "wrong-type")]),
        (Term, TERM + "  forms:\n    en: y\n", [(6, "a: forms.en", "wrong-type")]),
        (Term, TERM + "  note: 注\n", [(5, "a: note", "text-one-language")]),
        (Term, TERM + "  note:\n    zh: 注\n    en: n\n", [(5, "a: note", "note-source")]),
        (Term, TERM.replace("kind", "knid"), [(2, "a: knid", "unknown-key")]),
        (Term, TERM.replace("kind", "colour"), [(2, "a: colour", "unknown-key")]),
        (Term, "- a\n", [(1, "[1]", "wrong-type")]),
        (Term, "- - a\n", [(1, "[1]", "wrong-type")]),
        (Text, "- zh:\n    en: x\n  en: y\n", [(1, "[1].zh", "wrong-type")]),
        (Locator, "- {article: a, section: 甲, paragraph: 0, sentence: 1}\n", [(1, "[1].paragraph", "not-whole")]),
        (Locator, "- {article: a, section: 甲, paragraph: 1, sentence: 一}\n", [(1, "[1].sentence", "not-whole")]),
        (Locator, "- article: A b\n  section: 甲\n  paragraph: 1\n  sentence: 1\n", [(1, "[1].article", "not-an-id")]),
        (PageWords, "- id: a\n  place: top\n", [(2, "a: place", "not-allowed")]),
        (PageWords, "- id: a\n  sections:\n  - id: b\n    titel: x\n", [(4, "b: titel", "unknown-key")]),
    ],
)
def test_what_is_told(model: type[BaseModel], text: str, expected: list[tuple[int, str, str]]) -> None:
    assert sorted(told(model, text)) == sorted(expected)


PERIOD = """\
- id: a.2024
  indicator: a
  theme: t
  label: &
  stated: 1家
  quote: 1家
  measure: count
  status: reported
  scope: &
  sources:
  - {article: a, section: 甲, paragraph: 1, sentence: 1}
  period:
""".replace(" &", "\n    zh: 甲\n    en: x")


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ("year: 2024", []),
        ("year: 2024\n    compared_with: 2023", []),
        ("assessed: not-stated\n    reported: 2024", []),
        ("assessed: 2023\n    reported: 2024\n    inferred: period", []),
        ("assessed: unknown\n    reported: 2024", ["not-any"]),
        ("assessed: not-state\n    reported: 2024", ["not-any"]),
        ("assessed:\n    reported: 2024", ["empty-optional"]),
        ("assessed: 2023", ["period-form"]),
        ("year: 2024\n    within: 2025", ["period-form"]),
        ("inferred: year", ["period-form"]),
        ("yaer: 2024", ["unknown-key"]),
        ("year: 24", ["not-whole"]),
        ("year: 二〇二四", ["not-whole"]),
        ("cumulative_to: 2026-02-30", ["not-a-date"]),
        ("cumulative_to: 5 February 2026", ["not-a-date"]),
        ("through: 2024\n    years: 0", ["not-whole"]),
        ("year: [2024]", ["not-whole"]),
        ("year: 2024\n    inferred: month", ["not-allowed"]),
    ],
)
def test_a_slip_in_a_period_is_one_problem(period: str, expected: list[str]) -> None:
    assert [problem.code for problem in problems_of(Figure, f"{PERIOD}    {period}\n")] == expected


def test_alternatives_are_told_together() -> None:
    (problem,) = problems_of(Figure, f"{PERIOD}    assessed: soon\n    reported: 2024\n")
    assert problem.expected == "a whole number from 1900 to 2100; or one of: not-stated"
    assert (problem.got, problem.line, problem.path) == ("soon", 17, "a.2024: period.assessed")


@pytest.mark.parametrize("noun", ["hospital", "[hospital]", "[[a, b], [c]]", "[a, b, c]", "[a, '']"])
def test_a_noun_is_shown_as_it_was_written(noun: str) -> None:
    text = PERIOD.replace("  period:", f"  noun:\n    en: {noun}\n  period:") + "    year: 2024\n"
    (problem,) = problems_of(Figure, text)
    assert (problem.code, problem.got) == ("noun-form", noun.replace("''", '""'))


def test_values_are_shown_as_an_editor_writes_them() -> None:
    (problem,) = problems_of(Text, "- zh: [甲, {乙: 丙}]\n  en: x\n")
    assert problem.render() == (
        "data/x.yml:1: [1].zh: a list where text is expected\n"
        "  expected: The Chinese text, which prevails.\n"
        "  got: [甲, {乙: 丙}]\n"
        "  hint: compare a neighbouring entry that works / 提示：请对照相邻的正确条目"
    )


def test_a_mistyped_key_is_not_told_a_second_time_as_missing() -> None:
    text = "- sorce: {article: a, section: 甲, paragraph: 1, sentence: 1}\n  reason: preamble\n"
    (problem,) = problems_of(Excuse, text)
    assert problem.message == "unknown key; did you mean source?"
    assert problem.path == "[1].sorce"


def test_a_repeat_without_its_entry_is_told_at_its_reason() -> None:
    text = "- source: {article: a, section: 甲, paragraph: 1, sentence: 1}\n  reason: repeats\n"
    assert told(Excuse, text) == [(2, "[1].reason", "excuse-of")]


def test_each_problem_of_an_entry_is_told() -> None:
    text = "- date: today\n  entry: B\n  old:\n  new: x\n  reason:\n    zh: 甲\n"
    assert told(Correction, text) == [
        (1, "[1].date", "not-a-date"),
        (2, "[1].entry", "not-an-id"),
        (3, "[1].old", "empty"),
        (4, "[1].new", "text-one-language"),
        (5, "[1].reason.en", "missing-language"),
    ]


@pytest.mark.parametrize("model", [Edition, Figure, Plan, Term, Erratum, PageWords])
@pytest.mark.parametrize("entry", ["- ''", "- []", "- {}", "- [[]]", "- x", "- {id: [1]}", "- {zh: {}}", "- ? a"])
def test_nothing_raises(model: type[BaseModel], entry: str) -> None:
    for problem in problems_of(model, entry):
        assert problem.render().count("\n") >= 1


def test_a_model_of_tomorrow_is_told_of_in_general_words() -> None:
    """An error that no wording knows yet still says what is expected and what stands there."""

    class Palette(BaseModel):
        colour: Annotated[str, Field(pattern="^#", description="A colour.")]

    problem = problems_of(Palette, "- colour: red\n")[0]
    assert (problem.code, problem.expected, problem.got) == ("malformed", "A colour.", "red")


def test_errors_of_other_origin_are_placed_too() -> None:
    tree = read_tree("- a: 1\n", "data/x.yml")
    error: dict[str, Any] = {"type": "new_kind", "loc": (0, "a", "tagged-union"), "input": "1"}
    problems = validation_problems(tree, Text, (), [error])
    assert [(problem.line, problem.code) for problem in problems] == [(1, "malformed")]
