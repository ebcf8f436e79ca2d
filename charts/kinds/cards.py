"""Numbers that must not be compared, on cards of their own: a dotted rule between them, and the reason.

Values are written out. No axis joins the cards, and nothing is computed between them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from charts import measure, style
from charts.kind import RESULTS, ChartKind, Refusal
from charts.marks import ChartContent, ChartFigure, Mark
from charts.sheet import Sheet
from charts.specs.base import Meaning, Spec

GUTTER = 44
"""Space between cards side by side in px."""
BELOW = 18
"""Space above and below the rule between cards one below the other, in px."""
EDGE = 6
"""Width in px of the edge that tells by its colour what the card holds."""
INSET = 22
"""From the edge of a card to its words in px."""
CORNER = 8
"""Radius of its corners in px."""
MOST = 3
"""Cards side by side at most."""


@dataclass(frozen=True)
class Card:
    """What belongs together."""

    title: str
    """When, or what."""
    under: str
    """Of whom or of what; empty where it needs no words."""
    lines: tuple[tuple[str, str], ...]
    """Each value, formatted, and what it measures."""
    meaning: Meaning = "result"

    def __post_init__(self) -> None:
        if not self.lines:
            raise ValueError("a card holds no number")


@dataclass(frozen=True)
class CardsSpec(Spec):
    """Cards that must not be compared."""

    cards: tuple[Card, ...]
    """Left to right, or top to bottom; two or more."""
    caution: str
    """Why they must not be compared."""

    def __post_init__(self) -> None:
        if len(self.cards) < 2:
            raise ValueError("there is one card, which nothing is kept apart from")


def draw(sheet: Sheet, spec: CardsSpec) -> float:
    """Draw cards; the height in px."""
    together = min(len(spec.cards), MOST) if sheet.width >= style.SIDE_BY_SIDE else 1
    column, levels = sheet.columns(spec.cards, together, GUTTER)
    sizes = _sizes(sheet, spec, column)
    y = 0.0
    for number, level in enumerate(levels):
        if number:
            y = _below(sheet, spec.caution if together == 1 else "", y + BELOW)
        bottom = max(_words(sheet, card, left, y, column, sizes) for left, card in level) + 16
        for left, card in level:
            _back(sheet, card, left, y, column, bottom - y)
        for left, _ in level[1:]:
            middle = left - GUTTER / 2
            sheet.rule((middle, y), (middle, bottom), style.INK_2, dotted=True)
        y = bottom
    if together > 1:
        y = _caution(sheet, spec.caution, y + style.TEXT * style.LINE)
    return y + 6


def _sizes(sheet: Sheet, spec: CardsSpec, column: float) -> Sequence[int]:
    """The sizes of the numbers, from the largest in which all have room on a line: none looks more than another."""
    texts = [text for card in spec.cards for text, _ in card.lines]
    width = column - INSET - 10

    def fits(size: int) -> bool:
        return all(measure.room(text, sheet.language, size, display=True) <= width for text in texts)

    sizes = style.FIGURES[1:]
    return sizes[next((at for at, size in enumerate(sizes) if fits(size)), len(sizes) - 1) :]


def _below(sheet: Sheet, caution: str, y: float) -> float:
    """Draw the dotted rule between cards one below the other, with the reason; where they end."""
    sheet.rule((0, y), (sheet.width, y), style.INK_2, dotted=True)
    return (_caution(sheet, caution, y + style.TEXT * style.LINE) if caution else y) + BELOW


def _caution(sheet: Sheet, words: str, y: float) -> float:
    lines = measure.wrap(words, sheet.width, sheet.language)
    for number, line in enumerate(lines):
        at = y + number * style.TEXT * style.LINE
        sheet.text(sheet.width / 2, at, line, colour=style.INK_2, align="center")
    return y + (len(lines) - 1) * style.TEXT * style.LINE


def _words(sheet: Sheet, card: Card, left: float, y: float, column: float, sizes: Sequence[int]) -> float:
    """Set the words of a card from `y` down; return the last baseline."""
    at, width = left + INSET, column - INSET - 10
    y = sheet.paragraph(at, y + 30, card.title, width=width, size=style.HEADING, bold=True)
    if card.under:
        y = sheet.paragraph(at, y + 22, card.under, width=width, colour=style.INK_2)
    for text, label in card.lines:
        colour = style.INK if card.meaning == "baseline" else style.BY_MEANING[card.meaning]
        top = y + 12
        y = sheet.figure(at, y + 44, text, width, sizes, colour=colour)
        y = sheet.paragraph(at, y + 23, label, width=width, colour=style.INK_2)
        sheet.say((left, top, column, y + 6 - top), label, text)
    return y


def _back(sheet: Sheet, card: Card, left: float, y: float, width: float, height: float) -> None:
    sheet.blocks([(left, y, width, height)], style.PAPER_2, radius=CORNER, behind=True)
    sheet.blocks([(left, y, EDGE, height)], style.BY_MEANING[card.meaning])


def build(content: ChartContent) -> CardsSpec:
    """A card for the first marks of the panels, one for their second, and so on."""
    cards = [_card(content, [(panel.title, panel.marks[at]) for panel in content.panels])
             for at in range(len(content.panels[0].marks))]  # fmt: skip
    return CardsSpec(content.language, tuple(cards), content.caution)


def _card(content: ChartContent, marks: list[tuple[str, Mark]]) -> Card:
    _, first = marks[0]
    under = [content.word("chart.scope", scope=first.scope)]
    if first.figure and first.figure.inferred:
        under.append(content.word("chart.card-inferred"))
    lines = tuple((mark.number, title) for title, mark in marks)
    return Card(first.label, content.word("list.semicolon").join(under), lines, first.meaning)


def check(panels: Sequence[Sequence[ChartFigure]]) -> Iterator[Refusal]:
    """Each card has a number of each panel."""
    if len({len(marks) for marks in panels}) > 1:
        yield ("panels",), "its panels hold different numbers of rows"
    elif panels and len(panels[0]) == 1:
        yield ("panels",), "there is one card: each panel needs a row for every card"


KIND = ChartKind(
    about=("不能相比的数字，分列在卡片上", "numbers that must not be compared, on cards of their own"),
    former_names=("separated", "apart"),
    spec=CardsSpec,
    draw=draw,
    build=build,
    measures=frozenset({"count", "money", "share", "rank", "grade", "duration"}),
    rates=True,
    writes_values=True,
    statuses=RESULTS | {"target"},
    separates=True,
    titled=True,
    names_status=True,
    required_keys={"caution": "why the values must not be compared"},
    check=check,
    words={"chart.card-inferred": ("时间为推断", "period inferred")},
)
