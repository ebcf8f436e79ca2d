"""The types of what the annual summary's template reads, `summary.typ`.

Belongs here: the keys and the types of their values. Does not belong here: what fills them (`publish.summary.document`
and the modules beside it). `test_summary_document.py` checks that the template reads every key, and no other.

Example:
    >>> Paragraph(kind="paragraph", tokens=[["text", "In 2025 …"]])
    {'kind': 'paragraph', 'tokens': [['text', 'In 2025 …']]}
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypedDict

from languages import Side
from publish.summary.tokens import Tokens

# --- parts of a chapter or section, with the kind by which the template chooses its function


class Paragraph(TypedDict):
    """A paragraph."""

    kind: Literal["paragraph"]
    tokens: Tokens


class Lead(TypedDict):
    """The opening words of a chapter."""

    kind: Literal["lead"]
    tokens: Tokens


class Remark(TypedDict):
    """A remark in small type."""

    kind: Literal["remark"]
    tokens: Tokens


class Slogan(TypedDict):
    """A slogan as the plan prints it, after the word for it."""

    kind: Literal["slogan"]
    label: str
    tokens: Tokens


class Note(TypedDict):
    """A note beside a table or below an entry; `source` may be empty."""

    label: str
    tokens: Tokens
    source: Tokens


class NotePart(Note):
    """A note that is a part of its own."""

    kind: Literal["note"]


class Item(TypedDict):
    """An entry of a list; `status` is empty where the entry needs none."""

    tokens: Tokens
    status: str
    note: Note | None


class Entries(TypedDict):
    """A list of entries."""

    kind: Literal["entries"]
    items: list[Item]
    numbered: bool


class Chart(TypedDict):
    """A drawing with its title and subtitle, and `notes` below it."""

    kind: Literal["chart"]
    title: Tokens
    subtitle: Tokens
    svg: str
    alt: str
    notes: list[Tokens]


class Line(TypedDict):
    """A line of a table's cell."""

    tokens: Tokens
    small: bool


class TableRow(TypedDict):
    """A row. `id` is that of its figure, or empty; a cell is a list of lines, and the first cell is the header."""

    id: str
    cells: list[list[Line]]


class RowGroup(TypedDict):
    """Rows under a title, which may be empty."""

    title: str
    rows: list[TableRow]


class Column(TypedDict):
    """A column: its heading, and its share of the width in percent."""

    head: str
    width: int


class Table(TypedDict):
    """A table by groups of rows."""

    kind: Literal["table"]
    columns: list[Column]
    groups: list[RowGroup]


class Beside(TypedDict):
    """A table and drawings, with notes beside them."""

    kind: Literal["beside"]
    title: Tokens
    parts: list[Table | Chart]
    notes: list[Note]


class Pair(TypedDict):
    """A label, and what it names."""

    label: str
    tokens: Tokens


class Pairs(TypedDict):
    """A list of pairs."""

    kind: Literal["pairs"]
    pairs: list[Pair]


Part = Paragraph | Lead | Remark | Slogan | NotePart | Entries | Chart | Table | Beside | Pairs

# --- what holds the parts


class Section(TypedDict):
    """A section, or one within a section; `margin` is beside the parts, each entry a paragraph."""

    level: int
    hung: bool
    full: bool
    heading: Tokens
    margin: list[Tokens]
    parts: list[Part]
    sections: list[Section]


class Code(TypedDict):
    """A QR code as SVG, with its alternative text, its address and the address as it is shown."""

    svg: str
    alt: str
    address: str
    shown: str


class Chapter(TypedDict):
    """A chapter; one that does not open a page follows the one before it."""

    heading: Tokens
    code: Code | None
    parts: list[Part]
    sections: list[Section]
    opens: bool


class KeyFigure(TypedDict):
    """A figure of the home page, and the words that give it its meaning."""

    value: Tokens
    note: Tokens


class KeyFigureGroup(TypedDict):
    """Figures of the home page under a title."""

    title: Tokens
    items: list[KeyFigure]


class Front(TypedDict):
    """The cover; the hand-out opens with the same."""

    subject: str
    title: str
    tagline: str
    headline: Tokens
    lead: Tokens
    groups: list[KeyFigureGroup]
    statements: list[Tokens]
    edition: list[Tokens]
    code: Code | None


class YearBrief(TypedDict):
    """A year of the report in a sentence or two."""

    title: Tokens
    tokens: Tokens


class Brief(TypedDict):
    """A direction of the latest plan or a chapter of results with more of these; `gap` is what is left out, if any."""

    title: str
    tokens: Tokens
    more: list[Tokens]
    gap: Tokens


class HandOut(Front):
    """The two pages of the hand-out, the second only where there are `directions`; any other list may be empty too."""

    years: list[YearBrief]
    charts: list[Chart]
    heading: Tokens
    outlook: Tokens
    directions: list[Brief]
    ledger: list[Tokens]


class Day(TypedDict):
    """A day, as Typst's `datetime` takes it."""

    year: int
    month: int
    day: int


class EdgeWords(TypedDict):
    """The product's words that the template itself prints; `page` holds `{page}` and `{pages}`."""

    contents: str
    page: str


class Setting(TypedDict):
    """How a language is set: whether by the rules of Chinese, as which language and region, in which fonts."""

    chinese: bool
    lang: str
    region: str
    fonts: tuple[str, ...]


class Frame(TypedDict):
    """What every document has: its properties and the words of headers and footers.

    `cover` is whether it is the whole summary, and `traced` whether a figure links to its row in the table of figures.
    """

    language: Side
    languages: Mapping[Side, Setting]
    cover: bool
    traced: bool
    title: str
    author: str
    description: str
    keywords: list[str]
    date: Day
    head: str
    foot: str
    words: EdgeWords


class Document(Frame):
    """A whole document.

    `glance` is whether its first chapter stands before the contents; `unhyphenated` is a pattern for words that must
    not be hyphenated.
    """

    front: Front | HandOut
    glance: bool
    chapters: list[Chapter]
    unhyphenated: str
