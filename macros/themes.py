"""A theme across all years: its results, commitments, charts and figures.

Search leaves out the lists of a theme's page, since they repeat other pages.

Belongs here: grouping by theme. Does not belong here: the list of themes (`data/report.yml`), and entries in full
(`macros.years`, `macros.ledger`).

Example:
    >>> [part.year for part in years_of_theme(report, "reading")]  # doctest: +SKIP
    [2024, 2025, 2026]
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from macros.charts import GALLERY, chart
from macros.entry_kind import EntryKind, plan_entry_kind, result_classifier
from macros.environment import block, blocks, heading_line
from macros.ledger import commitment_address, ledger_entries
from macros.page_subjects import theme_address
from macros.view import View
from report.facts import all_facts
from report.model import Commitment, LedgerEntry, Plan, Report, ReportYear, Result, Text, ThemeWords, Workstream


@dataclass(frozen=True)
class ThemeEntry:
    """A result or a commitment, as a theme lists it.

    Attributes:
        entry: The result or commitment.
        address: Page and anchor of the full entry.
        kind: Its kind on the page of its year, see `macros.entry_kind`.
        ledger: Its entry in the ledger; none where its plan is not reviewed.
    """

    entry: Result | Commitment
    address: str
    kind: EntryKind
    ledger: LedgerEntry | None = None


@dataclass(frozen=True)
class ThemeYear:
    """Results and commitments of a theme in one year.

    Attributes:
        year: The year.
        planned: Its commitments; empty where the year has no plan.
        reported: Its results.
        gaps: Workstreams of the theme with a gap in the article.
        caution: The year's caution about the ledger's statuses; none where the plan is not reviewed.
    """

    year: ReportYear
    planned: tuple[ThemeEntry, ...]
    reported: tuple[ThemeEntry, ...]
    gaps: tuple[Workstream, ...]
    caution: Text | None


def theme_years(view: View) -> Markup:
    """Commitments and results of the page's theme, year by year."""
    parts = []
    for part in _years(view, view.subject.id):
        parts.append(heading_line(view, 2, view.heading(part.year.short), f"y{part.year.year}"))
        parts.append(block(view, "theme_year", part=part))
    return blocks(*parts)


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
    for part in _years(view, theme.id):
        planned = "theme.planned" if view.report.results_of(part.year.year) else "theme.ahead"
        counts.append((planned, part.year.year, len(part.planned)))
        counts.append(("theme.reported", part.year.year, len(part.reported)))
    counts.append(("theme.figures", 0, sum(figure.theme == theme.id for figure in view.report.figures)))
    return [view.word(key, year=year, count=count) for key, year, count in counts if count]


def _years(view: View, theme: str) -> Iterator[ThemeYear]:
    """The theme in each year of the report."""
    for year in view.report.edition.years:
        plan = view.report.plan_of(year.year)
        results = view.report.results_of(year.year)
        streams = [part for part in plan.workstreams if part.theme == theme] if plan else []
        yield ThemeYear(
            year,
            planned=tuple(_planned(view, plan, theme)) if plan else (),
            reported=tuple(_reported(view.report, year.year, theme)),
            gaps=tuple(part for part in streams if part.gap),
            caution=results.caution if results and plan and ledger_entries(view, plan) else None,
        )


def _planned(view: View, plan: Plan, theme: str) -> Iterator[ThemeEntry]:
    kind, ledger = plan_entry_kind(view.report, plan), ledger_entries(view, plan)
    for part in plan.workstreams:
        for commitment in part.commitments:
            if commitment.theme == theme:
                address = commitment_address(plan, part, commitment)
                yield ThemeEntry(commitment, address, kind, ledger.get(commitment.id))


def _reported(report: Report, year: int, theme: str) -> Iterator[ThemeEntry]:
    results, kind = report.results_of(year), result_classifier(report, year)
    for chapter in results.chapters if results else ():
        for result in chapter.results:
            if result.theme == theme:
                yield ThemeEntry(result, f"{year}/#{result.id}", kind(result.text))
