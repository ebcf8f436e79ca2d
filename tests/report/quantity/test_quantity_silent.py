"""No phrase is read wrongly without a word: a seeded search by phrases from a grammar written apart from the reader."""

from __future__ import annotations

import random
from typing import cast

import pytest
from quantity_phrases import Meant, crude_values, phrase

from report.quantity import Measure, Quantity, QuantityError, parse, write_en, write_zh
from report.quantity.crosscheck import agrees

NOUN = ("case", "cases")
MOST = 3000
# What may stand by a slip where it changes what a phrase says: sizes, bounds, units, marks.
SLIPS = (
    "萬億亿兆佰仟十百千万餘余几来多内起前后强成折倍旬半数约超近不到以上下至～-—/%"
    "‰元年月日个人第每从比增降0123456789.,，、一二三两点分岁"
)
PLAIN = {"count", "money", "percent", "points", "duration", "age"}


def read(meant: Meant) -> Quantity | None:
    try:
        return parse(meant.text, cast(Measure, meant.measure))
    except QuantityError:
        return None


def said(quantity: Quantity) -> tuple[object, ...]:
    (amount,) = quantity.amounts
    per = int(amount.per.size) if amount.per else None
    return amount.value, amount.to, amount.qualifier.value, amount.currency, per


@pytest.mark.parametrize("seed", range(2))
def test_what_is_read_is_what_was_meant(seed: int) -> None:
    dice = random.Random(seed)
    meant = [phrase(dice) for _ in range(MOST)]
    pairs = [(one, read(one)) for one in meant]
    wrong = [
        (one.text, said(quantity))
        for one, quantity in pairs
        if quantity and said(quantity) != (one.value, one.to, one.qualifier, one.currency, one.per)
    ]
    refused = {one.text for one, quantity in pairs if quantity is None}
    assert wrong == []
    assert len(refused) < MOST / 50, sorted(refused)[:20]
    for one, quantity in pairs:
        if quantity is not None:
            assert write_zh(quantity) == one.text
            noun = NOUN if quantity.measure == "count" else None
            assert agrees(quantity, write_en(quantity, noun)), (one.text, write_en(quantity, noun))


@pytest.mark.parametrize("seed", range(2))
def test_a_slip_in_a_phrase_is_refused_or_read_for_what_it_says(seed: int) -> None:
    """A number that is read out of a damaged phrase is one that plain arithmetic finds in it."""
    dice = random.Random(1000 + seed)
    wrong = []
    for _ in range(MOST):
        meant = phrase(dice)
        at, text = dice.randrange(len(meant.text) + 1), meant.text
        slip = dice.choice([dice.choice(SLIPS), ""])
        damaged = text[:at] + slip + text[at + dice.choice([0, 1]) :]
        try:
            quantity = parse(damaged, cast(Measure, meant.measure))
        except QuantityError:
            continue
        values = crude_values(damaged)
        for amount in quantity.amounts:
            if quantity.kind in PLAIN and not amount.style and amount.to is None and abs(amount.value) not in values:
                wrong.append((damaged, str(amount.value), sorted(map(str, values))))
    assert wrong == []
