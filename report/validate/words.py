"""Checks of markup and braces in text of one language: units, nouns, names, quotes, headings.

Every field of every model is visited, whether a page shows it today or not.

Does not belong here: texts of two languages, where braces are
references (`report.validate.prose`); invisible characters, which no file may hold (`report.yaml.reader`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from languages import TRANSLATION
from report.model import Report, Text
from report.model.figure import ReadingByHand
from report.model.walk import walk
from report.problems import Problem, excerpt
from report.validate.prose import MARKUP
from report.yaml.reader import Steps

_BRACES = "{}\uff5b\uff5d"
_ADDRESS = "address"  # A web address may hold what looks like an entity, `&copy;`; its own form is checked.


def check_words(report: Report) -> Iterator[Problem]:
    """Markup and braces in words of one language."""
    for spot in walk(report):
        if isinstance(spot.value, Text):
            continue
        for name in type(spot.value).model_fields:
            for below, words in _strings(getattr(spot.value, name), (name,)):
                if (found := MARKUP.search(words)) and name != _ADDRESS:
                    yield spot.problem("markup", *below, markup=found[0], value=excerpt(words, found[0]))
                if isinstance(spot.value, ReadingByHand) and name == TRANSLATION:
                    words = words.replace("{noun}", "")
                if brace := next((mark for mark in _BRACES if mark in words), ""):
                    yield spot.problem("brace-in-words", *below, value=excerpt(words, brace))


def _strings(value: Any, path: Steps) -> Iterator[tuple[Steps, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from _strings(item, (*path, number))
