"""Shares of several things, each on its own base: for each a label of what and of whom, and a track of its own.

The track is the whole base; tracks are parted by rules, since two shares of different things make no series.
"""

from dataclasses import dataclass, field
from decimal import Decimal

from charts import measure, scale, style
from charts.kind import Kind
from charts.marks import ChartContent, Mark
from charts.sheet import TAIL, Sheet, length, value_colour
from charts.specs.base import RowsSpec, Value, check_per_cent

WHOLE = Decimal(100)
AFTER = 8
"""Gap in px between a track and its value."""
BETWEEN = 16
"""Space in px above and below the rule between rows."""


@dataclass(frozen=True)
class Share(Value):
    """A share of one thing on its own base, per cent."""

    of: str = field(kw_only=True)
    """Its base: of whom or of what it is a share."""

    def __post_init__(self) -> None:
        check_per_cent(self.value)


@dataclass(frozen=True)
class SharesSpec(RowsSpec[Share]):
    """Shares of several things, each on its own base: a row, a label and a track of its own for each."""

    scale: tuple[str, str, str]
    """Labels of nought, the middle and the whole base."""


def draw(sheet: Sheet, spec: SharesSpec) -> float:
    """Draw shares, each on its own base; the height in px."""
    values = max(measure.room(row.text, spec.language, bold=True) for row in spec.rows)
    tails = max((TAIL for row in spec.rows if row.open_ended), default=0)
    track = sheet.width - values - AFTER - tails
    y = 0.0
    for number, row in enumerate(spec.rows):
        if number:
            sheet.rule((0, y + BETWEEN), (sheet.width, y + BETWEEN), style.GRID)
            y += 2 * BETWEEN
        y = _row(sheet, row, y, track, track + tails + AFTER)
    return scale.shares(sheet, spec.scale, y, track)


def _row(sheet: Sheet, row: Share, y: float, track: float, value_at: float) -> float:
    """Draw one share from `y` down; where its bar ends."""
    of = measure.wrap(row.of, sheet.width, sheet.language, bold=True)
    what = measure.wrap(row.label, sheet.width, sheet.language)
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


def build(content: ChartContent) -> SharesSpec:
    """A row for each mark, opened by its base."""
    return SharesSpec(content.language, tuple(map(_share, content.marks)), scale.labels(content))


def _share(mark: Mark) -> Share:
    base = mark.scope[:1].upper() + mark.scope[1:]  # It opens the label.
    return Share(mark.label, mark.value, mark.text, mark.meaning, mark.open_ended, of=base)


KIND = Kind(
    about=("各有各基数的占比", "parts of bases of their own"),
    spec=SharesSpec,
    draw=draw,
    build=build,
    measures=frozenset({"share"}),
    open_ended=True,
    targets=True,
)
