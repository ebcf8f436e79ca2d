"""Phrases that were once read wrongly without a word, and the others of their kinds."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any, cast, get_args

import pytest
import yaml
from quantity_contexts import WORDS, is_said, stated
from tables import for_each

from report.quantity import Measure, QuantityError, Rules, parse, to_plain, write_en, write_zh
from report.quantity.crosscheck import agrees

PHRASES: dict[str, list[dict[str, Any]]] = yaml.safe_load(
    (Path(__file__).parents[2] / "quantity_silent.yml").read_text(encoding="utf-8")
)


@for_each("phrase", PHRASES["read"])
def test_each_reads_as_it_states(phrase: dict[str, Any]) -> None:
    rules = Rules(currency=phrase.get("currency", "CNY"))
    quantity = parse(phrase["stated"], phrase["measure"], rules)
    english = write_en(quantity, tuple(map(tuple, phrase.get("noun", ()))), rules=rules)
    values = [to_plain(amount.value) for amount in quantity.amounts]
    assert (values, quantity.qualifier, english) == (phrase["values"], phrase["qualifier"], phrase["en"])
    assert write_zh(quantity) == phrase["stated"]
    assert agrees(quantity, english, rules=rules)


@for_each("phrase", PHRASES["refused"])
def test_each_is_refused_with_its_reason(phrase: dict[str, Any]) -> None:
    with pytest.raises(QuantityError) as caught:
        parse(phrase["stated"], phrase["measure"], Rules(currency="CNY"))
    assert caught.value.code == phrase["refused"]


def test_what_stands_around_a_number_is_said_or_refused() -> None:
    dice, rules, wrong = random.Random(7), Rules(currency="CNY"), []
    for _ in range(1000):
        meant = stated(dice)
        try:
            quantity = parse(meant.text, cast(Measure, meant.measure), rules)
        except QuantityError:
            continue
        english = write_en(quantity, meant.noun, rules=rules)
        values = tuple(amount.value for amount in quantity.amounts)
        if values != meant.values or not is_said(meant, english) or not agrees(quantity, english, rules=rules):
            wrong.append((meant.kind, meant.text, english, meant.words))
    assert wrong == []


def test_whatever_the_text_no_other_error_is_raised() -> None:
    dice, rules, pieces = random.Random(3), Rules(currency="CNY"), WORDS["pieces"].split()
    phrases = [one["stated"] for one in (*PHRASES["read"], *PHRASES["refused"])]
    for _ in range(3000):
        text = "".join(dice.choices(pieces, k=dice.randint(1, 6)))
        if dice.random() < 0.5:
            phrase = dice.choice(phrases)
            at = dice.randrange(len(phrase))
            text = phrase[:at] + dice.choice(pieces) + phrase[at + dice.randint(0, 2) :]
        try:
            quantity = parse(text, dice.choice(get_args(Measure)), rules)
        except QuantityError:
            continue
        assert write_zh(quantity) == text
        assert quantity.open_base or write_en(quantity, rules=rules), text
