"""A change as a sentence needs it, in both languages."""

from __future__ import annotations

from typing import get_args

import pytest

from report.quantity import ChangeForm, House, Measure, Rules, by_hand, parse, states_change, write_change
from report.quantity.crosscheck import agrees
from report.quantity.hand import Hand

FORMS: tuple[ChangeForm, ...] = get_args(ChangeForm)
SAID: list[tuple[str, Measure, tuple[str, str] | None, list[str], list[str]]] = [
    ("增长9.2%", "change-percent", None,
     ["rose by 9.2%", "up 9.2%", "an increase of 9.2%"], ["增长9.2%", "增长9.2%", "9.2%的增幅"]),
    ("同比下降超过25.17%", "change-percent", None,
     ["fell by more than 25.17% year on year", "down more than 25.17% year on year",
      "a decrease of more than 25.17% year on year"],
     ["同比下降超过25.17%", "同比下降超过25.17%", "同比超过25.17%的降幅"]),
    ("门诊量比上年增加37867个", "count", ("place", "places"),
     ["rose by 37,867 places on the year before", "up 37,867 places on the year before",
      "an increase of 37,867 places on the year before"],
     ["比上年增加37867个", "比上年增加37867个", "比上年37867个的增幅"]),
    ("减少500万元", "money", None,
     ["fell by CNY 5 million", "down CNY 5 million", "a decrease of CNY 5 million"],
     ["减少500万元", "减少500万元", "500万元的降幅"]),
    ("收窄0.3个百分点", "change-points", None,
     ["fell by 0.3 percentage points", "down 0.3 percentage points", "a decrease of 0.3 percentage points"],
     ["收窄0.3个百分点", "收窄0.3个百分点", "0.3个百分点的降幅"]),
    ("年增9.9%", "change-percent", None,
     ["rose by 9.9% year on year", "up 9.9% year on year", "an increase of 9.9% year on year"],
     ["年增9.9%", "年增9.9%", "9.9%的增幅"]),
    ("-5.2%", "change-percent", None,
     ["fell by 5.2%", "down 5.2%", "a decrease of 5.2%"], ["下降5.2%", "下降5.2%", "5.2%的降幅"]),
    ("人均提高5元", "money", None,
     ["rose by CNY 5 per person", "up CNY 5 per person", "an increase of CNY 5 per person"],
     ["人均提高5元", "人均提高5元", "人均5元的增幅"]),
    ("减少一半", "change-percent", None,
     ["fell by half", "down by half", "a decrease of half"], ["减少一半", "减少一半", "一半的降幅"]),
]  # fmt: skip
IN_WORDS = [
    ("翻一番", ["doubled", "doubled", "an increase of 100%"]),
    ("增长一倍以上", ["at least doubled", "at least doubled", "an increase of at least 100%"]),
    ("同比持平", ["was unchanged year on year", "unchanged year on year", "no change year on year"]),
]


@pytest.mark.parametrize(("stated", "measure", "noun", "en", "zh"), SAID, ids=lambda value: str(value)[:24])
def test_a_change_is_said_as_the_sentence_needs_it(
    stated: str, measure: Measure, noun: tuple[str, str] | None, en: list[str], zh: list[str]
) -> None:
    quantity = parse(stated, measure)
    assert states_change(quantity)
    assert [write_change(quantity, form, "en", noun) for form in FORMS] == en
    assert [write_change(quantity, form, "zh") for form in FORMS] == zh
    assert all(agrees(quantity, said) for said in en)


@pytest.mark.parametrize(("stated", "en"), IN_WORDS)
def test_a_change_that_is_a_word_keeps_it(stated: str, en: list[str]) -> None:
    quantity = parse(stated, "change-percent")
    assert [write_change(quantity, form, "en") for form in FORMS] == en
    assert {write_change(quantity, form, "zh") for form in FORMS} == {stated}


@pytest.mark.parametrize(
    ("stated", "measure"),
    [("5%", "share"), ("提高到5%", "share"), ("由3%提高到5%", "share"), ("433个", "count"), ("同比少增5万元", "money"),
     ("高于全国平均水平0.6个百分点", "change-points"), ("节省3亿元", "money"), ("第4", "rank"), ("A+", "grade"),
     ("历史新高", "change-percent")],
)  # fmt: skip
def test_what_is_no_plain_rise_or_fall_is_not_said_so(stated: str, measure: Measure) -> None:
    assert not states_change(parse(stated, measure))


def test_what_an_editor_read_is_written_as_the_editor_wrote_it() -> None:
    assert not states_change(by_hand("约略升两成", "change-percent", Hand("up about 20%")))


def test_the_house_writes_changes_as_all_else() -> None:
    rules = Rules(house=House(money="name", percent="per cent", more_than="over"))
    written = [
        write_change(parse(stated, measure, rules), "rose", "en", rules=rules)
        for stated, measure in (("增长超过9.2%", "change-percent"), ("减少500万元", "money"))
    ]
    assert written == ["rose by over 9.2 per cent", "fell by 5 million yuan"]
