"""Quantities: what is refused, what the hand-written corpus expects, and single points.

What holds for every phrase is in `test_quantity_properties`.
"""

from __future__ import annotations

import decimal
from decimal import Decimal
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml
from tables import for_each

from report.quantity import (
    Code,
    Measure,
    Qualifier,
    Quantity,
    QuantityError,
    Rules,
    parse,
    to_plain,
    write_en,
    write_zh,
)
from report.quantity.chinese_numerals import write_han

CORPUS: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parents[2] / "quantities.yml").read_text(encoding="utf-8")
)
NOUN = ("case", "cases")

REFUSED = [
    ("", "count", "no-number", {"text": ""}),
    ("全覆盖", "count", "no-number", {"text": "全覆盖"}),
    ("5.2亿吨，同比增长3.1%", "compound", "level-and-change", {"text": "5.2亿吨，同比增长3.1%"}),
    ("一倍", "count", "multiple-open", {"text": "一倍"}),
    ("缩小0.2倍", "change-percent", "multiple-of-ratio", {"text": "缩小0.2倍"}),
    ("险些300余万元", "money", "leading-text", {"text": "险些", "rest": "300余万元"}),
    ("第11名", "count", "leading-text", {"text": "第", "rest": "11名"}),
    ("5家\n", "count", "trailing-text", {"rest": "\n", "read": "5家"}),
    ("13.86亿元合同", "money", "trailing-text", {"rest": "合同", "read": "13.86亿元"}),
    ("第11名左右", "rank", "trailing-text", {"rest": "左右", "read": "第11名"}),
    ("5家以上以上", "count", "trailing-text", {"rest": "以上", "read": "5家以上"}),
    ("1,23家", "count", "number-malformed", {"number": "1,23"}),
    ("007家", "count", "number-malformed", {"number": "007"}),
    ("1.家", "count", "number-malformed", {"number": "1."}),
    ("1.2.3%", "share", "number-malformed", {"number": "1.2.3"}),
    ("第0", "rank", "number-malformed", {"number": "0"}),
    ("二四家", "count", "number-malformed", {"number": "二四"}),
    ("5六家", "count", "number-malformed", {"number": "5六"}),
    ("80十岁", "count", "number-malformed", {"number": "80十"}),
    ("13余家", "count", "number-malformed", {"number": "13余"}),
    ("3萬%", "share", "number-malformed", {"number": "3萬"}),
    ("615岁", "count", "number-malformed", {"number": "615岁"}),
    ("超过-5家", "count", "number-malformed", {"number": "-5"}),
    ("-5家", "count", "number-malformed", {"number": "-5家"}),
    ("近0家", "count", "number-malformed", {"number": "近0家"}),
    ("百家", "count", "number-idiom", {"number": "百"}),
    ("万人", "count", "number-idiom", {"number": "万"}),
    ("1234567890123456789人", "count", "number-too-long", {"number": "1234567890123456789"}),
    ("3兆", "count", "magnitude-open", {"text": "3兆"}),
    ("3万万元", "money", "two-magnitudes", {"text": "3万万"}),
    ("30万0亿元", "money", "number-malformed", {"number": "0亿"}),
    ("30万5亿元", "money", "two-magnitudes", {"text": "30万5亿元"}),
    ("20万百人", "count", "two-magnitudes", {"text": "20万百"}),
    ("约20余万人", "count", "two-qualifiers", {"words": "约余"}),
    ("至少有5家以上", "count", "two-qualifiers", {"words": "至少有以上"}),
    ("约超过5家", "count", "two-qualifiers", {"words": "约超过"}),
    ("20余万余人", "count", "two-qualifiers", {"words": "余余"}),
    ("20余天以上", "duration", "two-qualifiers", {"words": "余以上"}),
    ("提升下降5%", "change-percent", "two-directions", {"words": "提升下降"}),
    ("25.17%", "change-percent", "direction-missing", {"text": "25.17%"}),
    ("下降120%", "change-percent", "fall-above-all", {"text": "下降120%"}),
    ("减少1.2倍", "change-percent", "fall-above-all", {"text": "减少1.2倍"}),
    ("提高到90%", "change-percent", "level-not-change", {"word": "提高到"}),
    ("由52.2%提高到37.5%", "share", "moves-other-way", {"word": "提高到", "text": "由52.2%提高到37.5%"}),
    ("约第3", "rank", "qualifier-not-allowed", {"word": "约"}),
    ("近A级", "grade", "qualifier-not-allowed", {"word": "近"}),
    ("约6类15项", "compound", "qualifier-not-allowed", {"word": "约"}),
    ("超过5至10家", "count", "qualifier-not-allowed", {"word": "超过"}),
    ("5", "count", "unit-missing", {"number": "5"}),
    ("2.5万亿", "money", "unit-missing", {"number": "2.5万亿"}),
    ("6类15", "compound", "unit-missing", {"number": "15"}),
    ("5G", "count", "unit-unknown", {"unit": "G"}),
    ("5旬", "count", "unit-unknown", {"unit": "旬"}),
    ("零的突破", "count", "number-idiom", {"number": "零"}),
    ("一大批", "count", "number-idiom", {"number": "一"}),
    ("5万立方公里", "count", "unit-unknown", {"unit": "立方公里"}),
    ("30微克/桌", "count", "per-unknown", {"unit": "桌"}),
    ("每3人中有1人", "count", "per-size", {"unit": "每3"}),
    ("15至10家", "count", "range-falls", {"text": "15至10家"}),
    ("500億元", "money", "currency-open", {"text": "500億元"}),
    ("$500", "money", "currency-open", {"text": "$500"}),
    ("一村一医", "compound", "one-each", {"text": "一村一医"}),
    ("2025年", "duration", "date", {"text": "2025年"}),
    ("2025/26年度", "duration", "date", {"text": "2025/26年度"}),
    ("民國112年", "duration", "date", {"text": "民國112年"}),
    ("一季度", "duration", "date", {"text": "一季度"}),
    ("近20天", "duration", "span-open", {"text": "近20天"}),
    ("提升6.29%", "share", "wrong-measure", {"text": "提升6.29%", "measure": "change-percent"}),
    ("26年", "count", "wrong-measure", {"text": "26年", "measure": "duration"}),
    ("20%", "count", "wrong-measure", {"text": "20%", "measure": "share"}),
    ("2015万元", "count", "wrong-measure", {"text": "2015万元", "measure": "money"}),
    ("5家", "money", "wrong-measure", {"text": "5家", "measure": "count"}),
    ("6.29个百分点", "share", "wrong-measure", {"text": "6.29个百分点", "measure": "change-points"}),
    ("提升6.29%", "change-points", "wrong-measure", {"text": "提升6.29%", "measure": "change-percent"}),
    ("6类15项", "count", "several-amounts", {"text": "6类15项"}),
    ("15项", "compound", "one-amount", {"text": "15项"}),
    ("11名", "rank", "not-a-rank", {"text": "11名"}),
    ("优异", "grade", "unknown-grade", {"text": "优异"}),
    ("", "grade", "unknown-grade", {"text": ""}),
]


@for_each(("stated", "measure", "code", "values"), REFUSED)
def test_nonsense_is_refused_with_its_reason(stated: str, measure: Measure, code: str, values: dict[str, str]) -> None:
    with pytest.raises(QuantityError) as refusal:
        parse(stated, measure, Rules(currency="") if code == "currency-open" else None)
    assert (refusal.value.code, dict(refusal.value.values)) == (code, values)


def test_each_reason_is_shown_by_an_example() -> None:
    assert {row[2] for row in REFUSED} | {"noun-mismatch", "base-open", "reads-back"} == set(get_args(Code))


@for_each("phrase", CORPUS)
def test_corpus(phrase: dict[str, Any]) -> None:
    quantity = parse(phrase["stated"], phrase["measure"])
    noun = tuple((one, many) for one, many in phrase.get("noun", ())) or None
    written = {
        "stated": write_zh(quantity),
        "measure": quantity.measure,
        "values": [to_plain(amount.value) for amount in quantity.amounts],
        "qualifier": quantity.qualifier.value,
        "zh": {"number": write_zh(quantity, "number"), "short": write_zh(quantity, "short")},
        "en": {
            "full": write_en(quantity, noun),
            "number": write_en(quantity, noun, "number"),
            "short": write_en(quantity, noun, "short"),
        },
    }
    assert written == {key: value for key, value in phrase.items() if key != "noun"}


def test_the_corpus_is_large_and_has_each_measure() -> None:
    assert len({phrase["stated"] for phrase in CORPUS}) >= 80
    assert {phrase["measure"] for phrase in CORPUS} == set(get_args(Measure))
    assert {phrase["qualifier"] for phrase in CORPUS} == set(Qualifier)


@pytest.mark.parametrize(
    ("value", "written"),
    [(0, "零"), (2, "二"), (10, "十"), (15, "十五"), (110, "一百一十"), (306, "三百零六"), (10_500, "一万零五百"),
     (100_000, "十万"), (3_000_000_000_000, "三万亿"), (1_000_000_010, "十亿零一十")],
)  # fmt: skip
def test_chinese_number_words(value: int, written: str) -> None:
    assert write_han(value) == written


@pytest.mark.parametrize(
    ("rank", "written"),
    {1: "1st", 2: "2nd", 3: "3rd", 4: "4th", 11: "11th", 12: "12th", 13: "13th", 21: "21st", 22: "22nd",
     101: "101st", 111: "111th", 1012: "1,012th"}.items(),
)  # fmt: skip
def test_ordinals(rank: int, written: str) -> None:
    assert write_en(parse(f"第{rank}", "rank")) == written


def test_the_place_of_more_than_is_kept_in_chinese_and_makes_no_difference_in_english() -> None:
    inner, outer = parse("20余万人次", "count"), parse("20万余人次", "count")
    assert (write_zh(inner), write_zh(outer)) == ("20余万人次", "20万余人次")
    assert write_en(inner, NOUN) == write_en(outer, NOUN) == "more than 200,000 cases"


def test_quantities_are_values() -> None:
    assert parse("1047家", "count") == parse("1047家", "count")
    assert len({parse("1047家", "count"), parse("1047家", "count"), parse("1048家", "count")}) == 2


@pytest.mark.parametrize(("stated", "measure"), [("99.97%", "share"), ("下降99.97%", "change-percent")])
def test_nearly_all_is_not_all(stated: str, measure: Measure) -> None:
    assert write_zh(parse(stated, measure), "short") == stated
    assert "99.97%" in write_en(parse(stated, measure), form="short")


def test_an_unchanged_value_keeps_its_direction() -> None:
    assert write_en(parse("下降0%", "change-percent")) == "down 0%"
    assert to_plain(parse("下降0%", "change-percent").amounts[0].value) == "0"


def test_nouns_must_fit_the_amounts() -> None:
    with pytest.raises(QuantityError) as refusal:
        write_en(parse("6类15项", "compound"), NOUN)
    assert (refusal.value.code, dict(refusal.value.values)) == ("noun-mismatch", {"expected": "2", "got": "1"})


def test_one_noun_may_come_as_a_pair_or_in_a_list() -> None:
    quantity = parse("1家", "count")
    assert write_en(quantity, NOUN) == write_en(quantity, (NOUN,)) == "1 case"
    assert write_en(quantity) == "1"


def test_the_units_of_length_and_power_keep_their_thousand() -> None:
    assert parse("5千米", "count").value == 5
    assert parse("5千人", "count").value == 5000


def test_arithmetic_does_not_depend_on_the_decimal_context() -> None:
    with decimal.localcontext(decimal.Context(prec=2)):
        quantity = parse("123456.7891亿元", "money")
        assert to_plain(quantity.amounts[0].value) == "12345678910000"
        assert write_en(quantity) == "CNY 12,345,678.91 million"
        assert write_en(quantity, form="short") == "about CNY 12.3 trillion"
        assert write_zh(quantity, "short") == "约12.3万亿元"


@pytest.mark.parametrize(
    ("value", "plain"),
    [("2.189E+5", "218900"), ("-0", "0"), ("53.40", "53.40"), ("-25.17", "-25.17"), ("1E-7", "0.0000001")],
)
def test_plain_digits(value: str, plain: str) -> None:
    assert to_plain(Decimal(value)) == plain


def test_a_grade_has_no_value() -> None:
    grade = parse("A+", "grade")
    assert (grade.grade, grade.value, grade.amounts) == ("A+", None, ())
    assert isinstance(grade, Quantity)
