"""A figure: one number of the report, as stated, with all that is needed to trace it.

Belongs here: figures, their periods, the indicators and units they share. Does not belong here:
reading the phrase (`report.quantity`) or writing the period (`report.periods`).
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from report.model.base import Day, Flag, Id, Locator, Model, Text, Theme, Whole, Words, Year
from report.quantity import Hand, Measure, Qualifier

Status = Literal["reported", "target", "secured", "applied-for", "assigned", "context"]

_PERIOD_FORMS: dict[frozenset[str], str] = {
    frozenset(keys.split()): keys.replace(" ", " + ")
    for keys in (
        "year",
        "year compared_with",
        "by_end_of",
        "within",
        "at_publication",
        "cumulative_to",
        "through years",
        "about_years",
        "assessed reported",
    )
}


class Period(Model):
    """When a figure holds, in exactly one of the forms that the articles use.

    Example (YAML)::

        period: {cumulative_to: 2026-02-05, inferred: year}
    """

    year: Year | None = None
    """The calendar year that the figure speaks of."""
    compared_with: Year | None = None
    """With `year`, for a change: the year it is measured against."""
    by_end_of: Year | None = None
    """A target to be met by the end of this year."""
    within: Year | None = None
    """A target or task for some time within this year."""
    at_publication: Id | None = None
    """The state when this article was published; its date is not known."""
    cumulative_to: Day | None = None
    """Added up to this day, from a start that the article does not state."""
    through: Year | None = None
    """With `years`: unbroken up to and including this year."""
    years: Whole | None = None
    """With `through`: how many years without a break."""
    about_years: Whole | None = None
    """A span of about so many years, with no stated start."""
    assessed: Year | Literal["not-stated"] | None = None
    """With `reported`: the year that was assessed, or `not-stated`."""
    reported: Year | None = None
    """With `assessed`: the year whose results the article reports."""
    inferred: Literal["year", "end", "period"] | None = None
    """What of the period is our inference and not printed: the year, the end, or all of it."""

    @model_validator(mode="before")
    @classmethod
    def _one_form(cls, value: Any) -> Any:
        if isinstance(value, dict):
            given = frozenset(value) - {"inferred"}
            known = set(cls.model_fields)
            if given <= known and given not in _PERIOD_FORMS:
                raise PydanticCustomError(
                    "period-form",
                    "{value}",
                    {"value": ", ".join(sorted(given)), "known": "; ".join(_PERIOD_FORMS.values())},
                )
        return value


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
    """Singular and plural, `[hospital, hospitals]`; for a compound a list of such pairs."""


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


class Figure(Model):
    """One number of the report.

    Its value, unit and qualifier are read from `stated`: a number is never typed a second time, unless no rule reads
    the phrase (`reading`).
    """

    id: Id
    """Permanent: indicator and period, `mutual-recognition.2026-02`. The page /figures/<id>/ never moves."""
    indicator: Id
    """Id in `indicators.yml`. Years of one indicator join only where unit and scope are equal."""
    theme: Theme
    """Theme under which readers find it."""
    label: Text
    """What is measured: a short noun phrase without number or period."""
    stated: Words
    """The exact phrase as printed, `20余万人次`."""
    quote: Words
    """A short passage as printed; holds `stated` and occurs once in its sentence."""
    reading: ReadingByHand | None = None
    """What `stated` says, read by an editor; only where no rule reads it."""
    noun: Noun | None = None
    """What is counted, in English; for counts and compounds only."""
    measure: Measure
    """What kind of number it is: a percentage is not a percentage point, a rank is not a count."""
    status: Status
    """Reported, a target, money secured or only applied for, a task assigned, or context."""
    period: Period
    """When it holds."""
    scope: Text
    """Whom or what it covers; says so where the article does not."""
    sources: tuple[Locator, ...] = Field(min_length=1)
    """Where it is stated; the first place is the one quoted."""
    caveat: Text | None = None
    """What the article leaves open, or what must not be done with the number; shown wherever it is."""
    meaning: Text | None = None
    """What it means to a citizen, in one plain sentence on the figure's page; no number from elsewhere.

    Example (YAML)::

        meaning:
          zh: 拿着一家医院的检查结果去另一家医院，可以少做一次检查。
          en: A test done in one hospital counted in another, so that it need not be done again.
    """
    change_of: Id | None = None
    """Of a change on the year before: the figure that changed, of the same indicator, scope and year."""
    part_of: Id | None = None
    """The figure that this one is a part of, of the same period, in its unit or in per cent; parts are added up."""
    parts: Parts | None = None
    """Of a whole: whether its parts are complete, or why they do not add up."""
    former_ids: tuple[Id, ...] = ()
    """Retired ids whose addresses still lead here."""


class Indicator(Model):
    """What can become a series: the same thing, counted the same way, year after year."""

    id: Id
    """Permanent id, the first part of its figures' ids."""
    theme: Theme
    """Theme under which readers find it."""
    label: Text
    """What it measures."""
    unit: Words
    """Unit as printed in Chinese, `次`; all its figures have it, unless `note` says why not."""
    note: Text | None = None
    """Why its years cannot be joined, where they cannot."""


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


def _factor(value: Any) -> Any:
    if isinstance(value, str) and not _FACTOR.fullmatch(value):
        raise PydanticCustomError("unit-factor", "{value}", {"value": value})
    return value


_FACTOR = re.compile(r"[1-9][0-9]*(?:/[1-9][0-9]*|\.[0-9]+)?|0\.[0-9]*[1-9][0-9]*")


class Converted(Model):
    """A second form in which English shows a unit beside the stated one."""

    en: _UnitWords
    """English singular and plural of the other unit."""
    by: Annotated[Words, BeforeValidator(_factor)]
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
