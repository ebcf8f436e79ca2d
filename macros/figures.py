"""A figure's own page, and the table of all figures."""

from __future__ import annotations

from dataclasses import replace

from markupsafe import Markup

from languages import TRANSLATION
from macros.backlinks import backlinks_of
from macros.environment import block
from macros.figures_index import choices, examples, listed_figures
from macros.page_subjects import MovedFigure, WithdrawnFigure
from macros.view import View
from report.citation import cite
from report.facts import FigureFacts, all_facts
from report.model import Figure
from report.periods import write_day


def figure(view: View) -> Markup:
    """All details of the page's figure."""
    subject: Figure = view.subject
    facts = view.facts(subject.id)
    errata = [erratum for erratum in view.report.errata if subject.id in erratum.figures]
    corrections = [
        (correction, write_day(correction.date, view.form))
        for correction in view.report.corrections
        if correction.entry == subject.id
    ]
    everything = all_facts(view.report, view.language)
    changes = [other for other in everything if other.change_of == facts.id]
    parts = [other for other in everything if other.part_of == facts.id]
    related = {facts.id, facts.change_of, facts.part_of, *(other.id for other in (*changes, *parts))}
    series = [other for other in everything if other.indicator == facts.indicator and other.id not in related]
    indicator = view.report.indicator[facts.indicator]
    return block(
        view,
        "figure",
        facts=facts,
        values=[amount for amount in facts.amounts if amount.value is not None],
        errata=errata,
        corrections=corrections,
        changes=changes,
        parts=parts,
        series=series,
        indicator=indicator,
        backlinks=backlinks_of(view.report, facts.id),
        citations=cite(view.report, facts.id, _page(view, facts)),
        english=replace(view, language=TRANSLATION),
        json=view.size(facts.file),
    )


def _page(view: View, facts: FigureFacts) -> str:
    """Absolute address of a figure's page; empty where that of the site is not known."""
    home = view.site_context.home_addresses.get(view.language, "")
    return home + facts.page if home else ""


def former_figure(view: View) -> Markup:
    """The figure that replaces a retired id, or when and why the figure was withdrawn."""
    subject: MovedFigure | WithdrawnFigure = view.subject
    if isinstance(subject, MovedFigure):
        return block(view, "moved_figure", former=subject.former, facts=view.facts(subject.figure.id))
    day = write_day(subject.correction.date, view.form)
    return block(view, "withdrawn_figure", correction=subject.correction, day=day)


def figures_table(view: View) -> Markup:
    """All figures by theme, with the choices of the filter."""
    listed = listed_figures(view.report, view.language)
    themes = view.report.edition.themes or (None,)
    groups = [(theme, [row for row in listed if row.facts.theme == (theme and theme.id)]) for theme in themes]
    return block(
        view,
        "figures_table",
        groups=[(theme, members) for theme, members in groups if members],
        choices=choices(view, listed),
        total=len(listed),
        examples=examples(view, listed),
    )
