"""Figures as charts take them, and whether the years of one indicator form a series.

A series needs one unit, one measure, one scope and a calendar year for each figure. Where one figure differs, there is
no series at all: one without that year would hide the difference.

Belongs here: which figures make a series. Does not belong here: drawing it (`charts`), messages
(`report.validate.charts`).

Example:
    >>> [figure.id for figure in series_of(report, "visits")]  # doctest: +SKIP
    ['visits.2024', 'visits.2025']
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from charts.marks import ChartFigure
from report.model import Chart, ChartPanel, ChartRow, Figure, Report
from report.quantity import Qualifier, Quantity, QuantityError

OPEN_ENDED = frozenset({Qualifier.MORE_THAN, Qualifier.AT_LEAST})
"""Qualifiers of a number that is a lower bound."""

RESULTS = frozenset({"reported", "context"})  # A target, or money only asked for, is no year of a series.


def series_of(report: Report, indicator: str) -> tuple[Figure, ...]:
    """The results of an indicator, without its changes and parts, the earliest first.

    Those of the same year or of none stand in the files' order.
    """
    found = [
        figure
        for figure in report.figures
        if figure.indicator == indicator and figure.status in RESULTS and not _within(report, figure)
    ]
    return tuple(sorted(found, key=lambda figure: figure.period.year or 0))


def _within(report: Report, figure: Figure) -> bool:
    """Whether a figure is the change or a part of another of its own indicator, and so no year of it."""
    others = (report.figure.get(id) for id in (figure.change_of, figure.part_of) if id)
    return any(other is not None and other.indicator == figure.indicator for other in others)


def rows_of_panel(report: Report, panel: ChartPanel) -> tuple[ChartRow, ...]:
    """The marks of a panel: those written in it, or a mark for each year of its indicator."""
    if panel.indicator is None:
        return panel.rows
    return tuple(ChartRow(figure=figure.id) for figure in series_of(report, panel.indicator))


def rows_of(report: Report, chart: Chart) -> list[ChartRow]:
    """Every mark of a chart, panel by panel."""
    return [row for panel in chart.panels for row in rows_of_panel(report, panel)]


def stated_of(figure: Figure, change: Figure | None = None, at: tuple[str | int, ...] = ()) -> ChartFigure:
    """What the figure of a row states, with that of its change, and the path of the row in its chart's entry."""
    period = figure.period
    return ChartFigure(
        id=figure.id,
        measure=figure.measure,
        status=figure.status,
        scope=(figure.scope.zh, figure.scope.en),
        year=period.year,
        through=period.through,
        years=period.years,
        compared_with=period.compared_with,
        inferred=period.inferred is not None,
        change=stated_of(change) if change else None,
        at=at,
    )


def quantity_of(report: Report, figure: Figure) -> Quantity | None:
    """The quantity of a figure; None if its phrase cannot be read, which is another check's problem."""
    try:
        return report.read(figure)
    except QuantityError:
        return None


def unit_of(report: Report, figure: Figure) -> str:
    """The unit of a figure as printed; empty where its phrase cannot be read."""
    quantity = quantity_of(report, figure)
    return quantity.amounts[0].unit if quantity and quantity.amounts else ""


def differences(report: Report, indicator: str) -> Iterator[tuple[str, Figure, Figure]]:
    """Differences between figures that prevent a series: `unit`, `measure`, `scope`, `period` or `year`.

    Yields:
        The first figure that differs from the first of all, once for each thing that differs. For
        `period` the figure is none of a single calendar year; for `year` both are of the same one.
    """
    figures = series_of(report, indicator)
    for what, key in (
        ("unit", lambda f: unit_of(report, f)),
        ("measure", lambda f: f.measure),
        ("scope", lambda f: f.scope),
    ):
        other = next((figure for figure in figures if key(figure) != key(figures[0])), None)
        if other is not None:
            yield what, figures[0], other
    for figure in figures:
        if figure.period.year is None:
            yield "period", figure, figure
            return
    for first, second in pairwise(figures):
        if first.period.year == second.period.year:
            yield "year", first, second
            return
