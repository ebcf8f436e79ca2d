"""Going through a report: every model in it with its place, so that a check can name file and line.

Example:
    >>> [spot.place for spot in walk(report) if isinstance(spot.value, Text)]  # doctest: +SKIP
    ['data/report.yml:14', ...
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from report.model import Report
from report.once import once
from report.problems import Problem
from report.tree import Steps, Tree


@dataclass(frozen=True)
class Spot:
    """A value of the report, and where it stands.

    Attributes:
        tree: Its file.
        path: Its path in the file.
        value: The model, or a scalar.
        parents: The models around it, outermost first.
    """

    tree: Tree
    path: Steps
    value: Any
    parents: tuple[BaseModel, ...] = ()

    @property
    def place(self) -> str:
        """File and line."""
        return f"{self.tree.file}:{self.tree.line(self.path)}"

    @property
    def is_override(self) -> bool:
        """Whether it stands in for a word of the interface, whose braces are placeholders."""
        return self.tree.file == "data/strings.yml"

    def problem(self, code: str, *below: str | int, **values: str) -> Problem:
        """A problem here, or at a key below."""
        path = (*self.path, *below)
        return Problem(self.tree.file, self.tree.line(path), self.tree.subject(path), code, values)


@once
def walk(report: Report) -> tuple[Spot, ...]:
    """Every model in the report, outermost first, in the order of its files."""
    found: list[Spot] = []
    for placed in report.placed:
        _collect(found, placed.tree, placed.path, placed.value, ())
    return tuple(found)


def _collect(found: list[Spot], tree: Tree, path: Steps, value: Any, parents: tuple[BaseModel, ...]) -> None:
    if isinstance(value, BaseModel):
        found.append(Spot(tree, path, value, parents))
        parents = (*parents, value)
        items: Iterable[tuple[str | int, Any]] = value.__dict__.items()  # The fields of a model, in their order.
    elif isinstance(value, tuple):
        items = enumerate(value)
    elif isinstance(value, dict):
        items = value.items()
    else:
        return
    for step, item in items:
        if not isinstance(item, str):  # Nearly all values are text; a call for each would take most of the time.
            _collect(found, tree, (*path, step), item, parents)
