"""When a number of a sentence holds, and whether the sentence reports or plans: proposals, for a person to check.

Example:
    >>> years_named("2023年末，比2022年增加")
    [2023]
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from report.draft.patterns import pattern
from report.numerals.fold import fold


@dataclass
class Context:
    """What is known of a sentence from those before it and from its section.

    Attributes:
        years: The years that its section may speak of.
        default: The year of the section where no sentence names one.
        in_plan: Whether the section is a plan.
        year: The year named last in the section.
    """

    years: tuple[int, ...]
    default: int
    in_plan: bool = False
    year: int | None = None

    def read(self, text: str) -> None:
        """Take note of the years that a sentence names."""
        named = [year for year in years_named(text) if year in self.years]
        if named:
            self.year = named[-1]

    def plans(self, text: str) -> bool:
        """Whether a sentence says what will be done."""
        return self.in_plan or bool(pattern("planned").search(fold(text)))


def years_named(text: str) -> list[int]:
    """The calendar years that a text names, without those that something is compared with."""
    return [int(match[1]) for match in pattern("year").finditer(fold(text))]


def is_plan_heading(heading: str) -> bool:
    """Whether a section is called a plan."""
    return bool(pattern("plan_heading").search(fold(heading)))


def period_of(
    text: str, start: int, context: Context, *, is_change: bool, has_base: bool
) -> tuple[str, Mapping[str, str]]:
    """Status and period that the words before a number say, or its section.

    Args:
        text: The sentence.
        start: Where the phrase of the number begins.
        context: What is known of its section.
        is_change: Whether the number is a rise or fall.
        has_base: Whether the sentence states the number that rose or fell.
    """
    before = fold(text)[:start]
    year = next((y for y in reversed(years_named(before)) if y in context.years), context.year or context.default)
    if context.plans(text):
        ends = [match for match in pattern("by_end").finditer(before) if int(match[1]) in context.years]
        return "target", {"by_end_of": ends[-1][1]} if ends else {"within": str(year)}
    until = list(pattern("until").finditer(before))
    if until and (day := _day(until[-1])) and day.year in context.years:
        return "reported", {"cumulative_to": day.isoformat()}
    if is_change and year - 1 in context.years and (has_base or pattern("on_year").search(fold(text)[: start + 8])):
        return "reported", {"year": str(year), "compared_with": str(year - 1)}
    return "reported", {"year": str(year)}


def _day(match: re.Match[str]) -> date | None:
    try:
        return date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None


def tag_of(period: Mapping[str, str]) -> str:
    """The part of an id that names a period: the year, or the month that is counted to."""
    first = next(iter(period.values()))
    return first[:7] if "cumulative_to" in period else first
