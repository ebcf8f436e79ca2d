"""The ledger: commitments with their reported status, and with commitments of later plans that take them up.

Belongs here: the rows of its blocks, and its parts on the year's page. Does not belong here: which
plans are reviewed, or the counts (`report.ledger`). Every block with counts carries the year's caution.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup, escape

from macros.environment import block, blocks
from macros.page_subjects import workstream_address
from macros.view import View
from report.ledger import PlanReview, place_of_commitment, plan_reviews
from report.model import Commitment, LedgerEntry, Plan, Report, Workstream

PAGE = "ledger"


@dataclass(frozen=True)
class LaterCommitment:
    """A commitment of a later plan that takes an earlier one up.

    Attributes:
        commitment: The commitment.
        address: Its page and anchor.
    """

    commitment: Commitment
    address: str


@dataclass(frozen=True)
class LedgerRow:
    """A commitment in the ledger.

    Attributes:
        commitment: The commitment.
        address: Its page and anchor.
        entry: Its entry in the ledger.
        taken_up_by: The later commitments that take it up.
    """

    commitment: Commitment
    address: str
    entry: LedgerEntry
    taken_up_by: tuple[LaterCommitment, ...]


def ledger_counts(view: View) -> Markup:
    """Counts of commitments by status and of those taken up, with the year's caution."""
    return blocks(*(_counts(view, review) for review in plan_reviews(view.report)))


def ledger_table(view: View) -> Markup:
    """Every commitment with its reported status, evidence, and what takes it up."""
    return blocks(*(_table(view, review) for review in plan_reviews(view.report)))


def ledger_rows(report: Report, review: PlanReview, part: Workstream) -> Iterator[LedgerRow]:
    """The rows of a workstream of a reviewed plan."""
    for commitment in part.commitments:
        entry = review.entries[commitment.id]
        later = []
        for id in entry.taken_up:
            plan, workstream, other = place_of_commitment(report, id)
            later.append(LaterCommitment(other, commitment_address(plan, workstream, other)))
        yield LedgerRow(commitment, commitment_address(review.plan, part, commitment), entry, tuple(later))


def ledger_again(view: View) -> Markup:
    """Commitments taken up by later plans, with both quotes."""
    return blocks(*(_again(view, review) for review in plan_reviews(view.report) if review.later))


def ledger_line(view: View, plan: Plan) -> Markup:
    """Above a reviewed plan: the year's caution and a link to the ledger; empty where the plan is not reviewed."""
    if not ledger_entries(view, plan):
        return Markup("")
    results = view.report.results_of(plan.year)
    return block(view, "ledger_line", caution=results.caution if results else None)


def ledger_entries(view: View, plan: Plan) -> Mapping[str, LedgerEntry]:
    """The ledger's entries of a plan by commitment; empty if it is not reviewed or the report has no such page."""
    found = (review.entries for review in plan_reviews(view.report) if review.plan.year == plan.year)
    return next(found, {}) if PAGE in view.report.page else {}


def commitment_address(plan: Plan, workstream: Workstream, commitment: Commitment) -> str:
    """Page and anchor of a commitment, below the language's root."""
    page = f"{plan.year}/{workstream.id}/" if plan.own_pages else f"{plan.year}/"
    return f"{page}#{commitment.id}"


def _counts(view: View, review: PlanReview) -> Markup:
    return block(
        view,
        "ledger_counts",
        review=review,
        counts=status_counts(view, review),
        missing=[_missing(view, plan, part) for plan in review.later for part in plan.workstreams if part.gap],
    )


def status_counts(view: View, review: PlanReview) -> list[tuple[str, list[tuple[str, int]]]]:
    """Commitments by status, then, where there is a later plan, those taken up and not; each list with its title."""
    taken_up = review.taken_up()
    reported: list[tuple[str, int]] = [(status, review.count(status)) for status in review.statuses]
    again = [("taken-up", taken_up), ("not-taken-up", len(review.entries) - taken_up)]
    counts = [(view.word("ledger.reported"), reported)]
    return [*counts, (view.word("ledger.again", years=later_years(view, review)), again)] if review.later else counts


def _missing(view: View, plan: Plan, part: Workstream) -> Markup:
    """A note that a section of a later plan is missing, so that its commitments cannot count as not taken up."""
    address = view.link(workstream_address(plan, part))
    link = Markup('<a href="{}">{}</a>').format(address, view.plain(part.title))
    return escape(view.word("ledger.gap")).format(year=plan.year, title=link)


def _table(view: View, review: PlanReview) -> Markup:
    groups = [(part, list(ledger_rows(view.report, review, part))) for part in review.plan.workstreams]
    return block(view, "ledger_table", review=review, groups=groups, years=later_years(view, review))


def _again(view: View, review: PlanReview) -> Markup:
    rows = [row for part in review.plan.workstreams for row in ledger_rows(view.report, review, part)]
    rows = [row for row in rows if row.taken_up_by]
    return block(view, "ledger_again", review=review, rows=rows, years=later_years(view, review))


def later_years(view: View, review: PlanReview) -> str:
    """Years of the later plans, as headings name them."""
    return view.word("list.comma").join(str(plan.year) for plan in review.later)
