"""A place in a field: the ten places around it as squares, enlarged from a strip of the whole field.

Each block of the strip is ten places: one tick for each of 433 places flickers on ordinary screens.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from charts import measure, style
from charts.kind import ChartKind
from charts.marks import ChartContent, Mark
from charts.sheet import Sheet
from charts.specs.base import Spec

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
LARGEST_FIELD = 999
"""Numbers of four digits would not fit the squares of a phone, and blocks would be under 3 px."""


@dataclass(frozen=True)
class RankSpec(Spec):
    """A place in a field: the ten places around it, enlarged from the whole field in blocks of ten."""

    place: int
    """The place, from 1."""
    field: int
    """How many were ranked, 2 to 999."""
    marker: str
    """Label above the place: who, and which place."""
    first: str
    """Name of the first place, at the left end of the strip."""
    last: str
    """Name of the last place, at its right end."""
    block: str
    """What one block of the strip means."""

    def __post_init__(self) -> None:
        if not 2 <= self.field <= LARGEST_FIELD:
            raise ValueError(f"field is {self.field}, not from 2 to {LARGEST_FIELD}")
        if not 1 <= self.place <= self.field:
            raise ValueError(f"place is {self.place}, not from 1 to {self.field}")


def draw(sheet: Sheet, spec: RankSpec) -> float:
    """Draw a place in a field; the height in px."""
    start = (spec.place - 1) // TEN * TEN
    top = style.TEXT * style.LINE + AIR
    _marker(sheet, spec, start)
    _squares(sheet, spec, start, top)
    strip = top + SQUARES + FUNNEL
    _strip(sheet, spec, start, top + SQUARES, strip)
    return _ends(sheet, spec, strip + STRIP)


def _square(width: int, number: int) -> tuple[float, float]:
    """Left edge and width of a square, in px."""
    gap = 8 if width >= style.SIDE_BY_SIDE else 4
    side = (width - (TEN - 1) * gap) / TEN
    return number * (side + gap), side


def _marker(sheet: Sheet, spec: RankSpec, start: int) -> None:
    """Set the label of the place above its square, inside the edges."""
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
    """Label the ends of the strip and its blocks, on a second line where one is too narrow; return the height."""
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


def build(content: ChartContent) -> RankSpec:
    """The place of the one mark in the field that the chart names."""
    (mark, field), word = rows(content), content.word
    return RankSpec(
        language=content.language,
        place=int(mark.value),
        field=int(field.value),
        marker=word("chart.rank-here", subject=content.subject, rank=mark.text),
        first=word("chart.rank-first"),
        last=word("chart.rank-last", field=f"{int(field.value)}"),
        block=word("chart.rank-tens"),
    )


def rows(content: ChartContent) -> Iterator[Mark]:
    """The place, and how many were ranked."""
    yield from content.marks
    if content.field:
        yield content.field


KIND = ChartKind(
    about=("在多少名之中排第几", "a place in a field"),
    spec=RankSpec,
    draw=draw,
    build=build,
    measures=frozenset({"rank"}),
    max_marks=1,
    required_keys={"field": "the figure that says how many were ranked"},
    rows=rows,
    words={
        "chart.rank-first": ("第1名", "1st"),
        "chart.rank-last": ("第{field}名", "last of {field}"),
        "chart.rank-tens": ("一格十名", "Ten places to a block"),
        "chart.rank-here": ("{subject}{rank}", "{subject}, {rank}"),
    },
)
