"""The ledger as a chart: a square for each commitment, by workstream.

Belongs here: which square a commitment is, and the words beside it. Does not belong here: drawing (`charts`).
"""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from charts import NARROW, WIDE, Shade, StatusRow, StatusSpec, StatusSquare, inline
from macros.environment import block, blocks
from macros.view import View
from report.ledger import STATUSES, Review, reviews
from report.model import Workstream
from report.model.ledger import Reported

SHADES: Mapping[Reported, Shade] = {"met": "full", "progress": "half", "not-mentioned": "hollow", "open": "speck"}


def ledger_chart(view: View) -> Markup:
    """Every reviewed plan as squares, with the counts as a table."""
    return blocks(*(_chart(view, review) for review in reviews(view.report)))


def _chart(view: View, review: Review) -> Markup:
    parts = [part for part in review.plan.workstreams if part.commitments]
    counts = [(part, _counts(review, part)) for part in parts]
    title = view.word("ledger.chart", year=review.plan.year)
    described = view.word("list.semicolon").join(_described(view, part, found) for part, found in counts)
    spec = _spec(view, review, parts)
    drawings = [
        Markup(  # Written by `charts.export`, which escapes what it is given.
            inline(
                "status",
                spec,
                width,
                prefix=f"ledger-{review.plan.year}-{name}",
                title=title,
                description=described,
                folder=view.cache,
            )
        )
        for name, width in (("wide", WIDE), ("narrow", NARROW))
    ]
    keys = [*review.statuses, *(["taken-up"] if review.later else [])]
    return block(view, "ledger_chart", review=review, title=title, drawings=drawings, counts=counts, keys=keys)


def _spec(view: View, review: Review, parts: list[Workstream]) -> StatusSpec:
    rows = []
    for part in parts:
        entries = [review.entries[commitment.id] for commitment in part.commitments]
        entries.sort(key=lambda entry: (STATUSES.index(entry.reported), not entry.taken_up))
        squares = tuple(StatusSquare(SHADES[entry.reported], dot=bool(entry.taken_up)) for entry in entries)
        rows.append(StatusRow(view.plain(part.title), squares, text=str(len(squares))))
    key = [(StatusSquare(SHADES[status]), view.word(f"ledger.{status}")) for status in review.statuses]
    if review.later:
        years = view.word("list.comma").join(str(plan.year) for plan in review.later)
        key.append((StatusSquare("hollow", dot=True), view.word("ledger.dot", years=years)))
    return StatusSpec(view.language, tuple(rows), tuple(key))


def _counts(review: Review, part: Workstream) -> Mapping[str, int]:
    """How many commitments of a workstream have each status, and how many are taken up."""
    entries = [review.entries[commitment.id] for commitment in part.commitments]
    counts: dict[str, int] = {status: sum(entry.reported == status for entry in entries) for status in review.statuses}
    return {**counts, "taken-up": sum(bool(entry.taken_up) for entry in entries)}


def _described(view: View, part: Workstream, counts: Mapping[str, int]) -> str:
    """The squares of a row in words, for those who do not see them."""
    told = view.word("list.comma").join(f"{view.word(f'ledger.{status}')} {n}" for status, n in counts.items() if n)
    return f"{view.plain(part.title)}{view.word('list.colon')}{told}"
