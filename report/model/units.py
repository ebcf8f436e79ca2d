"""A unit of the report: what English writes for it, and what else it is shown in.

Belongs here: `data/units.yml`. Does not belong here: where a unit may stand in a phrase (`report.quantity`).
"""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from report.model.base import Model, Text, Whole, Words, refuse_unless


def _unit_words(value: Any) -> Any:
    if isinstance(value, tuple) and all(isinstance(word, str) for word in value):
        if not value or (len(value) == 2 and all(word.strip() for word in value)):
            return value
        raise PydanticCustomError("unit-form", "{value}", {"value": str(value)})
    return value


_UnitWords = Annotated[
    tuple[str, ...],
    BeforeValidator(_unit_words),
    WithJsonSchema({"type": "array", "items": {"type": "string", "minLength": 1}, "minItems": 2, "maxItems": 2}),
]


_FACTOR = re.compile(r"[1-9][0-9]*(?:/[1-9][0-9]*|\.[0-9]+)?|0\.[0-9]*[1-9][0-9]*")


class Converted(Model):
    """A second form in which English shows a unit beside the stated one."""

    en: _UnitWords
    """English singular and plural of the other unit."""
    by: Annotated[Words, refuse_unless(_FACTOR.fullmatch, "unit-factor")]
    """What the value is multiplied by, exactly: a whole number, a decimal or a fraction, `"1/15"`."""
    least: Whole | None = None
    """The least value that is shown so; without it every value."""


class Unit(Model):
    """A unit as Chinese prints it, and what English writes for it. The product knows several hundred."""

    zh: Words
    """The counter or unit sign, `人次`."""
    variants: tuple[Words, ...] = ()
    """Other names of the same unit. Traditional spellings follow by themselves."""
    kind: Literal["count", "money", "share", "points", "rank", "grade", "duration", "age", "multiple", "base"]
    """What kind of quantity it measures; `base` is what rates alone are counted against, 活产."""
    dimension: Words | None = None
    """What it measures, for units of measurement: mass, area."""
    en: _UnitWords = ()
    """English singular and plural; empty for counters, whose noun is the figure's."""
    pattern: Words | None = None
    """How English writes a number with it, where not number and unit: `US${number}`."""
    per: _UnitWords = ()
    """English as a denominator, singular and plural: `[person, people]` for 每千人."""
    currency: Words | None = None
    """ISO 4217 code, for money."""
    convert: tuple[Converted, ...] = ()
    """Other units that English shows beside it."""
    note: Text | None = None
    """An editor's note on its use."""
