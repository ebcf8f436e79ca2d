"""Checks that ids are unique: they are parts of addresses, links and citations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from languages import ORIGINAL
from report.model import (
    Article,
    ArticlePrint,
    Chart,
    Commitment,
    Correction,
    Erratum,
    Figure,
    Indicator,
    PageSection,
    PageWords,
    Plan,
    Report,
    ReportYear,
    Result,
    Review,
    Reviewer,
    Section,
    Term,
    Unit,
    YearResults,
)
from report.model.edition import ThemeWords
from report.model.plans import Chapter, Workstream
from report.model.walk import Spot, walk
from report.problems import Problem
from report.todo_marks import has_todo

# Classes of one row share their ids: a correction names a figure, result or commitment by id alone.
_SPACES: tuple[tuple[type[Any], ...], ...] = (
    (Figure, Result, Commitment),
    (Term,),
    (Chart,),
    (Indicator,),
    (Article,),
    (Erratum,),
    (PageWords,),
    (ThemeWords,),
    (Reviewer,),
)
# What is given once without being an id of the editor's choice, by its key.
_ONCE: Mapping[type[Any], str] = {
    Unit: ORIGINAL, ReportYear: "year", Plan: "year", YearResults: "year", ArticlePrint: "article", Review: "id",
}  # fmt: skip


def check_ids(report: Report) -> Iterator[Problem]:
    """Duplicate ids, retired ones and those of withdrawn entries included; what else is given twice."""
    seen: dict[tuple[Any, str], str] = {}
    for spot in walk(report):
        for space, key, below in _keys(spot):
            if (space, key) in seen:
                code = "given-twice" if type(spot.value) in (*_ONCE, Section) else "duplicate-id"
                yield spot.problem(code, *below, id=key, first=seen[space, key])
            else:
                seen[space, key] = spot.place(*below)
    yield from _withdrawn(report, seen)


def _withdrawn(report: Report, seen: Mapping[tuple[Any, str], str]) -> Iterator[Problem]:
    """Withdrawn entries that are still in the report, or are withdrawn twice: their address shows the correction."""
    first: dict[str, Spot] = {}
    for spot in walk(report):
        if isinstance(spot.value, Correction) and spot.value.withdrawn:
            id = spot.value.entry
            if place := seen.get((_SPACES[0], id)):
                yield spot.problem("withdrawn-stands", "withdrawn", id=id, place=place)
            if first.setdefault(id, spot) is not spot:
                yield spot.problem("withdrawn-twice", "withdrawn", id=id, first=first[id].place())


def _keys(spot: Spot) -> Iterator[tuple[Any, str, tuple[str | int, ...]]]:
    """What must be unique of a value: its namespace, the key, and the path below the value."""
    value = spot.value
    for space in _SPACES:
        if isinstance(value, space):
            yield space, value.id, ("id",)
    if isinstance(value, Figure):
        for number, former in enumerate(value.former_ids):
            yield _SPACES[0], former, ("former_ids", number)
    elif key := _ONCE.get(type(value)):
        yield type(value), str(getattr(value, key)), (key,)
    elif isinstance(value, Chapter | Workstream):
        yield (type(value), spot.tree.file), value.id, ("id",)
    elif isinstance(value, PageSection) and isinstance(spot.around, PageWords):
        yield (PageSection, spot.around.id), value.id, ("id",)
    elif isinstance(value, Section) and isinstance(spot.around, Article) and not has_todo(value.heading):
        yield (Section, spot.around.id), value.heading, ("heading",)
