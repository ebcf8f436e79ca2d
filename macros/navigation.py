"""The navigation of one language: pages, order and titles.

Belongs here: the tree as plain values, in the order of `data/pages.yml`; years and directions come from the data.
Does not belong here: MkDocs' objects (`publish.site.navigation`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros.page_subjects import THEME, theme_address, workstream_address
from report.figures import write_text
from report.model import Language, PageWords, Report, ReportYear


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


HUB = "about"
"""Id of the page that opens the group of pages about the report; without it, the group has no page."""
YEARS = 3
"""Years that stand in the navigation themselves; earlier ones are one group."""


def navigation(report: Report, language: Language) -> tuple[NavItem, ...]:
    """The navigation of one language.

    `year` in `data/pages.yml` is replaced by all years, each with its directions below it; themes are below `themes`.
    A page with `below:` is below that page, unless the report lacks it. Pages whose place is `about` are one group at
    the end, below the page `about` where there is one.
    """
    pages = report.page.values()
    main = [item for words in pages if _stands_alone(report, words) for item in _items(report, words, language)]
    about = [item for words in pages if words.place == "about" for item in _items(report, words, language)]
    if about and HUB not in report.page:
        main.append(NavItem(report.interface_word("nav.about", language), None, tuple(about)))
    return tuple(main)


def pages_below(report: Report, id: str) -> list[PageWords]:
    """The pages that a page has below it in the navigation, in their order."""
    pages = [page for page in report.page.values() if page.id != id]
    return [page for page in pages if (page.place == "main" and page.below == id) or (page.place, id) == ("about", HUB)]


def years_in_order(report: Report) -> list[ReportYear]:
    """The years in the order of a reader's questions: the latest with results, those ahead, those before."""
    years = report.edition.years
    latest = max((results.year for results in report.results), default=0)
    now = [year for year in years if year.year == latest]
    ahead = [year for year in years if year.year > latest]
    return [*now, *ahead, *sorted((year for year in years if year.year < latest), key=lambda year: -year.year)]


def _stands_alone(report: Report, words: PageWords) -> bool:
    return words.place == "main" and words.below not in report.page


def _items(report: Report, words: PageWords, language: Language) -> Iterator[NavItem]:
    if words.id == "year":
        years = [_year(report, year, language) for year in years_in_order(report)]
        shown, earlier = (years[:YEARS], years[YEARS:]) if len(years) > YEARS + 1 else (years, [])
        yield from shown
        if earlier:
            yield NavItem(report.interface_word("nav.earlier-years", language), None, tuple(earlier))
    else:
        below = [item for page in pages_below(report, words.id) for item in _items(report, page, language)]
        below += _themes(report, language) if words.id == "themes" else ()
        title = words.short or words.title or report.edition.site.name
        yield NavItem(write_text(report, title, language), "" if words.id == "index" else f"{words.id}/", tuple(below))


def _year(report: Report, year: ReportYear, language: Language) -> NavItem:
    below = tuple(_directions(report, year.year, language))
    return NavItem(write_text(report, year.short, language), f"{year.year}/", below)


def _themes(report: Report, language: Language) -> Iterator[NavItem]:
    if THEME in report.page:
        for theme in report.edition.themes:
            yield NavItem(write_text(report, theme.title, language), theme_address(theme))


def _directions(report: Report, year: int, language: Language) -> Iterator[NavItem]:
    plan = report.plan_of(year)
    if plan is not None and plan.own_pages:
        for workstream in plan.workstreams:
            yield NavItem(write_text(report, workstream.name, language), workstream_address(plan, workstream))
