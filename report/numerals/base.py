"""What a numeral is, and what both languages need to find one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from report.word_files import read_words

Kind = Literal["number", "date", "level"]
Span = tuple[int, int]

YEAR = "(?:19|20)[0-9]{2}"
NUMBER = r"(?:[0-9]{1,3}(?:[,’'\u0020\u00a0\u2009\u202f][0-9]{3})+(?![0-9])|[0-9]+)(?:\.[0-9]+)?"
"""Groups of three digits parted by a comma, an apostrophe or a space; else the digits as they stand."""
SIGNS = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒Ⅰ-ↈ①-⒛⓪-⓿㈠-㈩㉈-㉏㉑-㉟㊀-㊉㊱-㊿"
"""Characters that are a number by themselves."""

_KINDS: Mapping[str, Kind] = {"date": "date", "level": "level"}


@dataclass(frozen=True, slots=True)
class Numeral:
    """A numeral and where it stands: `text` is `line[start:end]`.

    Attributes:
        text: As printed, with what belongs to it.
        start: Index of its first character.
        end: Index behind its last character.
        kind: A `date` is a calendar year, quarter, month or day; a `level` is 二级 and the like, half a term.
    """

    text: str
    start: int
    end: int
    kind: Kind


@cache
def word_list(key: str) -> tuple[str, ...]:
    """A list of words of `words/numerals.yml`."""
    return tuple(read_words("numerals.yml")[key].split())


def any_of(words: Sequence[str] | str) -> str:
    """A pattern for any of the words, the longest first; those of a string are parted by white space."""
    separate = words.split() if isinstance(words, str) else words
    return "|".join(re.escape(word) for word in sorted(separate, key=len, reverse=True))


def find(pattern: re.Pattern[str], folded: str, text: str, idioms: Sequence[Span] = ()) -> Iterator[Numeral]:
    """What the pattern finds outside idioms; its groups tell the kind and bound the numeral.

    Args:
        pattern: Its last named group is the numeral; groups `han` and `level` give way to idioms.
        folded: What is searched.
        text: The same as printed, character for character.
        idioms: Where idioms stand in it.
    """
    position = 0
    while match := pattern.search(folded, position):
        group = match.lastgroup or ""
        start, end = match.span(group)
        idiom = next((span for span in idioms if span[0] < end and start < span[1]), None)
        if idiom is not None and group in ("han", "level"):
            position = max(idiom[1], start + 1)
            continue
        yield Numeral(text[start:end], start, end, _KINDS.get(group, "number"))
        position = end
