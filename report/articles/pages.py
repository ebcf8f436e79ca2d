r"""The text of a document with numbered pages, a form feed behind each, as `pdftotext` writes it.

Pages count from 1, or from the number that a page itself says in a line `@ page 120`; those behind it count on. Lines
of a paragraph are joined, a blank line parts paragraphs, and the page's own number at its top or bottom is left out.
Gaps that a typesetter puts between Chinese and Latin are no part of the text.

Belongs here: pages and their paragraphs. Does not belong here: sentences (`report.articles.passages`).

Example:
    >>> [(page.number, page.blocks) for page in pages_of("@ page 8\nA line\nand its end.\n\n8\n\fThe next.\n\f")]
    [(8, ['A line and its end.']), (9, ['The next.'])]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_NUMBER = re.compile(r"@ page (\d{1,6})")
_CJK = "\u2e80-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef\u2014\u2018\u2019\u201c\u201d\u2026"
_GAP = re.compile(rf"(?<=[{_CJK}]) (?=[0-9A-Za-z])|(?<=[0-9A-Za-z%‰]) (?=[{_CJK}])|(?<=[{_CJK}])\n|\n(?=[{_CJK}])")


@dataclass(frozen=True)
class Page:
    """A page.

    Attributes:
        number: Its number.
        line: The line of the file with which it begins, from 1.
        blocks: Its paragraphs, headings and rows of tables.
    """

    number: int
    line: int
    blocks: list[str]


def is_paged(text: str) -> bool:
    """Whether a text has pages."""
    return "\f" in text


def pages_of(text: str) -> Iterator[Page]:
    """The pages of a text; blank ones have no blocks."""
    number, line = 0, 1
    for page in text.replace("\r\n", "\n").removesuffix("\f").split("\f"):
        rows = [row.strip() for row in page.split("\n")]
        said = next((match for row in rows if (match := _NUMBER.fullmatch(row))), None)
        number = int(said[1]) if said else number + 1
        yield Page(number, line, _blocks([row for row in rows if not _NUMBER.fullmatch(row)], number))
        line += page.count("\n")


def _blocks(rows: list[str], number: int) -> list[str]:
    own = re.compile(rf"[-–—·. ]*{number}[-–—·. ]*")
    filled = [at for at, row in enumerate(rows) if row]
    for at in {*filled[:1], *filled[-1:]}:
        rows[at] = "" if own.fullmatch(rows[at]) else rows[at]
    joined = re.sub(r"[^\S\n]+", " ", "\n".join(rows)).strip()
    return [" ".join(_GAP.sub("", block).split()) for block in re.split(r"\n{2,}", joined) if block]
