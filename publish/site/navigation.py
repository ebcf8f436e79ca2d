"""The navigation of each language, as MkDocs and the theme use it.

Belongs here: turning the report's navigation into MkDocs' pages and sections. Does not belong here:
what is in the navigation and how it is called (`macros.navigation`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from markupsafe import escape
from mkdocs.structure import StructureItem
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

from macros.navigation import NavItem

PageOf = Callable[[str], Page]
"""The MkDocs page at an address of one language."""


def build_navigation(items: Iterable[NavItem], page_of: PageOf) -> Navigation:
    """The navigation of one language.

    Args:
        items: The report's navigation. An item with a page and children becomes a section whose first
            child is its own page, as the theme's `navigation.indexes` requires.
        page_of: Gives the page at an address.

    Returns:
        The navigation; its homepage is the page at the empty address.
    """
    tree = [_entry(item, page_of) for item in items]
    for entry in tree:
        _set_parents(entry)
    pages = [page for entry in tree for page in _pages(entry)]
    chain(pages)
    navigation = Navigation(tree, pages)
    navigation.homepage = page_of("")
    return navigation


def chain(pages: Iterable[Page]) -> None:
    """Link each page to the next and the previous one."""
    for before, after in pairwise(pages):
        before.next_page, after.previous_page = after, before


def trail(address: str) -> list[str]:
    """Addresses above a page, from the home page down; some may have no page.

    Example:
        >>> trail("2026/courses/")
        ['', '2026/']
    """
    steps = address.split("/")[:-1]
    return ["".join(f"{step}/" for step in steps[:depth]) for depth in range(len(steps))]


def section_addresses(items: Iterable[NavItem]) -> set[str]:
    """Addresses of the pages that open a section."""
    return {
        address
        for item in items
        if item.children
        for address in (item.address, *section_addresses(item.children))
        if address is not None
    }


def _entry(item: NavItem, page_of: PageOf) -> StructureItem:
    page = None if item.address is None else page_of(item.address)
    if page is not None:
        page.title = escape(item.title)  # The theme does not escape it.
    if not item.children:
        if page is None:
            raise ValueError(item)
        return page
    children: list[StructureItem] = [] if page is None else [page]
    children += [_entry(child, page_of) for child in item.children if child.address != item.address]
    return Section(escape(item.title), children)


def _set_parents(entry: StructureItem) -> None:
    if isinstance(entry, Section):
        for child in entry.children:
            child.parent = entry
            _set_parents(child)


def _pages(entry: StructureItem) -> Iterator[Page]:
    if isinstance(entry, Page):
        yield entry
    elif isinstance(entry, Section):
        for child in entry.children:
            yield from _pages(child)
