"""A figure: one number of the report, as stated, with all that is needed to trace it.

Belongs here: figures, the indicators they share. Does not belong here: units (`units`),
reading the phrase (`report.quantity`) or writing the period (`report.periods`).
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, ConfigDict, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from report.model.base import Flag, Id, Locator, Model, Text, Theme, Words
from report.model.period import Period
from report.quantity import Hand, Measure, Qualifier

Status = Literal["reported", "target", "secured", "applied-for", "assigned", "context"]


def _nouns(value: Any) -> Any:
    pairs = value if isinstance(value, tuple) and value and isinstance(value[0], tuple) else (value,)
    if all(isinstance(p, tuple) and len(p) == 2 and all(isinstance(w, str) and w.strip() for w in p) for p in pairs):
        return pairs
    raise PydanticCustomError("noun-form", "{value}", {"value": str(value)})


_PAIR = {"type": "array", "items": {"type": "string"}, "minItems": 2, "maxItems": 2}


class Noun(Model):
    """What is counted. The Chinese counter belongs to the unit; the English noun to the figure."""

    en: Annotated[
        tuple[tuple[str, str], ...],
        BeforeValidator(_nouns),
        WithJsonSchema({"anyOf": [_PAIR, {"type": "array", "items": _PAIR, "minItems": 1}]}),
    ]
    """Singular and plural, `[visit, visits]`; for a compound a list of such pairs."""


def _number(value: Any) -> Any:
    if isinstance(value, str) and _NUMBER.fullmatch(value):
        return Decimal(value)
    raise PydanticCustomError("not-a-number", "{value}", {"value": str(value)})


_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,17})(?:\.[0-9]{1,9})?")

Number = Annotated[
    Decimal, BeforeValidator(_number), WithJsonSchema({"anyOf": [{"type": "number"}, {"type": "string"}]})
]
"""A number in plain digits, without separators."""


class ReadingByHand(Model):
    """What an editor reads in a phrase that no rule reads; people must sign it like the rest of the figure.

    Example (YAML)::

        reading:
          value: 20
          unit: 天
          en: the past 20 days
          reason:
            zh: 文中指过去这段时间，不是将近。
            en: The article means the time past, not nearly so long.
    """

    value: Number | None = None
    """The number in base units (元, not 万元), minus for a fall; left out where the words hold no number."""
    to: Number | None = None
    """The upper end of a range, likewise."""
    unit: Words | None = None
    """Its unit as printed in Chinese, one that is known; counts and ranks may go without."""
    qualifier: Literal["exact", "more-than", "at-least", "about", "nearly", "at-most", "less-than"] | None = None
    """How the number bounds the quantity; exact where nothing is said."""
    en: Words
    """The English with the same number and no other; `{noun}` stands for what is counted."""
    reason: Text
    """Why it is read so; shown on the figure's page and card."""

    @property
    def hand(self) -> Hand:
        """The reading without its reason."""
        return Hand(self.en, self.value, self.unit or "", self.to, Qualifier(self.qualifier or "exact"))


class Parts(Model):
    """What is known of the parts of a figure, those that name it as `part_of`."""

    complete: Flag = False
    """Whether they are all its parts, so that they must add up to it."""
    note: Text | None = None
    """Why their sum is not it, where it is not; they are then not added up."""


WITHOUT_NOUN = frozenset({"money", "share", "change-points", "change-percent", "rank", "grade", "duration"})
"""Measures whose unit says in English what they are."""
OF_INDICATOR = ("theme", "label", "noun", "measure", "status", "scope")
"""Keys of a figure that its indicator may say for it."""
OF_FILE = ("status", "period", "scope")
"""Keys of a figure that the `defaults:` of its file may say for it."""
OF_COMMAND = ("quote", "sources")
"""Keys of a figure that `report fill` writes."""


def _required_in_yaml(schema: dict[str, Any]) -> None:
    """A figure that is read has all its keys; in the file, some of them may be said elsewhere or written later."""
    elsewhere = {*OF_INDICATOR, *OF_FILE, *OF_COMMAND}
    schema["required"] = [key for key in schema["required"] if key not in elsewhere]


class Figure(Model):
    """One number of the report.

    Its value, unit and qualifier are read from `stated`: a number is never typed a second time, unless no rule reads
    the phrase (`reading`). What its indicator or the `defaults:` of its file say need not be said again.
    """

    model_config = ConfigDict(json_schema_extra=_required_in_yaml)

    id: Id
    """Permanent: indicator and period, `visits.2026-02`. The page /figures/<id>/ never moves."""
    indicator: Id
    """Id in `indicators.yml`. Years of one indicator join only where unit and scope are equal."""
    theme: Theme | None = None
    """Theme under which readers find it; without it that of the indicator."""
    label: Text
    """What is measured: a short noun phrase without number or period; without it that of the indicator."""
    stated: Words
    """The exact phrase as printed, `20余万人次`."""
    quote: Words
    """A short passage as printed; holds `stated` and occurs once in its sentence. `report fill` writes it."""
    reading: ReadingByHand | None = None
    """What `stated` says, read by an editor; only where no rule reads it."""
    noun: Noun | None = None
    """What is counted, in English; for counts and compounds, and for a share whose phrase says what it is of (17.9% of
    visits) where no English is known for that. Without it that of the indicator."""
    measure: Measure
    """What kind of number it is: a percentage is not a percentage point, a rank is not a count. Without it that of the
    indicator, or what `stated` is read as where that is one kind alone."""
    status: Status
    """Reported, a target, money secured or only applied for, a task assigned, or context; without it that of the
    indicator or of the file."""
    period: Period
    """When it holds; without it that of the file."""
    scope: Text
    """Whom or what it covers; says so where the article does not. Without it that of the indicator or of the file."""
    sources: tuple[Locator, ...] = Field(min_length=1)
    """Where it is stated; the first place is the one quoted. `report fill` writes it."""
    caveat: Text | None = None
    """What the article leaves open, or what must not be done with the number; shown wherever it is."""
    meaning: Text | None = None
    """What it means to a citizen, in one plain sentence on the figure's page; no number from elsewhere.

    Example (YAML)::

        meaning:
          zh: 平均每位居民一年借多少册书。
          en: How many books a resident borrows in a year on average.
    """
    change_of: Id | None = None
    """Of a change on the year before: the figure that changed, of the same indicator, scope and year."""
    part_of: Id | None = None
    """The figure that this one is a part of, of the same period, in its unit or in per cent; parts are added up."""
    parts: Parts | None = None
    """Of a whole: whether its parts are complete, or why they do not add up."""
    former_ids: tuple[Id, ...] = ()
    """Retired ids whose addresses still lead here."""


class FigureDefaults(Model):
    """What all figures of a file have, unless a figure or its indicator says it.

    Example (YAML)::

        defaults:
          article: a2026
          status: reported
          period: {year: 2025}
          scope: {zh: 全市, en: the city}
        figures:
        - id: branches.2025
          indicator: branches
          stated: 85家
    """

    article: Id | None = None
    """The article of each place that names none."""
    status: Status | None = None
    """Reported, a target, money secured or only applied for, a task assigned, or context."""
    period: Period | None = None
    """When they hold."""
    scope: Text | None = None
    """Whom or what they cover."""


class FigureFile(Model):
    """A file of figures with what they have in common; a plain list of figures is one, too."""

    defaults: FigureDefaults = FigureDefaults()
    """What all its figures have, unless a figure or its indicator says it."""
    figures: tuple[Any, ...]
    """The figures."""


class Indicator(Model):
    """What can become a series: the same thing, counted the same way, year after year."""

    id: Id
    """Permanent id, the first part of its figures' ids."""
    theme: Theme | None = None
    """Theme under which readers find it."""
    label: Text
    """What it measures."""
    unit: Words
    """Unit as printed in Chinese, `次`; all its figures have it, unless `note` says why not."""
    noun: Noun | None = None
    """What its figures count, in English, where a figure has none of its own."""
    measure: Measure | None = None
    """What kind of number its figures are, likewise; not of changes, whose phrase says it."""
    status: Status | None = None
    """How its figures stand, likewise: reported, a target …"""
    scope: Text | None = None
    """Whom or what its figures cover, likewise."""
    note: Text | None = None
    """Why its years cannot be joined, where they cannot."""
