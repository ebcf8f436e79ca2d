"""A target share as a dashed outline, with words instead of a result: an unreported result is never drawn as zero."""

from dataclasses import dataclass

from charts import measure, scale, style
from charts.kind import ChartKind
from charts.marks import ChartContent
from charts.sheet import Sheet
from charts.specs.base import Share, Spec

BETWEEN = 16
"""Space in px between the two rows."""


@dataclass(frozen=True)
class TargetSpec(Spec):
    """A target share, and the words in place of its result."""

    target: Share
    """The share; its label says that it is a target, and by when."""
    what: str
    """What is to have that share."""
    result_label: str
    """Label of the row of the result."""
    result: str
    """What is known of it: that none was reported."""
    scale: tuple[str, str, str]
    """Labels of zero, the middle and the whole base."""


def draw(sheet: Sheet, spec: TargetSpec) -> float:
    """Draw a target without a result; the height in px."""
    track = sheet.width - measure.room(spec.target.text, spec.language, bold=True) - scale.VALUE_GAP
    y = _target(sheet, spec, track)
    y = scale.ticks(sheet, spec.scale, y, track)
    return _result(sheet, spec, y + BETWEEN) + scale.VALUE_GAP


def _target(sheet: Sheet, spec: TargetSpec, track: float) -> float:
    """Draw the target; where its bar ends."""
    y = sheet.paragraph(0, style.TEXT * style.ASCENT, spec.target.of, bold=True)
    if spec.what:
        y = sheet.paragraph(0, y + style.TEXT * style.LINE, spec.what, colour=style.INK_2)
    y = sheet.paragraph(0, y + style.TEXT * style.LINE, spec.target.label, colour=style.CAVEAT) + scale.VALUE_GAP + 2
    return scale.track(sheet, spec.target, y, track, track + scale.VALUE_GAP)


def _result(sheet: Sheet, spec: TargetSpec, y: float) -> float:
    """Set what is known of the result, under a rule; return the last baseline."""
    sheet.rule((0, y), (sheet.width, y), style.GRID)
    y += BETWEEN / 2 + style.TEXT
    sheet.text(0, y, spec.result_label, bold=True)
    return sheet.paragraph(0, y + style.TEXT * style.LINE, spec.result)


def build(content: ChartContent) -> TargetSpec:
    """The one mark, and the words in place of its result."""
    mark, word = content.marks[0], content.word
    return TargetSpec(
        language=content.language,
        target=Share(word("chart.target", period=mark.period), mark.value, mark.text, "target", of=mark.label),
        what=word("chart.scope", scope=mark.scope),
        result_label=word("chart.result"),
        result=mark.result,
        scale=scale.labels(content),
    )


KIND = ChartKind(
    about=("目标占比，结果未报告", "a share aimed at, without a result"),
    spec=TargetSpec,
    draw=draw,
    build=build,
    measures=frozenset({"share"}),
    percent=True,
    statuses=frozenset({"target"}),
    max_marks=1,
    required_keys={"result": "what to write where no result is reported"},
    words={
        "chart.target": ("目标，{period}", "Target, {period}"),
        "chart.result": ("结果", "Result"),
    },
)
