"""The Chinese noun behind a number: 1400万儿童, 46个项目, 20多万无电人口.

What is counted is said by the figure's English noun; the Chinese one is only stepped over. So it may hold nothing that
could belong to the number: no numeral, size, bound, currency or word of change. Belongs here: that rule. Does not
belong here: counters, which are known units (`units`).

Example:
    >>> from report.quantity.characters import normal
    >>> cursor = Cursor(normal("万余人"), 0)
    >>> read_noun(Cursor(normal("儿童")), Rules(), None, "count")
"""

from __future__ import annotations

import re

from report.quantity.cursor import Cursor
from report.quantity.label import name_parts, whole_word
from report.quantity.name_words import labels
from report.quantity.rules import Rules
from report.quantity.values import Amount, Kind, QuantityError

_NOT_A_NOUN = re.compile(
    r"[0-9０-９½¼¾零〇一二两三四五六七八九十百千万亿兆廿卅佰仟拾%‰/:$¥€£+~<>≤≥±.,;，、。；余多几来数半强成折倍旬番约超逾近内外起前后上下左右至到以不未仅增减升降涨跌及等比按每均各第从由的]"
)
_NEXT = re.compile(r"[0-9½¼¾一二两三四五六七八九十百千万亿、,，和及与]")
_LETTERS = re.compile(r"[\u4e00-\u9fffA-Za-z()]*[\u4e00-\u9fff][\u4e00-\u9fffA-Za-z()]*")
_BRACKETED = re.compile(r"\([\u4e00-\u9fff、]+\)")
_LONGEST = 12
_BOUNDED = frozenset({"count", "age", "fraction", "top", "rate"})


def read_noun(cursor: Cursor, rules: Rules, amount: Amount | None, kind: Kind, *, more: bool = False) -> None:
    """Step over the noun behind an amount.

    Args:
        cursor: Stands behind number, unit and tail; behind the noun afterwards.
        rules: The report's units.
        amount: What was read; nothing for a number that is not said.
        kind: Its kind.
        more: Whether another amount may follow, as in a compound.

    Raises:
        QuantityError: There is neither a counter nor a noun, or what stands there is no noun.
    """
    start = cursor.at
    text = cursor.rest
    if more and (following := _NEXT.search(text)):
        text = text[: following.start()]
    if amount is not None and kind == "count" and not amount.unit:
        _check_counterless(cursor, rules, amount, text)
    if not text or kind not in _BOUNDED:
        return
    of = kind == "fraction" and text.startswith("的")  # 近三分之一的县
    behind = amount is not None and bool(amount.unit) and not of
    places = amount is not None and amount.unit in _COUNTING
    if behind and not _clean(text, rules, behind=True, places=places):
        return  # What is left over is said by the caller.
    if not _clean(text.removeprefix("的") if of else text, rules, behind=behind, places=places):
        raise QuantityError("unit-unknown", unit=cursor.printed(start, start + len(text)))
    cursor.at += len(text)


def skip_bracketed(cursor: Cursor) -> None:
    """Step over another counter or a remark in brackets, 8.2册（张）, where nothing in it could be a number."""
    found = _BRACKETED.match(cursor.phrase.text, cursor.at)
    if found and name_parts(found[0][1:-1], 0)[-1:] == [len(found[0]) - 2]:
        cursor.at = found.end()


def _clean(text: str, rules: Rules, *, behind: bool = False, places: bool = True) -> bool:
    """Whether a text can be a noun: no word of a number in it, no unit of another kind, no unknown unit.

    Args:
        text: In the grammar's spelling.
        rules: The report's units.
        behind: Whether a counter stands before it, so that one character is no noun but a place (2个市).
        places: Whether that counter counts places at all.
    """
    text = _BRACKETED.sub("", text)  # 21个省（区、市）
    if not behind and labels().measures.match(text):
        return False
    if len(text) > _LONGEST or not _LETTERS.fullmatch(text) or _NOT_A_NOUN.search(text):
        return False
    unit = rules.units.find(text)
    if behind and len(text) == 1 and not places:
        return False
    if behind and (len(text) == 1 or (unit and rules.units.name_at(text) in _TIMES)):
        return unit is not None and unit.kind == "count" and text in _PLACES
    if unit is not None and unit.kind not in ("count", "base") and rules.units.name_at(text) not in _TIMES:
        return False
    return not any(_holds(text, name, unit.kind, unit.dimension) for name, unit in rules.units.by_name.items())


_TIMES = ("日", "年", "月", "周")  # 年轻人 and 日间病床 begin with them and are nouns.
_COUNTING = ("个", "個", "座", "所", "名", "位", "家", "张", "張", "岁", "歲")
_PLACES = frozenset("区市县村镇乡省国院校人州厂园馆家床")


def _holds(text: str, name: str, kind: str, dimension: str) -> bool:
    """Whether a text holds the name of a currency or of a unit of measurement, and so may be a unit itself."""
    if kind == "money":
        return len(name) > 1 and name in text
    return bool(dimension) and (text.endswith(name) if len(name) == 1 else name in text)


def _check_counterless(cursor: Cursor, rules: Rules, amount: Amount, text: str) -> None:
    """A number without a counter: it needs a size (95.5亿), or a noun of two characters at least (1400万儿童)."""
    number = amount.printed + amount.inner + amount.magnitude + amount.outer or amount.core
    if text and number in ("一", "零", "〇"):
        raise QuantityError("number-idiom", number=number)  # 一大批 and 零报告 count nothing.
    if text and not number.isascii() and len(whole_word(number + text, 0)) > len(number):
        raise QuantityError("number-idiom", number=number)  # 三孩生育率
    sized = bool(re.search("[百千万亿萬億]", number)) or amount.style == "vague"
    if not text and not sized:
        raise QuantityError("unit-missing", number=number)
    unit = rules.units.find(text) if text else None
    if unit is not None and unit.kind not in ("count", "base"):
        raise QuantityError("wrong-measure", text=cursor.phrase.stated, measure="count")
    if len(text) == 1 and unit is None:  # 500万磅 would be as much of nothing.
        raise QuantityError("unit-unknown", unit=text)
