"""A figure's own page, and the table of all figures."""

from __future__ import annotations

from dataclasses import replace

from markupsafe import Markup

from macros.backlinks import uses_of
from macros.environment import block
from macros.figures_index import choices, rows
from macros.page_subjects import Moved, Withdrawn
from macros.view import View
from report.citation import cite
from report.model import Figure
from report.periods import write_day
from report.quantity import to_plain


def figure(view: View) -> Markup:
    """All that is known of the figure that the page is about."""
    subject: Figure = view.subject
    quantity = view.report.quantity[subject.id]
    values = [(to_plain(amount.value), amount.unit) for amount in quantity.amounts]
    errata = [erratum for erratum in view.report.errata if subject.id in erratum.figures]
    corrections = [
        (correction, write_day(correction.date, view.language))
        for correction in view.report.corrections
        if correction.entry == subject.id
    ]
    series = [f for f in view.report.figures if f.indicator == subject.indicator and f.id != subject.id]
    indicator = next(known for known in view.report.indicators if known.id == subject.indicator)
    return block(
        view,
        "figure",
        figure=subject,
        values=values,
        errata=errata,
        corrections=corrections,
        series=series,
        indicator=indicator,
        uses=uses_of(view.report, subject.id),
        citations=cite(view.report, subject, _page(view, subject)),
        english=replace(view, language="en"),
        json=("figure.json", size) if (size := view.size(f"figures/{subject.id}/figure.json")) else None,
    )


def _page(view: View, figure: Figure) -> str:
    """Address of a figure's page; empty where that of the site is not known."""
    home = view.outlet.homes.get(view.language, "")
    return f"{home}figures/{figure.id}/" if home else ""


def former_figure(view: View) -> Markup:
    """Where a retired id leads, or that its figure was withdrawn, when and why."""
    subject: Moved | Withdrawn = view.subject
    if isinstance(subject, Moved):
        return block(view, "moved_figure", former=subject.former, figure=subject.figure)
    day = write_day(subject.correction.date, view.language)
    return block(view, "withdrawn_figure", correction=subject.correction, day=day)


def figures_table(view: View) -> Markup:
    """All figures, by theme, with what they can be filtered by."""
    listed = rows(view.report)
    groups = [(theme, [row for row in listed if row.figure.theme == theme.id]) for theme in view.report.edition.themes]
    return block(
        view,
        "figures_table",
        groups=[(theme, members) for theme, members in groups if members],
        choices=choices(view, listed),
        total=len(listed),
    )
