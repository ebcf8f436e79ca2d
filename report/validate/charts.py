"""A chart draws only what can be drawn honestly together."""

from __future__ import annotations

from collections.abc import Iterator

from report.model import Chart, Figure, Report
from report.problems import Problem
from report.validate.walk import Spot, walk
from report.words import messages

_MEASURES = {"rank": {"rank"}, "shares": {"share"}, "apart": {"count", "money", "share"}}


def check_charts(report: Report) -> Iterator[Problem]:
    """Charts of figures of another measure, without their field or caution, or mixing measures in a panel."""
    for spot in walk(report):
        if isinstance(spot.value, Chart):
            yield from _chart(spot, spot.value, report)


def _chart(spot: Spot, chart: Chart, report: Report) -> Iterator[Problem]:
    fits = _MEASURES[chart.kind]
    for number, panel in enumerate(chart.panels):
        figures = [report.figure[row.figure] for row in panel.rows if row.figure in report.figure]
        for row, figure in enumerate(figures):
            if figure.measure not in fits:
                yield _refused(spot, chart, "measure", figure, "panels", number, "rows", row)
        if len({figure.measure for figure in figures}) > 1:
            yield _refused(spot, chart, "mixed", figures[0], "panels", number)
    if chart.kind == "rank" and chart.field is None:
        yield spot.problem("missing", "field", key="field", what=messages()["_charts"]["field"])
    if chart.kind == "apart" and chart.caution is None:
        yield spot.problem("missing", "caution", key="caution", what=messages()["_charts"]["caution"])
    if chart.kind == "apart" and len({len(panel.rows) for panel in chart.panels}) > 1:
        yield spot.problem("chart-figures", "panels", kind=chart.kind, why=messages()["_charts"]["uneven"], expected="")


def _refused(spot: Spot, chart: Chart, why: str, figure: Figure, *below: str | int) -> Problem:
    words = messages()["_charts"]
    expected = words["measures"].format(measures=", ".join(sorted(_MEASURES[chart.kind])))
    said = words[why].format(id=figure.id, measure=figure.measure)
    return spot.problem("chart-figures", *below, kind=chart.kind, why=said, expected=expected)
