"""British hyphenation, as far as possible: Typst has American patterns only, whatever the region.

American patterns break words by sound (democ-racy), British ones by origin too (demo-cracy). A word that Typst might
break where British patterns do not is not hyphenated. Nor is a compound that has hyphens of its own: well-being may
break after its hyphen, never as well-be-ing.

Belongs here: which words those are. Does not belong here: hyphenation itself (Typst).
"""

from __future__ import annotations

import re
from typing import Any

from publish.summary.checks import shown_texts

TYPST = "en_US"
"""The only patterns of English that Typst has."""
SHORTEST = 5  # Letters: shorter words are not hyphenated.
NONE = r"[^\s\S]"
"""A pattern that matches nothing."""
_WORD = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*")


def unhyphenated(document: Any, patterns: str) -> str:
    """A pattern for the words of a document that must not be hyphenated, by the patterns of their language."""
    words = {word for text in shown_texts(document) for word in _WORD.findall(text)}
    whole = [word for word in words if _stays_whole(patterns, *word.lower().split("-"))]
    longest_first = sorted(whole, key=lambda word: (-len(word), word))
    return r"\b(?:" + "|".join(longest_first) + r")\b" if whole else NONE


def _stays_whole(patterns: str, *parts: str) -> bool:
    if len(parts) > 1:
        return any(_breaks(part, TYPST) for part in parts)
    return not _breaks(parts[0], TYPST) <= _breaks(parts[0], patterns)


def _breaks(word: str, language: str) -> set[int]:
    import pyphen

    return set(pyphen.Pyphen(lang=language).positions(word)) if len(word) >= SHORTEST else set()
