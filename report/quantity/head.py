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

from report.quantity.characters import normal
from report.quantity.cursor import Cursor
from report.quantity.values import Qualifier, Word
from report.quantity.words import Verb, grammar, quantity_words

_DAY = r"(?:[0-9]{1,2}月(?:[0-9]{1,2}[日号](?:[0-9]{1,2}(?:时|点))?|底|末)?)"
_YEAR = r"(?:今年|去年|(?:19|20)[0-9]{2}年度?)"
# By when something was counted: the period of a figure says it, so that English need not.
_AS_OF = re.compile(
    rf"(?:截至|截止到?|到|至)(?:目前|现在|当前|{_YEAR}(?:{_DAY}|底|末)?|{_DAY}|年底|年末|上年末|上年底)(?:止|为止|,|，|、)*|(?:目前|现在|当前)(?:,|，)?"
)
_IN_YEAR = re.compile(r"(?P<year>(?:19|20)[0-9]{2})年(?P<end>底|末)?(?:,|，)?(?=[^0-9至到~—的-])")
_MONTHS = re.compile(
    r"(?:(?P<year>(?:19|20)[0-9]{2})年)?(?P<first>1[0-2]|[1-9])(?:-|~|—|至|到)(?P<last>1[0-2]|[1-9])月份?(?:,|，)?(?=[^0-9龄])"
)
_FIRST_MONTHS = re.compile(r"前(?P<months>[2-9]|1[01])个月(?:,|，)?(?=[^0-9])")
_YEAR_BASE = re.compile(r"(?:比|较|与|同)(?P<year>(?:19|20)[0-9]{2})年(?:末|底|同期)?(?:相比)?(?:,|，)?")
_MULTIPLE_BASE = re.compile(
    r"(?:(?P<year>(?:19|20)[0-9]{2})年(?:同期)?|(?P<base>[\u4e00-\u9fff]{2,7}?))的(?=[0-9一二三四五六七八九两十])"
)


def read_head(cursor: Cursor) -> tuple[Word, ...]:
    """The known words at the cursor, which stands behind them afterwards."""
    words: list[Word] = []
    while cursor.rest not in grammar().fixed and (word := _period(cursor) or _compared(cursor) or _word(cursor)):
        words.append(word)
        if word.kind in ("date", "lead"):
            cursor.match("[,，]")
    return tuple(words)


def _period(cursor: Cursor) -> Word | None:
    start, words = cursor.at, quantity_words().forms
    if cursor.match(_AS_OF):
        return Word(cursor.printed(start), "date")
    if found := cursor.match(_MONTHS):
        names = quantity_words().months
        months = (
            quantity_words().ranges["to"].format(low=names[int(found["first"]) - 1], high=names[int(found["last"]) - 1])
        )
        period = f"{months} {found['year']}" if found["year"] else months
        return Word(cursor.printed(start), "date", words["in-period"].replace("{period}", period))
    if found := cursor.match(_FIRST_MONTHS):
        return Word(cursor.printed(start), "date", words["in-months"].replace("{months}", found["months"]))
    if found := cursor.match(_IN_YEAR):
        english = "" if found["end"] else words["in-period"].replace("{period}", found["year"])
        return Word(cursor.printed(start), "date", english)
    if found := cursor.match(_YEAR_BASE):
        return Word(cursor.printed(start), "lead", words["on-year"].replace("{year}", found["year"]))
    return _base(cursor)


def _base(cursor: Cursor) -> Word | None:
    """What something is a multiple or a share of: 为2016年的, 是全国平均水平的, 占GDP."""
    start, words = cursor.at, quantity_words().forms
    if whole := cursor.match(_share_of_pattern()):
        return Word(cursor.printed(start), "base", grammar().bases[whole["base"]])
    found = cursor.match(_MULTIPLE_BASE)
    if found is None:
        return None
    if found["year"]:
        base = words["of-year"].replace("{year}", found["year"])
    elif found["base"] in grammar().bases:
        base = grammar().bases[found["base"]]
    else:
        cursor.at = start
        return None
    return Word(cursor.printed(start), "base", base)


def _compared(cursor: Cursor) -> Word | None:
    """高于全国平均水平, 比全国平均水平高, 好于年度目标: by how much, in which direction, of what."""
    start = cursor.at
    match = cursor.match(_compared_pattern())
    if match is None:
        return None
    word, base = match["word"] or match["behind"], grammar().bases[match["base"] or match["than"]]
    up, form = _COMPARED[word]
    english = quantity_words().forms[form].replace("{base}", base)
    return Word(cursor.printed(start), "up" if up else "down", english)


_COMPARED = {
    "高于": (True, "above"), "高出": (True, "above"), "超过": (True, "above"), "超出": (True, "above"),
    "高": (True, "above"), "低于": (False, "below"), "低": (False, "below"), "好于": (True, "better"),
    "快于": (True, "above"),
    "慢于": (False, "below"),
    "优于": (True, "better"),
}  # fmt: skip


@cache
def _share_of_pattern() -> re.Pattern[str]:
    bases = "|".join(sorted(grammar().bases, key=len, reverse=True))
    return re.compile(
        f"占(?P<base>{bases})的?(?:比重|比例)?(?:约?为|达到?)?(?=约|近|超|不|[0-9一二两三四五六七八九十百])"
    )


@cache
def _compared_pattern() -> re.Pattern[str]:
    bases = "|".join(sorted(grammar().bases, key=len, reverse=True))
    return re.compile(
        f"(?:(?P<word>高于|高出|超过|超出|低于|好于|优于|快于|慢于)(?P<base>{bases})"
        f"|(?:比|较)(?P<than>{bases})(?P<behind>高出|高|低))(?=约|近|超|[0-9一二三四五六七八九十])"
    )


def _word(cursor: Cursor) -> Word | None:
    start = cursor.at
    match = cursor.match(_pattern())
    if match is None:
        return None
    word, text = match["word"], cursor.printed(start)
    known = grammar()
    if verb := known.verbs.get(word):
        return _changed(cursor, start, verb)
    if word in known.qualifiers:
        cursor.match("了")
        return Word(cursor.printed(start), "qualifier")
    if word in known.levels:
        return Word(text, "level", known.levels[word])
    cursor.match("了")
    return Word(cursor.printed(start), "lead", known.leads[word])


def _changed(cursor: Cursor, start: int, verb: Verb) -> Word:
    """A verb of change, with 到 a level, else with what may stand between it and the size of the change."""
    ends = [end for end in grammar().level_ends if verb.to and cursor.rest.startswith(end)]
    if ends and not cursor.rest.startswith(("至少", "至多")):
        cursor.at += len(ends[0])
        return Word(cursor.printed(start), "level", verb.to)
    for ending in sorted(grammar().changed_by, key=len, reverse=True):
        if cursor.take(ending):
            break
    if verb.amount and not _is_share(cursor.rest):
        return Word(cursor.printed(start), "lead", verb.amount)
    english = verb.by or quantity_words().directions[verb.direction]
    return Word(cursor.printed(start), "up" if verb.direction == "up" else "down", english)


def _is_share(rest: str) -> bool:
    return bool(re.search(r"%|百分|成|分之|/|半|倍", rest))


def level_direction(word: Word) -> str:
    """`up` or `down` of a level by its verb, 提高到; nothing of 保持在."""
    text = normal(word.text).text
    verbs = [
        verb
        for name, verb in grammar().verbs.items()
        if text.startswith(name) and text[len(name) :] in grammar().level_ends
    ]
    return verbs[0].direction if verbs else ""


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
    words = {*known.verbs, *known.levels, *known.leads, *known.qualifiers}
    listed = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(f"(?P<word>{listed})")
