"""What something is a share, a multiple or a level of: 占GDP, 为2016年的, 疫情前的, 高于全国平均水平, 三分之一的县.

Its English is put together of `words/wholes.yml`; where that lacks a part the base stays open, and the figure's noun
says it. Belongs here: finding it in front of a number or behind one, and its English. Does not belong here: the name
of what is measured (`label`), or writing (`en`).

Example:
    >>> base_words("进出口总额"), base_words("鸡毛总量")
    ('total imports and exports', '')
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from report.quantity.amounts import read_amount
from report.quantity.cursor import Cursor
from report.quantity.en_units import Writing, measured
from report.quantity.label import name_parts
from report.quantity.name_words import bases
from report.quantity.rules import Rules
from report.quantity.values import Quantity, Word
from report.quantity.words import grammar, quantity_words

_HAN = "\u4e00-\u9fff"
_LEVEL_OF = re.compile(
    rf"(?:(?P<year>(?:19|20)[0-9]{{2}})年(?P<same>同期)?(?:水平)?|(?P<base>[{_HAN}]{{2,9}}?))的"
    r"(?=约|近|超|不[到足]|[0-9一二三四五六七八九十两]+(?:[0-9.]*[%倍成]|[万亿]?[0-9]*分之))"
)
_OF_TIMES = re.compile(
    r"(?:(?P<year>(?:19|20)[0-9]{2})年(?:同期)?|(?P<base>[\u4e00-\u9fff]{2,7}?))的(?=[0-9一二三四五六七八九两十])"
)
_BEHIND = re.compile(rf"的?(?P<base>[{_HAN}]{{1,12}})$")
_COMPARED = {
    "高于": (True, "above"), "高出": (True, "above"), "超过": (True, "above"), "超出": (True, "above"),
    "高": (True, "above"), "低于": (False, "below"), "低": (False, "below"), "好于": (True, "better"),
    "快于": (True, "above"), "快": (True, "above"), "慢于": (False, "below"), "优于": (True, "better"),
}  # fmt: skip


def base_words(name: str) -> str:
    """The English of a base; empty where the words do not make it up."""
    known = bases()
    if name in known.whole:
        return known.whole[name]
    if name in known.things:
        return known.things[name]
    for place, pattern in known.places.items():
        if name.startswith(place) and (thing := base_words(name.removeprefix(place))):
            return pattern.replace("{thing}", thing)
    for total, pattern in known.totals.items():
        if name.endswith(total) and (thing := known.things.get(name.removesuffix(total), "")):
            return pattern.replace("{thing}", thing)
    return ""


def read_base(cursor: Cursor, rules: Rules, *, shared: bool = False) -> Word | None:
    """What something is a multiple or a share of: 为2016年的, 是全国平均水平的, 占GDP, 疫情前的.

    Args:
        cursor: Stands behind it afterwards.
        rules: The report's units.
        shared: Whether 占 stands in front, as part of another word: 仅占GDP的3%.
    """
    start, words = cursor.at, quantity_words().forms
    if sized := _sized(cursor, rules):
        return sized
    if whole := cursor.match(_share_of_pattern("" if shared else "(?:占到?|相当于|等于|为|是|达到?)")):
        if year := whole["year"]:
            key = "of-same-period" if whole["period"] else "of-year"
            return Word(cursor.printed(start), "base", words[key].replace("{year}", year))
        return Word(cursor.printed(start), "base", bases().whole[whole["base"]])
    found = cursor.match(_LEVEL_OF) or cursor.match(_OF_TIMES)
    if found is None:
        return None
    if found["year"]:
        key = "of-same-period" if found.groupdict().get("same") else "of-year"
        return Word(cursor.printed(start), "base", words[key].replace("{year}", found["year"]))
    if name := base_words(found["base"]):
        return Word(cursor.printed(start), "base", name)
    cursor.at = start
    return None


def _sized(cursor: Cursor, rules: Rules) -> Word | None:
    """完成年初预算数60999万元的 with the amount of what the share is of."""
    start = cursor.at
    verb, sum_of = "(?:完成|占到?|相当于|等于|为|是|达到?)?", "[0-9.,]+[百千万亿]*[^的0-9]{1,4}的"
    found = cursor.match(f"{verb}(?P<base>{_any(bases().whole)})(?={sum_of})")
    if found is None:
        return None
    kind, amount = read_amount(cursor, rules)
    if kind != "money" or not cursor.take("的"):
        cursor.at = start
        return None
    size = measured(Writing(Quantity("money", (amount,), kind=kind), "full", rules), amount, None)
    english = quantity_words().forms["of-size"].format(base=bases().whole[found["base"]], size=size)
    return Word(cursor.printed(start), "base", english)


def read_compared(cursor: Cursor) -> Word | None:
    """高于全国平均水平, 比全国平均水平高, 好于年度目标: by how much, in which direction, of what."""
    start = cursor.at
    if found := cursor.match(_on_pattern()):
        english = quantity_words().forms["against"].replace("{base}", bases().whole[found["base"]])
        return Word(cursor.printed(start), "lead", english)
    match = cursor.match(_compared_pattern())
    if match is None:
        return None
    word, base = match["word"] or match["behind"], bases().whole[match["base"] or match["than"]]
    up, form = _COMPARED[word]
    english = quantity_words().forms[form].replace("{base}", base)
    return Word(cursor.printed(start), "up" if up else "down", english)


def read_base_behind(cursor: Cursor) -> Word | None:
    """的县 of 近三分之一的县, 居民 of 近七成居民: what a share is of, where nothing else follows."""
    start = cursor.at
    found = cursor.match(_BEHIND)
    if found is None:
        return None
    name, parts = found["base"], name_parts(cursor.phrase.text, found.start("base"))
    english = base_words(name)
    if not english and (not parts or parts[-1] != found.end() or len(name) < 2):
        cursor.at = start
        return None
    return Word(cursor.printed(start), "base", english)


@cache
def _share_of_pattern(verb: str) -> re.Pattern[str]:
    levels, bounds = (_any(words) for words in (grammar().levels, grammar().qualifiers))
    moves = _any(word for word, verb in grammar().verbs.items() if verb.to)
    share = "的?(?:比重|比例|份额)"
    return re.compile(
        rf"{verb}(?:(?P<base>{_any(bases().whole)})|(?P<year>(?:19|20)[0-9]{{2}})年(?P<period>同期)?)"
        f"(?:(?:{share}|的)?(?:约?为|达到?|高达|仅)?(?={bounds}|连续|[0-9一二两三四五六七八九十百千万过半])"
        f"|{share}(?=,?(?:{levels}|[从由]|(?:{moves})[到至为])))"
    )


@cache
def _on_pattern() -> re.Pattern[str]:
    """较预算数 in front of a verb of change."""
    planned = _any(name for name in bases().whole if re.search("预算|计划|目标|限额|控制数|任务", name))
    return re.compile(f"(?:比|较|与)(?P<base>{planned})(?:相比)?,?(?={_any(grammar().verbs)})")


@cache
def _compared_pattern() -> re.Pattern[str]:
    return re.compile(
        f"(?:(?P<word>高于|高出|超过|超出|低于|好于|优于|快于|慢于)(?P<base>{_any(bases().whole)})"
        f"|(?:比|较)(?P<than>{_any(bases().whole)})(?P<behind>高出|高|低|快))(?=约|近|超|[0-9一二三四五六七八九十])"
    )


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))
