"""Numerals typed in prose: those outside every reference, term and name.

Does not belong here: finding numerals in any text
(`report.numerals`), refusing them (`report.validate.prose`).
"""

from __future__ import annotations

import re
from functools import lru_cache

from languages import ORIGINAL, TRANSLATION
from report.model import Language, Report
from report.numerals import Numeral, find_en, find_zh, is_step
from report.numerals.fold import fold
from report.numerals.listed import listed_spans
from report.numerals.stock_names import name_spans
from report.text import words_around

_FIND = {ORIGINAL: lru_cache(maxsize=16384)(find_zh), TRANSLATION: lru_cache(maxsize=16384)(find_en)}  # For previews.


def owned_numerals(report: Report, language: Language) -> re.Pattern[str]:
    """A pattern of the report's terms and names that contain numerals, longest first."""
    forms = [form for term in report.glossary for form in term.all_forms(language)]
    forms += [name[language] for name in report.edition.names]
    holding = sorted({fold(form) for form in forms if _FIND[language](form)}, key=len, reverse=True)
    if not holding:
        return re.compile(r"(?!)")
    choice = "|".join(re.escape(form) for form in holding)
    return re.compile(choice if language == ORIGINAL else rf"(?<!\w)(?:{choice})(?!\w)", re.IGNORECASE)


def typed_numerals(text: str, language: Language, owned: re.Pattern[str]) -> list[Numeral]:
    """Numerals of a text outside references, terms and names; calendar years and levels do not count.

    Args:
        text: With references.
        language: Its language.
        owned: The report's terms and names; those of any report are known.
    """
    words = words_around(text)
    found = [numeral for numeral in _FIND[language](words) if not _is_date_or_level(numeral, words)]
    if not found:
        return []
    spans = [*(match.span() for match in owned.finditer(fold(words))), *name_spans(words, language)]
    spans += listed_spans(words, language)
    # The name has to hold the whole numeral: 120急救 is a name, 120所 is a number.
    return [n for n in found if not any(start <= n.start and n.end <= end for start, end in spans)]


def _is_date_or_level(numeral: Numeral, words: str) -> bool:
    return numeral.kind == "date" or (numeral.kind == "level" and not is_step(words, numeral))
