"""The second form of a value beside the stated one: 320,000 mu (about 21,300 hectares).

Belongs here: which form, and how exact. Does not belong here: the units and their factors (`words/units.yml`).

Example:
    >>> from report.quantity.units import product_units
    >>> unit = product_units().find("亩")
    >>> with_second_form("90 million mu", Amount(Decimal(90_000_000), "亩"), unit, None)
    '90 million mu (6 million hectares)'
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from report.quantity import en_numbers
from report.quantity.units import Units, UnitWords
from report.quantity.values import Amount, to_plain
from report.quantity.words import quantity_words

_LEAST_DIGITS = 3  # A converted value is as exact as the stated one, but has three digits at least.


@dataclass(frozen=True)
class SecondForm:
    """A value in another unit.

    Attributes:
        value: Exact where two decimals hold it, else rounded.
        unit: Singular and plural of the other unit.
        rounded: Whether it was rounded.
    """

    value: Decimal
    unit: tuple[str, str]
    rounded: bool

    @property
    def english(self) -> str:
        """The second form as English writes it: about 21,300 hectares."""
        text = f"{en_numbers.scaled(self.value)} {self.unit[0 if self.value == 1 else 1]}"
        return quantity_words().qualifiers["about"].format(number=text) if self.rounded else text


def second_form(amount: Amount, unit: UnitWords | None) -> SecondForm | None:
    """The second form of an amount; nothing for a rate, a range and a unit that has none."""
    if unit is None or amount.per or amount.to is not None or amount.style or not amount.value:
        return None
    size = amount.value.copy_abs()
    fitting = [form for form in unit.convert if size >= form.least]
    if not fitting:
        return None
    form = max(fitting, key=lambda form: form.least)
    digits = max(len(size.normalize().as_tuple().digits), _LEAST_DIGITS)
    number, rounded = _decimal(Fraction(size) * form.by, digits)
    return SecondForm(number, form.en, rounded)


def named(unit: tuple[str, str], units: Units) -> str:
    """The Chinese name of a unit of a second form, where a known unit has its English; else the English."""
    return next((known.zh for known in units.by_name.values() if known.en == unit), unit[1])


def with_second_form(text: str, amount: Amount, unit: UnitWords | None, noun: tuple[str, str] | None) -> str:
    """The second form beside the stated one: 320,000 mu (about 21,300 hectares)."""
    second = second_form(amount, unit)
    if second is None or (unit is not None and noun not in (None, unit.en)):
        return text
    return quantity_words().forms["converted"].format(number=text, other=second.english)


def _decimal(exact: Fraction, digits: int) -> tuple[Decimal, bool]:
    """A converted value: exact where two decimals hold it, else rounded to so many digits, and to two decimals."""
    value = Decimal(exact.numerator) / Decimal(exact.denominator)
    quantum = Decimal(1).scaleb(max(value.adjusted() - digits + 1, -2))
    if Fraction(value) == exact and exact * 100 == int(exact * 100):
        return Decimal(to_plain(value.normalize())), False
    rounded = value.quantize(quantum, ROUND_HALF_UP)
    return Decimal(to_plain(rounded.normalize())), Fraction(rounded) != exact
