"""The parts of a plan that have pages of their own: in brief, and each on its page.

Belongs here: a direction's page, and the list of directions. Does not belong here: the year around them
(`macros.years`).
"""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from macros.charts import chart, charts_beside
from macros.entry_groups import ListedEntry, counted, entry_list, fold, hidden_heading, margin, tags_of
from macros.entry_kind import plan_entry_kind
from macros.environment import block, blocks, heading_line
from macros.ledger import commitment_address, ledger_entries
from macros.page_subjects import Direction, workstream_address
from macros.theme_entries import ThemeStage, stages_of_theme
from macros.view import View
from report.model import Commitment, Plan, Workstream
from report.overview import stage_of_plan

MAP = "map"
"""Id of the page that shows all entries."""
FEATURED = 2
"""Commitments shown large on a direction's page, where it has more than these."""
YEARS_BEFORE = 2
"""Years before a direction that its page looks back to."""


def directions(view: View, plan: Plan, count: int) -> Markup:
    """The parts of a plan, each with its first commitments, and a link to the map of all."""
    parts = [
        (part, workstream_address(plan, part), _beside(view, part), _in_brief(view, plan, part, count))
        for part in plan.workstreams
    ]
    total = sum(1 for _ in plan.all_commitments())
    last = (total, view.word("plan.on-the-map"), f"{MAP}/") if total > 1 and MAP in view.report.page else None
    role = stage_of_plan(view.report, plan).role
    return block(view, "directions", parts=parts, role=role, last=last)


def workstream(view: View) -> Markup:
    """A direction: two commitments large, all of them in groups, and what the years before say."""
    subject: Direction = view.subject
    plan, part = subject.plan, subject.workstream
    first = part.highlighted[:FEATURED] if len(part.commitments) > FEATURED else ()
    opening = block(view, "direction_opening", workstream=part, featured=first, year=plan.year)
    slogan = block(view, "slogan", slogan=part.slogan) if part.slogan else None
    head = [hidden_heading(view, view.word("direction.first"), "first"), opening, margin(view, (), slogan)]
    own_charts = charts_beside(view, plan.year, part.id)
    return blocks(*head, *_groups(view, plan, part), *own_charts, *_before(view, plan, part))


def direction_lead(view: View, subject: Direction) -> Markup:
    """Below the title: the article's own name of the direction, where the title is another, and how much it holds."""
    part = subject.workstream
    return block(view, "direction_lead", workstream=part, words=_called(view, part))


def _called(view: View, part: Workstream) -> list[str]:
    named = [view.word("direction.called", title=view.plain(part.title))] if part.plain else []
    return [*named, *_count(view, part)]


def _beside(view: View, part: Workstream) -> str:
    """What stands after the name of a direction: the article's own name, and the count."""
    named = [view.plain(part.title)] if part.plain and part.plain != part.title else []
    return view.word("list.clause").join([*named, *_count(view, part)])


def _count(view: View, part: Workstream) -> list[str]:
    count = len(part.commitments)
    return [counted(view, count, "direction.count-one", "direction.count")] if count else []


def _in_brief(view: View, plan: Plan, part: Workstream, count: int) -> list[tuple[str, str]]:
    """Words and address of a direction's first commitments; of its aim where it has none."""
    shown = [(each.short or each.text, commitment_address(plan, part, each)) for each in part.highlighted[:count]]
    if not shown and part.aim:
        shown = [(part.aim, workstream_address(plan, part))]
    stop = view.word("list.stop")
    return [(view.plain(text).removesuffix(stop), address) for text, address in shown]


def _groups(view: View, plan: Plan, part: Workstream) -> Iterator[Markup]:
    """The commitments under the headings of the data; those in no group at the end."""
    by_id = {each.id: each for each in part.commitments}
    for number, group in enumerate(part.groups, 1):
        yield heading_line(view, 2, view.heading(group.title), f"group-{number}")
        yield from _listed(view, plan, [by_id.pop(id) for id in group.ids])
    if by_id:
        words = view.word("direction.others" if part.groups else "direction.all")
        yield hidden_heading(view, words, "measures") if part.groups else _plain_heading(view, words, "measures")
        yield from _listed(view, plan, list(by_id.values()))


def _listed(view: View, plan: Plan, commitments: list[Commitment]) -> Iterator[Markup]:
    entries, kind = ledger_entries(view, plan), plan_entry_kind(view.report, plan)
    listed = [ListedEntry(each, tags_of(view, entries, each.id), kind) for each in commitments]
    yield entry_list(view, listed, stage_of_plan(view.report, plan).role)
    yield margin(view, commitments)


def _before(view: View, plan: Plan, part: Workstream) -> Iterator[Markup]:
    """What the years before say on the same theme, folded, below a chart of the theme."""
    stages = [stage for stage in stages_of_theme(view, part.theme) if stage.entries and stage.year.year < plan.year]
    years = sorted({stage.year.year for stage in stages})[-YEARS_BEFORE:]
    stages = [stage for stage in stages if stage.year.year in years]
    if not stages:
        return
    words = view.word("direction.before-two" if len(years) == YEARS_BEFORE else "direction.before")
    yield _plain_heading(view, words, "before")
    charts = [chart(view, each.id) for each in view.report.charts if each.theme == part.theme][:1]
    shown = [*charts, *(_stage(view, stage) for stage in stages)]
    yield from (Markup('<div data-kind="baseline" data-search-exclude>{}</div>').format(each) for each in shown)
    yield margin(view, (), view.marked(view.word("direction.same-theme")))


def _stage(view: View, stage: ThemeStage) -> Markup:
    count = view.word("group.entries", count=len(stage.entries))
    return fold(view, stage_title(view, stage), entry_list(view, stage.entries, stage.role), count=count, small=True)


def _plain_heading(view: View, words: str, id: str) -> Markup:
    return heading_line(view, 2, view.markdown(words), id)


def stage_title(view: View, stage: ThemeStage) -> str:
    """A stage as a heading: what a year plans, planned or achieved."""
    key = "results" if not stage.planned else "ahead" if stage.role == "plan-ahead" else "planned"
    return view.word(f"stage.{key}", year=stage.year.year)
