"""The types of the parts of a chapter, by whose kind the template `parts.typ` chooses its function.

Belongs here: the keys of each part and the types of their values. Does not belong here: what holds the parts
(`publish.summary.document_types`).

Example:
    >>> Paragraph(kind="paragraph", tokens=[["text", "In 2025 …"]])
    {'kind': 'paragraph', 'tokens': [['text', 'In 2025 …']]}
"""

from __future__ import annotations

from typing import Literal, TypedDict

from publish.summary.tokens import Tokens
from report.overview import Role


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
    """A list of entries, each with the mark of their stage; without one, a plain list."""

    kind: Literal["entries"]
    items: list[Item]
    role: Role | None


class Features(TypedDict):
    """Measures that stand large above the others of their direction."""

    kind: Literal["features"]
    items: list[Tokens]
    role: Role


class KeyFigure(TypedDict):
    """A figure that stands large: what it counts, and its period or a doubt, which may be empty."""

    value: Tokens
    about: Tokens
    note: Tokens


class Numbers(TypedDict):
    """Figures that stand large beside each other, under a title, which may be empty; `role` colours their rule."""

    kind: Literal["numbers"]
    title: Tokens
    items: list[KeyFigure]
    role: Role


class Chart(TypedDict):
    """A drawing with its title and subtitle, and `notes` below it."""

    kind: Literal["chart"]
    title: Tokens
    subtitle: Tokens
    svg: str
    alt: str
    notes: list[Tokens]


class Charts(TypedDict):
    """Charts, two beside each other."""

    kind: Literal["charts"]
    charts: list[Chart]


class Stage(TypedDict):
    """A column of the map: its mark, its name, and how many entries it has."""

    role: Role
    label: str
    count: int


class MapRow(TypedDict):
    """A row of the map: its name, and how many entries there are at each stage."""

    title: str
    counts: list[int]


class Map(TypedDict):
    """All entries of the report, a dot each, by row and stage; `alt` says the counts."""

    kind: Literal["map"]
    title: Tokens
    stages: list[Stage]
    rows: list[MapRow]
    alt: str


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


Part = (
    Paragraph | Lead | Remark | NotePart | Entries | Features | Numbers | Chart | Charts | Map | Table | Beside | Pairs
)
