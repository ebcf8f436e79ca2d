"""Checks that a glossary term in a Chinese text has its translation in the English text.

The longest term is looked for first, so that 紧密型县域医共体 does not ask for 医共体 as well. The English is
compared word by word without case, hyphens, quotation marks and common endings: a plural, a possessive or
-ing is the same term. Passages that mean something else are listed at the term, with the reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from languages import ORIGINAL, TRANSLATION
from report.model import Report, Term, Text
from report.model.walk import walk
from report.problems import Problem, excerpt
from report.text import STAND_IN, Reference, TermReference, plain_words, words_around

_SEPARATORS = re.compile(r"[^\w%+]+")
_POSSESSIVE = re.compile(r"[’'](?:s\b)?")
_TO_Y = ("ies", "ied", "ying")
_ENDINGS = ("ing", "ed", "es", "s", "e")
_SHORTEST = 3  # Letters that an ending must leave: “tests” is “test”, “is” stays.


def check_terms(report: Report) -> Iterator[Problem]:
    """Terms of a Chinese text that its English does not have in any of their forms."""
    terms: dict[str, list[Term]] = {}
    for term in report.glossary:
        for form in term.all_forms(ORIGINAL):
            terms.setdefault(form, []).append(term)
    longest_first = sorted(terms, key=len, reverse=True)
    if not longest_first:
        return
    pattern = re.compile("|".join(map(re.escape, longest_first)))
    for spot in walk(report):
        if not isinstance(spot.value, Text) or spot.is_override:
            continue
        chinese = words_around(spot.value.zh)
        english = ""
        for form in dict.fromkeys(pattern.findall(chinese)):
            english = english or stems(_english(report, spot.value.en))
            meant = terms[form]
            if not any(has_term(english, term) or _excepted(term, chinese) for term in meant):
                expected = " / ".join(dict.fromkeys(term.en for term in meant))
                value = excerpt(spot.value.en, meant[0].en.split()[0])
                yield spot.problem("term-missing", TRANSLATION, term=form, expected=expected, value=value)


def has_term(english: str, term: Term) -> bool:
    """Whether an English text, given as `stems` writes it, has one of a term's forms."""
    return any(stems(form) in english for form in term.all_forms(TRANSLATION))


@lru_cache(maxsize=16384)
def stems(text: str) -> str:
    """The words of a text without case, marks and endings, a space on either side of each.

    >>> stems("The hospitals’ Thousand-County Projects")
    ' the hospital thousand county project '
    """
    words = _SEPARATORS.split(_POSSESSIVE.sub("", text.lower()))
    return f" {' '.join(_stem(word) for word in words if word)} "


def _stem(word: str) -> str:
    for ending in _TO_Y:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return f"{word.removesuffix(ending)}y"
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word.removesuffix(ending)
    return word


def _english(report: Report, text: str) -> str:
    """An English text with the nouns of its figures and its terms written out."""

    def nouns(reference: Reference) -> str:
        figure = report.figure.get(reference.id)
        return " ; ".join(word for pair in figure.noun.en for word in pair) if figure and figure.noun else STAND_IN

    def term(reference: TermReference) -> str:
        return report.term[reference.id].en if reference.id in report.term else STAND_IN

    return plain_words(text, nouns, term)


def _excepted(term: Term, chinese: str) -> bool:
    return any(exception.passage in chinese for exception in term.exceptions)
