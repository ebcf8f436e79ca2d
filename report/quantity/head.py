"""The words in front of a stated number: 截至2月5日,累计 · 至少有 · 同比提升 · 提升至.

Belongs here: which words may stand there, what each does, and which measure bears it. They are a
closed set, so that nothing is read past. Does not belong here: the number and what follows (`quantity_parse`).

Example:
    >>> words, rest = read_head("至少有1家")
    >>> words[0].kind, rest
    ('qualifier', '1家')
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from report.quantity.values import Measure, Qualifier, QuantityError, Word, WordKind

_RISES = ("提升", "增长", "上升", "提高", "增加", "上涨")
_FALLS = ("下降", "减少", "降低", "直降", "下跌", "下滑", "回落")
_LEVELS = (
    *(word + to for word in _RISES + _FALLS for to in "至到"),
    *("增至", "升至", "降至", "减至", "增到", "升到", "降到", "减到"),
)
_LEADS = (
    *("累计", "总计", "合计", "共计", "共有", "共", "其中", "平均", "年均", "均为", "均达", "均"),
    *("达到", "达", "已达", "已", "高达", "多达", "为", "有", "连续", "持续", "新增", "完成", "实现"),
    *("获评", "获", "评为", "居", "位居", "列", "位列", "排名", "排", "全国", "全省", "全市"),
    *("同比", "环比", "比上年", "较上年", "比上年同期", "较上年同期", "比去年", "较去年"),
)
_HEAD_QUALIFIERS = {
    **dict.fromkeys(("超过", "超", "逾", "突破", "多于"), Qualifier.MORE_THAN),
    **dict.fromkeys(("至少有", "至少", "不少于", "不低于"), Qualifier.AT_LEAST),
    **dict.fromkeys(("大约", "约"), Qualifier.ABOUT),
    **dict.fromkeys(("接近", "将近", "近"), Qualifier.NEARLY),
    **dict.fromkeys(("不超过", "不高于", "不多于", "至多", "最多"), Qualifier.AT_MOST),
}
_HEAD_WORDS: Mapping[str, WordKind] = {
    **dict.fromkeys(_LEADS, "lead"),
    **dict.fromkeys(_LEVELS, "level"),
    **dict.fromkeys((*_RISES, "升", "增", "增幅"), "up"),
    **dict.fromkeys((*_FALLS, "降", "减", "降幅"), "down"),
    **dict.fromkeys(_HEAD_QUALIFIERS, "qualifier"),
}


def _longest_first(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_DATE = re.compile(
    r"""(?:截至|截止|到)
        (?:目前|(?:今年|去年|[0-9]{4}年)(?:[0-9]{1,2}月(?:[0-9]{1,2}日|底|末)?|底|末)?|[0-9]{1,2}月(?:[0-9]{1,2}日|底|末)?)
        [,，]?""",
    re.VERBOSE,
)
# 上升至90% is a level, 上升至少90% is not: 至少 and 至多 are never cut in two.
_HEAD_WORD = re.compile(f"(?P<word>(?:{_longest_first(_HEAD_WORDS)})(?<!至(?=[少多])))了?")
_CHANGES: frozenset[Measure] = frozenset({"change-points", "change-percent"})
_NEVER_QUALIFIED: frozenset[Measure] = frozenset({"rank", "grade", "compound"})


def read_head(stated: str) -> tuple[tuple[Word, ...], str]:
    """The known words in front of a phrase, and what is left of it."""
    words, position = [], 0
    if date := _DATE.match(stated):
        words.append(Word(date[0], "date"))
        position = date.end()
    while match := _HEAD_WORD.match(stated, position):
        words.append(Word(match[0], _HEAD_WORDS[match["word"]]))
        position = match.end()
    return tuple(words), stated[position:]


def check_head(head: tuple[Word, ...], measure: Measure) -> None:
    """Raise `QuantityError` where the words contradict each other or the measure."""
    directions = [word.text for word in head if word.kind in ("up", "down")]
    levels = [word.text for word in head if word.kind == "level"]
    qualifiers = [word.text for word in head if word.kind == "qualifier"]
    if measure in _CHANGES and levels:
        raise QuantityError("level-not-change", word=levels[0])
    if measure in _CHANGES and not directions:
        raise QuantityError("direction-missing")
    if measure not in _CHANGES and directions:
        raise QuantityError("direction-not-allowed", word=directions[0])
    if len(directions) > 1:
        raise QuantityError("two-directions", words="".join(directions))
    if len(qualifiers) > 1:
        raise QuantityError("two-qualifiers", words="".join(qualifiers))
    if measure in _NEVER_QUALIFIED and qualifiers:
        raise QuantityError("qualifier-not-allowed", word=qualifiers[0])


def head_qualifier(word: str) -> Qualifier:
    """What a qualifying word of the head says about the number; `word` as printed, 超过 or 超过了."""
    return _HEAD_QUALIFIERS[word.removesuffix("了")]
