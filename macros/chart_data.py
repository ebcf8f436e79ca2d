"""Alt text, notes and data rows of a chart, for its page and its files.

Belongs here: the words and rows of one chart in one language. Does not belong here: HTML (`templates/`),
marks (`macros.chart_marks`), what one kind adds (`charts.kinds`).
"""

from __future__ import annotations

from charts.kinds import DATA_KINDS
from charts.marks import Mark
from macros.chart_marks import content_of
from macros.interface import edition_words
from macros.view import View
from report.csv_table import csv_bytes
from report.model import Chart
from report.quantity.values import to_plain

COLUMNS = ("label", "value", "plain-value", "unit", "period", "scope", "status", "source")
"""Columns of the CSV, as keys of interface words below `figure.`."""


def alt_of(view: View, chart: Chart) -> str:
    """Alternative text: the editor's words, then derived and counted numbers."""
    sentences = [view.plain(chart.alt), *DATA_KINDS[chart.kind].alt(content_of(view, chart))]
    return view.form.joiner.join(sentences)


def notes_of(view: View, chart: Chart) -> list[str]:
    """Notes for the reader: how its marks differ, what was derived, what marks mean."""
    content = content_of(view, chart)
    notes = [view.plain(chart.differs)] if chart.differs else []
    notes += DATA_KINDS[chart.kind].notes(content)
    if not DATA_KINDS[chart.kind].writes_values and any(mark.open_ended for mark in content.marks):
        notes.append(view.word("chart.open-ended"))
    return notes


def data_of(view: View, chart: Chart) -> list[Mark]:
    """Every number of a chart, in the order drawn."""
    return list(DATA_KINDS[chart.kind].rows(content_of(view, chart)))


def csv_of(view: View, chart: Chart) -> bytes:
    """The data as CSV, with a byte order mark so that spreadsheets read it as UTF-8."""
    columns = [view.word(f"figure.{column}") for column in COLUMNS]
    rows = (
        (mark.name, mark.text, _plain(mark), mark.unit, mark.period, mark.scope, mark.status, mark.source)
        for mark in data_of(view, chart)
    )
    return csv_bytes(columns, rows)


def _plain(mark: Mark) -> str:
    return "" if mark.value.is_nan() else to_plain(mark.value)


def file_notes(view: View, chart: Chart) -> tuple[str, ...]:
    """What stands below a chart in a file of its own: its source, its notes, the edition."""
    return source_line(view, chart), *notes_of(view, chart), edition_words(view.report, view.language)["footer.edition"]


def source_line(view: View, chart: Chart) -> str:
    """Where the figures of a chart are stated, each place once and the title of an article before its first place."""
    by_article: dict[str, dict[str, str]] = {}
    for mark in data_of(view, chart):
        if mark.figure:
            place = view.facts(mark.figure.id).place
            by_article.setdefault(place.locator.article, {}).setdefault(place.short, place.full)
    places = []
    for places_of_article in by_article.values():
        first, *others = places_of_article
        places += [places_of_article[first], *others]
    if any(panel.plan for panel in chart.panels):
        titles = [view.word("chart.title", title=article.title[view.language]) for article in view.report.articles]
        places.append(view.word("chart.source-plans", titles=view.word("list.comma").join(titles)))
    listed = view.word("list.semicolon").join(places)
    return view.word("chart.source") + view.word("list.colon") + listed + view.word("list.stop")
