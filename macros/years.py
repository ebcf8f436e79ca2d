"""A year's plan and results, and a direction's commitments.

A year has a plan, results, or both: `year_plan` and `year_results` are empty where the year has none.
"""

from __future__ import annotations

from markupsafe import Markup

from macros.charts import charts_beside
from macros.entry_kind import EntryKind, plan_entry_kind, result_classifier
from macros.environment import block, blocks, heading_line
from macros.ledger import ledger_entries, ledger_line
from macros.page_subjects import Direction, workstream_address
from macros.view import View
from report.model import Plan, YearResults


def year_plan(view: View) -> Markup:
    """The year's plan: each workstream with its commitments, or a list of their pages."""
    plan = view.report.plan_of(view.subject.year)
    return _plan(view, plan, level=2) if plan else Markup("")


def year_results(view: View) -> Markup:
    """The year's results, chapter by chapter."""
    results = view.report.results_of(view.subject.year)
    return _results(view, results, level=2) if results else Markup("")


def workstream(view: View) -> Markup:
    """A direction: its lead, slogan and commitments."""
    subject: Direction = view.subject
    entries = ledger_entries(view, subject.plan)
    kind = plan_entry_kind(view.report, subject.plan)
    body = block(view, "workstream", workstream=subject.workstream, entries=entries, kind=kind)
    beside = charts_beside(view, subject.plan.year, subject.workstream.id)
    return blocks(ledger_line(view, subject.plan), body, *beside)


def summary(view: View) -> Markup:
    """The whole report on one page: each year's results and plan, latest last."""
    parts: list[Markup] = []
    for year in view.report.edition.years:
        parts.append(heading_line(view, 2, view.heading(year.title), f"y{year.year}"))
        if plan := view.report.plan_of(year.year):
            parts.append(_plan(view, plan, level=3, prefix=f"y{year.year}-"))
        if results := view.report.results_of(year.year):
            parts.append(_results(view, results, level=3, prefix=f"y{year.year}-"))
    return blocks(*parts)


def directions(view: View, plan: Plan, kind: EntryKind = "") -> Markup:
    """The parts of a plan, each with a link to where it is."""
    parts = [(part, workstream_address(plan, part)) for part in plan.workstreams]
    return block(view, "directions", parts=parts, kind=kind)


def _plan(view: View, plan: Plan, *, level: int, prefix: str = "") -> Markup:
    head = heading_line(view, level, view.heading(plan.title), f"{prefix}plan")
    kind = plan_entry_kind(view.report, plan)
    parts: list[Markup] = [head, block(view, "paragraphs", paragraphs=[plan.lead], kind=kind)]
    if plan.own_pages and level == 2:
        return blocks(*parts, directions(view, plan, kind))
    entries = ledger_entries(view, plan) if level == 2 else {}
    parts.append(ledger_line(view, plan) if entries else Markup(""))
    for part in plan.workstreams:
        parts.append(heading_line(view, level + 1, view.heading(part.title), f"{prefix}{part.id}"))
        parts.append(block(view, "workstream", workstream=part, entries=entries, kind=kind))
        parts += _charts(view, plan.year, part.id, level)
    return blocks(*parts)


def _results(view: View, results: YearResults, *, level: int, prefix: str = "") -> Markup:
    words = view.markdown(view.word("year.results")) + view.edit_mark(results)
    head = heading_line(view, level, words, f"{prefix}results")
    kind = result_classifier(view.report, results.year)
    parts: list[Markup] = [head, block(view, "paragraphs", paragraphs=[results.lead], kind=kind(results.lead))]
    for chapter in results.chapters:
        parts.append(heading_line(view, level + 1, view.heading(chapter.title), f"{prefix}{chapter.id}"))
        parts.append(block(view, "results", chapter=chapter, kind=kind))
        parts += _charts(view, results.year, chapter.id, level)
    return blocks(*parts)


def _charts(view: View, year: int, id: str, level: int) -> list[Markup]:
    """The charts of a part on the year's own page; the summary of all years has none."""
    return charts_beside(view, year, id) if level == 2 else []
