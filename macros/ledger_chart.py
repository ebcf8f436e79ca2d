"""The ledger as a chart: a square for each commitment, by workstream.

Belongs here: the square of each commitment, and its words. Does not belong here: drawing (`charts`).
"""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from charts import NARROW, WIDE, inline
from charts.kinds.status import Shade, StatusRow, StatusSpec, StatusSquare
from macros.environment import block, blocks
from macros.ledger import later_years
from macros.view import View
from report.ledger import STATUSES, PlanReview, plan_reviews
from report.model import Workstream
from report.model.ledger import Reported

SHADES: Mapping[Reported, Shade] = {"met": "full", "progress": "half", "not-mentioned": "hollow", "open": "speck"}


def ledger_chart(view: View) -> Markup:
    """A chart of every reviewed plan, with its counts as a table."""
    return blocks(*(_chart(view, review) for review in plan_reviews(view.report)))


def title_of(view: View, review: PlanReview) -> str:
    """The title of the chart of a reviewed plan."""
    return view.word("ledger.chart", year=review.plan.year)


def alt_of(view: View, review: PlanReview) -> str:
    """Alternative text: every row of the chart in words."""
    rows = (_described(view, part, _counts(review, part)) for part in _parts(review))
    return view.word("list.semicolon").join(rows)


def drawing_of(view: View, review: PlanReview, name: str, width: int) -> str:
    """The chart of a reviewed plan as inline SVG.

    Args:
        view: Report, language and folder of the cache.
        review: The plan with its entries.
        name: Part of its ids, unique among the plan's drawings.
        width: In CSS px.
    """
    words = {"title": title_of(view, review), "description": alt_of(view, review)}
    prefix = f"ledger-{review.plan.year}-{name}"
    return inline("status", _spec(view, review), width, prefix=prefix, folder=view.cache, **words)


def _chart(view: View, review: PlanReview) -> Markup:
    widths = (("wide", WIDE), ("narrow", NARROW))
    # Written by `charts.export`, which escapes what it is given.
    drawings = [Markup(drawing_of(view, review, name, width)) for name, width in widths]
    counts = [(part, _counts(review, part)) for part in _parts(review)]
    keys = [*review.statuses, *(["taken-up"] if review.later else [])]
    title = title_of(view, review)
    return block(view, "ledger_chart", review=review, title=title, drawings=drawings, counts=counts, keys=keys)


def _parts(review: PlanReview) -> list[Workstream]:
    return [part for part in review.plan.workstreams if part.commitments]


def _spec(view: View, review: PlanReview) -> StatusSpec:
    rows = []
    for part in _parts(review):
        entries = [review.entries[commitment.id] for commitment in part.commitments]
        entries.sort(key=lambda entry: (STATUSES.index(entry.reported), not entry.taken_up))
        squares = tuple(StatusSquare(SHADES[entry.reported], dot=bool(entry.taken_up)) for entry in entries)
        rows.append(StatusRow(view.plain(part.title), squares, text=str(len(squares))))
    key = [(StatusSquare(SHADES[status]), view.word(f"ledger.{status}")) for status in review.statuses]
    if review.later:
        key.append((StatusSquare("hollow", dot=True), view.word("ledger.dot", years=later_years(view, review))))
    return StatusSpec(view.form, tuple(rows), tuple(key))


def _counts(review: PlanReview, part: Workstream) -> Mapping[str, int]:
    """How many commitments of a workstream have each status, and how many are taken up."""
    entries = [review.entries[commitment.id] for commitment in part.commitments]
    counts: dict[str, int] = {status: sum(entry.reported == status for entry in entries) for status in review.statuses}
    return {**counts, "taken-up": sum(bool(entry.taken_up) for entry in entries)}


def _described(view: View, part: Workstream, counts: Mapping[str, int]) -> str:
    """The squares of a row in words."""
    counted = view.word("list.comma").join(f"{view.word(f'ledger.{status}')} {n}" for status, n in counts.items() if n)
    return f"{view.plain(part.title)}{view.word('list.colon')}{counted}"
