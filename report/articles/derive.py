"""Where a phrase is printed, and the passage to quote: what `report fill` and `report draft` write and nobody types.

Belongs here: finding a phrase in the articles' texts, and the clause around it. Does not belong here: writing YAML.

Example:
    >>> clause_of("全年接待读者1.2万余人次；购书支出36.5万元。", 6, 13)
    '全年接待读者1.2万余人次'
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from report.articles.passages import Passage
from report.articles.phrases import indexes
from report.articles.places import Place, place_in
from report.numerals.fold import fold
from report.numerals.neighbours import whole_phrase

Texts = Mapping[Place, str]
"""The sentences of the articles whose texts are at hand."""
MARKS = re.compile(r"[，；。：！？;!?]|,(?![0-9])")
"""Marks that part a sentence; the comma of 1,234 is none."""
_CARRIED = {"scope": "", "compared_with": ""}


SHORTEST_QUOTE = 10
"""Characters that the quote of a sentence has at least: 2023年末 alone shows little."""


def opening_of(sentence: str) -> str:
    """A passage that identifies a sentence: its first clauses, as many as make it long enough and printed once."""
    ends = [match.start() for match in MARKS.finditer(fold(sentence))]
    openings = (sentence[:end] for end in ends if end >= SHORTEST_QUOTE)
    return next((opening for opening in openings if sentence.count(opening) == 1), sentence)


def sentences_of(articles: Mapping[str, Sequence[Passage]]) -> dict[Place, str]:
    """The sentences of some articles by their places."""
    return {place_in(name, passage): passage.text for name, found in articles.items() for passage in found}


def places_of(stated: str, texts: Texts) -> list[tuple[Place, int]]:
    """Where a phrase is printed as a whole, each time with its index in the sentence.

    Where it is only printed as a part of longer phrases, these: checks then say which words it leaves out.
    """
    found = [(place, at) for place, text in texts.items() for at in indexes(text, stated)] if stated else []
    whole = [(place, at) for place, at in found if _is_whole(texts[place], at, at + len(stated))]
    return whole or found


def _is_whole(text: str, start: int, end: int) -> bool:
    return whole_phrase(text, start, end, _CARRIED) == (start, end)


def clause_of(sentence: str, start: int, end: int) -> str:
    """The shortest part of a sentence around `sentence[start:end]` that may be quoted.

    It reaches from mark to mark, holds the phrase once, and occurs once in the sentence; at worst it is all of it.
    """
    stated = sentence[start:end]
    folded = fold(sentence)
    ends = list(MARKS.finditer(folded))
    lefts = [match.end() for match in ends if match.end() <= start]
    right = next((match.start() for match in ends if match.start() >= end), len(sentence))
    for left in [*reversed(lefts), 0]:
        clause = sentence[left:right].strip()
        if sentence.count(clause) == 1 and clause.count(stated) == 1:
            return clause
    before = sentence.rfind(stated, 0, start) + len(stated) if stated in sentence[:start] else 0
    return sentence[before:end]  # The phrase stands twice in its clause: from behind the one before.
