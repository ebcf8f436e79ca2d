"""Pages generated from data: one file in `docs/`, a page for each year, direction, theme, chart or figure.

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
    Chart,
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
Subject = ReportYear | Direction | ThemeWords | Chart | Figure | MovedFigure | WithdrawnFigure | None
Each = Callable[[Report], Iterator[tuple[str, Subject]]]


def _years(report: Report) -> Iterator[tuple[str, Subject]]:
    return ((f"{year.year}/", year) for year in report.edition.years)


def _workstreams(report: Report) -> Iterator[tuple[str, Subject]]:
    return (
        (workstream_address(plan, workstream), Direction(plan, workstream))
        for plan, workstream in report.workstreams()
        if plan.own_pages
    )


def _themes(report: Report) -> Iterator[tuple[str, Subject]]:
    return ((theme_address(theme), theme) for theme in report.edition.themes)


def _charts(report: Report) -> Iterator[tuple[str, Subject]]:
    return ((chart_address(chart), chart) for chart in report.charts)


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
    "charts": _charts,
    "figures": _figures,
    "former-figures": _former_figures,
}


def theme_address(theme: ThemeWords) -> str:
    """Address of a theme's page below the language's root."""
    return f"themes/{theme.id}/"


def chart_address(chart: Chart) -> str:
    """Address of a chart's page below the language's root."""
    return f"charts/{chart.id}/"


def workstream_address(plan: Plan, workstream: Workstream) -> str:
    """Address of a workstream below the language's root: its own page, or its place on the page of the year."""
    return f"{plan.year}/{workstream.id}/" if plan.own_pages else f"{plan.year}/#{workstream.id}"


def withdrawn_title(report: Report, correction: Correction) -> Text:
    """The title of a withdrawn entry: its kind and its former words."""
    both = {side: report.interface_word(f"withdrawn.{correction.withdrawn}", side) for side in LANGUAGES}
    return Text(**{side: word.format(old=correction.old[side]) for side, word in both.items()})


def main_entry(subject: Subject) -> ReportYear | Workstream | ThemeWords | Chart | Figure | Correction | None:
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
    match main_entry(subject):
        case Figure(label=label):
            return label
        case Chart(finding=finding):
            return finding
        case Correction() as correction:
            return withdrawn_title(report, correction)
        case Workstream() as workstream:
            return workstream.name
        case ReportYear(title=title) | ThemeWords(title=title):
            return title
    return words.title or report.edition.site.name


def key_figure_of(words: PageWords, subject: Subject) -> str | None:
    """Id of the figure on a page's share card, if any; a figure's own page shows that figure."""
    match main_entry(subject):
        case Figure(id=id):
            return id
        case Chart(panels=panels):
            return next((row.figure for panel in panels for row in panel.rows), None)
        case ReportYear(key_figure=key_figure) | Workstream(key_figure=key_figure):
            return key_figure
    return words.key_figure


def description_of(report: Report, words: PageWords, subject: Subject, language: Language) -> str:
    """One sentence for search engines and link previews, as plain words."""
    match main_entry(subject):
        case Figure(id=id):
            facts = figure_facts(report, id, language)
            pattern = report.interface_word("figure.description", language)
            return pattern.format(label=facts.label.plain, value=facts.value)
        case ThemeWords(title=title):
            pattern = report.interface_word("theme.description", language)
            return pattern.format(theme=write_text(report, title, language))
        case ReportYear(description=text) | Workstream(lead=text) | Correction(reason=text) | Chart(alt=text):
            return write_text(report, text, language)
    return write_text(report, words.description or report.edition.site.description, language)
