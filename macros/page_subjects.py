"""Pages generated from data: one file in `docs/`, a page for each year, direction, theme or figure.

Belongs here: the values of `each:` in front matter, and the titles of generated pages. A new year, direction or theme
in `data/` adds its pages through `EACH`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from report.facts import figure_facts
from report.figures import write_text
from report.model import (
    LANGUAGES,
    Correction,
    Figure,
    Language,
    PageWords,
    Plan,
    Report,
    ReportYear,
    Text,
    ThemeWords,
    Workstream,
)


@dataclass(frozen=True)
class Direction:
    """A workstream that has a page of its own, with its plan."""

    plan: Plan
    workstream: Workstream


@dataclass(frozen=True)
class MovedFigure:
    """A retired id and the figure that replaces it."""

    former: str
    figure: Figure


@dataclass(frozen=True)
class WithdrawnFigure:
    """A withdrawn figure, by the correction that withdraws it."""

    correction: Correction


THEME = "theme"
"""Id of the page file of themes."""
Subject = ReportYear | Direction | ThemeWords | Figure | MovedFigure | WithdrawnFigure | None
Each = Callable[[Report], Iterator[tuple[str, Subject]]]


def _years(report: Report) -> Iterator[tuple[str, Subject]]:
    return ((f"{year.year}/", year) for year in report.edition.years)


def _workstreams(report: Report) -> Iterator[tuple[str, Subject]]:
    return (
        (f"{plan.year}/{workstream.id}/", Direction(plan, workstream))
        for plan, workstream in report.workstreams()
        if plan.own_pages
    )


def _themes(report: Report) -> Iterator[tuple[str, Subject]]:
    return ((theme_address(theme), theme) for theme in report.edition.themes)


def _figures(report: Report) -> Iterator[tuple[str, Subject]]:
    return ((f"figures/{figure.id}/", figure) for figure in report.figures)


def _former_figures(report: Report) -> Iterator[tuple[str, Subject]]:
    for figure in report.figures:
        yield from ((f"figures/{id}/", MovedFigure(id, figure)) for id in figure.former_ids)
    for id, correction in report.withdrawn.items():
        if correction.withdrawn == "figure":
            yield f"figures/{id}/", WithdrawnFigure(correction)


EACH: Mapping[str, Each] = {
    "years": _years,
    "workstreams": _workstreams,
    "themes": _themes,
    "figures": _figures,
    "former-figures": _former_figures,
}


def theme_address(theme: ThemeWords) -> str:
    """Address of a theme's page below the language's root."""
    return f"themes/{theme.id}/"


def withdrawn_title(report: Report, correction: Correction) -> Text:
    """The title of a withdrawn entry: its kind and its former words."""
    both = {side: report.interface_word(f"withdrawn.{correction.withdrawn}", side) for side in LANGUAGES}
    return Text(**{side: word.format(old=correction.old[side]) for side, word in both.items()})


def main_entry(subject: Subject) -> object:
    """The entry of the data that a page is about."""
    match subject:
        case MovedFigure():
            return subject.figure
        case WithdrawnFigure():
            return subject.correction
        case Direction():
            return subject.workstream
    return subject


def title_of(report: Report, words: PageWords, subject: Subject) -> Text:
    """The title of a page: its subject's, else its own."""
    if isinstance(subject, Figure):
        return subject.label
    if isinstance(subject, MovedFigure):
        return subject.figure.label
    if isinstance(subject, WithdrawnFigure):
        return withdrawn_title(report, subject.correction)
    if isinstance(subject, Direction):
        return subject.workstream.title
    found = subject.title if isinstance(subject, ReportYear | ThemeWords) else words.title
    return found or report.edition.site.name


def key_figure_of(words: PageWords, subject: Subject) -> str | None:
    """Id of the figure on a page's share card, if any; a figure's own page shows that figure."""
    if isinstance(subject, Figure | MovedFigure):
        return subject.id if isinstance(subject, Figure) else subject.figure.id
    if isinstance(subject, Direction):
        return subject.workstream.key_figure
    return subject.key_figure if isinstance(subject, ReportYear) else words.key_figure


def description_of(report: Report, words: PageWords, subject: Subject, language: Language) -> str:
    """One sentence for search engines and link previews, as plain words."""
    if isinstance(subject, ReportYear):
        return write_text(report, subject.description, language)
    if isinstance(subject, Direction):
        return write_text(report, subject.workstream.lead, language)
    if isinstance(subject, ThemeWords):
        pattern = report.interface_word("theme.description", language)
        return pattern.format(theme=write_text(report, subject.title, language))
    if isinstance(subject, Figure | MovedFigure):
        facts = figure_facts(report, subject.id if isinstance(subject, Figure) else subject.figure.id, language)
        pattern = report.interface_word("figure.description", language)
        return pattern.format(label=facts.label.plain, value=facts.value)
    if isinstance(subject, WithdrawnFigure):
        return write_text(report, subject.correction.reason, language)
    return write_text(report, words.description or report.edition.site.description, language)
