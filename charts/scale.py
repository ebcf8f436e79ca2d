"""A share on a track that shows its base, and the scale below it.

Belongs here: what kinds that draw shares have in common. Does not belong here: positions of their words.
"""

from decimal import Decimal
from typing import Literal

from charts import measure, style
from charts.marks import ChartContent
from charts.sheet import Sheet, length, value_colour
from charts.specs.base import Share

WHOLE = Decimal(100)
VALUE_GAP = 8
"""Gap in px between a track and its value."""

TICK = 5
"""Length in px of a tick."""
BELOW = 8
"""Space in px under the labels."""


def labels(content: ChartContent) -> tuple[str, str, str]:
    """The words for zero, the middle and the whole."""
    return content.word("chart.share-none"), content.word("chart.share-half"), content.word("chart.share-all")


def track(sheet: Sheet, share: Share, y: float, width: float, text_at: float, *, behind: bool = False) -> float:
    """Draw a share from `y` down on a track of `width` px; return where its bar ends.

    Dashes and outlines need an empty background, so the track is drawn `behind` the bar only on request.
    """
    bar = length(share.value, WHOLE, width)
    start = 0 if behind else bar
    sheet.block(start, y, width - start, style.BAR, style.GRID)
    sheet.bar(0, y, bar, share.meaning, open_ended=share.open_ended)
    baseline = y + style.BAR / 2 + style.TEXT * 0.36
    sheet.text(text_at, baseline, share.text, bold=True, colour=value_colour(share.meaning))
    return y + style.BAR


def ticks(sheet: Sheet, words: tuple[str, str, str], y: float, track: float) -> float:
    """Label zero, the middle and the whole of a track that ends at `track`; return where the labels end."""
    baseline = y + TICK + style.TEXT + 4
    half = measure.room(words[2], sheet.language) / 2
    whole_at = min(track, sheet.width - half)
    places: tuple[tuple[float, float, str, Literal["left", "center"]], ...] = (
        (0.5, 0.0, words[0], "left"),
        (track / 2, track / 2, words[1], "center"),
        (track - 0.5, whole_at, words[2], "center"),
    )
    for at, label_at, label, align in places:
        sheet.rule((at, y), (at, y + TICK), style.INK_2)
        sheet.text(label_at, baseline, label, colour=style.INK_2, align=align)
    return baseline + BELOW
