"""What a number is, by the words around it: of a time or at a moment, at which prices, final or not, of what months.

Belongs here: finding these words. Does not belong here: what may share an axis (`report.validate.chart_figures`), the
words (`words/bases.yml`), reading the phrase itself (`report.quantity`).

Example:
    >>> sides_of("年末床位")
    (('time', 'stock', 'what there was at one moment (年末)'),)
    >>> span_of("1—6月诊疗人次")
    '上半年'
"""

from __future__ import annotations

import re
from functools import cache

from languages import ORIGINAL, TRANSLATION
from report.model import Figure
from report.numerals.fold import fold
from report.words import bases


def words_of(figure: Figure) -> str:
    """The phrase, label and scope of a figure, and what its quote has before the phrase, each on a line."""
    before, found, _ = figure.quote.partition(figure.stated)
    lead = _pattern(bases()["earlier"]).sub("", before) if found else ""
    return fold("\n".join((figure.stated, figure.label.zh, figure.scope.zh, lead)))


def sides_of(words: str) -> tuple[tuple[str, str, str], ...]:
    """The group and the side of each side that a number is on, with English for it; of none where words name both."""
    found, words = [], fold(words)
    for group, sides in bases()["sides"].items():
        matches = {name: match for name in sides if (match := _pattern(sides[name][ORIGINAL]).search(words))}
        for name, match in matches.items() if len(matches) == 1 else ():
            of = match[1] if match.lastindex else ""
            found.append((group, name + of, f"{sides[name][TRANSLATION]} ({match[0]})"))
    return tuple(found)


def is_chained(figure: Figure) -> bool:
    """Whether a figure is an index of which the period before is 100, anew each time."""
    return bool(_pattern(bases()["chained"]).search(words_of(figure)))


def is_preliminary(figure: Figure) -> bool:
    """Whether a figure is said to be a first count."""
    return bool(_pattern(bases()["preliminary"]).search(words_of(figure)))


def span_of(words: str) -> str:
    """The part of a year, or the several years, that words name, in one spelling; empty for a year or none."""
    words = fold(words)
    found = _pattern(bases()["spans"]).search(words)
    if found is None or _pattern(bases()["year"]).search(words):
        return ""
    return next((name for name, same in bases()["same"].items() if _pattern(same).fullmatch(found[0])), found[0])


def share_base_of(label: str) -> str:
    """What a share is of, as its label says: GDP of 卫生总费用占GDP的比例."""
    found = _pattern(bases()["share"]).search(fold(label))
    return found[1] if found else ""


@cache
def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(words)
