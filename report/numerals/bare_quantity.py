"""Words that are a number with its unit and nothing else: 三分之二, 30微克/立方米, 15个.

Belongs here: telling them from names that hold a numeral (三味书屋, 两篇文章, 十四五). Does not belong here: refusing
them (`report.validate.names`).

Example:
    >>> is_bare_quantity("三分之二"), is_bare_quantity("三味书屋")
    (True, False)
"""

from __future__ import annotations

import re

from report.numerals.fold import fold
from report.numerals.neighbours import whole_phrase
from report.numerals.stock_names import is_stock_name
from report.numerals.zh import find_zh
from report.quantity.chinese_numerals import read_han

# What may stand around the numbers of a quantity without making it a name.
_AROUND = re.compile("累计|总计|合计|共计|共有|共|达到|达|为|有|均|分别|和|及|、|[，,；;。:\\s]")
_CODE = re.compile("[0-9]{3,5}")  # 12345, 120: telephone numbers and the like
_LETTERS = re.compile("[A-Za-z]+[-0-9]|[0-9]+(?:G|D|K|A)")  # H7N9, 5G
_UNIT = re.compile("十?[百千万亿]+[^0-9]*|(?:hundred|thousand|million|billion|trillion)s?")
_HAN = re.compile("[零〇一二两三四五六七八九十百千万亿]+")


def is_bare_quantity(words: str) -> bool:
    """Whether Chinese words are a number with its unit and nothing else."""
    numerals = [numeral for numeral in find_zh(words) if numeral.kind == "number"]
    plain = fold(words)
    if not numerals or is_stock_name(words) or _CODE.fullmatch(plain) or _LETTERS.match(plain):
        return False
    if _HAN.fullmatch(plain) and read_han(plain) is None:
        return False  # 十四五, 三三一: digits side by side are no number.
    for numeral in reversed(numerals):
        start, end = whole_phrase(words, numeral.start, numeral.end)
        plain = plain[:start] + plain[end:] if end <= len(plain) else plain[:start]
    return not _AROUND.sub("", plain)


def is_unit_alone(words: str) -> bool:
    """Whether words in either language are a unit by its size, without a number: 亿人次, billions."""
    return bool(_UNIT.fullmatch(fold(words)))
