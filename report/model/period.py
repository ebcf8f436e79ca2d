"""When a figure holds.

Belongs here: the forms that a period may have. Does not belong here: writing it (`report.periods`).
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from report.model.base import Day, Id, Model, Whole, Year

_PERIOD_FORMS: dict[frozenset[str], str] = {
    frozenset(keys.split()): keys.replace(" ", " + ")
    for keys in (
        "year",
        "year compared_with",
        "year_ended",
        "year_ended compared_with",
        "end_of",
        "as_at",
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
    year_ended: Day | None = None
    """The financial year that ended on this day, 2025-03-31 for 2024-25年度; it goes under the year of that day."""
    compared_with: Year | None = None
    """For a change: the year it is measured against; with `year_ended`, the year in which that one ended."""
    end_of: Year | None = None
    """The state at the end of this year: 2023年末."""
    as_at: Day | None = None
    """The state on this day: 截至2025年3月31日, as at 31 March 2025."""
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

    @property
    def calendar_year(self) -> int | None:
        """The year of a series to which a figure with this period belongs."""
        day = self.year_ended or self.as_at
        return self.year or self.end_of or (day.year if day else None)

    @property
    def of_year(self) -> str:
        """In which sense it is of that year, the field that says it; empty where it is of none."""
        return next((form for form in ("year", "end_of", "year_ended", "as_at") if getattr(self, form)), "")
