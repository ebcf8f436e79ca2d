"""Grades: A+, A级, 5A级, 五星级, Ⅱ类, 三级甲等.

Belongs here: which grades are read, and their English. Does not belong here: a score, 95分, which is a count.

Example:
    >>> read_grade("五星级"), write_grade("五星级")
    ('五星级', 'five-star')
"""

from __future__ import annotations

import re

from report.quantity.characters import normal
from report.quantity.chinese_numerals import read_han
from report.quantity.values import QuantityError
from report.quantity.words import quantity_words

_LETTERS = re.compile(r"(?P<grade>[1-9]?[A-Z]{1,5}[+-]?)(?:等级|等次|级|等|类|档|序列)?")
_STARS = re.compile(r"(?P<number>[一二三四五六七1-7])星级?")
_ROMAN = re.compile(r"(?P<number>[Ⅰ-Ⅻ]|[IVX]{1,4})(?P<of>类水?质?|级|期|型|度)")
_CLASS = re.compile(r"(?P<number>[一二三四五六七八九十]|[1-9])(?P<of>类|级|等)")


def read_grade(text: str) -> str:
    """The grade that a text is, as printed.

    Raises:
        QuantityError: It is none that is known.
    """
    if write_grade(text) is None:
        raise QuantityError("unknown-grade", text=text)
    return text


def write_grade(text: str) -> str | None:
    """A grade in English; nothing for one that is not known."""
    plain, words = normal(text).text, quantity_words()
    for known in (plain, plain.removesuffix("等次"), plain.removesuffix("等级")):
        if known in words.grades:
            return words.grades[known]
    if roman := _ROMAN.fullmatch(plain):
        form = "class" if roman["of"][0] in "类型" else "level"
        return words.grade_forms[form].format(number=_latin(roman["number"]))
    if letters := _LETTERS.fullmatch(plain):
        return letters["grade"]
    if stars := _STARS.fullmatch(plain):
        return words.grade_forms["star"].format(number=words.cardinals[_digit(stars["number"])])
    if classed := _CLASS.fullmatch(plain):
        form = "class" if classed["of"] == "类" else "level"
        return words.grade_forms[form].format(number=_digit(classed["number"]))
    return None


def _digit(text: str) -> int:
    return int(text) if text.isascii() else read_han(text) or 0


def _latin(number: str) -> str:
    numerals = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
    return numerals[ord(number) - ord("Ⅰ")] if not number.isascii() else number
