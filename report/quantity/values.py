"""What a quantity is: the values that `parser` reads and `zh` and `en` write.

Belongs here: the types, the error, exact arithmetic on a value, rounding for the short form. Does not
belong here: Chinese or English grammar.

Example: 20余万人次 is a count of one amount, 200,000 人次, MORE_THAN; printed "20", inner "余", magnitude "万".
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_HALF_UP, ROUND_UP, Context, Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import Literal

Measure = Literal["count", "money", "share", "change-points", "change-percent", "rank", "grade", "duration", "compound"]
Form = Literal["full", "number", "short"]
Direction = Literal["up", "down"]
WordKind = Literal["date", "base", "lead", "label", "per", "level", "up", "down", "qualifier"]
Kind = Literal[
    "count",  # 1070785个, 95.5亿, 58亿吨
    "age",  # 60岁及以上
    "money",  # 90575.8亿元, 3.2万亿美元
    "percent",  # 53.43%, 百分之五
    "fraction",  # 三分之二, 一半, 七成
    "rate",  # 6.77‰ is a percent; 10.64/10万, 每百户37.5辆
    "ratio",  # 1:1.18
    "multiple",  # 1.7倍, 翻番
    "points",  # 0.6个百分点
    "duration",  # 一年半
    "span",  # 近3年: the past three years
    "rank",  # 第4
    "top",  # 前十, 20强, 前10%
    "last",  # 倒数第二
    "grade",  # A+, 五星级
    "list",  # 6方面109项
    "words",  # 历史新高: no number in it
]
Reading = Literal["rule", "hand"]
Code = Literal[
    "reads-back",  # {text}: what would be written
    "no-number",  # nothing in the phrase is a number
    "leading-text",  # {text} before {rest} is not a word that may stand there
    "trailing-text",  # {rest} behind {read}
    "number-malformed",  # {number}: 1,23 or 007 or 二三五
    "number-too-long",  # {number} has more digits than anything that is counted
    "number-idiom",  # {number}: 百家, 万人: a hundred, or all of them
    "magnitude-open",  # {text}: 兆 is a million here and a million million there
    "two-magnitudes",  # {text}: 3万万
    "two-qualifiers",  # {words}: 约20余万, 至少…以上
    "two-directions",  # {words}
    "direction-missing",  # {text}: a change says whether up or down
    "fall-above-all",  # {text}: nothing falls by more than 100%
    "moves-other-way",  # {text}: 由52.2%提高到37.5%
    "level-and-change",  # {text}: 5.2亿吨，增长3.1% is a figure and its change
    "level-not-change",  # {word}: 提升至90% is where it stands, not by how much it rose
    "qualifier-not-allowed",  # {word}: a rank or grade is exact; a range has its own bounds
    "unit-missing",  # {number}
    "unit-unknown",  # {unit}
    "per-size",  # {unit}: 每3人, which is no rate on one, ten, a hundred …
    "per-unknown",  # {unit}: no English for it as a denominator
    "range-falls",  # {text}: from the larger to the smaller
    "currency-open",  # {text}: 元, and the report says no currency
    "multiple-open",  # {text}: 一倍 without a verb is as much again, or as much
    "multiple-of-ratio",  # {text}: 减少0.02倍 is a fall by 2%, or from 6.17 to 6.15 times
    "one-each",  # {text}: 一村一医 is one doctor in each village
    "date",  # {text}: a year, a fiscal year
    "span-open",  # {text}: 近20天 is nearly 20 days, or the past 20
    "wrong-measure",  # {measure} is what {text} states
    "several-amounts",  # {text}: 6类15项 is a compound
    "one-amount",  # {text}: a compound has two or more
    "not-a-rank",  # {text}: a rank starts with 第
    "unknown-grade",  # {text}: no letters, and not among the grades of words/quantities.yml
    "base-open",  # {base}: what {text} is a share of has no English that is known; by `write_en` alone
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
    LESS_THAN = "less-than"


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
class Per:
    """What a rate is counted against: 每千人口 and /10万.

    Attributes:
        size: 1,000 of 每千人口; 1 of /人; 10,000 of 每万元.
        unit: Its name, 人口; empty in /10万.
        printed: As printed.
        english: Singular and plural; empty without a unit; of money with `{size}`, CNY {size} of GDP.
    """

    size: Decimal
    unit: str = ""
    printed: str = ""
    english: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class Word:
    """A word in front of the number, as printed, what it does there, the English that it gives, the rate it makes."""

    text: str
    kind: WordKind
    english: str = ""
    per: Per | None = None


@dataclass(frozen=True, slots=True)
class Amount:
    """One number with its unit, and how Chinese printed it.

    Attributes:
        value: In base units: 218900, 8808600 (元), 53.43 (%), -25.17 (down). Of a range the lower end.
        unit: As printed: 次, 元, %, 个百分点, 名, 年; empty in 第4. 七成 and 三分之二 are in %.
        qualifier: Its own, or for a single amount the one in front of the phrase.
        printed: The number as printed, without magnitude: "21.89", "1,047", "两", "10至15".
        inner: 余 or 多 before the magnitude, 20余万.
        magnitude: 万, 亿, 百万 … behind the printed number.
        outer: 余 or 多 behind the magnitude, 4.9万余.
        tail: 左右, 以上 … behind the unit.
        to: The upper end of a range, in base units.
        per: What a rate is counted against.
        currency: ISO 4217, for money.
        terms: The numbers of a ratio, or of a fraction (2 and 3 of 三分之二).
        style: How the size is said where not by its digits: `or` (七八), `vague` (几十), `half` (两个半),
            `off` (8折), `doubled` (翻番), `each` (两个80%).
        bound: English of the qualifier where its word has one of its own: "within {number}".
        core: The amount as printed, where it is not put together of the parts above.
        head: The words in front of it, where they are its own: of the second and later amounts of a list.
    """

    value: Decimal
    unit: str
    qualifier: Qualifier = Qualifier.EXACT
    printed: str = ""
    inner: str = ""
    magnitude: str = ""
    outer: str = ""
    tail: str = ""
    to: Decimal | None = None
    per: Per | None = None
    currency: str = ""
    terms: tuple[Decimal, ...] = ()
    style: str = ""
    bound: str = ""
    core: str = ""
    head: tuple[Word, ...] = ()


@dataclass(frozen=True, slots=True)
class Quantity:
    """What a stated phrase says.

    Attributes:
        measure: What kind of quantity it is.
        amounts: One; two or more for a compound or a list; none for a grade and for what is said in words.
        head: The words in front of the number, in their order.
        grade: The grade as printed, A+ or A级; None for all other measures.
        kind: The production of the grammar that read it.
        stated: The phrase as printed; empty for a value worked out, which is written from its parts.
        start: Where it stood before, of 由52.2%提高到57.5%.
        english: The English, where it does not follow from the amounts: of a phrase in words, of a reading by
            hand. `{noun}` stands for what is counted.
        reading: By rule, or by an editor's hand.
    """

    measure: Measure
    amounts: tuple[Amount, ...] = ()
    head: tuple[Word, ...] = ()
    grade: str | None = None
    kind: Kind = "count"
    stated: str = ""
    start: Amount | None = None
    english: str = ""
    reading: Reading = "rule"

    @property
    def value(self) -> Decimal | None:
        """The value in base units; None for a grade, a range and several amounts, which have no single one."""
        return self.amounts[0].value if len(self.amounts) == 1 and self.amounts[0].to is None else None

    @property
    def qualifier(self) -> Qualifier:
        """EXACT only where every amount is; else the first that is not. Exact values alone may be drawn as such."""
        return next((a.qualifier for a in self.amounts if a.qualifier is not Qualifier.EXACT), Qualifier.EXACT)

    @property
    def direction(self) -> Direction | None:
        """`up` or `down` for a change, also for a change by 0; None for all else."""
        return direction_of(self.head)

    @property
    def open_base(self) -> str:
        """What it is a share of, as printed, where no English is known for it: the figure's noun says it."""
        name = next((word.text for word in self.head if word.kind == "base" and not word.english), "")
        return re.sub("的?(?:比重|比例|份额)?$", "", name)


def direction_of(head: tuple[Word, ...]) -> Direction | None:
    """The direction that the words in front of a number give it."""
    for word in head:
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
    if measure == "rank" or size.is_zero() or amount.core or amount.to is not None or amount.style or amount.terms:
        return size, qualifier
    quantum = Decimal((0, (1,), size.adjusted() - _SIGNIFICANT_DIGITS + 1))
    if qualifier in (Qualifier.MORE_THAN, Qualifier.AT_LEAST):
        rounding = ROUND_DOWN
    elif qualifier in (Qualifier.NEARLY, Qualifier.AT_MOST, Qualifier.LESS_THAN):
        rounding = ROUND_UP
    else:
        rounding = ROUND_HALF_UP
    short = size.quantize(quantum, rounding, _EXACT)
    if short == size or (measure in _OF_A_WHOLE and size < 100 <= short):
        return size, qualifier
    return Decimal(to_plain(short)), Qualifier.ABOUT if qualifier is Qualifier.EXACT else qualifier
