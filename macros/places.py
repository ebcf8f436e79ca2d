"""Places and institutions: each with the entries that name it, and their names as links.

Search leaves out the lists, since they repeat other pages; it finds the names.

Belongs here: the entries of a place by stage, its names, groups of places. Does not belong here: which places an entry
names (`report.model.naming`), stages (`report.overview`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from languages import ORIGINAL, SIDES
from languages.variants import in_script
from macros.entry_map import PAGE as MAP
from macros.entry_map import entry_address, stage_name
from macros.environment import block, blocks, heading_line
from macros.navigation import NavItem
from macros.view import View
from report.cached_per_report import cached_per_report
from report.model import Language, Report, Term
from report.overview import Stage, StagedEntry, overview

PAGE = "places"
MOST = 8
"""Names of each kind on the home page and at unknown addresses; the page of places has all."""


@dataclass(frozen=True)
class NamedPlace:
    """A place or institution with the entries that name it.

    Attributes:
        term: Its entry in the glossary.
        stages: The stages with such entries, the newest first, each with its entries.
    """

    term: Term
    stages: Mapping[Stage, tuple[StagedEntry, ...]]

    @property
    def count(self) -> int:
        """How many entries name it."""
        return sum(map(len, self.stages.values()))


def places_filter(view: View) -> Markup:
    """The lead of the page, its search box and a link to each place."""
    example = min((term.full_name(view.language) for term in view.report.named_places), key=len)
    return block(view, "places_filter", groups=place_groups(view.report), example=example, map=_has_map(view))


def places(view: View) -> Markup:
    """Every place with its entries, in the sections of the page."""
    parts = []
    for group, members in place_groups(view.report).items():
        section = view.section(group)
        parts.append(heading_line(view, 2, view.heading(section.title), group))
        shown = [(place, other_names(view, place.term), search_names(place.term)) for place in members]
        parts.append(
            block(
                view,
                "places",
                section=section,
                places=shown,
                address=lambda each: entry_address(view.report, each),
                stage_name=lambda stage: stage_name(view, stage),
                map=_has_map(view),
            )
        )
    return blocks(*parts)


def home_places(view: View) -> Markup:
    """The names of places as links; empty where the home page has no heading for them."""
    wanted = any(section.id == PAGE for section in view.words.sections)
    if PAGE not in view.report.page or not wanted:
        return Markup("")
    titles = {section.id: section.title for section in view.report.page[PAGE].sections}
    groups = []
    for kind, members in _most_named(view.report).items():
        sections = {place.term.section for place in members}
        title = view.plain(titles[sections.pop()]) if len(sections) == 1 else view.word(f"places.{kind}")
        groups.append((title, members))
    return block(view, "home_places", groups=groups)


def place_links(report: Report, language: Language) -> tuple[NavItem, ...]:
    """The most named places with their addresses; empty where the report has no page of them."""
    places = [place.term for members in _most_named(report).values() for place in members]
    return tuple(NavItem(term.full_name(language), f"{PAGE}/#{term.id}") for term in places)


@cached_per_report
def place_groups(report: Report) -> Mapping[str, tuple[NamedPlace, ...]]:
    """The places that entries name, by the section that lists them; sections and places in the order of the data."""
    entries = [each for row in overview(report).rows for cell in row.cells for each in cell]
    stages = sorted(overview(report).stages, key=lambda stage: (-stage.year, stage.planned))
    named: dict[str, dict[Stage, list[StagedEntry]]] = {place.id: {} for place in report.named_places}
    for stage in stages:
        for each in entries:
            for place in report.places_of(each.entry) if each.stage == stage else ():
                named[place].setdefault(stage, []).append(each)
    found = [
        NamedPlace(term, {stage: tuple(each) for stage, each in named[term.id].items()}) for term in report.named_places
    ]
    sections = [section.id for section in report.page[PAGE].sections] if PAGE in report.page else []
    members = {section: tuple(place for place in found if place.term.section == section) for section in sections}
    return {section: group for section, group in members.items() if group}


def _most_named(report: Report) -> Mapping[str, list[NamedPlace]]:
    """The places of each kind that most entries name, in the order of the page of places."""
    found = [place for members in place_groups(report).values() for place in members]
    kinds = {kind: [place for place in found if place.term.kind == kind] for kind in ("place", "institution")}
    most = {kind: sorted(members, key=lambda place: -place.count)[:MOST] for kind, members in kinds.items()}
    return {kind: [place for place in kinds[kind] if place in members] for kind, members in most.items() if members}


def other_names(view: View, term: Term) -> list[Markup]:
    """What else a place is called: in Chinese, and in the language of the page."""
    own = term.full_name(view.language)
    names: dict[str, Language] = {}
    for language in dict.fromkeys((view.language, ORIGINAL)):
        names |= dict.fromkeys((term.full_name(language), *term.all_forms(language)[1:]), language)
    within = {name for name in names for other in (own, *names) if name in other and name != other}
    return [view.foreign(name, language) for name, language in names.items() if name != own and name not in within]


def search_names(term: Term) -> str:
    """Every name of a place in both languages and scripts, for the filter."""
    names = {form: 0 for language in SIDES for form in term.all_forms(language)}
    scripts = (in_script(name, script) for script in ("Hans", "Hant") for name in names)
    return " ".join(dict.fromkeys((*names, *scripts)))


def _has_map(view: View) -> bool:
    return MAP in view.report.page
