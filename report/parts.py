"""How parts stand to their whole: in its own unit, or as percentages of it, which add up to 100.

Does not belong here: which figures may be parts of which (`report.validate.relations`).

Example:
    >>> parts_of_whole(report, [government, society, households], total)  # doctest: +SKIP
    'equal'
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Literal

from report.model import Figure, Report
from report.quantity import Amount, Quantity
from report.quantity.sums import compare
from report.series import quantity_of, unit_of

_ALL = Quantity("share", (Amount(Decimal(100), "%"),))
"""All of a whole: exact, unlike a printed 100%, which may be rounded."""


def parts_of_whole(
    report: Report, parts: Sequence[Figure], whole: Figure | None
) -> Literal["above", "below", "equal"] | None:
    """How the sum of the parts stands to the whole, or to 100 per cent of it; none if a phrase cannot be read."""
    of_whole = quantity_of(report, whole) if whole is not None and not are_percentages(report, parts, whole) else _ALL
    read = [quantity for figure in parts if (quantity := quantity_of(report, figure)) is not None]
    if of_whole is None or not of_whole.amounts or len(read) < len(parts) or not all(q.amounts for q in read):
        return None
    return compare(read, of_whole)


def are_percentages(report: Report, parts: Sequence[Figure], whole: Figure) -> bool:
    """Whether the parts are percentages of a whole that is an amount: 26.7% of 90575.8亿元."""
    if whole.measure not in ("count", "money", "duration"):
        return False
    return all(part.measure == "share" and unit_of(report, part) == "%" for part in parts)
