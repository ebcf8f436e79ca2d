"""A share now and a year before: two bars on one scale, the earlier one hollow, since it is derived."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from charts import measure, scale, style
from charts.kind import ChartKind, Refusal
from charts.marks import ChartContent, ChartFigure, Mark
from charts.sheet import Sheet, length
from charts.specs.base import Share, Spec

BRACKET = 12
"""Height in px of the bracket that spans the change."""
BETWEEN = 14
"""Space in px between the words of the change and the next row."""


@dataclass(frozen=True)
class ChangeSpec(Spec):
    """A share now and a year before, the earlier one derived from the change."""

    before: Share
    """Drawn hollow, since it is not stated; the label says that it is derived."""
    now: Share
    """What is stated, labelled by its year."""
    change: str
    """By how much it changed, as stated."""
    scale: tuple[str, str, str]
    """Labels of zero, the middle and the whole base."""


def draw(sheet: Sheet, spec: ChangeSpec) -> float:
    """Draw a change; the height in px."""
    values = max(measure.room(share.text, spec.language, bold=True) for share in (spec.before, spec.now))
    track = sheet.width - values - scale.VALUE_GAP
    y = _row(sheet, spec.before, 0, track)
    y = _change(sheet, spec, y + 5, track)
    y = _row(sheet, spec.now, y + BETWEEN, track)
    return scale.shares(sheet, spec.scale, y, track)


def _row(sheet: Sheet, share: Share, y: float, track: float) -> float:
    """Draw one share from `y` down; where its bar ends."""
    lines = measure.wrap(share.label, sheet.width, sheet.language)
    y = sheet.lines(0, y + style.TEXT * style.ASCENT, lines, colour=style.INK_2) + scale.VALUE_GAP
    return scale.track(sheet, share, y, track, track + scale.VALUE_GAP)


def _change(sheet: Sheet, spec: ChangeSpec, y: float, track: float) -> float:
    """Draw the change between the ends of the two bars; return the baseline of its words."""
    ends = [length(share.value, scale.WHOLE, track) for share in (spec.before, spec.now)]
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
    earlier = content.word("chart.before", year=_year_before(change))
    return ChangeSpec(
        language=content.language,
        before=Share(earlier, before.value, before.text, "derived"),
        now=Share(now.period, now.value, now.text),
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
    """How the earlier share was derived."""
    now, change, before = rows(content)
    values = {"before": before.text, "now": now.text, "change": change.text}
    yield content.word("chart.derived-before", year=_year_before(change), **values)


def check(panels: Sequence[Sequence[ChartFigure]]) -> Iterator[Refusal]:
    """The change must be of this figure: in percentage points, of the same scope, on the year before."""
    for now in (mark for marks in panels for mark in marks):
        if (change := now.change) is not None:
            fits = change.measure == "change-points" and change.scope == now.scope and change.compared_with is not None
            if not fits or change.year != now.year:
                why = f"{change.id} is not the change, in percentage points on the year before, of {now.id}"
                yield (*now.at, "change"), why


def _year_before(change: Mark) -> int | None:
    return change.figure.compared_with if change.figure else None


KIND = ChartKind(
    about=("占比与上年相比", "a share and the year before"),
    spec=ChangeSpec,
    draw=draw,
    build=build,
    measures=frozenset({"share"}),
    max_marks=1,
    required_keys={"change": "the figure that says by how much it changed"},
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
