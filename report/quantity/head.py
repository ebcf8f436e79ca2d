"""The words in front of a stated number: 截至2月5日,累计 · 至少有 · 同比提升 · 提升至 · 比上年增加了.

They are a closed set (`words/grammar.yml`), so that nothing is read past, and each gives the English that keeps it.
Belongs here: finding them. Does not belong here: the number and what follows (`amounts`), or whether they go
with a measure (`fit`).

Example:
    >>> cursor = Cursor(normal("至少有1家"))
    >>> read_head(cursor)[0].kind, cursor.rest
    ('qualifier', '1家')
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from report.quantity.bases import base_words, read_base, read_compared
from report.quantity.characters import normal
from report.quantity.cursor import Cursor
from report.quantity.label import is_named, is_plain, name_parts, whole_word
from report.quantity.name_words import labels
from report.quantity.names import said_by_names
from report.quantity.numbers import starts_number
from report.quantity.periods import read_period, read_span_ahead, read_year_of
from report.quantity.rates import read_per_before
from report.quantity.rules import Rules
from report.quantity.values import Qualifier, Word
from report.quantity.verbs import changed, read_manner
from report.quantity.words import grammar, quantity_words


def read_head(cursor: Cursor, rules: Rules | None = None) -> tuple[Word, ...]:
    """The known words at the cursor, and names of what is measured; the cursor stands behind them afterwards."""
    words: list[Word] = []
    while cursor.rest not in grammar().fixed and (word := _next(cursor, rules or _DEFAULT, words)):
        words.append(word)
        if word.kind in ("date", "lead", "label", "per"):
            cursor.match("[,，]")
    return said_by_names(tuple(words))


def _next(cursor: Cursor, rules: Rules, before: list[Word]) -> Word | None:
    moved = bool(before) and before[-1].kind == "level" and bool(_FROM_YEAR.match(cursor.phrase.text))
    if moved and (year := read_year_of(cursor)):
        return year
    if word := _without(cursor) or _compared_so(cursor, before):
        return word
    shared = bool(before) and before[-1].text[-1] in "占佔"
    if base := read_base(cursor, rules, shared=shared):  # 占地区生产总值 is no 占地.
        return base
    if before and before[-1].text[:1] in "占佔" and (word := _label(cursor, before)):
        return word
    if word := read_span_ahead(cursor) or _group(cursor):
        return word
    longer = len(whole_word(cursor.phrase.text, cursor.at)) > len(_known_word(cursor.phrase.text, cursor.at))
    if longer and (word := _label(cursor, before)):
        return word
    return (
        read_period(cursor)
        or read_compared(cursor)
        or read_manner(cursor)
        or _set_at(cursor)
        or _word(cursor)
        or _per(cursor, rules)
        or _label(cursor, before)
    )


def _per(cursor: Cursor, rules: Rules) -> Word | None:
    """每千人口, with the word that ties it to its number."""
    start = cursor.at
    cursor.match("向(?=每)")
    if per := read_per_before(cursor, rules):
        return Word(cursor.printed(start), "per", per=per)
    cursor.at = start
    return None


def _label(cursor: Cursor, before: list[Word]) -> Word | None:
    """The name of what is measured, up to a number or to a word that is known."""
    text, start = cursor.phrase.text, cursor.at
    if before and before[-1].english in _OCCASIONS:
        return None  # 首次置业 is a name, 首次突破 is none.
    share = any(word.text[:1] in "占佔" for word in before)
    place = _PLACE.match(text, start) if share else None  # 占全国就业人员比重
    parts = name_parts(text, place.end() if place else start)
    end = next((end for end in parts if _stops(text, end)), parts[-1] if parts else start)
    if share and text[end - 1] == "的":  # 占总销量的40.9%
        end -= 1
    if end not in parts:  # 占全乡的30%: of what is not said.
        return None
    if end > start and text[end - 1] == "的" and _AVERAGE.match(text, end) and is_plain(text, start, parts, end):
        cursor.at = end
        return Word(cursor.printed(start), "label")  # 轮候的平均时间
    short = end - start < _SHORTEST_NAME and not text.startswith("占", end)  # 药占比
    end = end if share else _before_through(text, start, parts, end)
    named = end > start and is_named(text, start, parts, end)
    if short or not (named or is_plain(text, start, parts, end)) or not _follows(text, end, named=named, share=share):
        return None
    cursor.at = end
    if not share:
        return Word(cursor.printed(start), "label")
    whole = text[start:end]
    cursor.match("的(?:比重|比例|份额)?")
    if before[-1].text[-1] not in "占佔" or not _SHARE.search(cursor.rest):
        return Word(cursor.printed(start), "label")
    name = re.sub("(?<=..)的?(?:比重|比例|份额|比)$", "", whole)
    return Word(cursor.printed(start), "base", base_words(name))


def _before_through(text: str, start: int, parts: list[int], end: int) -> int:
    """Without a word at its end that may stand in front of a number by itself: 服务惠及1.6亿人."""
    for word in labels().through:
        at = end - len(word)
        if at in parts and text.startswith(word, at) and starts_number(text[end:]) and is_named(text, start, parts, at):
            return at
    return end


def _stops(text: str, at: int) -> bool:
    """Whether a name ends here because a known word begins that is not part of a longer one."""
    known = _known_word(text, at)
    if _is_rank(text[at:]):
        return True  # 居中部首位
    if _CURRENCY.match(text, at):
        return True
    return bool(known) and known not in labels().through and len(whole_word(text, at)) <= len(known)


def _follows(text: str, at: int, *, named: bool, share: bool) -> bool:
    """Whether what stands behind a name may: a number behind one that ends as names do, else a word that states it."""
    rest = text[at:]
    known = _known_word(text, at)
    if share and re.match("的(?:比重|比例)?(?:[0-9约超近]|为|达)", rest):
        return True
    if known and known not in grammar().qualifiers:
        return named or known in _STATING
    return named and (bool(known) or starts_number(rest) or _is_rank(rest) or bool(_BEHIND_NAME.match(rest)))


def _is_rank(rest: str) -> bool:
    """Whether a rank in words ends the phrase."""
    return rest in grammar().fixed and grammar().fixed[rest].measures[0] == "rank"


def _known_word(text: str, at: int) -> str:
    """The known word at a place; 实际 of 实际利用外资 is none, since only a change can be in real terms."""
    found = _pattern().match(text, at)
    word = found["word"] if found else ""
    if word in _LIMITS and _MOVED.match(text, at + len(word)):
        return ""  # 上限调高至400万元
    if word == _DRIVING and not starts_number(text[at + len(word) :]):
        return ""  # 拉动经济增长
    if word[:1] in "比较" and _PLANNED.match(text, at + len(word)):
        return ""  # 较年初预算 is no 较年初
    if word in grammar().verbs and text.startswith("的", at + len(word)):
        return ""  # 对经济增长的贡献率
    if word in labels().through and text[at + len(word) : at + len(word) + 1] in _OF_NAMES:
        return ""  # 完成率, 覆盖面
    ahead = _pattern().match(text, at + len(word))
    of_change = grammar().leads.get(word) in _OF_CHANGES
    if of_change and not (ahead and _is_of_change(ahead["word"])) and not _PRICES.match(text, at):
        return ""
    return word


def _is_of_change(word: str) -> bool:
    """Whether a word is a verb of change, or compares with another time."""
    return word in grammar().verbs or grammar().leads.get(word, "").startswith("{number} on ") or word in _COMPARING


def _without(cursor: Cursor) -> Word | None:
    """剔除一次性因素后: what a change leaves out, where its English is known."""
    start = cursor.at
    found = cursor.match(_left_out())
    if found is None:
        return None
    english = quantity_words().forms["excluding"].replace("{thing}", grammar().left_out[found["thing"]])
    return Word(cursor.printed(start), "lead", english)


@cache
def _left_out() -> re.Pattern[str]:
    things = _any_of(grammar().left_out)
    verb = "(?:若|如)?(?:剔除|扣除|撇除|不计|不含|不包括|不考虑|除(?=[^外]+外))"
    end = f"(?:等?因素)?(?:的?影响)?(?:(?:后|以外|之外|外|,|，)+|(?={_any_of(grammar().verbs)}))"
    return re.compile(f"{verb}(?P<thing>{things}){end}")


def _compared_so(cursor: Cursor, before: list[Word]) -> Word | None:
    """低 of 较2019年同期低22.5%, 首 of 首超六成."""
    start = cursor.at
    if cursor.match("首(?=超|破|逾)"):
        return Word(cursor.printed(start), "lead", _OCCASIONS[0])
    based = bool(before) and before[-1].english.startswith(("{number} on ", "{number} year on year"))
    found = cursor.match("[高低](?=[约近超逾]?[0-9一二两三四五六七八九十百])") if based else None
    if found is None:
        return None
    return changed(cursor, start, grammar().verbs["偏高" if found[0] == "高" else "偏低"])


def _group(cursor: Cursor) -> Word | None:
    """中部六省 in front of a rank: what it is among."""
    start = cursor.at
    found = cursor.match(_groups())
    return Word(cursor.printed(start), "lead", grammar().groups[found["group"]]) if found else None


@cache
def _groups() -> re.Pattern[str]:
    return re.compile(
        f"(?P<group>{_any_of(grammar().groups)})的?(?=第[0-9一二三四五六七八九十]|首位|榜首|前[0-9一二三四五六七八九十])"
    )


_FROM_YEAR = re.compile("(?:.*[^0-9])?[由从](?:19|20)[0-9]{2}年")


def _set_at(cursor: Cursor) -> Word | None:
    """按 of 按3%安排, where the phrase ends so."""
    start = cursor.at
    planned = cursor.match("(?P<aim>拟)?按照?(?=[^年月季].*(?:安排|掌握|测算)$)")
    if planned is None:
        return None
    return Word(cursor.printed(start), "level", quantity_words().forms["to-be-set" if planned["aim"] else "set"])


_LIMITS = ("上限", "下限")
_MOVED = re.compile("[由从]|调|提[高升]|上调|下调|降|升|增|减|放宽")
_DRIVING = "拉动"
_PLANNED = re.compile("[^增减升降上下提高低多少0-9]{0,6}(?:预算|计划|目标|限额|任务)(?!.*(?:收入|支出|执行)[增减])")
_SHARE = re.compile("%|百分|‰|成|分之|半")
_CURRENCY = re.compile("(?:新台币|人民币|港币|澳门币)(?=[0-9])")
_AVERAGE = re.compile("平均|年均|月均|日均|人均|户均")
_RANKED = re.compile("(?:全[国省市县区球]|世界|亚洲)?的?(?:第|首位|榜首|前)")
_OF_NAMES = tuple("率数量额值面度费者员")
_STATING = ("为", "达", "达到", "已达", "已达到", "是", "共", "共有", "占", "高达", "多达")
_PLACE = re.compile("(?:全国|全省|全市|全县|全区|全球|世界|亚洲|人均|户均)(?=[^0-9约超近])")
_BEHIND_NAME = re.compile(
    r"[比较与](?:预算|计划|目标|限额|控制)|[-+$¥€£]|每|[由从]|[比较与同](?:20[0-9]{2}年|[上去前]年|年初)|第[0-9一二三四五六七八九十]|按照?[0-9.]+%.*安排$|(?:HK|US|NT)\$|新台币|人民币|港币|澳门币|[千百万]分之|截|20[0-9]{2}年"
)
_IN_A_ROW = "{number} in a row"
_OF_CHANGES = ("{number} in real terms", "{number} in nominal terms", "{number} on a comparable basis")
_OCCASIONS = ("{number} for the first time", "{number} again")
_COMPARING = ("同比", "按年", "年均", "累计", "平均")
_PRICES = re.compile("扣除价格|按|同口径|实质|(?:实际|名义)(?:上)?(?:增|下|上|回|提|减|降|升)")
_SHORTEST_NAME = 2
_DEFAULT = Rules()


def _any_of(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _word(cursor: Cursor) -> Word | None:
    start = cursor.at
    word = _known_word(cursor.phrase.text, start)
    if not cursor.take(word):
        return None
    text = cursor.printed(start)
    known = grammar()
    if verb := known.verbs.get(word):
        return changed(cursor, start, verb)
    if word in known.qualifiers:
        cursor.match("了")
        return Word(cursor.printed(start), "qualifier")
    if word in known.levels and _RANKED.match(cursor.rest):
        return Word(text, "lead")  # 保持全国第一
    if word in known.levels:
        return Word(text, "level", known.levels[word])
    cursor.match("了")
    if word in known.rates:
        per, english = known.rates[word]
        return Word(text, "per", english, per)
    running = known.leads[word] == _IN_A_ROW and not starts_number(cursor.rest)  # 持续保持100%
    return Word(cursor.printed(start), "lead", "" if running else known.leads[word])


def head_qualifier(words: Iterable[Word]) -> tuple[Qualifier, str]:
    """What the qualifying word of the head says about the number, and its English; the usual one is empty."""
    for word in words:
        if word.kind == "qualifier":
            name, english = grammar().qualifiers[normal(word.text).text.removesuffix("了")]
            return Qualifier(name), english
    return Qualifier.EXACT, ""


@cache
def _pattern() -> re.Pattern[str]:
    known = grammar()
    words = {*known.verbs, *known.levels, *known.leads, *known.rates, *known.qualifiers}
    return re.compile(f"(?P<word>{_any_of(words)})")
