"""Checks of typography: marks of the right width, in pairs; no typed space in Chinese; British spelling.

autocorrect-py (2.14.0, MIT) does not fit: it types a space between Han and Latin, which this site leaves to its
style sheet, and it corrects without naming the line.

What is printed (`stated`, `quote`, `printed`, titles of articles and of their sections) is exempt: it stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from languages import ORIGINAL, TRANSLATION
from languages import Language as Form
from languages.variants import wrong_in
from report.model import LANGUAGES, Article, Language, Report, Section, Term, Text, Unit
from report.model.figure import Noun, ReadingByHand
from report.model.walk import Spot, walk
from report.problems import Problem, excerpt
from report.text import STAND_IN, words_around
from report.todo_marks import has_todo
from report.words import beginnings, marks
from report.yaml.reader import Steps

_HAN = r"[\u3400-\u9fff\u3001-\u3011\uff00-\uffef\ufffc]"
_NOT_SPACED = re.compile(rf"{_HAN} +[A-Za-z0-9\ufffc]|[A-Za-z0-9\ufffc] +{_HAN}")
_HALF = re.compile(rf"(?<={_HAN})[,;:?!()](?!\w*//)|[,;:?!()](?=[\u3400-\u9fff])|(?<={_HAN})\.(?!\w)")
_STRAIGHT = re.compile(r"[\"'`\uff01-\uff5e\u3001\u3002]")
_PAIRS = {"“": "”", "‘": "’", "「": "」", "『": "』", "（": "）", "《": "》", "(": ")"}
_PAIRED = re.compile("[“”‘「」『』（）《》()]")
_APOSTROPHE = "’"
_MENTIONED = re.compile("“[^”]*”|「[^」]*」|『[^』]*』|《[^》]*》")  # As another printed it.
_MISSPELT = {"british": "en-spelling", "american": "en-spelling-american"}
_WORD = re.compile(r"[A-Za-z]+")


def check_typography(report: Report) -> Iterator[Problem]:
    """Marks, pairs and spaces in Chinese; marks and spelling in English."""
    form = report.languages[ORIGINAL]
    own = re.compile("|".join(map(re.escape, _names(report, ORIGINAL))) or "(?!)")
    known = re.compile("|".join(rf"\b{re.escape(name)}\b" for name in _names(report, TRANSLATION)) or "(?!)")
    for spot in walk(report):
        for language, below, text in own_texts(spot):
            words = words_around(text)
            yield from _unpaired(spot, below, words)
            if language == ORIGINAL:
                yield from _chinese(spot, below, words, form)
                if not has_todo(text):
                    yield from _script(spot, below, own.sub("", _MENTIONED.sub("", words)), form)
            else:
                yield from _english(spot, below, words, known, report.languages[TRANSLATION].spelling)


def _names(report: Report, language: Language) -> list[str]:
    """The report's names in one language, the longest first."""
    names = [form for term in report.glossary if term.is_name for form in term.all_forms(language)]
    return sorted([*names, *(name[language] for name in report.edition.names)], key=len, reverse=True)


def own_texts(spot: Spot) -> Iterator[tuple[Language, Steps, str]]:
    """Texts of our own, not quoted ones, each with its language and its path below the spot."""
    value = spot.value
    if isinstance(value, Text):
        is_printed = isinstance(spot.around, Article | Section) and spot.path[-1] in {"title", "subtitle"}
        for language in LANGUAGES:
            if not (is_printed and language == ORIGINAL):
                yield language, (language,), value[language]
    elif isinstance(value, Term):
        for language in LANGUAGES:
            yield language, (language,), value.zh if language == ORIGINAL else value.en
        # Other Chinese forms are what is looked for, misprints and half-width marks included.
        yield from ((TRANSLATION, ("forms", TRANSLATION, number), form) for number, form in enumerate(value.forms.en))
    elif isinstance(value, Noun):
        yield from ((TRANSLATION, (TRANSLATION,), word) for pair in value.en for word in pair)
    elif isinstance(value, ReadingByHand):
        yield TRANSLATION, (TRANSLATION,), value.en
    elif isinstance(value, Unit):
        yield from ((TRANSLATION, (TRANSLATION, number), word) for number, word in enumerate(value.en))


def _chinese(spot: Spot, below: Steps, text: str, language: Form) -> Iterator[Problem]:
    wrong = "".join(mark for mark in language.wrong_quotation if mark != _APOSTROPHE)
    if found := re.search(rf"[{wrong}]|(?<={_HAN})[\"']|[\"'](?={_HAN})", text):
        yield spot.problem(
            "zh-quotation", *below, mark=found[0], expected=" ".join(language.quotation), value=_around(text, found)
        )
    if found := _HALF.search(text):
        values = {"mark": found[0], "expected": marks()["full-width"][found[0]]}
        yield spot.problem("zh-punctuation", *below, value=_around(text, found), **values)
    if found := _NOT_SPACED.search(text):
        yield spot.problem("zh-space", *below, value=_around(text, found))


def _script(spot: Spot, below: Steps, text: str, language: Form) -> Iterator[Problem]:
    """Characters of the other script, all of a text at once."""
    wrong = wrong_in(language.script)
    if found := [character for character in dict.fromkeys(text) if character in wrong]:
        expected = " ".join(wrong[character] for character in found)
        yield spot.problem("zh-script", *below, mark="".join(found), expected=expected, value=_shown(text, found[0]))


def _english(spot: Spot, below: Steps, text: str, names: re.Pattern[str], spelling: str) -> Iterator[Problem]:
    if found := _STRAIGHT.search(text):
        expected = marks()["english"].get(found[0], marks()["english"]["other"])
        yield spot.problem("en-quotes", *below, mark=found[0], expected=expected, value=_around(text, found))
    for found in _WORD.finditer(names.sub(lambda match: " " * len(match[0]), text)):
        if (right := respelled(found[0], spelling)) is not None:
            told = {"word": found[0], "expected": right, "value": _around(text, found)}
            yield spot.problem(_MISSPELT[spelling], *below, **told)


@lru_cache(maxsize=16384)
def respelled(word: str, spelling: str) -> str | None:
    """A word in the spelling of a language; None where there is nothing to change.

    >>> respelled("Centers", "british"), respelled("centres", "british"), respelled("Organised", "american")
    ('centres', None, 'organized')
    >>> respelled("Specialist", "american"), respelled("Haemodialysis", "american")
    (None, 'hemodialysis')
    """
    lower, begins = word.lower(), beginnings(spelling)
    for length in range(len(lower), 2, -1):
        start, rest = lower[:length], lower[length:]
        if (other := begins.get(start)) is not None:
            # What ends in -is is respelled in verbs (specialise), and not in nouns (specialist).
            is_verb = rest.startswith(("e", "ing", "ation", "able"))
            is_noun = start.endswith("is") and other.endswith("iz") and not is_verb
            return None if other == start or is_noun or lower.startswith(other) else other + rest
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
