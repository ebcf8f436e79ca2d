"""Shares of several things, each with a label and a track that shows its own base.

Rules separate the tracks, since shares of different things are no series.
"""

from dataclasses import dataclass

from charts import measure, scale, style
from charts.kind import RESULTS, ChartKind
from charts.marks import ChartContent, Mark
from charts.sheet import TAIL, Sheet
from charts.specs.base import RowsSpec, Share

BETWEEN = 16
"""Space in px above and below the rule between rows."""


@dataclass(frozen=True)
class SharesSpec(RowsSpec[Share]):
    """Shares of several things, a row for each, on its own base."""

    scale: tuple[str, str, str]
    """Labels of zero, the middle and the whole base."""


def draw(sheet: Sheet, spec: SharesSpec) -> float:
    """Draw shares, each on its own base; the height in px."""
    values = max(measure.room(row.text, spec.language, bold=True) for row in spec.rows)
    tails = max((TAIL for row in spec.rows if row.open_ended), default=0)
    track = sheet.width - values - scale.VALUE_GAP - tails
    y = 0.0
    for number, row in enumerate(spec.rows):
        if number:
            sheet.rule((0, y + BETWEEN), (sheet.width, y + BETWEEN), style.GRID)
            y += 2 * BETWEEN
        y = _row(sheet, row, y, track, track + tails + scale.VALUE_GAP)
    return scale.ticks(sheet, spec.scale, y, track)


def _row(sheet: Sheet, row: Share, y: float, track: float, value_at: float) -> float:
    """Draw one share from `y` down; where its bar ends."""
    y = sheet.paragraph(0, y + style.TEXT * style.ASCENT, row.of, bold=True)
    y = sheet.paragraph(0, y + style.TEXT * style.LINE, row.label, colour=style.INK_2) + scale.VALUE_GAP + 2
    return scale.track(sheet, row, y, track, value_at, behind=row.meaning != "target")


def build(content: ChartContent) -> SharesSpec:
    """A row for each mark, labelled with its base."""
    return SharesSpec(content.language, tuple(map(_share, content.marks)), scale.labels(content))


def _share(mark: Mark) -> Share:
    base = mark.scope[:1].upper() + mark.scope[1:]  # It begins the label.
    return Share(mark.label, mark.value, mark.text, mark.meaning, mark.open_ended, of=base)


KIND = ChartKind(
    about=("各有各基数的占比", "parts of bases of their own"),
    spec=SharesSpec,
    draw=draw,
    build=build,
    measures=frozenset({"share"}),
    axis="chart",
    percent=True,
    open_ended=True,
    statuses=RESULTS | {"target"},
    names_status=True,
)
