"""Checks of places and institutions: what a name belongs to, where it is listed, which entries are about it."""

from __future__ import annotations

from collections.abc import Iterator

from report.model import Commitment, Report, Result, Term
from report.model.walk import Spot, walk
from report.problems import Problem, did_you_mean


def check_naming(report: Report) -> Iterator[Problem]:
    """Places that do not exist, belong to themselves, or are listed in no section of their page."""
    listed = [term.id for term in report.glossary if term.is_listed]
    for spot in walk(report):
        if isinstance(spot.value, Result | Commitment):
            for key in ("places", "not_places"):
                for number, id in enumerate(getattr(spot.value, key) or ()):
                    if id not in listed:
                        near = did_you_mean(id, listed)
                        yield spot.problem("unknown-place", key, number, id=id, near=near)
        elif isinstance(spot.value, Term):
            yield from _term(report, spot, spot.value)


def _term(report: Report, spot: Spot, term: Term) -> Iterator[Problem]:
    keys = {"place": term.is_name, "group": term.is_listed}
    misplaced = [key for key, allowed in keys.items() if getattr(term, key) is not None and not allowed]
    for key in misplaced:
        yield spot.problem("place-of-term", key, key=key, kind=term.kind)
    names = [other.id for other in report.glossary if other.is_name and other.id != term.id]
    if term.place is not None and not misplaced:
        if term.place not in names:
            yield spot.problem("unknown-name", "place", id=term.place, near=did_you_mean(term.place, names))
        elif term.id in _above(report, term):
            yield spot.problem("place-circle", "place", id=term.id, place=term.place)
    page = next((page for page in report.pages if page.id == "places"), None)
    sections = [section.id for section in page.sections] if page else []
    if page and term.is_listed and term.section not in sections:
        key = "group" if term.group else "kind"
        values = {"id": term.section, "near": did_you_mean(term.section, sections), "known": ", ".join(sections) or "–"}
        yield spot.problem("unknown-group", key, **values)


def _above(report: Report, term: Term) -> set[str]:
    """Ids of the names that a name belongs to; its own among them where they form a circle."""
    above: set[str] = set()
    while (place := report.term.get(term.place or "")) and place.id not in above:
        above.add(place.id)
        term = place
    return above
