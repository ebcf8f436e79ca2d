"""Values written out, a line each: for what has no common axis, no single number, or is not to be compared.

A line says period, scope and status where they differ within the chart.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from charts import measure, style
from charts.kind import RESULTS, ChartKind
from charts.marks import ChartContent, Mark
from charts.sheet import Sheet
from charts.specs.base import RowsSpec, Spec

BETWEEN = 10
"""Space in px above and below the rule between lines."""
GAP = 16
"""Least gap in px between a label and its value."""
VALUE_PART = 0.5
"""The part of the width that a value may take before it is broken."""


@dataclass(frozen=True)
class TableRow:
    """A value."""

    label: str
    """What it is."""
    text: str
    """The value, formatted with unit and qualifier."""
    under: str
    """In what it differs from the others: its period, scope, status; empty where in nothing."""


@dataclass(frozen=True)
class TablePart(RowsSpec[TableRow]):
    """Lines under a title."""

    title: str
    """What they have in common; empty for a single part."""


@dataclass(frozen=True)
class TableSpec(Spec):
    """Values written out."""

    parts: tuple[TablePart, ...]
    """One below the other."""

    def __post_init__(self) -> None:
        if not self.parts:
            raise ValueError("parts are missing")


def draw(sheet: Sheet, spec: TableSpec) -> float:
    """Draw a table; the height in px."""
    y = 0.0
    for number, part in enumerate(spec.parts):
        if part.title:
            y += style.HEADING * style.ASCENT + (BETWEEN * 2 if number else 0)
            y = sheet.paragraph(0, y, part.title, size=style.HEADING, bold=True) + BETWEEN
        sheet.rule((0, y + 0.5), (sheet.width, y + 0.5), style.INK_2)
        for row in part.rows:
            y = _row(sheet, row, y)
    return y + 2


def _row(sheet: Sheet, row: TableRow, y: float) -> float:
    """Set a line from `y` down, its value at the right; return where its rule is."""
    most = sheet.width * VALUE_PART
    value = measure.wrap(row.text, most, sheet.language, bold=True)
    room = max(measure.room(line, sheet.language, bold=True) for line in value)
    first = y + BETWEEN + style.TEXT * style.ASCENT - 4
    for number, line in enumerate(value):
        sheet.text(sheet.width, first + number * style.TEXT * style.LINE, line, bold=True, align="right")
    label = sheet.paragraph(0, first, row.label, width=sheet.width - room - GAP)
    last = max(label, first + (len(value) - 1) * style.TEXT * style.LINE)
    if row.under:
        last = sheet.paragraph(0, last + style.TEXT * style.LINE, row.under, colour=style.INK_2)
    sheet.rule((0, last + BETWEEN), (sheet.width, last + BETWEEN), style.GRID)
    return last + BETWEEN


def build(content: ChartContent) -> TableSpec:
    """A part for each panel, a line for each of its marks."""
    single = len(content.panels) == 1
    return TableSpec(
        content.language,
        tuple(
            TablePart(
                content.language, tuple(_line(content, mark) for mark in panel.marks), "" if single else panel.title
            )
            for panel in content.panels
        ),
    )


def _line(content: ChartContent, mark: Mark) -> TableRow:
    return TableRow(mark.label, mark.text, content.word("list.semicolon").join(_differing(content, mark)))


def _differing(content: ChartContent, mark: Mark) -> Iterator[str]:
    """Period and scope of a mark where those of the chart differ, and its status where it is no result."""
    if len({other.period for other in content.marks}) > 1:
        yield mark.period
    if len({other.scope for other in content.marks}) > 1:
        yield mark.scope
    if mark.figure and mark.figure.status not in RESULTS:
        yield mark.status


KIND = ChartKind(
    about=("逐行写出的数字，不画长短", "values written out in lines, drawn as nothing"),
    spec=TableSpec,
    draw=draw,
    build=build,
    measures=frozenset(
        {"count", "money", "share", "change-points", "change-percent", "rank", "grade", "duration", "compound"}
    ),
    rates=True,
    changes="also",
    writes_values=True,
    statuses=RESULTS | {"target", "applied-for", "assigned"},
    titled=True,
)
