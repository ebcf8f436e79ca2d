"""Prose: which words may hold a number, and which marks are plain text. The messages stand in `sites/`."""

import pytest

from report.model import Chart, Correction, Language, Report, Text
from report.typed_numerals import owned_numerals, typed_numerals
from report.validate.prose import check_prose
from samples import changed, good_report


def with_text(zh: str = "范围写错了。", en: str = "The scope was wrong.") -> Report:
    text = Text(zh=zh, en=en)
    return changed(good_report(), Correction, lambda correction: correction.model_copy(update={"reason": text}))


def codes(zh: str = "范围写错了。", en: str = "The scope was wrong.") -> list[str]:
    return [problem.code for problem in check_prose(with_text(zh, en))]


@pytest.mark.parametrize(
    "text",
    [
        "2025年，2024年底，2026年1月31日",  # periods
        "六个一，三味书屋",  # a term and a name
        "{visits.2024}，{visits.2024:number}",  # references; their ids hold digits
        "统一，一批，第一时间",  # idioms
    ],
)
def test_chinese_that_holds_no_typed_number(text: str) -> None:
    assert typed_numerals(text, "zh", owned_numerals(good_report(), "zh")) == []


@pytest.mark.parametrize(
    "text",
    [
        "in 2025, by the end of 2024, on 31 January 2026",
        "the Six Ones at Three Flavours Study",
        "{visits.2024} and {visits.2024:number}",
        "no one, one another, this one",
    ],
)
def test_english_that_holds_no_typed_number(text: str) -> None:
    assert typed_numerals(text, "en", owned_numerals(good_report(), "en")) == []


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("zh", "六个一与六个书屋", ["六个"]),
        ("zh", "三味书屋有三家", ["三家"]),
        ("en", "Six Ones in six rooms", ["six"]),
        ("en", "the Six Onesies", ["Six"]),  # a term ends where the word ends
        ("zh", "3家、4名和2025年", ["3家", "4名"]),
    ],
)
def test_a_name_owns_only_what_stands_in_it(language: Language, text: str, found: list[str]) -> None:
    numerals = typed_numerals(text, language, owned_numerals(good_report(), language))
    assert [numeral.text for numeral in numerals] == found


@pytest.mark.parametrize("text", ["a < b", "a <b", "<", "< >", "a & b", "R&D", "*a* _b_ `c` # d", "[x](javascript:y)"])
def test_marks_that_are_text(text: str) -> None:
    assert codes(en=text) == []


@pytest.mark.parametrize("text", ["<b>a</b>", "<br>", "<br/>", "</p>", "<!-- a", "&nbsp;", "a&#160;b", "<a href='x'>y"])
def test_marks_that_are_html(text: str) -> None:
    assert "markup" in codes(en=text)


@pytest.mark.parametrize("text", ["a {", "a }", "{}", "{{visits.2024}}", "a {b {visits.2024}"])
def test_braces_that_belong_to_nothing(text: str) -> None:
    assert "braces" in codes(zh=text, en=text)


def test_references_are_compared_as_sets() -> None:
    both = "{visits.2024}"
    assert codes(zh=f"{both}，{both}", en=both) == []
    assert codes(zh=f"{both}:", en="{visits.2024:number}") == []
    assert codes(zh="{term:six-ones}", en="none") == ["references-differ"]


def test_an_unknown_reference_is_not_told_as_a_difference() -> None:
    assert codes(zh="{visits.2024}", en="{visit.2024}") == []


def test_the_difference_is_told_where_the_reference_is_missing() -> None:
    (problem,) = check_prose(with_text(zh="甲", en="{visits.2024}"))
    assert (problem.path, problem.values["value"]) == ("[1].reason.zh", "only in en: visits.2024")


def test_the_figure_that_was_probably_meant_is_named() -> None:
    (zh,) = check_prose(with_text(zh="接待1.2万余人次"))
    assert zh.expected == "the reference {visits.2024}, if that figure is meant"
    (en,) = check_prose(with_text(en="The library received 12,000 visits."))
    assert en.expected == "the reference {visits.2024}, if that figure is meant"
    (power,) = check_prose(with_text(en="The library received a thousand visits."))
    assert power.expected == "a reference such as {id}, a term of the glossary or a name"
    (other,) = check_prose(with_text(en="The library received 12,345 visits."))
    assert other.expected == "a reference such as {id}, a term of the glossary or a name"


@pytest.mark.parametrize(
    ("zh", "en", "found"),
    [
        ("总诊疗人次，亿人次，2024年", "Visits, billions, 2024", []),
        ("发电量，亿千瓦时；支出，百万元", "Electricity and spending, CNY million", []),
        ("总诊疗人次，3亿人次", "Visits, three billion", ["3亿人次", "three billion"]),
    ],
)
def test_the_subtitle_of_a_chart_may_name_its_unit(zh: str, en: str, found: list[str]) -> None:
    subtitle = Text(zh=zh, en=en)
    report = changed(good_report(), Chart, lambda chart: chart.model_copy(update={"subtitle": subtitle}))
    assert [problem.values["numeral"] for problem in check_prose(report)][: len(found) or None] == found
