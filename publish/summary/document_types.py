"""The types of what the annual summary's templates read, `summary.typ` and those that it includes.

Belongs here: the keys and the types of their values. Does not belong here: the parts of chapters
(`publish.summary.part_types`), what fills them (`publish.summary.document` and the modules beside it).
`test_summary_document.py` checks that the templates read every key, and no other.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypedDict

from languages import Side
from publish.summary.part_types import Chart, Map, Numbers, Part
from publish.summary.tokens import Tokens
from report.overview import Role


class Section(TypedDict):
    """A section, or one within a section; `beside` follows its heading in small type, `sources` stand below it."""

    level: int
    hung: bool
    heading: Tokens
    beside: Tokens
    role: Role | None
    sources: Tokens
    parts: list[Part]
    sections: list[Section]


class Code(TypedDict):
    """A QR code as SVG with its quiet zone, `zone` times as wide as its modules.

    It is text, since keys of the cache hold no float. Besides: its alternative text, its address and that as shown.
    """

    svg: str
    zone: str
    alt: str
    address: str
    shown: str


class Chapter(TypedDict):
    """A chapter, with the address of its page, which is empty where the site's is not known."""

    heading: Tokens
    role: Role | None
    address: str
    shown: str
    parts: list[Part]
    sections: list[Section]


class Drawing(TypedDict):
    """The home page's drawing as SVG, with what it shows."""

    svg: str
    alt: str


class Hero(TypedDict):
    """What opens the cover and the hand-out; `note` may be empty."""

    eyebrow: str
    headline: Tokens
    lead: Tokens
    note: Tokens
    drawing: Drawing | None


class Closing(TypedDict):
    """What ends a document: what the report is compiled from, its edition, the way to the site."""

    statements: list[Tokens]
    edition: list[Tokens]
    scan: Tokens
    code: Code | None


class Cover(TypedDict):
    """The cover; the annex has the title alone."""

    hero: Hero
    title: str
    tagline: str
    facts: Numbers


class Direction(TypedDict):
    """A direction of a plan, or a chapter of results: its name, its own name beside it, some of its entries.

    `note` says what the article leaves out, if anything.
    """

    title: Tokens
    beside: Tokens
    entries: list[Tokens]
    role: Role
    note: Tokens


class HandOut(TypedDict):
    """The hand-out, of two pages, or of one where little is to be said; any list may be empty."""

    hero: Hero
    facts: Numbers
    caption: Tokens
    blocks: list[Numbers]
    charts: list[Chart]
    eyebrow: str
    heading: Tokens
    directions: list[Direction]
    map: Map | None
    foot: Tokens


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
    """How a language is set: whether by the rules of Chinese, as which language and region, in which fonts.

    `display` are the fonts of headings and key numbers.
    """

    chinese: bool
    lang: str
    region: str
    fonts: tuple[str, ...]
    display: tuple[str, ...]


class Frame(TypedDict):
    """What every document has: its properties, its colours by token, and the words of headers and footers.

    `form` is which document it is. `figures` is where a figure leads: to the row of its id in this file for `#`, else
    to its page below this address; nowhere where it is empty.
    """

    language: Side
    languages: Mapping[Side, Setting]
    form: Literal["summary", "annex", "hand-out"]
    figures: str
    colours: Mapping[str, str]
    title: str
    author: str
    description: str
    keywords: list[str]
    date: Day
    head: str
    foot: str
    words: EdgeWords


class Document(Frame):
    """A whole document; `unhyphenated` is a pattern for words that must not be hyphenated.

    `contents` are the parts below the list of contents.
    """

    cover: Cover | None
    handout: HandOut | None
    contents: list[Part]
    chapters: list[Chapter]
    closing: Closing
    unhyphenated: str
