"""Numerals typed in prose: those that stand in no reference, term or name of the report.

Belongs here: what may hold numerals, and what else holds one. Does not belong here: finding numerals in any text
(`report.numerals`), refusing them (`report.validate.prose`).
"""

from __future__ import annotations

import re
from functools import lru_cache

from report.model import Language, Report
from report.numerals import Numeral, find_en, find_zh
from report.text import Plain, parse_text

_FIND = {"zh": lru_cache(maxsize=16384)(find_zh), "en": lru_cache(maxsize=16384)(find_en)}  # A preview asks again.


def owned_numerals(report: Report, language: Language) -> re.Pattern[str]:
    """What may hold numerals in prose: forms of terms and names that have some, longest first."""
    forms = [form for term in report.glossary for form in term.all_forms(language)]
    forms += [name[language] for name in report.edition.names]
    holding = sorted({form for form in forms if _FIND[language](form)}, key=len, reverse=True)
    if not holding:
        return re.compile(r"(?!)")
    choice = "|".join(re.escape(form) for form in holding)
    return re.compile(choice if language == "zh" else rf"(?<!\w)(?:{choice})(?!\w)", re.IGNORECASE)


def typed_numerals(text: str, language: Language, owned: re.Pattern[str]) -> list[Numeral]:
    """Numerals of a text that stand in no reference, term or name. Calendar years are no such numerals."""
    words = "".join(span.text if isinstance(span, Plain) else "\ufffc" for span in parse_text(text))
    spans = [match.span() for match in owned.finditer(words)]
    found = [numeral for numeral in _FIND[language](words) if numeral.kind != "date"]
    # The name has to hold the whole numeral: 120急救 is a name, 120所 is a number.
    return [n for n in found if not any(start <= n.start and n.end <= end for start, end in spans)]
