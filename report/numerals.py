"""Finding numerals in running text, Chinese and English.

Two checks need it: coverage (each numeral of an article belongs to a figure, a term or a name) and the
rule that prose holds no typed number. So it finds what a reader takes for a number, and leaves words
that only contain one: 统一, 进一步, 一体化, 第一时间, "one-stop", "no one".

Belongs here: where numerals stand and what kind they are. Does not belong here: their value
(`quantity`), or whether one is allowed (`coverage`, `validate`): names and terms such as 十四五 or
三三一医院 are found too, and owned by the glossary.

Rules in Chinese
    Every Arabic number, with 第 before it, letters that touch it (5G), and magnitude and counter behind
    it: 20余万人次, 53.43%, 第11名. Chinese number words of one character only with a counter of the closed
    list below (四区, 七大方面, 两个 of 两个允许) or as a rank (第一, 第三名; not 第一篇). Those of two
    characters or more always (二十, 十四五), unless an idiom. 百, 千 and 万 alone only with 余 or 多: 百余家,
    not 千县. 二级 and 三级 are levels.
Rules in English
    Every number in digits, with ordinal ending, % and million. Number words from two on; hundred, dozen
    and the rest. `one` only where a noun can follow. Ordinal words only as a rank: "ranked second",
    "second in the province", not "the second session" and not "the first in the province to".
    A bare 19xx or 20xx is a year, because other numbers from 1,000 up have a separator.

Example:
    >>> [(n.text, n.kind) for n in find_zh("2024年，四区20余万人次，二级医院进一步统一")]
    [('2024年', 'date'), ('四区', 'number'), ('20余万人次', 'number'), ('二级', 'level')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Kind = Literal["number", "date", "level"]


@dataclass(frozen=True, slots=True)
class Numeral:
    """A numeral and where it stands: `text` is `line[start:end]`.

    Attributes:
        text: As printed, with what belongs to it.
        start: Index of its first character.
        end: Index behind its last character.
        kind: A `date` is a calendar year, month or day; a `level` is 二级 and the like, half a term.
    """

    text: str
    start: int
    end: int
    kind: Kind


def _any(words: str) -> str:
    """A pattern for any of the words, the longest first; they are parted by white space."""
    return "|".join(re.escape(word) for word in sorted(words.split(), key=len, reverse=True))


_HAN = "零〇一二两三四五六七八九十百千万亿"
_DIGIT = "[零〇一二两三四五六七八九十]"
_COUNTER_WORDS = """
    个百分点 百分点 个工作日 个小时 个月 个 家 项 名 人次 人 场次 场 次 件 类 区 县 方面 辆 张 所 例 床 位 种
    条 份 支 座 台 套 部 批 户 岁 年 天 日 周 届 期 轮 级 层 处 点 间 本 盘 盒 只 把 棵 篇 节 课 门 道 副 对 双
    组 队 班 校 院 镇 街 村 倍 成 号 米 公里 平方米 平方公里 亩 吨 元 美元 小时 分钟 秒
"""
_COUNTERS = f"(?:大?(?:{_any(_COUNTER_WORDS)}))"
_MAGNITUDE = "(?:[十百千]?(?:万亿|亿|万)|[十百千])"
_YEAR = "(?:19|20)[0-9]{2}"
_TO = "[-—–~～至到]"

# Words that hold a number word and, with a counter or by chance, would look like a number.
_IDIOM_WORDS = """
    统一 唯一 单一 同一 专一 逐一 合一 归一 万一 一一 一批 一大批 一方面 第一时间 第一线 第一手 一次性 一点
    一把手 一对一 一部分 一道 一条龙 上一级 下一级 更上一层楼 一年一度 一日千里 五花八门 三三两两 千千万万
    成千上万 万千 亿万 一五一十
"""
# Then set phrases in which 一 counts nothing: a key year, a fine report card. And 第 with a counter other
# than 名 and 位 tells things apart instead of ranking them, 第一篇 as "the first article".
_IDIOMS = re.compile(
    rf"{_any(_IDIOM_WORDS)}|第[{_HAN}]+(?![名位]){_COUNTERS}|千万[不要别]|(?:关键|新的?|这|又)一年|一份(?:[^，。；,;]{{0,6}}的)?(?:成绩单|答卷|力量)"
)

_ZH = re.compile(
    rf"""
    (?P<date>
        {_YEAR}(?:年?{_TO}(?:{_YEAR}|[0-9]{{2}}(?=年)))?年(?:底|末|初|度|代|[0-9]{{1,2}}月(?:[0-9]{{1,2}}日|底|末|初|份)?)?
      | {_YEAR}-[0-9]{{2}}-[0-9]{{2}}
      | [一二][九〇零][{_HAN}]{{2}}年
      | (?:[0-9]{{1,2}}月?{_TO})?[0-9]{{1,2}}月(?:[0-9]{{1,2}}(?:{_TO}[0-9]{{1,2}})?日|底|末|初|份)?
      | (?<![0-9.,第A-Za-z]){_YEAR}(?![0-9A-Za-z%‰余多]|[.,][0-9]|{_MAGNITUDE}|{_COUNTERS})
    )
  | (?P<arabic>
        第?(?<![A-Za-z])[A-Za-z]*[0-9]+(?:,[0-9]{{3}})*(?:\.[0-9]+)?
        (?: %|‰|/10万|[A-Za-z][A-Za-z0-9]* | [余多]?{_MAGNITUDE}?[余多]?{_COUNTERS}? )
    )
  | (?P<level> [一二三四五六七八九]级 )
  | (?P<han>
        百分之[{_HAN}]+ | [{_HAN}]{{1,12}}分之[{_HAN}]+
      | 第[{_HAN}]+[名位]?
      | [{_HAN}]{{2,}}[余多]?{_MAGNITUDE}?{_COUNTERS}?
      | (?:{_DIGIT}[余多]?{_MAGNITUDE}?|[百千万亿][余多]){_COUNTERS}
    )
    """,
    re.VERBOSE,
)


def find_zh(text: str) -> list[Numeral]:
    """The numerals of a Chinese text, in their order; see the rules above."""
    return list(_found(_ZH, text, [match.span() for match in _IDIOMS.finditer(text)]))


_UNITS_EN = "two three four five six seven eight nine ten eleven twelve"
_TEENS_EN = "thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS_EN = "twenty thirty forty fifty sixty seventy eighty ninety"
_SIZE = f"(?:(?:{_any('hundred thousand million billion trillion dozen')})s?|tens)"
_WORD = f"(?:{_any(f'{_UNITS_EN} {_TEENS_EN} {_TENS_EN}')}|{_SIZE})"
_ORDINAL = _any(
    "second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth twentieth thirtieth hundredth"
)
_RANKED = _any("rank ranks ranked ranking placed came finished")
_MONTHS = """
    January February March April May June July August September October November December
    Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec
"""
_MONTH = rf"(?-i:\b(?:{_any(_MONTHS)})\b)"  # with its capital: "10 may" is no date
_DAY = "[0-9]{1,2}(?:st|nd|rd|th)?"
# After `one` these show that no noun follows: it is a pronoun or part of a phrase.
_NOT_A_NOUN = _any(
    "of another is was are were has had have who that which can could may might must shall should will would"
    " and or by in to at on for from with as but than if so where when does did do the"
)
_PRONOUN = "".join(rf"(?<!\b{word}\ )" for word in ("no", "any", "every", "each", "this", "that", "which", "the"))

_EN = re.compile(
    rf"""
    (?P<date>
        (?<![\w.,]){_YEAR}-[0-9]{{2}}-[0-9]{{2}}(?!\w)
      | (?<![\w.,-]){_DAY}\ {_MONTH}(?:,?\ {_YEAR}\b)?
      | {_MONTH}\.?\ (?:{_DAY}\b(?![,.]?[0-9]|\ {_SIZE}\b|%)(?:,?\ {_YEAR}\b)?|{_YEAR}\b)
      | (?<![\w.,])(?<!CNY\ ){_YEAR}(?:[-–/](?:{_YEAR}|[0-9]{{2}}))?s?(?![\w%]|[.,][0-9]|\ {_SIZE}\b|-[0-9])
    )
  | (?P<digits>
        (?<![A-Za-z])[A-Za-z]*[0-9]+(?:,[0-9]{{3}})*(?:\.[0-9]+)?
        (?: %|‰|(?:st|nd|rd|th)\b|\ {_SIZE}\b|[A-Za-z][A-Za-z0-9]* )?
    )
  | (?P<words>
        (?<![\w-])(?!two-way\b)(?:(?:an?|one)\ (?={_SIZE}\b))?{_WORD}(?:(?:-|\ |\ and\ ){_WORD})*(?:-one)?\b
      | (?<![\w-])one-(?:half|third|quarter|fifth|tenth)\b
      | (?<![\w-]){_PRONOUN}one(?=\ [a-z]|\ [“"‘'])(?!\ (?:{_NOT_A_NOUN})\b)
      | (?<![\w-])(?:(?<=\ )|^)(?:{_ORDINAL})(?=\ (?:in|nationwide|nationally|place)\b)
      | (?<=\ )(?:first)(?=\ place\b)
    )
  | \b(?:{_RANKED})\ (?:joint\ )?(?P<rank>first|{_ORDINAL})\b
    """,
    re.VERBOSE | re.IGNORECASE,
)


def find_en(text: str) -> list[Numeral]:
    """The numerals of an English text, in their order; see the rules above."""
    return list(_found(_EN, text, []))


def _found(pattern: re.Pattern[str], text: str, idioms: list[tuple[int, int]]) -> Iterator[Numeral]:
    """What the pattern finds outside idioms; its groups tell the kind and bound the numeral."""
    position = 0
    while match := pattern.search(text, position):
        group = match.lastgroup or ""
        start, end = match.span(group)
        idiom = next((span for span in idioms if span[0] < end and start < span[1]), None)
        if idiom is not None and group in ("han", "level"):
            position = max(idiom[1], start + 1)
            continue
        kind: Kind = "date" if group == "date" else "level" if group == "level" else "number"
        yield Numeral(text[start:end], start, end, kind)
        position = end
