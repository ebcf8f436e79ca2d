"""The range of an axis on which small changes show: whole steps around the values, from zero where that costs little.

Belongs here: where an axis begins and ends. Does not belong here: drawing it, saying that it does not begin at zero
(the kinds that use it).

Example:
    >>> axis_around([Decimal("77.3"), Decimal("78.6")])
    Axis(low=Decimal('77'), high=Decimal('79'))
    >>> axis_around([Decimal(3), Decimal(8)])
    Axis(low=Decimal('0'), high=Decimal('8'))
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from charts.marks import ChartContent

STEPS = 4
"""About how many steps the values span."""
FROM_ZERO = Decimal("0.3")
"""Values that differ by this part of the greatest show their differences from zero too."""


@dataclass(frozen=True)
class Axis:
    """The two ends of an axis, in the unit of its values."""

    low: Decimal
    high: Decimal

    def __post_init__(self) -> None:
        if not self.low < self.high:
            raise ValueError(f"the axis runs from {self.low} to {self.high}")

    @property
    def is_cut(self) -> bool:
        """Whether it does not begin at zero, which must be said."""
        return self.low != 0

    def at(self, value: Decimal, length: float) -> float:
        """How far from its beginning a value is, on an axis `length` px long."""
        return float((value - self.low) / (self.high - self.low)) * length


def axis_around(values: Iterable[Decimal]) -> Axis:
    """An axis that ends at whole steps around values, none of them negative."""
    known = list(values)
    least, most = min(known), max(known)
    from_zero = most - least >= FROM_ZERO * most
    step = step_of((most if from_zero else most - least) or most or Decimal(1))
    low = Decimal(0) if from_zero else _whole(least, step, ROUND_FLOOR)
    return Axis(low, max(_whole(most, step, ROUND_CEILING), low + step))


def axis_of(content: ChartContent) -> tuple[Axis, tuple[str, str]]:
    """The axis around all values of a chart, with its two ends as they are written."""
    axis = axis_around(mark.value for mark in content.marks)
    low, high = (content.write(content.marks[0], end, "number") for end in (axis.low, axis.high))
    return axis, (low, high)


def step_of(span: Decimal) -> Decimal:
    """The greatest of 1, 2 and 5 times a power of ten that goes into a span at least `STEPS` times, or nearly."""
    power = Decimal(10) ** (span / STEPS).adjusted()
    return next(power * factor for factor in (1, 2, 5, 10) if power * factor * STEPS >= span)


def _whole(value: Decimal, step: Decimal, rounding: str) -> Decimal:
    return Decimal(format(((value / step).to_integral_value(rounding) * step).normalize(), "f"))
