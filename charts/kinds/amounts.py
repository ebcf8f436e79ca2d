"""Amounts at unlike stages as bars on one linear scale from zero; what is only applied for is a dashed outline.

Each has a row of its own, so that nobody adds them up. Amounts of several panels share no scale: a
dotted rule parts them.
"""

from dataclasses import dataclass, field
from decimal import Decimal
from itertools import takewhile

from charts import measure, style
from charts.axis import step_of
from charts.kind import ChartKind
from charts.marks import ChartContent, Mark, MarkPanel
from charts.sheet import TAIL, Sheet, length
from charts.specs.base import RowsSpec, Spec, Value

HEIGHT = 26
"""Height of a bar in px."""
LEAST = 3
"""Least width of a bar in px, so that it is seen."""
SIZES = (20, 17, 15)
"""Sizes of values in px, the largest that fits first."""
TICK = 6
"""Length of a tick in px."""
BETWEEN = 20
"""Space between rows in px."""
AIR = 8
"""Least distance between two labels in px."""


@dataclass(frozen=True)
class Amount(Value):
    """An amount and its stage."""

    status: str = field(kw_only=True)
    """Its stage, in words."""
    secured: bool = field(kw_only=True)
    """Whether it is there, drawn solid; an amount only applied for is a dashed outline."""


@dataclass(frozen=True)
class Scale(RowsSpec[Amount]):
    """Amounts of one unit on one scale."""

    title: str
    """What is measured, where there are several scales."""
    ticks: tuple[tuple[Decimal, str], ...]
    """Values to be marked, from zero up, with their labels."""

    def __post_init__(self) -> None:
        super().__post_init__()
        if not any(row.value for row in self.rows):
            raise ValueError("every amount is zero")


@dataclass(frozen=True)
class AmountsSpec(Spec):
    """Amounts at unlike stages."""

    scales: tuple[Scale, ...]
    """One below the other."""


def draw(sheet: Sheet, spec: AmountsSpec) -> float:
    """Draw amounts; the height in px."""
    y = 0.0
    for number, scale in enumerate(spec.scales):
        if number:
            sheet.rule((0, y + BETWEEN), (sheet.width, y + BETWEEN), style.INK_2, dotted=True)
            y += 2 * BETWEEN
        if scale.title:
            y = sheet.paragraph(0, y + style.HEADING * style.ASCENT, scale.title, size=style.HEADING, bold=True) + 6
        y = _scale(sheet, scale, y)
    return y


def _scale(sheet: Sheet, scale: Scale, y: float) -> float:
    """Draw the amounts of one scale from `y` down; where they end."""
    most = max(max(row.value for row in scale.rows), scale.ticks[-1][0])
    across = sheet.width - 2 - (TAIL if any(row.open_ended for row in scale.rows) else 0)
    for number, row in enumerate(scale.rows):
        y = _row(sheet, row, y + (BETWEEN if number else 0), length(row.value, most, across))
    y += BETWEEN / 2
    sheet.rule((0, y), (sheet.width, y), style.INK_2)
    free = float(-AIR)
    for value, label in scale.ticks:
        at, half = length(value, most, across), measure.room(label, sheet.language) / 2
        middle = min(max(at, half), sheet.width - half)
        sheet.rule((at + 0.5, y), (at + 0.5, y + TICK), style.INK_2)
        if middle - half >= free + AIR:
            sheet.text(middle, y + TICK + style.TEXT + 3, label, colour=style.INK_2, align="center")
            free = middle + half
    return y + TICK + style.TEXT + AIR


def _row(sheet: Sheet, row: Amount, y: float, width: float) -> float:
    """Draw one amount from `y` down, its value inside its bar, beside it or above; where the bar ends."""
    width = max(width, LEAST) if row.value else 0
    what = f"{row.status}{sheet.language.colon}{row.label}"
    y = sheet.paragraph(0, y + style.LABEL * style.ASCENT, what, size=style.LABEL) + 9
    end = width + (TAIL if row.open_ended else 0)
    rooms = {size: measure.room(row.text, sheet.language, size, display=True) for size in SIZES}
    inside = next((size for size in SIZES if not row.secured and rooms[size] + 20 <= width), None)
    beside = next((size for size in SIZES if end + 9 + rooms[size] <= sheet.width), None)
    colour = style.RESULT if row.secured else style.INK
    if not (inside or beside):
        y = sheet.figure(0, y + 14, row.text, sheet.width, SIZES[1:], colour=colour) + 8
    baseline = y + HEIGHT / 2 + 7
    if inside == SIZES[0] or (inside and not beside):
        sheet.text(width - 10, baseline, row.text, size=inside, align="right", inside=True, display=True)
    elif beside:
        sheet.text(end + 9, baseline, row.text, size=beside, colour=colour, display=True)
    if width:
        sheet.blocks([(0, y, width, HEIGHT)], style.RESULT if row.secured else style.BASELINE, radius=1,
                     dashed=not row.secured)  # fmt: skip
        if row.open_ended:
            sheet.strokes(width, y, HEIGHT, style.RESULT if row.secured else style.BASELINE)
        sheet.say((0, y, max(width, 16), HEIGHT), what, row.text)
    return y + HEIGHT


def build(content: ChartContent) -> AmountsSpec:
    """A scale for each panel, a row for each of its marks."""
    return AmountsSpec(content.language, tuple(_scale_of(content, panel) for panel in content.panels))


def _scale_of(content: ChartContent, panel: MarkPanel) -> Scale:
    most = max(mark.value for mark in panel.marks)
    step = step_of(most) if most else Decimal(1)
    ticks = [*takewhile(lambda tick: tick <= most, (step * number for number in range(9)))]
    first = panel.marks[0]
    return Scale(
        content.language,
        tuple(map(_amount, panel.marks)),
        title=panel.title if len(content.panels) > 1 else "",  # A single one's would repeat the subtitle.
        ticks=tuple((tick, content.write(first, tick, "short") if tick else "0") for tick in ticks),
    )


def _amount(mark: Mark) -> Amount:
    asked = mark.figure is not None and mark.figure.status == "applied-for"
    return Amount.of_mark(mark, status=mark.status, secured=not asked)


def notes(content: ChartContent) -> list[str]:
    """What dashed outlines are, and that nothing is added up."""
    asked = dict.fromkeys(mark.status.lower() for mark in content.marks if not _amount(mark).secured)
    return [content.word("chart.dashed", dashed=content.word("list.comma").join(asked))] if asked else []


KIND = ChartKind(
    about=(
        "所处阶段不同的金额或数量，同一线性刻度，虚框为申报",
        "amounts at unlike stages on one linear scale, dashed if only applied for",
    ),
    former_names=("log_dots", "stages"),
    spec=AmountsSpec,
    draw=draw,
    build=build,
    measures=frozenset({"count", "money"}),
    axis="panel",
    open_ended=True,
    statuses=frozenset({"reported", "secured", "applied-for"}),
    titled=True,
    notes=notes,
    words={
        "chart.dashed": (
            "虚框为{dashed}；各项不相加。",
            "Dashed outline: {dashed}. The amounts are not to be added up.",
        ),
    },
)
