"""Checks across rendered pages: unique anchors, and pages behind links and navigation.

Belongs here: checks on whole pages, after they are rendered. Does not belong here: rules on the data
(`report.validate`), files beside the pages (`publish.addresses`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from posixpath import normpath

from macros.navigation import NavItem, navigation
from macros.pages import Page
from report.model import LANGUAGES, Indicator, Language, PageSection, PageWords, Report, Review
from report.model.walk import Spot, walk
from report.problems import Problem

_ID = re.compile(r'\bid="([^"]+)"|\{ #(\S+) \}$', re.MULTILINE)
_LINK = re.compile(r'<a\b[^>]*?\shref="([^"]*)"')
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//")


def check_pages(report: Report, pages: Sequence[Page], index: str = "") -> Iterator[Problem]:
    """Duplicate anchors, and links and entries of the navigation that lead to no page.

    Args:
        report: The report.
        pages: Every page in every language.
        index: Name of a page's file, where links name it; else empty.
    """
    anchors = {(page.language, page.address): _ids(page) for page in pages}
    for page in pages:
        yield from _anchors(report, page, anchors[page.language, page.address])
        yield from _links(page, anchors, index)
    yield from _navigation(report, {page.address for page in pages})


def _ids(page: Page) -> list[str]:
    return [first or second for first, second in _ID.findall(page.markdown)]


def _anchors(report: Report, page: Page, ids: Sequence[str]) -> Iterator[Problem]:
    """Duplicate anchors, at the last entry with this id, or at the page where no entry has it."""
    for id in [id for id, count in Counter(ids).items() if count > 1]:
        spots = _entries(report, page, id)
        where = f"/{page.address}"
        if not spots:
            yield Problem(f"docs/{page.source.name}", 0, "", "anchor-twice", {"id": id, "page": where})
            continue
        first = f"docs/{page.source.name}" if len(spots) == 1 else spots[0].place()
        yield spots[-1].problem("anchor-taken", "id", id=id, page=where, first=first)


def _entries(report: Report, page: Page, id: str) -> list[Spot]:
    """The entries with an id whose anchors may be on a page; on that of a year, those of the year only."""
    year = page.address.partition("/")[0]
    found = [spot for spot in walk(report) if _anchor_of(spot, page.source.stem) == id]
    own = [spot for spot in found if spot.tree.file in (f"data/plans/{year}.yml", f"data/results/{year}.yml")]
    return own or found


def _anchor_of(spot: Spot, page: str) -> str:
    """The anchor of an entry on a page; empty for sections of other pages."""
    if isinstance(spot.value, Review | PageWords | Indicator):
        return ""
    if isinstance(spot.value, PageSection) and getattr(spot.parents[-1], "id", "") != page:
        return ""
    return str(getattr(spot.value, "id", ""))


def _links(page: Page, anchors: Mapping[tuple[Language, str], list[str]], index: str) -> Iterator[Problem]:
    for link in dict.fromkeys(_LINK.findall(page.markdown)):
        if _ELSEWHERE.match(link):
            continue
        path, _, anchor = link.partition("#")
        path = path.removesuffix(index) if index else path
        if path and not path.endswith("/"):
            continue  # A link to a file, which is written together with the link.
        address = normpath(f"/{page.address}{path}").removeprefix("/")
        ids = anchors.get((page.language, f"{address}/" if address else ""))
        is_choice = "=" in anchor  # What a list or the map shows of all it has, `map/#t=reading`.
        if ids is None or (anchor and not is_choice and anchor not in ids):
            values = {"link": link, "page": f"/{page.address}"}
            yield Problem(f"docs/{page.source.name}", 0, "", "link-dead", values)


def _navigation(report: Report, addresses: set[str]) -> Iterator[Problem]:
    wanted = {item.address for language in LANGUAGES for item in _all(navigation(report, language))}
    for number, words in enumerate(report.pages):
        if words.id in report.absent:
            continue
        address = "" if words.id == "index" else f"{words.id}/"
        if words.place != "none" and address in wanted - addresses:
            placed = next(placed for placed in report.placed if placed.value is words)
            line = placed.tree.line((number, "place"))
            yield Problem(placed.tree.file, line, f"{words.id}: place", "page-place", {"id": words.id})


def _all(items: Sequence[NavItem]) -> Iterator[NavItem]:
    for item in items:
        yield item
        yield from _all(item.children)
