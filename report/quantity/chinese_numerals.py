"""Chinese number words: 四, 两, 十五, 三百零六, 两万二千, 三万亿.

Belongs here: whole numbers between their value and Chinese characters. Does not belong here: 余, 万
behind Arabic digits, counters (`amounts`), or numbers in running text (`numerals`).

Example:
    >>> read_han("两万二千"), write_han(22000)
    (22000, '二万二千')
"""

from __future__ import annotations

import re

DIGITS = "零一二三四五六七八九"
HAN_NUMERALS = DIGITS + "〇两十百千万亿"
_SMALL_UNITS = {"十": 10, "百": 100, "千": 1000}
_SHORT = re.compile("(.*[百千]|[一二三四五六七八九]万)([一二三四五六七八九])")
_NEXT_LOWER = {"百": "十", "千": "百", "万": "千"}
_VARIANTS = str.maketrans("〇两", "零二")


def read_han(text: str) -> int | None:
    """The value of a Chinese number word, or None where it is not one that Chinese would write.

    两 and 〇 are read as 二 and 零, a leading 十 as 一十, and a last digit behind 百, 千 or 万 as one of the
    next lower unit (一百二 is 120, 三万五 is 35,000). Read by writing it back: 二〇二四 and 三五 are refused,
    because only these ways of writing a number are accepted.
    """
    plain = text.translate(_VARIANTS)
    if plain.startswith("十"):
        plain = "一" + plain
    if short := _SHORT.fullmatch(plain):
        plain = short[1] + short[2] + _NEXT_LOWER[short[1][-1]]
    plain = re.sub("(?<=[亿万])零(?=[一二三四五六七八九]千)", "", plain)  # 十亿零五千万
    value = _evaluate(plain)
    return value if plain in (write_han(value), "一" + write_han(value)) else None


def write_han(value: int) -> str:
    """A whole number, not negative, in Chinese characters: 10 is 十, 110 is 一百一十."""
    return re.sub("^一十", "十", _written(value)) if value else DIGITS[0]


def _evaluate(text: str) -> int:
    """What the characters add up to, in whatever order they stand."""
    total = section = digit = 0
    for character in text:
        if character in DIGITS:
            digit = DIGITS.index(character)
        elif character in _SMALL_UNITS:
            section += digit * _SMALL_UNITS[character]
            digit = 0
        elif character == "万":
            total += (section + digit) * 10_000
            section = digit = 0
        elif character == "亿":
            total = (total + section + digit) * 100_000_000
            section = digit = 0
    return total + section + digit


def _written(value: int) -> str:
    """A number above 0 with each unit named; empty for 0, which is the rest of a round number."""
    for size, unit in ((100_000_000, "亿"), (10_000, "万"), (1000, "千"), (100, "百"), (10, "十")):
        if value >= size:
            high, low = divmod(value, size)
            gap = DIGITS[0] if 0 < low < size // 10 else ""
            return _written(high) + unit + gap + _written(low)
    return DIGITS[value] if value else ""
