"""The units that are known: the product's (`words/units.yml`) and the report's own (`data/units.yml`), one format.

The format follows what pint and CLDR hold of a unit, as far as a report needs it: names, a dimension, an exact
factor to another unit, plural forms and a pattern, the form as a denominator. Belongs here: the table. Does not
belong here: where a unit may stand (`amounts`) or how a number is written with it (`en`).

Example:
    >>> product_units().find("亩左右").en
    ('mu', 'mu')
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache, cached_property
from typing import Any

from languages import ORIGINAL, TRANSLATION
from report.quantity.characters import normal
from report.word_files import read_words

LARGER_UNITS = {"个月": ("年", 12), "小时": ("天", 24), "分钟": ("小时", 60), "秒": ("分钟", 60)}
"""The unit of time that may stand before another in one length, 1小时30分钟, and how many it holds."""


@dataclass(frozen=True)
class Conversion:
    """A second form of a value: 320,000 mu as 21,300 hectares.

    Attributes:
        en: Singular and plural of the other unit.
        by: What the value is multiplied by, exactly.
        least: The least value that is shown so.
    """

    en: tuple[str, str]
    by: Fraction
    least: Decimal


@dataclass(frozen=True)
class UnitWords:
    """One unit: see the top of `words/units.yml` for what each part means."""

    zh: str
    kind: str
    variants: tuple[str, ...] = ()
    en: tuple[str, str] | None = None
    pattern: str = ""
    per: tuple[str, str] | None = None
    currency: str = ""
    dimension: str = ""
    convert: tuple[Conversion, ...] = ()


@dataclass(frozen=True, eq=False)  # Compared by identity, so that what was read by one table can be remembered.
class Units:
    """The units of a report.

    Attributes:
        by_name: Every unit by each of its names, in the spelling of `characters.normal`.
    """

    by_name: Mapping[str, UnitWords]

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile("|".join(re.escape(name) for name in sorted(self.by_name, key=len, reverse=True)))

    def find(self, text: str, at: int = 0, kinds: Iterable[str] = ()) -> UnitWords | None:
        """The unit with the longest name that stands in `text` at `at`."""
        name = self.name_at(text, at)
        unit = self.by_name[name] if name else None
        return unit if unit and (not kinds or unit.kind in kinds) else None

    def name_at(self, text: str, at: int = 0) -> str:
        """The longest name of a unit that stands in `text` at `at`, or nothing."""
        match = self._pattern.match(text, at)
        return match[0] if match else ""

    def of(self, printed: str) -> UnitWords | None:
        """The unit that is printed so, in either script."""
        return self.by_name.get(normal(printed).text)


def unit_words(entry: Mapping[str, Any]) -> UnitWords:
    """A unit from an entry of a units file."""
    conversions = tuple(
        Conversion(_pair(part[TRANSLATION]), Fraction(str(part["by"])), Decimal(str(part.get("least") or 0)))
        for part in entry.get("convert", ())
    )
    return UnitWords(
        zh=str(entry[ORIGINAL]),
        kind=str(entry["kind"]),
        variants=tuple(map(str, entry.get("variants", ()))),
        en=_pair(entry[TRANSLATION]) if entry.get(TRANSLATION) else None,
        pattern=str(entry.get("pattern") or ""),
        per=_pair(entry["per"]) if entry.get("per") else None,
        currency=str(entry.get("currency") or ""),
        dimension=str(entry.get("dimension") or ""),
        convert=conversions,
    )


def _pair(words: Any) -> tuple[str, str]:
    one, many = words
    return str(one), str(many)


@cache
def product_entries() -> tuple[UnitWords, ...]:
    """The product's units, in the order of their file."""
    return tuple(map(unit_words, read_words("units.yml")))


def units_with(own: Iterable[UnitWords]) -> Units:
    """The product's units and a report's own; where both have a name, the report's fills in or prevails."""
    found: dict[str, UnitWords] = {}
    for unit in (*product_entries(), *own):
        if unit.kind in ("rank", "grade"):
            continue  # They name a kind for indicators; in a phrase nothing is counted in them.
        for name in (unit.zh, *unit.variants):
            found[normal(name).text] = _merged(found.get(normal(name).text), unit)
    return Units(found)


def _merged(known: UnitWords | None, unit: UnitWords) -> UnitWords:
    """A report's unit, with what the product knows of it besides: an entry of kind and note takes nothing away."""
    if known is None or known.kind != unit.kind:
        return unit
    return UnitWords(
        zh=unit.zh,
        kind=unit.kind,
        variants=unit.variants or known.variants,
        en=known.en if unit.kind == "money" else unit.en or known.en,  # Money is written by its pattern or name.
        pattern=unit.pattern or known.pattern,
        per=unit.per or known.per,
        currency=unit.currency or known.currency,
        dimension=unit.dimension or known.dimension,
        convert=unit.convert or known.convert,
    )


@cache
def product_units() -> Units:
    """The product's units alone."""
    return units_with(())
