"""The input of a chart: figures as marks, with their values already formatted.

Belongs here: the records that `report` and `macros` fill for every kind. Does not belong here: what a kind builds
from them (`charts.kinds`). Must not import the report's models: `report` imports `charts`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from charts.specs.base import Meaning
from languages import Language

NO_VALUE = Decimal("NaN")
"""The value of a mark that has no single one: of a grade, a range, a list. Only kinds that write values out get it."""
ValueForm = Literal["full", "number", "short"]
"""How a value is written: with its noun, without it, or short."""


def financial_year(ended: int) -> dict[str, str]:
    """The parts of the name of a financial year, by the year in which it ended: of 2025 they are 2024 and 25."""
    return {"begun": str(ended - 1), "ended": f"{ended % 100:02}"}


@dataclass(frozen=True, kw_only=True)
class ChartFigure:
    """The data of a figure that a kind checks before anything is drawn."""

    id: str
    measure: str
    status: str
    """`reported`, `target`, `secured` …, as in the data."""
    scope: tuple[str, str]
    """In Chinese and in English."""
    indicator: str = ""
    stated: str = ""
    """The phrase as printed."""
    value: Decimal | None = None
    """In base units; none for a grade, a range and several amounts."""
    unit: str = ""
    """Unit and denominator as printed, `张`, `张/千人口`; equal only where both are."""
    base: str = ""
    """What it is a share of, where the phrase says so, as printed."""
    rate: bool = False
    """Whether it is counted against so many of something else: ‰, /10万, 人均."""
    form: str = ""
    """What kind of phrase it is: `count`, `percent`, `range`, `list` …"""
    qualifier: str = "exact"
    is_change: bool = False
    """Whether it is by how much something rose or fell."""
    part_of: str | None = None
    """The figure that it is a part of."""
    change_of: str | None = None
    """The figure whose change it is."""
    period: str = ""
    """The form of its period, by its first key: `year`, `cumulative_to` …"""
    length: str = ""
    """How long its period is, in English; empty for a point in time."""
    year: int | None = None
    """Its calendar year, if its period is one."""
    through: int | None = None
    """The last of unbroken years; `years` is how many."""
    years: int | None = None
    compared_with: int | None = None
    """For a change: the year it is measured against."""
    inferred: bool = False
    """Whether something of its period is not printed."""
    sides: tuple[tuple[str, str, str], ...] = ()
    """What it is besides, in groups of which two sides do not compare: the group, the side, and English for it."""
    chained: bool = False
    """Whether it is an index of which the period before is 100."""
    whole_parts: frozenset[str] = frozenset()
    """The figures that it is a part of, or of a part of."""
    change: "ChartFigure | None" = None
    """The figure with the amount of its change, if the row names one."""
    at: tuple[str | int, ...] = ()
    """Path of the row in its entry, for messages."""


@dataclass(frozen=True, kw_only=True)
class Mark:
    """One value of a chart; all strings are formatted."""

    figure: ChartFigure | None
    """The figure that it shows; none for a derived or counted value."""
    name: str
    """What is measured, for the data table."""
    label: str
    """Its label in this chart: the row's own, or `name`."""
    value: Decimal
    text: str
    """The value with unit, qualifier and noun."""
    number: str
    """The value without noun and direction."""
    unit: str
    """The unit in words."""
    period: str
    scope: str
    status: str
    """Reported, a target, derived …, in words."""
    source: str = ""
    baseline: bool = False
    """Whether it is of the report's first year or earlier."""
    open_ended: bool = False
    """True if the value is stated as more than, or at least, this one."""
    change: "Mark | None" = None
    """The amount of its change, if the row names one."""
    result: str = ""
    """Words in place of a result."""

    @property
    def meaning(self) -> Meaning:
        """Meaning in a chart of several years: target, baseline year, or result."""
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
    breaks: tuple[tuple[int, str], ...] = ()
    """Years that are not joined to the one before, with the reason."""
    whole: "Mark | None" = None
    """The figure that its marks are the parts of."""
    whole_words: str = ""
    """What its marks are the parts of, where no figure says it."""
    complete: bool = False
    """Whether they are all of it, as far as rounding allows to say."""


@dataclass(frozen=True, kw_only=True)
class ChartContent:
    """One chart in one language, the argument of `build` of its kind."""

    language: Language
    panels: tuple[MarkPanel, ...]
    word: Callable[..., str]
    """Returns an interface word by its key, with values for its placeholders."""
    write: Callable[[Mark, Decimal, ValueForm], str]
    """Formats another value in the unit of a mark."""
    subject: str
    """Short name of the subject of the report."""
    field: Mark | None = None
    """For a rank: how many were ranked."""
    caution: str = ""
    """Why the values must not be compared."""

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The marks of all panels."""
        return tuple(mark for panel in self.panels for mark in panel.marks)

    def year_label(self, year: int) -> str:
        """A year of the marks in words: 2025年, or 2024-25年度 where their years are financial."""
        if all(mark.figure and mark.figure.period == "year_ended" for mark in self.marks):
            return self.word("period.year_ended", **financial_year(year))
        return self.word("period.year", year=year)

    def years(self) -> list[tuple[int, Mark | None]]:
        """Every year from the first mark to the last, with its mark; none for a year that has none."""
        marks = {mark.figure.year: mark for mark in self.marks if mark.figure and mark.figure.year}
        return [(year, marks.get(year)) for year in range(min(marks), max(marks) + 1)]
