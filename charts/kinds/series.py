"""One thing measured year after year: a row a year, a bar from zero in each, joined from year to year.

Time runs downwards, so that years and values of any length fit on a phone. A year without a value has a row with
words in place of the bar. Bars are not joined across it, nor at an open-ended value, whose end is not known.
"""

from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from charts import measure, style
from charts.kind import AMOUNTS, ChartKind
from charts.marks import ChartContent
from charts.sheet import Sheet, bar_scale
from charts.specs.base import RowsSpec, Value

PITCH = 44
"""From one year to the next, in px."""
BESIDE = 12
"""Gap in px between a year and its bar."""
SHORTEST = 60
"""If values leave the longest bar less than this in px, they are set above the bars."""


@dataclass(frozen=True)
class SeriesYear:
    """A year of a series."""

    label: str
    """The year."""
    value: Decimal | None
    """In the unit of the series, not negative; none where the year is not reported."""
    text: str
    """The value as it is to be read, or that there is none."""
    open_ended: bool = False
    """True if the value is stated as more than, or at least, what is drawn."""

    def __post_init__(self) -> None:
        if self.value is not None and self.value < 0:
            raise ValueError(f"value is {self.value}, below zero")


@dataclass(frozen=True)
class SeriesSpec(RowsSpec[SeriesYear]):
    """One thing measured year after year, a row a year, all on one scale from zero; no year is left out."""

    def __post_init__(self) -> None:
        if sum(bool(row.value) for row in self.rows) < 2:
            raise ValueError("fewer than two years have a value above zero")


def draw(sheet: Sheet, spec: SeriesSpec) -> float:
    """Draw a series; the height in px."""
    left = max(measure.room(row.label, spec.language) for row in spec.rows) + BESIDE
    bars = [Value(row.label, row.value, row.text, open_ended=row.open_ended) for row in spec.rows if row.value]
    beside = bar_scale(bars, sheet.width - left, spec.language)
    above = beside * max(float(bar.value) for bar in bars) < SHORTEST
    scale = bar_scale(bars, sheet.width - left, spec.language, above=True) if above else beside
    pitch = PITCH + (style.TEXT * style.LINE if above else 0)
    first = style.TEXT * style.LINE if above else 2
    tops = [first + number * pitch for number in range(len(spec.rows))]
    # Above their bars, values would lie over the lines.
    for (top, row), (below, following) in [] if above else pairwise(zip(tops, spec.rows, strict=True)):
        _join(sheet, left, scale, (top + style.BAR, row), (below, following))
    for top, row in zip(tops, spec.rows, strict=True):
        _year(sheet, row, left, top, scale, above=above)
    sheet.rule((left - 0.5, tops[0] - 2), (left - 0.5, tops[-1] + style.BAR + 2), style.INK_2)
    return tops[-1] + style.BAR + 4


def _year(sheet: Sheet, row: SeriesYear, left: float, top: float, scale: float, *, above: bool) -> None:
    baseline = top + style.BAR * 0.73
    sheet.text(0, baseline, row.label, colour=style.INK_2)
    if row.value is None:
        sheet.text(left + style.AFTER, baseline, row.text, colour=style.INK_2)
        return
    end = sheet.bar(left, top, float(row.value) * scale, "result", open_ended=row.open_ended,
                    says=(row.label, row.text))  # fmt: skip
    at = (left + 2, top - style.AFTER) if above else (end + style.AFTER, baseline)
    sheet.text(*at, row.text, bold=True)


def _join(
    sheet: Sheet, left: float, scale: float, upper: tuple[float, SeriesYear], lower: tuple[float, SeriesYear]
) -> None:
    """Join the ends of two bars, if both values are exact."""
    (bottom, one), (top, other) = upper, lower
    if one.value is None or other.value is None or one.open_ended or other.open_ended:
        return
    start, end = (left + float(row.value or 0) * scale for row in (one, other))
    sheet.rule((start - 0.5, bottom), (end - 0.5, top), style.INK_2)


def build(content: ChartContent) -> SeriesSpec:
    """A row for each year from the first mark to the last; years without a mark are empty."""
    rows = []
    for year, mark in content.years():
        label = content.year_label(year)
        if mark is None:
            rows.append(SeriesYear(label, None, content.word("chart.no-year")))
        else:
            rows.append(SeriesYear(label, mark.value, mark.number, mark.open_ended))
    return SeriesSpec(content.language, tuple(rows))


KIND = ChartKind(
    about=("同一指标历年的结果", "the years of one indicator"),
    spec=SeriesSpec,
    draw=draw,
    build=build,
    measures=AMOUNTS,
    axis="chart",
    rates=True,
    open_ended=True,
    max_panels=1,
    required_keys={"indicator": "the indicator whose years it draws"},
    words={"chart.no-year": ("未报告", "not reported")},
)
