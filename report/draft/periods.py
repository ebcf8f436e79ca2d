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

from report.articles.phrases import own_year
from report.draft.lists import Listed
from report.draft.patterns import pattern
from report.numerals.fold import fold


@dataclass
class Context:
    """What is known of a sentence from those before it and from its section.

    Attributes:
        years: The years that its section may speak of.
        default: The year of the section where no sentence names one.
        in_plan: Whether the section is a plan.
        year: The year named last in the section, series of years left aside.
        at_end: Whether the paragraph speaks of the end of that year.
        paragraph: The paragraph of which that is known.
    """

    years: tuple[int, ...]
    default: int
    in_plan: bool = False
    year: int | None = None
    at_end: bool = False
    paragraph: int = 0

    def enter(self, paragraph: int) -> None:
        """Go to a paragraph: a new one speaks of whole years until it says otherwise."""
        if paragraph != self.paragraph:
            self.paragraph, self.at_end = paragraph, False

    def read(self, text: str) -> None:
        """Take note of the time that a sentence names."""
        single = _without_series(fold(text))
        named = [year for year in years_named(single) if year in self.years]
        if named:
            self.year = named[-1]
        self.at_end = _at_end(single, self.at_end)

    def plans(self, text: str) -> bool:
        """Whether a sentence says what will be done."""
        if pattern("planned").search(fold(text)):
            return True
        named = years_named(text)  # A sentence of a plan may say what was there before.
        return self.in_plan and not (named and max(named) < self.default)


@dataclass(frozen=True)
class Timing:
    """When a number holds.

    Attributes:
        status: Reported or a target.
        period: Keys and values of its period.
        reason: Key of what is to be said where it is a guess; empty where it is none.
        outside: Its year, where `sources.yml` does not list it for the section, so that no period can be written.
    """

    status: str
    period: Mapping[str, str]
    reason: str = ""
    outside: int = 0


def _without_series(folded: str) -> str:
    """A text without the years that it goes through, or from which something changed; as long as it was."""
    for key in ("year_range", "year_list", "from_to", "since"):
        folded = pattern(key).sub(lambda match: " " * len(match[0]), folded)
    return folded


def _at_end(folded: str, before: bool) -> bool:
    """Whether the last time that a text names is the end of a year; as before where it names none."""
    times = list(pattern("time").finditer(folded))
    return bool(times[-1][1]) if times else before


def years_named(text: str) -> list[int]:
    """The calendar years that a text names, without those that something is compared with."""
    return [int(match[1]) for match in pattern("year").finditer(fold(text))]


def is_plan_heading(heading: str) -> bool:
    """Whether a section is called a plan."""
    return bool(pattern("plan_heading").search(fold(heading)))


def period_of(
    text: str, start: int, context: Context, listed: Listed | None = None, *, is_change: bool, has_base: bool
) -> Timing:
    """Status and period that the words before a number say, or its section.

    Args:
        text: The sentence.
        start: Where the phrase of the number begins.
        context: What is known of its section.
        listed: What its list says of it.
        is_change: Whether the number is a rise or fall.
        has_base: Whether the sentence states the number that rose or fell.
    """
    before = fold(text)[:start]
    year, at_end, is_own = _year_of(before, context, listed, is_change=is_change)
    reason = listed.reason if listed else ""
    series = list(pattern("year_range").finditer(before))
    if not (is_own or reason) and series and not years_named(before[series[-1].end() :]):
        reason = "span"  # 2019年至2022年，新建5家: one year, or all of them.
    if pattern("since").search(before):
        reason = "span"
    outside = 0 if year in context.years else year
    if context.plans(text) and not _comes_from(before):
        ends = [match for match in pattern("by_end").finditer(before) if int(match[1]) in context.years]
        if is_own or not ends:
            return Timing("target", {"by_end_of" if at_end else "within": str(year)}, reason, outside)
        return Timing("target", {"by_end_of": ends[-1][1]}, reason)
    until = list(pattern("until").finditer(before))
    if until and not is_own and (day := _day(until[-1], year)) and day.year in context.years:
        if until[-1][1]:
            return Timing("reported", {"cumulative_to": day.isoformat()}, reason)
        return Timing("reported", {"cumulative_to": day.isoformat(), "inferred": "year"}, "recent-years")
    if is_change and pattern("annual").search(text, max(start - 2, 0), start + 6):
        return Timing("reported", {"year": str(year)}, "span", outside)
    if is_change and year - 1 in context.years and (has_base or pattern("on_year").search(fold(text)[: start + 8])):
        return Timing("reported", {"year": str(year), "compared_with": str(year - 1)}, reason, outside)
    period = {"end_of" if at_end and not is_change else "year": str(year)}
    return Timing("reported", period | ({"inferred": "year"} if reason == "recent-years" else {}), reason, outside)


def _year_of(before: str, context: Context, listed: Listed | None, *, is_change: bool) -> tuple[int, bool, bool]:
    """The year of a number, whether its end is meant, and whether the words beside it say so."""
    if listed and listed.year:
        return listed.year, listed.at_end, True
    single = _without_series(before)
    named = [year for year in years_named(single) if year in context.years]
    year = named[-1] if named else context.year or context.default
    if (own := own_year(before)) and not (is_change and pattern("from_year").search(before[: own.start()])):
        at_end = bool(own[2]) or (not own[1] and _at_end(single, context.at_end))
        return int(own[1]) if own[1] else year - 1, at_end, True
    return year, _at_end(single, context.at_end), False


def _comes_from(before: str) -> bool:
    """Whether a number is what something rises from, 从2023年的 in front of it."""
    own = own_year(before)
    return own is not None and bool(pattern("from_year").search(before[: own.start()]))


def _day(match: re.Match[str], year: int) -> date | None:
    try:
        return date(int(match[1] or year), int(match[2]), int(match[3]))
    except ValueError:
        return None


def tag_of(period: Mapping[str, str]) -> str:
    """The part of an id that names a period: the year, or the month that is counted to."""
    first = next(iter(period.values()))
    return first[:7] if "cumulative_to" in period else first
