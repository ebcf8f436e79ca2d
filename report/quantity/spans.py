"""Spans of time that are no lengths: 近3年 is the past three years, not nearly three; 首年 is the first year.

Belongs here: those readings, and refusing what may be either (近20天). Does not belong here: a plain length of time
(`amounts`).

Example:
    >>> from report.quantity.characters import normal
    >>> amount, head = read_span(Cursor(normal("过去5年")), Rules(), (), "duration")
    >>> str(amount.value), amount.style
    ('5', 'past')
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from report.quantity.amounts import read_amount
from report.quantity.cursor import Cursor
from report.quantity.rules import Rules
from report.quantity.values import Amount, Measure, Qualifier, QuantityError, Word

_PAST = re.compile("过去的?|最近|近来")
_NEXT = re.compile("未来|今后|此后|接下来的?")
_FIRST = re.compile("首(?=[年月周季])")
# 近N of these, with or without 个, is a span; of 天 and 周 it may be either.
_LONG = ("年", "月", "季度", "学期", "学年")
_SHORT = ("小时", "分钟", "秒", "毫秒")  # 近40分钟 is nearly 40 minutes.


def read_span(
    cursor: Cursor, rules: Rules, head: tuple[Word, ...], measure: Measure
) -> tuple[Amount, tuple[Word, ...]] | None:
    """A span at the cursor, with what is left of the words in front; nothing where it is none.

    Raises:
        QuantityError: `span-open`, where the phrase may be a length or a span.
    """
    if measure != "duration":
        return None
    start = cursor.at
    for pattern, style in ((_PAST, "past"), (_NEXT, "next"), (_FIRST, "first")):
        if cursor.match(pattern):
            return _amount(cursor, rules, start, style), head
    if not head or head[-1].text != "近":
        return None
    at = cursor.at
    _, amount = read_amount(cursor, rules, head)
    unit = rules.units.of(amount.unit)
    name = unit.zh if unit else ""
    cursor.match("来(?=$)")
    if name in _SHORT or amount.style == "half" or amount.value % 1:
        cursor.at = at
        return None
    if name.removeprefix("个") not in _LONG or amount.printed in ("百", "千", "万"):
        raise QuantityError("span-open", text=cursor.phrase.stated)
    if amount.qualifier is not Qualifier.EXACT:
        raise QuantityError("two-qualifiers", words=head[-1].text + amount.inner + amount.outer + amount.tail)
    return replace(amount, style="past", core=head[-1].text + cursor.printed(at)), head[:-1]


def _amount(cursor: Cursor, rules: Rules, start: int, style: str) -> Amount:
    if style == "first":
        at = cursor.at
        name = rules.units.name_at("个" + cursor.rest) if cursor.rest[0] in "月" else rules.units.name_at(cursor.rest)
        cursor.at += len(name.removeprefix("个"))
        return Amount(Decimal(1), cursor.printed(at), style=style, core=cursor.printed(start))
    kind, amount = read_amount(cursor, rules)
    if kind != "duration" or amount.qualifier is not Qualifier.EXACT or amount.to is not None:
        raise QuantityError("span-open", text=cursor.phrase.stated)
    cursor.match("来(?=$)")
    return replace(amount, style=style, core=cursor.printed(start))
