"""Periods and dates as readers see them, in both languages.

Belongs here: writing a `Period` and a day. Does not belong here: the periods themselves (`report.model`)
or their words (`report/words/interface.yml`). Dates are formatted by Babel (CLDR).

Example:
    >>> write_day(date(2026, 2, 5), pair({})["en"])
    '5 February 2026'
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from babel.dates import format_date

from charts.marks import financial_year
from languages import Language as Form
from report.model import Language, Period

InterfaceWord = Callable[[str, Language], str]
"""Gives an interface word: `Report.interface_word`, so that a report may override it."""


def write_day(day: date, language: Form) -> str:
    """A day in full: `2026年2月5日`, `5 February 2026`."""
    return format_date(day, format="long", locale=language.locale)


def write_period(period: Period, language: Form, word: InterfaceWord, *, titles: dict[str, str] | None = None) -> str:
    """A period as words, without what is inferred of it.

    Args:
        period: The period.
        language: The language to write.
        word: Gives the interface words.
        titles: Titles of articles by id, for `at_publication`.
    """
    values = {name: str(value) for name, value in period.model_dump(exclude_none=True).items()}
    for key in ("cumulative_to", "as_at"):
        if (day := getattr(period, key)) is not None:
            values[key] = write_day(day, language)
    if period.year_ended is not None:
        return word(f"period.{_form(period)}", language.side).format_map(_financial_years(period))
    if period.at_publication is not None:
        values["at_publication"] = (titles or {}).get(period.at_publication, period.at_publication)
    return word(f"period.{_form(period)}", language.side).format_map(values)


def _financial_years(period: Period) -> dict[str, str]:
    """The year and the one it is compared with as `financial_year` names them, for the words of the form."""
    ended = {"": period.calendar_year or 0, "compared_": period.compared_with or 0}
    return {f"{of}{key}": part for of, year in ended.items() for key, part in financial_year(year).items()}


def _form(period: Period) -> str:
    """The key of the form: the fields that say it."""
    if period.assessed is not None:
        return "assessed-unknown" if period.assessed == "not-stated" else "assessed"
    if period.compared_with is not None:
        return f"{period.of_year}-compared"
    forms = ("by_end_of", "within", "at_publication", "cumulative_to", "through", "about_years")
    return period.of_year or next(form for form in forms if getattr(period, form) is not None)


def write_inferred(period: Period, language: Language, word: InterfaceWord) -> str:
    """What of the period is our inference, as words; empty where nothing is."""
    return word(f"inferred.{period.inferred}", language) if period.inferred else ""


def years_of(period: Period) -> tuple[int, ...]:
    """The calendar years that a period names, its own year last."""
    given = (period.compared_with, period.assessed, period.reported, period.calendar_year)
    named = (*given, period.by_end_of, period.within, period.through)
    years = [year for year in named if isinstance(year, int)]
    if period.year_ended is not None:
        years.insert(-1, period.year_ended.year - 1)
    if period.cumulative_to is not None:
        years.append(period.cumulative_to.year)
    return tuple(years)


def bounds(period: Period) -> tuple[date | None, date | None]:
    """The first and last day of a period, each `None` where the article does not state it.

    The end of a year is its last day. Nothing is inferred: “26 years running, up to 2024” has an end alone, and a
    result whose assessment year is not stated has neither, though the year that reports it is known.
    """
    whole = period.year or period.within or (period.assessed if isinstance(period.assessed, int) else None)
    if whole is not None:
        return date(whole, 1, 1), date(whole, 12, 31)
    if (ended := period.year_ended) is not None:
        return (ended + timedelta(days=1)).replace(year=ended.year - (ended < date(ended.year, 12, 31))), ended
    if (on := period.as_at or (date(period.end_of, 12, 31) if period.end_of is not None else None)) is not None:
        return on, on
    last = period.by_end_of or period.through
    return None, period.cumulative_to if last is None else date(last, 12, 31)
