"""What stands beside a phrase in its sentence and belongs to it: 不到 in 不到50%, 半 in 一年半, 万 in 21.89万.

A phrase that leaves such a neighbour out says another value, sign, unit, bound, rank or denominator. Which words these
are is a table, `words/neighbours.yml`; what cannot be a list of words is grammar and stands here: numbers that touch,
ranges (10至15个), ratios (1:1.18), and values from which something changed (从2家增加到5家).

Belongs here: how far a phrase reaches. Does not belong here: refusing one that is cut (`report.validate.quotes`).

Example:
    >>> text = "合格率不到50%左右"
    >>> start, end = whole_phrase(text, 5, 8)
    >>> text[start:end]
    '不到50%左右'
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Any, Literal

from report.numerals.base import Numeral, Span
from report.numerals.fold import fold
from report.numerals.stock_names import printed_numerals
from report.numerals.zh import find_zh
from report.word_files import read_words

GAP = "…"
"""What stands for words that a fingerprint leaves out: 由…35%提高到."""
NOTHING: Mapping[str, str] = MappingProxyType({})
_LONGEST = 24  # characters that a row can match on one side
_HAN = "零〇一二两三四五六七八九十百千万亿"
_VALUE = rf"(?:[0-9][0-9,]*(?:\.[0-9]+)?|[{_HAN}]+)"
_UNIT = "[%‰个家项名人次件类种年岁元月日天周位成倍度米里吨亩张所例辆处]{0,3}"
# A range has one unit, or none in front: 10至15个, 4.5%至5%; not 5人到3家医院.
_RANGE_BEFORE = re.compile(rf"({_VALUE})({_UNIT}?)(?:[-~～–至到或]|(?<!—)—)$")
_RANGE_AFTER = re.compile(rf"(?:[-~～–至到或]|—(?!—))(?:第)?({_VALUE})({_UNIT})")
_RATIO_BEFORE = re.compile(r"(?<![0-9])[0-9][0-9.]*[:比]$")
_RATIO_AFTER = re.compile(r"[:比](?=[0-9])[0-9][0-9.]*")
_DIGITS_BEFORE = re.compile("[0-9][.,]?$|[十百千万亿]$")
_DIGITS_BEHIND = re.compile("[.,]?[0-9]")
# 增长14.5%和12.4%: the second is a change as well.
_SHARED = re.compile(
    rf"(?:增长|下降|提高|降低|上升|提升|回落|上涨|减少|增加)了?(?:{_VALUE}(?:%|‰|个百分点)[、和及与,，])+$"
)
_SLASH_BEFORE = re.compile(r"[0-9]/$")
# 从2家增加到5家, 由全省第6位上升到第5位: the first of the two values is where it came from.
_FROM = re.compile(rf"(?:[从由自]|较|比)((?:(?![从由自])[^，。；、,;]){{0,10}}|{GAP})$")
_CHANGED = re.compile(
    rf"[^，。；、,;0-9]{{0,6}}?(?P<verb>[提增上扩攀跃下减降直回压缩收拓延][高升长加大短窄少低落降涨跌调浮宽减小缩]?(?:至|到|为)|升至|降至|[至到](?=[0-9第{GAP}]))"
)
_HIGHER = re.compile(
    rf"{GAP}?(?P<verb>(?:还|更|有所|略|略有|再|又)?(?:提高|增长|上升|增加|下降|减少|降低|缩短|扩大|高|低|多|少)(?!于))"
)


@dataclass(frozen=True)
class _Row:
    """One row of the table, for one side.

    Attributes:
        words: Up to the end of what stands before the phrase, or from the beginning of what stands behind it.
        of: What the phrase must hold.
        carried: Field of a figure that says the same; empty where none does.
    """

    words: re.Pattern[str]
    of: re.Pattern[str]
    carried: str


@cache
def _rows(side: Literal["before", "after"]) -> tuple[_Row, ...]:
    return tuple(_row(row, side) for row in read_words("neighbours.yml") if side in row)


def _row(row: Mapping[str, Any], side: Literal["before", "after"]) -> _Row:
    words = "|".join(map(_choice, sorted(row[side], key=len, reverse=True)))
    if side == "before":
        behind = f"(?<!{row['not_behind']})" if "not_behind" in row else ""
        through = f"(?:{'|'.join(row['through'])})?" if "through" in row else ""
        pattern = f"{behind}(?:{words}){through}$"
    else:
        pattern = f"(?:{words})" + (f"(?!{row['not_before']})" if "not_before" in row else "")
    return _Row(re.compile(pattern), re.compile(row.get("of", "")), row.get("carried", ""))


def _choice(word: str) -> str:
    return word[1:-1] if len(word) > 2 and word[0] == word[-1] == "/" else re.escape(word)


def whole_phrase(text: str, start: int, end: int, carried: Mapping[str, str] = NOTHING) -> Span:
    """How far the phrase `text[start:end]` reaches in its sentence.

    Args:
        text: The sentence, or as much of it as is known.
        start: Where the phrase begins.
        end: Where it ends.
        carried: Fields of its figure that say what some neighbours say, so that these may be left out: the words of
            the field, or an empty text where it says so by being there.

    Returns:
        The same span where the phrase is whole; else a wider one.
    """
    folded = fold(text)
    before = (-1, -1)
    while before != (start, end):
        before = start, end = _reach(text, folded, start, end, carried)
        if "source" not in carried and (source := _source(folded, start, end)):
            start, end, _ = source
    return start, end


def _reach(text: str, folded: str, start: int, end: int, carried: Mapping[str, str]) -> Span:
    """How far the value reaches, whether or not it is one from which something changed."""
    before = (-1, -1)
    while before != (start, end):
        before = (start, end)
        start, end = _numerals(text, folded, start, end)
        start, end = _words(folded, start, end, carried)
        start, end = _structure(folded, start, end)
    return start, end


def whole_letters(text: str, start: int, end: int) -> Span:
    """The same of a grade, A+ or 5A级: letters, digits and signs that touch it."""
    folded = fold(text)
    while start and re.match("[0-9A-Za-z+]", folded[start - 1]):
        start -= 1
    while end < len(folded) and re.match("[0-9A-Za-z+-]", folded[end]):
        end += 1
    return start, end


def _numerals(text: str, folded: str, start: int, end: int) -> Span:
    """With the numerals that it cuts, 1.89万 of 21.89万次, and the digits that touch it."""
    before = _DIGITS_BEFORE.search(folded, max(start - _LONGEST, 0), start) if folded[start].isdigit() else None
    behind = _DIGITS_BEHIND.match(folded, end) if re.match(f"[0-9余多{_HAN}]", folded[end - 1]) else None
    first, last = before.start() if before else start, behind.end() if behind else end
    for numeral in _found(text):
        if numeral.start < last and first < numeral.end:
            first, last = min(first, numeral.start), max(last, numeral.end)
    return first, last


@lru_cache(maxsize=4096)
def _found(text: str) -> tuple[Numeral, ...]:
    return tuple(numeral for numeral in find_zh(text) if numeral.kind != "level")


def _words(folded: str, start: int, end: int, carried: Mapping[str, str]) -> Span:
    """With the words of the table on either side."""
    for row in _rows("before"):
        found = row.words.search(folded, max(start - _LONGEST, 0), start)
        if found and row.of.search(folded[start:end]) and not _is_carried(row, found[0], carried):
            start = found.start()
    for row in _rows("after"):
        found = row.words.match(folded, end)
        if found and row.of.search(folded[start:end]) and not _is_carried(row, found[0], carried):
            end = found.end()
    return start, end


def _is_carried(row: _Row, words: str, carried: Mapping[str, str]) -> bool:
    said = carried.get(row.carried)
    return said is not None and (not said or words in fold(said))


def _structure(folded: str, start: int, end: int) -> Span:
    """With the other end of a range or ratio."""
    phrase, ahead = folded[start:end], folded[max(start - _LONGEST, 0) : start]
    found = _RANGE_BEFORE.search(ahead)
    if found is None or found[2] not in phrase:
        found = _RATIO_BEFORE.search(ahead) or _SLASH_BEFORE.search(ahead) or _SHARED.search(ahead)
    if found:
        start -= len(ahead) - found.start()
    if (found := _RANGE_AFTER.match(folded, end)) and _one_unit(phrase, found[2]):
        end = found.end()
    elif found := _RATIO_AFTER.match(folded, end):
        end = found.end() if phrase[-1:].isdigit() else end
    return start, end


def _one_unit(phrase: str, unit: str) -> bool:
    """Whether the first number of a range, with or without its unit, may have the unit of the second."""
    return bool(re.search(f"[0-9{_HAN}]$", phrase)) or any(phrase.endswith(unit[:n]) for n in range(1, len(unit) + 1))


def _source(folded: str, start: int, end: int) -> tuple[int, int, str] | None:
    """Where the words begin and end, and which verb they end in, that make it a value from which something changed.

    从 and 由 alone do not: 由5家医院组成.
    """
    if found := _FROM.search(folded, max(start - _LONGEST, 0), start):
        change = (_HIGHER if found[0][0] in "较比" else _CHANGED).match(folded, end)
        if change:
            return found.start(), change.end(), change["verb"]
    return None


@lru_cache(maxsize=4096)
def printed_phrases(text: str) -> tuple[str, ...]:
    """The whole phrase of each numeral of a sentence, in the order of `printed_numerals`, for its fingerprint.

    It holds numbers and words of the table. What stands between 从 and its value could be any words: `…`.
    """
    folded = fold(text)
    phrases = []
    for numeral in printed_numerals(text):
        start, end = numeral.start, numeral.end
        if numeral.kind != "number":
            phrases.append(numeral.text)
            continue
        start, end = _reach(text, folded, start, end, NOTHING)
        source = _source(folded, start, end)
        phrase = text[start:end]
        phrases.append(f"{text[source[0]]}{GAP}{phrase}{GAP}{source[2]}{GAP}" if source else phrase)
    return tuple(phrases)
