"""Numbers that a sentence lists together: 2019年至2022年依次为77.3岁、77.9岁、78.2岁和78.3岁; 医院、学校分别为5家和3家.

Belongs here: which numbers are listed, and of what or of which year each is. Does not belong here: finding the numbers
(`report.draft.numbers`).

Example:
    >>> text = "2021—2022年，书屋分别为5家、6家。"
    >>> [(found.label, found.year) for found in listed(text, [(16, 18), (19, 21)], 2022).values()]
    [('书屋', 2021), ('', 2022)]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from report.draft.labels import label_of
from report.draft.patterns import pattern
from report.numerals.base import Span
from report.numerals.fold import fold


@dataclass(frozen=True)
class Listed:
    """What its list says of a number.

    Attributes:
        first: Index of the first number of the same thing: itself, unless the list goes through years.
        label: What it measures; empty where that is said elsewhere, or only by the first.
        year: Its year; 0 where the list says none.
        at_end: Whether it is of the end of that year.
        reason: Key of what is to be said where its year or its label cannot be known; empty where it can.
    """

    first: int
    label: str
    year: int = 0
    at_end: bool = False
    reason: str = ""


@dataclass(frozen=True)
class _Years:
    """Years named in one place, from where to where in the text."""

    years: Sequence[int]
    start: int
    end: int
    at_end: bool = False
    reason: str = ""


def listed(text: str, spans: Sequence[Span], year: int) -> Mapping[int, Listed]:
    """What is listed in a sentence, by the index of each number in `spans`.

    Args:
        text: The sentence.
        spans: Where its numbers stand, in their order.
        year: The year that the sentence speaks of, in which 近三年 ends.
    """
    folded, found = fold(text), dict[int, Listed]()
    for run in _runs(folded, spans):
        start = spans[run[0]][0]
        before, turn = folded[:start], pattern("in_turn").search(folded[:start])
        end = turn.start() if turn else start
        named = [years for years in _years(before[:end], year) if len(years.years) > 1]
        fitting = [years for years in named if len(years.years) == len(run)]
        clause = spans[run[0] - 1][1] if run[0] else 0
        if fitting:
            found.update(_by_year(text, run, fitting[-1], (clause, end)))
        elif turn:
            words = re.split("[，。；：]", text[clause:end])[-1]
            names = [label_of(name) for name in re.split(pattern("list_name"), words)]
            if len(names) == len(run) and all(names):
                found |= {index: Listed(index, name) for index, name in zip(run, names, strict=True)}
            else:
                reason = "listed-years" if named else "listed"
                found |= {index: Listed(index, label_of(words), reason=reason) for index in run}
    return found


def _by_year(text: str, run: Sequence[int], named: _Years, clause: Span) -> Iterator[tuple[int, Listed]]:
    start, end = clause
    label = label_of(text[max(start, named.end) : end]) or label_of(text[min(start, named.start) : named.start])
    for index, year in zip(run, named.years, strict=True):
        said = label if index == run[0] else ""
        yield index, Listed(run[0], said, year, named.at_end, named.reason)


def years_listed(text: str, last: int) -> list[int]:
    """The years that a text goes through, those that 2019年至2022年 does not print included; 近三年 ends in `last`."""
    return [year for named in _years(fold(text), last) for year in named.years]


def _runs(folded: str, spans: Sequence[Span]) -> Iterator[list[int]]:
    """The numbers between which nothing but 、 or 和 stands, at least two."""
    run: list[int] = []
    for index, (start, _) in enumerate(spans):
        if run and not pattern("list_mark").fullmatch(folded[spans[index - 1][1] : start]):
            if len(run) > 1:
                yield run
            run = []
        run.append(index)
    if len(run) > 1:
        yield run


def _years(folded: str, year: int) -> list[_Years]:
    """The years that are named together, in the order of the text."""
    found: list[_Years] = []
    for match in pattern("year_range").finditer(folded):
        first, last = int(match[1]), int(match[2])
        step = 1 if first <= last else -1
        found.append(_Years(range(first, last + step, step), *match.span(), bool(match[3])))
    for match in pattern("year_list").finditer(folded):
        years = [int(digits) for digits in re.findall("[0-9]{4}", match[0])]
        found.append(_Years(years, *match.span(), bool(match[1])))
    for match in pattern("recent_years").finditer(folded):
        count = int(match[1]) if match[1] else match.lastindex or 2  # A group each for two, three …
        found.append(_Years(range(year - count + 1, year + 1), *match.span(), reason="recent-years"))
    return sorted(found, key=lambda years: years.start)
