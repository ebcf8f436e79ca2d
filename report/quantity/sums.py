"""Whether parts can add up to a whole, as far as their rounding and qualifiers leave open.

Belongs here: the bounds of a value and the comparison. Does not belong here: which figures are parts of which
(`report.validate.relations`).

Example:
    >>> from report.quantity.parser import parse
    >>> compare([parse("40%", "share"), parse("61%", "share")], parse("100%", "share"))
    'equal'
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Literal

from report.quantity.values import Amount, Qualifier, Quantity

Bounds = tuple[Decimal, Decimal]

_ABOUT = Decimal("0.1")  # 约 and 近 may be this part of the value away from it.
_NO_END = Decimal("Infinity")


def compare(parts: Sequence[Quantity], whole: Quantity) -> Literal["above", "below", "equal"]:
    """How the sum of the parts stands to the whole: `equal` where rounding and qualifiers leave it possible."""
    bounds = [_bounds(part.amounts[0]) for part in parts]
    low, high = (sum((bound[end] for bound in bounds), Decimal(0)) for end in (0, 1))
    least, most = _bounds(whole.amounts[0])
    if low > most:
        return "above"
    return "below" if high < least else "equal"


def _bounds(amount: Amount) -> Bounds:
    """The least and the most that an amount says."""
    value, half = amount.value, rounding(amount)
    match amount.qualifier:
        case Qualifier.MORE_THAN | Qualifier.AT_LEAST:
            return value, _NO_END
        case Qualifier.AT_MOST | Qualifier.LESS_THAN:
            return Decimal(0), value
        case Qualifier.ABOUT:
            return value - abs(value) * _ABOUT, value + abs(value) * _ABOUT
        case Qualifier.NEARLY:
            return value - abs(value) * _ABOUT, value
        case _:
            return value - half, (amount.to if amount.to is not None else value) + half


def rounding(amount: Amount) -> Decimal:
    """Half of the last digit printed: 0.005万 of 1.25万, half a percent of 53%; none of a plain whole number."""
    try:
        printed = Decimal(amount.printed.replace(",", "")).normalize()
    except ArithmeticError:
        return Decimal(0)  # In Chinese numerals, or read by hand: as it stands.
    decimals = Decimal(amount.printed.replace(",", "")).as_tuple().exponent
    if not isinstance(decimals, int) or (decimals == 0 and not amount.magnitude and amount.unit != "%"):
        return Decimal(0)
    size = amount.value.copy_abs() / printed.copy_abs() if printed else Decimal(1)
    return size.scaleb(decimals) / 2
