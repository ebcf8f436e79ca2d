"""Figures as charts take them, and whether the years of one indicator form a series.

A series needs one unit, one measure, one scope and a calendar year for each figure. Where one figure differs, there is
no series at all: one without that year would hide the difference.

Belongs here: which figures make a series. Does not belong here: drawing it (`charts`), messages
(`report.validate.charts`).

Example:
    >>> [figure.id for figure in series_of(report, "visits")]  # doctest: +SKIP
    ['visits.2024', 'visits.2025']
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from charts.marks import ChartFigure
from report.bases import is_chained, share_base_of, sides_of, span_of, words_of
from report.model import Chart, ChartPanel, ChartRow, Figure, Report
from report.quantity import Amount, Qualifier, Quantity, QuantityError
from report.quantity.rates import denominator_named
from report.words import messages

OPEN_ENDED = frozenset({Qualifier.MORE_THAN, Qualifier.AT_LEAST})
"""Qualifiers of a number that is a lower bound."""

RESULTS = frozenset({"reported", "context"})  # A target, or money only asked for, is no year of a series.

# Words in front of a number that say per what it is counted, in which part of a year, or against what it changed;
# by their English, of which there is one for all spellings.
_PER = re.compile(r"\b(?:per|each|on average|a (?:year|month|day))\b")
_PART_OF_YEAR = re.compile(r"half of the year|quarter|so far this year")
_AGAINST = re.compile(r"previous period|month before|start of the year|comparable prices|in (?:real|nominal) terms")


def series_of(report: Report, indicator: str) -> tuple[Figure, ...]:
    """The results of an indicator, without its changes and parts, the earliest first.

    Those of the same year or of none stand in the files' order.
    """
    found = [
        figure
        for figure in report.figures
        if figure.indicator == indicator and figure.status in RESULTS and not _within(report, figure)
    ]
    return tuple(sorted(found, key=lambda figure: figure.period.calendar_year or 0))


def _within(report: Report, figure: Figure) -> bool:
    """Whether a figure is the change or a part of another of its own indicator, and so no year of it."""
    others = (report.figure.get(id) for id in (figure.change_of, figure.part_of) if id)
    return any(other is not None and other.indicator == figure.indicator for other in others)


def rows_of_panel(report: Report, panel: ChartPanel) -> tuple[ChartRow, ...]:
    """The marks of a panel: those written in it, or a mark for each year of its indicator."""
    if panel.indicator is None:
        return panel.rows
    return tuple(ChartRow(figure=figure.id) for figure in series_of(report, panel.indicator))


def rows_of(report: Report, chart: Chart) -> list[ChartRow]:
    """Every mark of a chart, panel by panel."""
    return [row for panel in chart.panels for row in rows_of_panel(report, panel)]


def stated_of(
    report: Report, figure: Figure, change: Figure | None = None, at: tuple[str | int, ...] = ()
) -> ChartFigure:
    """What the figure of a row states, with that of its change, and the path of the row in its chart's entry."""
    period, quantity = figure.period, quantity_of(report, figure)
    amount = quantity.amounts[0] if quantity and quantity.amounts else None
    return ChartFigure(
        id=figure.id,
        measure=figure.measure,
        status=figure.status,
        scope=(figure.scope.zh, figure.scope.en),
        indicator=figure.indicator,
        stated=figure.stated,
        value=quantity.value if quantity else None,
        unit=axis_unit_of(report, figure),
        base=_of_kind(quantity, "base") or (share_base_of(figure.label.zh) if figure.measure == "share" else ""),
        rate=_is_rate(amount, quantity) or bool(_denominator_of(report, figure)),
        form=_form_of(quantity),
        qualifier=quantity.qualifier.value if quantity else "exact",
        is_change=figure.measure.startswith("change") or bool(quantity and quantity.direction),
        part_of=figure.part_of,
        change_of=figure.change_of,
        period=next(iter(period.model_dump(exclude_none=True)), ""),
        length=_length_of(figure, quantity),
        year=period.calendar_year,
        through=period.through,
        years=period.years,
        compared_with=period.compared_with,
        inferred=period.inferred is not None,
        sides=sides_of(words_of(figure)),
        chained=is_chained(figure),
        whole_parts=_wholes_of(report, figure),
        change=stated_of(report, change) if change else None,
        at=at,
    )


def _wholes_of(report: Report, figure: Figure) -> frozenset[str]:
    """The figures that a figure is a part of, or of a part of."""
    found: set[str] = set()
    at: Figure | None = figure
    while at is not None and at.part_of and at.part_of not in found:
        found.add(at.part_of)
        at = report.figure.get(at.part_of)
    return frozenset(found)


def _is_rate(amount: Amount | None, quantity: Quantity | None) -> bool:
    return amount is not None and (amount.unit[:1] in ("‰", "/") or bool(_heads(quantity, _PER)))


def _denominator_of(report: Report, figure: Figure) -> str:
    """Against what a figure is counted: by its phrase, or by its label, where the article names it in front."""
    quantity = quantity_of(report, figure)
    amount = quantity.amounts[0] if quantity and quantity.amounts else None
    if amount is None or figure.measure not in ("count", "money", "duration") or _is_rate(amount, quantity):
        return ""
    return f"/{amount.per.printed}" if amount.per else denominator_named(figure.label.zh, report.rules)


def _heads(quantity: Quantity | None, pattern: re.Pattern[str]) -> str:
    """The words in front of the number that are of one kind, as printed."""
    words = quantity.head if quantity else ()
    return "".join(word.text for word in words if pattern.search(word.english))


def _of_kind(quantity: Quantity | None, kind: str) -> str:
    """The words in front of the number that English says too, of one kind, as printed."""
    return "".join(word.text for word in (quantity.head if quantity else ()) if word.kind == kind and word.english)


def _form_of(quantity: Quantity | None) -> str:
    if quantity is None or quantity.value is None or quantity.start is not None:
        ranged = quantity is not None and any(amount.to is not None for amount in quantity.amounts)
        return "range" if ranged else "words"
    return "words" if quantity.amounts[0].style in ("or", "vague") else quantity.kind


def _length_of(figure: Figure, quantity: Quantity | None) -> str:
    """How long the period of a figure is; empty for a point in time, such as the end of a year."""
    words, part = messages()["_lengths"], _heads(quantity, _PART_OF_YEAR) or _of_kind(quantity, "date")
    period, part = figure.period, span_of(part) or part or span_of(words_of(figure))
    if part:
        return part
    if period.year_ended is not None:
        return words["year_ended"].format(day=f"{period.year_ended:%m-%d}")
    if period.as_at is not None:
        return words["as_at"].format(day=f"{period.as_at:%m-%d}")
    if period.cumulative_to is not None:
        return words["total"].format(day=period.cumulative_to)
    if figure.measure != "duration" and (years := period.years or period.about_years):
        return words["years"].format(years=years)
    if period.year is not None and period.compared_with is not None and period.year - period.compared_with != 1:
        return words["between"].format(first=period.compared_with, last=period.year)
    return words["year"] if (period.year or period.within) else ""


def quantity_of(report: Report, figure: Figure) -> Quantity | None:
    """The quantity of a figure; None if its phrase cannot be read, which is another check's problem."""
    try:
        return report.read(figure)
    except QuantityError:
        return None


def unit_of(report: Report, figure: Figure) -> str:
    """The unit of a figure as printed; empty where its phrase cannot be read."""
    quantity = quantity_of(report, figure)
    return quantity.amounts[0].unit if quantity and quantity.amounts else ""


def axis_unit_of(report: Report, figure: Figure) -> str:
    """Unit, denominator and basis of comparison of a figure, each in one spelling: equal ones may share an axis."""
    quantity = quantity_of(report, figure)
    if quantity is None or not quantity.amounts:
        return ""
    amount = quantity.amounts[0]
    indicator = report.indicator.get(figure.indicator)
    printed = amount.unit or (indicator.unit if indicator and quantity.kind == "count" else "")
    known = report.rules.units.of(printed)
    unit, per = known.zh if known else printed, _denominator_of(report, figure) or _heads(quantity, _PER)
    return _heads(quantity, _AGAINST) + (f"{unit}{per}" if per[:1] == "/" else f"{per}{unit}")


def differences(report: Report, indicator: str, breaks: Sequence[int] = ()) -> Iterator[tuple[str, Figure, Figure]]:
    """Differences between figures that prevent a series: `unit`, `measure`, `scope`, `period` or `year`.

    Scopes may differ before and after the years named as `breaks`.

    Yields:
        The first figure that differs from the first of all, once for each thing that differs. For
        `period` the figure is none of a single year; for `end` one is of a whole year and the other of the end of one
        or of a financial year; for `year` both are of the same one.
    """
    figures = series_of(report, indicator)
    for what, key in (
        ("unit", lambda f: axis_unit_of(report, f)),
        ("measure", lambda f: f.measure),
        ("scope", lambda f: f.scope),
    ):
        parts = _between(figures, breaks) if what == "scope" else [figures]
        pair = next(((part[0], f) for part in parts for f in part if key(f) != key(part[0])), None)
        if pair is not None:
            yield what, *pair
    for figure in figures:
        if figure.period.calendar_year is None:
            yield "period", figure, figure
            return
    if other := next((figure for figure in figures if figure.period.of_year != figures[0].period.of_year), None):
        yield "end", figures[0], other
        return
    for first, second in pairwise(figures):
        if first.period.calendar_year == second.period.calendar_year:
            yield "year", first, second
            return


def _between(figures: Sequence[Figure], breaks: Sequence[int]) -> list[list[Figure]]:
    """The figures between breaks."""
    found: dict[int, list[Figure]] = {}
    for figure in figures:
        found.setdefault(sum((figure.period.calendar_year or 0) >= year for year in breaks), []).append(figure)
    return list(found.values())
