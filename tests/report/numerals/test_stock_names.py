"""Names with a numeral that any report may hold, and numbers that no name hides: sentences of public reports."""

import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from tables import for_each

from report.model import Language, Report
from report.numerals.bare_quantity import is_bare_quantity
from report.numerals.fold import fold
from report.numerals.stock_names import is_stock_name, printed_numerals
from report.typed_numerals import typed_numerals
from report.validate.names import check_names
from report.validate.prose import check_prose
from samples import good_report, real_report

SENTENCES = yaml.safe_load((Path(__file__).parents[2] / "prose_words.yml").read_text(encoding="utf-8"))
NOTHING = re.compile(r"(?!)")
NAMES = [(language, text) for language, texts in SENTENCES["names"].items() for text in texts]
NUMBERS = [(language, *line.rsplit(" | ", 1)) for language, lines in SENTENCES["numbers"].items() for line in lines]


def typed(text: str, language: Language) -> list[str]:
    return [numeral.text for numeral in typed_numerals(text, language, NOTHING)]


@for_each(("language", "text"), NAMES)
def test_a_name_may_stand_in_prose(language: Language, text: str) -> None:
    assert typed(text, language) == []


@for_each(("language", "text", "found"), NUMBERS)
def test_a_number_is_found(language: Language, text: str, found: str) -> None:
    assert typed(text, language) == found.split(",")


@pytest.mark.parametrize("report", [good_report(), real_report()], ids=["sample", "report"])
def test_the_prose_of_the_reports_holds_no_number(report: Report) -> None:
    assert [problem.render() for problem in (*check_prose(report), *check_names(report))] == []


@pytest.mark.parametrize(
    "words",
    [
        "三分之二", "30微克/立方米", "15个", "20余万人次", "不到50%", "6类15项", "一半", "首位", "１２家",
        "三十", "0.5吨标准煤/万元", "共3家",
    ],
)  # fmt: skip
def test_a_quantity_is_no_name(words: str) -> None:
    assert is_bare_quantity(words)


@pytest.mark.parametrize(
    "words",
    [
        "三味书屋", "两篇文章", "四个短段", "一份成绩单", "关键一年", "十四五", "三三一", "5G", "H7N9",
        "96301", "2.0版", "两个允许", "第二篇文章", "青石镇",
    ],
)  # fmt: skip
def test_a_name_that_holds_a_numeral_is_one(words: str) -> None:
    assert not is_bare_quantity(words)


def test_a_fingerprint_has_the_whole_name() -> None:
    """Without its sentence nobody could see that the 2 of 2型糖尿病 is no number."""
    assert [n.text for n in printed_numerals("管理2型糖尿病患者300人")] == ["2型糖尿病", "300人"]
    assert is_stock_name("2型糖尿病")
    assert not is_stock_name("300人")


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("１２家、２０％、𝟐𝟎", "12家、20%、20"),
        ("伍佰元、贰拾、廿五", "五百元、二十、十五"),
        ("3萬個、數百萬、兩億餘", "3万个、数百万、两亿余"),
        ("1，047家；2024年，300家", "1,047家；2024年，300家"),
        ("1：1.18，比例：3", "1:1.18，比例：3"),
        ("二○二四年", "二〇二四年"),
        ("队伍陆续，大陆，收拾，拾级", "队伍陆续，大陆，收拾，拾级"),
        ("−5、－5、５．５", "-5、-5、5.5"),
    ],
)
def test_each_way_of_writing_digits_is_folded(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert len(fold(text)) == len(text)


@given(st.text() | st.text(alphabet="壹贰拾佰萬億個０１％．，：○〇陆伍元家123,."))
def test_folding_keeps_each_character_in_its_place(text: str) -> None:
    assert len(fold(text)) == len(text)
