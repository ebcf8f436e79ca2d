"""All that comes of a report before MkDocs sees it, as plain values: made once, kept until anything changes.

The events in `site` are given these values and not the report. So whatever of the data stands on a page has
gone through here, and is part of the fingerprint under which the finished page is kept (`finished`).

Belongs here: what is made of a report, and when it is made again. Does not belong here: how (`macros`, and the
modules of each output), MkDocs.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

from macros.cards import write_cards
from macros.environment import environment
from macros.navigation import NavItem, navigation
from macros.pages import CACHE as CHARTS
from macros.pages import Page
from publish import cards
from publish.cache.fingerprint import contents, fingerprint, made_by
from publish.cache.store import Shelf, compiled_templates
from publish.data import files as open_data
from publish.data.json_ld import linked_data
from publish.report_content import ContentRequest, ReportContent, prepare_content
from publish.site import offline, search
from publish.site.languages import LANGUAGES, Language, interface_words
from publish.summary import api as summary
from report.load import unfilled_places
from report.model import Report

CACHE = Path(".cache/made")
MOST = 8
"""States of a report that are kept: with and without an address, before and after an edit."""

Heads = Mapping[tuple[str, str], Mapping[str, object]]
"""Plain values by language and address of a page, then by their name in its template."""
Told = Callable[[str], None]


@dataclass(frozen=True)
class Made:
    """A report, as far as the site needs it.

    Attributes:
        key: Fingerprint of what it was made from.
        address: Where the site will stand, with `/` at its end; empty where nobody knows.
        pages: Every page in every language.
        heads: What a page's template is told besides its text, by language and address.
        figures: Addresses of the pages of figures, each leading to the next.
        unfilled: How many places are still to be filled, which a strict build refuses.
        words: Interface words by language.
        navigation: By language.
        cards: The script with the figure cards, by language.
        files: What stands beside the pages, by address: data, drawings, PDFs.
        terms: The report's own words for cutting Chinese.
        published: The day of the edition, as ISO 8601 writes it.
    """

    key: str
    address: str
    pages: list[Page]
    heads: Heads
    figures: tuple[str, ...]
    unfilled: int
    words: Mapping[Language, Mapping[str, str]]
    navigation: Mapping[Language, tuple[NavItem, ...]]
    cards: Mapping[Language, str]
    files: Mapping[str, bytes]
    terms: tuple[str, ...]
    published: str


@dataclass(frozen=True)
class Order:
    """What is to be made.

    Attributes:
        root: The project's folder.
        docs: The folder with the page files.
        address: Address of the site from MkDocs' settings; the report's own where it is empty.
        strict: Whether entries must be verified and signed.
        preview: Whether this is `mkdocs serve`, which makes PDFs only when they are asked for, and no share cards.
        offline: Whether the pages are to be read without a server.
    """

    root: Path
    docs: Path
    address: str
    strict: bool
    preview: bool
    offline: bool = False

    @cached_property
    def key(self) -> str:
        """The fingerprint of everything that is read, taken before it is read."""
        read = contents(self.root / "data", self.docs)
        return fingerprint(made_by(), read, self.address, self.strict, self.preview, self.offline)


def make(order: Order, tell: Told) -> Made:
    """Load, check, draw and render.

    Args:
        order: What is to be made.
        tell: Told how far drawing has come.

    Raises:
        ReportError: The report has problems.
    """
    environment().bytecode_cache = compiled_templates(order.root, made_by())
    index = offline.INDEX if order.offline else ""
    with_cards = not order.preview and not order.offline
    request = ContentRequest(
        order.root, order.docs, order.address, order.strict, not order.preview, with_cards, index
    )
    content = prepare_content(request, lambda report: _progress(report, tell))
    pictures = cards.make_cards(content.report, content.pages, order.root) if with_cards else {}
    charts = open_data.chart_contents(content.report, order.root / CHARTS)
    pdfs = {f"{summary.FOLDER}/{name}": pdf for name, pdf in content.pdfs.items()}
    return content_of(order.root, content, order.key, {**charts, **pdfs, **content.data, **pictures}, pictures)


def content_of(
    root: Path, content: ReportContent, key: str = "", files: Mapping[str, bytes] = MappingProxyType({}),
    pictures: Mapping[str, bytes] = MappingProxyType({}),
) -> Made:  # fmt: skip
    """All that the site needs of a report that has been rendered.

    Args:
        root: The project's folder.
        content: The report, rendered.
        key: Fingerprint of what it was made from; empty where nothing is stored.
        files: What stands beside the pages, by address.
        pictures: The share cards among them.
    """
    report = content.report
    return Made(
        key=key,
        address=content.address,
        pages=content.pages,
        heads=_heads(report, content.pages, content.address, content.data, pictures),
        figures=tuple(f"figures/{figure.id}/" for figure in report.figures),
        unfilled=len(list(unfilled_places(root, report))),
        words={language: interface_words(report, language) for language in LANGUAGES},
        navigation={language: navigation(report, language.code) for language in LANGUAGES},
        cards={language: write_cards(report, language.code) for language in LANGUAGES},
        files=files,
        terms=tuple(search.terms(report)),
        published=report.edition.published.isoformat(),
    )


def find_or_make(order: Order, tell: Told) -> Made:
    """What was made before of the same inputs, or now; see `make`."""
    found = Shelf(order.root / CACHE).find(order.key)
    return found if isinstance(found, Made) else make(order, tell)


def keep_made(root: Path, made: Made) -> None:
    """Keep what was made for the next build."""
    shelf = Shelf(root / CACHE)
    if not shelf.holds(made.key):
        shelf.keep(made.key, made)
        shelf.clear(MOST)


def _heads(
    report: Report, pages: list[Page], address: str, data: Mapping[str, bytes], pictures: Mapping[str, bytes]
) -> Heads:
    languages = {language.code: language for language in LANGUAGES}
    heads: dict[tuple[str, str], Mapping[str, object]] = {}
    for page in pages:
        language = languages[page.language]
        picture = language.address(page.address) + cards.NAME
        image = (address + picture if address else cards.NAME) if picture in pictures else ""
        home = address + language.prefix if address else ""
        heads[page.language, page.address] = {
            "share": cards.preview_of(report, page, image),
            "linked_data": linked_data(report, language, page.address, home, data),
        }
    return heads


def _progress(report: Report, tell: Told) -> Callable[[int, int], None]:
    """Tells how far drawing has come, about every tenth drawing and at the last; some are finished together."""
    told = 0

    def drawn(done: int, count: int) -> None:
        nonlocal told
        if done // 10 > told // 10 or done == count:
            told = done
            tell(report.interface_word("chart.drawing", "en").format(done=done, all=count))

    return drawn
