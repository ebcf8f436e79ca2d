"""Rendered pages in the cache: a page whose inputs have not changed is not rendered again.

MkDocs is then given its HTML as a file to copy. The key of a page holds all that its template can read: its
own text and head, and what all pages share, which is settings, theme, code, navigation and words. MkDocs
follows links that are written in Markdown from page to page; such pages are not independent of each other, so where
there is one, none is stored. Nor is any from a build that warned: the next one must warn again.

Belongs here: keys, how a page is stored. Does not belong here: the cache (`cache.store`), MkDocs' events
(`publish.site.events`).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from cache.fingerprint import file_digests, fingerprint
from cache.store import Cache
from languages import SIDES
from macros.pages import CACHE, Page
from publish.cache.build_inputs import own_theme, settings_fingerprint
from publish.cache.site_content import HeadMetadata, SiteContent
from publish.paths import ENGINE
from publish.site.navigation import trail
from report.model import Language

CACHE_KIND = "pages"
CARDS_HASH_PLACEHOLDER = "cards-of-this-build"
"""In a stored page, in place of the fingerprint of the cards' script, which changes with every figure."""
KNOWN_PLUGINS = {"material/search", "search", "hooks.py"}
KNOWN_EXTENSIONS = {"abbr", "admonition", "attr_list", "def_list", "fenced_code", "footnotes", "tables", "toc"}
"""Extensions of Markdown that read no files besides the page. With another one, no page is kept."""
LINK = re.compile(r"\]\s?[(\[]|^ {0,3}\[[^\]]+\]:", re.MULTILINE)


@dataclass(frozen=True)
class RenderedPage:
    """A rendered page.

    Attributes:
        html: The whole page, but for `CARDS_HASH_PLACEHOLDER`.
        sections: What it has in the search index of its language.
    """

    html: str
    sections: list[dict[str, Any]]

    def encode(self) -> bytes:
        """The page as bytes: a line of JSON with its sections, then its HTML, which JSON would have to escape."""
        return json.dumps(self.sections, ensure_ascii=False).encode() + b"\n" + self.html.encode()

    @classmethod
    def decode(cls, stored: bytes) -> RenderedPage | None:
        """What `encode` has written; `None` for anything else."""
        head, _, html = stored.partition(b"\n")
        try:
            sections = json.loads(head)
            return cls(html.decode(), sections) if isinstance(sections, list) else None
        except ValueError:
            return None


@dataclass(frozen=True)
class PageCache:
    """The rendered pages of earlier builds, as one build may use them.

    Attributes:
        cache: The cache; without one, nothing is found or stored.
        shared: Fingerprint of what all pages share.
        head_metadata: What a page's template is given besides its text.
        neighbour_titles: Titles of the pages that a page links to outside the navigation, by language and address.
        places: Files and folders that every page is made of: templates, and what stands beside the pages.
        read: Their fingerprint before anything was rendered.
    """

    cache: Cache | None
    shared: str
    head_metadata: HeadMetadata
    neighbour_titles: Mapping[tuple[Language, str], object]
    places: tuple[Path, ...] = ()
    read: str = ""

    def key(self, page: Page) -> str:
        """The fingerprint of everything that a page is rendered from."""
        own = {name: value for name, value in vars(page).items() if name != "source"}
        head = self.head_metadata[page.language][page.address]
        titles = self.neighbour_titles[page.language, page.address]
        return fingerprint(self.shared, own, page.source.name, head, titles)

    def get(self, page: Page) -> RenderedPage | None:
        """A page as it was rendered before, from the same inputs."""
        stored = self.cache.get(self.key(page)) if self.cache else None
        return RenderedPage.decode(stored) if stored else None

    def put(self, rendered: Iterable[tuple[Page, RenderedPage]]) -> None:
        """Store new pages, unless a file that they were made of was edited meanwhile."""
        if self.cache and fingerprint(file_digests(self.places)) == self.read:
            for page, result in rendered:
                self.cache.put(self.key(page), result.encode())
            self.cache.evict()


def page_cache(content: SiteContent, config: MkDocsConfig, root: Path, *, preview: bool) -> PageCache:
    """The rendered pages that a build may use.

    Args:
        content: What the site needs of the report.
        config: MkDocs' settings, after every plugin's first event.
        root: The project's folder.
        preview: Whether this is `mkdocs serve`, whose pages have no policy.
    """
    # Most pages hold no bracket, and looking for one is much faster than matching the pattern.
    independent = not any("]" in page.markdown and LINK.search(page.markdown) for page in content.pages)
    known = set(config.plugins) <= KNOWN_PLUGINS and set(config.markdown_extensions) <= KNOWN_EXTENSIONS
    cache = Cache(root / CACHE, CACHE_KIND) if independent and known else None
    places = [path for path in Path(config.docs_dir).iterdir() if path.suffix != ".md"]
    places = [*sorted(places), ENGINE / "docs" / "assets", *own_theme(config)]
    beside = file_digests(places)
    addresses = [(page.language, page.address) for page in content.pages]
    given = content.words, content.navigation, content.terms, content.published, content.todo_count
    shared = fingerprint(settings_fingerprint(config), preview, given, beside, addresses)
    read = fingerprint(beside)
    return PageCache(cache, shared, content.head_metadata, _neighbour_titles(content), tuple(places), read)


def _neighbour_titles(content: SiteContent) -> dict[tuple[Language, str], object]:
    """Titles of the pages above each page, in other languages, and of the figures before and after it."""
    titles = {(page.language, page.address): page.title for page in content.pages}
    row = ["", *content.figures, ""]
    beside = {address: (row[at], row[at + 2]) for at, address in enumerate(content.figures)}
    return {
        (language, address): [
            [titles.get((language, other)) for other in (*trail(address), *beside.get(address, ()))],
            [titles.get((other.code, address)) for other in content.languages],
        ]
        for language, address in titles
    }


def with_cards_hash(html: str, cards: str) -> str:
    """A page with the fingerprint of this build's cards."""
    return html.replace(CARDS_HASH_PLACEHOLDER, _short_hash(cards))


@lru_cache(maxsize=len(SIDES))
def _short_hash(cards: str) -> str:
    """The short fingerprint of the cards' script, computed once for all pages."""
    return sha256(cards.encode()).hexdigest()[:8]
