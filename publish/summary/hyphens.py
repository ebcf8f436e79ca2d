"""British hyphenation, as far as it can be had: Typst knows American patterns only.

American patterns part words by sound (democ-racy), British ones by origin too (demo-cracy). A word that
Typst might part where no British dictionary does is named to it, and stays whole. So does a word of several
that has hyphens of its own: well-being is parted behind its hyphen, never as well-be-ing.

Belongs here: which words those are. Does not belong here: hyphenation itself (Typst).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

WORD = re.compile(r"[A-Za-z]{5,}")
"""Shorter words are not parted."""

COMPOUND = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)+")
"""A word with hyphens of its own."""

NONE = r"[^\s\S]"
"""A pattern that no word fits."""


def unparted(document: Any) -> str:
    """A pattern for the words of a document that must stay whole."""
    texts = list(_texts(document))
    words = {word for text in texts for word in WORD.findall(text) if not _agree(word.lower())}
    words |= {word for text in texts for word in COMPOUND.findall(text) if any(map(_parts, word.lower().split("-")))}
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return r"\b(?:" + "|".join(longest_first) + r")\b" if words else NONE


def _parts(word: str) -> bool:
    """Whether American patterns part a word."""
    return bool(WORD.fullmatch(word) and _patterns("en_US").positions(word))


@cache
def _agree(word: str) -> bool:
    """Whether every place where American patterns part a word is one where British ones do."""
    american, british = (set(_patterns(name).positions(word)) for name in ("en_US", "en_GB"))
    return american <= british


@cache
def _patterns(name: str) -> Any:
    import pyphen

    return pyphen.Pyphen(lang=name)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str) and not value.startswith("<svg"):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _texts(each)
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each)
