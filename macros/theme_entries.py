"""The entries of a theme, stage by stage: the plan or the results of a year.

Belongs here: which entries a theme has, with addresses and tags. Does not belong here: the pages that list them
(`macros.themes`, `macros.directions`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros.entry_groups import ListedEntry, tags_of
from macros.entry_kind import plan_entry_kind, result_classifier
from macros.ledger import commitment_address, ledger_entries
from macros.view import View
from report.model import Plan, ReportYear, Text, Workstream
from report.overview import Role, stage_of_plan, stage_of_results


@dataclass(frozen=True)
class ThemeStage:
    """What a theme has in the plan or the results of a year.

    Attributes:
        year: The year.
        role: How its entries are marked.
        planned: Whether it is the plan.
        entries: Its entries, those shown in brief first; may be empty.
        gaps: Workstreams of the theme with a gap in the article.
        caution: How far the year is reported, where its plan is reviewed.
    """

    year: ReportYear
    role: Role
    planned: bool
    entries: tuple[ListedEntry, ...]
    gaps: tuple[Workstream, ...] = ()
    caution: Text | None = None


def stages_of_theme(view: View, theme: str | None) -> list[ThemeStage]:
    """Every stage of a theme that has an entry or a gap, latest first; of a year the results before its plan."""
    found: list[ThemeStage] = []
    for year in reversed(view.report.edition.years):
        found += _results(view, year, theme)
        if plan := view.report.plan_of(year.year):
            found.append(_plan(view, year, plan, theme))
    return [stage for stage in found if stage.entries or stage.gaps]


def _plan(view: View, year: ReportYear, plan: Plan, theme: str | None) -> ThemeStage:
    entries, results = ledger_entries(view, plan), view.report.results_of(plan.year)
    return ThemeStage(
        year,
        stage_of_plan(view.report, plan).role,
        planned=True,
        entries=tuple(_commitments(view, plan, theme)),
        gaps=tuple(part for part in plan.workstreams if part.theme == theme and part.gap),
        caution=results.caution if results and entries else None,
    )


def _commitments(view: View, plan: Plan, theme: str | None) -> Iterator[ListedEntry]:
    """The highlights of the theme's own workstreams first, then the rest in the order of the plan."""
    entries, kind = ledger_entries(view, plan), plan_entry_kind(view.report, plan)
    own = [part for part in plan.workstreams if part.theme == theme and part.highlights is not None]
    first = [each.id for part in own for each in part.highlighted if each.theme == theme]
    place = {id: place for place, id in enumerate(first)}
    found = [(part, each) for part in plan.workstreams for each in part.commitments if each.theme == theme]
    for part, each in sorted(found, key=lambda pair: place.get(pair[1].id, len(first))):
        yield ListedEntry(each, tags_of(view, entries, each.id), kind, commitment_address(plan, part, each))


def _results(view: View, year: ReportYear, theme: str | None) -> Iterator[ThemeStage]:
    results = view.report.results_of(year.year)
    if results is None:
        return
    kind = result_classifier(view.report, year.year)
    entries = tuple(
        ListedEntry(result, kind=kind(result.text), address=f"{year.year}/#{result.id}")
        for chapter in results.chapters
        for result in chapter.results
        if result.theme == theme
    )
    yield ThemeStage(year, stage_of_results(view.report, year.year).role, planned=False, entries=entries)
