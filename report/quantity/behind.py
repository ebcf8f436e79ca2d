"""What may stand behind a share and its unit: the thing that it is a share of, 覆盖, 的低水平, the 安排 of 按3%安排.

Belongs here: reading it into words that the quantity keeps. Does not belong here: bounds (`amounts`), or nouns that are
counted (`noun`).

Example:
    >>> from report.quantity.characters import normal
    >>> [word.english for word in read_behind(Cursor(normal("的县")), "fraction", ())]
    ['counties']
"""

from __future__ import annotations

import re
from functools import cache

from report.quantity.bases import read_base_behind
from report.quantity.cursor import Cursor
from report.quantity.label import name_parts
from report.quantity.name_words import labels
from report.quantity.names import said_by_names
from report.quantity.values import Kind, Word
from report.quantity.words import quantity_words

_LEVEL = re.compile("的(?:历史)?(?P<size>低|高)?(?:水平|位)$|的(?:较(?P<rather>低|高)|合理|正常)?(?:水平|区间)$")
_SET = re.compile("(?:的(?:标准|比例|幅度))?(?:安排|掌握|测算)$")


_INDEXED = re.compile("\\((?:以)?(?P<base>[\u4e00-\u9fff]{1,4}|(?:19|20)[0-9]{2}年)(?:=|为)100\\)$")


def read_indexed(cursor: Cursor) -> Word | None:
    """（上年=100） behind an index, or nothing."""
    start, words = cursor.at, quantity_words()
    found = cursor.match(_INDEXED)
    if found is None:
        return None
    base = words.indexed.get(found["base"], found["base"].removesuffix("年"))
    if not base.isascii():
        cursor.at = start
        return None
    return Word(cursor.printed(start), "lead", words.forms["as-hundred"].replace("{base}", base))


def read_sum_behind(cursor: Cursor) -> tuple[Word, ...]:
    """投资收益 of 1200亿元投资收益, 的综合赤字: what an amount of money is, as a name in front of it would say."""
    start = cursor.at
    found = cursor.match(_sums())
    if found is None or name_parts(cursor.phrase.text, found.start("name"))[-1:] != [found.end()]:
        cursor.at = start
        return ()
    return said_by_names((Word(cursor.printed(start), "label"),))


def missing(noun: str) -> tuple[Word, ...]:
    """学位缺口 of 1.3万个学位缺口, as a name in front of the number would say it."""
    return said_by_names((Word(noun, "label"),)) if noun.endswith(("缺口", "短缺")) else ()


@cache
def _sums() -> re.Pattern[str]:
    return re.compile(f"的?(?P<name>[\u4e00-\u9fff]{{0,8}}(?:{'|'.join(labels().sums)}))$")


def read_behind(cursor: Cursor, kind: Kind, head: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words behind a share; none where nothing known stands there."""
    if not cursor.rest or kind not in ("percent", "fraction", "points"):
        return ()
    start, forms = cursor.at, quantity_words().forms
    level = any(word.kind == "level" for word in head)
    if level and cursor.match(_SET):
        return ()
    if level and (found := cursor.match(_LEVEL)):
        size = found["size"] or found["rather"]
        english = forms["low-level" if size == "低" else "high-level"] if size else ""
        return (Word(cursor.printed(start), "lead", english),)
    if kind == "percent" and cursor.match("的?(?:全)?覆盖率?$"):
        return (Word(cursor.printed(start), "lead", forms["coverage"]),)
    moved = any(word.kind in ("up", "down", "base") for word in head)
    base = None if moved or kind == "points" else read_base_behind(cursor)
    return (base,) if base else ()
