"""Shares as parts of a hundred squares, each share in a panel of its own.

Shares of unlike bases stand apart, with a dotted rule between them: no common axis invites a comparison. A target is
outlined, since it is no result.
"""

from dataclasses import dataclass

from charts import measure, style
from charts.kind import RESULTS, ChartKind
from charts.marks import ChartContent, Mark
from charts.shapes import Box
from charts.sheet import PITCH, STROKES, Sheet
from charts.specs.base import RowsSpec, Share

SIDE = 10
"""Squares in a line, and lines."""
GUTTER = 32
"""Space between panels side by side in px."""
BESIDE = 16
"""Space between squares and words in px."""
TOP = 10.0
"""Space in px above the first squares, since a large figure beside them reaches higher."""
BETWEEN = 18
"""Space above and below the rule between panels, in px."""
SMALL, LARGE = 9, 12
"""Side of a square in px where panels are side by side, and where they are not."""
GAP = 2
"""Gap between squares in px."""


@dataclass(frozen=True)
class WaffleSpec(RowsSpec[Share]):
    """Shares, each of a hundred squares."""


def draw(sheet: Sheet, spec: WaffleSpec) -> float:
    """Draw shares as squares; the height in px."""
    words = [text for share in spec.rows for text in (share.of, share.label)]
    half = (sheet.width - GUTTER) / 2 - SIDE * (SMALL + GAP) - BESIDE
    beside = len(spec.rows) > 1 and measure.fits(words, half, sheet.language, style.LABEL)
    together = 2 if beside and sheet.width >= style.SIDE_BY_SIDE else 1
    column, levels = sheet.columns(spec.rows, together, GUTTER)
    square = SMALL if together > 1 else LARGE
    y = TOP
    for number, level in enumerate(levels):
        if number:
            sheet.rule((0, y + BETWEEN), (sheet.width, y + BETWEEN), style.INK_2, dotted=True)
            y += 2 * BETWEEN
        bottom = max(_panel(sheet, share, left, y, column, square) for left, share in level)
        if len(level) > 1:
            middle = column + GUTTER / 2
            sheet.rule((middle, y), (middle, bottom), style.INK_2, dotted=True)
        y = bottom
    return y + 4


def _panel(sheet: Sheet, share: Share, left: float, y: float, column: float, square: int) -> float:
    """Draw one share from `y` down; where it ends."""
    pitch = square + GAP
    across = SIDE * pitch - GAP
    _squares(sheet, share, left, y, square)
    sheet.say((left, y, across, across), share.of or share.label, share.text)
    at, width = left + across + BESIDE, column - across - BESIDE
    colour = style.BY_MEANING[share.meaning]
    last = sheet.figure(at, y + 31, share.text, width, style.FIGURES, colour=colour)
    if share.of:
        last = sheet.paragraph(at, last + 23, share.of, width=width, size=style.LABEL)
    last = sheet.paragraph(at, last + 23, share.label, width=width, colour=style.INK_2)
    return max(y + across, last + 4)


def _squares(sheet: Sheet, share: Share, left: float, y: float, square: int) -> None:
    """A hundred squares from the bottom up, the last in part where the share is no whole number of them."""
    pitch = square + GAP

    def box(number: int, part: float = 1) -> Box:
        line, place = divmod(number, SIDE)
        return left + place * pitch, y + (SIDE - 1 - line) * pitch, square * part, square

    whole, part = int(share.value), float(share.value % 1)
    colour = style.BY_MEANING[share.meaning]
    aimed = share.meaning == "target"
    sheet.blocks((box(number) for number in range(0 if aimed else whole, SIDE * SIDE)), style.GRID)
    sheet.blocks((box(number) for number in range(whole)), colour, hollow=aimed)
    if part:
        sheet.block(*box(whole, part), colour)
    if share.open_ended and whole < SIDE * SIDE:
        x, top, *_ = box(whole)
        sheet.strokes(x + square * part - (STROKES * PITCH - square) / 2, top, square, colour)


def build(content: ChartContent) -> WaffleSpec:
    """A panel for each mark, labelled with its base."""
    return WaffleSpec(content.language, tuple(map(_share, content.marks)))


def _share(mark: Mark) -> Share:
    base = mark.scope[:1].upper() + mark.scope[1:]  # It begins the label.
    return Share(mark.label, mark.value, mark.text, mark.meaning, mark.open_ended, of=base)


KIND = ChartKind(
    about=("各有各基数的占比，一格1%", "shares of bases of their own, a square for each per cent"),
    former_names=("shares",),
    spec=WaffleSpec,
    draw=draw,
    build=build,
    measures=frozenset({"share"}),
    axis="chart",
    percent=True,
    open_ended=True,
    statuses=RESULTS | {"target"},
    names_status=True,
)
