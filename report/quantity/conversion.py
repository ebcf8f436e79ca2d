"""The second form of a value beside the stated one: 320,000 mu (about 21,333 hectares).

Belongs here: which form, and how exact. Does not belong here: the units and their factors (`words/units.yml`).

Example:
    >>> from report.quantity.units import product_units
    >>> unit = product_units().find("亩")
    >>> with_second_form("90 million mu", Amount(Decimal(90_000_000), "亩"), unit, None)
    '90 million mu (6 million hectares)'
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from report.quantity import en_numbers
from report.quantity.units import UnitWords
from report.quantity.values import Amount, to_plain
from report.quantity.words import quantity_words

_WHOLE_FROM = 1000  # A converted value from here on is shown without decimals.


def with_second_form(text: str, amount: Amount, unit: UnitWords | None, noun: tuple[str, str] | None) -> str:
    """The second form beside the stated one: 320,000 mu (about 21,333 hectares)."""
    if (
        unit is None
        or not unit.convert
        or amount.per
        or amount.to is not None
        or amount.style
        or noun not in (None, unit.en)
    ):
        return text
    size = amount.value.copy_abs()
    fitting = [form for form in unit.convert if size >= form.least]
    if not fitting or not size:
        return text
    form = max(fitting, key=lambda form: form.least)
    exact = Fraction(size) * form.by
    number, rounded = _decimal(exact)
    other = f"{en_numbers.scaled(number)} {form.en[0 if number == 1 else 1]}"
    words = quantity_words()
    other = words.qualifiers["about"].format(number=other) if rounded else other
    return words.forms["converted"].format(number=text, other=other)


def _decimal(exact: Fraction) -> tuple[Decimal, bool]:
    """A converted value: exact where two decimals hold it, else without decimals from a thousand on."""
    value = Decimal(exact.numerator) / Decimal(exact.denominator)
    quantum = Decimal(1) if value >= _WHOLE_FROM else Decimal("0.01")
    if Fraction(value) == exact and exact * 100 == int(exact * 100):
        return Decimal(to_plain(value.normalize())), False
    rounded = value.quantize(quantum, ROUND_HALF_UP)
    return Decimal(to_plain(rounded.normalize())), Fraction(rounded) != exact
