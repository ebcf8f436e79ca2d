"""A theme across all years: its results, commitments, charts and figures.

Search leaves out the lists of a theme's page, since they repeat other pages.

Belongs here: the page of a theme. Does not belong here: the list of themes (`data/report.yml`), which entries a theme
has (`macros.theme_entries`), and entries in full (`macros.years`).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from markupsafe import Markup

from macros.charts import GALLERY, chart
from macros.directions import stage_title
from macros.entry_groups import entry_list, fold, margin
from macros.entry_kind import figure_kind
from macros.environment import block, blocks, heading_line
from macros.key_numbers import key_number
from macros.page_subjects import theme_address
from macros.theme_entries import ThemeStage, stages_of_theme
from macros.view import View
from macros.years import key_numbers_of
from report.facts import all_facts
from report.model import ThemeWords

OPEN = 4
"""Entries of a stage that stand open; the others are in a fold."""


def theme_years(view: View) -> Markup:
    """Plans ahead, then back in time: the theme's entries, stage by stage."""
    parts: list[Markup] = []
    years = set()
    for stage in stages_of_theme(view, view.subject.id):
        id = f"y{stage.year.year}" if stage.year.year not in years else f"y{stage.year.year}-plan"
        years.add(stage.year.year)
        parts += _stage(view, stage, id)
    return blocks(*parts) if parts else block(view, "theme_none")


def _stage(view: View, stage: ThemeStage, id: str) -> Iterator[Markup]:
    """A stage: a chapter's key numbers, four entries, the others in a fold."""
    yield heading_line(view, 2, view.markdown(stage_title(view, stage)), id)
    yield from (block(view, "gap", workstream=part) for part in stage.gaps)
    if not stage.planned:
        yield from _numbers(view, stage)
    first, rest = stage.entries[:OPEN], stage.entries[OPEN:]
    if len(rest) == 1:  # A fold would take as much room.
        first, rest = stage.entries, ()
    yield entry_list(view, first, stage.role) if first else Markup("")
    if rest:
        title = view.word("theme.rest", count=len(rest))
        yield fold(view, title, entry_list(view, rest, stage.role), small=True)
    yield margin(view, [each.entry for each in stage.entries], stage.caution)


def _numbers(view: View, stage: ThemeStage) -> Iterator[Markup]:
    """The key numbers of the first chapter on the theme."""
    results = view.report.results_of(stage.year.year)
    for chapter in results.chapters if results else ():
        if chapter.theme == view.subject.id and (numbers := key_numbers_of(view, chapter)):
            before = stage.role == "done-before"
            kind_of = partial(figure_kind, view.report, stage.year.year)
            yield block(view, "key_numbers", numbers=numbers, before=before, key_number=key_number, kind_of=kind_of)
            return


def theme_charts(view: View) -> Markup:
    """The theme's charts, each below its question, which links to the gallery; empty where it has none."""
    charts = [each for each in view.report.charts if each.theme == view.subject.id]
    if not charts:
        return Markup("")
    head = heading_line(view, 2, view.heading(view.section("charts").title), "charts")
    shown = [(each, chart(view, each.id)) for each in charts]
    return blocks(head, block(view, "theme_charts", charts=shown, gallery=GALLERY))


def theme_figures(view: View) -> Markup:
    """The theme's figures with their periods; empty where it has none."""
    figures = [facts for facts in all_facts(view.report, view.language) if facts.theme == view.subject.id]
    if not figures:
        return Markup("")
    head = heading_line(view, 2, view.heading(view.section("figures").title), "figures")
    return blocks(head, block(view, "theme_figures", figures=figures))


def theme_list(view: View) -> Markup:
    """Every theme with its counts."""
    themes = [(theme, theme_address(theme), _counts(view, theme)) for theme in view.report.edition.themes]
    return block(view, "theme_list", themes=themes)


def _counts(view: View, theme: ThemeWords) -> list[str]:
    """Counts of entries and figures in words, without zeros."""
    counts = []
    for stage in reversed(stages_of_theme(view, theme.id)):
        key = "reported" if not stage.planned else "ahead" if stage.role == "plan-ahead" else "planned"
        counts.append((f"theme.{key}", stage.year.year, len(stage.entries)))
    counts.append(("theme.figures", 0, sum(figure.theme == theme.id for figure in view.report.figures)))
    return [view.word(key, year=year, count=count) for key, year, count in counts if count]
