"""Places in rankings as steps of ladders, with a grade as a seal beside them.

A ladder shows the places around its own. It ends open, since how many were ranked is drawn only where a figure says it
(`field:`).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from charts import measure, style
from charts.kind import ChartKind, Refusal
from charts.marks import ChartContent, ChartFigure, Mark
from charts.sheet import Sheet
from charts.specs.base import Spec

SEAL = 56
"""Radius of the seal in px."""
GRADES = (46, 38, 30, 24, 19, 16)
"""Sizes of the grade in px, the largest that fits first."""
BEFORE, BEHIND, LEAST = 4, 2, 5
"""How many places are shown before its own and behind it, and how many at least."""
STEP = 42
"""From one step to the next in px, where there is room."""
DOTS = 3
BETWEEN = 26
"""Space between ladders in px."""


@dataclass(frozen=True)
class Ladder:
    """A place in a ranking."""

    label: str
    """In what it was ranked."""
    place: int
    """The place, from 1."""
    text: str
    """The place, formatted."""
    field: int | None = None
    """How many were ranked, if it is stated."""

    def __post_init__(self) -> None:
        last = self.field or self.place
        if not 1 <= self.place <= last:
            raise ValueError(f"place is {self.place}, not from 1 to {last}")

    @property
    def places(self) -> list[int]:
        """The places shown: those around its own, and the last where it is known."""
        first = 1 if self.place <= BEFORE + BEHIND else self.place - BEFORE
        shown = [*range(first, max(self.place + BEHIND, LEAST) + 1)]
        if self.field is None:
            return shown
        return [place for place in shown if place < self.field] + [self.field]


@dataclass(frozen=True)
class Seal:
    """A grade."""

    label: str
    """What was graded."""
    text: str
    """The grade."""


@dataclass(frozen=True)
class LadderSpec(Spec):
    """Places in rankings, and a grade."""

    ladders: tuple[Ladder, ...]
    """Top to bottom; at least one."""
    seal: Seal | None = None

    def __post_init__(self) -> None:
        if not self.ladders:
            raise ValueError("no place in a ranking is given")


def draw(sheet: Sheet, spec: LadderSpec) -> float:
    """Draw places in rankings; the height in px."""
    beside = sheet.width >= style.SIDE_BY_SIDE
    left, y, height = 0.0, 0.0, 0.0
    if spec.seal:
        height = _seal(sheet, spec.seal, beside)
        left, y = (2 * SEAL + 44, 0) if beside else (0, height + BETWEEN / 2)
    for number, ladder in enumerate(spec.ladders):
        y = _ladder(sheet, ladder, left, y + (BETWEEN if number else 0))
    return max(y, height) + 4


def _seal(sheet: Sheet, seal: Seal, beside: bool) -> float:
    """Draw the grade with what was graded below it, or at its right; return where they end."""
    middle = SEAL + 2
    sheet.dot(middle, middle, SEAL, style.RESULT)
    sheet.dot(middle, middle, SEAL - 5, style.PAPER)
    sheet.dot(middle, middle, SEAL - 6.5, style.RESULT)
    size = next((s for s in GRADES if measure.room(seal.text, sheet.language, s, display=True) <= 2 * SEAL - 18), None)
    if size is None:
        raise ValueError(f"the grade {seal.text!r} is too long for a seal; a chart of kind table writes it out")
    place = {"colour": style.ON_RESULT, "align": "center", "inside": True, "display": True}
    sheet.text(middle, middle + size * 0.36, seal.text, size=size, **place)  # type: ignore[arg-type]
    sheet.say((2, 2, 2 * SEAL, 2 * SEAL), seal.label, seal.text)
    if not beside:
        at, width = 2 * SEAL + 20, sheet.width - 2 * SEAL - 20
        sheet.paragraph(at, middle + style.LABEL * 0.36, seal.label, width=width, size=style.LABEL)
        return 2 * SEAL + 4
    y = 2 * SEAL + 4 + style.LABEL * style.ASCENT
    lines = measure.wrap(seal.label, 2 * SEAL + 4, sheet.language, style.LABEL)
    for number, line in enumerate(lines):
        sheet.text(middle, y + number * style.LABEL * style.LINE, line, size=style.LABEL, align="center")
    return y + (len(lines) - 1) * style.LABEL * style.LINE + 4


def _ladder(sheet: Sheet, ladder: Ladder, left: float, y: float) -> float:
    """Draw one ladder from `y` down; where it ends."""
    y = sheet.paragraph(left, y + style.LABEL * style.ASCENT, ladder.label, width=sheet.width - left, size=style.LABEL)
    places = ladder.places
    gaps = [places[0] > 1, *(after > before + 1 for before, after in pairwise(places)), ladder.field is None]
    widest = max(measure.room(str(place), sheet.language) for place in places)
    step = min(max(STEP, widest + 12), (sheet.width - left) / (len(places) + 0.75 * sum(gaps)))
    radius, own = step * 0.36, step * 0.48
    if widest > 2 * radius + 8:
        raise ValueError(f"the places around {ladder.place} do not fit {sheet.width} px")
    y, x = y + 10 + own, left + own
    for place, gap in zip(places, gaps, strict=False):
        if gap:
            x = _dots(sheet, x - step / 2, y, step)
        is_own = place == ladder.place
        size = 18 if is_own and place < 100 and step >= 30 else style.TEXT
        if is_own:
            sheet.dot(x, y, own, style.RESULT)
        else:
            sheet.dot(x, y, radius, style.INK_2, hollow=True, edge=1)
        colour = style.ON_RESULT if is_own else style.INK_2
        # Digits are 0.73 of their size high: half of that below the middle is their baseline.
        baseline = y + size * 0.73 / 2
        sheet.text(x, baseline, str(place), size=size, bold=is_own, colour=colour, align="center", inside=True)
        if is_own:
            sheet.say((x - own, y - own, 2 * own, 2 * own), ladder.label, ladder.text)
        x += step
    if gaps[-1]:
        _dots(sheet, x - step / 2, y, step)
    return y + own


def _dots(sheet: Sheet, x: float, y: float, step: float) -> float:
    """Draw dots for places that are not shown, from `x`; where the next step has its middle."""
    for number in range(DOTS):
        sheet.dot(x + (number + 0.5) * step / 4, y, 2, style.INK_2)
    return x + 0.75 * step + step / 2


def build(content: ChartContent) -> LadderSpec:
    """A ladder for each rank, and a seal for the grade."""
    grades = [mark for mark in content.marks if _is(mark, "grade")]
    ranks = [mark for mark in content.marks if not _is(mark, "grade")]
    field = int(content.field.value) if content.field else None
    if field is not None and len(ranks) > 1:
        raise ValueError(f"`field` says how many were ranked in one ranking, and there are {len(ranks)}")
    ladders = tuple(Ladder(mark.label, int(mark.value), mark.text, field) for mark in ranks)
    return LadderSpec(content.language, ladders, Seal(grades[0].label, grades[0].text) if grades else None)


def _is(mark: Mark, measured: str) -> bool:
    return mark.figure is not None and mark.figure.measure == measured


def rows(content: ChartContent) -> Iterator[Mark]:
    """The places, and how many were ranked."""
    yield from content.marks
    if content.field:
        yield content.field


def check(panels: Sequence[Sequence[ChartFigure]]) -> Iterator[Refusal]:
    """A grade stands beside a rank, and there is one seal."""
    marks = [mark for panel in panels for mark in panel]
    grades = [mark for mark in marks if mark.measure == "grade"]
    if marks and len(grades) == len(marks):
        yield ("panels",), "it has no rank, and a grade alone is no ladder"
    if len(grades) > 1:
        yield grades[1].at, f"{grades[1].id} is a second grade, and there is one seal"


KIND = ChartKind(
    about=(
        "排名的位次，一级一名，末端不封口；等次画成印章",
        "places in rankings, step by step with an open end; a grade as a seal",
    ),
    former_names=("rank",),
    spec=LadderSpec,
    draw=draw,
    build=build,
    measures=frozenset({"rank", "grade"}),
    optional_keys=frozenset({"field"}),
    check=check,
    rows=rows,
)
