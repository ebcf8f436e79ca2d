"""Text with references: `{id}` for a figure, `{term:id}` for a term.

Belongs here: splitting a text into words and references, and writing it as plain words. Does not
belong here: HTML (`macros`) or checking that what is referred to exists (`report.validate`).

Example:
    >>> parse_text("组建{consortia.2024}")
    (Plain(text='组建'), Reference(id='consortia.2024', form='full'))
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, get_args

FigureForm = Literal["full", "number", "short", "date", "rose", "up", "increase"]
FIGURE_FORMS: tuple[str, ...] = get_args(FigureForm)
CHANGE_FORMS = ("rose", "up", "increase")
"""Forms that say a rise or a fall as a sentence needs it; of figures that state one."""
_REFERENCE = re.compile(r"\{([^{}]*)\}")
STAND_IN = "\ufffc"
"""What stands for a reference where only the words around it matter."""


@dataclass(frozen=True)
class Plain:
    """Words as they are."""

    text: str


@dataclass(frozen=True)
class Reference:
    """A figure in one of its forms; `form` is the text after the colon, unchecked."""

    id: str
    form: str = "full"


@dataclass(frozen=True)
class TermReference:
    """A term of the glossary."""

    id: str


Span = Plain | Reference | TermReference


@lru_cache(maxsize=16384)
def parse_text(text: str) -> tuple[Span, ...]:
    """Split a text into its spans. A brace that belongs to no reference stays in a `Plain`."""
    spans: list[Span] = []
    end = 0
    for match in _REFERENCE.finditer(text):
        if match.start() > end:
            spans.append(Plain(text[end : match.start()]))
        name, _, form = match[1].partition(":")
        spans.append(TermReference(form) if name == "term" else Reference(name, form or "full"))
        end = match.end()
    if end < len(text):
        spans.append(Plain(text[end:]))
    return tuple(spans)


def references(text: str) -> tuple[Reference, ...]:
    """The figures that a text refers to, in their order."""
    return tuple(span for span in parse_text(text) if isinstance(span, Reference))


def term_references(text: str) -> tuple[TermReference, ...]:
    """The terms that a text refers to, in their order."""
    return tuple(span for span in parse_text(text) if isinstance(span, TermReference))


def words_around(text: str) -> str:
    """A text with a `STAND_IN` for each reference."""
    return "".join(span.text if isinstance(span, Plain) else STAND_IN for span in parse_text(text))


def plain_words(text: str, figure: Callable[[Reference], str], term: Callable[[TermReference], str]) -> str:
    """A text as plain words.

    Args:
        text: With references.
        figure: Writes a figure.
        term: Writes a term.
    """
    parts = (
        span.text if isinstance(span, Plain) else figure(span) if isinstance(span, Reference) else term(span)
        for span in parse_text(text)
    )
    return "".join(parts)
