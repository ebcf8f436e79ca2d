"""Quantities: what is refused, what the hand-written corpus expects, and what holds for every phrase."""

from __future__ import annotations

import decimal
from decimal import Decimal
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from report.quantity import (
    Code,
    Measure,
    Qualifier,
    Quantity,
    QuantityError,
    parse,
    to_plain,
    write_en,
    write_zh,
)
from report.quantity_han import read_han, write_han
from report.quantity_parse import closed_units

CORPUS: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "quantities.yml").read_text(encoding="utf-8"))
NOUN = ("case", "cases")

REFUSED = [
    ("", "count", "no-number", {}),
    ("全覆盖", "count", "no-number", {}),
    ("全覆盖", "rank", "no-number", {}),
    ("费用300余万元", "money", "leading-text", {"text": "费用"}),
    (" 5家", "count", "leading-text", {"text": " "}),
    ("第11名", "count", "leading-text", {"text": "第"}),
    ("零的突破", "count", "trailing-text", {"rest": "的突破"}),
    ("20万人次检查", "count", "trailing-text", {"rest": "人次检查"}),
    ("5家\n", "count", "trailing-text", {"rest": "家\n"}),
    ("5G", "count", "trailing-text", {"rest": "G"}),
    ("13.86亿元投资", "money", "trailing-text", {"rest": "投资"}),
    ("第11名左右", "rank", "trailing-text", {"rest": "左右"}),
    ("1,23家", "count", "number-malformed", {"number": "1,23"}),
    ("007家", "count", "number-malformed", {"number": "007"}),
    ("1.家", "count", "number-malformed", {"number": "1."}),
    ("1.2.3%", "share", "number-malformed", {"number": "1.2.3"}),
    ("第0", "rank", "number-malformed", {"number": "0"}),
    ("二三家", "count", "number-malformed", {"number": "二三"}),
    ("一百二家", "count", "number-malformed", {"number": "一百二"}),
    ("百家", "count", "number-malformed", {"number": "百"}),
    ("5六家", "count", "number-malformed", {"number": "5六家"}),
    ("1234567890123456789人", "count", "number-too-long", {"number": "1234567890123456789"}),
    ("3万万元", "money", "two-magnitudes", {"text": "3万万元"}),
    ("1亿2000万元", "money", "two-magnitudes", {"text": "1亿2000万元"}),
    ("20万百人", "count", "two-magnitudes", {"text": "20万百人"}),
    ("约20余万人", "count", "two-qualifiers", {"words": "约余"}),
    ("至少有5家以上", "count", "two-qualifiers", {"words": "至少有以上"}),
    ("约超过5家", "count", "two-qualifiers", {"words": "约超过"}),
    ("20余万余人", "count", "two-qualifiers", {"words": "余余"}),
    ("20余天以上", "duration", "two-qualifiers", {"words": "余以上"}),
    ("提升下降5%", "change-percent", "two-directions", {"words": "提升下降"}),
    ("25.17%", "change-percent", "direction-missing", {}),
    ("提升6.29%", "share", "direction-not-allowed", {"word": "提升"}),
    ("增加5家", "count", "direction-not-allowed", {"word": "增加"}),
    ("提高到90%", "change-percent", "level-not-change", {"word": "提高到"}),
    ("约第3", "rank", "qualifier-not-allowed", {"word": "约"}),
    ("近A级", "grade", "qualifier-not-allowed", {"word": "近"}),
    ("约6类15项", "compound", "qualifier-not-allowed", {"word": "约"}),
    ("20余万", "count", "unit-missing", {"number": "20万"}),
    ("6类15", "compound", "unit-missing", {"number": "15"}),
    ("26年", "count", "wrong-unit", {"unit": "年"}),
    ("20%", "count", "wrong-unit", {"unit": "%"}),
    ("2015万元", "count", "wrong-unit", {"unit": "元"}),
    ("5家", "money", "wrong-unit", {"unit": "家"}),
    ("6.29个百分点", "share", "wrong-unit", {"unit": "个百分点"}),
    ("提升6.29%", "change-points", "wrong-unit", {"unit": "%"}),
    ("提升6.29个百分点", "change-percent", "wrong-unit", {"unit": "个百分点"}),
    ("6类15项", "count", "several-amounts", {"text": "类15项"}),
    ("15项", "compound", "one-amount", {"text": "15项"}),
    ("11名", "rank", "not-a-rank", {"text": "11名"}),
    ("第", "rank", "no-number", {}),
    ("优异", "grade", "unknown-grade", {"text": "优异"}),
    ("", "grade", "unknown-grade", {"text": ""}),
]


@pytest.mark.parametrize(("stated", "measure", "code", "values"), REFUSED, ids=[f"{r[0]}-{r[1]}" for r in REFUSED])
def test_nonsense_is_refused_with_its_reason(stated: str, measure: Measure, code: str, values: dict[str, str]) -> None:
    with pytest.raises(QuantityError) as refusal:
        parse(stated, measure)
    assert (refusal.value.code, dict(refusal.value.values)) == (code, values)


def test_each_reason_is_shown_by_an_example() -> None:
    assert {row[2] for row in REFUSED} | {"noun-mismatch"} == set(get_args(Code))


@pytest.mark.parametrize("phrase", CORPUS, ids=[f"{phrase['stated']}-{phrase['measure']}" for phrase in CORPUS])
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


# --- what holds for every phrase

MEASURES = st.sampled_from(get_args(Measure))
MAGNITUDES = {"": 1, "百": 100, "千": 1000, "万": 10**4, "百万": 10**6, "千万": 10**7, "亿": 10**8, "万亿": 10**12}
HEADS = ["", "累计", "共", "达到", "截至2月5日,累计", "截至2025年底，"]
BEFORE = {
    "": Qualifier.EXACT,
    "至少": Qualifier.AT_LEAST,
    "至少有": Qualifier.AT_LEAST,
    "不少于": Qualifier.AT_LEAST,
    "约": Qualifier.ABOUT,
    "近": Qualifier.NEARLY,
    "超": Qualifier.MORE_THAN,
    "超过": Qualifier.MORE_THAN,
    "逾": Qualifier.MORE_THAN,
    "不超过": Qualifier.AT_MOST,
}
OVER = {"余": Qualifier.MORE_THAN, "多": Qualifier.MORE_THAN}
AFTER = {"左右": Qualifier.ABOUT, "以上": Qualifier.AT_LEAST, "以内": Qualifier.AT_MOST}
COUNTERS = ["个", "家", "项", "名", "人", "人次", "次", "件", "场次", "类", "区", "大方面"]
COUNTERS += ["辆", "张", "所", "例", "床"]
UNITS: dict[Measure, list[str]] = {"count": COUNTERS, **{m: sorted(units) for m, units in closed_units().items()}}
DIRECTIONS = {"提升": 1, "增长": 1, "上升": 1, "提高": 1, "增加了": 1, "下降": -1, "减少": -1, "降低": -1, "直降": -1}


@st.composite
def numbers(draw: st.DrawFn) -> tuple[str, Decimal]:
    """A number as printed, from 0 to 10^12, and its value."""
    whole = draw(st.one_of(st.integers(0, 10**12), st.integers(0, 12).map(lambda power: 10**power)))
    match draw(st.sampled_from(["plain", "separators", "decimals", "han"])):
        case "plain":
            return str(whole), Decimal(whole)
        case "separators":
            return f"{whole:,}", Decimal(whole)
        case "decimals":
            value = Decimal(whole).scaleb(-draw(st.integers(1, 4)))
            return f"{value:f}", value
        case _:
            return write_han(whole), Decimal(whole)


@st.composite
def phrases(draw: st.DrawFn) -> tuple[str, Measure, Decimal, Qualifier]:
    """A phrase with one amount, its measure, its value and its qualifier."""
    measure = draw(st.sampled_from(sorted(UNITS)))
    printed, value = draw(numbers())
    magnitude = draw(st.sampled_from(sorted(MAGNITUDES))) if printed[0].isascii() else ""
    place = draw(st.sampled_from(["before", "inner", "outer", "after"]))
    words = {"before": BEFORE, "inner": OVER, "outer": OVER, "after": AFTER}[place]
    word = draw(st.sampled_from(sorted(words)))
    before, inner, outer, after = (word if place == here else "" for here in ("before", "inner", "outer", "after"))
    direction = draw(st.sampled_from(sorted(DIRECTIONS))) if measure.startswith("change-") else ""
    number = f"{printed}{inner}{magnitude}{outer}"
    stated = f"{draw(st.sampled_from(HEADS))}{direction}{before}{number}{draw(st.sampled_from(UNITS[measure]))}{after}"
    return stated, measure, value * MAGNITUDES[magnitude] * DIRECTIONS.get(direction, 1), words[word]


@given(phrases())
def test_every_phrase_reads_to_its_value_and_back(phrase: tuple[str, Measure, Decimal, Qualifier]) -> None:
    stated, measure, value, qualifier = phrase
    quantity = parse(stated, measure)
    assert (quantity.value, quantity.qualifier) == (value, qualifier)
    assert write_zh(quantity) == stated


@given(phrases())
def test_short_and_number_forms_are_phrases_themselves(phrase: tuple[str, Measure, Decimal, Qualifier]) -> None:
    """What is written short reads back with the same qualifier, within three digits of the value."""
    stated, measure, value, qualifier = phrase
    quantity = parse(stated, measure)
    direction = {"up": "提升", "down": "下降", None: ""}[quantity.direction]
    assert parse(direction + write_zh(quantity, "number"), measure).value == value
    short = parse(write_zh(quantity, "short"), measure)
    assert short.value is not None
    assert short.qualifier == (Qualifier.ABOUT if qualifier is Qualifier.EXACT and short.value != value else qualifier)
    assert abs(short.value - value) * 100 <= abs(value)
    if qualifier in (Qualifier.MORE_THAN, Qualifier.AT_LEAST):
        assert abs(short.value) <= abs(value), "a lower bound may only be lowered"
    if qualifier in (Qualifier.NEARLY, Qualifier.AT_MOST):
        assert abs(short.value) >= abs(value), "an upper bound may only be raised"


def read_english(text: str) -> Decimal:
    """The value of an English number, by another road than the one it was written by."""
    words = text.removeprefix("CNY ").split()
    scale = {"million": 10**6, "billion": 10**9, "trillion": 10**12}.get(words[-1], 1)
    return Decimal(words[0].replace(",", "")) * scale


@given(numbers(), st.sampled_from(["", "万", "亿"]), st.sampled_from(["count", "money"]))
def test_english_has_the_same_value(number: tuple[str, Decimal], magnitude: str, measure: Measure) -> None:
    printed, value = number
    if not printed[0].isascii():
        magnitude = ""
    quantity = parse(f"{printed}{magnitude}{'家' if measure == 'count' else '元'}", measure)
    assert read_english(write_en(quantity, form="number")) == value * MAGNITUDES[magnitude]


@given(st.text() | st.text(alphabet="0123456789.,一二两十百千万亿余多第约近至少有个家元%年提升左右A+级/ "), MEASURES)
def test_any_text_is_read_or_refused_and_what_is_read_can_be_written(text: str, measure: Measure) -> None:
    try:
        quantity = parse(text, measure)
    except QuantityError:
        return
    assert write_zh(quantity) == text
    for form in ("full", "number", "short"):
        assert write_zh(quantity, form)
        assert write_en(quantity, form=form)
        assert write_en(quantity, (NOUN,) * len(quantity.amounts) or None, form)


@given(st.text(alphabet="0123456789一二两十百千万亿余类项个", min_size=4))
def test_compounds_read_back(text: str) -> None:
    try:
        quantity = parse(text, "compound")
    except QuantityError:
        return
    assert len(quantity.amounts) > 1
    assert quantity.value is None
    assert write_zh(quantity) == text


@given(st.integers(0, 10**16 - 1))
def test_chinese_number_words_read_back(value: int) -> None:
    assert read_han(write_han(value)) == value


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


# --- single points


def test_the_place_of_more_than_is_kept_in_chinese_and_makes_no_difference_in_english() -> None:
    inner, outer = parse("20余万人次", "count"), parse("20万余人次", "count")
    assert (write_zh(inner), write_zh(outer)) == ("20余万人次", "20万余人次")
    assert write_en(inner, NOUN) == write_en(outer, NOUN) == "more than 200,000 cases"


def test_quantities_are_values() -> None:
    assert parse("1047家", "count") == parse("1047家", "count")
    assert len({parse("1047家", "count"), parse("1047家", "count"), parse("1048家", "count")}) == 2


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
        assert write_en(quantity) == "CNY 12,345,678,910,000"
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
