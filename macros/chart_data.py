"""What stands around a drawing and in its files: alt text, notes, and the data as rows.

Belongs here: the words and rows of one chart in one language, for the page and for its files alike. Does
not belong here: HTML (`templates/`), the drawing (`macros.chart_specs`), formats of numbers (`report`).
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass

from macros.chart_specs import before_of, open_ended
from macros.view import View
from report.derived import commitments_by_theme, first_year
from report.model import Chart, Figure
from report.quantity.values import to_plain
from report.series import rows_of, rows_of_panel


@dataclass(frozen=True)
class Datum:
    """A number of a chart, as its table and its CSV tell it.

    Attributes:
        label: What it is.
        text: The value as it is to be read.
        number: The value in plain digits; empty where there is none.
        unit: The unit as printed in Chinese.
        period: When it holds.
        scope: Whom or what it covers.
        status: Reported, a target, worked out …
        source: Where it is stated, or what it was worked out from.
        figure: The figure, if it is one.
    """

    label: str
    text: str
    number: str
    unit: str
    period: str
    scope: str
    status: str
    source: str
    figure: Figure | None = None


COLUMNS = ("label", "value", "plain-value", "unit", "period", "scope", "status", "source")
"""Columns of the CSV, as keys of interface words below `figure.`."""


def alt_of(view: View, chart: Chart) -> str:
    """The answer with every number drawn: the editor's words, then what is worked out or counted."""
    told = [view.plain(chart.alt), *derived_notes(view, chart)]
    for panel in chart.panels:
        if panel.plan:
            pairs = [(datum.label, datum.text) for datum in _counted(view, panel.plan)]
            listed = view.word("list.comma").join(view.word("chart.pair", label=label, value=v) for label, v in pairs)
            told.append(view.plain(panel.title) + view.word("list.colon") + listed + view.word("list.stop"))
    return (" " if view.language == "en" else "").join(told)


def notes_of(view: View, chart: Chart) -> list[str]:
    """What must be known before the chart is read: how its marks differ, what was worked out, what marks mean."""
    notes = [view.plain(chart.differs)] if chart.differs else []
    notes += derived_notes(view, chart)
    if any(panel.plan for panel in chart.panels):
        notes.append(view.word("chart.counted"))
    if open_ended(view, chart):
        notes.append(view.word("chart.open-ended"))
    if chart.kind == "stages":
        notes.append(view.word("chart.rings"))
    return notes


def derived_notes(view: View, chart: Chart) -> list[str]:
    """How each value that no article prints was worked out."""
    notes = []
    for row in rows_of(view.report, chart):
        figure = view.report.figure[row.figure]
        if row.change:
            _, before = before_of(view, row)
            change = view.report.figure[row.change]
            values = {"year": change.period.compared_with, "before": before}
            values |= {"now": view.value(figure), "change": view.value(change)}
            notes.append(view.word("chart.derived-before", **values))
    if chart.kind == "spans":
        notes.append(view.word("chart.derived-first", years=_first_years(view, chart)))
    return notes


def data_of(view: View, chart: Chart) -> list[Datum]:
    """Every number of a chart, in the order drawn."""
    data = []
    for panel in chart.panels:
        for row in rows_of_panel(view.report, panel):
            data.append(_stated(view, view.report.figure[row.figure]))
            if row.change:
                change = view.report.figure[row.change]
                value, text = before_of(view, row)
                data.append(_stated(view, change))
                data.append(_derived(view, data[-2], text, to_plain(value), f"{change.period.compared_with}"))
        data += _counted(view, panel.plan) if panel.plan else []
    if chart.field:
        data.append(_stated(view, view.report.figure[chart.field]))
    return data


def csv_of(view: View, chart: Chart) -> bytes:
    """The data as CSV, RFC 4180, with the mark by which spreadsheets know UTF-8."""
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow([view.word(f"figure.{column}") for column in COLUMNS])
    for datum in data_of(view, chart):
        row = (datum.label, datum.text, datum.number, datum.unit, datum.period, datum.scope, datum.status, datum.source)
        writer.writerow(row)
    return ("\ufeff" + file.getvalue()).encode()


def source_line(view: View, chart: Chart) -> str:
    """Where everything that a chart draws is stated, each place once."""
    figures = [datum.figure for datum in data_of(view, chart) if datum.figure]
    places = list(dict.fromkeys(view.place(figure.sources[0]) for figure in figures))
    articles = [article.title[view.language] for article in view.report.articles]
    plans = {panel.plan for panel in chart.panels if panel.plan}
    if plans:
        places.append(view.word("chart.source-plans", titles=view.word("list.comma").join(_quoted(view, articles))))
    listed = view.word("list.semicolon").join(places)
    return view.word("chart.source") + view.word("list.colon") + listed + view.word("list.stop")


def _quoted(view: View, titles: list[str]) -> list[str]:
    return [view.word("chart.title", title=title) for title in titles]


def _first_years(view: View, chart: Chart) -> str:
    periods = [view.report.figure[row.figure].period for row in rows_of(view.report, chart)]
    sums = [view.word("chart.span-sum", through=p.through, years=p.years, first=first_year(p)) for p in periods]
    return view.word("list.semicolon").join(sums)


def _stated(view: View, figure: Figure) -> Datum:
    quantity = view.report.quantity[figure.id]
    return Datum(
        label=view.plain(figure.label),
        text=view.value(figure),
        number=to_plain(quantity.value) if quantity.value is not None else "",
        unit=quantity.amounts[0].unit if quantity.amounts else "",
        period=view.period(figure),
        scope=view.plain(figure.scope),
        status=view.word(f"status.{figure.status}"),
        source=view.place(figure.sources[0]),
        figure=figure,
    )


def _derived(view: View, now: Datum, text: str, number: str, year: str) -> Datum:
    """The value a year before, whose unit and scope are those of the value now."""
    period = view.word("period.year", year=year)
    return Datum(now.label, text, number, now.unit, period, now.scope, view.word("chart.derived"), now.source)


def _counted(view: View, year: int) -> list[Datum]:
    """A plan's commitments by theme, counted."""
    plan = view.report.plan_of(year)
    scope = view.plain(plan.title) if plan else ""
    period, status = view.word("period.year", year=year), view.word("chart.counted-status")
    return [
        Datum(view.plain(view.report.theme_title(theme)), f"{count}", f"{count}", "", period, scope, status, "")
        for theme, count in commitments_by_theme(view.report, year).items()
    ]
