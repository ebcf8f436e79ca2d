"""Values of one unit as bars from nought; panels share one scale, so that bars of two panels compare.

Belongs here: this kind alone. Does not belong here: what kinds share (`sheet`, `style`, `measure`).

Example::

    draw(BarsSpec(language="en", none="none listed", panels=(Panel("2025", (Bar("TCM", Decimal(7), "7"),)),)), 560)
"""

from matplotlib.figure import Figure

from charts import measure, style
from charts.sheet import TAIL, Sheet, value_colour
from charts.specs.amounts import BarsSpec
from charts.specs.base import Bar, Panel
from charts.style import look

GUTTER = 36
"""Gap in px between panels side by side."""
BELOW = 30
"""Space in px between panels one below the other."""
AFTER = 7
"""Gap in px between a bar and its value."""
BETWEEN = 10
"""Space in px between a bar and the label of the next."""


def draw(spec: BarsSpec, width: int) -> Figure:
    """Draw bars; `width` in px."""
    with look():
        sheet = Sheet(width, spec.language)
        together = len(spec.panels) if width >= style.SIDE_BY_SIDE else 1
        column = (width - (together - 1) * GUTTER) / together
        scale = _scale(spec, column)
        y = 0.0
        for first in range(0, len(spec.panels), together):
            y += BELOW if first else 0
            y = _panels(sheet, spec, spec.panels[first : first + together], column, scale, y)
        return sheet.close(y + 2)


def _scale(spec: BarsSpec, column: float) -> float:
    """Px a unit, the same for all panels: each bar has room for its value."""
    bars = [bar for panel in spec.panels for bar in panel.bars if bar.value]
    rooms = (
        (column - AFTER - measure.room(bar.text, spec.language, bold=True) - (TAIL if bar.open_ended else 0), bar)
        for bar in bars
    )
    return min(room / float(bar.value) for room, bar in rooms)


def _panels(sheet: Sheet, spec: BarsSpec, panels: tuple[Panel, ...], column: float, scale: float, y: float) -> float:
    """Draw panels side by side from `y` down, row level with row; where the last bars end."""
    lefts = [number * (column + GUTTER) for number in range(len(panels))]
    if any(panel.title for panel in panels):
        y += style.HEADING * style.ASCENT
        titles = [measure.wrap(panel.title, column, sheet.language, style.HEADING, bold=True) for panel in panels]
        y = max(
            sheet.lines(left, y, title, size=style.HEADING, bold=True)
            for left, title in zip(lefts, titles, strict=True)
        )
        y += AFTER
    for number in range(max(len(panel.bars) for panel in panels)):
        standing = ((left, panel.bars) for left, panel in zip(lefts, panels, strict=True))
        rows = [(left, bars[number]) for left, bars in standing if number < len(bars)]
        labels = [measure.wrap(bar.label, column, sheet.language) for _, bar in rows]
        y += style.TEXT + (BETWEEN if number else 2)
        last = y + (max(map(len, labels)) - 1) * style.TEXT * style.LINE
        for (left, bar), lines in zip(rows, labels, strict=True):
            first = last - (len(lines) - 1) * style.TEXT * style.LINE
            sheet.lines(left, first, lines, colour=style.INK_2)
            _bar(sheet, spec, bar, left, last + AFTER, scale)
        y = last + AFTER + style.BAR
    return y


def _bar(sheet: Sheet, spec: BarsSpec, bar: Bar, left: float, top: float, scale: float) -> None:
    baseline = top + style.BAR * 0.73
    if not bar.value:
        sheet.text(left, baseline, spec.none)
        return
    end = sheet.bar(left, top, float(bar.value) * scale, bar.meaning, open_ended=bar.open_ended)
    sheet.text(end + AFTER, baseline, bar.text, bold=True, colour=value_colour(bar.meaning))
