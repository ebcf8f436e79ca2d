"""The declaration of a kind of chart. Each file in `charts/kinds/` holds one, as `KIND`; `charts.kinds` finds them.

Belongs here: the declaration, without any kind's name. Everything that depends on the list of kinds (allowed
values, schema, reference, snippet, checks, interface words, tests) is derived from the declarations.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar

from charts.marks import ChartContent, ChartFigure, Mark
from charts.specs.base import Spec

if TYPE_CHECKING:
    from charts.sheet import Sheet

S = TypeVar("S", bound=Spec)
Refusal = tuple[tuple[str | int, ...], str]
"""Where in the entry, `("panels", 0, "rows", 1)`, and why the chart cannot be drawn, in English."""
Bilingual = tuple[str, str]
"""Chinese and English."""


def _nothing(_: object) -> tuple[()]:
    return ()


@dataclass(frozen=True, kw_only=True)
class ChartKind(Generic[S]):
    """A kind of chart; its name is that of its file."""

    spec: type[S]
    """What it is drawn from."""
    draw: Callable[[Sheet, S], float]
    """Draws on an empty sheet and returns the height in px."""
    build: Callable[[ChartContent], S] | None = None
    """Makes the spec of a chart of `charts.yml`; none if only a page of its own draws this kind."""
    about: Bilingual = ("", "")
    """What it shows, a line of the reference of keys."""
    former_name: str = ""
    """Its name in older data files; still read."""

    measures: frozenset[str] = frozenset()
    """What its marks may measure: `count`, `money`, `share` …"""
    max_marks: int = 0
    """How many marks it holds at most; 0 for any number."""
    open_ended: bool = False
    """Whether it draws “more than” and “at least” as such."""
    draws_targets: bool = False
    """Whether it draws a target as one."""
    one_unit: bool = False
    """Whether all its marks share one axis, so that they cannot have different units."""
    required_keys: Mapping[str, str] = field(default_factory=dict)
    """Required keys of chart, panel or row, each with what it holds; no other kind may have them."""
    optional_keys: frozenset[str] = frozenset()
    """Optional keys; no other kind may have them."""
    check: Callable[[Sequence[Sequence[ChartFigure]]], Iterable[Refusal]] = _nothing
    """Further checks on the figures of each panel."""

    words: Mapping[str, Bilingual] = field(default_factory=dict)
    """Its interface words, by key."""
    rows: Callable[[ChartContent], Iterable[Mark]] = lambda content: content.marks
    """The rows of its data table, in the order drawn, with the values that `build` derives."""
    alt: Callable[[ChartContent], Iterable[str]] = _nothing
    """Sentences added to the editor's alternative text, which must name every number drawn."""
    notes: Callable[[ChartContent], Iterable[str]] = _nothing
    """Notes for the reader: what was derived, what its marks mean."""

    @property
    def keys(self) -> frozenset[str]:
        """Keys that only this kind, and kinds that declare them too, may have."""
        return self.optional_keys.union(self.required_keys)
