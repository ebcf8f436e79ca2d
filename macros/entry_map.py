"""The map of all entries: a mark for each, by theme and stage, in full on its page and in small on the home page.

The page is a table whose cells list links, each with the sentence of its entry. `docs/assets/map.js` turns them into
marks that can be filtered; without it the sentences are read.

Belongs here: marks, their addresses and counterparts. Does not belong here: rows, stages and counts
(`report.overview`).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from macros.environment import block
from macros.ledger import commitment_address
from macros.view import View
from report.ledger import plan_reviews
from report.model import Commitment, LedgerEntry, Report, Result, Term, Workstream
from report.overview import Role, Stage, StagedEntry, overview

PAGE = "map"
PLACES = "places"
"""The page that lists what each place is named in, where a report has one."""
DENSE = 60
"""Entries of one cell from which its marks are small. A theme of several hundred is then no higher than a window."""
WIDE = 5
"""Stages that have room beside each other; more stand below each other, as on a phone."""
MOST_DOTS = 400
"""Dots of the small map; with more entries each dot stands for several."""


@dataclass(frozen=True)
class Mark:
    """An entry on the map.

    Attributes:
        staged: The entry.
        address: Its page and anchor, below the language's root.
        ledger: What the ledger says was reported of it, `met` or `progress`; empty where nothing is known.
        counterparts: Ids of the commitments of other years that promise the same.
    """

    staged: StagedEntry
    address: str
    ledger: str
    counterparts: tuple[str, ...]


def map_lead(view: View) -> Markup:
    """How many entries the map has, and what its marks mean."""
    return block(view, "map_lead", words=_lead(view), counterparts=bool(_counterparts(view.report)))


def entry_map(view: View) -> Markup:
    """The map: filters, the table of all entries, and the panel that tells a mark's sentence."""
    seen = overview(view.report)
    largest = max(max(row.counts) for row in seen.rows)
    return block(
        view,
        "entry_map",
        seen=seen,
        marks=_marks(view.report),
        names=[stage_name(view, stage) for stage in seen.stages],
        places=_places(view),
        page_of_places=PLACES in view.report.page,
        forms=[name for name, used in _forms(seen.themed, len(seen.stages), largest).items() if used],
    )


def home_map(view: View) -> Markup:
    """The map in small; empty where the report has no map, or no heading for it on the home page."""
    wanted = any(section.id == PAGE for section in view.words.sections)
    if PAGE not in view.report.page or not wanted:
        return Markup("")
    seen = overview(view.report)
    per = next(n for n in (1, 2, 5, 10, 20, 50, 100, 1000) if seen.total <= MOST_DOTS * n or n == 1000)
    wide = seen.themed and len(seen.stages) <= WIDE
    names = [stage_name(view, stage) for stage in seen.stages]
    return block(view, "home_map", seen=seen, lead=_lead(view), names=names, legend=_legend(view), per=per, wide=wide)


def stage_name(view: View, stage: Stage) -> str:
    """What a stage is called."""
    return view.word(_word(stage), year=stage.year)


def _lead(view: View) -> str:
    """How many entries there are, and what their marks mean where there are plans and results."""
    seen = overview(view.report)
    both = len({stage.planned for stage in seen.stages}) == 2
    return view.word("map.lead" if both else "map.lead-one", count=seen.total)


def _legend(view: View) -> Mapping[Role, str]:
    """What each mark stands for: a stage, or the years of several."""
    found: defaultdict[Role, list[Stage]] = defaultdict(list)
    for stage in overview(view.report).stages:
        found[stage.role].append(stage)
    named = {}
    for role, (first, *others) in found.items():
        years = f"{first.year}–{others[-1].year}" if others else first.year
        named[role] = view.word(_word(first), year=years)
    return named


def _word(stage: Stage) -> str:
    return "map.stage-plan" if stage.planned else "map.stage-results"


def _forms(themed: bool, stages: int, largest: int) -> Mapping[str, bool]:
    """Classes of the table: stages below each other, small marks."""
    return {"stacked": not themed or stages > WIDE, "dense": largest > DENSE}


def _places(view: View) -> Mapping[str, list[tuple[Term, int]]]:
    """The places and institutions that entries name, each with how many do, by the title of its group."""
    report = view.report
    entries: tuple[Result | Commitment, ...] = (*report.all_results(), *report.all_commitments())
    counts = Counter(place for entry in entries for place in report.places_of(entry))
    sections = report.page[PLACES].sections if PLACES in report.page else ()
    titles = {section.id: view.plain(section.title) for section in sections}
    groups: defaultdict[str, list[tuple[Term, int]]] = defaultdict(list)
    for place in report.named_places:
        groups[titles.get(place.section, "")].append((place, counts[place.id]))
    return groups


def _marks(report: Report) -> Mapping[str, Mark]:
    """The mark of each entry by id."""
    ledger = _ledger(report)
    counterparts = _counterparts(report)
    found = {}
    for row in overview(report).rows:
        for each in (each for cell in row.cells for each in cell):
            known = ledger.get(each.entry.id)
            said = known.reported if known and known.reported in ("met", "progress") else ""
            others = tuple(counterparts.get(each.entry.id, ()))
            found[each.entry.id] = Mark(each, entry_address(report, each), said, others)
    return found


def entry_address(report: Report, each: StagedEntry) -> str:
    """Page and anchor of an entry, below the language's root."""
    plan = report.plan_of(each.stage.year)
    if isinstance(each.entry, Commitment) and isinstance(each.part, Workstream) and plan:
        return commitment_address(plan, each.part, each.entry)
    return f"{each.stage.year}/#{each.entry.id}"


def _ledger(report: Report) -> Mapping[str, LedgerEntry]:
    """The entries of the ledger that count: those of plans under review."""
    return {id: entry for review in plan_reviews(report) for id, entry in review.entries.items()}


def _counterparts(report: Report) -> Mapping[str, list[str]]:
    """Commitments of different years that promise the same, both ways, by id."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for entry in _ledger(report).values():
        for later in entry.taken_up:
            found[entry.id].append(later)
            found[later].append(entry.id)
    return dict(found)
