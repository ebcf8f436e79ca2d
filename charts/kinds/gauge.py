"""A target share on an empty gauge: a dashed line up to it, and words where no result is reported.

No result is drawn: an unreported one is not zero.
"""

import math
from dataclasses import dataclass

from charts import measure, style
from charts.kind import ChartKind
from charts.marks import ChartContent
from charts.scale import ends
from charts.shapes import Point
from charts.sheet import Sheet
from charts.specs.base import Share, Spec

RADIUS = 118
"""Of the middle of the track in px."""
TRACK = 24
"""Width of the track in px."""
BEYOND = 10
"""How far the mark of the target reaches beyond the track at each side, in px."""
SIDE = RADIUS + TRACK / 2 + 26
"""From the edge of the drawing to the middle of the gauge in px, with room for the words under its ends."""
SIZES = (46, 40, 34, 28, 22)
"""Sizes of the target in px, the largest that fits first."""


@dataclass(frozen=True)
class GaugeSpec(Spec):
    """A target share, and the words in place of its result."""

    target: Share
    """The share; its label says that it is a target, and by when."""
    what: str
    """What is to have that share; empty where it needs no words."""
    result_label: str
    """Label of the words in place of the result."""
    result: str
    """What is known of it: that none was reported."""
    ends: tuple[str, str]
    """Labels of nothing and of the whole."""


def draw(sheet: Sheet, spec: GaugeSpec) -> float:
    """Draw a target without a result; the height in px."""
    beside = sheet.width >= style.SIDE_BY_SIDE
    middle = (SIDE if beside else sheet.width / 2, RADIUS + TRACK / 2 + BEYOND + 2)
    bottom = _gauge(sheet, spec, middle)
    left = 2 * SIDE + 8 if beside else 0
    y = sheet.paragraph(left, 50 if beside else bottom + 28, spec.target.of, width=sheet.width - left, bold=True,
                        size=style.HEADING)  # fmt: skip
    if spec.what:
        y = sheet.paragraph(left, y + 23, spec.what, width=sheet.width - left, colour=style.INK_2)
    y = sheet.paragraph(left, y + 30, spec.result_label, width=sheet.width - left, size=style.LABEL, bold=True)
    y = sheet.paragraph(left, y + 24, spec.result, width=sheet.width - left, size=style.LABEL)
    return max(bottom, y) + 8


def _gauge(sheet: Sheet, spec: GaugeSpec, middle: Point) -> float:
    """Draw the gauge; where the labels of its ends end."""
    part = float(spec.target.value) / 100
    sheet.curve(_arc(middle, RADIUS, 0, 1), style.GRID, weight=TRACK)
    sheet.curve(_arc(middle, RADIUS, 0.01, max(part - 0.01, 0.01)), style.PLAN, weight=3, dashed=True)
    inner, outer = (_at(middle, RADIUS + side * (TRACK / 2 + BEYOND), part) for side in (-1, 1))
    sheet.rule(inner, outer, style.PLAN, weight=4)
    room = 2 * (RADIUS - TRACK / 2 - BEYOND) - 28
    x, y = middle
    words = measure.wrap(spec.target.label, room, sheet.language)
    first = y - 2 - (len(words) - 1) * style.TEXT * style.LINE
    size = next((s for s in SIZES if measure.room(spec.target.text, sheet.language, s, display=True) <= room - 20), 0)
    if not size or len(words) > 2:
        raise ValueError(f"{spec.target.text!r} and {spec.target.label!r} do not fit a gauge")
    sheet.text(x, first - 31, spec.target.text, size=size, colour=style.PLAN, align="center", display=True)
    for number, line in enumerate(words):
        sheet.text(x, first + number * style.TEXT * style.LINE, line, colour=style.INK_2, align="center")
    box = (x - RADIUS - TRACK / 2, y - RADIUS - TRACK / 2, 2 * RADIUS + TRACK, RADIUS + TRACK / 2)
    sheet.say(box, spec.target.label, spec.target.text)
    for label, at in zip(spec.ends, (x - RADIUS, x + RADIUS), strict=True):
        sheet.text(at, y + style.TEXT + 6, label, colour=style.INK_2, align="center")
    return y + style.TEXT + 10


def _at(middle: Point, radius: float, part: float) -> Point:
    """The place of a part of the whole on the half circle, from left to right."""
    angle = math.pi * part
    return middle[0] - radius * math.cos(angle), middle[1] - radius * math.sin(angle)


def _arc(middle: Point, radius: float, start: float, end: float) -> list[Point]:
    """The Bézier curve along the half circle, in four pieces."""
    points = [_at(middle, radius, start)]
    step = (end - start) / 4
    reach = 4 / 3 * math.tan(math.pi * step / 4) * radius
    for number in range(4):
        one, other = start + number * step, start + (number + 1) * step
        for part, forward in ((one, reach), (other, -reach)):
            x, y = _at(middle, radius, part)
            points.append((x + forward * math.sin(math.pi * part), y - forward * math.cos(math.pi * part)))
        points.append(_at(middle, radius, other))
    return points


def build(content: ChartContent) -> GaugeSpec:
    """The one mark, and the words in place of its result."""
    mark, word = content.marks[0], content.word
    return GaugeSpec(
        language=content.language,
        target=Share(word("chart.target", period=mark.period), mark.value, mark.text, "target", of=mark.label),
        what=word("chart.scope", scope=mark.scope),
        result_label=word("chart.result"),
        result=mark.result,
        ends=ends(content),
    )


KIND = ChartKind(
    about=("目标占比画在空表盘上，结果未报告", "a share aimed at on an empty gauge, without a result"),
    former_names=("target",),
    spec=GaugeSpec,
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
