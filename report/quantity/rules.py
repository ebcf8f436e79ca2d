"""What a report adds to the grammar: its units, its currency, and how its house writes English.

Belongs here: these settings as one value, with today's as defaults. Does not belong here: reading them from files
(`report.model`).

Example:
    >>> Rules().currency, House().money
    ('CNY', 'usual')
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from report.quantity.units import Units, product_units


@dataclass(frozen=True)
class House:
    """How English is written.

    Attributes:
        money: `usual` (CNY 5 million, US$5 million), by `name` (5 million yuan) or by `code` (USD 5 million).
        percent: `%`, `percent` or `per cent`.
        more_than: `more than` or `over`.
        small_numbers: Whether counts below ten are in `digits` or in `words`.
    """

    money: Literal["usual", "name", "code"] = "usual"
    percent: Literal["%", "percent", "per cent"] = "%"
    more_than: Literal["more than", "over"] = "more than"
    small_numbers: Literal["digits", "words"] = "digits"


@dataclass(frozen=True)
class Rules:
    """How phrases of a report are read and written.

    Attributes:
        units: The product's units and the report's own.
        currency: ISO 4217 code of a bare 元; empty where a report does not say, so that a bare 元 is refused.
        house: How English is written.
    """

    units: Units = field(default_factory=product_units)
    currency: str = "CNY"
    house: House = House()
