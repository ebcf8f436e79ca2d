"""Counts of different things as small multiples of squares, each with its own scale.

Multiples are not to be compared: there is no common axis, and each states how many a square is worth.
"""

from dataclasses import dataclass, field
from decimal import Decimal

from charts import style
from charts.kind import ChartKind
from charts.marks import ChartContent, Mark
from charts.sheet import Sheet
from charts.specs.base import RowsSpec, Value

SIDE, PITCH = 10, 13
"""Side of a square, and from one to the next, in px."""
LINE = 20
"""Squares in a line: two tens, separated by a wider gap, so that they can be counted."""
TENS = 5
"""The wider gap in px."""
VALUE = 22
"""Size of the count in px."""
GUTTER = 28
"""Gap in px between multiples side by side."""
BETWEEN = 26
"""Space in px between multiples one below the other."""
MOST_SQUARES = 100
"""Nobody counts more of them: a larger step is needed."""
MOST_BUILT = 60
"""At most three lines of twenty for a figure; above that the worth of a square is multiplied by ten."""


@dataclass(frozen=True)
class Squares(Value):
    """A count as squares, with its own scale."""

    of: str = field(kw_only=True)
    """Whom or what it covers; empty where it needs no words."""
    step: Decimal = field(kw_only=True)
    """How many a square is worth; a remainder is drawn as part of a square."""
    key: str = field(kw_only=True)
    """The worth of a square, in words."""

    def __post_init__(self) -> None:
        if self.step <= 0 or not 0 < self.number <= MOST_SQUARES:
            raise ValueError(f"{self.text!r} by {self.step} is not more than 0 and at most {MOST_SQUARES} squares")

    @property
    def number(self) -> Decimal:
        """How many squares; the last may be a part of one."""
        return self.value / self.step


@dataclass(frozen=True)
class SquaresSpec(RowsSpec[Squares]):
    """Counts of different things as small multiples, never on one axis."""


def draw(sheet: Sheet, spec: SquaresSpec) -> float:
    """Draw counts as squares; the height in px."""
    together = 2 if sheet.width >= style.SIDE_BY_SIDE and len(spec.rows) > 1 else 1
    column, levels = sheet.columns(spec.rows, together, GUTTER)
    y = 0.0
    for number, level in enumerate(levels):
        y = _level(sheet, level, column, y + (BETWEEN if number else 0))
    return y + 6


def _level(sheet: Sheet, rows: list[tuple[float, Squares]], column: float, y: float) -> float:
    """Draw multiples side by side from `y` down, aligned; return where the lowest ends."""
    top = y + style.TEXT * style.ASCENT
    y = max(_title(sheet, row, left, column, top) for left, row in rows) + VALUE * style.LINE
    ends = [y]
    for left, row in rows:
        sheet.text(left, y, row.text, size=VALUE, colour=style.RESULT, display=True)
        bottom = _squares(sheet, row, left, y + 9)
        sheet.say((left, y + 9, min(column, LINE * PITCH + TENS), bottom - y - 9), row.label, row.text)
        ends.append(sheet.paragraph(left, bottom + style.TEXT + 4, row.key, width=column - 6, colour=style.INK_2))
    return max(ends)


def _title(sheet: Sheet, row: Squares, left: float, column: float, y: float) -> float:
    """Set what is counted, and of whom; return the last baseline."""
    y = sheet.paragraph(left, y, row.label, width=column, bold=True)
    if not row.of:
        return y
    return sheet.paragraph(left, y + style.TEXT * style.LINE, row.of, width=column, colour=style.INK_2)


def _squares(sheet: Sheet, row: Squares, left: float, y: float) -> float:
    """Draw the squares, the last one in part where the count is no whole number of them; where they end."""
    whole, part = divmod(row.number, Decimal(1))
    shares = [1.0] * int(whole) + ([float(part)] if part else [])
    for number, share in enumerate(shares):
        line, place = divmod(number, LINE)
        x = left + place * PITCH + (TENS if place >= LINE // 2 else 0)
        if share < 1:  # Outlined, to tell it from a stroke for “more than”.
            sheet.block(x, y + line * PITCH, SIDE, SIDE, style.RESULT, hollow=True)
        sheet.block(x, y + line * PITCH, SIDE * share, SIDE, style.RESULT)
    lines = -(-len(shares) // LINE)
    if row.open_ended:
        at = len(shares) - (lines - 1) * LINE
        x = left + (at - 1) * PITCH + SIDE + (TENS if at > LINE // 2 else 0)
        sheet.strokes(x, y + (lines - 1) * PITCH, SIDE, style.RESULT)
    return y + lines * PITCH


def build(content: ChartContent) -> SquaresSpec:
    """A multiple for each mark."""
    return SquaresSpec(content.language, tuple(_multiple(content, mark) for mark in content.marks))


def _multiple(content: ChartContent, mark: Mark) -> Squares:
    worth = Decimal(1)
    while mark.value / worth > MOST_BUILT:
        worth *= 10
    return Squares.of_mark(
        mark,
        of=content.word("chart.scope", scope=mark.scope),
        step=worth,
        key=content.word("chart.square", worth=content.write(mark, worth, "full")),
    )


KIND = ChartKind(
    about=("各有各刻度的数量", "counts, each on its own scale"),
    spec=SquaresSpec,
    draw=draw,
    build=build,
    measures=frozenset({"count"}),
    open_ended=True,
    words={"chart.square": ("一格代表{worth}", "one square = {worth}")},
)
