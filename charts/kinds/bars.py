"""Values of one unit as bars from zero; panels share one scale, so that bars of two panels compare."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from charts import style
from charts.kind import AMOUNTS, RESULTS, ChartKind
from charts.marks import ChartContent, Mark
from charts.sheet import Sheet, bar_scale, value_colour
from charts.specs.base import Meaning, Panel, Spec, Value

GUTTER = 36
"""Gap in px between panels side by side."""
BELOW = 30
"""Space in px between panels one below the other."""
NARROWEST = 160
"""Least width in px of a panel beside others."""
BETWEEN = 10
"""Space in px between a bar and the label of the next."""


@dataclass(frozen=True)
class BarsSpec(Spec):
    """Values of one unit as bars from zero, all panels on one scale; a zero has its text alone."""

    panels: tuple[Panel, ...]
    """Side by side where there is room, else one below the other."""

    def __post_init__(self) -> None:
        if not self.panels:
            raise ValueError("panels are missing")


def draw(sheet: Sheet, spec: BarsSpec) -> float:
    """Draw bars; the height in px."""
    most = int((sheet.width + GUTTER) // (NARROWEST + GUTTER)) if sheet.width >= style.SIDE_BY_SIDE else 1
    column, rows = sheet.columns(spec.panels, min(most, len(spec.panels)), GUTTER)
    scale = bar_scale([bar for panel in spec.panels for bar in panel.bars], column, spec.language)
    y = 0.0
    for number, row in enumerate(rows):
        y = _panels(sheet, row, column, scale, y + (BELOW if number else 0))
    return y + 2


def _panels(sheet: Sheet, panels: list[tuple[float, Panel]], column: float, scale: float, y: float) -> float:
    """Draw panels side by side from `y` down, with aligned rows; return where the last bars end."""
    if any(panel.title for _, panel in panels):
        y = sheet.headings(panels, column, y)
    for number in range(max(len(panel.bars) for _, panel in panels)):
        row = [(left, panel.bars[number]) for left, panel in panels if number < len(panel.bars)]
        y += style.TEXT + (BETWEEN if number else 2)
        y += sheet.rise((bar.label for _, bar in row), column)
        for left, bar in row:
            sheet.paragraph(left, y, bar.label, width=column, colour=style.INK_2, upwards=True)
            _bar(sheet, bar, left, y + style.AFTER, scale)
        y += style.AFTER + style.BAR
    return y


def _bar(sheet: Sheet, bar: Value, left: float, top: float, scale: float) -> None:
    baseline = top + style.BAR * 0.73
    if not bar.value:
        sheet.text(left, baseline, bar.text)
        return
    end = sheet.bar(left, top, float(bar.value) * scale, bar.meaning, open_ended=bar.open_ended,
                    says=(bar.label, bar.text))  # fmt: skip
    sheet.text(end + style.AFTER, baseline, bar.text, bold=True, colour=value_colour(bar.meaning))


def build(content: ChartContent) -> BarsSpec:
    """A panel for each panel of the chart, a bar for each of its marks."""
    panels = tuple(
        # A single panel's title would repeat the subtitle.
        Panel(panel.title if len(content.panels) > 1 else "", tuple(_value(content, mark) for mark in panel.marks))
        for panel in content.panels
    )
    return BarsSpec(content.language, panels)


def _value(content: ChartContent, mark: Mark) -> Value:
    value = Value.of_mark(mark, _meaning(mark))
    return value if mark.value or mark.figure else replace(value, text=content.word("chart.none"))


def _meaning(mark: Mark) -> Meaning:
    """Meaning of a mark in a chart of one year: target, planned or assigned, or result."""
    if mark.figure is None or mark.figure.status in ("assigned", "applied-for", "context"):
        return "planned"
    return "target" if mark.figure.status == "target" else "result"


def alt(content: ChartContent) -> Iterator[str]:
    """What was counted, panel by panel."""
    word = content.word
    for panel in content.panels:
        if panel.counted:
            pairs = [word("chart.pair", label=mark.label, value=mark.text) for mark in panel.marks]
            yield panel.title + word("list.colon") + word("list.comma").join(pairs) + word("list.stop")


def notes(content: ChartContent) -> Iterator[str]:
    """How entries were counted."""
    if any(panel.counted for panel in content.panels):
        yield content.word("chart.counted")


KIND = ChartKind(
    about=(
        "共用一个刻度、从零画起的数量、金额、占比、比率或天数",
        "counts, money, shares, rates or days of one unit on one scale from zero",
    ),
    spec=BarsSpec,
    draw=draw,
    build=build,
    measures=AMOUNTS,
    axis="chart",
    rates=True,
    open_ended=True,
    statuses=RESULTS | {"target", "applied-for", "assigned"},
    titled=True,
    names_status=True,
    optional_keys=frozenset({"plan"}),
    alt=alt,
    notes=notes,
    words={
        "chart.none": ("未列", "none listed"),
        "chart.pair": ("{label}{value}", "{label} {value}"),
        "chart.counted": (
            "按本站录入的条目计数，一句多事则分列为多条；条数不表示轻重。",
            "Counted from the entries of this site, where a sentence of several actions makes several entries; "
            "a number says nothing of weight.",
        ),
    },
)
