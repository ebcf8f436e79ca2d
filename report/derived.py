"""Values that no article prints: worked out from figures, always marked as such.

Belongs here: the few sums that a chart may do, with exact decimals. Does not belong here: judging whether
they may be done (`report.validate.charts`), or how they are marked (`macros`, `charts`).

Example:
    >>> write_zh(earlier(parse("53.43%", "share"), parse("提升6.29个百分点", "change-points")))
    '47.14%'
"""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

from report.model import Language, Report
from report.model.figure import Period
from report.quantity import Amount, Measure, Quantity, write_en, write_zh
from report.quantity.values import to_plain
from report.quantity.zh import scaled_zh

_MOST_SQUARES = 60  # Three lines of twenty: more of them nobody counts.


def earlier(share: Quantity, change: Quantity) -> Quantity:
    """The share a year before: the share now less the percentage points by which it changed.

    Raises:
        ValueError: One of the two has no single value.
    """
    if share.value is None or change.value is None:
        raise ValueError("no single value")
    value = share.value - change.value
    return Quantity("share", (Amount(value, share.amounts[0].unit, printed=to_plain(value)),))


def write_derived(quantity: Quantity, language: Language) -> str:
    """A value worked out, as words."""
    return write_zh(quantity, "number") if language == "zh" else write_en(quantity, None, "number")


def first_year(period: Period) -> int:
    """The year in which an unbroken span began: the last one counts too.

    Raises:
        ValueError: The period is no such span.
    """
    if period.through is None or period.years is None:
        raise ValueError("not a span of years")
    return period.through - period.years + 1


def commitments_by_theme(report: Report, year: int) -> dict[str, int]:
    """How many commitments a year's plan holds for each theme, in the order of the edition; nought included.

    Themes that no plan of the report speaks of are left out.
    """
    found = Counter(commitment.theme for plan, part in report.workstreams() for commitment in part.commitments
                    if plan.year == year)  # fmt: skip
    spoken_of = {commitment.theme for commitment in report.all_commitments()}
    return {theme.id: found[theme.id] for theme in report.edition.themes if theme.id in spoken_of}


def write_amount(value: Decimal, unit: str, measure: Measure, language: Language) -> str:
    """A round amount of a scale: 1000万元, CNY 10 million."""
    size, magnitude = scaled_zh(value)
    quantity = Quantity(measure, (Amount(value, unit, printed=to_plain(size), magnitude=magnitude),))
    return write_zh(quantity, "short") if language == "zh" else write_en(quantity, None, "short")


def worth_of_square(report: Report, id: str, language: Language) -> tuple[Decimal, str]:
    """How many of a count one square of a chart stands for, a power of ten, and that in words."""
    figure, quantity = report.figure[id], report.quantity[id]
    worth = Decimal(1)
    while quantity.value is not None and quantity.value / worth > _MOST_SQUARES:
        worth *= 10
    amount = Amount(worth, quantity.amounts[0].unit, printed=to_plain(worth))
    one = Quantity("count", (amount,))
    return worth, write_zh(one) if language == "zh" else write_en(one, figure.noun.en if figure.noun else None)


def powers_of_ten(values: list[Decimal]) -> list[Decimal]:
    """The powers of ten from the last below all values to the first above them."""
    low, high = min(values).adjusted(), max(values).adjusted()
    top = high if max(values) == Decimal(10) ** high else high + 1
    return [Decimal(10) ** power for power in range(low, top + 1)]
