"""Counts of unlike things as small multiples: squares, on a scale that each says for itself.

Squares of one multiple are never set against those of another: no common axis, and the worth of a square
stands under each.

Belongs here: this kind alone. Does not belong here: what kinds share (`sheet`, `style`, `measure`).

Example::

    draw(SquaresSpec(language="en", rows=(
        Squares("Employers", "", Decimal(1047), "1,047", step=Decimal(100), key="one square = 100"),)), 560)
"""

from decimal import Decimal

from matplotlib.figure import Figure

from charts import measure, style
from charts.sheet import Sheet
from charts.specs.amounts import Squares, SquaresSpec
from charts.style import look

SIDE, PITCH = 10, 13
"""Side of a square, and from one to the next, in px."""
LINE = 20
"""Squares in a line: two tens, parted by a wider gap, so that they can be counted."""
TENS = 5
"""The wider gap in px."""
VALUE = 17
"""Size of the count in px."""
GUTTER = 28
"""Gap in px between multiples side by side."""
BETWEEN = 26
"""Space in px between multiples one below the other."""


def draw(spec: SquaresSpec, width: int) -> Figure:
    """Draw counts as squares; `width` in px."""
    with look():
        sheet = Sheet(width, spec.language)
        together = 2 if width >= style.SIDE_BY_SIDE and len(spec.rows) > 1 else 1
        column = (width - (together - 1) * GUTTER) / together
        y = 0.0
        for first in range(0, len(spec.rows), together):
            y += BETWEEN if first else 0
            y = _level(sheet, spec.rows[first : first + together], column, y)
        return sheet.close(y + 6)


def _level(sheet: Sheet, rows: tuple[Squares, ...], column: float, y: float) -> float:
    """Draw multiples side by side from `y` down, their counts and squares level; where the lowest ends."""
    lefts = [number * (column + GUTTER) for number in range(len(rows))]
    y += style.TEXT * style.ASCENT
    below = [_title(sheet, row, left, column, y) for left, row in zip(lefts, rows, strict=True)]
    y = max(below) + VALUE * style.LINE
    ends = [y]
    for left, row in zip(lefts, rows, strict=True):
        sheet.text(left, y, row.text, size=VALUE, bold=True)
        bottom = _squares(sheet, row, left, y + 9)
        key = measure.wrap(row.key, column, sheet.language)
        ends.append(sheet.lines(left, bottom + style.TEXT + 4, key, colour=style.INK_2))
    return max(ends)


def _title(sheet: Sheet, row: Squares, left: float, column: float, y: float) -> float:
    """Name what is counted, and of whom; the last baseline."""
    what = measure.wrap(row.what, column, sheet.language, bold=True)
    y = sheet.lines(left, y, what, bold=True)
    if not row.of:
        return y
    of = measure.wrap(row.of, column, sheet.language)
    return sheet.lines(left, y + style.TEXT * style.LINE, of, colour=style.INK_2)


def _squares(sheet: Sheet, row: Squares, left: float, y: float) -> float:
    """Draw the squares, the last one in part where the count is no whole number of them; where they end."""
    whole, part = divmod(row.number, Decimal(1))
    shares = [1.0] * int(whole) + ([float(part)] if part else [])
    for number, share in enumerate(shares):
        line, place = divmod(number, LINE)
        x = left + place * PITCH + (TENS if place >= LINE // 2 else 0)
        if share < 1:  # Its outline says that it is a part of a square, and no stroke for “more than”.
            sheet.block(x, y + line * PITCH, SIDE, SIDE, style.RESULT, hollow=True)
        sheet.block(x, y + line * PITCH, SIDE * share, SIDE, style.RESULT)
    lines = -(-len(shares) // LINE)
    if row.open_ended:
        at = len(shares) - (lines - 1) * LINE
        x = left + (at - 1) * PITCH + SIDE + (TENS if at > LINE // 2 else 0)
        sheet.strokes(x, y + (lines - 1) * PITCH, SIDE, style.RESULT)
    return y + lines * PITCH
