"""A share now and a year before: two bars on one scale, the earlier one hollow, since it was worked out.

Belongs here: this kind alone. Does not belong here: what kinds share (`sheet`, `scale`, `style`, `measure`).

Example::

    draw(ChangeSpec(language="en", before=Decimal("47.14"), before_label="2023 (derived)", before_text="47.14%",
                    now=Decimal("53.43"), now_label="2024", now_text="53.43%",
                    change="up 6.29 percentage points", scale=("0%", "50%", "100%")), 560)
"""

from decimal import Decimal

from matplotlib.figure import Figure

from charts import measure, scale, style
from charts.sheet import Sheet, length
from charts.specs.amounts import ChangeSpec
from charts.specs.base import Meaning
from charts.style import look

WHOLE = Decimal(100)
AFTER = 8
"""Gap in px between a track and its value."""
BRACKET = 12
"""Height in px of the bracket that spans the change."""
BETWEEN = 14
"""Space in px between the words of the change and the next row."""


def draw(spec: ChangeSpec, width: int) -> Figure:
    """Draw a change; `width` in px."""
    with look():
        sheet = Sheet(width, spec.language)
        values = max(measure.room(text, spec.language, bold=True) for text in (spec.before_text, spec.now_text))
        track = width - values - AFTER
        y = _row(sheet, spec.before_label, spec.before, spec.before_text, "derived", 0, track)
        y = _change(sheet, spec, y + 5, track)
        y = _row(sheet, spec.now_label, spec.now, spec.now_text, "result", y + BETWEEN, track)
        return sheet.close(scale.shares(sheet, spec.scale, y, track))


def _row(sheet: Sheet, label: str, value: Decimal, text: str, meaning: Meaning, y: float, track: float) -> float:
    """Draw one share from `y` down; where its bar ends."""
    lines = measure.wrap(label, sheet.width, sheet.language)
    y = sheet.lines(0, y + style.TEXT * style.ASCENT, lines, colour=style.INK_2) + AFTER
    bar = length(value, WHOLE, track)
    sheet.block(bar, y, track - bar, style.BAR, style.GRID)
    sheet.bar(0, y, bar, meaning)
    sheet.text(track + AFTER, y + style.BAR / 2 + style.TEXT * 0.36, text, bold=True)
    return y + style.BAR


def _change(sheet: Sheet, spec: ChangeSpec, y: float, track: float) -> float:
    """Span the change from the end of one bar to that of the other; the baseline of its words."""
    ends = [length(value, WHOLE, track) for value in (spec.before, spec.now)]
    left, right = min(ends), max(ends)
    for at in (left, right):
        sheet.rule((at, y), (at, y + BRACKET), style.INK_2)
    sheet.rule((left, y + BRACKET / 2), (right, y + BRACKET / 2), style.INK_2)
    room = measure.room(spec.change, spec.language, bold=True)
    baseline = y + BRACKET + style.TEXT + 3
    sheet.text(max(min(left, sheet.width - room), 0), baseline, spec.change, bold=True)
    return baseline
