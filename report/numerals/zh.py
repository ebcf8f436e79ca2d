"""Numerals in Chinese text.

Every Arabic number, with 第 before it, letters that touch it (5G), and magnitude and counter behind it: 20余万人次,
53.43%, 第11名, 1亿2000万元. Chinese number words of one character only with a counter (四区, 七大方面, 两个 of
两个允许) or as a rank (第一, 第三名; not 第一篇, 第二医院). Those of two characters or more always (二十, 十四五),
unless an idiom. 百, 千 and 万 alone only with a word that makes them a size: 百余家, 上百家, 近万名; not 千县. Words
that are a number without a digit: 一半, 过半, 翻番, 首位, 百强, 前三. 二级 and 三级 are levels.

Belongs here: these rules. Does not belong here: English (`report.numerals.en`).
"""

from __future__ import annotations

import re
from functools import cache

from report.numerals.base import NUMBER, SIGNS, YEAR, Numeral, any_of, find, word_list
from report.numerals.fold import fold

_HAN = "零〇一二两三四五六七八九十百千万亿"
_DIGIT = "[零〇一二两三四五六七八九十]"
_MAGNITUDE = "(?:[十百千]?(?:万亿|亿|万)|[十百千])"
_TO = "[-—–~～至到]"

# Sizes in words. The guards are words that end or begin alike: 附近百家, 贴近百姓, 通过百日, 以上百家, 人数百余.
_ABOUT = """
    (?<![附最贴亲靠接走临就])近|逾|(?<![赶])超过?|(?<![通经越超])过|(?<![突打])破|(?<![以之线网向晚早马加])上
  | (?<![多无次岁总人个少参指倍件])数|好几|(?<![这那])几|不足|不到|[约达]
"""
_NOT_A_SIZE = "(?:姓|日|年|山|锤|科|货|业|花|家争|方百|家万|家灯|户|物|众|里|县|象|般|古|事|国|岛|分之)"
_SIZE = f"(?:{_ABOUT})(?:[百千万亿]+|(?<=[数几上])十)(?!{_NOT_A_SIZE})"
_HALF = """
    (?:超|逾|近|约)?过?半数(?:以上)?|[大多]?半数|(?<![前后])一半|(?<![附最])近半(?![年个月天小径])|(?<![通经难])过半(?![年个月天小])|超半
  | 对半|减半|折半|对折|各半|参半|(?<![上下])大半(?![年个夜天])|多半数|半价
  | (?<![上下每前后])半个?(?:小时|月)(?!谈)
"""
_TIMES = """
    翻(?:了)?(?:[一两二三四五六几0-9]?番|[一两二三四五六0-9]*倍)
  | 成倍|[双加]倍(?!努力|珍惜|用心|小心|重视)|成[百千]上[千万]
"""
# A rank in words: 居首位, not 放在首位; 前三, not 目前三 and not 前三季度.
_RANK = """
    (?<![放摆在置于到])首位(?![度读者])|榜首|冠军|亚军|季军|[二三四五六七八九十]+连[冠增降升丰]|(?<=[位列])居首(?!要)|(?<=名列)首|(?<=排名)首|垫底|(?<!居)末位(?!淘汰)
  | (?<![目此之以提先从])前(?:[三五六七八九十百]|[一二三四五六七八九]?十[一二三四五六七八九]?)(?:名|位|强|甲)?
      (?![个季年月天日次周期批届轮章])
  | (?:[一二三四五六七八九]?[十百千])强(?!化|调|度|制|烈|大|力)
"""
_ZERO = "零(?:新增|死亡|事故|感染|病例|投诉|差错|确诊|阳性|检出|伤亡|报告病例|复发|上访)"
_FULL = "(?<!百)百分百"
# 第 with a counter other than 名 and 位, or with a noun, tells things apart: 第一篇, 第二医院, 第三方. A rank ends its
# clause (居全省第一，), or stands behind a word that ranks.
_CLAUSE_END = r"(?=[，。；、！？…—）)”’》\s,;.:：]|$|的(?!时|那|一)|和|及|与)"
_ORDINAL = rf"""
    第[{_HAN}]++(?:[名位](?!患|病|女|男|读|居)|大(?=[市省县区国经产城])|{_CLAUSE_END})
  | (?:(?<=[居列排夺])|(?<=全[国省市县区球])|(?<=并列)|(?<=倒数)|(?<=名列)|(?<=[总综]分)|(?<=综合))
    第[{_HAN}]++(?!方阵|梯队|责任|时间|季|(?![名位]){{counter}})
"""
_IDIOM_PATTERNS = (
    "(?:每|同|另|任何|某|这|那|哪|上|下)一[个家项名位种类件所次批组份]|一年来|千万[不要别]"
    "|(?:关键|新的?|这|又)一年|一份(?:[^，。；,;]{0,6}的)?(?:成绩单|答卷|力量)"
)


@cache
def _counters() -> tuple[str, str]:
    """Patterns for the counters that may stand behind a number word, and for all behind Arabic digits."""
    counters = word_list("counters")
    return f"(?:大?(?:{any_of(counters)}))", f"(?:大?(?:{any_of(counters + word_list('measures'))}))"


@cache
def _idioms() -> re.Pattern[str]:
    counter = _counters()[0]
    return re.compile(rf"{any_of(word_list('idioms'))}|第[{_HAN}]++{counter}?|{_IDIOM_PATTERNS}")


@cache
def _pattern() -> re.Pattern[str]:
    counter, measure = _counters()
    parts = rf"{NUMBER}(?:\ ?[余多来几]?{_MAGNITUDE}(?:零?{NUMBER}{_MAGNITUDE}?)?)?"
    return re.compile(
        rf"""
    (?P<date>
        (?<![0-9.]){YEAR}(?:年?{_TO}(?:{YEAR}|[0-9]{{2}}(?=年)))?(?:/[0-9]{{2}})?\ ?年
          (?:底|末|初|度|代|\ ?[0-9]{{1,2}}\ ?月(?:\ ?[0-9]{{1,2}}\ ?日|底|末|初|份)?)?
      | {YEAR}-[0-9]{{2}}-[0-9]{{2}}
      | 民国[0-9{_HAN}]{{1,6}}年 | 前(?:[0-9]{{1,2}}|[{_HAN}]{{1,2}})个月
      | (?<![0-9])[0-9]0年代 | (?:[{_HAN}]{{1,3}}十)年代
      | [一二][九〇零][{_HAN}]{{2}}年
      | (?:第|前)?[一二三四1-4](?:[、至和到][二三四2-4])?季度
      | (?<![{_HAN}个])(?:十[一二]|[一二三四五六七八九十])月
          (?:[一二三]?十?[一二三四五六七八九十]日|底|末|初|份|中旬|上旬|下旬)
      | (?:[0-9]{{1,2}}月?{_TO})?(?<![0-9.])[0-9]{{1,2}}\ ?月
          (?:\ ?[0-9]{{1,2}}(?:{_TO}[0-9]{{1,2}})?\ ?日|底|末|初|份)?
      | (?<![0-9.,第A-Za-z]){YEAR}(?![0-9A-Za-z%‰余多]|[.,][0-9]|\ ?{_MAGNITUDE}|\ ?{counter}|/[0-9])
    )
  | (?P<arabic>
        第?(?<![A-Za-z])[A-Za-z]*
        (?: {NUMBER}(?:\ ?[%‰]|/10万人?|分之(?:{NUMBER}|[{_HAN}]+)|[A-Za-z][A-Za-z0-9]*)
          | {parts}[余多来几]?\ ?{measure}? )
    )
  | (?P<sign> 第?[{SIGNS}]+(?:{counter}|型)? )
  | (?P<half> {_HALF} | {_TIMES} | {_RANK} | {_ZERO} | {_FULL} )
  | (?P<rank> {_ORDINAL.format(counter=counter)} )
  | (?P<level> [一二三四五六七八九]级 )
  | (?P<han>
        百分之[{_HAN}]+(?:点[{_HAN}]+)? | [{_HAN}]{{1,12}}分之[{_HAN}]+
      | {_SIZE}[余多]?{counter}?
      | (?<!第)[{_HAN}]{{2,}}[余多来几]?{_MAGNITUDE}?{counter}?
      | (?<!第)(?:{_DIGIT}[余多来几]?{_MAGNITUDE}?|[百千万亿][余多])(?:{counter}|(?<=十[几多余]){_MAGNITUDE})
      | (?<![{_HAN}])百岁 | (?<![{_HAN}一上])[两三四五六七八九十](?:市(?![区场民级县委政容])|省(?![吾委级份会]))
      | (?<![{_HAN}每“：:（(/])[百千万亿](?:名|人次|例)
    )
    """,
        re.VERBOSE,
    )


def find_zh(text: str) -> list[Numeral]:
    """The numerals of a Chinese text, in their order; see the rules above."""
    folded = fold(text)
    return list(find(_pattern(), folded, text, [match.span() for match in _idioms().finditer(folded)]))


def is_step(text: str, level: Numeral) -> bool:
    """Whether a level says by how much something rose or fell, as in 提升三级; that of 三级医院 is a name's."""
    return bool(re.search("[升高降跌低跨落][了至到为]?$", fold(text[: level.start])))
