"""Every result and commitment of a report, by theme and by stage: what the map of all entries and its prints show.

A stage is the plan or the results of a year. A report without themes has a row for each chapter and workstream; those
of several years that have one title are one row.

Belongs here: stages, rows, counts. Does not belong here: addresses of entries (`macros.entry_map`), drawing.

Example:
    >>> [(stage.year, stage.role) for stage in overview(report).stages]  # doctest: +SKIP
    [(2024, 'done-before'), (2025, 'plan-past'), (2025, 'done'), (2026, 'plan-ahead')]
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from report.cached_per_report import cached_per_report
from report.model import Chapter, Commitment, Plan, Report, Result, Text, Workstream

Role = Literal["done-before", "done", "plan-past", "plan-ahead"]
"""The mark of a stage: solid for results, those of the latest year apart; a ring for plans, those ahead apart."""


@dataclass(frozen=True)
class Stage:
    """The plan or the results of a year.

    Attributes:
        year: The year.
        planned: Whether it is the plan.
        role: How its entries are marked.
    """

    year: int
    planned: bool
    role: Role


@dataclass(frozen=True)
class StagedEntry:
    """A result or commitment with where it stands.

    Attributes:
        entry: The result or commitment.
        part: Its chapter or workstream.
        stage: Its stage.
    """

    entry: Result | Commitment
    part: Chapter | Workstream
    stage: Stage


@dataclass(frozen=True)
class Row:
    """The entries of a theme, or of a chapter or workstream.

    Attributes:
        id: Of the theme or part, unique among rows.
        title: Its name.
        cells: Its entries at each stage, in the order of `Overview.stages`; a cell may be empty.
    """

    id: str
    title: Text
    cells: tuple[tuple[StagedEntry, ...], ...]

    @property
    def counts(self) -> tuple[int, ...]:
        """How many entries each stage has."""
        return tuple(len(cell) for cell in self.cells)


@dataclass(frozen=True)
class Overview:
    """All entries of a report: rows by stages.

    Attributes:
        stages: Year by year, the plan of a year before its results.
        rows: Themes in the order of the report, without those that have no entry.
        themed: Whether rows are themes.
    """

    stages: tuple[Stage, ...]
    rows: tuple[Row, ...]
    themed: bool

    @cached_property
    def counts(self) -> tuple[int, ...]:
        """How many entries each stage has in all rows."""
        return tuple(sum(column) for column in zip(*(row.counts for row in self.rows), strict=True))

    @property
    def total(self) -> int:
        """How many entries there are."""
        return sum(self.counts)


def stage_of_plan(report: Report, plan: Plan) -> Stage:
    """The stage of a plan: ahead if it is later than every year with results."""
    ahead = all(plan.year > results.year for results in report.results)
    return Stage(plan.year, True, "plan-ahead" if ahead else "plan-past")


def stage_of_results(report: Report, year: int) -> Stage:
    """The stage of the results of a year: those of the latest year are apart."""
    latest = year == max(results.year for results in report.results)
    return Stage(year, False, "done" if latest else "done-before")


@cached_per_report
def overview(report: Report) -> Overview:
    """All entries of a report by theme and stage; without rows where it has no entry."""
    entries = sorted(_entries(report), key=lambda each: (each.stage.year, not each.stage.planned))
    stages = tuple(dict.fromkeys(each.stage for each in entries))
    themes = report.edition.themes
    groups: dict[str, tuple[str, Text, list[StagedEntry]]] = {theme.id: (theme.id, theme.title, []) for theme in themes}
    taken: set[str] = set()
    for each in entries:
        key = each.entry.theme if themes and each.entry.theme else each.part.title.zh
        if key not in groups:
            id = each.part.id if each.part.id not in taken else f"{each.part.id}-{each.stage.year}"
            groups[key] = (id, each.part.title, [])
            taken.add(id)
        groups[key][2].append(each)
    rows = (
        Row(id, title, tuple(tuple(e for e in members if e.stage == stage) for stage in stages))
        for id, title, members in groups.values()
        if members
    )
    return Overview(stages, tuple(rows), bool(themes))


def _entries(report: Report) -> Iterator[StagedEntry]:
    """Every entry; those of a stage in the order of the articles."""
    for plan in report.plans:
        stage = stage_of_plan(report, plan)
        for workstream in plan.workstreams:
            yield from (StagedEntry(entry, workstream, stage) for entry in workstream.commitments)
    for results in report.results:
        stage = stage_of_results(report, results.year)
        for chapter in results.chapters:
            yield from (StagedEntry(entry, chapter, stage) for entry in chapter.results)
