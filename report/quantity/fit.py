"""Which measures a reading goes with, and which one to propose where it does not.

Belongs here: the table of kinds and measures, and the rules on direction, level and qualifier. Does not belong here:
reading.

Example:
    >>> proposed("percent", change=True)
    'change-percent'
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise

from report.quantity.characters import normal
from report.quantity.cursor import Cursor
from report.quantity.names import is_contribution
from report.quantity.rules import Rules
from report.quantity.values import Amount, Kind, Measure, Qualifier, Quantity, QuantityError, Word
from report.quantity.verbs import level_direction

_FITS: Mapping[Measure, frozenset[Kind]] = {
    "count": frozenset({"count", "age", "rate", "multiple", "fraction", "ratio", "top", "words"}),
    "money": frozenset({"money", "words"}),
    "share": frozenset({"percent", "fraction", "rate", "ratio", "multiple", "words"}),
    "change-percent": frozenset({"percent", "fraction", "multiple", "words"}),
    "change-points": frozenset({"points", "words"}),
    "rank": frozenset({"rank", "top", "last", "words"}),
    "grade": frozenset({"grade", "words"}),
    "duration": frozenset({"duration", "span", "words"}),
    "compound": frozenset({"list", "ratio"}),
}
"""The kinds of reading that may state a measure."""

_PROPOSED: Mapping[Kind, Measure] = {
    "count": "count", "age": "count", "money": "money", "percent": "share", "fraction": "share", "rate": "share",
    "ratio": "share", "multiple": "count", "points": "change-points", "duration": "duration", "span": "duration",
    "rank": "rank", "top": "rank", "last": "rank", "grade": "grade", "list": "compound", "words": "count",
}  # fmt: skip
_CHANGES: frozenset[Measure] = frozenset({"change-points", "change-percent"})
_CHANGING: frozenset[Kind] = frozenset({"count", "money", "duration", "age"})
"""What may change by an amount of its own unit: 增加37867个."""

_LEAST_MULTIPLE = 10  # In per cent; nobody says 增长0.05倍 of a rise by 5%.
_FARTHEST = 100  # How many times what has no unit of its own may have grown: 由5增加到8万家 is from 5万.
_WIDEST_CHANGE = 2  # Of a range of changes in per cent: 下降0.5%至5% ends at a level.
_TO_A_LEVEL = re.compile(".*[^0-9.,百千万亿][至到]")  # 5元至99元; 5至6% is a range.
_IN_YEAR = re.compile("(?:19|20)[0-9]{2}年的?$")
_RESPECTIVELY = "{number} respectively"
_AIMS = ("{number} expected", "{number} planned", "{number} as the target")
_PLAIN = ("up", "down", "qualifier", "date")
_OF_A_PART = ("{number} of these", "{number} last year")

_WITH_OBJECT = {
    "count": frozenset({"增加", "减少", "净增", "净增加", "净减", "净减少"}),
    "money": frozenset(
        {
            "提高",
            "降低",
            "上调",
            "下调",
            "压减",
            "压缩",
            "削减",
            "缩减",
            "核减",
            "删减",
            "核增",
            "调增",
            "调减",
            "超支",
            "短收",
            "短征",
            "少收",
            "少征",
            "欠收",
            "超征",
        }
    ),
}
"""Verbs of change whose object may stand between them and a count, or an amount of money."""


def proposed(kind: Kind, *, change: bool) -> Measure:
    """The measure that a reading states."""
    if change and kind in ("percent", "fraction", "multiple"):
        return "change-percent"
    return _PROPOSED[kind]


def check_fit(quantity: Quantity, stated: str) -> None:
    """Raise `QuantityError` where a reading contradicts itself or its measure."""
    measure, kind, head = quantity.measure, quantity.kind, quantity.head
    change = any(word.kind in ("up", "down") for word in head)
    level = next((word.text for word in head if word.kind == "level"), "")
    for word in head:
        if word.kind == "level":
            _check_movement(quantity, word)
    for word in head:
        if level and word.kind == "base" and kind == "percent" and _IN_YEAR.match(normal(word.text).text):
            _check_year(word, level, stated)
    if change:
        for amount in quantity.amounts:
            _check_end(amount, stated)
    if measure in _CHANGES and level and kind in ("percent", "points", "fraction", "multiple"):
        raise QuantityError("level-not-change", word=level)
    if measure in _CHANGES and kind in _FITS[measure]:
        _check_direction(quantity, stated, change=change)
    elif kind not in _FITS[measure] or _is_doubled(quantity) or (change and kind not in _CHANGING and kind != "words"):
        raise QuantityError("wrong-measure", text=stated, measure=proposed(kind, change=change))
    _check_words(quantity, stated)


def _check_year(base: Word, level: str, stated: str) -> None:
    """增至2035年的7.5% is where it stands in 2035, or 7.5% of what it was; 恢复到 says which."""
    if not normal(level).text.startswith("恢复"):
        raise QuantityError("leading-text", text=base.text, rest=stated.partition(base.text)[2])


def _is_doubled(quantity: Quantity) -> bool:
    return any(amount.style == "doubled" for amount in quantity.amounts)


def in_one_unit(start: Amount, amount: Amount, kind: Kind, rules: Rules, stated: str) -> Amount:
    """Where something stood before, in the unit of where it stands now: 350 of 由350提高到5000元.

    Raises:
        QuantityError: Another unit or denominator, 由5公里延长到6000米; none and another size, 由5增加到8万家.
    """
    if kind in ("rank", "top"):
        return start
    if not (start.unit or start.currency or start.terms or start.per) and amount.unit and not amount.terms:
        if amount.value > start.value * _FARTHEST:
            raise QuantityError("unit-missing", number=start.printed)
        return replace(start, unit=amount.unit, currency=amount.currency) if amount.currency else start
    units = [rules.units.of(one.unit) if one.unit else None for one in (start, amount)]
    pers = start.per is None or start.per == amount.per  # 人均由5元提高到8元 says it once.
    ratios = [one.unit == ":" for one in (start, amount)]
    if units[0] is not units[1] or not pers or ratios[0] != ratios[1] or start.currency != amount.currency:
        raise QuantityError("several-amounts", text=stated)
    return start


def _check_end(amount: Amount, stated: str) -> None:
    """提高5元至99元 is a change by 5 to a level of 99; 增长5%至6% a change by one or the other."""
    if amount.to is None or not amount.value:
        return
    ends = _TO_A_LEVEL.match(normal(amount.core or amount.printed).text)
    relative = amount.unit == "%" or amount.unit.endswith("点")
    if ends and (not relative or amount.to / amount.value >= _WIDEST_CHANGE):
        raise QuantityError("level-and-change", text=stated)


def finished(cursor: Cursor, quantity: Quantity) -> Quantity:
    """The quantity, where nothing of the phrase is left over and it contradicts neither itself nor its measure."""
    if cursor.rest:
        raise QuantityError("trailing-text", rest=cursor.printed_rest, read=cursor.printed(0))
    check_fit(quantity, quantity.stated)
    return quantity


def _check_direction(quantity: Quantity, stated: str, *, change: bool) -> None:
    amounts = quantity.amounts
    said = change or quantity.kind == "words" or any(amount.style in ("unchanged", "doubled") for amount in amounts)
    signed = all(amount.value < 0 or "+" in amount.core for amount in amounts)
    if not (said or signed):
        raise QuantityError("direction-missing", text=stated)
    if quantity.kind == "multiple" and any(-100 < amount.value < _LEAST_MULTIPLE for amount in amounts):
        raise QuantityError("multiple-of-ratio", text=stated)
    for amount in amounts:
        by_itself = quantity.kind == "multiple" and amount.value == -100  # 下降一倍
        if quantity.measure == "change-percent" and amount.unit == "%" and (amount.value < -100 or by_itself):
            raise QuantityError("fall-above-all", text=stated)


def _check_movement(quantity: Quantity, level: Word) -> None:
    """由52.2%提高到37.5% contradicts itself; a better rank is a smaller number."""
    start, value = quantity.start, quantity.value
    direction = level_direction(level)
    if start is None or value is None or not direction or quantity.kind in ("ratio", "last"):
        return
    fell = value > start.value if quantity.kind == "rank" else value < start.value
    if fell != (direction == "down") and value != start.value:
        raise QuantityError("moves-other-way", word=level.text, text=quantity.stated)


def _check_words(quantity: Quantity, stated: str) -> None:
    directions = [word.text for word in quantity.head if word.kind in ("up", "down")]
    if quantity.kind != "points" and any(map(is_contribution, quantity.head)):
        raise QuantityError("leading-text", text=quantity.head[0].text, rest=stated.removeprefix(quantity.head[0].text))
    qualifiers = [word.text for word in quantity.head if word.kind == "qualifier"]
    last = next((word.kind for word in reversed(quantity.head) if not _each_time(word)), "")
    if qualifiers and last != "qualifier" and quantity.qualifier is not Qualifier.ABOUT:
        raise QuantityError("qualifier-not-allowed", word=qualifiers[0])
    if any(word.kind == "base" for word in quantity.head) and quantity.kind not in ("multiple", "percent", "fraction"):
        raise QuantityError("wrong-measure", text=stated, measure="share")
    if directions and (
        quantity.kind in ("words", "grade") or any(amount.style == "aged" for amount in quantity.amounts)
    ):
        raise QuantityError("two-directions", words=stated)
    bounds = (Qualifier.NEARLY, Qualifier.MORE_THAN, Qualifier.LESS_THAN)
    if any(amount.value == 0 and amount.qualifier in bounds for amount in quantity.amounts):
        raise QuantityError("number-malformed", number=stated)
    levels = [word.text for word in quantity.head if word.kind == "level"]
    if len(directions) > 1 or (directions and levels):
        raise QuantityError("two-directions", words="".join(directions + levels))
    if len(levels) > 1:
        raise QuantityError("two-directions", words="".join(levels))
    if len(qualifiers) > 1:
        raise QuantityError("two-qualifiers", words="".join(qualifiers))
    if quantity.kind in ("rank", "last", "grade", "list", "words", "ratio") and qualifiers:
        raise QuantityError("qualifier-not-allowed", word=qualifiers[0])
    if quantity.measure == "rank" and any(
        a.qualifier not in (Qualifier.EXACT, Qualifier.AT_MOST) for a in quantity.amounts
    ):
        raise QuantityError("qualifier-not-allowed", word=stated)


def _each_time(word: Word) -> bool:
    """Whether a word says for whom or how often, so that a bound may stand before it: 不超过每月240元."""
    return word.kind == "per" or word.english.startswith("{number} a ")


def is_change(head: tuple[Word, ...]) -> bool:
    """Whether the words in front make a change of what follows."""
    return any(word.kind in ("up", "down") for word in head)


def check_clause(first: Quantity, head: tuple[Word, ...]) -> None:
    """分别增长14.5%和12.4% are two changes; in 提高5元，达到99元 and 占30%，提高2% only one number is.

    Args:
        first: The first number of a list, with the phrase.
        head: The words in front of a later one.

    Raises:
        QuantityError: A change beside what is none, or numbers of things with names of their own.
    """
    change = is_change(head)
    together = any(word.english == _RESPECTIVELY for word in first.head)
    passed_on = not head or (together and all(word.kind == "qualifier" for word in head))
    if change != is_change(first.head) and (change or not passed_on):
        raise QuantityError("level-and-change", text=first.stated)
    named = [word for word in head if word.kind not in _PLAIN]
    own = any(word.kind in ("label", "level") or word.english in ("", *_OF_A_PART) for word in named)
    if first.start is not None or own or any(word.english in _AIMS for word in first.head):
        raise QuantityError("several-amounts", text=first.stated)


def check_object(head: tuple[Word, ...], kind: Kind, stated: str) -> None:
    """减少重复检查100人次 is a fall by 100; 质量提升行动100项 and 压缩天然气100吨 are no change at all.

    Raises:
        QuantityError: A verb that may be part of the name behind it.
    """
    for before, word in pairwise(head):
        if word.kind != "label" or before.kind not in ("up", "down"):
            continue
        verb = normal(before.text).text
        known = _WITH_OBJECT["money"] | _WITH_OBJECT["count"] if kind == "money" else _WITH_OBJECT["count"]
        if len(verb) == 1 or (kind in ("count", "age", "money") and verb.removesuffix("了") not in known):
            rest = stated[stated.find(word.text) :]
            raise QuantityError("leading-text", text=before.text, rest=rest)
