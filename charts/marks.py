"""What a chart is made from: figures as neutral marks, with their words ready to show.

Belongs here: the records that `report` and `macros` fill once, for every kind. Does not belong here: what a
kind makes of them (`charts.kinds`). Nothing here knows the report's models, so that `charts` stays a leaf.
"""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from charts.specs.base import Language, Meaning

Form = Literal["full", "number", "short"]
"""How a value is written: with what is counted, without it, or short."""


@dataclass(frozen=True, kw_only=True)
class Stated:
    """What a figure states, without words: what a kind checks before anything is drawn."""

    id: str
    measure: str
    status: str
    """`reported`, `target`, `secured` …, as in the data."""
    scope: tuple[str, str]
    """In Chinese and in English."""
    year: int | None = None
    """The calendar year of which it speaks, if it is one."""
    through: int | None = None
    """The last of unbroken years, and with `years` how many."""
    years: int | None = None
    compared_with: int | None = None
    """For a change: the year it is measured against."""
    inferred: bool = False
    """Whether something of its period is not printed."""
    change: "Stated | None" = None
    """The figure that says by how much it changed, if the row names one."""
    at: tuple[str | int, ...] = ()
    """Where the row stands in its entry, for messages."""


@dataclass(frozen=True, kw_only=True)
class Mark:
    """One value of a chart; all strings are ready to show."""

    figure: Stated | None
    """The figure that it shows; none for what is worked out or counted."""
    name: str
    """What is measured, for the table of the data."""
    label: str
    """Its label in this chart: the row's own, or `name`."""
    value: Decimal
    text: str
    """The value with unit, qualifier and what is counted."""
    number: str
    """The same without what is counted and without direction."""
    unit: str
    """The unit as printed in Chinese."""
    period: str
    scope: str
    status: str
    """Reported, a target, worked out …, in words."""
    source: str = ""
    baseline: bool = False
    """Whether it is of the report's first year, or earlier."""
    open_ended: bool = False
    """True if the value is stated as more than, or at least, this one."""
    change: "Mark | None" = None
    """By how much it changed, if the row says so."""
    result: str = ""
    """What stands where a result would."""

    @property
    def meaning(self) -> Meaning:
        """Colour where years stand beside each other: a target, the baseline year, or a result."""
        if self.figure and self.figure.status == "target":
            return "target"
        return "baseline" if self.baseline else "result"


@dataclass(frozen=True, kw_only=True)
class MarkPanel:
    """Marks that share an axis."""

    title: str
    marks: tuple[Mark, ...]
    counted: bool = False
    """Whether the marks are entries counted, not figures."""


@dataclass(frozen=True, kw_only=True)
class ChartContent:
    """One chart in one language, as `build` of its kind takes it."""

    language: Language
    panels: tuple[MarkPanel, ...]
    word: Callable[..., str]
    """An interface word by its key, with values for its placeholders."""
    write: Callable[[Mark, Decimal, Form], str]
    """Another value in the unit of a mark."""
    subject: str
    """Whom or what the report is about, in short."""
    field: Mark | None = None
    """How many were ranked."""
    caution: str = ""
    """Why the values must not be compared."""

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The marks of all panels."""
        return tuple(mark for panel in self.panels for mark in panel.marks)
