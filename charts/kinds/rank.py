"""A place in a field: the ten places around it as squares, enlarged out of a strip of the whole field.

The strip is cut ten places a block: a tick for each of 433 places shimmers on ordinary screens.

Belongs here: this kind alone. Does not belong here: what kinds share (`sheet`, `style`, `measure`).

Example::

    draw(RankSpec(language="en", place=4, field=433, marker="Zhuzhou, 4th", first="1st", last="433rd",
                  block="one block = ten places"), 560)
"""

from matplotlib.figure import Figure

from charts import measure, style
from charts.sheet import Sheet
from charts.specs.base import RankSpec
from charts.style import look

TEN = 10
SQUARES = 34
"""Height of the squares in px."""
FUNNEL = 46
"""Height in px between squares and strip: low enough to read as one picture."""
STRIP = 18
"""Height of the strip in px."""
BETWEEN_BLOCKS = 1.5
"""Gap between blocks of the strip in px."""
PLACE_TEXT = 17
"""Size of the place's own number in px."""
OWN = 2.5
"""Width in px of the tick that marks the place in the strip."""
AIR = 8
"""Least distance between two labels in px."""


def draw(spec: RankSpec, width: int) -> Figure:
    """Draw a place in a field; `width` in px."""
    with look():
        sheet = Sheet(width, spec.language)
        start = (spec.place - 1) // TEN * TEN
        top = style.TEXT * style.LINE + AIR
        _marker(sheet, spec, start)
        _squares(sheet, spec, start, top)
        strip = top + SQUARES + FUNNEL
        _strip(sheet, spec, start, top + SQUARES, strip)
        return sheet.close(_ends(sheet, spec, strip + STRIP))


def _square(width: int, number: int) -> tuple[float, float]:
    """Left edge and width of a square, in px."""
    gap = 8 if width >= style.SIDE_BY_SIDE else 4
    side = (width - (TEN - 1) * gap) / TEN
    return number * (side + gap), side


def _marker(sheet: Sheet, spec: RankSpec, start: int) -> None:
    """Name the place, over its square, moved in from the edges as far as it needs."""
    left, side = _square(sheet.width, spec.place - 1 - start)
    half = measure.room(spec.marker, spec.language, bold=True) / 2
    centre = min(max(left + side / 2, half), sheet.width - half)
    sheet.text(centre, style.TEXT * style.ASCENT, spec.marker, bold=True, align="center")


def _squares(sheet: Sheet, spec: RankSpec, start: int, top: float) -> None:
    for number in range(min(TEN, spec.field - start)):
        place = start + number + 1
        left, side = _square(sheet.width, number)
        own = place == spec.place
        sheet.block(left, top, side, SQUARES, style.RESULT if own else style.NATIONAL, hollow=not own)
        size = PLACE_TEXT if own and place < 100 else style.TEXT
        colour = style.ON_RESULT if own else style.INK_2
        # Digits are 0.73 of their size high: half of that below the middle is their baseline.
        baseline = top + SQUARES / 2 + size * 0.73 / 2
        sheet.text(
            left + side / 2, baseline, str(place), size=size, bold=own, colour=colour, align="center", inside=True
        )


def _strip(sheet: Sheet, spec: RankSpec, start: int, squares: float, top: float) -> None:
    """The whole field, and the part of it that the squares enlarge."""

    def at(place: float) -> float:
        return sheet.width * place / spec.field

    last, side = _square(sheet.width, min(TEN, spec.field - start) - 1)
    corners = [
        (0, squares + 4),
        (last + side, squares + 4),
        (at(min(start + TEN, spec.field)), top - 3),
        (at(start), top - 3),
    ]
    sheet.area([(float(x), float(y)) for x, y in corners], style.NATIONAL, opacity=0.16)
    for first in range(0, spec.field, TEN):
        right = sheet.width if first + TEN >= spec.field else at(first + TEN) - BETWEEN_BLOCKS
        sheet.block(at(first), top, right - at(first), STRIP, style.NATIONAL)
    middle = at(spec.place - 0.5)
    sheet.block(middle - OWN / 2, top - 3, OWN, STRIP + 6, style.RESULT)


def _ends(sheet: Sheet, spec: RankSpec, bottom: float) -> float:
    """Name the ends of the strip and its blocks, on a second line where one is too narrow; the height."""
    baseline = bottom + style.TEXT + 6
    sheet.text(0, baseline, spec.first, colour=style.INK_2)
    sheet.text(sheet.width, baseline, spec.last, colour=style.INK_2, align="right")
    ends = max(measure.room(spec.first, spec.language), measure.room(spec.last, spec.language))
    between = sheet.width - 2 * (ends + AIR)
    if measure.room(spec.block, spec.language) <= between:
        sheet.text(sheet.width / 2, baseline, spec.block, colour=style.INK_2, align="center")
    else:
        for line in measure.wrap(spec.block, sheet.width, spec.language):
            baseline += style.TEXT * style.LINE
            sheet.text(sheet.width / 2, baseline, line, colour=style.INK_2, align="center")
    return baseline + AIR
