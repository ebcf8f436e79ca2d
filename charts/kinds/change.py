"""A value now and a year before: two bars on one scale, the earlier one hollow, since it is derived.

Shares stand on a track that ends at 100 per cent; amounts on a scale from zero. A rise in per cent is refused: the
value before would follow from it by a rounded division, at other prices perhaps; `changes` draws the rise itself.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from charts import measure, scale, style
from charts.kind import AMOUNTS, ChartKind, Refusal
from charts.marks import ChartContent, ChartFigure, Mark
from charts.sheet import Sheet, length
from charts.specs.base import Share, Spec, Value

BRACKET = 12
"""Height in px of the bracket that spans the change."""
POINTS = "个百分点"
"""The unit in which a share changes."""
BETWEEN = 14
"""Space in px between the words of the change and the next row."""


@dataclass(frozen=True)
class ChangeSpec(Spec):
    """A value now and a year before, the earlier one derived from the change."""

    before: Value
    """Drawn hollow, since it is not stated; the label says that it is derived."""
    now: Value
    """What is stated, labelled by its year."""
    change: str
    """By how much it changed, as stated."""
    scale: tuple[str, str, str] | None
    """Labels of zero, the middle and the whole base of a share; none for an amount."""

    def __post_init__(self) -> None:
        if self.scale and max(self.before.value, self.now.value) > scale.WHOLE:
            raise ValueError("a share is above 100 per cent")
        if not max(self.before.value, self.now.value):
            raise ValueError("both values are zero")

    @property
    def whole(self) -> Decimal:
        """What the track stands for: the whole of a share, or the greater amount."""
        return scale.WHOLE if self.scale else max(self.before.value, self.now.value)


def draw(sheet: Sheet, spec: ChangeSpec) -> float:
    """Draw a change; the height in px."""
    values = max(measure.room(value.text, spec.language, bold=True) for value in (spec.before, spec.now))
    track = sheet.width - values - scale.VALUE_GAP
    y = _row(sheet, spec, spec.before, 0, track)
    y = _change(sheet, spec, y + 5, track)
    y = _row(sheet, spec, spec.now, y + BETWEEN, track)
    return scale.ticks(sheet, spec.scale, y, track) if spec.scale else y + 2


def _row(sheet: Sheet, spec: ChangeSpec, value: Value, y: float, track: float) -> float:
    """Draw one value from `y` down; where its bar ends."""
    y = sheet.paragraph(0, y + style.TEXT * style.ASCENT, value.label, colour=style.INK_2) + scale.VALUE_GAP
    if spec.scale:
        share = Share(value.label, value.value, value.text, value.meaning)
        return scale.track(sheet, share, y, track, track + scale.VALUE_GAP)
    end = sheet.bar(0, y, length(value.value, spec.whole, track), value.meaning)
    sheet.text(end + scale.VALUE_GAP, y + style.BAR / 2 + style.TEXT * 0.36, value.text, bold=True)
    return y + style.BAR


def _change(sheet: Sheet, spec: ChangeSpec, y: float, track: float) -> float:
    """Draw the change between the ends of the two bars; return the last baseline of its words."""
    ends = [length(value.value, spec.whole, track) for value in (spec.before, spec.now)]
    left, right = min(ends), max(ends)
    for at in (left, right):
        sheet.rule((at, y), (at, y + BRACKET), style.INK_2)
    sheet.rule((left, y + BRACKET / 2), (right, y + BRACKET / 2), style.INK_2)
    lines = measure.wrap(spec.change, sheet.width, spec.language, bold=True)
    room = max(measure.room(line, spec.language, bold=True) for line in lines)
    return sheet.lines(max(min(left, sheet.width - room), 0), y + BRACKET + style.TEXT + 3, lines, bold=True)


def build(content: ChartContent) -> ChangeSpec:
    """The one mark, its change, and the value before."""
    now, change, before = rows(content)
    earlier = content.word("chart.before", period=before.period)
    return ChangeSpec(
        language=content.language,
        before=Value(earlier, before.value, before.text, "derived"),
        now=Value(now.period, now.value, now.number),
        change=change.text,
        scale=scale.labels(content) if now.figure and now.figure.measure == "share" and not now.figure.rate else None,
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
    about=("一个数字与上年相比：占比、数量、金额", "a share, count or amount and the year before"),
    spec=ChangeSpec,
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
            "空心条为推算：{period}的{before}由{now}与“{change}”推算，原文未写。",
            "The hollow bar is derived: {before} ({period}) is worked out from {now} and “{change}”, "
            "and is not printed in the article.",
        ),
    },
)
