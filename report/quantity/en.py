"""Writing a quantity in English: full, as a bare number, or short.

Belongs here: separators, million and billion, ordinals, singular and plural, the order of words.
Does not belong here: the words themselves (`words/quantities.yml`) or the rule of rounding
(`quantity_values.shortened`).

Example:
    >>> write_en(parse("20余万人次", "count"), ("recognition", "recognitions"))
    'more than 200,000 recognitions'
"""

from __future__ import annotations

import re
from decimal import Decimal

from report.quantity.values import Amount, Form, Measure, Quantity, QuantityError, shortened, times, to_plain
from report.quantity.words import QuantityWords, quantity_words

Noun = tuple[str, str]
"""Singular and plural."""

_MOST_DECIMALS = 4
_ORDINAL_TEENS = ("11", "12", "13")


def write_en(quantity: Quantity, noun: Noun | tuple[Noun, ...] | None = None, form: Form = "full") -> str:
    """A quantity in English.

    Args:
        quantity: From `parse`.
        noun: What is counted, for counts and compounds: one pair, or a tuple with a pair for each amount.
            Without it, and for the other measures, the number stands alone.
        form: `full` rounds nothing: "more than 200,000 recognitions", "up 6.29 percentage points".
            `number` leaves out noun and direction: "25.17%", "CNY 8.8086 million", "26 years". `short` has
            at most three significant digits, no noun, but keeps direction and qualifier; an exact number
            that was rounded is "about 219,000".

    Raises:
        QuantityError: `noun-mismatch`, where the number of nouns is not that of the amounts.
    """
    if quantity.measure == "grade":
        return _grade(quantity.grade or "")
    if quantity.measure == "rank":
        return _ordinal(to_plain(quantity.amounts[0].value))
    words = quantity_words()
    nouns = _nouns(noun, quantity)
    parts = []
    for index, amount in enumerate(quantity.amounts):
        part, one = _amount(amount, quantity.measure, form)
        if nouns and form == "full":
            part = f"{part} {nouns[index][0 if one else 1]}"
        parts.append(part)
    text = words.joins["last"].join(filter(None, (words.joins["between"].join(parts[:-1]), parts[-1])))
    if quantity.direction is None or form == "number":
        return text
    return words.directions[quantity.direction].format(number=text)


def _nouns(noun: Noun | tuple[Noun, ...] | None, quantity: Quantity) -> tuple[Noun, ...]:
    """A pair for each amount; none at all where the measure has no nouns or none are given."""
    if not noun or quantity.measure not in ("count", "compound"):
        return ()
    pairs: list[Noun] = []
    match noun:
        case (str(one), str(many)):
            pairs.append((one, many))
        case _:
            pairs.extend((str(one), str(many)) for one, many in noun)
    if len(pairs) != len(quantity.amounts):
        raise QuantityError("noun-mismatch", expected=str(len(quantity.amounts)), got=str(len(pairs)))
    return tuple(pairs)


def _amount(amount: Amount, measure: Measure, form: Form) -> tuple[str, bool]:
    """The amount with unit and qualifier, and whether it is one, so that the singular follows."""
    words = quantity_words()
    size, qualifier = amount.value.copy_abs(), amount.qualifier
    if form == "short":
        size, qualifier = shortened(amount, measure)
    number = _scaled(size, words) if measure in ("count", "compound", "money") else f"{size:,f}"
    one = number == "1"  # "more than 1 year", "at least 1 nursery", but "1.0 percentage points"
    unit = amount.unit
    if measure == "money":
        number = words.money[unit].format(number=number)
    elif measure in ("share", "change-percent"):
        number = words.shares[unit].format(number=number)
    elif measure in ("change-points", "duration"):
        pair = (words.points if measure == "change-points" else words.durations)[unit]
        number = f"{number} {pair[0 if one else 1]}"
    return words.qualifiers[qualifier].format(number=number), one


def _scaled(size: Decimal, words: QuantityWords) -> str:
    """Separators below a million; million, billion, trillion above where four decimals hold it exactly."""
    for scale, pattern in words.scales:
        if size >= scale:
            number = times(size, 1 / scale)
            decimals = to_plain(number).partition(".")[2]
            if len(decimals) <= _MOST_DECIMALS:
                return pattern.format(number=f"{number:,f}")
            break
    return f"{size:,f}"


def _ordinal(digits: str) -> str:
    """1st 2nd 3rd 4th 11th 21st 101st 111th 1,001st; `digits` without separators."""
    endings = quantity_words().ordinals
    ending = endings["other"]
    if not digits.endswith(_ORDINAL_TEENS):
        ending = endings.get(digits[-1], ending)
    return f"{int(digits):,d}{ending}"


def _grade(grade: str) -> str:
    """A grade of letters without its Chinese counter, A级 as A; any other from the words file."""
    letters = re.match(r"[A-Z]+[+-]?", grade)
    return letters[0] if letters else quantity_words().grades[grade]
