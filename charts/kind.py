"""The declaration of a kind of chart. Each file in `charts/kinds/` holds one, as `KIND`; `charts.kinds` finds them.

Belongs here: the declaration, without any kind's name. Everything that depends on the list of kinds (allowed
values, schema, reference, snippet, checks, interface words, tests) is derived from the declarations.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, Literal, TypeVar

from charts.marks import ChartContent, ChartFigure, Mark
from charts.specs.base import Spec

if TYPE_CHECKING:
    from charts.sheet import Sheet

S = TypeVar("S", bound=Spec)
Refusal = tuple[tuple[str | int, ...], str]
"""Where in the entry, `("panels", 0, "rows", 1)`, and why the chart cannot be drawn, in English."""
Bilingual = tuple[str, str]
"""Chinese and English."""
AMOUNTS = frozenset({"count", "money", "share", "duration"})
"""Measures whose values a length or a place on an axis can show."""
RESULTS = frozenset({"reported", "secured", "context"})
"""Statuses of what is, and is neither aimed at nor asked for."""


def _nothing(_: object) -> tuple[()]:
    return ()


@dataclass(frozen=True, kw_only=True)
class ChartKind(Generic[S]):
    """A kind of chart; its name is that of its file, with hyphens."""

    spec: type[S]
    """What it is drawn from."""
    draw: Callable[[Sheet, S], float]
    """Draws on an empty sheet and returns the height in px."""
    build: Callable[[ChartContent], S] | None = None
    """Makes the spec of a chart of `charts.yml`; none if only a page of its own draws this kind."""
    about: Bilingual = ("", "")
    """What it shows, a line of the reference of keys."""
    former_names: tuple[str, ...] = ()
    """Its names in older data files, and those of kinds that it replaces; still read."""

    # What it may draw; `report.validate.charts` checks it.
    measures: frozenset[str] = frozenset()
    """What its marks may measure: `count`, `money`, `share` …"""
    axis: Literal["chart", "panel", "mark"] = "mark"
    """Whose marks share an axis, and so have one measure, unit and denominator; `mark` if each has its own."""
    percent: bool = False
    """Whether its axis ends at 100 per cent: no ‰, no rate, nothing above the whole."""
    rates: bool = False
    """Whether it draws numbers per so many: 4.5‰, 15.1/10万, 每千人口7.23张."""
    changes: Literal["none", "only", "also"] = "none"
    """Whether it draws rises and falls: 增加5个 is no amount, and 5个 no rise."""
    open_ended: bool = False
    """Whether it draws “more than” and “at least” as such."""
    writes_values: bool = False
    """Whether it draws no lengths but writes values out: any phrase, any period beside any other."""
    statuses: frozenset[str] = RESULTS
    """Statuses that it draws as what they are."""
    periods: frozenset[str] = frozenset()
    """The forms of period that it draws, by their first key: `year`, `through` …; empty for all."""
    separates: bool = False
    """Whether it parts its marks with the reason, so that they may be of periods of unlike length."""
    max_marks: int = 0
    """How many marks it holds at most; 0 for any number."""
    max_panels: int = 0
    """How many panels it holds at most; 0 for any number."""
    titled: bool = False
    """Whether it writes the titles of several panels; else they begin the labels."""
    names_status: bool = False
    """Whether labels say of a mark that it is a target or only asked for, where others are results."""
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
