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
VALUE = 17
"""Size of the number of years in px."""
BETWEEN = 24
"""Space in px between rows."""
AIR = 8
"""Least distance between two labels in px."""


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
    first_text: str
    """The first year, and that it is derived."""
    last_text: str
    """The last year, and what of it is inferred."""

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"last is {self.last}, before {self.first}")


@dataclass(frozen=True)
class TimespansSpec(RowsSpec[Timespan]):
    """Unbroken years as a block per year on one time axis."""


def draw(sheet: Sheet, spec: TimespansSpec) -> float:
    """Draw unbroken years; the height in px."""
    first, last = min(row.first for row in spec.rows), max(row.last for row in spec.rows)
    year = (sheet.width + GAP) / (last - first + 1)
    y = 0.0
    for number, row in enumerate(spec.rows):
        y = _row(sheet, row, y + (BETWEEN if number else 0), (row.first - first) * year, year)
    return y + AIR


def _row(sheet: Sheet, row: Timespan, y: float, left: float, year: float) -> float:
    """Draw one span from `y` down, its first year at `left`; the baseline of its last label."""
    y = sheet.paragraph(0, y + style.TEXT * style.ASCENT, row.what, bold=True) + VALUE * style.LINE + 2
    room = measure.room(row.text, sheet.language, VALUE, bold=True)
    sheet.text(min(left, sheet.width - room), y, row.text, size=VALUE, bold=True)
    y += 8
    for number in range(row.last - row.first + 1):
        sheet.block(left + number * year, y, year - GAP, style.BAR, style.RESULT, hollow=number == 0)
    right = left + (row.last - row.first + 1) * year - GAP
    baseline = y + style.BAR + style.TEXT + 5
    rooms = [measure.room(text, sheet.language) for text in (row.first_text, row.last_text)]
    start, end = min(left, sheet.width - rooms[0]), max(right, rooms[1])
    sheet.text(start, baseline, row.first_text, colour=style.INK_2)
    if start + rooms[0] + AIR > end - rooms[1]:
        baseline += style.TEXT * style.LINE
    sheet.text(end, baseline, row.last_text, colour=style.INK_2, align="right")
    return baseline


def build(content: ChartContent) -> TimespansSpec:
    """A row for each mark."""
    return TimespansSpec(content.language, tuple(_timespan(content, mark) for mark in content.marks))


def _timespan(content: ChartContent, mark: Mark) -> Timespan:
    first, last, _ = _years(mark)
    ends_in = "chart.span-inferred" if mark.figure and mark.figure.inferred else "chart.span-last"
    return Timespan(
        what=mark.label,
        text=mark.text,
        first=first,
        last=last,
        first_text=content.word("chart.span-first", year=first),
        last_text=content.word(ends_in, year=last),
    )


def _years(mark: Mark) -> tuple[int, int, int]:
    """The first year, the last one, which counts too, and how many they are."""
    if mark.figure is None or mark.figure.through is None or mark.figure.years is None:
        raise ValueError("not a span of years")
    return mark.figure.through - mark.figure.years + 1, mark.figure.through, mark.figure.years


def notes(content: ChartContent) -> Iterator[str]:
    """How the first years were derived."""
    sums = [
        content.word("chart.span-sum", through=last, years=years, first=first)
        for first, last, years in map(_years, content.marks)
    ]
    yield content.word("chart.derived-first", years=content.word("list.semicolon").join(sums))


def check(panels: Sequence[Sequence[ChartFigure]]) -> Iterator[Refusal]:
    """A duration needs `through` and `years`, from which its first year is derived."""
    for mark in (mark for marks in panels for mark in marks):
        if mark.measure == "duration" and mark.through is None:
            yield mark.at, f"the period of {mark.id} has no `through` and `years`"


KIND = ChartKind(
    about=("连续的年份", "years running"),
    former_name="spans",
    spec=TimespansSpec,
    draw=draw,
    build=build,
    measures=frozenset({"duration"}),
    axis="chart",
    check=check,
    alt=notes,
    notes=notes,
    words={
        "chart.span-first": ("自{year}年（推算）", "from {year} (derived)"),
        "chart.span-last": ("至{year}年", "to {year}"),
        "chart.span-inferred": ("至{year}年（推断）", "to {year} (inferred)"),
        "chart.span-sum": (
            "截至{through}年连续{years}年，即自{first}年起",
            "{years} years up to {through}, hence from {first}",
        ),
        "chart.derived-first": (
            "空心格为推算的起始年份，原文未写：{years}。",
            "The hollow block is the first year, derived and not printed in the article: {years}.",
        ),
    },
)
