"""A reading by hand: what an editor says of a phrase that no rule reads.

Belongs here: making a quantity of it, what fits which measure, and whether its English holds the same number. Does not
belong here: the keys of the file (`report.model.figure`), messages (`report.validate.readings`).

Example:
    >>> by_hand("近20天", "duration", Hand("nearly 20 days", Decimal(20), "天", qualifier=Qualifier.NEARLY)).value
    Decimal('20')
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from report.quantity.read_english import Said, read_english
from report.quantity.rules import Rules
from report.quantity.units import UnitWords
from report.quantity.values import Amount, Kind, Measure, Qualifier, Quantity

Misfit = Literal["compound", "grade", "value", "unit", "to", "noun"]

_KINDS: Mapping[Measure, frozenset[str]] = {
    "count": frozenset({"count", "age", "multiple"}),
    "money": frozenset({"money"}),
    "share": frozenset({"share", "multiple"}),
    "change-percent": frozenset({"share", "multiple"}),
    "change-points": frozenset({"points"}),
    "rank": frozenset({"count"}),
    "duration": frozenset({"duration"}),
}
"""Kinds of units in which a measure may be given."""

_READ_AS: Mapping[str, Kind] = {
    "age": "age", "multiple": "multiple", "money": "money", "share": "percent", "points": "points",
    "duration": "duration",
}  # fmt: skip
_NEEDS_NO_UNIT: frozenset[Measure] = frozenset({"count", "rank"})
_COUNTED: frozenset[Measure] = frozenset({"count", "compound"})
_WITH_UNIT = frozenset({"share", "points", "duration"})
"""Kinds of units that English must have beside the number; of others the noun may stand for the unit."""


@dataclass(frozen=True)
class Hand:
    """What an editor says of a phrase.

    Attributes:
        english: The English; `{noun}` stands for what is counted.
        value: In base units; `None` where the phrase has no number.
        unit: As Chinese prints it; may be empty for counts and ranks.
        to: The upper end of a range, in base units.
        qualifier: How the number bounds the quantity.
    """

    english: str
    value: Decimal | None = None
    unit: str = ""
    to: Decimal | None = None
    qualifier: Qualifier = Qualifier.EXACT


def by_hand(stated: str, measure: Measure, hand: Hand, rules: Rules | None = None) -> Quantity:
    """The quantity that an editor reads in a phrase. The phrase stands for itself in Chinese, whatever the form."""
    rules = rules or Rules()
    unit = rules.units.of(hand.unit) if hand.unit else None
    amounts: tuple[Amount, ...] = ()
    if hand.value is not None:
        currency = unit.currency or rules.currency if measure == "money" and unit else ""
        amounts = (Amount(hand.value, hand.unit, hand.qualifier, to=hand.to, currency=currency, core=stated),)
    kind = _kind(measure, unit) if amounts else "words"
    return Quantity(measure, amounts, kind=kind, stated=stated, english=hand.english, reading="hand")


def _kind(measure: Measure, unit: UnitWords | None) -> Kind:
    return "rank" if measure == "rank" else _READ_AS.get(unit.kind, "count") if unit else "count"


def misfit(measure: Measure, hand: Hand) -> Misfit | None:
    """What of a reading does not go together, or not with its measure; None where all does."""
    if measure == "compound" or (measure == "grade" and hand.value is not None):
        return "compound" if measure == "compound" else "grade"
    if hand.value is None and (hand.unit or hand.to is not None or hand.qualifier is not Qualifier.EXACT):
        return "value"
    if hand.value is not None and not hand.unit and measure not in _NEEDS_NO_UNIT:
        return "unit"
    if hand.value is not None and hand.to is not None and hand.to <= hand.value:
        return "to"
    return "noun" if "{noun}" in hand.english and measure not in _COUNTED else None


def kinds_for(measure: Measure) -> frozenset[str]:
    """Kinds of units in which a measure may be given."""
    return _KINDS.get(measure, frozenset())


def same_number(quantity: Quantity, english: str, rules: Rules) -> bool:
    """Whether English holds the number of a reading by hand, and no other; words without a number may say anything.

    Args:
        quantity: From `by_hand`.
        english: Its English, with the noun.
        rules: The report's units and currency.
    """
    said = read_english(english, rules)
    if not said:
        return not any(character.isdigit() for character in english)
    if not quantity.amounts:
        return False
    amount = quantity.amounts[0]
    sizes = [abs(size) for one in said for size in (one.value, one.to) if size is not None]
    expected = [amount.value.copy_abs(), *([amount.to.copy_abs()] if amount.to is not None else [])]
    if sizes != expected or (amount.to is None and said[0].qualifier is not amount.qualifier):
        return False
    return _has_unit(amount, said[-1], rules) and not _other_way(quantity.measure, amount, said[0])


def _has_unit(amount: Amount, said: Said, rules: Rules) -> bool:
    if amount.currency:
        return said.unit == amount.currency
    unit = rules.units.of(amount.unit)
    if unit is None or unit.en is None or unit.kind not in _WITH_UNIT:
        return True
    return said.unit == unit.en[0] or (said.unit == "fraction" and unit.en[0] == "%")


def _other_way(measure: Measure, amount: Amount, said: Said) -> bool:
    """Whether a change goes up in one language and down in the other."""
    if not measure.startswith("change") or not said.direction:
        return False
    return (said.direction == "down") != (amount.value < 0)
