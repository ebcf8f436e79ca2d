"""How many reached how many: a fan of strands from those who act to those whom they reach. A diagram, not to scale.

Both numbers are written out. Up to `STRANDS` actors have a strand each; of more, ten stand for all.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from charts import measure, style
from charts.kind import RESULTS, ChartKind, Refusal
from charts.marks import ChartContent, ChartFigure, Mark
from charts.sheet import Sheet
from charts.specs.base import Spec

STRANDS = 16
"""Strands that can be counted, and told apart in the height of a fan."""
FOR_ALL = 10
"""Strands that stand for more than can be drawn."""
GUTTER = 32
"""Space between fans side by side in px."""
BETWEEN = 18
"""Space above and below the rule between fans, in px."""
HEIGHT = 96
"""Height of a fan in px."""
REACH = 0.4
"""How much of the column the strands take."""
SIZES = (26, 22, 18, 15)
"""Sizes of numbers in px, the largest that fits first."""


@dataclass(frozen=True)
class Fan:
    """Those who act, and those whom they reach."""

    actors: tuple[str, str]
    """How many they are, formatted, and who."""
    reached: tuple[str, str]
    """How many they reached, formatted, and whom."""
    strands: int
    """Strands drawn."""

    def __post_init__(self) -> None:
        if not 1 <= self.strands <= STRANDS:
            raise ValueError(f"strands are {self.strands}, not from 1 to {STRANDS}")


@dataclass(frozen=True)
class FanSpec(Spec):
    """Fans, with no scale."""

    fans: tuple[Fan, ...]
    """Side by side where there is room; at least one."""

    def __post_init__(self) -> None:
        if not self.fans:
            raise ValueError("fans are missing")


def draw(sheet: Sheet, spec: FanSpec) -> float:
    """Draw fans; the height in px."""
    half = (sheet.width - GUTTER) / 2
    beside = len(spec.fans) > 1 and measure.fits(
        (fan.reached[1] for fan in spec.fans), half * (1 - REACH) - 24, sheet.language, style.LABEL
    )
    together = 2 if beside and sheet.width >= style.SIDE_BY_SIDE else 1
    column, levels = sheet.columns(spec.fans, together, GUTTER)
    y = 0.0
    for number, level in enumerate(levels):
        if number:
            sheet.rule((0, y + BETWEEN), (sheet.width, y + BETWEEN), style.INK_2, dotted=True)
            y += 2 * BETWEEN
        heads = [_head(sheet, fan, left, y, column) for left, fan in level]
        bottom = max(_fan(sheet, fan, left, max(heads) + 10, column) for left, fan in level)
        for left, _ in level[1:]:
            sheet.rule((left - GUTTER / 2, y), (left - GUTTER / 2, bottom), style.INK_2, dotted=True)
        y = bottom
    return y + 4


def _head(sheet: Sheet, fan: Fan, left: float, y: float, column: float) -> float:
    """Set who act, and how many they are; return the last baseline."""
    number, who = fan.actors
    y = sheet.figure(left, y + SIZES[0] * style.ASCENT, number, column, SIZES)
    return sheet.paragraph(left, y + 23, who, width=column, size=style.LABEL)


def _fan(sheet: Sheet, fan: Fan, left: float, y: float, column: float) -> float:
    """Draw the strands from `y` down, and whom they reach; where they end."""
    end = left + min(column, 300) * REACH
    middle = y + HEIGHT / 2
    for number in range(fan.strands):
        at = y + 8 + (number / (fan.strands - 1) if fan.strands > 1 else 0.5) * (HEIGHT - 16)
        points = [(left + 14, at), (left + (end - left) * 0.65, at), (left + (end - left) * 0.6, middle), (end, middle)]
        sheet.curve(points, style.RESULT, weight=1.6, opacity=0.45)
        sheet.dot(left + 8, at, 3.2, style.RESULT)
    sheet.say((left, y, 18, HEIGHT), fan.actors[1], fan.actors[0])
    sheet.dot(end + 4, middle, 9, style.RESULT)
    sheet.say((end - 8, middle - 12, 24, 24), fan.reached[1], fan.reached[0])
    text, whom = fan.reached
    width = left + column - end - 24
    lines = measure.wrap(whom, width, sheet.language, style.LABEL)
    under = len(lines) * style.LABEL * style.LINE
    last = sheet.figure(end + 24, max(middle - 2, y + 22), text, width, SIZES, colour=style.RESULT)
    last = sheet.lines(end + 24, last + 23, lines, size=style.LABEL)
    return max(y + HEIGHT, last + 4, middle + under)


def build(content: ChartContent) -> FanSpec:
    """A fan for each panel: its first mark acts, its second is reached."""
    return FanSpec(content.language, tuple(map(_fan_of, (panel.marks for panel in content.panels))))


def _fan_of(marks: Sequence[Mark]) -> Fan:
    actors, reached = marks
    strands = int(actors.value) if _counted(actors) else FOR_ALL
    return Fan((actors.number, actors.label), (reached.number, reached.label), strands)


def _counted(actors: Mark) -> bool:
    """Whether each of those who act has a strand."""
    exact = actors.figure is not None and actors.figure.qualifier == "exact"
    return exact and actors.value <= STRANDS and actors.value == int(actors.value)


def notes(content: ChartContent) -> Iterator[str]:
    """That nothing is to scale, but for strands that are as many as those who act."""
    counted = [panel.marks[0].label for panel in content.panels if _counted(panel.marks[0])]
    if len(counted) == len(content.panels):
        yield content.word("chart.fan-counted")
    else:
        yield content.word("chart.fan")


def check(panels: Sequence[Sequence[ChartFigure]]) -> Iterator[Refusal]:
    """Each fan has those who act and those whom they reach, both counted."""
    for number, marks in enumerate(panels):
        if len(marks) != 2:
            why = f"a fan has two rows, those who act and those whom they reach; this has {len(marks)}"
            yield ("panels", number), why
        for mark in marks:
            if mark.measure == "count" and (mark.value is None or mark.value < 1):
                yield mark.at, f"{mark.id} ({mark.stated}) is no number of people or things from one up"


KIND = ChartKind(
    about=("多少单位服务到多少人：扇形示意图，不按比例", "how many reached how many: a fan, a diagram not to scale"),
    spec=FanSpec,
    draw=draw,
    build=build,
    measures=frozenset({"count"}),
    writes_values=True,
    statuses=RESULTS,
    titled=True,
    check=check,
    notes=notes,
    words={
        "chart.fan": ("示意图，不按比例。", "A diagram, not to scale."),
        "chart.fan-counted": (
            "示意图，不按比例；左侧一点为一个。",
            "A diagram, not to scale; each dot at the left is one of those counted there.",
        ),
    },
)
