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

from report.quantity.cursor import Cursor
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
_MONTHS = re.compile(
    r"(?:(?P<year>(?:19|20)[0-9]{2})年)?(?P<first>1[0-2]|[1-9])月?(?:-|~|—|至|到)(?P<last>1[0-2]|[1-9])月份?(?:,|，)?(?=[^0-9龄])"
)
_QUARTERS = re.compile(
    r"(?:(?P<year>(?:19|20)[0-9]{2})年)?(?P<first>[1-4一二三四])(?:-|~|—|至|到)(?P<last>[1-4一二三四])季度(?:,|，)?"
)
_FIRST_MONTHS = re.compile(r"前(?P<months>[2-9]|1[01])个月(?:,|，)?(?=[^0-9])")
_YEAR_BASE = re.compile(r"(?:比|较|与|同)(?P<year>(?:19|20)[0-9]{2})年(?:末|底|同期)?(?:相比)?(?:,|，)?")


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
    if quarters := _quarters(cursor):
        return quarters
    if found := cursor.match(_FIRST_MONTHS):
        return Word(cursor.printed(start), "date", words["in-months"].replace("{months}", found["months"]))
    if found := cursor.match(_IN_YEAR):
        english = "" if found["end"] else words["in-period"].replace("{period}", found["year"])
        return Word(cursor.printed(start), "date", english)
    if found := cursor.match(_YEAR_BASE):
        return Word(cursor.printed(start), "lead", words["on-year"].replace("{year}", found["year"]))
    return None


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
