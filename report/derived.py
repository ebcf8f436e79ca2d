"""Values that no article prints: counted from entries, or computed by a chart and written like a figure's.

Does not belong here: whether a chart may compute them, computing and marking them (`charts.kinds`).

Example:
    >>> write_value(parse("53.43%", "share"), Decimal("47.14"), None, pair({})["zh"], "number")
    '47.14%'
"""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

from languages import ORIGINAL
from languages import Language as Record
from report.model import Report
from report.quantity import Amount, Form, Quantity, write_en, write_zh
from report.quantity.en import Noun
from report.quantity.values import to_plain
from report.quantity.zh import scaled_zh


def commitments_by_theme(report: Report, year: int) -> dict[str, int]:
    """How many commitments a year's plan holds for each theme, in the order of the edition, zero included.

    Themes without a commitment in any plan of the report are left out.
    """
    plan = report.plan_of(year)
    found = Counter(commitment.theme for commitment in (plan.all_commitments() if plan else ()))
    used = {commitment.theme for commitment in report.all_commitments()}
    return {theme.id: found[theme.id] for theme in report.edition.themes if theme.id in used}


def write_value(
    like: Quantity, value: Decimal, noun: tuple[Noun, ...] | None, language: Record, form: Form = "full"
) -> str:
    """Another value in measure and unit of a quantity, exact and without its qualifier.

    `noun` and `form` are those of `write_en`; `short` is for round values: 1000万元, CNY 10 million.
    """
    size, magnitude = scaled_zh(value, language.script) if form == "short" else _in_magnitude_of(like, value, form)
    first = like.amounts[0]
    amount = Amount(
        value, first.unit, printed=to_plain(size), magnitude=magnitude, per=first.per, currency=first.currency
    )
    quantity = Quantity(like.measure, (amount,), kind=like.kind)
    return write_zh(quantity, form, language.script) if language.side == ORIGINAL else write_en(quantity, noun, form)


def _in_magnitude_of(like: Quantity, value: Decimal, form: Form) -> tuple[Decimal, str]:
    """A number in 万 or 亿 as that of the quantity is, unless it is less than one of them."""
    first = like.amounts[0]
    try:
        factor = first.value / Decimal(first.printed.replace(",", ""))
    except ArithmeticError:
        return value, ""
    if form != "number" or not first.magnitude or abs(value) < factor:
        return value, ""
    return Decimal(to_plain((value / factor).normalize())), first.magnitude
