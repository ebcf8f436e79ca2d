"""What a kind of chart declares. Each file in `charts/kinds/` holds one, as `KIND`; `charts.kinds` finds them.

Belongs here: the declaration, without any kind's name. Everything that depends on the kinds there are (allowed
values, schema, reference, snippet, checks, interface words, tests) is derived from the declarations.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar

from charts.marks import ChartContent, Mark, Stated
from charts.specs.base import Spec

if TYPE_CHECKING:
    from charts.sheet import Sheet

S = TypeVar("S", bound=Spec)
Refusal = tuple[tuple[str | int, ...], str]
"""Where in the entry, `("panels", 0, "rows", 1)`, and why the chart cannot be drawn, in English."""
Words = tuple[str, str]
"""Chinese and English."""


def _nothing(_: object) -> tuple[()]:
    return ()


@dataclass(frozen=True, kw_only=True)
class Kind(Generic[S]):
    """A kind of chart; its name is that of its file."""

    spec: type[S]
    """What it is drawn from."""
    draw: Callable[[Sheet, S], float]
    """Draws on an empty sheet; the height in px that it took."""
    build: Callable[[ChartContent], S] | None = None
    """Makes the spec of a chart of `charts.yml`; none if only a page of its own draws this kind."""
    about: Words = ("", "")
    """What it shows, a line of the reference of keys."""
    former_name: str = ""
    """What older data files call it; still read."""

    measures: frozenset[str] = frozenset()
    """What its marks may measure: `count`, `money`, `share` …"""
    most: int = 0
    """How many marks it holds at most; 0 for any number."""
    open_ended: bool = False
    """Whether it draws “more than” and “at least” as such."""
    targets: bool = False
    """Whether it draws a target as one."""
    one_unit: bool = False
    """Whether all its marks stand on one axis, so that words about different units would not help."""
    needs: Mapping[str, str] = field(default_factory=dict)
    """Keys of chart, panel or row that it needs, each with what it holds: no other kind may have them."""
    takes: frozenset[str] = frozenset()
    """Keys of its own that may be absent."""
    check: Callable[[Sequence[Sequence[Stated]]], Iterable[Refusal]] = _nothing
    """What else it refuses, from the figures of each panel."""

    words: Mapping[str, Words] = field(default_factory=dict)
    """Its interface words, by key."""
    rows: Callable[[ChartContent], Iterable[Mark]] = lambda content: content.marks
    """The rows of its table of data, in the order drawn: with what `build` works out."""
    alt: Callable[[ChartContent], Iterable[str]] = _nothing
    """Sentences that its alternative text must add to the editor's: every number drawn stands there."""
    notes: Callable[[ChartContent], Iterable[str]] = _nothing
    """What must be known before it is read: what was worked out, what its marks mean."""

    @property
    def keys(self) -> frozenset[str]:
        """The keys that it has and others, unless they declare them too, have not."""
        return self.takes.union(self.needs)
