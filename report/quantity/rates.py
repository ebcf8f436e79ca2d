"""What a rate is counted against: 每千人口, 每10万人, /立方米, 每平方公里.

Belongs here: reading a denominator in front of the number or behind its unit. Does not belong here: 10.64/10万, a
share (`shares`), or 人均, a word in front (`head`).

Example:
    >>> from report.quantity.characters import normal
    >>> read_per_before(Cursor(normal("每百户37.5辆")), Rules()).english
    ('household', 'households')
"""

from __future__ import annotations

import re
from contextlib import suppress
from decimal import Decimal
from functools import cache

from report.quantity.characters import normal
from report.quantity.cursor import Cursor
from report.quantity.numbers import read_number, starts_number
from report.quantity.rules import Rules
from report.quantity.values import Per, QuantityError
from report.quantity.words import grammar, quantity_words

_SIZED = re.compile(  # 千人拥有, 万元GDP, without 每
    r"(?:百|千|万|亿|十万|百万)(?:元(?=(?:国内|地区)生产总值|GDP|工业|产值|营业收入)|车(?=死亡)|吨(?=死亡)"
    r"|人口(?=[\u4e00-\u9fff]{2})|人(?=拥有|[\u4e00-\u9fff]{2,14}(?:数|率|量)[为达约超]?[0-9]))"
)
_EXCHANGED = re.compile(
    "(?P<size>10{0,4})(?P<unit>[\u4e00-\u9fff]{2,4}?)(?:兑换?成?|对|折合|合|=)(?=(?:人民币|港币|澳门币|新台币)?[0-9])"
)
_LINK = re.compile("拥有|约有|有|中的?|,|，|的|为|达|对应")
_COUNTER = re.compile("[个名位张例户家所](?=[\u4e00-\u9fff])")


def read_per_before(cursor: Cursor, rules: Rules) -> Per | None:
    """每千人口 at the cursor, or nothing."""
    start = cursor.at
    if per := _exchanged(cursor, rules, start):
        return per
    if not cursor.take("每") and not _SIZED.match(cursor.phrase.text, cursor.at):
        return None
    per = _denominator(cursor, rules, start)
    cursor.match(_LINK)
    return per


def _exchanged(cursor: Cursor, rules: Rules, start: int) -> Per | None:
    """1美元兑 of 1美元兑7.12元: so much per US$1."""
    found = cursor.match(_EXCHANGED)
    unit = rules.units.of(found["unit"]) if found else None
    if found is None or unit is None or not unit.currency:
        cursor.at = start
        return None
    written = unit.pattern.replace("{number}", "{size}")
    return Per(Decimal(found["size"]), unit.zh, cursor.printed(start), (written, written))


def denominator_named(label: str, rules: Rules) -> str:
    """What a label says that its number is counted against, as printed: 千人口 of 每千人口床位, 人均; else nothing."""
    phrase = normal(label)
    for found in re.finditer("每", phrase.text):
        with suppress(QuantityError):
            per = read_per_before(Cursor(phrase, found.start()), rules)
            if per and per.size > 1:
                return f"/{per.printed}"
    return next((f"/{per.unit}" for word, (per, _) in grammar().rates.items() if word in phrase.text), "")


def read_per_behind(cursor: Cursor, rules: Rules) -> Per | None:
    """/立方米 or 每平方公里 at the cursor, or nothing."""
    start = cursor.at
    if not cursor.match("/|每"):
        return None
    return _denominator(cursor, rules, start)


_OF_WHOM = ("名", "位", "宗")


def _goes_on(rest: str) -> bool:
    """Whether a number or a word in front of one follows, and no noun."""
    known = grammar()
    words = (*known.leads, *known.verbs, *known.levels, *known.qualifiers)
    return starts_number(rest) or bool(_LINK.match(rest)) or rest.startswith(words)


@cache
def _of_money() -> re.Pattern[str]:
    return re.compile("|".join(sorted(grammar().of_money, key=len, reverse=True)))


def _is_power(size: Decimal) -> bool:
    """Whether a rate may be counted against so many: 1, 100, 10万."""
    return size >= 1 and size == Decimal(10) ** size.adjusted()


def _denominator(cursor: Cursor, rules: Rules, start: int) -> Per:
    at = cursor.at
    number = read_number(cursor, qualified=True)
    size = number.value if number else Decimal(1)
    if number and (number.to is not None or number.inner or number.outer or not _is_power(size)):
        raise QuantityError("per-size", unit=cursor.printed(start))
    name = rules.units.name_at(cursor.phrase.text, cursor.at)
    unit = rules.units.by_name.get(name)
    if counter := re.compile(_COUNTER).match(cursor.phrase.text, cursor.at):
        behind = rules.units.name_at(cursor.phrase.text, counter.end())
        counted = rules.units.by_name.get(behind)
        if counted and counted.per and len(behind) > 1:
            name, unit = counter[0] + behind, counted
    if unit is None and number is not None and size > 1 and (not cursor.rest or cursor.rest[0] in "左以"):
        return Per(size, "", cursor.printed(at))
    if unit is None:
        raise QuantityError("per-unknown", unit=cursor.printed_rest)
    cursor.at += len(name)
    printed = cursor.printed(at)
    if unit.kind == "money":
        currency = unit.currency or rules.currency
        if not currency:
            raise QuantityError("currency-open", text=cursor.phrase.stated)
        patterns = (known.pattern for known in rules.units.by_name.values() if known.currency == currency)
        pattern = next(patterns, "") or quantity_words().forms["money-code"].replace("{unit}", currency)
        written = pattern.replace("{number}", "{size}")
        if found := cursor.match(_of_money()):
            written = quantity_words().forms["share-of"].format(number=written, base=grammar().of_money[found[0]])
        return Per(size, unit.zh, cursor.printed(at), (written, written))
    if unit.zh in _OF_WHOM and cursor.rest and not _goes_on(cursor.rest):
        raise QuantityError("per-unknown", unit=printed + cursor.printed_rest)  # 每千名育龄妇女 are not people
    english = unit.per or (unit.en if unit.kind in ("count", "duration") else None)
    if english is None:
        raise QuantityError("per-unknown", unit=printed)
    return Per(size, unit.zh, printed, english)
