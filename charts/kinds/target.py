"""A share aimed at: a dashed outline, and a row that says in words what is known of the result. Never nought.

Belongs here: this kind alone. Does not belong here: what kinds share (`sheet`, `scale`, `style`, `measure`).

Example::

    draw(TargetSpec(language="en", what="visits handled within the county", of="Medical visits",
                    label="Target, by the end of 2025", value=Decimal(90), text="90%", result_label="Result",
                    result="none reported", scale=("0%", "50%", "100%")), 560)
"""

from decimal import Decimal

from matplotlib.figure import Figure

from charts import measure, scale, style
from charts.sheet import Sheet, length
from charts.specs.amounts import TargetSpec
from charts.style import look

WHOLE = Decimal(100)
AFTER = 8
"""Gap in px between a track and its value."""
BETWEEN = 16
"""Space in px between the two rows."""


def draw(spec: TargetSpec, width: int) -> Figure:
    """Draw a target without a result; `width` in px."""
    with look():
        sheet = Sheet(width, spec.language)
        track = width - measure.room(spec.text, spec.language, bold=True) - AFTER
        y = _target(sheet, spec, track)
        y = scale.shares(sheet, spec.scale, y, track)
        return sheet.close(_result(sheet, spec, y + BETWEEN) + AFTER)


def _target(sheet: Sheet, spec: TargetSpec, track: float) -> float:
    """Draw the target; where its bar ends."""
    of = measure.wrap(spec.of, sheet.width, sheet.language, bold=True)
    y = sheet.lines(0, style.TEXT * style.ASCENT, of, bold=True)
    if spec.what:
        what = measure.wrap(spec.what, sheet.width, sheet.language)
        y = sheet.lines(0, y + style.TEXT * style.LINE, what, colour=style.INK_2)
    label = measure.wrap(spec.label, sheet.width, sheet.language)
    y = sheet.lines(0, y + style.TEXT * style.LINE, label, colour=style.CAVEAT) + AFTER + 2
    bar = length(spec.value, WHOLE, track)
    sheet.block(bar, y, track - bar, style.BAR, style.GRID)
    sheet.bar(0, y, bar, "target")
    sheet.text(track + AFTER, y + style.BAR / 2 + style.TEXT * 0.36, spec.text, bold=True, colour=style.CAVEAT)
    return y + style.BAR


def _result(sheet: Sheet, spec: TargetSpec, y: float) -> float:
    """Say what is known of the result, under a rule; the last baseline."""
    sheet.rule((0, y), (sheet.width, y), style.GRID)
    y += BETWEEN / 2 + style.TEXT
    sheet.text(0, y, spec.result_label, bold=True)
    lines = measure.wrap(spec.result, sheet.width, sheet.language)
    return sheet.lines(0, y + style.TEXT * style.LINE, lines)
