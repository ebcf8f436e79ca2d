"""The kind of an entry on a year's page: a result of that year, a baseline, a target or an outlook.

Templates write it on the entry as `data-kind`, so that styles and programs can tell figures of another year from
results of this one. It is derived from the data:

- an entry of a plan is a `target` once results of its year are reported, an `outlook` until then
- an entry of the results is a `baseline` in a year without a plan, where later years have both plans and results
- else it depends on its figures: a status of target; a period that ends before the year (`baseline`) or reaches
  beyond it (`outlook`)

Belongs here: that rule. Does not belong here: whether a figure may be used on the page.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Literal

from report.model import Figure, Plan, Report, Text
from report.periods import bounds
from report.text import references

EntryKind = Literal["baseline", "target", "outlook", ""]


def plan_entry_kind(report: Report, plan: Plan) -> EntryKind:
    """The kind of a plan's entries."""
    return "target" if report.results_of(plan.year) else "outlook"


def result_classifier(report: Report, year: int) -> Callable[[Text], EntryKind]:
    """A function from a text among the results of a year to its kind, empty for a result of that year."""
    if _is_baseline(report, year):
        return lambda text: "baseline"
    return partial(_kind_of_text, report, year)


def figure_kind(report: Report, year: int, id: str) -> EntryKind:
    """The kind of a figure that stands by itself among the results of a year."""
    return "baseline" if _is_baseline(report, year) else _kind_of_figure(report.figure[id], year)


def _is_baseline(report: Report, year: int) -> bool:
    later = any(results.year > year for results in report.results) and any(plan.year > year for plan in report.plans)
    return report.plan_of(year) is None and later


def _kind_of_text(report: Report, year: int, text: Text) -> EntryKind:
    figures = (report.figure[reference.id] for reference in references(text.zh))
    return next((kind for figure in figures if (kind := _kind_of_figure(figure, year))), "")


def _kind_of_figure(figure: Figure, year: int) -> EntryKind:
    start, end = bounds(figure.period)
    if figure.status == "target":
        return "target"
    if end is not None and end.year < year:
        return "baseline"
    if any(day is not None and day.year > year for day in (start, end)):
        return "outlook"
    return ""
