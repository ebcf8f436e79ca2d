"""A share aimed at: a dashed outline, and a row that says in words what is known of the result. Never nought."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from charts import measure, scale, style
from charts.kind import Kind, Refusal
from charts.marks import ChartContent, Stated
from charts.sheet import Sheet
from charts.specs.base import Share, Spec

BETWEEN = 16
"""Space in px between the two rows."""


@dataclass(frozen=True)
class TargetSpec(Spec):
    """A share aimed at, and the words that stand where a result would."""

    target: Share
    """The share; its label says that it is a target, and by when."""
    what: str
    """What is to have that share."""
    result_label: str
    """Names the row of the result."""
    result: str
    """What is known of it: that none was reported."""
    scale: tuple[str, str, str]
    """Labels of nought, the middle and the whole base."""


def draw(sheet: Sheet, spec: TargetSpec) -> float:
    """Draw a target without a result; the height in px."""
    track = sheet.width - measure.room(spec.target.text, spec.language, bold=True) - scale.AFTER
    y = _target(sheet, spec, track)
    y = scale.shares(sheet, spec.scale, y, track)
    return _result(sheet, spec, y + BETWEEN) + scale.AFTER


def _target(sheet: Sheet, spec: TargetSpec, track: float) -> float:
    """Draw the target; where its bar ends."""
    of = measure.wrap(spec.target.of, sheet.width, sheet.language, bold=True)
    y = sheet.lines(0, style.TEXT * style.ASCENT, of, bold=True)
    if spec.what:
        what = measure.wrap(spec.what, sheet.width, sheet.language)
        y = sheet.lines(0, y + style.TEXT * style.LINE, what, colour=style.INK_2)
    label = measure.wrap(spec.target.label, sheet.width, sheet.language)
    y = sheet.lines(0, y + style.TEXT * style.LINE, label, colour=style.CAVEAT) + scale.AFTER + 2
    return scale.track(sheet, spec.target, y, track, track + scale.AFTER)


def _result(sheet: Sheet, spec: TargetSpec, y: float) -> float:
    """Say what is known of the result, under a rule; the last baseline."""
    sheet.rule((0, y), (sheet.width, y), style.GRID)
    y += BETWEEN / 2 + style.TEXT
    sheet.text(0, y, spec.result_label, bold=True)
    lines = measure.wrap(spec.result, sheet.width, sheet.language)
    return sheet.lines(0, y + style.TEXT * style.LINE, lines)


def build(content: ChartContent) -> TargetSpec:
    """The one mark, and the words in the place of its result."""
    mark, word = content.marks[0], content.word
    return TargetSpec(
        language=content.language,
        target=Share(word("chart.target", period=mark.period), mark.value, mark.text, "target", of=mark.label),
        what=word("chart.scope", scope=mark.scope),
        result_label=word("chart.result"),
        result=mark.result,
        scale=scale.labels(content),
    )


def check(panels: Sequence[Sequence[Stated]]) -> Iterator[Refusal]:
    """A result drawn as a target would be taken for one."""
    for mark in (mark for marks in panels for mark in marks):
        if mark.status != "target":
            yield mark.at, f"{mark.id} is not a target"


KIND = Kind(
    about=("目标占比，结果未报告", "a share aimed at, without a result"),
    spec=TargetSpec,
    draw=draw,
    build=build,
    measures=frozenset({"share"}),
    most=1,
    targets=True,
    needs={"result": "what to write where no result is reported"},
    check=check,
    words={
        "chart.target": ("目标，{period}", "Target, {period}"),
        "chart.result": ("结果", "Result"),
    },
)
