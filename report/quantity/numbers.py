"""Numbers as Chinese prints them, without their unit: 21.89万, 20余万, 1亿2000万, 十几, 七八, 几百万, 上千万, 2½.

Belongs here: from digits, number words and magnitudes to an exact value with its bounds. Does not belong here:
units, ranges, fractions and shares (`amounts`, `shares`).

Example:
    >>> number = read_number(Cursor(normal("20余万人次")))
    >>> number.value, number.qualifier.value, number.inner, number.magnitude
    (Decimal('200000'), 'more-than', '余', '万')
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from math import prod

from report.quantity.characters import normal
from report.quantity.chinese_numerals import DIGITS, HAN_NUMERALS, read_han
from report.quantity.cursor import Cursor
from report.quantity.values import Qualifier, QuantityError, times

_DIGITS = re.compile(r"[0-9](?:[0-9.]|,(?=[0-9]))*")
_ARABIC = re.compile(r"(?:0|[1-9][0-9]*|[1-9][0-9]{0,2}(?:,[0-9]{3})+)(?:\.[0-9]+)?")
_VULGAR = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75"), "⅛": Decimal("0.125"), "⅕": Decimal("0.2")}
# 千米, 兆瓦 and 百分点 are units: 5千米 with the noun "kilometres" must not become 5,000.
_METRIC = re.compile("[千兆](?=米|克|瓦|卡|伏|帕|焦|升|字节|赫|比特)|[百千](?=分点)")
_HAN = re.compile(f"[{HAN_NUMERALS}]+(?:点[零〇一二三四五六七八九]+)?")
_SIZES = "十百千万亿"
_MAGNITUDE = re.compile(r"[十百千]?万亿|[十百千]?亿|[十百千]?万|兆|百|千|十")
_MAGNITUDES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8, "兆": 10**12}
_OVER = {"余": Qualifier.MORE_THAN, "多": Qualifier.MORE_THAN, "几": Qualifier.MORE_THAN, "来": Qualifier.ABOUT}
_INNER = re.compile(f"[余多来几](?!{_METRIC.pattern})(?=[{_SIZES}])")
_OUTER = re.compile("余|多(?!少)|来(?=[个万亿人名位家岁天年])|几(?=[个万亿人名位家岁天年项件张例宗次])")
_BARE = re.compile("(?:[十百千]?万亿|[十百千]?亿|[十百千]?万|百|千)")
_ADJACENT = re.compile(
    "(?P<ten>十)?(?P<low>[一二两三四五六七八])(?P<high>[二两三四五六七八九])(?P<size>[十百千]?(?:万亿|亿|万)|[十百千])?"
)
_VAGUE = re.compile("(?:好几|几|数)(?P<size>[十百千]?(?:万亿|亿|万)|[十百千])?")
_SOME = re.compile("[家个名位人次项件种年天月周例宗所间处台辆张场户批轮届支]")  # 数 before these is a number.
_UNSURE = re.compile("上(?=[百千万亿])")
_MOST_DIGITS = 18
_LONGEST_WORD = 40  # characters; 17 digits in words have 33


@dataclass(frozen=True)
class Number:
    """A number.

    Attributes:
        value: Its value; of several possible ones the least.
        qualifier: Of 余, 多, 来, 几 and 上 in it.
        to: The greatest value: 8 of 七八, 99 of 几十.
        style: `or` for 七八, `vague` for 几十.
        printed: Without magnitude, as printed.
        inner: 余 before the magnitude.
        magnitude: Behind `printed`.
        outer: 余 behind the magnitude.
        size: What the magnitude multiplies by.
    """

    value: Decimal
    qualifier: Qualifier = Qualifier.EXACT
    to: Decimal | None = None
    style: str = ""
    printed: str = ""
    inner: str = ""
    magnitude: str = ""
    outer: str = ""
    size: int = 1


def size_of(magnitude: str) -> int:
    """What a magnitude multiplies by: 10,000 for 万 and 萬, 1,000,000 for 百万."""
    return prod(_MAGNITUDES[size] for size in normal(magnitude).text)


def in_two_sizes(printed: str) -> bool:
    """Whether a number as printed holds a size of its own: 3亿2000 of 3亿2000余万 is not 3亿2000 times 万."""
    return any(size in printed for size in "万亿萬億")


def starts_number(text: str) -> bool:
    """Whether a text begins with a number of any kind."""
    some = text.startswith("数") and bool(_SOME.match(text[1:]) or _MAGNITUDE.match(text[1:]))
    return some or bool(re.match(rf"[0-9½¼¾⅛⅕几{HAN_NUMERALS}]|好几|上[百千万亿]", text))


def read_number(cursor: Cursor, *, qualified: bool = False) -> Number | None:
    """The number at the cursor, or nothing where none begins.

    Args:
        cursor: Stands behind the number afterwards.
        qualified: Whether a word such as 近 stands in front, so that a size without a digit is a number: 近万.

    Raises:
        QuantityError: What begins as a number and is none.
    """
    start = cursor.at
    number = _vague(cursor) or _adjacent(cursor) or _bare(cursor, qualified=qualified) or _plain(cursor)
    if number is None:
        return None
    if number.style == "" and (text := cursor.match(f"[0-9{HAN_NUMERALS}][0-9{HAN_NUMERALS},.]*")):
        if _METRIC.match(cursor.phrase.text, text.start()):
            cursor.at = text.start()
        else:
            if number.magnitude or text[0][0] in _SIZES:
                raise QuantityError("two-magnitudes", text=cursor.printed(start))
            raise QuantityError("number-malformed", number=cursor.printed(start))
    return number


def _vague(cursor: Cursor) -> Number | None:
    """几十, 数百万: from two of the size to all but ten of it."""
    start = cursor.at
    match = cursor.match(_VAGUE)
    if match is None:
        return None
    if match["size"] is None and match[0] == "数" and not _SOME.match(cursor.rest):
        cursor.at = start
        return None
    size = Decimal(size_of(match["size"] or ""))
    printed = cursor.printed(start)
    return Number(times(size, Decimal(2)), Qualifier.ABOUT, times(size, Decimal(10)) - 1, "vague", printed)


def _adjacent(cursor: Cursor) -> Number | None:
    """七八, 十七八, 二三十, 三四百万, and 三五 for three to five."""
    start = cursor.at
    match = cursor.match(_ADJACENT)
    if match is None:
        return None
    low, high = (DIGITS.index(match[part].replace("两", "二")) for part in ("low", "high"))
    follows = cursor.rest[:1]
    if (
        not (high == low + 1 or (low, high) == (3, 5))
        or (follows and follows in HAN_NUMERALS)
        or (match["ten"] and match["size"])
    ):
        cursor.at = start
        return None
    base, size = (10 if match["ten"] else 0), Decimal(size_of(match["size"] or ""))
    style = "or" if high == low + 1 and size == 1 else "to"
    return Number(
        times(Decimal(base + low), size),
        Qualifier.EXACT,
        times(Decimal(base + high), size),
        style,
        cursor.printed(start),
    )


def _bare(cursor: Cursor, *, qualified: bool) -> Number | None:
    """近万, 上千万, 百余, 千亿: a size without a digit."""
    start = cursor.at
    unsure = cursor.match(_UNSURE)
    match = cursor.match(_BARE)
    if match is None or _METRIC.match(cursor.phrase.text, match.end() - 1):
        cursor.at = start
        return None
    before = cursor.at
    outer = cursor.match(_OUTER)
    whole = bool(unsure or outer or qualified or len(match[0]) > 1 or cursor.rest.startswith("岁"))
    if cursor.rest[:1] and cursor.rest[:1] in HAN_NUMERALS:
        cursor.at = start
        return None
    if not whole:
        raise QuantityError("number-idiom", number=cursor.printed(start))
    if unsure and (outer or qualified):
        raise QuantityError("two-qualifiers", words=cursor.printed(start))
    qualifier = Qualifier.MORE_THAN if unsure else _OVER[outer[0]] if outer else Qualifier.EXACT
    printed, behind = cursor.printed(start, before), cursor.printed(before)
    return Number(Decimal(size_of(match[0])), qualifier, printed=printed, outer=behind)


def _plain(cursor: Cursor) -> Number | None:
    """Digits or a number word with what may stand behind: 20余万, 1亿2000万, 6600多万, 二千二."""
    first = _part(cursor)
    if first is None:
        return None
    while first.magnitude and not first.inner and not first.outer and re.match("[0-9]", cursor.rest):
        first = _joined(cursor, first)
    return first


def _joined(cursor: Cursor, high: Number) -> Number:
    """1亿 and what follows it: 2000万, or 6199 of 5万6199."""
    start = cursor.at
    low = _part(cursor)
    assert low is not None
    digits = len(re.sub("[^0-9]", "", low.printed))
    whole = not (high.value % high.size or low.value % 1)
    large = any(size in high.magnitude for size in "万億亿萬兆")
    fits = high.value and 0 < low.value < high.size and low.size < high.size
    if not fits or (not low.magnitude and (digits < 2 or high.size != 10**4)) or not (whole and large):
        cursor.at = start
        raise QuantityError("two-magnitudes", text=high.printed + high.magnitude + cursor.printed_rest)
    printed = high.printed + high.magnitude + low.printed + (low.magnitude if not low.outer and not low.inner else "")
    joined = Number(high.value + low.value, low.qualifier, printed=printed, size=low.size)
    over = low.inner or low.outer
    return replace(joined, inner=low.inner, magnitude=low.magnitude, outer=low.outer) if over else joined


def _part(cursor: Cursor) -> Number | None:
    start = cursor.at
    value = _digits(cursor)
    if value is None:
        value = _word(cursor)
    if value is None:
        return None
    printed, at = cursor.printed(start), cursor.at
    inner = cursor.match(_INNER)
    if inner and inner[0] == "几" and (value % 10 or cursor.rest[0] in "十百千"):
        raise QuantityError("number-malformed", number=cursor.printed(start))
    inner_text, at = cursor.printed(at), cursor.at
    magnitude = None if _METRIC.match(cursor.phrase.text, cursor.at) else cursor.match(_MAGNITUDE)
    if magnitude and magnitude[0] == "兆":
        _check_trillion(cursor, start)
    magnitude_text, at = cursor.printed(at), cursor.at
    outer = cursor.match(_OUTER)
    if inner and outer:
        raise QuantityError("two-qualifiers", words=inner[0] + outer[0])
    if inner and not magnitude:
        raise QuantityError("number-malformed", number=cursor.printed(start))
    _check_size(cursor, start, value, magnitude[0] if magnitude else "", outer[0] if outer else "")
    over = inner or outer
    size = size_of(magnitude[0]) if magnitude else 1
    return Number(
        times(value, Decimal(size)) if magnitude else value,
        _OVER[over[0]] if over else Qualifier.EXACT,
        None, "", printed, inner_text, magnitude_text, cursor.printed(at) if outer else "", size,
    )  # fmt: skip


def _check_size(cursor: Cursor, start: int, value: Decimal, magnitude: str, outer: str) -> None:
    """Nobody prints 80十 or 13余家: what does not go together is a slip, and is not read."""
    small = magnitude in ("百", "十") or (len(magnitude) > 1 and magnitude[0] == "十")
    uneven = outer and not magnitude and value % 10
    if (small and value >= 10) or magnitude == "十" or uneven or (magnitude and not value):
        raise QuantityError("number-malformed", number=cursor.printed(start))


def _check_trillion(cursor: Cursor, start: int) -> None:
    """兆 is a million million where 億 or money follows it; alone it is that in Taiwan and a million elsewhere."""
    if not re.match(r"[0-9,.]+[百千]?[亿]|[^a-zA-Z]{0,3}[元圆幣币]", cursor.rest):
        raise QuantityError("magnitude-open", text=cursor.printed(start))


def _digits(cursor: Cursor) -> Decimal | None:
    start = cursor.at
    match = cursor.match(_DIGITS)
    if match is not None:
        if len(re.sub("[,.]", "", match[0])) > _MOST_DIGITS:
            raise QuantityError("number-too-long", number=cursor.printed(start))
        if not _ARABIC.fullmatch(match[0]):
            raise QuantityError("number-malformed", number=cursor.printed(start))
    vulgar = cursor.match(f"[{''.join(_VULGAR)}]")
    if match is None and vulgar is None:
        return None
    value = Decimal(match[0].replace(",", "")) if match else Decimal(0)
    return value + _VULGAR[vulgar[0]] if vulgar else value


def _word(cursor: Cursor) -> Decimal | None:
    """A number word; a 千 that belongs to a unit is left to it."""
    start = cursor.at
    match = cursor.match(_HAN)
    if match is None:
        return None
    text = match[0]
    if len(text) == 1 and _METRIC.match(cursor.phrase.text, start):
        cursor.at = start
        return None  # 302.4克/千瓦时
    if text[-1] in "百千兆" and len(text) > 1 and _METRIC.match(cursor.phrase.text, cursor.at - 1):
        cursor.at -= 1
        text = text[:-1]
    if len(text) > _LONGEST_WORD:
        raise QuantityError("number-too-long", number=cursor.printed(start))
    whole, point, decimals = text.partition("点")
    # 二十余万: the word ends before 余, and the size behind it is its magnitude.
    value = read_han(whole)
    if value is None:
        raise QuantityError("number-malformed", number=cursor.printed(start))
    if not point:
        return Decimal(value)
    digits = "".join(str(DIGITS.index(digit.replace("〇", "零"))) for digit in decimals)
    return Decimal(f"{value}.{digits}")
