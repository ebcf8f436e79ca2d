"""Readings by hand: what is made of them, what does not fit, and which English holds their number."""

from decimal import Decimal

import pytest

from report.quantity import Hand, Measure, Qualifier, Rules, by_hand, write_en, write_zh
from report.quantity.crosscheck import agrees
from report.quantity.hand import misfit

NEARLY = Qualifier.NEARLY


def test_a_reading_stands_for_the_phrase_in_every_form() -> None:
    hand = Hand("nearly 20 {noun}", Decimal(20), "个", qualifier=NEARLY)
    quantity = by_hand("小二十个", "count", hand)
    assert (quantity.reading, quantity.value, quantity.qualifier, quantity.kind) == ("hand", 20, NEARLY, "count")
    assert [write_zh(quantity, form) for form in ("full", "number", "short")] == ["小二十个"] * 3
    assert write_en(quantity, ("village", "villages")) == "nearly 20 villages"
    assert write_en(quantity, ("village", "villages"), "short") == "nearly 20"


@pytest.mark.parametrize(
    ("measure", "unit", "kind", "currency"),
    [
        ("money", "元", "money", "CNY"),
        ("money", "美元", "money", "USD"),
        ("share", "%", "percent", ""),
        ("change-points", "个百分点", "points", ""),
        ("duration", "天", "duration", ""),
        ("count", "岁", "age", ""),
        ("count", "", "count", ""),
        ("rank", "名", "rank", ""),
    ],
)
def test_measure_and_unit_say_what_kind_it_is(measure: Measure, unit: str, kind: str, currency: str) -> None:
    quantity = by_hand("甲", measure, Hand("5", Decimal(5), unit))
    assert (quantity.kind, quantity.amounts[0].currency) == (kind, currency)


def test_words_without_a_number_have_no_value() -> None:
    quantity = by_hand("合格加", "grade", Hand("pass plus"))
    assert (quantity.kind, quantity.amounts, write_en(quantity)) == ("words", (), "pass plus")
    assert write_zh(quantity, "short") == "合格加"
    assert agrees(quantity, "pass plus")
    assert not agrees(quantity, "band 3")


@pytest.mark.parametrize(
    ("measure", "hand", "why"),
    [
        ("duration", Hand("20 days", Decimal(20), "天"), None),
        ("count", Hand("20 {noun}", Decimal(20)), None),
        ("rank", Hand("3rd", Decimal(3)), None),
        ("compound", Hand("6 and 15", Decimal(6)), "compound"),
        ("grade", Hand("band 3", Decimal(3)), "grade"),
        ("count", Hand("some", unit="个"), "value"),
        ("count", Hand("some", to=Decimal(5)), "value"),
        ("count", Hand("some", qualifier=NEARLY), "value"),
        ("money", Hand("CNY 5", Decimal(5)), "unit"),
        ("count", Hand("5 to 5", Decimal(5), to=Decimal(5)), "to"),
        ("share", Hand("5% of {noun}", Decimal(5), "%"), "noun"),
    ],
)
def test_what_does_not_go_together_is_named(measure: Measure, hand: Hand, why: str | None) -> None:
    assert misfit(measure, hand) == why


@pytest.mark.parametrize(
    ("measure", "hand", "english"),
    [
        ("duration", Hand("", Decimal(20), "天"), "the past 20 days"),
        ("duration", Hand("", Decimal(10), "年"), "the past decade"),
        ("count", Hand("", Decimal(1), "人"), "one doctor in each village"),
        ("count", Hand("", Decimal(10), "个", Decimal(15)), "10 to 15 villages"),
        ("money", Hand("", Decimal(2_300_000), "元"), "CNY 2.3 million"),
        ("share", Hand("", Decimal(50), "%"), "half of readers"),
        ("change-percent", Hand("", Decimal(-5), "%"), "down 5%"),
        ("count", Hand("", Decimal(20), "个", qualifier=NEARLY), "nearly 20 villages"),
    ],
)
def test_english_with_the_same_number_agrees(measure: Measure, hand: Hand, english: str) -> None:
    assert agrees(by_hand("甲", measure, hand), english)


@pytest.mark.parametrize(
    ("measure", "hand", "english"),
    [
        ("duration", Hand("", Decimal(20), "天"), "the past 30 days"),
        ("duration", Hand("", Decimal(20), "天"), "the past 20 weeks"),
        ("duration", Hand("", Decimal(20), "天"), "20 days of 30"),
        ("count", Hand("", Decimal(10), "个", Decimal(15)), "10 villages"),
        ("count", Hand("", Decimal(10), "个"), "10 to 15 villages"),
        ("count", Hand("", Decimal(10), "个"), "10 million villages"),
        ("money", Hand("", Decimal(2_300_000), "元"), "US$2.3 million"),
        ("money", Hand("", Decimal(2_300_000), "元"), "2.3 million readers"),
        ("share", Hand("", Decimal(50), "%"), "50 readers"),
        ("change-percent", Hand("", Decimal(-5), "%"), "up 5%"),
        ("change-points", Hand("", Decimal(5), "个百分点"), "up 5%"),
        ("count", Hand("", Decimal(20), "个", qualifier=NEARLY), "20 villages"),
        ("count", Hand("", Decimal(20), "个"), "more than 20 villages"),
        ("count", Hand("", Decimal(20), "个"), "H7N9"),
    ],
)
def test_english_with_another_number_does_not(measure: Measure, hand: Hand, english: str) -> None:
    assert not agrees(by_hand("甲", measure, hand), english)


def test_a_bare_currency_is_that_of_the_report() -> None:
    quantity = by_hand("甲元", "money", Hand("HK$5", Decimal(5), "元"), Rules(currency="HKD"))
    assert quantity.amounts[0].currency == "HKD"
