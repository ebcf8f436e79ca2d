"""What a quantity is: the values that `quantity_parse` reads and `quantity_zh` and `quantity_en` write.

Belongs here: the types, the error, exact arithmetic on a value, rounding for the short form. Does not
belong here: Chinese or English grammar.

Example: 20余万人次 is a count of one amount, 200,000 人次, MORE_THAN; printed "20", inner "余", magnitude "万".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_HALF_UP, ROUND_UP, Context, Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import Literal

Measure = Literal["count", "money", "share", "change-points", "change-percent", "rank", "grade", "duration", "compound"]
Form = Literal["full", "number", "short"]
Direction = Literal["up", "down"]
WordKind = Literal["date", "lead", "level", "up", "down", "qualifier"]
Code = Literal[
    "no-number",  # nothing in the phrase is a number
    "leading-text",  # {text} before the number is not a word that may stand there
    "trailing-text",  # {rest} behind a unit, or where one should stand
    "number-malformed",  # {number}: 1,23 or 007 or 二三
    "number-too-long",  # {number} has more digits than anything that is counted
    "two-magnitudes",  # {text}: 3万万, 1亿2000万
    "two-qualifiers",  # {words}: 约20余万, 至少…以上
    "two-directions",  # {words}
    "direction-missing",  # a change says whether up or down
    "direction-not-allowed",  # {word}: 提升 belongs to a change
    "level-not-change",  # {word}: 提升至90% is where it stands, not by how much it rose
    "qualifier-not-allowed",  # {word}: a rank or grade is exact; in a compound it stands in an amount
    "unit-missing",  # {number}
    "wrong-unit",  # {unit} is of another measure
    "several-amounts",  # {text}: 6类15项 is a compound
    "one-amount",  # {text}: a compound has two or more
    "not-a-rank",  # {text}: a rank starts with 第
    "unknown-grade",  # {text}: no letters, and not among the grades of words/quantities.yml
    "noun-mismatch",  # {expected} pairs of nouns for {got}; by `write_en` alone
]

# Wide enough for any number that `parse` accepts times any magnitude: nothing is ever rounded by it.
_EXACT = Context(prec=60)
_SIGNIFICANT_DIGITS = 3
_OF_A_WHOLE: frozenset[Measure] = frozenset({"share", "change-percent"})


class Qualifier(StrEnum):
    """How the number bounds the quantity. It speaks of the size: 下降超过25% is down *more* than 25%."""

    EXACT = "exact"
    MORE_THAN = "more-than"
    AT_LEAST = "at-least"
    ABOUT = "about"
    NEARLY = "nearly"
    AT_MOST = "at-most"


class QuantityError(ValueError):
    """A phrase that cannot be read, or nouns that do not fit it.

    Attributes:
        code: Which of the reasons of `Code`; key of the wording.
        values: What the wording's placeholders stand for, as text.
    """

    def __init__(self, code: Code, **values: str) -> None:
        super().__init__(code, values)
        self.code: Code = code
        self.values: Mapping[str, str] = MappingProxyType(values)


@dataclass(frozen=True, slots=True)
class Word:
    """A word in front of the number, as printed, and what it does there."""

    text: str
    kind: WordKind


@dataclass(frozen=True, slots=True)
class Amount:
    """One number with its unit, and how Chinese printed it.

    Attributes:
        value: In base units: 218900, 8808600 (元), 53.43 (%), -25.17 (down).
        unit: As printed: 次, 元, %, 个百分点, 名, 年; empty in 第4.
        qualifier: Its own, or for a single amount the one in front of the phrase.
        printed: The number as printed, without magnitude: "21.89", "1,047", "两".
        inner: 余 or 多 before the magnitude, 20余万.
        magnitude: 万, 亿, 百万 … behind the printed number.
        outer: 余 or 多 behind the magnitude, 4.9万余.
        tail: 左右, 以上 … behind the unit.
    """

    value: Decimal
    unit: str
    qualifier: Qualifier = Qualifier.EXACT
    printed: str = ""
    inner: str = ""
    magnitude: str = ""
    outer: str = ""
    tail: str = ""


@dataclass(frozen=True, slots=True)
class Quantity:
    """What a stated phrase says.

    Attributes:
        measure: What kind of quantity it is.
        amounts: One; two or more for a compound; none for a grade.
        head: The words in front of the number, in their order.
        grade: The grade as printed, A+ or A级; None for all other measures.
    """

    measure: Measure
    amounts: tuple[Amount, ...] = ()
    head: tuple[Word, ...] = ()
    grade: str | None = None

    @property
    def value(self) -> Decimal | None:
        """The value in base units; None for a grade and for a compound, which have no single one."""
        return self.amounts[0].value if len(self.amounts) == 1 else None

    @property
    def qualifier(self) -> Qualifier:
        """EXACT only where every amount is; else the first that is not. Exact values alone may be drawn as such."""
        return next((a.qualifier for a in self.amounts if a.qualifier is not Qualifier.EXACT), Qualifier.EXACT)

    @property
    def direction(self) -> Direction | None:
        """`up` or `down` for a change, also for a change by 0; None for all else."""
        for word in self.head:
            if word.kind == "up" or word.kind == "down":
                return word.kind
        return None


def to_plain(value: Decimal) -> str:
    """Plain digits for open data: no exponent, no separators, no minus before zero; 2.10 stays 2.10."""
    return format(value.copy_abs() if value.is_zero() else value, "f")


def times(number: Decimal, size: Decimal) -> Decimal:
    """The exact product, without the zeros behind the point that 2.50万 would leave."""
    product = _EXACT.multiply(number, size).normalize(_EXACT)
    return Decimal(to_plain(product))


def shortened(amount: Amount, measure: Measure) -> tuple[Decimal, Qualifier]:
    """The size and qualifier of an amount in the short form: three significant digits.

    Rounding must leave the statement true. More than or at least 234,567 is also more than 234,000,
    so those two round down; nearly and at most round up; an exact number rounds half up and becomes
    `about`. A rank is a name and a whole is a whole: ranks are not rounded, and neither a share nor a
    fall below 100 is ever rounded up to 100.

    Returns:
        The size, not negative, and the qualifier to write; both unchanged where three digits suffice.
    """
    size, qualifier = amount.value.copy_abs(), amount.qualifier
    if measure == "rank" or size.is_zero():
        return size, qualifier
    quantum = Decimal((0, (1,), size.adjusted() - _SIGNIFICANT_DIGITS + 1))
    if qualifier in (Qualifier.MORE_THAN, Qualifier.AT_LEAST):
        rounding = ROUND_DOWN
    elif qualifier in (Qualifier.NEARLY, Qualifier.AT_MOST):
        rounding = ROUND_UP
    else:
        rounding = ROUND_HALF_UP
    short = size.quantize(quantum, rounding, _EXACT)
    if short == size or (measure in _OF_A_WHOLE and size < 100 <= short):
        return size, qualifier
    return Decimal(to_plain(short)), Qualifier.ABOUT if qualifier is Qualifier.EXACT else qualifier
