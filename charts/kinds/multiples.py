"""Small multiples: several series of one unit, each in a drawing of its own, all with the same years and the same axis.

Points and not bars, since the axis need not begin at zero; the drawing says where it begins. Each drawing names its
first and last value; all values are in the data below the chart.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from charts import measure, style
from charts.axis import Axis, axis_of
from charts.kind import AMOUNTS, ChartKind
from charts.marks import ChartContent, MarkPanel
from charts.sheet import Sheet
from charts.specs.base import Spec

HEIGHT = 84
"""Height in px of the axis."""
GUTTER = 28
"""Gap in px between drawings side by side."""
BETWEEN = 22
"""Space in px between rows of drawings."""
DOT = 4
"""Radius of a point in px."""
WEIGHT = 2
"""Width in px of the line that joins points."""
MOST_BESIDE = 3
"""Most drawings side by side."""


@dataclass(frozen=True)
class Multiple:
    """A series."""

    title: str
    """What it shows."""
    values: tuple[Decimal | None, ...]
    """A value for each year of the chart; none where it is not reported."""
    first: tuple[str, str]
    """Its first value and year, formatted."""
    last: tuple[str, str]
    """Its last value and year."""
    says: tuple[tuple[str, str], ...]
    """Each year and its value, formatted; empty strings where it is not reported."""

    def __post_init__(self) -> None:
        if sum(value is not None for value in self.values) < 2:
            raise ValueError(f"fewer than two years have a value: {self.title}")


@dataclass(frozen=True)
class MultiplesSpec(Spec):
    """Several series with the same years and the same axis."""

    panels: tuple[Multiple, ...]
    axis: Axis
    scale: str
    """Where the axis begins and ends, for all of them."""

    def __post_init__(self) -> None:
        if not self.panels or len({len(panel.values) for panel in self.panels}) > 1:
            raise ValueError("panels are missing, or of different years")
        values = [value for panel in self.panels for value in panel.values if value is not None]
        if any(not self.axis.low <= value <= self.axis.high for value in values):
            raise ValueError("a value is outside the axis")


def draw(sheet: Sheet, spec: MultiplesSpec) -> float:
    """Draw small multiples; the height in px."""
    column, rows = sheet.columns(spec.panels, _beside(sheet, spec), GUTTER)
    y = 0.0
    for number, row in enumerate(rows):
        y = _level(sheet, spec, row, column, y + (BETWEEN if number else 0))
    colour = style.CAVEAT if spec.axis.is_cut else style.INK_2
    return sheet.paragraph(0, y + style.TEXT * style.LINE + 4, spec.scale, colour=colour) + style.AFTER


def _beside(sheet: Sheet, spec: MultiplesSpec) -> int:
    """How many stand side by side: as many as have room for their first and last value below the axis."""
    most = int((sheet.width + GUTTER) // (max(_room(spec, panel) for panel in spec.panels) + GUTTER))
    return max(1, min(most, MOST_BESIDE, len(spec.panels)))


def _room(spec: MultiplesSpec, panel: Multiple) -> float:
    """The width in px of the first and the last value side by side."""
    ends = (max(measure.room(text, spec.language, bold=True) for text in end) for end in (panel.first, panel.last))
    return sum(ends) + style.AFTER


def _level(sheet: Sheet, spec: MultiplesSpec, row: list[tuple[float, Multiple]], column: float, y: float) -> float:
    """Draw multiples side by side from `y` down, aligned; return where they end."""
    last = y + style.TEXT * style.ASCENT + sheet.rise((panel.title for _, panel in row), column, bold=True)
    for left, panel in row:
        sheet.paragraph(left, last, panel.title, width=column, bold=True, upwards=True)
        _points(sheet, spec, panel, left, column, last + 2 * style.AFTER)
    baseline = last + 2 * style.AFTER + HEIGHT + style.TEXT + 6
    lower = 2 if any(_room(spec, panel) > column for _, panel in row) else 0  # The last value stands below the first.
    for left, panel in row:
        for number, (bold, colour) in enumerate(((True, style.INK), (False, style.INK_2))):
            at = baseline + number * style.TEXT * style.LINE
            sheet.text(left, at, panel.first[number], bold=bold, colour=colour)
            at += lower * style.TEXT * style.LINE
            sheet.text(left + column, at, panel.last[number], bold=bold, colour=colour, align="right")
    return baseline + (1 + lower) * style.TEXT * style.LINE + 4


def _points(sheet: Sheet, spec: MultiplesSpec, panel: Multiple, left: float, column: float, top: float) -> None:
    """Draw one series, joined where no year is missing, between the two ends of the axis."""
    for at in (top, top + HEIGHT):
        sheet.rule((left, at), (left + column, at), style.GRID)
    step = (column - 2 * DOT) / (len(panel.values) - 1)
    points = [
        (left + DOT + number * step, top + HEIGHT - spec.axis.at(value, HEIGHT)) if value is not None else None
        for number, value in enumerate(panel.values)
    ]
    for start, end in pairwise(points):
        if start and end:
            sheet.rule(start, end, style.RESULT, weight=WEIGHT)
    for point, says in zip(points, panel.says, strict=True):
        if point:
            sheet.dot(*point, DOT, style.RESULT)
            sheet.say((point[0] - 2 * DOT, point[1] - 2 * DOT, 4 * DOT, 4 * DOT), *says)


def build(content: ChartContent) -> MultiplesSpec:
    """A drawing for each panel, with the years of all of them."""
    years = [year for year, _ in content.years()]
    panels = tuple(_multiple(content, panel, years) for panel in content.panels)
    return MultiplesSpec(content.language, panels, axis_of(content)[0], scale_words(content))


def _multiple(content: ChartContent, panel: MarkPanel, years: Sequence[int]) -> Multiple:
    marks = {mark.figure.year: mark for mark in panel.marks if mark.figure and mark.figure.year}
    ends = [(marks[year].number, content.year_label(year)) for year in (min(marks), max(marks))]
    values = tuple(marks[year].value if year in marks else None for year in years)
    says = tuple((content.year_label(year), marks[year].number) if year in marks else ("", "") for year in years)
    return Multiple(panel.title, values, first=ends[0], last=ends[1], says=says)


def scale_words(content: ChartContent) -> str:
    """Where the axis of all drawings begins and ends."""
    axis, (low, high) = axis_of(content)
    return content.word("chart.same-cut" if axis.is_cut else "chart.same", low=low, high=high)


def alt(content: ChartContent) -> Iterator[str]:
    """Where the axis begins and ends."""
    yield scale_words(content)


KIND = ChartKind(
    about=(
        "几个同单位的数列，各画一小图，刻度相同",
        "several series of one unit, a small drawing each, on the same axis",
    ),
    spec=MultiplesSpec,
    draw=draw,
    build=build,
    measures=AMOUNTS,
    axis="chart",
    rates=True,
    titled=True,
    required_keys={"indicator": "the indicator whose years it draws"},
    alt=alt,
    words={
        "chart.same": (
            "各图年份和刻度相同，刻度从零到{high}。",
            "All have the same years and the same axis, from zero to {high}.",
        ),
        "chart.same-cut": (
            "各图年份和刻度相同，刻度从{low}到{high}，不从零起。",
            "All have the same years and the same axis, from {low} to {high}; it does not begin at zero.",
        ),
    },
)
