"""One thing measured year after year as points on an axis that need not begin at zero, so that small changes show.

Points and not bars, since the length of a bar on a cut axis would mislead; the drawing says where the axis begins.
Time runs downwards, so that years and values of any length fit on a phone. Points are not joined across a year
without a value, nor across a break, which is named where it is.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from charts import measure, style
from charts.axis import Axis, axis_of
from charts.kind import AMOUNTS, ChartKind
from charts.marks import ChartContent
from charts.sheet import Sheet
from charts.specs.base import RowsSpec

DOT = 6
"""Radius of a point in px."""
PITCH = 36
"""From one year to the next, in px."""
BESIDE = 12
"""Gap in px between a year, the axis and a value."""
SHORTEST = 90
"""If values leave the axis less than this in px, they are set below the years: over it they would hide the line."""
LINE = 2
"""Width in px of the line that joins points."""


@dataclass(frozen=True)
class TrendYear:
    """A year."""

    label: str
    """The year."""
    value: Decimal | None
    """In the unit of the axis; none where the year is not reported."""
    text: str
    """The value as it is to be read, or that there is none."""
    broken: str = ""
    """Why it is not joined to the year before."""


@dataclass(frozen=True)
class TrendSpec(RowsSpec[TrendYear]):
    """Years as points, a row a year; no year is left out."""

    axis: Axis
    ends: tuple[str, str]
    """Where the axis begins and ends, formatted."""
    scale: str
    """Says that the axis does not begin at zero; empty where it does."""

    def __post_init__(self) -> None:
        values = [row.value for row in self.rows if row.value is not None]
        if len(values) < 2:
            raise ValueError("fewer than two years have a value")
        if any(not self.axis.low <= value <= self.axis.high for value in values):
            raise ValueError("a value is outside the axis")
        if self.axis.is_cut and not self.scale:
            raise ValueError("the axis does not begin at zero, and nothing says so")


@dataclass(frozen=True)
class Place:
    """Where the axis is, in px."""

    left: float
    length: float
    values: float
    """Where values begin; 0 where they are below the years."""
    room: float
    """Width of a value's line."""


def draw(sheet: Sheet, spec: TrendSpec) -> float:
    """Draw a trend; the height in px."""
    place = _place(sheet, spec)
    y, top, points = 0.0, 0.0, []
    for row in spec.rows:
        if row.broken:
            _axis(sheet, place, top, y)
            y = top = _break(sheet, row.broken, y)
        lines = [] if place.values else measure.wrap(row.text, place.room, spec.language, bold=row.value is not None)
        points.append((_year(sheet, spec, row, place, y + PITCH / 2, lines), row))
        y += PITCH + len(lines) * style.TEXT * style.LINE
    _axis(sheet, place, top, y)
    for (start, one), (end, other) in pairwise(points):
        if start and end and not other.broken and one.value is not None:
            sheet.rule(start, end, style.RESULT, weight=LINE)
    return _ends(sheet, spec, place, y)


def _place(sheet: Sheet, spec: TrendSpec) -> Place:
    """The axis between years and values; where it would be too short, values are below the years."""
    years = max(measure.room(row.label, spec.language) for row in spec.rows)
    values = max(measure.room(row.text, spec.language, bold=True) for row in spec.rows if row.value is not None)
    left = years + BESIDE + DOT
    length = sheet.width - left - DOT - BESIDE - values
    if length >= SHORTEST:
        return Place(left, length, left + length + DOT + BESIDE, values)
    room = max(years, min(values, sheet.width - SHORTEST - BESIDE - 2 * DOT))
    left = room + BESIDE + DOT
    return Place(left, sheet.width - left - DOT, 0, room)


def _axis(sheet: Sheet, place: Place, top: float, bottom: float) -> None:
    """Draw the two ends of the axis beside some years."""
    for at in (place.left, place.left + place.length):
        sheet.rule((at, top + 2), (at, bottom), style.GRID)


def _year(
    sheet: Sheet, spec: TrendSpec, row: TrendYear, place: Place, y: float, lines: list[str]
) -> tuple[float, float] | None:
    """Draw a year around `y`, with its value in lines below it if they are given; where its point is."""
    baseline = y + style.TEXT * 0.36
    sheet.text(0, baseline, row.label, colour=style.INK_2)
    known = row.value is not None
    colour = style.INK if known else style.INK_2
    sheet.lines(0, baseline + style.TEXT * style.LINE, lines, bold=known, colour=colour)
    if row.value is None:
        if not lines:
            sheet.text(place.left + DOT, baseline, row.text, colour=style.INK_2)
        return None
    sheet.rule((place.left, y), (place.left + place.length, y), style.GRID)
    at = place.left + spec.axis.at(row.value, place.length)
    sheet.dot(at, y, DOT, style.RESULT)
    sheet.say((at - 2 * DOT, y - 2 * DOT, 4 * DOT, 4 * DOT), row.label, row.text)
    if not lines:
        sheet.text(place.values, baseline, row.text, bold=True)
    return at, y


def _break(sheet: Sheet, words: str, y: float) -> float:
    """Draw a dotted rule with the reason below it; where they end."""
    sheet.rule((0, y + style.AFTER), (sheet.width, y + style.AFTER), style.INK_2, dotted=True)
    return sheet.paragraph(0, y + style.AFTER + style.TEXT * style.LINE, words, colour=style.CAVEAT) + style.AFTER


def _ends(sheet: Sheet, spec: TrendSpec, place: Place, y: float) -> float:
    """Label the ends of the axis, and say where it begins; return the height."""
    y += style.TEXT + 4
    low, high = (measure.room(text, spec.language) / 2 for text in spec.ends)
    first = max(place.left, low)
    last = min(place.left + place.length, sheet.width - high)
    sheet.text(first, y, spec.ends[0], colour=style.INK_2, align="center")
    if first + low + style.AFTER > last - high:
        y += style.TEXT * style.LINE
    sheet.text(last, y, spec.ends[1], colour=style.INK_2, align="center")
    y += style.TEXT * style.LINE
    if spec.scale:
        y = sheet.paragraph(0, y, spec.scale, colour=style.CAVEAT) + style.TEXT * style.LINE
    return y - style.TEXT


def build(content: ChartContent) -> TrendSpec:
    """A row for each year from the first mark to the last; years without a mark are empty."""
    axis, ends = axis_of(content)
    breaks = dict(content.panels[0].breaks)
    rows = []
    for year, mark in content.years():
        label = content.year_label(year)
        broken = content.word("chart.break", why=breaks[year]) if year in breaks else ""
        text = mark.number if mark else content.word("chart.trend-no-year")
        rows.append(TrendYear(label, mark.value if mark else None, text, broken))
    return TrendSpec(content.language, tuple(rows), axis, ends, scale_words(content))


def scale_words(content: ChartContent) -> str:
    """That the axis does not begin at zero; empty where it does."""
    axis, (low, high) = axis_of(content)
    return content.word("chart.cut", low=low, high=high) if axis.is_cut else ""


def alt(content: ChartContent) -> Iterator[str]:
    """Where the axis begins, and the breaks."""
    if words := scale_words(content):
        yield words
    for panel in content.panels:
        yield from (content.word("chart.break-in", year=year, why=why) for year, why in panel.breaks)


KIND = ChartKind(
    about=("历年变化不大的结果，以点连线", "the years of one indicator as points, where they change little"),
    spec=TrendSpec,
    draw=draw,
    build=build,
    measures=AMOUNTS,
    axis="chart",
    rates=True,
    max_panels=1,
    required_keys={"indicator": "the indicator whose years it draws"},
    optional_keys=frozenset({"breaks"}),
    alt=alt,
    words={
        "chart.trend-no-year": ("未报告", "not reported"),
        "chart.cut": (
            "刻度从{low}到{high}，不从零起。",
            "The axis runs from {low} to {high}; it does not begin at zero.",
        ),
        "chart.break": ("断点：{why}", "Break: {why}"),
        "chart.break-in": ("{year}年起断开：{why}。", "Not joined before {year}: {why}."),
    },
)
