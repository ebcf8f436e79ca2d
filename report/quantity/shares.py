"""Shares and ratios that are printed without a unit: 百分之五, 七成, 三分之二, 1/3, 过半, 8折, 10.64/10万, 1:1.18.

Belongs here: those productions, with the value in per cent. Does not belong here: 53.43%, a number with a unit
(`amounts`).

Example:
    >>> from report.quantity.characters import normal
    >>> kind, amount = read_share(Cursor(normal("三分之二")))
    >>> kind, str(amount.value), amount.terms
    ('fraction', '66.67', (Decimal('3'), Decimal('2')))
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from report.quantity.chinese_numerals import read_han
from report.quantity.cursor import Cursor
from report.quantity.numbers import Number, read_number
from report.quantity.values import Amount, Kind, Per, QuantityError, times

_HALF = re.compile(r"(?:一半|半数|半)(?=$|以上|以下|左右|多|余|的)")
_OF_HUNDRED = {"百分之": "%", "千分之": "‰", "万分之": "/万"}
_DIGIT = "[一二两三四五六七八九]"
# 成 of 成年人 and 成本 is no tenth.
_TENTHS = re.compile(
    rf"(?P<low>{_DIGIT}|十|10|[1-9](?:\.[0-9])?)(?:(?P<mark>[-~—至到])?(?P<high>{_DIGIT}|十|10|[1-9]))?"
    rf"成(?P<rest>半|{_DIGIT}|[1-9](?![0-9.]))?(?![年立本员功果绩份套品熟交分]|[0-9])"
)
_PARTS = re.compile(
    r"(?P<of>[一二三四五六七八九十百千万零]+|[0-9]+)分之(?P<parts>[一二两三四五六七八九十百千零]+|[0-9]+)(?![0-9.])"
)
_SLASH = re.compile(r"(?P<parts>[1-9][0-9]?)/(?P<of>[1-9][0-9]?)(?![0-9.,万千百亿])")
_VULGAR = {
    "⅓": (1, 3), "⅔": (2, 3), "½": (1, 2), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5), "⅘": (4, 5),
}  # fmt: skip
_RATE = re.compile(
    r"/(?P<of>1,?000,?000|1,?00,?000|1?00,?000|10,?000|1,?000|100|百万|[十百]?万|[1-9][0-9]*万|千|百)(?P<people>人口|人)?(?![0-9])"
)
_OFF = re.compile(rf"(?P<tenths>[1-9](?:\.[0-9])?|{_DIGIT}{_DIGIT}?)折")
_TERM = r"(?:0|[1-9][0-9]*)(?:\.[0-9]+)?"
_RATIO = re.compile(rf"{_TERM}(?::{_TERM})+(?![0-9.])")
_SEVERAL = re.compile(r"(?P<count>[两二三四五六七八九2-9])个(?=[0-9.]+%)")
_MOST_PERCENT = 1000
_CENT = Decimal("0.01")
_PEOPLE = ("person", "people")


def read_share(cursor: Cursor) -> tuple[Kind, Amount] | None:
    """A share or ratio at the cursor, still without what may stand behind it; nothing where none begins."""
    start = cursor.at
    for read in (_half, _of_hundred, _tenths, _parts, _off, _ratio, _rate):
        if found := read(cursor):
            return found
        cursor.at = start
    return None


def _half(cursor: Cursor) -> tuple[Kind, Amount] | None:
    match = cursor.match(_HALF)
    alone = match is not None and match[0] == "半" and cursor.at == 1  # 近半 and 过半 are halves, 半 by itself is not.
    return ("fraction", fraction(1, 2)) if match and not alone else None


def fraction(parts: int, of: int) -> Amount:
    """A fraction as an amount in per cent, rounded to two decimals; its terms are exact.

    Raises:
        QuantityError: More parts than there are, or parts of none.
    """
    if not 0 < parts <= of:
        raise QuantityError("number-malformed", number=f"{parts}/{of}")
    exact = Decimal(parts * 100) / Decimal(of)
    value = exact.quantize(_CENT, ROUND_HALF_UP)
    value = Decimal(format(value.normalize(), "f"))
    return Amount(value, "%", terms=(Decimal(of), Decimal(parts)))


def _of_hundred(cursor: Cursor) -> tuple[Kind, Amount] | None:
    """百分之五, 百分之三十至四十, 千分之五."""
    start = cursor.at
    match = cursor.match("百分之|千分之|万分之")
    if match is None:
        return None
    low = read_number(cursor, qualified=True)  # 百分之百 needs no digit.
    if low is None:
        raise QuantityError("number-malformed", number=match[0])
    high: Number | None = None
    if cursor.match("至(?!少|多)|到|-|~|—"):
        cursor.match(match[0])
        high = read_number(cursor)
    unit = _OF_HUNDRED[match[0]]
    to = high.value if high else low.to
    if max(low.value, to or 0) > _MOST_PERCENT:
        raise QuantityError("number-malformed", number=cursor.printed(start))
    amount = Amount(low.value, unit, low.qualifier, to=to, style=low.style)
    if unit == "/万":
        return "rate", replace(amount, per=Per(Decimal(10_000), printed="万"))
    return "percent", amount


def _tenths(cursor: Cursor) -> tuple[Kind, Amount] | None:
    """七成 70%, 三成五 35%, 六至七成 and 六七成 60% to 70%."""
    match = cursor.match(_TENTHS)
    if match is None:
        return None
    low, high = _digit(match["low"]), _digit(match["high"]) if match["high"] else None
    if high is not None and ((not match["mark"] and high != low + 1) or high <= low):
        raise QuantityError("number-malformed", number=match[0])
    more = Decimal(5) if match["rest"] == "半" else _digit(match["rest"]) if match["rest"] else Decimal(0)
    if high is not None and more:
        raise QuantityError("number-malformed", number=match[0])
    if low > 10 or (low == 10 and more):
        raise QuantityError("number-malformed", number=match[0])
    to = times(high, Decimal(10)) if high is not None else None
    return "fraction", Amount(times(low, Decimal(10)) + more, "%", to=to)


def _digit(text: str) -> Decimal:
    return Decimal(text) if text[0].isdigit() and text[0].isascii() else Decimal(read_han(text) or 0)


def _parts(cursor: Cursor) -> tuple[Kind, Amount] | None:
    if match := cursor.match(f"[{''.join(_VULGAR)}](?=$|以|左|的)"):
        return "fraction", fraction(*_VULGAR[match[0]])
    if match := cursor.match(_PARTS):
        of, parts = (int(_whole(match[part])) for part in ("of", "parts"))
        if of in (100, 1000, 10_000):
            return None
        return "fraction", fraction(parts, of)
    if match := cursor.match(_SLASH):
        return "fraction", fraction(int(match["parts"]), int(match["of"]))
    return None


def _whole(text: str) -> int:
    value = int(text) if text.isascii() else read_han(text)
    if not value:
        raise QuantityError("number-malformed", number=text)
    return value


def _off(cursor: Cursor) -> tuple[Kind, Amount] | None:
    """8折, 八五折: what is still paid."""
    match = cursor.match(_OFF)
    if match is None:
        return None
    text = match["tenths"]
    digits = text if text[0].isascii() else ".".join(str(read_han(digit)) for digit in text)
    return "fraction", Amount(times(Decimal(digits), Decimal(10)), "%", style="off")


def _ratio(cursor: Cursor) -> tuple[Kind, Amount] | None:
    """1.60:1, 7.1:39.1:53.8. The value is what stands against 1; without a 1 there is none."""
    match = cursor.match(_RATIO)
    if match is None:
        return None
    terms = tuple(Decimal(term) for term in match[0].split(":"))
    value = terms[0] if terms[1] == 1 else terms[1]
    return "ratio", Amount(value, ":", terms=terms)


def ratio_terms(amount: Amount) -> tuple[Amount, ...]:
    """The terms of a ratio as amounts of their own: of 3:7 none is the value."""
    return tuple(replace(amount, value=term, terms=(), core=str(term)) for term in amount.terms)


def _rate(cursor: Cursor) -> tuple[Kind, Amount] | None:
    """10.64/10万, 52.3/10万人, 6.3/1000."""
    start = cursor.at
    number = cursor.match(r"(?:0|[1-9][0-9]{0,2}(?:,[0-9]{3})+|[1-9][0-9]*)(?:\.[0-9]+)?(?=/)")
    if number is None:
        return None
    at = cursor.at
    match = cursor.match(_RATE)
    if match is None:
        return None
    printed = cursor.printed(at)
    of = match["of"].replace(",", "")
    size = Decimal(int(of)) if of.isascii() else Decimal(_sized(of))
    if size != Decimal(10) ** size.adjusted():
        raise QuantityError("per-unknown", unit=printed)
    per = Per(size, match["people"] or "", printed[1:], _PEOPLE if match["people"] else ("", ""))
    value = Decimal(number[0].replace(",", ""))
    return "rate", Amount(value, printed, per=per, printed=cursor.phrase.source(start, at))


def _sized(text: str) -> int:
    digits = re.match("[0-9]*", text)
    sizes = {"百": 100, "千": 1000, "万": 10_000, "十万": 100_000, "百万": 1_000_000}
    number = int(digits[0]) if digits and digits[0] else 1
    return number * sizes[text[len(digits[0]) if digits else 0 :]]


def several_shares(cursor: Cursor) -> int | None:
    """How many equal shares 两个80% speaks of; the cursor then stands before the share."""
    match = cursor.match(_SEVERAL)
    return int(match["count"]) if match and match["count"].isascii() else (read_han(match["count"]) if match else None)
