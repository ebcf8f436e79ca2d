"""The list of all figures: the choices of its filter, and its order by each column.

What `docs/assets/list.js` filters and sorts by is computed here and written on the page, so that the script need not
parse numbers or periods.

Belongs here: filter and sort keys. Does not belong here: the table's HTML (`templates/figures_table.jinja`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import get_args

from macros.view import View
from report.facts import FigureFacts, all_facts
from report.model import Language, Report
from report.model.figure import Status
from report.quantity import Measure

NO_YEAR = "none"
SORTED = ("value", "period", "status", "source")
"""Columns with a number to sort by; the browser sorts by label, since it has the language's collation."""


@dataclass(frozen=True)
class ListedFigure:
    """A figure in the list.

    Attributes:
        facts: What the list shows of it.
        facets: What the filter compares, by the name of its field; several values are separated by spaces.
        find: Search words that the row does not show.
        order: Its place by each of `SORTED`.
    """

    facts: FigureFacts
    facets: Mapping[str, str]
    find: str
    order: tuple[int, ...]


def listed_figures(report: Report, language: Language) -> list[ListedFigure]:
    """All figures, in the order of the data."""
    figures = all_facts(report, language)
    keys = {facts.id: _keys(report, facts) for facts in figures}
    places = [
        {key: place for place, key in enumerate(sorted({keys[id][column] for id in keys}))}
        for column in range(len(SORTED))
    ]

    def order(facts: FigureFacts) -> tuple[int, ...]:
        return tuple(place[key] for place, key in zip(places, keys[facts.id], strict=True))

    return [ListedFigure(facts, _facets(facts), _find(facts), order(facts)) for facts in figures]


def choices(view: View, listed: list[ListedFigure]) -> list[tuple[str, list[tuple[str, str]]]]:
    """Fields of the filter, and the values of each with their words."""
    given = {name: {value for row in listed for value in row.facets[name].split()} for name in _FACETS}
    themes = [(theme.id, view.plain(theme.title)) for theme in view.report.edition.themes]
    years = [(year, view.word("period.year", year=year)) for year in sorted(given["year"] - {NO_YEAR})]
    every = {
        "theme": themes,
        "year": [*years, (NO_YEAR, view.word("filter.no-year"))],
        "measure": [(measure, view.word(f"measure.{measure}")) for measure in get_args(Measure)],
        "status": [(status, view.word(f"status.{status}")) for status in get_args(Status)],
    }
    named = [(name, [choice for choice in every[name] if choice[0] in given[name]]) for name in _FACETS]
    return [(name, values) for name, values in named if values]


def examples(view: View, listed: list[ListedFigure]) -> str:
    """What may be looked for, of this report: the shortest label, and a number that the field has room for."""
    labels = [row.facts.label.plain for row in listed]
    values = [amount.value for row in listed for amount in row.facts.amounts if amount.value]
    digits = [value for value in values if value.isdecimal() and len(value) in range(2, 7)]
    return view.word("list.comma").join([*sorted(labels, key=len)[:1], *sorted(digits, key=len)[-1:]])


_FACETS = ("theme", "year", "measure", "status")


def _facets(facts: FigureFacts) -> Mapping[str, str]:
    years = " ".join(map(str, facts.period.years)) or NO_YEAR
    return {"theme": facts.theme or "", "year": years, "measure": facts.measure, "status": facts.status}


def _find(facts: FigureFacts) -> str:
    """The phrase as printed, the id, and the plain digits: 20000 finds 2万册."""
    digits = [amount.value for amount in facts.amounts if amount.value is not None]
    return " ".join([facts.stated, facts.label.text.zh, facts.id, *digits])


def _keys(report: Report, facts: FigureFacts) -> tuple[tuple[object, ...], ...]:
    """Sort keys of a figure, one for each of `SORTED`; values are sorted within the same measure and unit."""
    place, period = facts.place.locator, report.figure[facts.id].period
    measure, status = get_args(Measure).index(facts.measure), get_args(Status).index(facts.status)
    amount = facts.quantity.amounts[0] if facts.quantity.amounts else None
    size = (amount.unit, amount.value) if amount else ("", Decimal(0))
    article = [known.id for known in report.articles].index(place.article)
    headings = [known.heading for known in report.articles[article].sections]
    section = [*headings, place.section].index(place.section)  # A heading still to be filled in sorts last.
    return (
        (measure, *size),
        (max(facts.period.years, default=0), period.cumulative_to is not None, period.inferred or ""),
        (status,),
        (article, section, place.paragraph, place.sentence),
    )
