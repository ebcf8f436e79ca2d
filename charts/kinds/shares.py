"""Shares of several things, each on its own base: for each a label of what and of whom, and a track of its own.

The track is the whole base; tracks are parted by rules, since two shares of different things make no series.

Belongs here: this kind alone. Does not belong here: what kinds share (`sheet`, `style`, `measure`).

Example::

    draw(SharesSpec(language="en", scale=("0%", "50%", "100%"), rows=(
        Share("can offer non-drug TCM therapies", "Village clinics", Decimal("82.9"), "82.9%"),)), 560)
"""

from decimal import Decimal

from matplotlib.figure import Figure

from charts import measure, scale, style
from charts.sheet import TAIL, Sheet, length, value_colour
from charts.specs.base import Share, SharesSpec
from charts.style import look

WHOLE = Decimal(100)
AFTER = 8
"""Gap in px between a track and its value."""
BETWEEN = 16
"""Space in px above and below the rule between rows."""


def draw(spec: SharesSpec, width: int) -> Figure:
    """Draw shares, each on its own base; `width` in px."""
    with look():
        sheet = Sheet(width, spec.language)
        values = max(measure.room(row.text, spec.language, bold=True) for row in spec.rows)
        tails = max((TAIL for row in spec.rows if row.open_ended), default=0)
        track = width - values - AFTER - tails
        y = 0.0
        for number, row in enumerate(spec.rows):
            if number:
                sheet.rule((0, y + BETWEEN), (width, y + BETWEEN), style.GRID)
                y += 2 * BETWEEN
            y = _row(sheet, row, y, track, track + tails + AFTER)
        return sheet.close(scale.shares(sheet, spec.scale, y, track))


def _row(sheet: Sheet, row: Share, y: float, track: float, value_at: float) -> float:
    """Draw one share from `y` down; where its bar ends."""
    of = measure.wrap(row.of, sheet.width, sheet.language, bold=True)
    what = measure.wrap(row.what, sheet.width, sheet.language)
    y = sheet.lines(0, y + style.TEXT * style.ASCENT, of, bold=True, colour=style.INK)
    y = sheet.lines(0, y + style.TEXT * style.LINE, what, colour=style.INK_2) + AFTER + 2
    bar = length(row.value, WHOLE, track)
    # A target is hollow: its dashes need paper behind them to be seen, so that its track begins where it ends.
    start = bar if row.meaning == "target" else 0
    sheet.block(start, y, track - start, style.BAR, style.GRID)
    sheet.bar(0, y, bar, row.meaning, open_ended=row.open_ended)
    baseline = y + style.BAR / 2 + style.TEXT * 0.36
    sheet.text(value_at, baseline, row.text, bold=True, colour=value_colour(row.meaning))
    return y + style.BAR
