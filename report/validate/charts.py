"""Checks that a chart draws only figures that can be compared.

Refused: what the kind declares that it cannot draw (`report.validate.chart_figures`), and marks that differ in
unit, scope or period without words that say so. What else a kind refuses is in its file (`charts.kinds`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from charts.kind import ChartKind
from charts.kinds import DATA_KINDS, kinds_with
from charts.marks import ChartFigure
from report.bases import is_preliminary
from report.model import Chart, ChartPanel, ChartRow, Figure, Report
from report.model.charts import SeriesBreak
from report.model.walk import Spot, walk
from report.parts import parts_of_whole
from report.problems import Problem, did_you_mean
from report.series import (
    axis_unit_of,
    differences,
    quantity_of,
    rows_of,
    rows_of_panel,
    series_of,
    stated_of,
    unit_of,
)
from report.validate.chart_figures import apart, differing, is_plain_count, kinds_for, refused
from report.words import messages
from report.yaml.reader import Steps


def check_charts(report: Report) -> Iterator[Problem]:
    """Charts that would show more than, or other than, their figures state."""
    for spot in walk(report):
        if isinstance(spot.value, Chart):
            chart = _ChartChecks(spot, spot.value, report)
            yield from chart.keys()
            yield from chart.rows()
            yield from chart.together()
            yield from chart.of_its_kind()


class _ChartChecks:
    """One chart with its figures."""

    def __init__(self, spot: Spot, chart: Chart, report: Report) -> None:
        self.spot, self.chart, self.report = spot, chart, report
        self.kind: ChartKind[Any] = DATA_KINDS[chart.kind]
        self.years_joined = "indicator" in self.kind.required_keys
        self.figures = [report.figure[row.figure] for row in rows_of(report, chart) if row.figure in report.figure]

    def keys(self) -> Iterator[Problem]:
        """Keys of certain kinds only: required where the kind needs them, refused elsewhere."""
        yield from self._keys(self.chart, ("field", "caution"), ())
        field = self.report.figure.get(self.chart.field or "")
        if field is not None:
            yield from self._field(stated_of(self.report, field))
        for number, panel in enumerate(self.chart.panels):
            below = ("panels", number)
            yield from self._keys(panel, ("indicator", "breaks", "whole"), below)
            yield from self._rows_or_other(panel, below)
            for at, row in enumerate(panel.rows):
                yield from self._keys(row, ("change", "result"), (*below, "rows", at))

    def rows(self) -> Iterator[Problem]:
        """Each mark by itself, and the years of an indicator."""
        for number, panel in enumerate(self.chart.panels):
            for at, row in enumerate(rows_of_panel(self.report, panel)):
                if (figure := self.report.figure.get(row.figure)) is not None:
                    yield from self._row(figure, _place(panel, number, at))
            if "whole" in self.kind.keys:
                yield from self._parts(panel, ("panels", number))
            if self.years_joined and panel.indicator is not None and not panel.rows and panel.plan is None:
                yield from self._years(panel.indicator, panel.breaks or (), ("panels", number))

    def together(self) -> Iterator[Problem]:
        """Differences between the marks: the chart must state them, and on one axis units may not differ."""
        if self.kind.max_panels and len(self.chart.panels) > self.kind.max_panels:
            yield self._refused("panels", "panels", number=str(self.kind.max_panels))
            return
        if any(panel.plan for panel in self.chart.panels) and self.figures:
            yield self._refused("counted", "panels")
        if self.kind.max_marks and len(self.figures) > self.kind.max_marks:
            yield self._refused("one", "panels")
        known = self._known()
        if self.years_joined:  # Others are no years, which `_years` says.
            known = [[figure for figure in panel if figure.year] for panel in known]
        found = [*apart(self.kind, known)]
        single = self.years_joined and len(self.chart.panels) < 2
        if single:  # Measure, unit and scope of its years are checked by `_years`.
            found = [each for each in found if each[1][0] in ("lengths", "sides")]
        for number, (why, values) in found:
            yield self._refused(why, "panels", *(() if number is None else (number,)), **values)
        if found:
            return
        words = messages()["_charts"]
        first = {is_preliminary(figure) for figure in self.figures}
        if len(first) > 1 and not (self.chart.differs or self.chart.caution):
            yield self.spot.problem("chart-differs", "panels", what=words["preliminary"])
        if single:
            return
        units = {axis_unit_of(self.report, figure) for figure in self.figures if quantity_of(self.report, figure)}
        scopes = {figure.scope for figure in self.figures}
        # How many years a span lasts is its value; only its end is its period.
        periods = {figure.period.model_copy(update={"years": None}) for figure in self.figures}
        differing = {"unit": len(units), "scope": len(scopes), "period": 0 if self.years_joined else len(periods)}
        what = [words[name] for name, number in differing.items() if number > 1]
        if what and not (self.chart.differs or self.chart.caution):
            yield self.spot.problem("chart-differs", "panels", what=", ".join(what))

    def of_its_kind(self) -> Iterator[Problem]:
        """What else its kind refuses, once every figure is known."""
        known = self._known()
        if sum(map(len, known)) == len(rows_of(self.report, self.chart)):
            for below, why in self.kind.check(known):
                yield self._problem(why, *below)

    def _known(self) -> list[list[ChartFigure]]:
        """What the figures of each panel state, as far as they exist."""
        panels = [
            [self._stated(row, _place(panel, number, at)) for at, row in enumerate(rows_of_panel(self.report, panel))]
            for number, panel in enumerate(self.chart.panels)
        ]
        return [[stated for stated in panel if stated] for panel in panels]

    def _keys(self, model: Chart | ChartPanel | ChartRow, keys: tuple[str, ...], below: Steps) -> Iterator[Problem]:
        for key in keys:
            given = getattr(model, key) is not None
            if given and key not in self.kind.keys:
                yield self.spot.problem("chart-part", *below, key, key=key, kind=", ".join(kinds_with(key)))
            elif not given and key in self.kind.required_keys:
                where = below or (key,)
                yield self.spot.problem("missing", *where, key=key, what=self.kind.required_keys[key])

    def _rows_or_other(self, panel: ChartPanel, below: Steps) -> Iterator[Problem]:
        """A panel has rows, or a plan of the report, or an indicator: one of them."""
        plans = {plan.year for plan in self.report.plans}
        if panel.plan is None and panel.indicator is None and not panel.rows and not self.years_joined:
            yield self.spot.problem("missing", *below, key="rows", what=messages()["_charts"]["rows"])
        elif panel.plan is not None and ("plan" not in self.kind.keys or panel.rows or panel.plan not in plans):
            values = {"plan": str(panel.plan), "kind": ", ".join(kinds_with("plan"))}
            yield self._refused("plan", *below, "plan", **values)
        if panel.indicator is not None and self.years_joined and (panel.rows or panel.plan is not None):
            kinds = ", ".join(kinds_with("indicator"))
            yield self.spot.problem("chart-part", *below, "indicator", key="indicator", kind=kinds)

    def _row(self, figure: Figure, below: Steps) -> Iterator[Problem]:
        if quantity_of(self.report, figure) is None:
            return  # Its phrase is another check's problem.
        if reason := refused(self.kind, stated_of(self.report, figure)):
            yield self._refused(reason[0], *below, **reason[1])

    def _years(self, id: str, breaks: Sequence[SeriesBreak], panel: Steps) -> Iterator[Problem]:
        """Years of one indicator join only where they measure the same."""
        below = (*panel, "indicator")
        known = self.report.indicator
        if id not in known:
            yield self.spot.problem("unknown-indicator", *below, id=id, near=did_you_mean(id, known))
            return
        for what, first, second in differences(self.report, id, [each.year for each in breaks]):
            values = (self._compared_value(what, figure) for figure in (first, second))
            yield self._unequal(below, what, *values, first.id, second.id)
        years = [figure.period.calendar_year or 0 for figure in series_of(self.report, id)]
        if len(years) < 2:
            yield self._unequal(below, "few", id)
            return
        for at, each in enumerate(breaks):
            if not years[0] < each.year <= years[-1]:
                named = {"first": str(years[0]), "last": str(years[-1]), "year": str(each.year)}
                yield self._refused("break", *panel, "breaks", at, "year", **named)
        if (note := known[id].note) is not None and not breaks:
            yield self._unequal(below, "note", note.en)

    def _field(self, field: ChartFigure) -> Iterator[Problem]:
        """How many were ranked: an exact count, and no place is behind the last."""
        if not is_plain_count(field):
            yield self._refused("field", "field", id=field.id, stated=field.stated)
            return
        for rank in (figure for panel in self._known() for figure in panel if figure.measure == "rank"):
            if rank.value is not None and field.value is not None and rank.value > field.value:
                named = {"id": rank.id, "stated": rank.stated, "other": field.id, "other_stated": field.stated}
                yield self._refused("behind", "field", **named)

    def _parts(self, panel: ChartPanel, below: Steps) -> Iterator[Problem]:
        """Rows that are parts of one whole, each once: of a figure that they name, or shares of what `whole` says."""
        figures = [figure for row in panel.rows if (figure := self.report.figure.get(row.figure))]
        wholes = {figure.part_of for figure in figures}
        whole = self.report.figure.get(next(iter(wholes)) or "") if len(wholes) == 1 else None
        stated = [stated_of(self.report, figure) for figure in figures]
        for at, part in enumerate(stated):
            if other := next((each.id for each in stated if each.id in part.whole_parts), None):
                yield self._refused("overlap", *below, "rows", at, id=part.id, other=other)
                return
        if reason := differing("wholes", [each for each in stated if each.part_of], lambda each: each.part_of or ""):
            yield self._refused(reason[0], *below, **reason[1])
            return
        if panel.whole is None and whole is None:
            yield self._refused("no-whole", *below)
            return
        if panel.whole is not None and (wrong := [f for f in figures if unit_of(self.report, f) != "%"]):
            yield self._refused("whole-words", *below, "whole", id=wrong[0].id)
        if panel.whole is not None and len({(f.scope, f.period, f.status) for f in figures}) > 1:
            yield self._refused("unlike-parts", *below)
        if panel.whole is None and whole is not None:
            if whole.parts is not None and whole.parts.note is not None:
                yield self._refused("parts-note", *below, id=whole.id, note=whole.parts.note.en)
            elif reason := refused(replace(self.kind, periods=frozenset()), stated_of(self.report, whole)):
                yield self._refused(reason[0], *below, **reason[1])
        if parts_of_whole(self.report, figures, None if panel.whole else whole) == "above":
            yield self._refused("above", *below)

    def _compared_value(self, what: str, figure: Figure) -> str:
        values = {"unit": axis_unit_of(self.report, figure), "measure": figure.measure, "scope": figure.scope.en}
        values["end"] = messages()["_senses"].get(figure.period.of_year, "")
        return values.get(what, str(figure.period.calendar_year))

    def _unequal(self, below: Steps, what: str, *values: str) -> Problem:
        why, other = messages()["_series"][what].format(*values), kinds_with("caution")[0]
        return self.spot.problem("series-unequal", *below, why=why, other=other)

    def _stated(self, row: ChartRow, at: Steps) -> ChartFigure | None:
        figure, change = self.report.figure.get(row.figure), self.report.figure.get(row.change or "")
        return stated_of(self.report, figure, change, at) if figure and (change or not row.change) else None

    def _refused(self, why: str, *below: str | int, **values: str) -> Problem:
        names = messages()["_measure_names"]
        for key, name in (("measure", "name"), ("value", "name"), ("other_value", "other_name")):
            values |= {name: names[values[key]]} if values.get(key) in names else {}
        return self._problem(messages()["_charts"][why].format(**values), *below)

    def _problem(self, why: str, *below: str | int) -> Problem:
        measures, others = ", ".join(sorted(self.kind.measures)), ", ".join(kinds_for(self._known()))
        expected = messages()["_charts"]["expected" if others else "measures"].format(measures=measures, kinds=others)
        return self.spot.problem("chart-figures", *below, kind=self.chart.kind, reason=why, expected=expected)


def _place(panel: ChartPanel, number: int, at: int) -> Steps:
    """The path of a mark: its row, or the indicator of which it is a year."""
    return ("panels", number, "rows", at) if panel.rows else ("panels", number, "indicator")
