"""Figures that belong to others: the change of a figure, and the parts of a whole, which must add up.

Belongs here: these rules. Does not belong here: whether the ids exist (`report.validate.references`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from report.model import Figure, Report
from report.model.walk import Spot, walk
from report.parts import are_percentages, parts_of_whole
from report.problems import Problem
from report.series import quantity_of, unit_of

_ADDED = frozenset({"count", "money", "share", "duration"})  # Ranks, grades and changes do not add up.


def check_relations(report: Report) -> Iterator[Problem]:
    """Changes that are of another figure, parts of another kind than their whole, sums that cannot be."""
    spots = {spot.value.id: spot for spot in walk(report) if isinstance(spot.value, Figure)}
    parts: dict[str, list[Figure]] = {}
    for spot in spots.values():
        figure: Figure = spot.value
        if (base := report.figure.get(figure.change_of or "")) is not None and (
            why := _no_change(report, figure, base)
        ):
            yield spot.problem("change-of-another", "change_of", id=base.id, why=why)
        if (whole := report.figure.get(figure.part_of or "")) is not None:
            if why := _no_part(report, figure, whole):
                yield spot.problem("part-of-another", "part_of", id=whole.id, why=why)
            else:
                parts.setdefault(whole.id, []).append(figure)
    for id, members in parts.items():
        yield from _sum(report, spots[id], members)
    for id, spot in spots.items():
        if spot.value.parts is not None and id not in {f.part_of for f in report.figures}:
            yield spot.problem("parts-missing", "parts", id=id)


def _no_change(report: Report, figure: Figure, base: Figure) -> str:
    """The key that keeps a figure from being the change of another; empty where nothing does."""
    quantity = quantity_of(report, figure)
    is_change = figure.measure.startswith("change") or (quantity is not None and quantity.direction is not None)
    differs: Mapping[str, bool] = {
        "measure": quantity is not None and not is_change,
        "indicator": figure.indicator != base.indicator,
        "scope": figure.scope != base.scope,
        "period": figure.period.compared_with is None or figure.period.calendar_year != base.period.calendar_year,
        "id": figure.id == base.id or base.change_of is not None,
    }
    return next((key for key, wrong in differs.items() if wrong), "")


def _no_part(report: Report, figure: Figure, whole: Figure) -> str:
    """The key that keeps a figure from being a part of another; empty where nothing does."""
    percentage = are_percentages(report, [figure], whole)
    both = [quantity for f in (figure, whole) if (quantity := quantity_of(report, f)) is not None]
    units = [report.rules.units.of(unit_of(report, f)) for f in (figure, whole)]
    differs: Mapping[str, bool] = {
        "id": figure.id == whole.id,
        "measure": not percentage and (figure.measure != whole.measure or figure.measure not in _ADDED),
        "stated": any(len(quantity.amounts) != 1 for quantity in both)
        or (not percentage and len(both) == 2 and units[0] is not units[1]),
        "period": figure.period != whole.period,
        "status": figure.status != whole.status,
    }
    return next((key for key, wrong in differs.items() if wrong), "")


def _sum(report: Report, spot: Spot, members: list[Figure]) -> Iterator[Problem]:
    """Parts are no more than their whole, and together equal to it where they are all of it.

    Amounts and percentages are added up apart: either may be all of it.
    """
    whole: Figure = spot.value
    if whole.parts and whole.parts.note:
        return
    groups: dict[str, list[Figure]] = {}
    for figure in members:
        groups.setdefault(figure.measure, []).append(figure)
    found = [(parts_of_whole(report, group, whole), group) for group in groups.values()]
    complete = whole.parts is not None and whole.parts.complete and "equal" not in [how for how, _ in found]
    for how, group in found:
        values = {"expected": whole.stated, "value": " + ".join(f"{f.stated} ({f.id})" for f in group)}
        if are_percentages(report, group, whole):
            values["expected"] = "100%"
        if how == "above":
            yield spot.problem("parts-above", "stated", **values)
        elif how == "below" and complete:
            yield spot.problem("parts-below", "stated", **values)
