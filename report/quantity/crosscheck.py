"""Whether an English phrase says the number that a Chinese one says.

The English is read by rules of its own, not by those that wrote it, so that a slip of the writer or a noun
that smuggles a number in (“million visits”) shows. Belongs here: number, scale, unit, qualifier and
direction of an English phrase. Does not belong here: the nouns of counts, which `validate.terms` and people look at.

Example:
    >>> agrees(parse("880.86万元", "money"), "CNY 8.8086 million")
    True
    >>> agrees(parse("2015万元", "money"), "CNY 2.015 million")
    False
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from report.quantity import Form, Qualifier, Quantity, write_en
from report.quantity.words import quantity_words


@dataclass(frozen=True)
class Said:
    """One number of a phrase.

    Attributes:
        value: Its size, in base units.
        unit: `money`, `%`, `points`, `rank`, a unit of time, or empty for what has a noun.
        qualifier: How it bounds the quantity.
        direction: `up`, `down`, or empty.
    """

    value: Decimal
    unit: str
    qualifier: Qualifier
    direction: str


def agrees(quantity: Quantity, english: str, form: Form = "full") -> bool:
    """Whether an English phrase says what a quantity says.

    Args:
        quantity: From `report.quantity.parse`.
        english: The phrase, with or without its noun.
        form: `number` leaves out the direction of a change.
    """
    if quantity.measure == "grade":
        return english == write_en(quantity)
    return read_chinese(quantity, form) == read_english(english)


def read_chinese(quantity: Quantity, form: Form = "full") -> list[Said]:
    """The numbers of a quantity."""
    direction = (quantity.direction or "") if form == "full" else ""
    words = quantity_words()
    units = {**words.shares, **{unit: pair[0] for unit, pair in {**words.points, **words.durations}.items()}}
    fixed = {"money": "money", "rank": "rank", "count": "", "compound": ""}
    return [
        Said(a.value.copy_abs(), fixed.get(quantity.measure, units.get(a.unit, "")), a.qualifier, direction)
        for a in quantity.amounts
    ]


def read_english(text: str) -> list[Said]:
    """The numbers of an English phrase, in their order. A number that is not read whole is not read at all."""
    found = []
    for match in _pattern().finditer(text):
        value = Decimal(match["number"].replace(",", "")) * _scales().get(match["scale"] or "", 1)
        qualifier = _qualifiers()[match["qualifier"] or ""]
        found.append(Said(value, _unit(match), qualifier, match["direction"] or ""))
    return found


def _unit(match: re.Match[str]) -> str:
    if match["money"]:
        return "money"
    if match["ordinal"]:
        return "rank"
    singular = {pair[1]: pair[0] for pair in (*quantity_words().points.values(), *quantity_words().durations.values())}
    unit = (match["unit"] or "").strip()
    signs = {pattern.format(number="").strip(): pattern for pattern in quantity_words().shares.values()}
    return signs.get(unit, singular.get(unit, unit))


@cache
def _pattern() -> re.Pattern[str]:
    words = quantity_words()
    pairs = [word for pair in (*words.points.values(), *words.durations.values()) for word in pair]
    signs = [pattern.format(number="").strip() for pattern in words.shares.values()]
    endings = (rf"{re.escape(word)}\b" for word in sorted(pairs, key=len, reverse=True))
    units = "|".join([*map(re.escape, signs), *endings])
    return re.compile(
        rf"""
        (?:(?P<direction>{"|".join(words.directions)})\ )?
        (?:(?P<qualifier>{"|".join(map(re.escape, filter(None, _qualifiers())))})\ )?
        (?P<money>CNY\ )?
        (?P<number>\d[\d,]*(?:\.\d+)?)
        (?P<ordinal>st|nd|rd|th)?
        (?:\ (?P<scale>{"|".join(filter(None, _scales()))}))?
        (?P<unit>\ ?(?:{units}))?
        """,
        re.VERBOSE,
    )


@cache
def _scales() -> dict[str, Decimal]:
    return {pattern.format(number="").strip(): scale for scale, pattern in quantity_words().scales}


@cache
def _qualifiers() -> dict[str, Qualifier]:
    return {pattern.format(number="").strip(): Qualifier(name) for name, pattern in quantity_words().qualifiers.items()}
