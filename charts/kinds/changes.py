"""By how much several things rose or fell: bars to the right and to the left of one line, which is no change.

Where something stands is not drawn: `change` does that for one thing, where the value before can be worked out.
"""

from dataclasses import dataclass
from decimal import Decimal

from charts import measure, style
from charts.kind import ChartKind
from charts.marks import ChartContent, Mark
from charts.sheet import Sheet
from charts.specs.base import RowsSpec

BETWEEN = 14
"""Space in px between a bar and the label of the next."""
SHORTEST = 0.3
"""If values leave the longest bar less than this part of the width, they are set above the bars."""


@dataclass(frozen=True)
class ChangesRow:
    """One rise or fall."""

    label: str
    """What changed."""
    value: Decimal
    """By how much, in the unit of the axis; a fall is negative."""
    text: str
    """The same as it is to be read, with its direction."""


@dataclass(frozen=True)
class ChangesSpec(RowsSpec[ChangesRow]):
    """Rises and falls of one unit, on an axis with zero in it."""

    def __post_init__(self) -> None:
        super().__post_init__()
        if not any(row.value for row in self.rows):
            raise ValueError("nothing changed")


@dataclass(frozen=True)
class Place:
    """Where zero is, in px, and how many px a unit is long."""

    zero: float
    scale: float
    above: bool
    """Whether values are above their bars, since there is no room beside them."""


def draw(sheet: Sheet, spec: ChangesSpec) -> float:
    """Draw rises and falls; the height in px."""
    place = _place(sheet, spec)
    y = 0.0
    for number, row in enumerate(spec.rows):
        y += style.TEXT * style.ASCENT + (BETWEEN if number else 0)
        y = sheet.paragraph(0, y, row.label, colour=style.INK_2)
        y = _bar(sheet, row, place, y + style.AFTER)
    return y + 4


def _place(sheet: Sheet, spec: ChangesSpec) -> Place:
    greatest = max(abs(float(row.value)) for row in spec.rows)
    for above in (False, True):
        place = _fitted(sheet, spec, above=above)
        if above or place.scale * greatest >= SHORTEST * sheet.width:
            break
    return place


def _fitted(sheet: Sheet, spec: ChangesSpec, *, above: bool) -> Place:
    """The largest scale at which bars to both sides, with their values, fit the width."""

    def sides(scale: float) -> tuple[float, float]:
        left = right = 1.0
        for row in spec.rows:
            beside = 0 if above else style.AFTER + measure.room(row.text, spec.language, bold=True)
            room = abs(float(row.value)) * scale + beside
            left, right = (max(left, room), right) if row.value < 0 else (left, max(right, room))
        return left, right

    low, high = 0.0, sheet.width / max(abs(float(row.value)) for row in spec.rows)
    for _ in range(40):
        middle = (low + high) / 2
        low, high = (middle, high) if sum(sides(middle)) <= sheet.width else (low, middle)
    return Place(sides(low)[0], low, above)


def _bar(sheet: Sheet, row: ChangesRow, place: Place, y: float) -> float:
    """Draw one bar from `y` down, its value beyond its end; return where it ends."""
    length = abs(float(row.value)) * place.scale
    falls = row.value < 0
    if place.above:
        y += style.TEXT * style.LINE
        sheet.text(0, y - style.AFTER, row.text, bold=True)
    sheet.block(place.zero - length if falls else place.zero, y, length, style.BAR, style.RESULT)
    sheet.say((place.zero - (length if falls else 0), y, max(length, 11), style.BAR), row.label, row.text)
    sheet.rule((place.zero, y - 3), (place.zero, y + style.BAR + 3), style.INK_2)
    if not place.above:
        at = place.zero - length - style.AFTER if falls else place.zero + length + style.AFTER
        sheet.text(at, y + style.BAR * 0.73, row.text, bold=True, align="right" if falls else "left")
    return y + style.BAR


def build(content: ChartContent) -> ChangesSpec:
    """A row for each mark; labels say what changed, so that exact values have a sign in place of words."""
    signed = all(mark.figure and mark.figure.qualifier == "exact" for mark in content.marks)
    return ChangesSpec(
        content.language,
        tuple(ChangesRow(m.label, m.value, _signed(m) if signed else m.text) for m in content.marks),
    )


def _signed(mark: Mark) -> str:
    sign = "+" if mark.value > 0 else "−" if mark.value < 0 else ""
    return sign + mark.number


KIND = ChartKind(
    about=("若干项各增减多少", "by how much several things rose or fell, in one unit"),
    spec=ChangesSpec,
    draw=draw,
    build=build,
    measures=frozenset({"count", "money", "duration", "change-percent", "change-points"}),
    axis="chart",
    rates=True,
    changes="only",
    notes=lambda content: [content.word("chart.no-change")],
    words={
        "chart.no-change": (
            "竖线为没有变化，向右为增，向左为减。",
            "The upright line is no change; a rise goes to the right of it, a fall to the left.",
        )
    },
)
