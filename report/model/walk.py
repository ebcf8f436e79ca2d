"""Going through a report: every model in it with its place, so that a check can name file and line.

Example:
    >>> [spot.place() for spot in walk(report) if isinstance(spot.value, Text)]  # doctest: +SKIP
    ['data/report.yml:14', ...
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any
from weakref import WeakKeyDictionary

from pydantic import BaseModel

from report.model import Placed, Report
from report.problems import Problem
from report.yaml.reader import Steps, Tree


@dataclass(frozen=True)
class Spot:
    """A value of the report with its location.

    Attributes:
        tree: Its file.
        path: Its path in the file.
        value: The model, or a scalar.
        parents: The models around it, outermost first.
        is_inherited: Whether it is written elsewhere, where it is a spot as well.
    """

    tree: Tree
    path: Steps
    value: Any
    parents: tuple[BaseModel, ...] = ()
    is_inherited: bool = False

    @property
    def around(self) -> BaseModel | None:
        """The model directly around it; None for an entry of a file."""
        return self.parents[-1] if self.parents else None

    def place(self, *below: str | int) -> str:
        """File and line, its own or of a key below."""
        return f"{self.tree.file}:{self.tree.line((*self.path, *below))}"

    @property
    def is_override(self) -> bool:
        """Whether it overrides a word of the interface, whose braces are placeholders."""
        return self.tree.file == "data/strings.yml"

    def problem(self, code: str, *below: str | int, **values: str) -> Problem:
        """A problem here, or at a key below."""
        return self.tree.problem((*self.path, *below), code, **values)


_spots: WeakKeyDictionary[Placed, tuple[Spot, ...]] = WeakKeyDictionary()  # Every check walks the same entries.


def walk(report: Report) -> Iterator[Spot]:
    """Every model in the report, outermost first, in the order of its files; each once, where it is written."""
    for placed in report.placed:
        if (spots := _spots.get(placed)) is None:
            found = _walk(Spot(placed.tree, placed.path, placed.value))
            spots = _spots[placed] = tuple(spot for spot in found if not _is_below(spot, placed))
        yield from spots


def walk_inherited(report: Report) -> Iterator[Spot]:
    """What figures inherit, once for each of them."""
    for placed in report.placed:
        if placed.inherited:
            found = _walk(Spot(placed.tree, placed.path, placed.value))
            yield from (replace(spot, is_inherited=True) for spot in found if _is_below(spot, placed))


def _is_below(spot: Spot, placed: Placed) -> bool:
    below = spot.path[len(placed.path) :]
    return bool(below) and below[0] in placed.inherited


def _walk(spot: Spot) -> Iterator[Spot]:
    value = spot.value
    if isinstance(value, BaseModel):
        yield spot
        around = (*spot.parents, value)
        for name in type(value).model_fields:
            item = getattr(value, name)
            if not isinstance(item, str):  # Nearly all are strings; visiting each would take most of the time.
                yield from _walk(Spot(spot.tree, (*spot.path, name), item, around))
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from _walk(Spot(spot.tree, (*spot.path, number), item, spot.parents))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _walk(Spot(spot.tree, (*spot.path, key), item, spot.parents))
