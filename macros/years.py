"""A year's results and its plan, and the whole report on one page.

A year has a plan, results, or both: `year_plan` and `year_results` are empty where the year has none. Results come
first, a chapter after the other: its key numbers, and every sentence in a fold. Parts of a plan are folds, or lead to
pages of their own (`macros.directions`).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Literal

from markupsafe import Markup

from macros.charts import charts_beside
from macros.directions import directions
from macros.entry_groups import ListedEntry, counted, entry_list, fold, hidden_heading, margin, tags_of
from macros.entry_kind import figure_kind, plan_entry_kind, result_classifier
from macros.environment import block, blocks, heading_line
from macros.key_numbers import key_number
from macros.ledger import ledger_entries
from macros.view import View
from report.model import Chapter, Plan, Workstream, YearResults
from report.model.plans import KeyNumber
from report.overview import stage_of_plan, stage_of_results
from report.quantity import states_change
from report.text import references

IN_BRIEF = 3
"""Commitments of a direction on the page of its year."""
KEY_NUMBERS = 3
"""Figures at the head of a chapter whose data choose none."""


def year_results(view: View) -> Markup:
    """The results of the year, chapter by chapter, then where they come from."""
    results = view.report.results_of(view.subject.year)
    if results is None:
        return Markup("")
    chapters = [part for chapter in results.chapters for part in _chapter(view, results, chapter)]
    kind = result_classifier(view.report, results.year)(results.lead)
    return blocks(*chapters, block(view, "results_lead", results=results, kind=kind))


def year_plan(view: View) -> Markup:
    """The year's plan: each part with its commitments in a fold, or with a link to its page; its general aims last."""
    plan = view.report.plan_of(view.subject.year)
    if plan is None:
        return Markup("")
    aims = _aims(view, plan)
    reviewed = view.report.results_of(plan.year) is not None
    title = view.markdown(view.word("plan.of-the-year") if reviewed else "") + view.heading(plan.title)
    head = [heading_line(view, 2, title, "plan"), _counted(view, plan)]
    if plan.own_pages:  # Where nothing else is on the page, its title says what this heading would.
        head = head if reviewed else [hidden_heading(view, view.plain(plan.title), "plan")]
        return blocks(*head, directions(view, plan, IN_BRIEF), aims)
    entries = ledger_entries(view, plan)
    parts = [_part(view, plan, part) for part in plan.workstreams]
    taken_up = any(entry.taken_up for entry in entries.values())
    beside = [view.marked(view.word(key)) for key in (["tag.later-note"] if taken_up else []) + ["plan.sources-inside"]]
    return blocks(*head, *parts, aims, margin(view, (), *beside))


def summary(view: View) -> Markup:
    """The whole report on one page: each year's results and plan, latest last."""
    parts: list[Markup] = []
    for year in view.report.edition.years:
        prefix = f"y{year.year}-"
        parts.append(heading_line(view, 2, view.heading(year.title), f"y{year.year}"))
        if results := view.report.results_of(year.year):
            parts += _whole_results(view, results, prefix)
        if plan := view.report.plan_of(year.year):
            parts += _whole_plan(view, plan, prefix)
    return blocks(*parts)


def key_numbers_of(view: View, chapter: Chapter) -> tuple[KeyNumber, ...]:
    """The figures at the head of a chapter: those of the data, else the first that its results name."""
    if chapter.key_numbers is not None:
        return chapter.key_numbers
    named = dict.fromkeys(reference.id for result in chapter.results for reference in references(result.text.zh))
    return tuple(KeyNumber(figure=id, form=_form(view, id)) for id in list(named)[:KEY_NUMBERS])


def _form(view: View, id: str) -> Literal["full", "number"]:
    """A rise or fall is written in full, since the number alone would not say which it is."""
    return "full" if states_change(view.facts(id).quantity) else "number"


def _chapter(view: View, results: YearResults, chapter: Chapter) -> list[Markup]:
    role = stage_of_results(view.report, results.year).role
    numbers = key_numbers_of(view, chapter)
    head = heading_line(view, 2, view.heading(chapter.title), chapter.id)
    kind_of = partial(figure_kind, view.report, results.year)
    before = role == "done-before"
    shown = block(view, "key_numbers", numbers=numbers, before=before, key_number=key_number, kind_of=kind_of)
    count = view.word("group.entries", count=len(chapter.results))
    charts = Markup("").join(charts_beside(view, results.year, chapter.id))
    body = _lead(view, results, chapter) + _results(view, results, chapter) + charts
    everything = fold(view, view.word("year.all-results"), body, count=count, small=True)
    beside = margin(view, chapter.results, chapter.caution)
    return [head, shown if numbers else Markup(""), everything, beside]


def _part(view: View, plan: Plan, part: Workstream) -> Markup:
    """A part of a plan in a fold: its commitments with their sources."""
    entries = ledger_entries(view, plan)
    count = counted(view, len(part.commitments), "plan.count-one", "plan.count") if part.commitments else ""
    later = sum(bool(entries[each.id].taken_up) for each in part.commitments if each.id in entries)
    if later:
        years = _later_years(view, plan)
        count = view.word("list.clause").join([count, view.word("plan.later", count=later, years=years)])
    lead, commitments = block(view, "workstream_lead", workstream=part), _commitments(view, plan, part)
    charts = Markup("").join(charts_beside(view, plan.year, part.id))
    body = lead + commitments + charts + margin(view, part.commitments, inside=True)
    return fold(view, view.text(part.title), body, count=count, id=part.id)


def _later_years(view: View, plan: Plan) -> str:
    """The years of the plans after a plan, as a count names them."""
    later = sorted(other.year for other in view.report.plans if other.year > plan.year)
    return view.word("list.comma").join(map(str, later))


def _results(view: View, results: YearResults, chapter: Chapter) -> Markup:
    kind = result_classifier(view.report, results.year)
    listed = [ListedEntry(result, kind=kind(result.text)) for result in chapter.results]
    return entry_list(view, listed, stage_of_results(view.report, results.year).role)


def _commitments(view: View, plan: Plan, part: Workstream) -> Markup:
    entries, kind = ledger_entries(view, plan), plan_entry_kind(view.report, plan)
    listed = [ListedEntry(each, tags_of(view, entries, each.id), kind) for each in part.commitments]
    return entry_list(view, listed, stage_of_plan(view.report, plan).role) if listed else Markup("")


def _lead(view: View, results: YearResults, chapter: Chapter) -> Markup:
    if chapter.lead is None:
        return Markup("")
    kind = result_classifier(view.report, results.year)(chapter.lead)
    return block(view, "paragraphs", paragraphs=[chapter.lead], kind=kind)


def _counted(view: View, plan: Plan) -> Markup:
    """How much a plan holds and, where it is reviewed, that silence is no finding: once, above all its parts."""
    count = counted(view, sum(1 for _ in plan.all_commitments()), "plan.listed-one", "plan.listed")
    results = view.report.results_of(plan.year) if ledger_entries(view, plan) else None
    return block(view, "plan_count", count=count, caution=results.caution if results else None)


def _aims(view: View, plan: Plan) -> Markup:
    lead = block(view, "paragraphs", paragraphs=[plan.lead], kind=plan_entry_kind(view.report, plan))
    return fold(view, view.word("plan.general"), lead)


def _whole_results(view: View, results: YearResults, prefix: str) -> Iterator[Markup]:
    words = view.markdown(view.word("year.results")) + view.edit_mark(results)
    yield heading_line(view, 3, words, f"{prefix}results")
    yield block(view, "paragraphs", paragraphs=[results.lead])
    for chapter in results.chapters:
        yield heading_line(view, 4, view.heading(chapter.title), f"{prefix}{chapter.id}")
        yield from (_lead(view, results, chapter), _results(view, results, chapter))


def _whole_plan(view: View, plan: Plan, prefix: str) -> Iterator[Markup]:
    yield heading_line(view, 3, view.heading(plan.title), f"{prefix}plan")
    yield block(view, "paragraphs", paragraphs=[plan.lead])
    for part in plan.workstreams:
        yield heading_line(view, 4, view.heading(part.title), f"{prefix}{part.id}")
        yield from (block(view, "workstream_lead", workstream=part), _commitments(view, plan, part))
