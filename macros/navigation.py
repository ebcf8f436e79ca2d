"""The navigation of one language: pages, order and titles.

Belongs here: the tree as plain values, in the order of `data/pages.yml`; years and directions come from the data.
Does not belong here: MkDocs' objects (`publish.site.navigation`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros.page_subjects import THEME, theme_address, workstream_address
from report.figures import write_text
from report.model import Language, PageWords, Report


@dataclass(frozen=True)
class NavItem:
    """An entry of the navigation.

    Attributes:
        title: Plain words.
        address: Its page below the language's root; `None` for a group without one.
        children: Entries below it.
    """

    title: str
    address: str | None
    children: tuple[NavItem, ...] = ()


def navigation(report: Report, language: Language) -> tuple[NavItem, ...]:
    """The navigation of one language.

    `year` in `data/pages.yml` is replaced by all years, each with its directions below it; themes are below `themes`.
    Pages whose place is `about` are one group at the end.
    """
    pages = report.page.values()
    main = [item for words in pages if words.place == "main" for item in _items(report, words, language)]
    about = [item for words in pages if words.place == "about" for item in _items(report, words, language)]
    if about:
        main.append(NavItem(report.interface_word("nav.about", language), None, tuple(about)))
    return tuple(main)


def _items(report: Report, words: PageWords, language: Language) -> Iterator[NavItem]:
    if words.id == "year":
        for year in report.edition.years:
            directions = _directions(report, year.year, language)
            yield NavItem(write_text(report, year.short, language), f"{year.year}/", tuple(directions))
    else:
        below = tuple(_themes(report, language)) if words.id == "themes" else ()
        title = words.short or words.title or report.edition.site.name
        yield NavItem(write_text(report, title, language), "" if words.id == "index" else f"{words.id}/", below)


def _themes(report: Report, language: Language) -> Iterator[NavItem]:
    if THEME in report.page:
        for theme in report.edition.themes:
            yield NavItem(write_text(report, theme.title, language), theme_address(theme))


def _directions(report: Report, year: int, language: Language) -> Iterator[NavItem]:
    plan = report.plan_of(year)
    if plan is not None and plan.own_pages:
        for workstream in plan.workstreams:
            yield NavItem(write_text(report, workstream.title, language), workstream_address(plan, workstream))
