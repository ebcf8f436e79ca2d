"""The name of what is measured, printed in front of its number: 床位 of 新增床位500张, 婴儿死亡率 of 婴儿死亡率为4.0‰.

The figure's own label says it in both languages, so it is stepped over; therefore nothing in it may belong to the
number. A name that ends in a character of names may stand before anything that is known; one that does not, only
before a word that makes a statement of it (为, 达到, 下降). Belongs here: how far a name reaches. Does not belong here:
the words (`words/labels.yml`), what may follow (`head`), or a noun behind the number (`noun`).

Example:
    >>> name_parts("床位500张", 0)
    [1, 2]
"""

from __future__ import annotations

import re
from functools import cache

from report.quantity.name_words import labels

_HAN = "\u4e00-\u9fff"
_LONGEST = 28
_LONG = 4
_AGES = r"[0-9]{1,3}(?:(?:-|~|—|至)[0-9]{1,3})?(?:周岁|岁)(?:及?以[上下]|以内)?"
_GRADES = rf"[0-9](?:\.[0-9])?级(?:及?以上)?(?=[{_HAN}])|劣?[ⅠⅡⅢⅣⅤ](?:[~—-][ⅠⅡⅢⅣⅤ])?类"
_ACRONYM = rf"(?!(?:USD|CNY|RMB|HKD|TWD|NTD|MOP|EUR|JPY)[^A-Z])[A-Z]{{3,5}}(?=[{_HAN}]{{2}})"  # HPV疫苗
_LETTERS = (
    rf"{_ACRONYM}|PM2\.5|PM10|[2-6]G(?![A-Z])|M[012](?![0-9])|GDP|CPI|PPI|R&D|APP"
    "|ICU|MRI|CT|AI|LED|LNG|GEP|[ABH]股"
)
_OF_VERB = "(?:增长|提高|下降|减少|增加|提升|降低)的"  # 对经济增长的贡献率
_REACH = rf"[0-9]+(?:米|公里|分钟)(?=[{_HAN}]{{0,4}}(?:覆盖率|服务半径|生活圈|就医圈|医疗圈))"  # 站点500米覆盖率
_MONEY = "收入|支出|成本|利润|折旧|资产|负债|产值|税|费|款|工资|薪|社保|保险|租金"
_MISSTATED = rf"[少多][缴交付发计列报提记](?=[{_HAN}]{{0,6}}(?:{_MONEY}))"  # 少计收入3亿元
_LIMIT = "[上下]限(?=[调提降])"  # 上限调高至400万元
_HOTLINE = r"(?:12[0-9]{3}|12[02]|11[09])(?=热线|急救|平台|报警|电话|政务|指挥)"
_VERSION = r"[1-9]\.0(?=服务|计划|版|时代|方案|政策|工程|行动|模式)"  # 长照2.0服务涵盖率
_RATIO = (  # 师生比为1:15, 抚养比为46.7%, 收入比由2.39缩小到2.34
    r"比(?=(?:为|达到?|约)?[0-9.]+(?::[0-9]|%|倍)|[由从][0-9.]+(?:[缩扩下降提上增至到])|(?:缩小|扩大|下降|降低|提高|上升)[到至为])"
)
_BRACKETED = rf"\((?:[{_HAN}、/]|{_LETTERS})+\)|“[{_HAN}]+”|「[{_HAN}]+」"


def name_parts(text: str, at: int) -> list[int]:
    """Where the words and characters of a name that begins at `at` end."""
    ends: list[int] = []
    for part in _part().finditer(text, at):
        if part.start() != (ends[-1] if ends else at) or part.end() - at > _LONGEST:
            break
        ends.append(part.end())
    return ends


def is_named(text: str, start: int, parts: list[int], end: int) -> bool:
    """Whether what stands from `start` to `end` ends as names do, so that a number may follow.

    A longer run needs no character that is known for it: words of bounds and manner are short, and end otherwise.
    """
    last = text[end - 1]
    at = parts.index(end)
    word = text[parts[at - 1] if at else start : end]
    if word in labels().seldom:
        return False
    if last in labels().ends or last in "”」" or last.isascii():
        return True
    if not is_plain(text, start, parts, end):
        return False
    long = end - start >= _LONG and last not in labels().not_ends
    return word in labels().whole or long


def is_plain(text: str, start: int, parts: list[int], end: int) -> bool:
    """Whether no character of a name may belong to a number behind it; those of whole words do not."""
    begins = (start, *parts)
    spans = ((at, to) for at, to in zip(begins, parts, strict=False) if to <= end)
    return not any(to - at == 1 and text[at] in labels().seldom for at, to in spans)


def whole_word(text: str, at: int) -> str:
    """The word at `at` that holds a character of numbers and means none: 一般, 增加值, 65岁以上 of 65岁以上老人."""
    found = _whole().match(text, at)
    return found[0] if found else ""


@cache
def _whole() -> re.Pattern[str]:
    listed = "|".join(sorted(map(re.escape, labels().whole), key=len, reverse=True))
    listed = listed.replace("占地|", "占地(?!区)|")  # 占地区生产总值
    numbered = (
        rf"(?:{_AGES})(?=[{_HAN}]{{2}})", _GRADES, _LETTERS, _RATIO, _VERSION, _OF_VERB, _REACH, _LIMIT, _HOTLINE,
        _MISSTATED,
    )  # fmt: skip
    return re.compile("|".join((*numbered, listed)))


@cache
def _part() -> re.Pattern[str]:
    never, breaks = "".join(sorted(labels().never)), "|".join(sorted(labels().breaks))
    return re.compile(rf"(?:{_whole().pattern})|{_BRACKETED}|(?![{never}]|{breaks})[{_HAN}、]")
