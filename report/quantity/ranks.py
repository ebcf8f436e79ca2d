"""Ranks: 第4, 第11名, 首位, 前十, 20强, 前10%, 倒数第二, 由第6位上升到第5位.

Belongs here: what is read of a phrase that states a rank, behind the words in front. Does not belong here: 11名, which
is a count.

Example:
    >>> from report.quantity.characters import normal
    >>> kind, amount = read_rank(Cursor(normal("前10%")), Rules())
    >>> kind, str(amount.value), amount.unit
    ('top', '10', '%')
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from report.quantity.amounts import read_amount
from report.quantity.characters import normal
from report.quantity.cursor import Cursor
from report.quantity.numbers import read_number
from report.quantity.rules import Rules
from report.quantity.values import Amount, Kind, Qualifier, QuantityError, Word
from report.quantity.words import grammar

_PLACE = "名|位"
_OCCASION = "[次年届批轮](?![0-9])"  # 第5次, 连续第12年
_WHOLE = 100
_PLACING = re.compile("稳居|位居|跃居|高居|雄居|仍居|均居|居于|位列|名列|排名|排在|跻身|进入|领跑|位于|处于|继续保持")
_OF_A_GROUP = tuple("部省市区县国洲州类界业域圈群体内校院企中份")


def read_rank(cursor: Cursor, rules: Rules) -> tuple[Kind, Amount]:
    """The rank at the cursor.

    Raises:
        QuantityError: No rank stands here.
    """
    start = cursor.at
    if amount := _fixed(cursor):
        return "rank", amount
    if cursor.take("倒数第"):
        return "last", _placed(cursor, start)
    if cursor.take("第"):
        return "rank", _placed(cursor, start)
    if top := read_top(cursor, rules):
        return "top", top
    if cursor.match("后|末"):
        return "last", replace(_placed(cursor, start), style="bottom")
    raise QuantityError("not-a-rank", text=cursor.printed_rest)


def among(head: tuple[Word, ...], rest: str) -> tuple[Word, ...]:
    """The words in front of a rank, with the English of the group that it is among: 位居中部第一.

    Raises:
        QuantityError: A group without English, which the rank would lose.
    """
    if not head or head[-1].kind != "label":
        return head
    name = normal(head[-1].text).text
    placed = _PLACING.search(name)  # 经济总量稳居中部第一
    group = name[placed.end() :] if placed else name
    known = next((known for known in sorted(grammar().groups, key=len, reverse=True) if group.endswith(known)), "")
    if known and (known == group or not placed):  # 满意度列长三角第一
        return (*head[:-1], replace(head[-1], kind="lead", english=grammar().groups[known]))
    said = any(normal(word.text).text in ("居", "列", "排") or _PLACING.search(normal(word.text).text) for word in head)
    if group and (placed or said or group.endswith(_OF_A_GROUP)):  # 经济总量第一 is a name, 位居副省级城市第一 a group.
        raise QuantityError("leading-text", text=head[-1].text, rest=rest)
    return head


def _fixed(cursor: Cursor) -> Amount | None:
    """首位, 冠军: a rank that is a word."""
    fixed = grammar().fixed.get(cursor.rest)
    if fixed is None or not fixed.rank:
        return None
    cursor.at += len(cursor.rest)
    return Amount(
        Decimal(fixed.rank), "", printed=fixed.en, style="word" if fixed.en else "", core=cursor.phrase.stated
    )


def read_top(cursor: Cursor, rules: Rules) -> Amount | None:
    """前十, 前5名, 20强, 百强, 前10%: among the first so many; nothing where it is none of these."""
    start = cursor.at
    before = cursor.take("前")
    try:
        if before and ("%" in cursor.rest or cursor.rest.startswith("百分之")):
            amount = read_amount(cursor, rules)[1]
            if (
                amount.unit == "%"
                and 0 < amount.value <= _WHOLE
                and amount.to is None
                and amount.qualifier is Qualifier.EXACT
            ):
                return replace(amount, qualifier=Qualifier.AT_MOST, core=cursor.printed(start))
            raise QuantityError("not-a-rank", text=cursor.printed(start))
        number = read_number(cursor, qualified=True)
    except QuantityError:
        cursor.at = start
        return None
    unit = cursor.match("强|名|位|家|甲") if number else None
    strong = bool(unit and unit[0] == "强")
    exact = number and number.qualifier is Qualifier.EXACT and number.to is None and number.value % 1 == 0
    if (
        number is None
        or not exact
        or not number.value
        or not (before or strong)
        or (before and unit is None and cursor.rest)
    ):
        cursor.at = start
        return None
    return Amount(number.value, "", Qualifier.AT_MOST, core=cursor.printed(start), style="top")


def _placed(cursor: Cursor, start: int) -> Amount:
    """The place behind 第, with its 名 or 位."""
    at = cursor.at
    number = read_number(cursor)
    if number is None:
        raise QuantityError("not-a-rank", text=cursor.printed(start) + cursor.printed_rest)
    exact = number.qualifier is Qualifier.EXACT and number.to is None
    if not exact or number.value < 1 or number.value % 1:
        raise QuantityError("number-malformed", number=cursor.printed(at))
    printed, at = cursor.printed(at), cursor.at
    unit = cursor.printed(at) if cursor.match(_PLACE) or cursor.match(_OCCASION) else ""
    return Amount(number.value, unit, printed=printed)
