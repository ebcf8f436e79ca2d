"""An amount: a number, or a range of two, with its unit, denominator and what stands behind it.

    每千人口  HK$   1.2～1.5  万        个    /天    半   左右
    per      sign  numbers   magnitude unit  per    half tail

Belongs here: that sequence. Does not belong here: numbers (`numbers`), shares without a unit (`shares`), words in
front (`head`), whether the result fits a measure (`fit`).

Example:
    >>> from report.quantity.characters import normal
    >>> kind, amount = read_amount(Cursor(normal("1.2～1.5万人")), Rules())
    >>> kind, str(amount.value), str(amount.to)
    ('count', '12000', '15000')
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from report.quantity.cursor import Cursor
from report.quantity.noun import skip_bracketed
from report.quantity.numbers import Number, read_number, starts_number
from report.quantity.rates import read_per_behind
from report.quantity.rules import Rules
from report.quantity.shares import read_share, several_shares
from report.quantity.tails import read_tail
from report.quantity.units import LARGER_UNITS, UnitWords
from report.quantity.values import Amount, Kind, Qualifier, QuantityError, Word, times
from report.quantity.words import grammar

_MARK = re.compile("-|~|—{1,2}|至(?!少|多|今)|到")
_SIGN = re.compile(r"[-+](?=[0-9¥$])|零下|负(?=[0-9一二三四五六七八九十])")
_CURRENCY_SIGN = re.compile(r"[¥￥$]")
_HALF_BEFORE = re.compile("半(?=个?(?:月|小时|钟头|世纪|学期|学年|星期|年|天|日|百分点))")
_HALF_INSIDE = re.compile("个半(?=月|小时|钟头|世纪|学期|学年|星期|工作日|百分点)")
_OVER_INSIDE = re.compile("个[多余](?=月|小时|钟头|世纪|学期|学年|星期|工作日|百分点)")
_HALF_BEHIND = re.compile("半(?!数)")
_DOLLARS = {"USD", "HKD", "TWD", "MOP", "SGD", "CAD", "AUD", "NZD"}
_KIND: dict[str, Kind] = {
    "count": "count", "age": "age", "money": "money", "share": "percent", "points": "points",
    "duration": "duration", "multiple": "multiple",
}  # fmt: skip
_YEARS = range(1000, 3000)
_OLDEST = 150  # Of an age, in years or months.
_REPUBLIC_YEARS = range(80, 200)
_WIDEST = 1000  # Of a range: one that is wider is two numbers, or one in another size.
_SIZES = ("百", "千", "万", "亿", "百万", "千万", "百亿", "千亿", "万亿")
_SIGNED = ("元", "℃", "度", "分", "米")  # Counts that may stand below zero.
_RATED = ("count", "money", "duration", "rate")  # 人均收入增长5% is a change of the rate, and none itself.
_DOUBLED = {"一番": "100", "番": "100", "倍": "100", "两番": "300", "二番": "300"}


def read_amount(cursor: Cursor, rules: Rules, head: tuple[Word, ...] = ()) -> tuple[Kind, Amount]:
    """The amount at the cursor, with all that belongs to it; a noun may still follow.

    Raises:
        QuantityError: No amount stands here, or one that is no number, unit or range.
    """
    start = cursor.at
    each = several_shares(cursor)
    before = next((word.per for word in head if word.per), None)
    kind, amount = _doubled(cursor) or read_share(cursor) or _counted(cursor, rules, head)
    counted = amount.unit or amount.magnitude or amount.currency or any(_is_rate(word) for word in head)
    if before and kind in _RATED and counted:
        if amount.per:
            raise QuantityError("trailing-text", rest=amount.per.printed, read=cursor.printed(start))
        amount = replace(amount, per=before)
    if each:
        amount = replace(amount, style="each", terms=(Decimal(each),))
    amount = read_tail(cursor, kind, amount)
    core = cursor.printed(start)
    return kind, amount if core == _parts(amount) else replace(amount, core=core)


def _is_rate(word: Word) -> bool:
    """Whether a word names a rate, 万车死亡率, whose number has no unit."""
    return word.kind == "label" and word.text.endswith("率")


def _parts(amount: Amount) -> str:
    return amount.printed + amount.inner + amount.magnitude + amount.outer + amount.unit + amount.tail


def _doubled(cursor: Cursor) -> tuple[Kind, Amount] | None:
    """翻番, 翻一番, 翻了近两番, 持平: changes without a number."""
    if match := cursor.match("翻了?(?P<bound>近|约|超过?)?(?P<times>一番|两番|二番|番|倍)"):
        name, _ = grammar().qualifiers.get(match["bound"] or "", ("exact", ""))
        return "multiple", Amount(Decimal(_DOUBLED[match["times"]]), "%", Qualifier(name), style="doubled")
    if cursor.match("(?:基本)?持平|不变"):
        return "percent", Amount(Decimal(0), "%", style="unchanged")
    return None


def _counted(cursor: Cursor, rules: Rules, head: tuple[Word, ...]) -> tuple[Kind, Amount]:
    """A number or a range with its unit."""
    start = cursor.at
    if half := _half_unit(cursor, rules):
        return half
    sign = cursor.match(_SIGN)
    currency = _currency_before(cursor, rules)
    qualified = any(word.kind == "qualifier" for word in head)
    number = read_number(cursor, qualified=qualified)
    if number is None:
        text, rest = _until_number(cursor)
        raise QuantityError("leading-text", text=text, rest=rest)
    negative = bool(sign and sign[0] != "+")
    if sign and qualified:
        raise QuantityError("number-malformed", number=cursor.printed(start))
    halved, over = bool(cursor.match(_HALF_INSIDE)), bool(cursor.match(_OVER_INSIDE))
    unit, printed = _unit(cursor, rules, halved=halved or over)
    number, unit, printed = _range(cursor, rules, number, unit, printed)
    per = read_per_behind(cursor, rules) if unit else None
    amount = Amount(
        number.value, printed, number.qualifier, number.printed, number.inner, number.magnitude, number.outer,
        to=number.to, per=per, style=number.style,
    )  # fmt: skip
    if halved or (unit and unit.kind == "duration" and not number.inner and cursor.match(_HALF_BEHIND)):
        amount = _with_half(amount, cursor, start)
    if over:
        amount = replace(amount, qualifier=Qualifier.MORE_THAN)
    if unit and not per:
        skip_bracketed(cursor)
    if unit and unit.kind == "duration" and not amount.style:
        amount, unit = _with_smaller(cursor, rules, amount, unit)
    if negative:
        amount = _negative(amount, cursor, start)
    return _measured(cursor, rules, amount, unit, currency)


def _with_half(amount: Amount, cursor: Cursor, start: int) -> Amount:
    if amount.value % 1 or amount.to is not None or amount.outer:
        raise QuantityError("number-malformed", number=cursor.printed(start))
    return replace(amount, value=amount.value + Decimal("0.5"), style="half")


def _with_smaller(cursor: Cursor, rules: Rules, amount: Amount, unit: UnitWords) -> tuple[Amount, UnitWords]:
    """1小时30分钟, 2年零3个月 in the smaller unit."""
    start = cursor.at
    cursor.match("零|又")
    number = read_number(cursor) if re.match("[0-9一二两三四五六七八九十]", cursor.rest) else None
    if number is None:
        cursor.at = start
        return amount, unit
    smaller, printed = _unit(cursor, rules)
    if unit.zh == "小时" and smaller and smaller.zh == "分":
        smaller = rules.units.by_name["分钟"]
    larger, holds = LARGER_UNITS.get(smaller.zh if smaller else "", ("", 0))
    whole = amount.value % 1 == 0 and amount.qualifier is Qualifier.EXACT and amount.to is None
    if smaller is None or larger != unit.zh or not whole or number.to is not None or number.value >= holds:
        raise QuantityError("several-amounts", text=cursor.phrase.stated)
    value = amount.value * holds + number.value
    terms = (amount.value, number.value)
    return Amount(value, smaller.zh, number.qualifier, printed, terms=terms, style="and"), smaller


def _negative(amount: Amount, cursor: Cursor, start: int) -> Amount:
    if amount.to is not None or amount.style:
        raise QuantityError("number-malformed", number=cursor.printed(start))
    return replace(amount, value=-amount.value if amount.value else amount.value)


def _half_unit(cursor: Cursor, rules: Rules) -> tuple[Kind, Amount] | None:
    """半年, 半个月."""
    start = cursor.at
    if not cursor.match(_HALF_BEFORE):
        return None
    unit, printed = _unit(cursor, rules)
    if unit is None or unit.kind not in ("duration", "points"):
        cursor.at = start
        return None
    return _KIND[unit.kind], Amount(Decimal("0.5"), printed, style="half")


def _until_number(cursor: Cursor) -> tuple[str, str]:
    """What stands before the next number, and the phrase from there on."""
    at = cursor.at
    while at < len(cursor.phrase.text) and not starts_number(cursor.phrase.text[at:]):
        at += 1
    if at == len(cursor.phrase.text):
        raise QuantityError("no-number", text=cursor.phrase.stated)
    return cursor.printed(cursor.at, at), cursor.printed(at, len(cursor.phrase.text))


def _currency_before(cursor: Cursor, rules: Rules) -> str:
    """人民币, HK$ or ¥ in front of the number."""
    start = cursor.at
    if sign := cursor.match(_CURRENCY_SIGN):
        if sign[0] == "$" and rules.currency not in _DOLLARS:
            raise QuantityError("currency-open", text=cursor.phrase.stated)
        return "CNY" if sign[0] in "¥￥" and not rules.currency else rules.currency
    unit = rules.units.find(cursor.phrase.text, cursor.at, ("money",))
    if unit and unit.currency:
        cursor.at += len(rules.units.name_at(cursor.phrase.text, cursor.at))
        if starts_number(cursor.rest) or cursor.rest[:1] in "约逾超近":
            return unit.currency
        cursor.at = start
    return ""


def _unit(cursor: Cursor, rules: Rules, *, halved: bool = False) -> tuple[UnitWords | None, str]:
    """The known unit at the cursor, and how it is printed."""
    start = cursor.at
    name = rules.units.name_at(cursor.phrase.text, cursor.at)
    if halved and not name:
        name = rules.units.name_at("个" + cursor.rest)[1:]
        unit = rules.units.by_name.get("个" + name)
    elif halved and "个" + name in rules.units.by_name:
        unit = rules.units.by_name["个" + name]
    else:
        unit = rules.units.by_name.get(name)
    if unit is None or unit.kind == "base":
        return None, ""
    cursor.at += len(name)
    if name == "分" and re.match("[0-9]{1,2}秒", cursor.rest):
        unit = rules.units.by_name["分钟"]  # 2分30秒
    printed = cursor.printed(start)
    return unit, "个" + printed if halved and "个" + name in rules.units.by_name else printed


def _range(
    cursor: Cursor, rules: Rules, low: Number, unit: UnitWords | None, printed: str
) -> tuple[Number, UnitWords | None, str]:
    """The number as a range, where a mark and a second number follow; both have the one unit."""
    start = cursor.at
    if not cursor.match(_MARK):
        return low, unit, printed
    if unit and unit.kind == "money":
        _currency_before(cursor, rules)
    if not starts_number(cursor.rest):
        cursor.at = start
        return low, unit, printed
    high = read_number(cursor)
    if high is None:  # 0.5—百分点
        cursor.at = start
        return low, unit, printed
    if (
        low.to is not None
        or high.to is not None
        or low.qualifier is not Qualifier.EXACT
        or high.qualifier is not Qualifier.EXACT
    ):
        raise QuantityError("qualifier-not-allowed", word=cursor.printed(0))
    second, behind = _unit(cursor, rules)
    if unit is not None and second is not None and second.kind != unit.kind:  # 上升3倍至191.9亿元
        raise QuantityError("level-and-change", text=cursor.phrase.stated)
    if unit is not None and second is None and not cursor.rest:  # 下跌3.4%至196.4
        raise QuantityError("level-and-change", text=cursor.phrase.stated)
    if unit is not None and second is not unit:
        raise QuantityError("unit-unknown", unit=behind or cursor.printed_rest)
    if unit is None and not low.magnitude and high.magnitude and low.value < times(high.value, 1 / Decimal(high.size)):
        low = replace(low, value=times(low.value, Decimal(high.size)))
    if low.value >= high.value or (low.value and high.value > low.value * _WIDEST) or high.printed in _SIZES:
        raise QuantityError("range-falls", text=cursor.phrase.stated)
    text = low.printed + low.magnitude + cursor.printed(start)
    return Number(low.value, to=high.value, printed=text), second, behind


def _measured(
    cursor: Cursor, rules: Rules, amount: Amount, unit: UnitWords | None, currency: str
) -> tuple[Kind, Amount]:
    """The amount as what its unit measures."""
    if currency:
        if unit and (unit.kind != "money" or unit.currency not in ("", currency)):
            raise QuantityError("unit-unknown", unit=amount.unit)
        return "money", replace(amount, currency=currency, unit=amount.unit)
    if unit is not None and unit.kind == "age" and max(amount.value, amount.to or 0) > _OLDEST:
        raise QuantityError("number-malformed", number=cursor.phrase.stated)
    if amount.value < 0 and (unit is None or (unit.kind == "count" and unit.zh not in _SIGNED)):
        raise QuantityError("number-malformed", number=cursor.phrase.stated)
    if unit is None:
        return "count", amount
    if amount.magnitude and unit.kind in ("share", "points", "age"):
        raise QuantityError("number-malformed", number=amount.printed + amount.magnitude)
    if unit.kind == "money":
        return "money", replace(amount, currency=unit.currency or _own_currency(cursor, rules))
    if unit.zh == "年" and amount.value in _YEARS and re.search(r"(?<![0-9.])[12][0-9]{3}年", cursor.phrase.text):
        raise QuantityError("date", text=cursor.phrase.stated)
    if unit.zh == "年" and rules.currency == "TWD" and amount.value in _REPUBLIC_YEARS:
        raise QuantityError("date", text=cursor.phrase.stated)  # 113年 of Taiwan is 2024.
    return _KIND.get(unit.kind, "count"), amount


def _own_currency(cursor: Cursor, rules: Rules) -> str:
    """Which 元: the report's, and never a guess."""
    if not rules.currency:
        raise QuantityError("currency-open", text=cursor.phrase.stated)
    return rules.currency
