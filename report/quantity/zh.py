"""Writing a quantity in Chinese: as stated, as a bare number, or short.

Belongs here: putting a phrase together again from its parts. Does not belong here: reading it
(`parser`) or the rule of rounding (`values.shortened`).

Example:
    >>> write_zh(parse("累计至少有218900次", "count"), "short")
    '至少21.8万次'
"""

from __future__ import annotations

from collections.abc import Container
from decimal import Decimal

from languages.variants import in_script
from report.quantity.characters import normal
from report.quantity.values import Amount, Form, Quantity, WordKind, shortened, times, to_plain

_SIZES = (
    ("万亿", Decimal("1e-12"), Decimal(10**12)),
    ("亿", Decimal("1e-8"), Decimal(10**8)),
    ("万", Decimal("1e-4"), Decimal(10**4)),
)
# Where the short form may move from plain digits to 万 and 亿. A share of 12000% stays one.
_SCALED = frozenset({"count", "money", "compound", "duration"})
_ABOUT = "约"


def write_zh(quantity: Quantity, form: Form = "full", script: str = "Hans") -> str:
    """A quantity in Chinese.

    Args:
        quantity: From `parse`.
        form: `full` is the phrase as stated, to the character. `number` is the number with its unit and
            qualifier (至少有 becomes 至少), without date, 累计, 达到 or direction. `short` keeps direction
            and qualifier and has at most three significant digits; 约 stands there where an exact number
            was rounded.
        script: Of the words that are added; a phrase in Traditional characters gets those.
    """
    if form == "full" and quantity.stated:
        return quantity.stated
    if not quantity.amounts:
        return quantity.grade or quantity.stated
    if form == "full":
        return "".join(word.text for word in quantity.head) + _amounts(quantity)
    if quantity.stated and len(quantity.amounts) > 1 and "".join(map(_stated, quantity.amounts)) not in quantity.stated:
        return quantity.stated  # Its nouns and separators are in no amount.
    if form == "number":
        return _head(quantity, {"per", "qualifier"}) + _amounts(quantity)
    if quantity.stated and normal(quantity.stated).traditional:
        script = "Hant"  # No 约 and 亿 beside 個.
    rounded = [_shortened(amount, quantity, script) for amount in quantity.amounts]
    return _head(quantity, {"up", "down", "per", "qualifier"}) + "".join(rounded)


def _head(quantity: Quantity, kinds: Container[WordKind]) -> str:
    """The words in front that are of these kinds, each in its plain form."""
    return "".join(_plain(word.text) for word in quantity.head if word.kind in kinds)


def _plain(word: str) -> str:
    bare = word.removesuffix("了")
    return bare.removesuffix("有") if bare.startswith("至少") else bare


def _amounts(quantity: Quantity) -> str:
    ordinal = "第" if quantity.measure == "rank" else ""
    return "".join((ordinal if not amount.core else "") + _stated(amount) for amount in quantity.amounts)


def _stated(amount: Amount) -> str:
    if amount.core:
        return amount.core
    number = amount.printed + amount.inner + amount.magnitude + amount.outer
    return number + amount.unit + amount.tail


def _shortened(amount: Amount, quantity: Quantity, script: str) -> str:
    size, qualifier = shortened(amount, quantity.measure)
    if size == amount.value.copy_abs():
        return ("第" if quantity.measure == "rank" and not amount.core else "") + _stated(amount)
    about = in_script(_ABOUT, script) if qualifier is not amount.qualifier else ""
    number, magnitude = scaled_zh(size, script) if quantity.measure in _SCALED else (size, "")
    printed = f"{number:,f}" if "," in amount.printed and not magnitude else to_plain(number)
    return about + printed + magnitude + amount.inner + amount.outer + amount.unit + amount.tail


def scaled_zh(size: Decimal, script: str) -> tuple[Decimal, str]:
    """A size as Chinese counts it: 218900 is 21.89 and 万."""
    for magnitude, part, least in _SIZES:
        if size >= least:
            return times(size, part), in_script(magnitude, script)
    return size, ""
