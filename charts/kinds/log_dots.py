"""Amounts of very different size as points on a logarithmic axis; one that is only applied for is a ring.

A logarithmic axis has no zero to draw bars from. Each point has an axis of its own, so that nobody adds the points up.
"""

import math
from dataclasses import dataclass, field
from decimal import Decimal

from charts import measure, style
from charts.kind import ChartKind
from charts.marks import ChartContent, Mark
from charts.sheet import Sheet
from charts.specs.base import RowsSpec, Value

DOT = 8
"""Radius of a point in px; the axis ends as far from the edges."""
TICK = 4
"""Half the length in px of a tick."""
BETWEEN = 22
"""Space in px between rows."""
AIR = 8
"""Least distance between two labels in px."""


@dataclass(frozen=True)
class LogDot(Value):
    """An amount of money and its status."""

    status: str = field(kw_only=True)
    """Its status, in words."""
    secured: bool = field(kw_only=True)
    """Whether it is secured, drawn solid; an amount only applied for is an outline."""

    def __post_init__(self) -> None:
        if self.value <= 0:
            raise ValueError(f"value is {self.value}: a logarithmic axis has no zero")


@dataclass(frozen=True)
class LogDotsSpec(RowsSpec[LogDot]):
    """Amounts of very different size as points on a logarithmic axis."""

    ticks: tuple[tuple[Decimal, str], ...]
    """Powers of ten around all amounts, rising, with their labels."""
    scale: str
    """Says that the axis is logarithmic."""

    def __post_init__(self) -> None:
        super().__post_init__()
        values = [tick for tick, _ in self.ticks]
        if len(values) < 2 or values != sorted(values):
            raise ValueError("ticks are fewer than two or do not rise")
        if any(not values[0] <= row.value <= values[-1] for row in self.rows):
            raise ValueError("a value is outside the ticks")


def draw(sheet: Sheet, spec: LogDotsSpec) -> float:
    """Draw amounts on a logarithmic axis; the height in px."""
    y = 0.0
    for number, row in enumerate(spec.rows):
        y = _row(sheet, spec, row, y + (BETWEEN if number else 0))
    baseline = _ticks(sheet, spec, y + style.TEXT + 6)
    return sheet.paragraph(0, baseline + style.TEXT * style.LINE + 2, spec.scale, colour=style.INK_2) + AIR


def _at(sheet: Sheet, spec: LogDotsSpec, value: float) -> float:
    """Position of a value on the axis, in px."""
    low, high = (math.log10(float(spec.ticks[end][0])) for end in (0, -1))
    return DOT + (sheet.width - 2 * DOT) * (math.log10(value) - low) / (high - low)


def _row(sheet: Sheet, spec: LogDotsSpec, row: LogDot, y: float) -> float:
    """Draw one amount from `y` down; return where its axis ends."""
    y = sheet.paragraph(0, y + style.TEXT * style.ASCENT, row.label, bold=True) + style.TEXT * style.LINE
    sheet.text(0, y, row.status, colour=style.INK_2)
    y += style.TEXT * style.LINE
    at = _at(sheet, spec, float(row.value))
    _centred(sheet, at, y, row.text, bold=True)
    y += DOT + 7
    sheet.rule((DOT, y), (sheet.width - DOT, y), style.INK_2)
    for tick, _ in spec.ticks:
        place = _at(sheet, spec, float(tick))
        sheet.rule((place, y - TICK), (place, y + TICK), style.INK_2)
    sheet.dot(at, y, DOT, style.RESULT, hollow=not row.secured)
    return y + DOT


def _ticks(sheet: Sheet, spec: LogDotsSpec, baseline: float) -> float:
    """Name the ticks under the last axis, some on a second line where they would overlap; return the last baseline.

    Where even two lines do not hold all, every second or third tick has a name.
    """
    for every in range(1, len(spec.ticks) + 1):
        placed = _lines_of_ticks(sheet, spec, spec.ticks[::every])
        if placed is not None:
            break
    last = baseline
    for (tick, label), line in zip(spec.ticks[::every], placed or (), strict=True):
        y = baseline + line * style.TEXT * style.LINE
        last = max(last, y)
        _centred(sheet, _at(sheet, spec, float(tick)), y, label)
    return last


def _lines_of_ticks(sheet: Sheet, spec: LogDotsSpec, ticks: tuple[tuple[Decimal, str], ...]) -> list[int] | None:
    """On which of two lines the name of each tick stands; none if some would overlap."""
    ends: list[float] = [-AIR, -AIR]
    lines: list[int] = []
    for tick, label in ticks:
        half = measure.room(label, spec.language) / 2
        at = min(max(_at(sheet, spec, float(tick)), half), sheet.width - half)
        line = next((line for line in (0, 1) if at - half >= ends[line] + AIR), None)
        if line is None:
            return None
        ends[line] = at + half
        lines.append(line)
    return lines


def _centred(sheet: Sheet, at: float, y: float, text: str, *, bold: bool = False) -> None:
    """Centre a label on its point, or align it to the edge that it would cross."""
    half = measure.room(text, sheet.language, bold=bold) / 2
    colour = style.INK if bold else style.INK_2
    if at < half:
        sheet.text(0, y, text, bold=bold, colour=colour)
    elif at > sheet.width - half:
        sheet.text(sheet.width, y, text, bold=bold, colour=colour, align="right")
    else:
        sheet.text(at, y, text, bold=bold, colour=colour, align="center")


def build(content: ChartContent) -> LogDotsSpec:
    """A row for each mark, on an axis from the power of ten below all to the one above."""
    first = content.marks[0]
    return LogDotsSpec(
        language=content.language,
        rows=tuple(map(_dot, content.marks)),
        ticks=tuple(
            (tick, content.write(first, tick, "short")) for tick in _powers_of_ten([m.value for m in content.marks])
        ),
        scale=content.word("chart.log"),
    )


def _dot(mark: Mark) -> LogDot:
    secured = mark.figure is not None and mark.figure.status in ("reported", "secured")
    return LogDot(mark.label, mark.value, mark.text, status=mark.status, secured=secured)


def _powers_of_ten(values: list[Decimal]) -> list[Decimal]:
    """The powers of ten from the last below all values to the first above them."""
    low, high = min(values).adjusted(), max(values).adjusted()
    top = high if max(values) == Decimal(10) ** high else high + 1
    return [Decimal(10) ** power for power in range(low, top + 1)]


def notes(content: ChartContent) -> list[str]:
    """What rings are, by the statuses that the chart has, and dots beside them."""
    solid, rings = (
        dict.fromkeys(mark.status.lower() for mark in content.marks if _dot(mark).secured is secured)
        for secured in (True, False)
    )
    if not rings:
        return []
    comma = content.word("list.comma")
    return [content.word("chart.rings" if solid else "chart.ring", solid=comma.join(solid), ring=comma.join(rings))]


KIND = ChartKind(
    about=("对数刻度上的金额", "money on a log scale"),
    former_name="stages",
    spec=LogDotsSpec,
    draw=draw,
    build=build,
    measures=frozenset({"money"}),
    axis="chart",
    statuses=frozenset({"reported", "secured", "applied-for"}),
    notes=notes,
    words={
        "chart.log": ("对数刻度：每一大格为前一格的十倍", "Logarithmic scale: each step is ten times the one before"),
        "chart.ring": ("空心圈为{ring}。", "Ring: {ring}."),
        "chart.rings": ("实心点为{solid}，空心圈为{ring}。", "Solid: {solid}. Ring: {ring}."),
    },
)
