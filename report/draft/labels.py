"""What the words in front of a number call it: a label to propose.

Belongs here: labels. Does not belong here: the number, or the indicator to which it belongs (`report.draft.numbers`).

Example:
    >>> label_of("2025年末，全镇藏书达")
    '全镇藏书'
    >>> is_same("全国医院总数", "医院")
    True
"""

from __future__ import annotations

from functools import lru_cache

from report.articles.phrases import own_year
from report.draft.patterns import pattern
from report.numerals import find_zh
from report.numerals.fold import fold


def label_of(before: str) -> str:
    """What the words in front of a number call it, without connectives, dates, verbs and other numbers.

    Empty where they call it nothing, or only 这一数字.
    """
    if year := own_year(before):  # 医院由2019年的10家: the label stands in front of the year.
        before = pattern("from_year").sub("", before[: year.start()])
    last = max((numeral.end for numeral in find_zh(before)), default=0)
    words = before[last:].strip()
    first = pattern("before_label").match(fold(words))
    words = words[first.end() :] if first else words
    last_words = pattern("behind_label").search(fold(words))
    words = (words[: last_words.start()] if last_words else words).strip()
    return "" if pattern("same").fullmatch(words) else words


def is_same(one: str, other: str) -> bool:
    """Whether two labels call the same thing, apart from words such as 全国 and 总数."""
    return bool(core := _core(one)) and core == _core(other)


@lru_cache(maxsize=4096)
def _core(label: str) -> str:
    return pattern("around_label").sub("", fold(label))
