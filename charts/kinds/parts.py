"""Parts of one whole: a bar for the whole, and below it each part where it lies in it; what remains is hollow.

Each part has a row of its own, so that labels of any length fit on a phone; neighbours differ in tone.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from charts import measure, style
from charts.kind import AMOUNTS, ChartKind, Refusal
from charts.marks import ChartContent, ChartFigure, Mark
from charts.sheet import Sheet, length
from charts.specs.base import RowsSpec, Value

GAP = 2
"""Gap in px between parts in the bar of the whole."""
BETWEEN = 12
"""Space in px between a bar and the label of the next."""
TONES = (1, 0.65, 0.3)
"""How full the colours of neighbours are."""
WHOLE = Decimal(100)
LEAST = 2
"""Least width in px of a part, so that it is seen."""


@dataclass(frozen=True)
class PartsSpec(RowsSpec[Value]):
    """Parts of one whole; one that is derived is the rest."""

    whole: Decimal
    """What the whole bar stands for; no less than all parts."""
    label: str
    """What is divided."""
    text: str
    """How much that is, formatted; empty where it is not known."""

    def __post_init__(self) -> None:
        super().__post_init__()
        if not 0 < sum(row.value for row in self.rows) <= self.whole:
            raise ValueError("the parts are nothing, or more than their whole")


def draw(sheet: Sheet, spec: PartsSpec) -> float:
    """Draw parts of a whole; the height in px."""
    y = _words(sheet, spec.label, spec.text, style.TEXT * style.ASCENT, bold=True) + style.AFTER
    ends = [Decimal(0)]
    for row in spec.rows:
        ends.append(ends[-1] + row.value)
    places = [length(end, spec.whole, sheet.width) for end in ends]
    rows = list(zip(spec.rows, places, places[1:], _tones(spec), strict=False))
    for row, left, right, tone in rows:
        _part(sheet, row, left, right - (GAP if right < places[-1] else 0), y, tone)
    y += style.BAR
    for row, left, right, tone in rows:
        y = _words(sheet, row.label, row.text, y + BETWEEN + style.TEXT * style.ASCENT) + style.AFTER
        for start, end in ((0, left), (right, sheet.width)):
            sheet.rule((start, y + style.BAR / 2), (end, y + style.BAR / 2), style.GRID)
        _part(sheet, row, left, right, y, tone)
        y += style.BAR
    return y + 2


def _tones(spec: PartsSpec) -> Iterator[float]:
    """How full the colour of each part is: as unlike as possible for two or three parts, never that of a neighbour."""
    tones = TONES if len(spec.rows) > 2 else (TONES[0], TONES[2])
    return (tones[number % len(tones)] for number in range(len(spec.rows)))


def _part(sheet: Sheet, row: Value, left: float, right: float, y: float, tone: float) -> None:
    """Draw a part in its tone, with an outline, so that a light one has an end too."""
    if row.value:
        left = min(left, sheet.width - LEAST)
        box = (left, y, max(right - left, LEAST), style.BAR)
        if row.meaning != "derived":
            sheet.block(*box, style.BY_MEANING[row.meaning], opacity=tone if tone < 1 else None)
        if tone < 1 or row.meaning == "derived":
            sheet.block(*box, style.BY_MEANING[row.meaning], hollow=True)
        sheet.say(box, row.label, row.text)


def _words(sheet: Sheet, label: str, text: str, y: float, *, bold: bool = False) -> float:
    """Set a label with its value at the right, below it where there is no room; return the last baseline."""
    room = measure.room(text, sheet.language, bold=True) if text else 0
    colour = style.INK if bold else style.INK_2
    if sheet.width - room - BETWEEN < sheet.width / 3:
        y = sheet.paragraph(0, y, label, bold=bold, colour=colour) + style.TEXT * style.LINE
    else:
        y = sheet.paragraph(0, y, label, width=sheet.width - room - BETWEEN, bold=bold, colour=colour)
    if text:
        sheet.text(sheet.width, y, text, bold=True, align="right")
    return y


def build(content: ChartContent) -> PartsSpec:
    """A row for each part, and one for the rest."""
    panel, parts = content.panels[0], [mark for mark in rows(content) if mark is not content.panels[0].whole]
    total = sum((mark.value for mark in parts), Decimal(0))
    return PartsSpec(
        language=content.language,
        rows=tuple(Value(m.label, m.value, m.number, "result" if m.figure else "derived") for m in parts),
        whole=max(total, _whole(content))
        if not panel.complete
        else total,  # Rounded parts may be a little more or less.
        label=panel.whole.label if panel.whole else panel.whole_words,
        text=panel.whole.number if panel.whole else "",
    )


def _whole(content: ChartContent) -> Decimal:
    """What the parts are parts of, in their unit."""
    whole = content.panels[0].whole
    same = (
        whole and whole.figure and content.marks[0].figure and whole.figure.measure == content.marks[0].figure.measure
    )
    return whole.value if whole and same else WHOLE


def rows(content: ChartContent) -> Iterator[Mark]:
    """The whole, its parts, and the rest where they are not all of it."""
    panel, first = content.panels[0], content.marks[0]
    if panel.whole:
        yield panel.whole
    yield from content.marks
    if not panel.complete:
        rest, words = _whole(content) - sum((m.value for m in content.marks), Decimal(0)), content.word("chart.rest")
        text, number = content.write(first, rest, "full"), content.write(first, rest, "number")
        status = content.word("chart.derived")
        yield replace(
            first, figure=None, value=rest, name=words, label=words, text=text, number=number, status=status, source=""
        )


def alt(content: ChartContent) -> Iterator[str]:
    """What remains."""
    *_, last = rows(content)
    if last.figure is None:
        yield content.word("chart.rest-alt", value=last.number)


def notes(content: ChartContent) -> Iterator[str]:
    """How the rest was derived, or that rounded parts do not add up exactly."""
    *_, last = rows(content)
    total = sum((mark.value for mark in content.marks), Decimal(0))
    if last.figure is None:
        yield content.word("chart.derived-rest", value=last.number)
    elif total != _whole(content):
        yield content.word("chart.rounded", value=content.write(content.marks[0], total, "number"))


def check(panels: Sequence[Sequence[ChartFigure]]) -> Iterator[Refusal]:
    """What is added up must be a quantity of something."""
    for mark in (mark for marks in panels for mark in marks):
        if mark.form == "age":
            yield mark.at, f"{mark.id} is an age, and ages do not add up"


KIND = ChartKind(
    about=("一个整体的各部分，余下的也画出", "parts of one whole, with what remains"),
    spec=PartsSpec,
    draw=draw,
    build=build,
    measures=AMOUNTS,
    axis="chart",
    max_panels=1,
    optional_keys=frozenset({"whole"}),
    check=check,
    rows=rows,
    alt=alt,
    notes=notes,
    words={
        "chart.rest": ("其余（推算）", "The rest (derived)"),
        "chart.rest-alt": ("其余{value}（推算）。", "The rest, {value}, is derived."),
        "chart.derived-rest": (
            "空心部分为推算：整体减去所列各部分，为{value}，原文未写。",
            "The hollow part is derived: the whole less the parts shown, {value}, which is not printed.",
        ),
        "chart.rounded": (
            "各部分为四舍五入后的数，相加为{value}。",
            "The parts are rounded; as printed they add up to {value}.",
        ),
    },
)
