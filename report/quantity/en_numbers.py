"""Numbers in English, without unit or noun: 21.89 million, 9,057.58 billion, 11th, two thirds, dozens.

Belongs here: separators and scales, ordinals, fractions, vague sizes, halves. Does not belong here: units, bounds and
the order of words (`en`).

Example:
    >>> scaled(Decimal("9057580000000")), ordinal("11")
    ('9,057.58 billion', '11th')
"""

from __future__ import annotations

from decimal import Decimal

from report.quantity.rules import House
from report.quantity.units import LARGER_UNITS, Units, UnitWords
from report.quantity.values import Amount, times, to_plain
from report.quantity.words import quantity_words

_MOST_DECIMALS = 4
_ORDINAL_TEENS = ("11", "12", "13")
_WORDS_BELOW = 10


def scaled(size: Decimal) -> str:
    """Separators below a million; above, the largest of million, billion and trillion that leaves four decimals."""
    for scale, pattern in quantity_words().scales:
        if size >= scale:
            number = times(size, 1 / scale)
            if len(to_plain(number).partition(".")[2]) <= _MOST_DECIMALS:
                return pattern.format(number=f"{number:,f}")
    return f"{size:,f}"


def counted(size: Decimal, house: House) -> str:
    """A count: as `scaled`, and in words below ten where the house writes so."""
    if house.small_numbers == "words" and size % 1 == 0 and 0 < size < _WORDS_BELOW:
        return quantity_words().cardinals[int(size)]
    return scaled(size)


def ordinal(digits: str) -> str:
    """1st 2nd 3rd 4th 11th 21st 101st 111th 1,001st; `digits` without separators."""
    endings = quantity_words().ordinals
    ending = endings["other"]
    if not digits.endswith(_ORDINAL_TEENS):
        ending = endings.get(digits[-1], ending)
    return f"{int(digits):,d}{ending}"


def fraction(amount: Amount) -> str:
    """Two thirds, half; of unusual parts 3/20."""
    of, parts = (int(term) for term in amount.terms)
    words = quantity_words()
    if of == parts * 2:
        return words.forms["half"]
    if str(of) not in words.fractions or parts >= len(words.cardinals):
        return f"{parts}/{of}"
    one, many = words.fractions[str(of)]
    return words.forms["fraction"].format(number=words.cardinals[parts], part=one if parts == 1 else many)


def vague(amount: Amount) -> str:
    """Dozens, hundreds of thousands: from two of a power of ten to all but ten."""
    return quantity_words().vague[str(amount.value.adjusted())]


def with_smaller(amount: Amount, unit: UnitWords, units: Units) -> str:
    """1 hour 30 minutes, of a length that Chinese says in two units."""
    names = (LARGER_UNITS[unit.zh][0], unit.zh)
    parts = []
    for term, name in zip(amount.terms, names, strict=True):
        pair = units.by_name[name].en or ("", "")
        parts.append(f"{to_plain(term)} {pair[0 if term == 1 else 1]}")
    return " ".join(parts)


def with_half(amount: Amount, unit: tuple[str, str]) -> str:
    """Half a year, a year and a half, two and a half hours."""
    words, whole = quantity_words(), int(amount.value)
    article = "an" if unit[0][0] in "aeo" or unit[0] == "hour" else "a"
    if whole == 0:
        return words.forms["half-unit"].format(unit=unit[0]).replace(" a ", f" {article} ")
    if whole == 1:
        return f"{article} " + words.forms["one-and-a-half"].format(unit=unit[0]).removeprefix("a ")
    number = words.cardinals[whole] if whole < len(words.cardinals) else str(whole)
    return words.forms["and-a-half"].format(number=number, unit=unit[1])
