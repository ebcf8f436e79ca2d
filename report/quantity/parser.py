"""Reading a stated Chinese phrase into a `Quantity`.

A phrase is read from left to right::

    截至2月5日,累计 超过   21.89   余      万           余      人次   左右
    head (words)          printed inner  magnitude   outer   unit   tail

Belongs here: that grammar, and refusing whatever does not fit it. Counters of counts are an open set
(any one to three Chinese characters); the units of money, shares and time are those that
`words/quantities.yml` can write. Does not belong here: writing, or finding numbers in running text.

Example:
    >>> parse("20余万人次", "count").value
    Decimal('200000')
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from functools import cache
from math import prod

from report.quantity.chinese_numerals import HAN_NUMERALS, read_han
from report.quantity.head import check_head, head_qualifier, read_head
from report.quantity.values import Amount, Measure, Qualifier, Quantity, QuantityError, Word, times
from report.quantity.words import quantity_words

_TAIL_QUALIFIERS = {
    **dict.fromkeys(("左右", "上下"), Qualifier.ABOUT),
    **dict.fromkeys(("及以上", "以上"), Qualifier.AT_LEAST),
    **dict.fromkeys(("及以下", "以下", "以内", "之内"), Qualifier.AT_MOST),
}
_OVER = "余多"  # 20余万 and 20多万 alike; behind the unit for time alone: 3年多
# 千米 and 千瓦 are units of their own: 5千米 with the noun "kilometres" must not become 5,000.
_METRIC = re.compile("千[米克瓦卡伏帕]")
_NUMBER = re.compile(
    rf"""(?P<printed> [0-9][0-9,.]* | [{HAN_NUMERALS}]+ )
         (?P<inner> [{_OVER}] (?=[{HAN_NUMERALS}]) )?
         (?P<magnitude> [十百千]?(?:万亿|亿|万) | [十百] | (?!{_METRIC.pattern})千 )?
         (?P<outer> [{_OVER}] )?""",
    re.VERBOSE,
)
_ARABIC = re.compile(r"(?:0|[1-9][0-9]*|[1-9][0-9]{0,2}(?:,[0-9]{3})+)(?:\.[0-9]+)?")
_RANK = re.compile(rf"第(?P<printed>[0-9]+|[{HAN_NUMERALS}]+)(?P<unit>[名位])?")
_LETTER_GRADE = re.compile(r"[A-Z]{1,5}[+-]?(?:等级|等次|级|等|类|档)?")
_NUMERAL = re.compile(f"[0-9{HAN_NUMERALS}]")
_COUNTER = re.compile(f"(?:(?![{HAN_NUMERALS}{_OVER}第半约超逾近左右的了和与及等是在为至到])[\u4e00-\u9fff])*")

_MAGNITUDES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
# Sizes that stand without a digit where a qualifier stands with them: 百余家, 近万名.
_BARE_SIZES = frozenset({"百", "千", "万", "亿", "百万", "千万", "百亿", "千亿", "万亿"})
_MOST_DIGITS = 18
_LONGEST_WORD = 40  # characters; 17 digits in words have 33
_LONGEST_COUNTER = 3


def parse(stated: str, measure: Measure) -> Quantity:
    """Read a phrase as printed.

    Args:
        stated: The exact phrase: 20余万人次, 至少有1家, 下降25.17%, 第11名, 6类15项. No spaces.
        measure: What the phrase measures; its unit must fit.

    Returns:
        Values in base units (元, not 万元), signed for changes; `write_zh` of it is `stated` again.

    Raises:
        QuantityError: The phrase cannot be read so; `code` says why. No other exception, whatever the text.
    """
    head, rest = read_head(stated)
    if measure == "grade":
        check_head(head, measure)
        return Quantity(measure, (), head, _read_grade(rest))
    _check_start(rest, measure)
    check_head(head, measure)
    if measure == "rank":
        return Quantity(measure, (_read_rank(rest),), head)
    if measure == "compound":
        return Quantity(measure, _read_compound(rest), head)
    amount = _read_amount(rest, measure, head)
    if any(word.kind == "down" for word in head) and amount.value:
        amount = replace(amount, value=amount.value.copy_negate())
    return Quantity(measure, (amount,), head)


def _check_start(rest: str, measure: Measure) -> None:
    numeral = _NUMERAL.search(rest)
    if numeral is None:
        raise QuantityError("no-number")
    if measure == "rank":
        if not rest.startswith("第"):
            raise QuantityError("not-a-rank", text=rest)
    elif numeral.start() > 0:
        raise QuantityError("leading-text", text=rest[: numeral.start()])


def _read_grade(text: str) -> str:
    if _LETTER_GRADE.fullmatch(text) or text in quantity_words().grades:
        return text
    raise QuantityError("unknown-grade", text=text)


def _read_rank(text: str) -> Amount:
    match = _RANK.match(text)
    if match is None:
        raise QuantityError("not-a-rank", text=text)
    value = _value(match["printed"])
    if value < 1:
        raise QuantityError("number-malformed", number=match["printed"])
    if match.end() < len(text):
        raise QuantityError("trailing-text", rest=text[match.end() :])
    return Amount(value, match["unit"] or "", printed=match["printed"])


def _read_compound(text: str) -> tuple[Amount, ...]:
    amounts, rest = [], text
    while rest:
        number, rest = _read_number(rest, qualified=False)
        following = _NUMERAL.search(rest)
        end = following.start() if following else len(rest)
        amounts.append(_with_unit(number, rest[:end], "compound"))
        rest = rest[end:]
    if len(amounts) < 2:
        raise QuantityError("one-amount", text=text)
    return tuple(amounts)


def _read_amount(text: str, measure: Measure, head: tuple[Word, ...]) -> Amount:
    """The one amount, with the qualifier in front of the phrase if there is one."""
    before = next((word.text for word in head if word.kind == "qualifier"), "")
    number, rest = _read_number(text, qualified=bool(before))
    amount = _with_unit(number, rest, measure)
    if not before:
        return amount
    if amount.qualifier is not Qualifier.EXACT:
        raise QuantityError("two-qualifiers", words=before + amount.inner + amount.outer + amount.tail)
    return replace(amount, qualifier=head_qualifier(before))


def _read_number(text: str, *, qualified: bool) -> tuple[Amount, str]:
    """The number at the start of `text`, still without unit, and what follows it.

    Raises:
        QuantityError: Also where a second number follows at once; 3万万 and 1亿2000万 are not read.
    """
    match = _NUMBER.match(text)
    if match is None:
        raise QuantityError("no-number")
    printed, inner, magnitude, outer = (match[part] or "" for part in ("printed", "inner", "magnitude", "outer"))
    rest = text[match.end() :]
    if inner and outer:
        raise QuantityError("two-qualifiers", words=inner + outer)
    if rest and _NUMERAL.match(rest) and not _METRIC.match(rest):
        if magnitude or inner or outer or rest[0] in _MAGNITUDES:
            raise QuantityError("two-magnitudes", text=text)
        raise QuantityError("number-malformed", number=text)
    if printed in _BARE_SIZES and not magnitude and (qualified or outer):
        value = Decimal(size_of(printed))
    else:
        value = _value(printed)
    if magnitude:
        value = times(value, Decimal(size_of(magnitude)))
    qualifier = Qualifier.MORE_THAN if inner or outer else Qualifier.EXACT
    return Amount(value, "", qualifier, printed, inner, magnitude, outer), rest


def size_of(magnitude: str) -> int:
    """What a magnitude multiplies by: 10,000 for 万, 1,000,000 for 百万."""
    return prod(_MAGNITUDES[size] for size in magnitude)


def _value(printed: str) -> Decimal:
    if len(re.sub("[,.]", "", printed)) > (_MOST_DIGITS if printed[0].isascii() else _LONGEST_WORD):
        raise QuantityError("number-too-long", number=printed)
    if _ARABIC.fullmatch(printed):
        return Decimal(printed.replace(",", ""))
    value = read_han(printed) if _NUMERAL.match(printed) else None
    if value is None or printed[0].isascii():
        raise QuantityError("number-malformed", number=printed)
    return Decimal(value)


def _with_unit(number: Amount, rest: str, measure: Measure) -> Amount:
    """The number with its unit and tail, of which `rest` must consist."""
    tails = {**_TAIL_QUALIFIERS, **(dict.fromkeys(_OVER, Qualifier.MORE_THAN) if measure == "duration" else {})}
    tail = next((word for word in sorted(tails, key=len, reverse=True) if rest.endswith(word)), "")
    unit = rest.removesuffix(tail)
    if not unit:
        raise QuantityError("unit-missing", number=number.printed + number.magnitude)
    _check_unit(unit, measure)
    if not tail:
        return replace(number, unit=unit)
    if number.qualifier is not Qualifier.EXACT:
        raise QuantityError("two-qualifiers", words=number.inner + number.outer + tail)
    return replace(number, unit=unit, tail=tail, qualifier=tails[tail])


def _check_unit(unit: str, measure: Measure) -> None:
    closed = closed_units()
    fitting = closed.get(measure)
    if fitting is not None and unit in fitting:
        return
    if any(unit in units for units in closed.values()):
        raise QuantityError("wrong-unit", unit=unit)
    if _NUMERAL.search(_METRIC.sub("", unit)):
        raise QuantityError("several-amounts", text=unit)
    if fitting is not None:
        known = next((known for known in fitting if unit.startswith(known)), None)
        if known is not None:
            raise QuantityError("trailing-text", rest=unit.removeprefix(known))
        raise QuantityError("wrong-unit", unit=unit)
    counter = _METRIC.match(unit)
    if len(unit) > _LONGEST_COUNTER or not _COUNTER.fullmatch(unit, counter.end() if counter else 0):
        raise QuantityError("trailing-text", rest=unit)


@cache
def closed_units() -> Mapping[Measure, frozenset[str]]:
    """The units of each measure whose units are a closed set: those that the words file can write."""
    words = quantity_words()
    return {
        "money": frozenset(words.money),
        "share": frozenset(words.shares),
        "change-percent": frozenset({"%", "‰"}),
        "change-points": frozenset(words.points),
        "duration": frozenset(words.durations),
    }
