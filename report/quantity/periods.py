"""Words of time in front of a number: 截至2月5日, 2024年末, 4月至6月, 1至3季度, 比2020年.

Belongs here: reading them, and the English of those that a figure's period does not say. Does not belong here: the
period itself (`report.periods`), lengths of time (`amounts`, `spans`).

Example:
    >>> from report.quantity.characters import normal
    >>> read_period(Cursor(normal("4月至6月接诊"))).english
    '{number} in April to June'
"""

from __future__ import annotations

import re
from dataclasses import replace

from report.quantity.chinese_numerals import read_han
from report.quantity.cursor import Cursor
from report.quantity.en_numbers import ordinal
from report.quantity.values import Word
from report.quantity.words import quantity_words

_DAY = r"(?:[0-9]{1,2}月(?:[0-9]{1,2}[日号](?:[0-9]{1,2}(?:时|点))?|底|末)?)"
_YEAR = r"(?:今年|去年|(?:19|20)[0-9]{2}年度?)"
# By when something was counted: the period of a figure says it, so that English need not.
_AS_OF = re.compile(
    rf"(?:截至|截止到?|到|至)(?:目前|现在|当前|{_YEAR}(?:{_DAY}|底|末)?|{_DAY}|年底|年末|上年末|上年底)(?:止|为止|,|，|、)*"
    r"|(?:目前|现在|当前|年末|年底|月末|季末|期末|[一二三四1-4]季度末|1?[0-9]月末)(?:,|，)?(?![0-9])"
)
_IN_YEAR = re.compile(r"(?P<year>(?:19|20)[0-9]{2})年(?P<end>底|末)?(?:,|，)?(?=[^0-9至到~—的-])")
_FISCAL = re.compile(
    r"(?P<year>(?:19|20)[0-9]{2})(?:-|/|至|到|—|~)(?P<end>[0-9]{2}|(?:19|20)[0-9]{2})(?:财政|财|学)?年度?(?:,|，)?(?=[^0-9的])"
)
_MONTHS = re.compile(
    r"(?:(?P<year>(?:19|20)[0-9]{2})年)?(?P<first>1[0-2]|[1-9])月?(?:-|~|—|至|到)(?P<last>1[0-2]|[1-9])月份?(?:,|，)?(?=[^0-9龄])"
)
_QUARTERS = re.compile(
    r"(?:(?P<year>(?:19|20)[0-9]{2})年)?(?P<first>[1-4一二三四])(?:-|~|—|至|到)(?P<last>[1-4一二三四])季度(?:,|，)?"
)
_FIRST_MONTHS = re.compile(r"前(?P<months>[2-9]|1[01])个月(?:,|，)?(?=[^0-9])")
_YEAR_BASE = re.compile(
    r"(?:比|较|与|同)(?:(?P<year>(?:19|20)[0-9]{2})年|(?P<republic>9[0-9]|1[0-4][0-9])年(?=度?底?[增减成升降上下高低]))(?P<at>末|底|同期)?(?:相比)?(?:,|，)?"
)
_MONTHS_BASE = re.compile(
    r"(?:比|较)(?P<first>1[0-2]|[1-9])(?:月?(?:-|~|—|至|到)(?P<last>1[0-2]|[1-9]))?月份?(?=[^0-9])"
)
_YEARS_BEFORE = re.compile(r"(?:比|较)(?P<count>[0-9]{1,2}|[一二三四五六七八九十]{1,2})年前(?:,|，)?")
_ON_YEAR = {"同期": "on-period-of-year", "末": "on-end-of-year", "底": "on-end-of-year"}


def read_period(cursor: Cursor) -> Word | None:
    """The words of time at the cursor, or nothing."""
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
    if found_word := _quarters(cursor) or _in_census(cursor) or _running(cursor):
        return found_word
    if found := cursor.match(_FIRST_MONTHS):
        return Word(cursor.printed(start), "date", words["in-months"].replace("{months}", found["months"]))
    if found := cursor.match(_FISCAL):
        return Word(
            cursor.printed(start), "date", words["in-period"].replace("{period}", f"{found['year']}–{found['end']}")
        )
    if found := cursor.match(_IN_YEAR):
        english = "" if found["end"] else words["in-period"].replace("{period}", found["year"])
        return Word(cursor.printed(start), "date", english)
    if found := cursor.match(_YEAR_BASE):
        year = found["year"] or str(int(found["republic"]) + 1911)
        if census := _in_census(cursor):  # 比2010年第六次全国人口普查
            inside, outside = words["in-period"].partition("{period}")[0], words["of-the-year"]
            named = outside.format(thing=census.english.removeprefix(inside), year=year)
            return Word(cursor.printed(start), "lead", words["on-period"].replace("{period}", named))
        return Word(cursor.printed(start), "lead", words[_ON_YEAR.get(found["at"], "on-year")].replace("{year}", year))
    if found := cursor.match(_MONTHS_BASE):
        names = quantity_words().months
        ends = (names[int(found[end]) - 1] for end in ("first", "last") if found[end])
        months = (quantity_words().ranges["to"] if found["last"] else "{low}").format(
            **dict(zip(("low", "high"), ends, strict=False))
        )
        return Word(cursor.printed(start), "lead", words["on-period"].replace("{period}", months))
    if found := cursor.match(_YEARS_BEFORE):
        number = int(found["count"]) if found["count"].isascii() else read_han(found["count"])
        return Word(cursor.printed(start), "lead", words["years-before"].replace("{number-of}", _counted(number or 0)))
    return None


_SPAN = re.compile(
    r"(?P<way>未来|今后|此后|接下来|过去|最近|近)的?(?P<count>[0-9]{1,2}|[一二两三四五六七八九十]{1,3})个?(?P<unit>年|月|季度|周)(?:内|间|来|里)?(?:,|，)?"
    r"(?=[^0-9以多余半内左度前后]+[0-9一二两三四五六七八九十百千].)"
)
_AHEAD = ("未来", "今后", "此后", "接下来")
_YEAR_OF = re.compile(
    "(?:(?P<year>(?:19|20)[0-9]{2})年(?:末|底|初)?|目前|现在|现时|今年|当前|(?P<when>上年|去年|年初)"
    "|“?(?P<plan>十[一二三四五])五”?(?P<end>末|期末)?)的(?=[约近超]?[0-9])"
)
_CENSUS = re.compile(
    r"(?:第(?P<nth>[一二三四五六七八九十]{1,2})次(?:全国)?(?P<kind>人口|经济|农业|污染源|国土)(?:普查|调查)|(?P<short>[四五六七八])普|(?P<land>[二三])调|(?P<economy>[四五])经普)"
    r"(?:数据|结果|公报)?(?:显示|公布|中)?的?(?:,|，)?(?=.)"
)
_RUNNING = re.compile(
    r"已?连续(?P<nth>第)?(?P<count>[0-9]{1,3}|[二两三四五六七八九十]{1,3})(?:个?(?P<unit>年|月|季度|届|次|周|天))(?:,|，)?"
    r"(?=(?:保持|位[居列]|居|列|排|蝉联|[荣]?获|稳[居定]|超|突破|达|增|下降|上升|提|实现|全[国省市]|低于|高于|不|维持|在|为|双|以).*(?:[0-9]|第|首位|榜首|成|半数))"
)


def read_year_of(cursor: Cursor) -> Word | None:
    """2020年的 of 由2020年的727公里增至2024年的879公里, where it begins or ends."""
    start = cursor.at
    found = cursor.match(_YEAR_OF)
    if found is None:
        return None
    words = quantity_words()
    year = found["year"] or words.beginnings.get(found["when"] or "", "")
    if found["plan"]:
        number = ordinal(str(read_han(found["plan"])))
        year = words.beginnings["计划末" if found["end"] else "计划"].format(ordinal=number)
    return Word(cursor.printed(start), "date", quantity_words().forms["since"].replace("{year}", year))


def with_years(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words in front with the two years of a movement as one: between 2020 and 2024."""
    forms = quantity_words().forms
    at = [i for i, word in enumerate(words) if word.kind == "date" and word.english.startswith(forms["since"][:14])]
    if not at:
        return words
    first, last = (words[i].english.removeprefix(forms["since"].replace("{year}", "")) for i in (at[0], at[-1]))
    span = forms["years-between"].replace("{first}", first).replace("{last}", last)
    both = len(at) > 1 and bool(first and last)
    if not first:
        words = tuple(replace(word, english="") if i in at else word for i, word in enumerate(words))
    return tuple(
        replace(word, english="" if i in at[1:] else span if both and i in at else word.english)
        for i, word in enumerate(words)
    )


def _in_census(cursor: Cursor) -> Word | None:
    """第七次全国人口普查, 七普: in the seventh national population census."""
    start, words = cursor.at, quantity_words()
    found = cursor.match(_CENSUS)
    if found is None:
        return None
    kind = found["kind"] or ("国土" if found["land"] else "经济" if found["economy"] else "人口")
    number = read_han(found["nth"] or found["short"] or found["land"] or found["economy"])
    if not number or number > len(words.nth):
        cursor.at = start
        return None
    said = (
        words.forms["in-census"].replace("{ordinal}", words.nth[number - 1]).replace("{census}", words.censuses[kind])
    )
    return Word(cursor.printed(start), "date", said)


def read_span_ahead(cursor: Cursor) -> Word | None:
    """未来十年 in front of another number: in the next 10 years."""
    start, words = cursor.at, quantity_words()
    found = cursor.match(_SPAN)
    if found is None:
        return None
    number = int(found["count"]) if found["count"].isascii() else read_han(found["count"]) or 0
    one, many = words.running[found["unit"]]
    form = "next" if found["way"] in _AHEAD else "past"
    span = words.forms[form].replace("{number}", one if number == 1 else f"{number} {many}")
    return Word(cursor.printed(start), "date", words.forms["in-period"].replace("{period}", span))


def _running(cursor: Cursor) -> Word | None:
    """连续12年 in front of where something stood so long: for 12 years in a row."""
    start, words = cursor.at, quantity_words()
    found = cursor.match(_RUNNING)
    if found is None:
        return None
    number = int(found["count"]) if found["count"].isdigit() and found["count"].isascii() else read_han(found["count"])
    one, many = words.running[found["unit"]]
    said = f"the {ordinal(str(number))} {one}" if found["nth"] else f"{number} {many}"
    return Word(cursor.printed(start), "lead", words.forms["in-a-row"].replace("{count}", said))


def _quarters(cursor: Cursor) -> Word | None:
    """1至3季度: in the first three quarters."""
    start, words = cursor.at, quantity_words()
    found = cursor.match(_QUARTERS)
    if found is None:
        return None
    first, last = ("一二三四".find(found[end]) + 1 or int(found[end]) for end in ("first", "last"))
    if first >= last:
        cursor.at = start
        return None
    names = words.quarters[first - 1], words.quarters[last - 1]
    period = words.forms["quarters-between"].format(first=names[0], last=names[1])
    if first == 1:
        period = words.forms["first-quarters"].format(number=words.cardinals[last])
    period = f"{period} of {found['year']}" if found["year"] else period
    return Word(cursor.printed(start), "date", words.forms["in-period"].replace("{period}", period))


def _counted(number: int) -> str:
    """A number of years in words up to ten."""
    words = quantity_words().cardinals
    return words[number] if number < len(words) else str(number)
