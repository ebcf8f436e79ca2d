"""Checks that the ledger is complete and states no more than the articles.

Every commitment of a reviewed plan has its entry; evidence comes from the article that reports the year's results, in
a section about that year; what takes a commitment up belongs to a later plan; the year's results state how far the
year is reported at all.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from report.ledger import reviewed_plans
from report.model import Commitment, LedgerEntry, Plan, Report, YearResults
from report.model.ledger import Evidence
from report.model.walk import Spot, walk
from report.problems import Problem, did_you_mean
from report.suggest_file import file_of_commitment
from report.words import messages


def check_ledger(report: Report) -> Iterator[Problem]:
    """Missing and unknown entries, evidence from elsewhere, measures of no later plan, a missing caution."""
    reviewed = {plan.year for plan in reviewed_plans(report)}
    recorded = {plan.year for plan in reviewed_plans(report) if report.has_ledger(plan)}
    open_ids = _missing_entries(report)
    first: dict[str, str] = {}
    for spot in walk(report):
        value = spot.value
        if isinstance(value, Commitment) and _plan(spot).year in reviewed and value.id in open_ids:
            yield spot.problem("ledger-missing", "id", id=value.id, year=str(_plan(spot).year))
        elif isinstance(value, YearResults) and value.year in recorded and value.caution is None:
            yield spot.problem("missing", "caution", key="caution", what=messages()["_ledger"]["caution"])
        elif isinstance(value, LedgerEntry):
            if value.id in first:
                yield spot.problem("ledger-twice", "id", id=value.id, first=first[value.id])
            first.setdefault(value.id, spot.place("id"))
            yield from _entry(spot, value, report, reviewed)


def check_open_entries(report: Report) -> Iterator[Problem]:
    """Entries that are still `open`, which a published report may not have."""
    for spot in walk(report):
        if isinstance(spot.value, LedgerEntry) and spot.value.reported == "open":
            yield spot.problem("ledger-open", "reported", id=spot.value.id)


def _missing_entries(report: Report) -> set[str]:
    """Commitments without an entry in a ledger of their plan, save those that a mistyped entry means."""
    entered = {entry.id for entry in report.ledger}
    known = {commitment.id for commitment in report.all_commitments()}
    plans = [plan for plan in reviewed_plans(report) if report.has_ledger(plan)]
    reviewed = {commitment.id for plan in plans for commitment in plan.all_commitments()}
    open_ids = reviewed - entered
    meant = [get_close_matches(id, sorted(open_ids), n=1) for id in sorted(entered - known)]
    return open_ids - {id for near in meant for id in near}


def _plan(spot: Spot) -> Plan:
    return next(parent for parent in spot.parents if isinstance(parent, Plan))


def _entry(spot: Spot, entry: LedgerEntry, report: Report, reviewed: set[int]) -> Iterator[Problem]:
    years = {commitment.id: plan.year for plan in report.plans for commitment in plan.all_commitments()}
    if entry.id not in years:
        near = did_you_mean(entry.id, (id for id, year in years.items() if year in reviewed))
        file = file_of_commitment(report, entry.id)
        yield spot.problem("unknown-commitment", "id", id=entry.id, near=near, file=file)
        return
    year = years[entry.id]
    if year not in reviewed:
        yield spot.problem("ledger-year", "id", year=str(year))
        return
    for number, evidence in enumerate(entry.evidence):
        yield from _evidence(spot, number, evidence, report, year)
    for number, id in enumerate(entry.taken_up):
        if id not in years:
            near = did_you_mean(id, (other for other, its in years.items() if its > year))
            file = file_of_commitment(report, id)
            yield spot.problem("unknown-commitment", "taken_up", number, id=id, near=near, file=file)
        elif years[id] <= year:
            yield spot.problem("ledger-later", "taken_up", number, year=str(year), value=f"{id} ({years[id]})")
        elif id in entry.taken_up[:number]:
            first = spot.place("taken_up", entry.taken_up.index(id))
            yield spot.problem("ledger-twice", "taken_up", number, id=id, first=first)


def _evidence(spot: Spot, number: int, evidence: Evidence, report: Report, year: int) -> Iterator[Problem]:
    """Places outside the articles that report the year; unknown articles and sections are named by `places`."""
    results = report.results_of(year)
    chapters = results.chapters if results else ()
    reporting = {place.article for chapter in chapters for result in chapter.results for place in result.sources}
    for row, place in enumerate(evidence.sources):
        article = report.article.get(place.article)
        section = article.section_at(place) if article else None
        if section is not None and not (place.article in reporting and year in section.years):
            open_to = [
                f"{other.id} {known.heading}"
                for other in report.articles
                for known in other.sections
                if other.id in reporting and year in known.years
            ]
            values = {"year": str(year), "expected": ", ".join(open_to), "value": f"{place.article} {place.section}"}
            yield spot.problem("ledger-evidence-place", "evidence", number, "sources", row, **values)
