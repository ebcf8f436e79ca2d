"""Names that hold a numeral in any report: COVID-19, 5G, 第一人民医院, "the 14th Five-Year Plan".

They are data, `words/names.yml`, in both languages; some are patterns. Belongs here: where such names stand in a text.
Does not belong here: the names of one report (`names:` in report.yml, the glossary), or what follows from either
(`report.typed_numerals`).

Example:
    >>> [text[start:end] for text in ("推进5G急救",) for start, end in name_spans(text, ORIGINAL)]
    ['5G']
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from languages import ORIGINAL, Side
from report.numerals.base import Numeral, Span
from report.numerals.fold import fold
from report.numerals.zh import find_zh
from report.word_files import read_words


@cache
def _patterns(language: Side) -> tuple[re.Pattern[str], ...]:
    """One pattern a name: as alternatives of a single one, a short name would hide a long one that begins with it."""
    names = [name for group in read_words("names.yml") for name in group[language]]
    choices = [name[1:-1] if name.startswith("/") and name.endswith("/") else re.escape(fold(name)) for name in names]
    if language == ORIGINAL:
        return tuple(re.compile(rf"(?<![A-Za-z])(?:{choice})") for choice in choices)
    return tuple(re.compile(rf"(?<![\w-])(?:{choice})(?!\w)", re.IGNORECASE) for choice in choices)


@lru_cache(maxsize=16384)
def name_spans(text: str, language: Side) -> tuple[Span, ...]:
    """Where such names stand in a text; they may overlap."""
    folded = fold(text)
    return tuple(match.span() for pattern in _patterns(language) for match in pattern.finditer(folded))


@lru_cache(maxsize=16384)
def is_stock_name(text: str) -> bool:
    """Whether a Chinese text is such a name from its first character to its last."""
    return (0, len(text)) in name_spans(text, ORIGINAL)


@lru_cache(maxsize=16384)
def numerals_in(printed: str) -> tuple[str, ...]:
    """A numeral as a fingerprint has it, and where that is a name, what is a numeral in it."""
    return (printed, *(numeral.text for numeral in find_zh(printed)))


@lru_cache(maxsize=16384)
def printed_numerals(text: str) -> tuple[Numeral, ...]:
    """The numerals of a Chinese sentence as fingerprints have them: of a name, the whole name.

    Without the sentence nobody could see that the 2 of 2型糖尿病 is one.
    """
    found: dict[Span, Numeral] = {}
    for numeral in find_zh(text):
        around = [
            span
            for span in name_spans(text, ORIGINAL)
            if numeral.kind != "date" and span[0] <= numeral.start and numeral.end <= span[1]
        ]
        start, end = max(around, key=lambda span: span[1] - span[0], default=(numeral.start, numeral.end))
        found.setdefault((start, end), Numeral(text[start:end], start, end, numeral.kind))
    return tuple(found.values())
