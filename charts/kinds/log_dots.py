"""Amounts of very different size as points on a logarithmic axis; what is only asked for is a ring.

A bar from nought cannot stand on such an axis, so that amounts are points, each on an axis of its own row:
nothing invites to add them up.

Belongs here: this kind alone. Does not belong here: what kinds share (`sheet`, `style`, `measure`).

Example::

    draw(StagesSpec(language="en", scale="Logarithmic scale: each step is ten times the one before", rows=(
        Stage("Two New projects", "Secured", Decimal(20_150_000), "CNY 20.15 million", in_hand=True),),
        ticks=((Decimal(10**7), "10 million"), (Decimal(10**8), "100 million"))), 560)
"""

import math

from matplotlib.figure import Figure

from charts import measure, style
from charts.sheet import Sheet
from charts.specs.amounts import Stage, StagesSpec
from charts.style import look

DOT = 8
"""Radius of a point in px; the axis ends as far from the edges."""
TICK = 4
"""Half the length in px of a tick."""
BETWEEN = 22
"""Space in px between rows."""
AIR = 8
"""Least distance between two labels in px."""


def draw(spec: StagesSpec, width: int) -> Figure:
    """Draw amounts by stage; `width` in px."""
    with look():
        sheet = Sheet(width, spec.language)
        y = 0.0
        for number, row in enumerate(spec.rows):
            y = _row(sheet, spec, row, y + (BETWEEN if number else 0))
        baseline = _ticks(sheet, spec, y + style.TEXT + 6)
        lines = measure.wrap(spec.scale, width, spec.language)
        baseline = sheet.lines(0, baseline + style.TEXT * style.LINE + 2, lines, colour=style.INK_2)
        return sheet.close(baseline + AIR)


def _at(sheet: Sheet, spec: StagesSpec, value: float) -> float:
    """Where a value stands on the axis, in px."""
    low, high = (math.log10(float(spec.ticks[end][0])) for end in (0, -1))
    return DOT + (sheet.width - 2 * DOT) * (math.log10(value) - low) / (high - low)


def _row(sheet: Sheet, spec: StagesSpec, row: Stage, y: float) -> float:
    """Draw one amount from `y` down; where its axis ends."""
    what = measure.wrap(row.what, sheet.width, sheet.language, bold=True)
    y = sheet.lines(0, y + style.TEXT * style.ASCENT, what, bold=True)
    y += style.TEXT * style.LINE
    sheet.text(0, y, row.status, colour=style.INK_2)
    y += style.TEXT * style.LINE
    at = _at(sheet, spec, float(row.value))
    _centred(sheet, at, y, row.text, bold=True)
    y += DOT + 7
    sheet.rule((DOT, y), (sheet.width - DOT, y), style.INK_2)
    for tick, _ in spec.ticks:
        place = _at(sheet, spec, float(tick))
        sheet.rule((place, y - TICK), (place, y + TICK), style.INK_2)
    sheet.dot(at, y, DOT, style.RESULT, hollow=not row.in_hand)
    return y + DOT


def _ticks(sheet: Sheet, spec: StagesSpec, baseline: float) -> float:
    """Name the ticks under the last axis, every second one lower where they would meet; the last baseline."""
    ends: list[float] = [-AIR, -AIR]
    last = baseline
    for number, (tick, label) in enumerate(spec.ticks):
        half = measure.room(label, spec.language) / 2
        place = _at(sheet, spec, float(tick))
        at = min(max(place, half), sheet.width - half)
        line = 0 if at - half >= ends[0] + AIR else 1
        if at - half < ends[line] + AIR and number:
            raise ValueError(f"{label!r} meets the label before it")
        ends[line] = at + half
        y = baseline + line * style.TEXT * style.LINE
        last = max(last, y)
        _centred(sheet, place, y, label)
    return last


def _centred(sheet: Sheet, at: float, y: float, text: str, *, bold: bool = False) -> None:
    """Centre a label on its point, or set it against the edge that it would cross."""
    half = measure.room(text, sheet.language, bold=bold) / 2
    colour = style.INK if bold else style.INK_2
    if at < half:
        sheet.text(0, y, text, bold=bold, colour=colour)
    elif at > sheet.width - half:
        sheet.text(sheet.width, y, text, bold=bold, colour=colour, align="right")
    else:
        sheet.text(at, y, text, bold=bold, colour=colour, align="center")
