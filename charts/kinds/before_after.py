"""A value and the year before as two marks on one scale from zero, with the change as an arc between them.

The earlier mark is hollow, since it is derived. Shares stand on a scale that ends at 100 per cent. A rise in per cent
is refused, since the value before would follow from it by a rounded division, at other prices perhaps; `changes` draws
the rise itself.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from charts import measure, style
from charts.axis import axis_around
from charts.kind import AMOUNTS, ChartKind, Refusal
from charts.marks import ChartContent, ChartFigure, Mark
from charts.scale import WHOLE
from charts.sheet import Align, Sheet, length
from charts.specs.base import Spec, Value

POINTS = "个百分点"
"""The unit in which a share changes."""
NOW, BEFORE = 12, 9
"""Radii of the two marks in px."""
TRACK = 10
"""Height of the track in px."""
SIZES = (34, 28, 24, 20, 17)
"""Sizes of the value now in px, the largest that fits first."""
BESIDE = 18
"""From a mark to its words in px, where both have room at their sides."""
AIR = 8
"""Least distance between two labels in px."""
MOST = 4
"""Lines of words beside the earlier mark at most."""
EDGE = 12
"""From the edge of the drawing to the ends of the scale in px, so that a mark has room."""


@dataclass(frozen=True)
class BeforeAfterSpec(Spec):
    """A value now and a year before, the earlier one derived from the change."""

    before: Value
    """Drawn hollow, since it is not stated; the label says that it is derived."""
    now: Value
    """What is stated, labelled by its year."""
    change: str
    """By how much it changed, as stated."""
    ticks: tuple[tuple[Decimal, str], ...]
    """Values to be marked, from zero to the end of the scale, with their labels."""

    def __post_init__(self) -> None:
        if max(self.before.value, self.now.value) > self.ticks[-1][0]:
            raise ValueError(f"a value is above the end of the scale, {self.ticks[-1][1]}")

    def at(self, value: Value, width: float) -> float:
        """Where a value is on a sheet of some width, in px."""
        return EDGE + length(value.value, self.ticks[-1][0], width - 2 * EDGE)


def draw(sheet: Sheet, spec: BeforeAfterSpec) -> float:
    """Draw a change; the height in px."""
    before, now = spec.at(spec.before, sheet.width), spec.at(spec.now, sheet.width)
    y = _words(sheet, spec, before, now)
    sheet.blocks([(EDGE, y - TRACK / 2, sheet.width - 2 * EDGE, TRACK)], style.GRID, behind=True)
    reached = [(EDGE, y - TRACK / 2), (now, y - TRACK / 2), (now, y + TRACK / 2), (EDGE, y + TRACK / 2)]
    sheet.area(reached, style.RESULT, opacity=0.28)
    top = y - NOW - 6
    sheet.curve([(before, top + 2), (before, top - 16), (now, top - 18), (now, top)], style.INK_2, weight=2.5)
    sheet.dot(now, y, NOW, style.RESULT)
    sheet.dot(before, y, BEFORE, style.BASELINE, hollow=True, edge=3)  # Over the other, which is larger.
    for value, at, radius in ((spec.before, before, BEFORE), (spec.now, now, NOW)):
        sheet.say((at - radius, y - radius, 2 * radius, 2 * radius), value.label, value.text)
    return _ticks(sheet, spec, y + NOW)


def _words(sheet: Sheet, spec: BeforeAfterSpec, before: float, now: float) -> float:
    """Set the words of both marks above the scale, at their sides if there is room; return where the scale is."""
    rises = now >= before
    earlier = f"{spec.before.label}{sheet.language.colon}{spec.before.text}"
    side: Align = "left" if rises else "right"
    other: Align = "right" if rises else "left"
    outwards = BESIDE if rises else -BESIDE
    room_now = sheet.width - now - BESIDE if rises else now - BESIDE
    room_before = before - BESIDE if rises else sheet.width - before - BESIDE
    lines = _beside(sheet, spec.change, earlier, room_before)
    if lines and measure.room(spec.now.text, sheet.language, SIZES[1], display=True) <= room_now:
        above = max(0, (len(lines) - 2) * 23 - 22)
        sheet.text(now + outwards, above + 18, spec.now.label, size=style.LABEL, align=side)
        sheet.figure(now + outwards, above + 62, spec.now.text, room_now, SIZES, colour=style.RESULT, align=side)
        for number, (line, bold) in enumerate(reversed(lines)):
            size, colour = (style.LABEL, style.INK) if bold else (style.TEXT, style.INK_2)
            at = above + 62 - number * 23
            sheet.text(before - outwards, at, line, size=size, bold=bold, colour=colour, align=other)
        return above + 86
    y = sheet.paragraph(0, 18, spec.now.label, size=style.LABEL)
    y = sheet.figure(0, y + 44, spec.now.text, sheet.width, SIZES, colour=style.RESULT)
    y = sheet.paragraph(0, y + 23, spec.change, size=style.LABEL, bold=True)
    y = sheet.paragraph(0, y + 22, earlier, colour=style.INK_2)
    return y + 54


def _beside(sheet: Sheet, change: str, earlier: str, room: float) -> list[tuple[str, bool]]:
    """The lines at the side of the earlier mark, the change in bold; none if they are too many, or have no room."""
    try:
        lines = [(line, True) for line in measure.wrap(change, room, sheet.language, style.LABEL, bold=True)]
        lines += [(line, False) for line in measure.wrap(earlier, room, sheet.language)]
    except ValueError:
        return []
    return lines if len(lines) <= MOST else []


def _ticks(sheet: Sheet, spec: BeforeAfterSpec, y: float) -> float:
    """Mark the scale, and name the marks that have room; return where the names end."""
    free = float(-AIR)
    *_, (_, last) = spec.ticks
    ends = sheet.width - measure.room(last, sheet.language)
    for value, label in spec.ticks:
        at, half = spec.at(Value("", value, ""), sheet.width), measure.room(label, sheet.language) / 2
        sheet.rule((at, y), (at, y + 6), style.INK_2)
        middle = min(max(at, half), sheet.width - half)
        is_last = value == spec.ticks[-1][0]
        if middle - half >= free + AIR and (is_last or middle + half + AIR <= ends):
            sheet.text(middle, y + 9 + style.TEXT, label, colour=style.INK_2, align="center")
            free = middle + half
    return y + 9 + style.TEXT + AIR


def build(content: ChartContent) -> BeforeAfterSpec:
    """The one mark, its change, and the value before."""
    now, change, before = rows(content)
    share = now.figure is not None and now.figure.measure == "share" and not now.figure.rate
    end = WHOLE if share else axis_around([Decimal(0), max(now.value, before.value)]).high
    parts = (Decimal(number) / 4 for number in range(5)) if share else (Decimal(0), Decimal("0.5"), Decimal(1))
    ticks = ((part * end).normalize() for part in parts)
    return BeforeAfterSpec(
        language=content.language,
        before=Value(content.word("chart.before", period=before.period), before.value, before.text, "derived"),
        now=Value(now.period, now.value, now.number),
        change=change.text,
        ticks=tuple((tick, content.write(now, Decimal(f"{tick:f}"), "number")) for tick in ticks),
    )


def rows(content: ChartContent) -> Iterator[Mark]:
    """The value now, the change, and the value before: now less the amount by which it changed."""
    for now in content.marks:
        yield now
        if now.change:
            value = now.value - now.change.value
            yield now.change
            yield replace(
                now,
                figure=None,
                value=value,
                text=content.write(now, value, "number"),
                period=_period_before(content, now.change, now),
                status=content.word("chart.derived"),
            )


def notes(content: ChartContent) -> Iterator[str]:
    """How the earlier value was derived."""
    now, change, before = rows(content)
    values = {"before": before.text, "now": now.text, "change": change.text}
    yield content.word("chart.derived-before", period=before.period, **values)


def check(panels: Sequence[Sequence[ChartFigure]]) -> Iterator[Refusal]:
    """The change must be of this figure: in its own unit, exact, of the same scope, on the year before."""
    for now in (mark for marks in panels for mark in marks):
        if (change := now.change) is not None and (why := _no_change(now, change)):
            yield (*now.at, "change"), why


def _no_change(now: ChartFigure, change: ChartFigure) -> str:
    """Why a figure is not the change of another, in English; empty where it is."""
    unit = POINTS if now.measure == "share" and not now.rate else now.unit
    if change.change_of not in (None, now.id):
        return f"{change.id} is the change of {change.change_of}, not of {now.id}"
    if change.measure == "change-percent":
        return f"{change.id} ({change.stated}) is in per cent, from which no exact value before follows; use `changes`"
    if change.qualifier != "exact" or change.value is None:
        return f"{change.id} is stated as {change.stated}, from which no exact value before follows"
    fits = change.is_change and change.unit == unit and change.scope == now.scope and change.compared_with is not None
    if not fits or change.year != now.year:
        return f"{change.id} ({change.stated}) is not the change on an earlier year, in {unit}, of {now.id}"
    if now.value is not None and now.value < change.value:
        return f"{change.id} ({change.stated}) is a rise by more than {now.id} ({now.stated}) is"
    return ""


def _period_before(content: ChartContent, change: Mark, now: Mark) -> str:
    """The year before, or its end where the value now holds at the end of a year."""
    year = change.figure.compared_with if change.figure else None
    at_end = now.figure is not None and now.figure.period == "end_of"
    return content.word("period.end_of", end_of=year) if at_end else content.word("period.year", year=year)


KIND = ChartKind(
    about=(
        "一个数字与上年相比：占比、数量、金额，上年为推算",
        "a share, count or amount and the year before, which is derived",
    ),
    former_names=("change",),
    spec=BeforeAfterSpec,
    draw=draw,
    build=build,
    measures=AMOUNTS,
    axis="chart",
    rates=True,
    periods=frozenset({"year", "end_of"}),
    max_marks=1,
    required_keys={"change": "the figure that says by how much it changed"},
    check=check,
    rows=rows,
    alt=notes,
    notes=notes,
    words={
        "chart.before": ("{period}（推算）", "{period} (derived)"),
        "chart.derived-before": (
            "空心圈为推算：{period}的{before}由{now}与“{change}”推算，原文未写。",
            "The hollow mark is derived: {before} ({period}) is worked out from {now} and “{change}”, "
            "and is not printed in the article.",
        ),
    },
)
