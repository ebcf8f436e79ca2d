"""A chart draws only what can be drawn honestly together.

Refused: a figure whose measure the kind cannot draw; marks that differ in unit, scope or period without
words that say so; a number stated as inexact where the kind has no mark for that; a target among results.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from report.model import Chart, ChartPanel, ChartRow, Figure, Report
from report.model.walk import Spot, walk
from report.problems import Problem
from report.quantity import Measure, Qualifier, Quantity, QuantityError, parse
from report.series import rows_of, rows_of_panel
from report.words import messages

_BOUNDED = frozenset({Qualifier.MORE_THAN, Qualifier.AT_LEAST})


@dataclass(frozen=True)
class _Kind:
    """What a kind of chart can draw honestly.

    Attributes:
        measures: What its marks may measure.
        most: How many marks it holds at most; 0 for any number.
        open_ended: Whether it draws “more than” and “at least” as such.
        targets: Whether it draws a target as one.
        one_unit: Whether all its marks stand on one axis, so that words about different units would not help.
    """

    measures: frozenset[Measure]
    most: int = 0
    open_ended: bool = False
    targets: bool = False
    one_unit: bool = False

    @property
    def qualifiers(self) -> frozenset[Qualifier]:
        """What a number may be stated as: for “about” and “nearly” no kind has a mark."""
        return frozenset({Qualifier.EXACT, *(_BOUNDED if self.open_ended else ())})


_KINDS = {
    "rank": _Kind(frozenset({"rank"}), most=1),
    "shares": _Kind(frozenset({"share"}), open_ended=True, targets=True),
    "apart": _Kind(frozenset({"count", "money", "share"}), open_ended=True, targets=True),
    "change": _Kind(frozenset({"share"}), most=1),
    "stages": _Kind(frozenset({"money"}), one_unit=True),
    "spans": _Kind(frozenset({"duration"}), one_unit=True),
    "squares": _Kind(frozenset({"count"}), open_ended=True),
    "bars": _Kind(frozenset({"count"}), open_ended=True, targets=True, one_unit=True),
    "target": _Kind(frozenset({"share"}), most=1, targets=True),
    "series": _Kind(frozenset({"count", "money", "share"}), open_ended=True, one_unit=True),
}


def check_charts(report: Report) -> Iterator[Problem]:
    """Charts that would show more, or other, than their figures state."""
    for spot in walk(report):
        if isinstance(spot.value, Chart):
            chart = _Checked(spot, spot.value, report)
            yield from chart.rows()
            yield from chart.together()
            yield from chart.parts()


class _Checked:
    """One chart with its figures."""

    def __init__(self, spot: Spot, chart: Chart, report: Report) -> None:
        self.spot, self.chart, self.report, self.kind = spot, chart, report, _KINDS[chart.kind]
        self.figures = [report.figure[row.figure] for row in rows_of(report, chart) if row.figure in report.figure]

    def rows(self) -> Iterator[Problem]:
        """Each mark by itself."""
        for number, panel in enumerate(self.chart.panels):
            for at, row in enumerate(rows_of_panel(self.report, panel)):
                below = ("panels", number, "rows", at) if panel.rows else ("panels", number, "indicator")
                if (figure := self.report.figure.get(row.figure)) is not None:
                    yield from self._row(figure, row, below)
            measures = {figure.measure for row in panel.rows if (figure := self.report.figure.get(row.figure))}
            if len(measures) > 1:
                yield self._refused("mixed", "panels", number)
            yield from self._rows_or_plan(panel, number)

    def together(self) -> Iterator[Problem]:
        """All marks beside each other: what differs must be said, and on one axis units may not differ."""
        if self.chart.kind == "series":
            return  # Its years must be equal; `report.validate.series` says where they are not.
        if self.kind.most and len(self.figures) > self.kind.most:
            yield self._refused("one", "panels")
        words = messages()["_charts"]
        units = list(dict.fromkeys(unit for figure in self.figures if (unit := self._unit(figure))))
        if self.kind.one_unit and len(units) > 1:
            yield self._refused("units", "panels", units=", ".join(units))
            return
        scopes = {figure.scope for figure in self.figures}
        # How many years a span lasts is its value; only its end is its period.
        periods = {figure.period.model_copy(update={"years": None}) for figure in self.figures}
        differing = {"unit": len(units), "scope": len(scopes), "period": len(periods)}
        what = [words[name] for name, number in differing.items() if number > 1]
        if what and not (self.chart.differs or self.chart.caution):
            yield self.spot.problem("chart-differs", "panels", what=", ".join(what))

    def parts(self) -> Iterator[Problem]:
        """What one kind needs and the others do not have."""
        chart, words = self.chart, messages()["_charts"]
        for key, kind in (("field", "rank"), ("caution", "apart")):
            if chart.kind == kind and getattr(chart, key) is None:
                yield self.spot.problem("missing", key, key=key, what=words[key])
        if chart.kind == "apart" and len({len(panel.rows) for panel in chart.panels}) > 1:
            yield self._refused("uneven", "panels")
        for number, panel in enumerate(chart.panels):
            for at, row in enumerate(panel.rows):
                for key, kind in (("change", "change"), ("result", "target")):
                    given, below = getattr(row, key) is not None, ("panels", number, "rows", at)
                    if chart.kind == kind and not given:
                        yield self.spot.problem("missing", *below, key=key, what=words[key])
                    elif given and chart.kind != kind:
                        yield self.spot.problem("chart-part", *below, key, key=key, kind=kind)

    def _row(self, figure: Figure, row: ChartRow, below: tuple[str | int, ...]) -> Iterator[Problem]:
        quantity = self._quantity(figure)
        if figure.measure not in self.kind.measures:
            yield self._refused("measure", *below, id=figure.id, measure=figure.measure)
        elif quantity is not None and quantity.qualifier not in self.kind.qualifiers:
            yield self._refused("qualifier", *below, id=figure.id, stated=figure.stated)
        if figure.status == "target" and not self.kind.targets:
            yield self._refused("target", *below, id=figure.id)
        if self.chart.kind == "target" and figure.status != "target":
            yield self._refused("no-target", *below, id=figure.id)
        if self.chart.kind == "spans" and figure.measure == "duration" and figure.period.through is None:
            yield self._refused("no-span", *below, id=figure.id)
        yield from self._change(figure, row, below)

    def _change(self, figure: Figure, row: ChartRow, below: tuple[str | int, ...]) -> Iterator[Problem]:
        """The change must be of this figure: percentage points, of the same scope, on the year before."""
        change = self.report.figure.get(row.change or "")
        if change is None or self.chart.kind != "change":
            return
        compared = change.period.compared_with
        fits = change.measure == "change-points" and change.scope == figure.scope and compared is not None
        if not fits or change.period.year != figure.period.year:
            yield self._refused("change-of", *below, "change", id=change.id, of=figure.id)

    def _rows_or_plan(self, panel: ChartPanel, number: int) -> Iterator[Problem]:
        plans = {plan.year for plan in self.report.plans}
        if panel.plan is None and panel.indicator is None and self.chart.kind != "series" and not panel.rows:
            yield self.spot.problem("missing", "panels", number, key="rows", what=messages()["_charts"]["rows"])
        elif panel.plan is not None and (self.chart.kind != "bars" or panel.rows or panel.plan not in plans):
            yield self._refused("plan", "panels", number, "plan", plan=str(panel.plan))

    def _quantity(self, figure: Figure) -> Quantity | None:
        """What the figure says; nothing if its phrase cannot be read, which is a problem told elsewhere."""
        try:
            return parse(figure.stated, figure.measure)
        except QuantityError:
            return None

    def _unit(self, figure: Figure) -> str:
        quantity = self._quantity(figure)
        return quantity.amounts[0].unit if quantity and quantity.amounts else ""

    def _refused(self, why: str, *below: str | int, **values: str) -> Problem:
        words = messages()["_charts"]
        expected = words["measures"].format(measures=", ".join(sorted(self.kind.measures)))
        said = words[why].format(**values)
        return self.spot.problem("chart-figures", *below, kind=self.chart.kind, why=said, expected=expected)
