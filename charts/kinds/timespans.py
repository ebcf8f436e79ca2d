"""Unbroken years, a block a year, all on one axis of time; the first year is an outline, since it was worked out.

Belongs here: this kind alone. Does not belong here: what kinds share (`sheet`, `style`, `measure`).

Example::

    draw(SpansSpec(language="en", rows=(
        Span("No Class A infectious disease", "26 years", 1999, 2024, "from 1999 (derived)", "to 2024"),)), 560)
"""

from matplotlib.figure import Figure

from charts import measure, style
from charts.sheet import Sheet
from charts.specs.amounts import Span, SpansSpec
from charts.style import look

GAP = 2
"""Paper between two years, in px."""
VALUE = 17
"""Size of the number of years in px."""
BETWEEN = 24
"""Space in px between rows."""
AIR = 8
"""Least distance between two labels in px."""


def draw(spec: SpansSpec, width: int) -> Figure:
    """Draw unbroken years; `width` in px."""
    with look():
        sheet = Sheet(width, spec.language)
        first, last = min(row.first for row in spec.rows), max(row.last for row in spec.rows)
        year = (width + GAP) / (last - first + 1)
        y = 0.0
        for number, row in enumerate(spec.rows):
            y = _row(sheet, row, y + (BETWEEN if number else 0), (row.first - first) * year, year)
        return sheet.close(y + AIR)


def _row(sheet: Sheet, row: Span, y: float, left: float, year: float) -> float:
    """Draw one span from `y` down, its first year at `left`; the baseline of its last label."""
    what = measure.wrap(row.what, sheet.width, sheet.language, bold=True)
    y = sheet.lines(0, y + style.TEXT * style.ASCENT, what, bold=True) + VALUE * style.LINE + 2
    room = measure.room(row.text, sheet.language, VALUE, bold=True)
    sheet.text(min(left, sheet.width - room), y, row.text, size=VALUE, bold=True)
    y += 8
    for number in range(row.last - row.first + 1):
        sheet.block(left + number * year, y, year - GAP, style.BAR, style.RESULT, hollow=number == 0)
    right = left + (row.last - row.first + 1) * year - GAP
    baseline = y + style.BAR + style.TEXT + 5
    rooms = [measure.room(text, sheet.language) for text in (row.first_text, row.last_text)]
    start, end = min(left, sheet.width - rooms[0]), max(right, rooms[1])
    sheet.text(start, baseline, row.first_text, colour=style.INK_2)
    if start + rooms[0] + AIR > end - rooms[1]:
        baseline += style.TEXT * style.LINE
    sheet.text(end, baseline, row.last_text, colour=style.INK_2, align="right")
    return baseline
