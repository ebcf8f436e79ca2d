"""The scale of shares under a track: nought, the middle, the whole.

Belongs here: what kinds that draw shares have alike. Does not belong here: tracks and bars.
"""

from typing import Literal

from charts import measure, style
from charts.marks import ChartContent
from charts.sheet import Sheet

TICK = 5
"""Length in px of a tick."""
BELOW = 8
"""Space in px under the labels."""


def labels(content: ChartContent) -> tuple[str, str, str]:
    """The words for nought, the middle and the whole."""
    return content.word("chart.share-none"), content.word("chart.share-half"), content.word("chart.share-all")


def shares(sheet: Sheet, labels: tuple[str, str, str], y: float, track: float) -> float:
    """Name nought, the middle and the whole of a track that ends at `track`; where the labels end."""
    baseline = y + TICK + style.TEXT + 4
    half = measure.room(labels[2], sheet.language) / 2
    whole_at = min(track, sheet.width - half)
    places: tuple[tuple[float, float, str, Literal["left", "center"]], ...] = (
        (0.5, 0.0, labels[0], "left"),
        (track / 2, track / 2, labels[1], "center"),
        (track - 0.5, whole_at, labels[2], "center"),
    )
    for at, label_at, label, align in places:
        sheet.rule((at, y), (at, y + TICK), style.INK_2)
        sheet.text(label_at, baseline, label, colour=style.INK_2, align=align)
    return baseline + BELOW
