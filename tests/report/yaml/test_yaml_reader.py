"""YAML as plain data with lines: what is read, what is refused, and that nothing gets past.

`test_markdown_export.py` is about `publish.markdown_export`, this module about `report.yaml.reader`.
"""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from report.yaml.reader import MAX_DEPTH, read_tree

# What YAML would take for something else than text.
SCALARS = ["no", "yes", "on", "12:30", "2026-02-05", "1_000", "0o7", "1e3", "~", "null", "=", "<<"]
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=8)


def refused(text: str) -> list[tuple[str, int, str]]:
    return [(problem.code, problem.line, problem.path) for problem in read_tree(text, "data/x.yml").problems]


@pytest.mark.parametrize("scalar", SCALARS)
def test_every_scalar_stays_the_text_it_is(scalar: str) -> None:
    assert read_tree(f"key: {scalar}\n", "x").data == {"key": scalar}


def test_an_empty_text_is_no_data() -> None:
    assert [read_tree(text, "x").data for text in ("", "\n", "# only words\n")] == [None, None, None]


def test_every_value_has_its_line() -> None:
    tree = read_tree("- id: a\n\n  label:\n    zh: 甲\n    en: >-\n      one\n      two\n- id: b\n", "x")
    paths = [(0,), (0, "id"), (0, "label"), (0, "label", "zh"), (0, "label", "en"), (1,)]
    assert [tree.line(path) for path in paths] == [1, 1, 3, 4, 5, 8]


def test_what_is_not_there_has_the_line_of_what_is_around_it() -> None:
    tree = read_tree("\n- id: a\n  label:\n    zh: 甲\n", "x")
    assert tree.line((0, "label", "en")) == 3
    assert tree.line((7, "id")) == 2
    assert read_tree("", "x").line((0,)) == 1


def test_a_place_is_named_by_the_nearest_id() -> None:
    tree = read_tree("- id: a\n  parts:\n  - id: b\n    text:\n  - text:\n- text:\n", "x")
    assert tree.subject((0, "parts", 0, "text", "en")) == "b: text.en"
    assert tree.subject((0, "parts", 1, "text")) == "a: parts[2].text"
    assert tree.subject((1, "text")) == "[2].text"
    assert tree.subject(()) == ""


def test_a_slip_above_the_id_is_named_by_it_too() -> None:
    assert refused("- zh: x\n  zh: y\n  id: k\n") == [("yaml-duplicate", 2, "k: zh")]


def test_a_bomb_costs_nothing() -> None:
    levels = "".join(f"{chr(97 + n)}: &{chr(97 + n)} [{', '.join([f'*{chr(96 + n)}'] * 9)}]\n" for n in range(1, 20))
    assert {code for code, _, _ in refused(f"a: &a x\n{levels}")} == {"yaml-alias"}


@pytest.mark.parametrize("text", ["- " + "[" * 5000, "".join("  " * depth + "a:\n" for depth in range(MAX_DEPTH + 3))])
def test_depth_is_one_problem(text: str) -> None:
    assert [code for code, _, _ in refused(text)] == ["yaml-depth"]


def test_as_deep_as_allowed_is_read() -> None:
    assert refused("".join("  " * depth + "a:\n" for depth in range(MAX_DEPTH))) == []


def test_a_merge_key_is_a_key_like_any_other() -> None:
    assert read_tree("a:\n  <<: b\n", "x").data == {"a": {"<<": "b"}}


def test_a_mapping_as_a_key_is_refused() -> None:
    assert refused("{a: b}: c\n") == [("yaml-brace", 1, "")]


def test_a_slip_that_ends_the_text_is_one_problem_for_its_line() -> None:
    assert refused("- zh: {a.2024} 个\n- en: x\n") == [("yaml-brace", 1, "")]


@given(st.text(max_size=60) | st.text(alphabet="ab: -[]{},\"'#&*!|>%@`?\n\t \\中：。", max_size=60))
def test_no_text_raises(text: str) -> None:
    tree = read_tree(text, "x")
    assert all(1 <= problem.line <= max(1, len(text.split("\n"))) for problem in tree.problems)


@given(
    st.recursive(
        WORDS,
        lambda inner: st.lists(inner, min_size=1, max_size=3) | st.dictionaries(st.just("key"), inner, min_size=1),
        max_leaves=8,
    )
)
def test_what_is_written_is_read_back(data: object) -> None:
    text = yaml.safe_dump(data, allow_unicode=True, default_style='"', default_flow_style=False)
    tree = read_tree(text, "x")
    if not any(problem.code in {"yaml-control", "yaml-depth"} for problem in tree.problems):
        assert plain(tree.data) == data


def plain(value: object) -> object:
    """What was read, with lists for the tuples of a tree."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    return [plain(item) for item in value] if isinstance(value, tuple) else value
