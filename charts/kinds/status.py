"""Things of several statuses, a square for each: full, half or hollow, with a dot for a second fact.

Statuses differ in shape, never in colour alone, and the squares can be counted. The ledger's page builds its spec
(`macros.ledger_chart`); `charts.yml` cannot name this kind.
"""

from dataclasses import dataclass
from typing import Literal

from charts import measure, style
from charts.kind import ChartKind
from charts.sheet import Sheet
from charts.specs.base import RowsSpec

SIDE, PITCH = 12, 17
"""Side of a square, and from one to the next, in px."""
DOT = 4
"""Side of the dot in px."""
LABELS = 250
"""Width in px of the labels, at most, where they are beside the squares."""
GAP = 16
"""Gap in px between labels and squares."""
BETWEEN = 14
"""Space in px between rows."""
KEY = 22
"""From one line of the key to the next, in px."""
Shade = Literal["full", "half", "hollow", "speck"]
"""Shapes that distinguish statuses without colour; `speck` is an entry not yet assessed."""


@dataclass(frozen=True)
class StatusSquare:
    """One thing."""

    shade: Shade
    """Its status."""
    dot: bool = False
    """A second fact that is true of it."""


@dataclass(frozen=True)
class StatusRow:
    """Things that belong together."""

    label: str
    """What they are."""
    squares: tuple[StatusSquare, ...]
    """The things, in the order drawn."""
    text: str
    """How many they are, formatted."""

    def __post_init__(self) -> None:
        if not self.squares:
            raise ValueError(f"squares are missing: {self.label}")


@dataclass(frozen=True)
class StatusSpec(RowsSpec[StatusRow]):
    """Things of several statuses, a square for each, in rows with a key below."""

    key: tuple[tuple[StatusSquare, str], ...]
    """What each kind of square means."""

    def __post_init__(self) -> None:
        super().__post_init__()
        explained = {square.shade for square, _ in self.key}
        if missing := {square.shade for row in self.rows for square in row.squares} - explained:
            raise ValueError(f"the key does not explain {', '.join(sorted(missing))}")


def draw(sheet: Sheet, spec: StatusSpec) -> float:
    """Draw the squares of each row; the height in px."""
    beside = sheet.width >= style.SIDE_BY_SIDE
    labels = min(LABELS, max(measure.room(row.label, spec.language) for row in spec.rows)) if beside else 0.0
    y = 0.0
    for row in spec.rows:
        y = _row(sheet, row, y, labels) + BETWEEN
    sheet.rule((0, y), (sheet.width, y), style.GRID)
    return _key(sheet, spec, y)


def _row(sheet: Sheet, row: StatusRow, y: float, labels: float) -> float:
    """Draw one row from `y` down, its label beside its squares in `labels` px, or above if 0; return where it ends."""
    baseline = sheet.paragraph(0, y + style.TEXT * style.ASCENT, row.label, width=labels)
    left, top = (labels + GAP, y + 4) if labels else (0.0, baseline + 8)
    line = int((sheet.width - left - measure.room(row.text, sheet.language, bold=True)) // PITCH)
    for number, square in enumerate(row.squares):
        _square(sheet, left + number % line * PITCH, top + number // line * PITCH, square)
    full_lines, last = divmod(len(row.squares) - 1, line)
    ends = top + full_lines * PITCH + SIDE
    sheet.text(left + (last + 1) * PITCH, ends - 1, row.text, bold=True)
    sheet.say((left, top, line * PITCH, ends - top), row.label, row.text)
    return max(ends, baseline + 4)


def _square(sheet: Sheet, x: float, y: float, square: StatusSquare) -> None:
    colour = style.INK_2 if square.shade in ("hollow", "speck") else style.RESULT
    if square.shade == "speck":
        middle = (SIDE - DOT) / 2
        sheet.block(x + middle, y + middle, DOT, DOT, colour)
        return
    if square.shade == "full":
        sheet.block(x, y, SIDE, SIDE, colour)
    else:
        sheet.block(x, y, SIDE, SIDE, colour, hollow=True)
    if square.shade == "half":
        sheet.block(x, y, SIDE / 2, SIDE, colour)
    if square.dot:
        inside = style.ON_RESULT if square.shade == "full" else style.INK
        middle = (SIDE - DOT) / 2
        sheet.block(x + middle, y + middle, DOT, DOT, inside)


def _key(sheet: Sheet, spec: StatusSpec, y: float) -> float:
    """Draw the key, one square below the other; return the height."""
    y += BETWEEN
    for square, words in spec.key:
        _square(sheet, 0, y, square)
        left = PITCH + 6
        baseline = sheet.paragraph(left, y + SIDE - 1, words, width=sheet.width - left, colour=style.INK_2)
        y = baseline - SIDE + 1 + KEY
    return y


KIND = ChartKind(spec=StatusSpec, draw=draw)
