"""Checks of typography: marks of the right width, in pairs; no typed space in Chinese; British spelling.

autocorrect-py (2.14.0, MIT) does not fit: it types a space between Han and Latin, which this site leaves to its
style sheet, and it corrects without naming the line.

What is printed (`stated`, `quote`, `printed`, titles of articles) is exempt: it stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from report.model import LANGUAGES, Article, Language, Report, Term, Text, Unit
from report.model.figure import Noun, ReadingByHand
from report.model.walk import Spot, walk
from report.problems import Problem, excerpt
from report.text import STAND_IN, words_around
from report.words import marks, spelling
from report.yaml.reader import Steps

_HAN = r"[\u3400-\u9fff\u3001-\u3011\uff00-\uffef\ufffc]"
_NOT_SPACED = re.compile(rf"{_HAN} +[A-Za-z0-9\ufffc]|[A-Za-z0-9\ufffc] +{_HAN}")
_HALF = re.compile(rf"(?<={_HAN})[,;:?!()](?!\w*//)|[,;:?!()](?=[\u3400-\u9fff])|(?<={_HAN})\.(?!\w)")
_STRAIGHT = re.compile(r"[\"'`\uff01-\uff5e\u3001\u3002]")
_PAIRS = {"“": "”", "‘": "’", "（": "）", "《": "》", "(": ")"}
_PAIRED = re.compile("[“”‘（）《》()]")
_WORD = re.compile(r"[A-Za-z]+")


def check_typography(report: Report) -> Iterator[Problem]:
    """Marks, pairs and spaces in Chinese; marks and spelling in English."""
    names = [form for term in report.glossary if term.kind == "name" for form in term.all_forms("en")]
    names += [name.en for name in report.edition.names]
    known = re.compile("|".join(rf"\b{re.escape(name)}\b" for name in sorted(names, key=len, reverse=True)) or "(?!)")
    for spot in walk(report):
        for language, below, text in own_texts(spot):
            words = words_around(text)
            yield from _unpaired(spot, below, words)
            if language == "zh":
                yield from _chinese(spot, below, words)
            else:
                yield from _english(spot, below, words, known)


def own_texts(spot: Spot) -> Iterator[tuple[Language, Steps, str]]:
    """Texts of our own, not quoted ones, each with its language and its path below the spot."""
    value = spot.value
    if isinstance(value, Text):
        for language in LANGUAGES:
            if not (isinstance(spot.around, Article) and language == "zh" and spot.path[-1] in {"title", "subtitle"}):
                yield language, (language,), value[language]
    elif isinstance(value, Term):
        for language in LANGUAGES:
            yield language, (language,), value.zh if language == "zh" else value.en
        # Other Chinese forms are what is looked for, misprints and half-width marks included.
        yield from (("en", ("forms", "en", number), form) for number, form in enumerate(value.forms.en))
    elif isinstance(value, Noun):
        yield from (("en", ("en",), word) for pair in value.en for word in pair)
    elif isinstance(value, ReadingByHand):
        yield "en", ("en",), value.en
    elif isinstance(value, Unit):
        yield from (("en", ("en", number), word) for number, word in enumerate(value.en))


def _chinese(spot: Spot, below: Steps, text: str) -> Iterator[Problem]:
    if found := _HALF.search(text):
        values = {"mark": found[0], "expected": marks()["full-width"][found[0]]}
        yield spot.problem("zh-punctuation", *below, value=_around(text, found), **values)
    if found := _NOT_SPACED.search(text):
        yield spot.problem("zh-space", *below, value=_around(text, found))


def _english(spot: Spot, below: Steps, text: str, names: re.Pattern[str]) -> Iterator[Problem]:
    if found := _STRAIGHT.search(text):
        expected = marks()["english"].get(found[0], marks()["english"]["other"])
        yield spot.problem("en-quotes", *below, mark=found[0], expected=expected, value=_around(text, found))
    for found in _WORD.finditer(names.sub(lambda match: " " * len(match[0]), text)):
        if (british := british_spelling(found[0])) is not None:
            yield spot.problem("en-spelling", *below, word=found[0], expected=british, value=_around(text, found))


@lru_cache(maxsize=16384)
def british_spelling(word: str) -> str | None:
    """The British spelling of an American word; None where there is nothing to change.

    >>> british_spelling("Centers"), british_spelling("centres")
    ('centres', None)
    """
    lower = word.lower()
    for length in range(len(lower), 2, -1):
        if (british := spelling()["begins"].get(lower[:length])) is not None:
            return british + lower[length:] if british + lower[length:] != lower else None
    return None


def _unpaired(spot: Spot, below: Steps, text: str) -> Iterator[Problem]:
    """Marks that come in pairs. A single ’ may be an apostrophe, so that only ‘ asks for one."""
    still_open: list[str] = []
    for place, mark in enumerate(text) if _PAIRED.search(text) else ():
        if mark in _PAIRS:
            still_open.append(_PAIRS[mark])
        elif still_open and mark == still_open[-1]:
            still_open.pop()
        elif mark in _PAIRS.values() and mark != "’":
            yield spot.problem("marks-unpaired", *below, marks=mark, value=_shown(text[max(place - 20, 0) :], mark))
            return
    if still_open:
        mark = next(opening for opening, close in _PAIRS.items() if close == still_open[-1])
        yield spot.problem("marks-unpaired", *below, marks=mark, value=_shown(text, mark))


def _around(text: str, found: re.Match[str]) -> str:
    return _shown(text[max(found.start() - 20, 0) : found.end() + 20], found[0])


def _shown(text: str, word: str) -> str:
    return excerpt(text, word).replace(STAND_IN, "{…}")
