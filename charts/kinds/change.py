"""A share now and a year before: two bars on one scale, the earlier one hollow, since it was worked out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from charts import measure, scale, style
from charts.kind import Kind, Refusal
from charts.marks import ChartContent, Mark, Stated
from charts.sheet import Sheet, length
from charts.specs.base import Meaning, Spec, check_per_cent

WHOLE = Decimal(100)
AFTER = 8
"""Gap in px between a track and its value."""
BRACKET = 12
"""Height in px of the bracket that spans the change."""
BETWEEN = 14
"""Space in px between the words of the change and the next row."""


@dataclass(frozen=True)
class ChangeSpec(Spec):
    """A share now and a year before, the earlier one worked out from the change."""

    before: Decimal
    """Per cent, 0 to 100; drawn hollow, since nobody stated it."""
    before_label: str
    """Its year, and that it is derived."""
    before_text: str
    """It as it is to be read."""
    now: Decimal
    """Per cent, 0 to 100."""
    now_label: str
    """Its year."""
    now_text: str
    """It as it is to be read."""
    change: str
    """By how much it changed, as stated."""
    scale: tuple[str, str, str]
    """Labels of nought, the middle and the whole base."""

    def __post_init__(self) -> None:
        check_per_cent(self.before, self.now)


def draw(sheet: Sheet, spec: ChangeSpec) -> float:
    """Draw a change; the height in px."""
    values = max(measure.room(text, spec.language, bold=True) for text in (spec.before_text, spec.now_text))
    track = sheet.width - values - AFTER
    y = _row(sheet, spec.before_label, spec.before, spec.before_text, "derived", 0, track)
    y = _change(sheet, spec, y + 5, track)
    y = _row(sheet, spec.now_label, spec.now, spec.now_text, "result", y + BETWEEN, track)
    return scale.shares(sheet, spec.scale, y, track)


def _row(sheet: Sheet, label: str, value: Decimal, text: str, meaning: Meaning, y: float, track: float) -> float:
    """Draw one share from `y` down; where its bar ends."""
    lines = measure.wrap(label, sheet.width, sheet.language)
    y = sheet.lines(0, y + style.TEXT * style.ASCENT, lines, colour=style.INK_2) + AFTER
    bar = length(value, WHOLE, track)
    sheet.block(bar, y, track - bar, style.BAR, style.GRID)
    sheet.bar(0, y, bar, meaning)
    sheet.text(track + AFTER, y + style.BAR / 2 + style.TEXT * 0.36, text, bold=True)
    return y + style.BAR


def _change(sheet: Sheet, spec: ChangeSpec, y: float, track: float) -> float:
    """Span the change from the end of one bar to that of the other; the baseline of its words."""
    ends = [length(value, WHOLE, track) for value in (spec.before, spec.now)]
    left, right = min(ends), max(ends)
    for at in (left, right):
        sheet.rule((at, y), (at, y + BRACKET), style.INK_2)
    sheet.rule((left, y + BRACKET / 2), (right, y + BRACKET / 2), style.INK_2)
    room = measure.room(spec.change, spec.language, bold=True)
    baseline = y + BRACKET + style.TEXT + 3
    sheet.text(max(min(left, sheet.width - room), 0), baseline, spec.change, bold=True)
    return baseline


def build(content: ChartContent) -> ChangeSpec:
    """The one mark, its change, and the value before."""
    now, change, before = rows(content)
    return ChangeSpec(
        language=content.language,
        before=before.value,
        before_label=content.word("chart.before", year=_year_before(change)),
        before_text=before.text,
        now=now.value,
        now_label=now.period,
        now_text=now.text,
        change=change.text,
        scale=scale.labels(content),
    )


def rows(content: ChartContent) -> Iterator[Mark]:
    """The share now, the change, and the share before: now less the percentage points by which it changed."""
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
                period=content.word("period.year", year=_year_before(now.change)),
                status=content.word("chart.derived"),
            )


def notes(content: ChartContent) -> Iterator[str]:
    """How the earlier share was worked out."""
    now, change, before = rows(content)
    values = {"before": before.text, "now": now.text, "change": change.text}
    yield content.word("chart.derived-before", year=_year_before(change), **values)


def check(panels: Sequence[Sequence[Stated]]) -> Iterator[Refusal]:
    """The change must be of this figure: percentage points, of the same scope, on the year before."""
    for now in (mark for marks in panels for mark in marks):
        if (change := now.change) is not None:
            fits = change.measure == "change-points" and change.scope == now.scope and change.compared_with is not None
            if not fits or change.year != now.year:
                why = f"{change.id} is not the change, in percentage points on the year before, of {now.id}"
                yield (*now.at, "change"), why


def _year_before(change: Mark) -> int | None:
    return change.figure.compared_with if change.figure else None


KIND = Kind(
    about=("占比与上年相比", "a share and the year before"),
    spec=ChangeSpec,
    draw=draw,
    build=build,
    measures=frozenset({"share"}),
    most=1,
    needs={"change": "the figure that says by how much it changed"},
    check=check,
    rows=rows,
    alt=notes,
    notes=notes,
    words={
        "chart.before": ("{year}年（推算）", "{year} (derived)"),
        "chart.derived-before": (
            "空心条为推算：{year}年的{before}由{now}与“{change}”推算，原文未写。",
            "The hollow bar is derived: the {before} for {year} is worked out from {now} and “{change}”, "
            "and is not printed in the article.",
        ),
    },
)
