"""The words that English writes around numbers, read from `report/words/quantities.yml`.

Belongs here: the shape of that file. Does not belong here: how a quantity is put together
(`quantity_en`) or read (`quantity_parse`, which takes the closed units from here, so that a unit
that can be read can also be written).

Example:
    >>> quantity_words().durations["年"]
    ('year', 'years')
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

import yaml

_FILE = Path(__file__).parent.parent / "words" / "quantities.yml"


@dataclass(frozen=True)
class QuantityWords:
    """Patterns hold `{number}`; pairs are singular and plural; keys of units are Chinese.

    Attributes:
        qualifiers: Pattern by the value of a `Qualifier`.
        directions: Pattern for `up` and `down`.
        money: Pattern by currency unit, 元.
        shares: Pattern by sign, %, ‰, /10万.
        points: Pair by unit, 个百分点.
        durations: Pair by unit of time.
        scales: Size and pattern, largest first.
        ordinals: Ending by last digit, `other` for the rest.
        grades: English by the Chinese grade.
        joins: What stands `between` the parts of a compound, and before its `last`.
    """

    qualifiers: Mapping[str, str]
    directions: Mapping[str, str]
    money: Mapping[str, str]
    shares: Mapping[str, str]
    points: Mapping[str, tuple[str, str]]
    durations: Mapping[str, tuple[str, str]]
    scales: tuple[tuple[Decimal, str], ...]
    ordinals: Mapping[str, str]
    grades: Mapping[str, str]
    joins: Mapping[str, str]


@cache
def quantity_words() -> QuantityWords:
    """The words, read once. A file that lacks a part fails here, not while a page is written."""
    with _FILE.open(encoding="utf-8") as stream:
        words = yaml.load(stream, Loader=yaml.SafeLoader)
    return QuantityWords(
        **words
        | {
            "points": _pairs(words["points"]),
            "durations": _pairs(words["durations"]),
            "scales": tuple((Decimal(size), pattern) for size, pattern in words["scales"]),
        }
    )


def _pairs(words: Mapping[str, list[str]]) -> dict[str, tuple[str, str]]:
    return {unit: (singular, plural) for unit, (singular, plural) in words.items()}
