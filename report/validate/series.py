"""A series draws years that measure the same, and says which ones do not.

Belongs here: the messages about charts of kind `series`. Does not belong here: which figures make one
(`report.series`), what every chart must keep to (`report.validate.charts`).
"""

from __future__ import annotations

from collections.abc import Iterator

from report.model import Chart, ChartPanel, Figure, Report
from report.model.walk import Spot, walk
from report.problems import Problem, did_you_mean
from report.series import differences, series_of, unit_of
from report.words import messages


def check_series(report: Report) -> Iterator[Problem]:
    """Panels of a series that name no indicator, an unknown one, or one whose years do not join."""
    for spot in walk(report):
        if isinstance(spot.value, Chart):
            for number, panel in enumerate(spot.value.panels):
                yield from _panel(spot, spot.value, panel, number, report)


def _panel(spot: Spot, chart: Chart, panel: ChartPanel, number: int, report: Report) -> Iterator[Problem]:
    below = ("panels", number)
    if panel.indicator is None:
        if chart.kind == "series":
            what = messages()["_charts"]["indicator"]
            yield spot.problem("missing", *below, key="indicator", what=what)
        return
    known = {indicator.id: indicator for indicator in report.indicators}
    if chart.kind != "series" or panel.rows or panel.plan is not None:
        yield spot.problem("chart-part", *below, "indicator", key="indicator", kind="series")
    elif panel.indicator not in known:
        near = did_you_mean(panel.indicator, known)
        yield spot.problem("unknown-indicator", *below, "indicator", id=panel.indicator, near=near)
    else:
        for what, first, second in differences(report, panel.indicator):
            yield _refused(spot, number, what, _told(what, first), _told(what, second), first.id, second.id)
        if len(series_of(report, panel.indicator)) < 2:
            yield _refused(spot, number, "few", panel.indicator)
        if (note := known[panel.indicator].note) is not None:
            yield _refused(spot, number, "note", note.en)


def _refused(spot: Spot, number: int, what: str, *said: str) -> Problem:
    why = messages()["_series"][what].format(*said)
    return spot.problem("series-unequal", "panels", number, "indicator", why=why)


def _told(what: str, figure: Figure) -> str:
    told = {"unit": unit_of(figure), "measure": figure.measure, "scope": figure.scope.en}
    return told.get(what, str(figure.period.year))
