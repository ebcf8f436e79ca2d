"""Values of one kind that must not be compared: a dotted rule separates them, with the reason on it.

Each panel measures one thing on one scale from zero; each of its bars is in a block of its own.
No line joins the blocks and nothing is computed between them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from charts import style
from charts.kind import AMOUNTS, RESULTS, ChartKind, Refusal
from charts.marks import ChartContent, ChartFigure
from charts.sheet import Sheet, bar_scale, value_colour
from charts.specs.base import Panel, Spec, Value
from languages import Language

GUTTER = 40
"""Space between panels side by side, in px."""
BELOW = 36
"""Space between panels one below the other, in px."""
ABOVE_RULE = 20
"""Space between bars and the dotted rule below them, in px."""
SHORTEST = 0.4
"""If values leave the longest bar less than this part of the column, they are set above the bars."""


@dataclass(frozen=True)
class SeparatedSpec(Spec):
    """Values of one kind that must not be compared: dotted rules, with the reason on them, separate them."""

    panels: tuple[Panel, ...]
    """Side by side where there is room, else one below the other; all with the same number of bars."""
    caution: str
    """Why the values above and below a rule must not be compared."""

    def __post_init__(self) -> None:
        if len({len(panel.bars) for panel in self.panels}) != 1:
            raise ValueError("panels are missing, or hold different numbers of bars")


def draw(sheet: Sheet, spec: SeparatedSpec) -> float:
    """Draw separated values; the height in px."""
    column, rows = sheet.columns(spec.panels, len(spec.panels) if sheet.width >= style.SIDE_BY_SIDE else 1, GUTTER)
    above = any(_longest(panel, column, spec.language) < SHORTEST * column for panel in spec.panels)
    y = 0.0
    for number, row in enumerate(rows):
        y = sheet.headings(row, column, y + (BELOW if number else 0))
        for block in range(len(spec.panels[0].bars)):
            if block:
                y = _caution(sheet, spec.caution, y + ABOVE_RULE) + style.AFTER + 5
            y = _bars(sheet, row, block, column, y, above=above)
    return y + 2


def _longest(panel: Panel, column: float, language: Language) -> float:
    """Length in px of the panel's longest bar, each with its value beside it."""
    return bar_scale(panel.bars, column, language) * float(max(bar.value for bar in panel.bars))


def _bars(
    sheet: Sheet, panels: list[tuple[float, Panel]], block: int, column: float, y: float, *, above: bool
) -> float:
    """Draw one bar of each panel, aligned, with its label above; return where they end.

    `above`: values are above their bars too, since there is no room beside them.
    """
    last = y + style.TEXT * style.LINE + sheet.rise((panel.bars[block].label for _, panel in panels), column)
    top = last + style.AFTER + 1 + (style.TEXT * style.LINE if above else 0)
    for left, panel in panels:
        bar, scale = panel.bars[block], bar_scale(panel.bars, column, sheet.language, above=above)
        sheet.paragraph(left, last, bar.label, width=column, colour=style.INK_2, upwards=True)
        end = sheet.bar(left, top, float(bar.value) * scale, bar.meaning, open_ended=bar.open_ended)
        at = (left, last + style.TEXT * style.LINE) if above else (end + style.AFTER, top + style.BAR * 0.73)
        sheet.text(*at, bar.text, bold=True, colour=value_colour(bar.meaning))
    return top + style.BAR


def _caution(sheet: Sheet, words: str, y: float) -> float:
    """Draw the dotted rule with the words below it; return where they end.

    Words within the rule would need a gap for the widest font, too wide for the others.
    """
    sheet.rule((0, y), (sheet.width, y), style.INK_2, dotted=True)
    return sheet.paragraph(0, y + style.TEXT * style.LINE, words, colour=style.CAVEAT)


def build(content: ChartContent) -> SeparatedSpec:
    """A panel for each panel of the chart, a bar for each of its marks."""
    panels = tuple(
        Panel(panel.title, tuple(Value.of_mark(mark, mark.meaning) for mark in panel.marks)) for panel in content.panels
    )
    return SeparatedSpec(content.language, panels, content.caution)


def check(panels: Sequence[Sequence[ChartFigure]]) -> Iterator[Refusal]:
    """Panels side by side can be aligned only with the same number of bars."""
    if len({len(marks) for marks in panels}) > 1:
        yield ("panels",), "its panels hold different numbers of rows"


KIND = ChartKind(
    about=("不能相比的数字，分开列出", "values that must not be compared"),
    former_name="apart",
    spec=SeparatedSpec,
    draw=draw,
    build=build,
    measures=AMOUNTS,
    axis="panel",
    rates=True,
    open_ended=True,
    statuses=RESULTS | {"target"},
    separates=True,
    titled=True,
    names_status=True,
    required_keys={"caution": "why the values must not be compared"},
    check=check,
)
