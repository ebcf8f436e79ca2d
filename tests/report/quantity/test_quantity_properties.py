"""Quantities: what holds for every phrase, whatever its unit, size, qualifier and style."""

from __future__ import annotations

from decimal import Decimal
from typing import get_args

from hypothesis import assume, given
from hypothesis import strategies as st

from report.quantity import Measure, Qualifier, QuantityError, parse, write_en, write_zh
from report.quantity.chinese_numerals import read_han, write_han
from report.quantity.units import product_entries

NOUN = ("case", "cases")
MEASURES = st.sampled_from(get_args(Measure))
MAGNITUDES = {"": 1, "千": 1000, "万": 10**4, "百万": 10**6, "千万": 10**7, "亿": 10**8, "万亿": 10**12}
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
COUNTERS = [unit.zh for unit in product_entries() if unit.kind == "count" and unit.en is None]
KINDS: dict[Measure, str] = {"money": "money", "share": "share", "change-points": "points", "duration": "duration"}
UNITS: dict[Measure, list[str]] = {
    "count": COUNTERS,
    "change-percent": ["%", "‰"],
    **{
        measure: [name for unit in product_entries() if unit.kind == kind for name in (unit.zh, *unit.variants)]
        for measure, kind in KINDS.items()
    },
}
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
    sized = measure in ("count", "money") and value and printed[0].isascii()
    magnitude = draw(st.sampled_from(sorted(MAGNITUDES))) if sized else ""
    places = ["before", "after"] if value else ["none"]
    if value and (magnitude or value % 10 == 0):
        places += ["inner", "outer"]  # 余 stands behind a size or a round number.
    place = draw(st.sampled_from(places))
    words = {"before": BEFORE, "inner": OVER, "outer": OVER, "after": AFTER, "none": {"": Qualifier.EXACT}}[place]
    word = draw(st.sampled_from(sorted(words)))
    before, inner, outer, after = (word if place == here else "" for here in ("before", "inner", "outer", "after"))
    unit = draw(st.sampled_from(UNITS[measure]))
    falls = (
        DIRECTIONS
        if value <= 100 or measure != "change-percent"
        else [word for word in DIRECTIONS if DIRECTIONS[word] > 0]
    )
    direction = draw(st.sampled_from(sorted(falls))) if measure.startswith("change-") else ""
    # 近3年 is a span, and 2024年 a year: each has a test of its own.
    assume(measure != "duration" or (before != "近" and not 1000 <= value < 3000))
    number = f"{printed}{inner}{magnitude}{outer}"
    stated = f"{draw(st.sampled_from(HEADS))}{direction}{before}{number}{unit}{after}"
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
    assume(abs(value) < 10**17)  # rounded up in plain digits, the largest would be too long to be read
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
    if not printed[0].isascii() or not value:
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
