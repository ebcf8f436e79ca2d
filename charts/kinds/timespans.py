"""Unbroken years as a block per year on one time axis; the first year is an outline, since it is derived."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from charts import measure, style
from charts.kind import ChartKind, Refusal
from charts.marks import ChartContent, ChartFigure, Mark
from charts.sheet import Sheet
from charts.specs.base import RowsSpec

GAP = 2
"""Gap between two years, in px."""
BLOCK = 26
"""Height of a year's block in px."""
SIZES = (32, 26, 22, 18)
"""Sizes of the number of years in px, the largest that fits first."""
BETWEEN = 22
"""Space in px between rows."""
AIR = 8
"""Least distance between two labels in px."""
STEPS = (1, 2, 5, 10, 20, 50, 100)
"""From one named year of the axis to the next: the least at which the names have room."""


@dataclass(frozen=True)
class Timespan:
    """Years without a break."""

    what: str
    """What there was, or was none of."""
    text: str
    """How many years, formatted."""
    first: int
    """The first year, derived."""
    last: int
    """The last year."""
    years: tuple[str, ...]
    """Each year, formatted."""

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"last is {self.last}, before {self.first}")


@dataclass(frozen=True)
class TimespansSpec(RowsSpec[Timespan]):
    """Unbroken years as a block per year on one time axis."""


def draw(sheet: Sheet, spec: TimespansSpec) -> float:
    """Draw unbroken years; the height in px."""
    # One year more at the left, so that a first block is seen to be one.
    first, last = min(row.first for row in spec.rows) - 1, max(row.last for row in spec.rows)
    year = (sheet.width + GAP) / (last - first + 1)
    y = 0.0
    for number, row in enumerate(spec.rows):
        y = _row(sheet, row, y + (BETWEEN if number else 0), first, last, year)
    return _axis(sheet, first, last, y + 8, year)


def _row(sheet: Sheet, row: Timespan, y: float, first: int, last: int, year: float) -> float:
    """Draw one span from `y` down; where its blocks end."""
    room = next(
        (size for size in SIZES if measure.room(row.text, sheet.language, size, display=True) <= sheet.width), 0
    )
    if not room:
        raise ValueError(f"{row.text!r} does not fit {sheet.width} px")
    at = measure.room(row.text, sheet.language, room, display=True) + 14
    y += room * style.ASCENT
    sheet.text(0, y, row.text, size=room, colour=style.RESULT, display=True)
    if at + measure.room(row.what, sheet.language, style.LABEL) <= sheet.width:
        sheet.text(at, y - 2, row.what, size=style.LABEL)
    else:
        y = sheet.paragraph(0, y + style.DESCENT * room + style.LABEL * style.ASCENT, row.what, size=style.LABEL)
    y += 14
    boxes = {number: ((number - first) * year, y, year - GAP, BLOCK) for number in range(first, last + 1)}
    soft = min(2, (year - GAP) / 2)
    span = [number for number in boxes if row.first <= number <= row.last]
    for number, (x, top, width, height) in boxes.items():
        if number not in span:
            middle = x + width / 2
            sheet.rule((middle, top + height / 2 - 2), (middle, top + height / 2 + 2), style.INK_2)
    sheet.blocks([boxes[number] for number in span[1:]], style.RESULT, radius=soft)
    sheet.blocks([boxes[span[0]]], style.RESULT, radius=soft, hollow=True)
    left, right = boxes[span[0]], boxes[span[-1]]
    sheet.say((left[0], y, right[0] + right[2] - left[0], BLOCK), row.what, row.text)
    for number in span:
        sheet.spot(boxes[number], row.years[number - row.first], keyboard=False)
    return y + BLOCK


def _axis(sheet: Sheet, first: int, last: int, y: float, year: float) -> float:
    """Name some years below their blocks; return where the names end."""
    room = measure.room(str(last), sheet.language)
    step = next(step for step in STEPS if step * year >= room + AIR)
    ends = sheet.width - room - AIR  # Where the name of the last year begins, less the air before it.
    for number in range(first + 1, last + 1):
        middle = (number - first + 0.5) * year - GAP / 2
        label_at = min(max(middle, room / 2), sheet.width - room / 2)
        if number == last or (number % step == 0 and label_at + room / 2 <= ends):
            sheet.rule((middle, y), (middle, y + 6), style.INK_2)
            sheet.text(label_at, y + 9 + style.TEXT, str(number), colour=style.INK_2, align="center")
    return y + 9 + style.TEXT + AIR


def build(content: ChartContent) -> TimespansSpec:
    """A row for each mark."""
    return TimespansSpec(content.language, tuple(_timespan(content, mark) for mark in content.marks))


def _timespan(content: ChartContent, mark: Mark) -> Timespan:
    first, last, _ = _years(mark)
    return Timespan(
        what=mark.label,
        text=mark.text,
        first=first,
        last=last,
        years=tuple(map(content.year_label, range(first, last + 1))),
    )


def _years(mark: Mark) -> tuple[int, int, int]:
    """The first year, the last one, which counts too, and how many they are."""
    if mark.figure is None or mark.figure.through is None or mark.figure.years is None:
        raise ValueError("not a span of years")
    return mark.figure.through - mark.figure.years + 1, mark.figure.through, mark.figure.years


def notes(content: ChartContent) -> Iterator[str]:
    """How the first years were derived, and whether the last is printed."""
    sums = [
        content.word("chart.span-sum", through=last, years=years, first=first)
        for first, last, years in map(_years, content.marks)
    ]
    yield content.word("chart.derived-first", years=content.word("list.semicolon").join(sums))
    if any(mark.figure and mark.figure.inferred for mark in content.marks):
        yield content.word("chart.span-inferred")


def check(panels: Sequence[Sequence[ChartFigure]]) -> Iterator[Refusal]:
    """A duration needs `through` and `years`, from which its first year is derived."""
    for mark in (mark for marks in panels for mark in marks):
        if mark.measure == "duration" and mark.through is None:
            yield mark.at, f"the period of {mark.id} has no `through` and `years`"


KIND = ChartKind(
    about=("连续的年份", "years running"),
    former_names=("spans",),
    spec=TimespansSpec,
    draw=draw,
    build=build,
    measures=frozenset({"duration"}),
    axis="chart",
    check=check,
    alt=notes,
    notes=notes,
    words={
        "chart.span-sum": (
            "截至{through}年连续{years}年，即自{first}年起",
            "{years} years up to {through}, hence from {first}",
        ),
        "chart.span-inferred": ("截止年份为推断。", "The last year is inferred."),
        "chart.derived-first": (
            "空心格为推算的起始年份，原文未写：{years}。",
            "The hollow block is the first year, derived and not printed in the article: {years}.",
        ),
    },
)
