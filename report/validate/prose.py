"""Prose holds no typed number: it refers to figures, in both languages to the same ones.

So the two languages cannot disagree about a number, and a number cannot be changed in one place and
forgotten in another. Calendar years, terms of the glossary and names of `report.yml` may hold digits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from report.model import Article, Language, Report, Text
from report.model.edition import Edition
from report.numerals import Numeral, find_en, find_zh
from report.problems import Problem
from report.text import Plain, Reference, TermReference, parse_text
from report.validate.walk import Spot, walk

_MARKUP = re.compile(r"</?[A-Za-z][^<>]*>?|<!--|&(?:#\w+|[A-Za-z]\w+);")
_FIND = {"zh": find_zh, "en": find_en}


def check_prose(report: Report) -> Iterator[Problem]:
    """Braces, markup, references that differ between the languages, numerals typed in prose."""
    owned = {language: owned_numerals(report, language) for language in ("zh", "en")}
    for spot in walk(report):
        if not isinstance(spot.value, Text):
            continue
        yield from _references_differ(spot, spot.value)
        for language in ("zh", "en"):
            yield from _braces_and_markup(spot, language, spot.value[language])
            if not spot.parents or not _is_name(spot):
                yield from _numerals(spot, language, spot.value[language], owned[language])


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
    masked = owned.sub(lambda match: "\ufffc" * len(match[0]), words)
    return [numeral for numeral in _FIND[language](masked) if numeral.kind != "date"]


def _is_name(spot: Spot) -> bool:
    """Titles of articles and the names themselves are quoted, not written."""
    around = spot.parents[-1]
    if isinstance(around, Article):
        return spot.path[-1] in {"title", "subtitle"}
    return isinstance(around, Edition) and "names" in spot.path


def _references_differ(spot: Spot, text: Text) -> Iterator[Problem]:
    sets = [sorted({s.id for s in parse_text(text[lang]) if isinstance(s, Reference | TermReference)}) for lang in ("zh", "en")]
    if sets[0] != sets[1]:
        missing = sorted(set(sets[0]) ^ set(sets[1]))
        language = "en" if set(missing) & set(sets[0]) else "zh"
        yield spot.problem("references-differ", language, expected=", ".join(sets[0]) or "none", value=", ".join(sets[1]) or "none")


def _braces_and_markup(spot: Spot, language: Language, text: str) -> Iterator[Problem]:
    plain = [span.text for span in parse_text(text) if isinstance(span, Plain)]
    if any(brace in words for words in plain for brace in "{}") or "{}" in text:
        yield spot.problem("braces", language, value=text)
    if found := next((match for words in plain if (match := _MARKUP.search(words))), None):
        yield spot.problem("markup", language, markup=found[0], value=text)


def _numerals(spot: Spot, language: Language, text: str, owned: re.Pattern[str]) -> Iterator[Problem]:
    if numerals := typed_numerals(text, language, owned):
        yield spot.problem("numeral-typed", language, numeral=", ".join(n.text for n in numerals), value=text)
