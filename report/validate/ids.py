"""Checks that ids are unique: they are parts of addresses, links and citations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from report.model import (
    Article,
    Chart,
    Commitment,
    Correction,
    Erratum,
    Figure,
    Indicator,
    PageWords,
    Plan,
    Report,
    ReportYear,
    Result,
    Term,
    Unit,
    YearResults,
)
from report.model.edition import ThemeWords
from report.model.plans import Chapter, Workstream
from report.model.walk import Spot, walk
from report.problems import Problem

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
)


def check_ids(report: Report) -> Iterator[Problem]:
    """Duplicate ids, retired ones and those of withdrawn entries included; duplicate units, years, parts of a year."""
    seen: dict[tuple[Any, str], str] = {}
    for spot in walk(report):
        for space, key, below in _keys(spot):
            if (space, key) in seen:
                yield spot.problem("duplicate-id", *below, id=key, first=seen[space, key])
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
    elif isinstance(value, Unit):
        yield Unit, value.zh, ("zh",)
    elif isinstance(value, Plan | YearResults | ReportYear):
        yield type(value), str(value.year), ("year",)
    elif isinstance(value, Chapter | Workstream):
        yield (type(value), spot.tree.file), value.id, ("id",)
