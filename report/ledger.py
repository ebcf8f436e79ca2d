"""Which plans are reviewed, and their ledger entries: the queries for the ledger's page.

Belongs here: joining a plan with the results of its year, the plans after it and its entries. A plan
is reviewed once results of its year are in `data/results/`: next year's edition needs no change of code.
Does not belong here: checking entries (`report.validate.ledger`), HTML (`macros.ledger`).

Example:
    >>> [(review.plan.year, review.count("met")) for review in plan_reviews(report)]  # doctest: +SKIP
    [(2025, 0)]
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import get_args

from report.model import Commitment, LedgerEntry, Plan, Report, Workstream, YearResults
from report.model.ledger import Reported

STATUSES: tuple[Reported, ...] = get_args(Reported)
"""In the order shown. An entry that is `open` is on its way to one of the others; no published report has any."""


@dataclass(frozen=True)
class PlanReview:
    """A plan beside what was reported of its year.

    Attributes:
        plan: The plan.
        results: The results of its year.
        later: The plans after it, the next one first.
        entries: Its ledger entries by id of the commitment.
    """

    plan: Plan
    results: YearResults
    later: tuple[Plan, ...]
    entries: Mapping[str, LedgerEntry]

    def count(self, status: Reported) -> int:
        """How many commitments have a status."""
        return sum(entry.reported == status for entry in self.entries.values())

    @property
    def statuses(self) -> tuple[Reported, ...]:
        """The statuses that are shown: `open` only where an entry has it."""
        return tuple(status for status in STATUSES if status != "open" or self.count(status))

    def taken_up(self) -> int:
        """How many commitments a later plan takes up."""
        return sum(bool(entry.taken_up) for entry in self.entries.values())


def reviewed_plans(report: Report) -> tuple[Plan, ...]:
    """Plans whose year has results, latest first."""
    years = {results.year for results in report.results}
    return tuple(sorted((plan for plan in report.plans if plan.year in years), key=lambda plan: -plan.year))


def plan_reviews(report: Report) -> tuple[PlanReview, ...]:
    """Every plan that the ledger records, with its entries, latest first; a ledger is a part that a report may lack."""
    found = []
    for plan in filter(report.has_ledger, reviewed_plans(report)):
        results = report.results_of(plan.year)
        own = {commitment.id for commitment in plan.all_commitments()}
        later = tuple(sorted((other for other in report.plans if other.year > plan.year), key=lambda other: other.year))
        if results is not None:
            entries = {entry.id: entry for entry in report.ledger if entry.id in own}
            found.append(PlanReview(plan, results, later, entries))
    return tuple(found)


def place_of_commitment(report: Report, id: str) -> tuple[Plan, Workstream, Commitment]:
    """A commitment with the plan and the workstream that it belongs to.

    Raises:
        KeyError: If no plan holds it.
    """
    for plan, workstream in report.workstreams():
        for commitment in workstream.commitments:
            if commitment.id == id:
                return plan, workstream, commitment
    raise KeyError(id)
