"""Values of one kind that must not be compared: a dotted rule separates them, with the reason on it.

Each panel measures one thing on one scale from zero; each of its bars is in a block of its own.
No line joins the blocks and nothing is computed between them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from charts import measure, style
from charts.kind import RESULTS, ChartKind, Refusal
from charts.marks import ChartContent, ChartFigure
from charts.sheet import TAIL, Sheet, length, value_colour
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


@dataclass(frozen=True)
class PanelRow:
    """Panels side by side, with the layout they share so that their blocks are aligned."""

    panels: tuple[Panel, ...]
    column: float
    """Width of a panel in px."""
    above: bool
    """Whether values are above their bars, since there is no room beside them."""

    def placed(self) -> list[tuple[float, Panel]]:
        """Each panel with its left edge in px."""
        return [(number * (self.column + GUTTER), panel) for number, panel in enumerate(self.panels)]


def draw(sheet: Sheet, spec: SeparatedSpec) -> float:
    """Draw separated values; the height in px."""
    together = len(spec.panels) if sheet.width >= style.SIDE_BY_SIDE else 1
    column = (sheet.width - (together - 1) * GUTTER) / together
    above = any(_longest(panel, column, spec.language, above=False) < SHORTEST * column for panel in spec.panels)
    y = 0.0
    for first in range(0, len(spec.panels), together):
        y += BELOW if first else 0
        y = _panels(sheet, spec, PanelRow(spec.panels[first : first + together], column, above), y)
    return y + 2


def _longest(panel: Panel, column: float, language: Language, *, above: bool) -> float:
    """Length in px of the panel's greatest value, so that each of its bars has room for what follows it."""
    greatest = max(bar.value for bar in panel.bars)

    def left_over(bar: Value) -> float:
        beside = 0 if above else style.AFTER + measure.room(bar.text, language, bold=True)
        return column - beside - (TAIL if bar.open_ended else 0)

    return min(left_over(bar) / float(bar.value / greatest) for bar in panel.bars if bar.value)


def _panels(sheet: Sheet, spec: SeparatedSpec, row: PanelRow, y: float) -> float:
    """Draw a row of panels from `y` down; where its last bars end."""
    y += style.HEADING * style.ASCENT
    y = max(
        sheet.lines(left, y, _titles(sheet, row, panel), size=style.HEADING, bold=True) for left, panel in row.placed()
    )
    y = _bars(sheet, row, 0, y + style.AFTER)
    for block in range(1, len(row.panels[0].bars)):
        y = _caution(sheet, spec.caution, y + ABOVE_RULE)
        y = _bars(sheet, row, block, y + style.AFTER + 5)
    return y


def _titles(sheet: Sheet, row: PanelRow, panel: Panel) -> list[str]:
    return measure.wrap(panel.title, row.column, sheet.language, style.HEADING, bold=True)


def _bars(sheet: Sheet, row: PanelRow, block: int, y: float) -> float:
    """Draw one bar of each panel, aligned, with its label above; return where they end."""
    y += style.TEXT * style.LINE
    labels = {left: measure.wrap(panel.bars[block].label, row.column, sheet.language) for left, panel in row.placed()}
    # Labels are aligned at the bottom.
    last = y + (max(map(len, labels.values())) - 1) * style.TEXT * style.LINE
    top = last + style.AFTER + 1 + (style.TEXT * style.LINE if row.above else 0)
    for left, panel in row.placed():
        bar = panel.bars[block]
        first = last - (len(labels[left]) - 1) * style.TEXT * style.LINE
        sheet.lines(left, first, labels[left], colour=style.INK_2)
        whole = _longest(panel, row.column, sheet.language, above=row.above)
        greatest = max(bar.value for bar in panel.bars)
        end = sheet.bar(left, top, length(bar.value, greatest, whole), bar.meaning, open_ended=bar.open_ended)
        at = (left, last + style.TEXT * style.LINE) if row.above else (end + style.AFTER, top + style.BAR * 0.73)
        sheet.text(*at, bar.text, bold=True, colour=value_colour(bar.meaning))
    return top + style.BAR


def _caution(sheet: Sheet, words: str, y: float) -> float:
    """Draw the dotted rule with the words below it; return where they end.

    Words within the rule would need a gap for the widest font, too wide for the others.
    """
    sheet.rule((0, y), (sheet.width, y), style.INK_2, dotted=True)
    lines = measure.wrap(words, sheet.width, sheet.language)
    return sheet.lines(0, y + style.TEXT * style.LINE, lines, colour=style.CAVEAT)


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
    measures=frozenset({"count", "money", "share", "duration"}),
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
