"""Finished pages, kept: a page whose inputs are all as they were is neither converted nor filled in again.

MkDocs is then given its HTML as a file to copy. The key of a page holds whatever its template can reach: its
own text and head, and what all pages share, which is settings, theme, code, navigation and words. MkDocs
follows links that are written in Markdown from page to page; such pages are not independent of each other, so where
there is one, none is kept. Nor is any from a build that warned: the next one must warn again.

Belongs here: keys, what is kept of a page. Does not belong here: where it is kept (`kept`), MkDocs' events (`site`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from macros.pages import Page
from publish.cache.fingerprint import contents, fingerprint, settings
from publish.cache.site_content import Heads, Made
from publish.cache.store import Shelf
from publish.paths import ENGINE
from publish.site.languages import LANGUAGES
from publish.site.navigation import trail

CACHE = Path(".cache/pages")
BUILDS = 6
"""How many builds' worth of pages is kept."""
CARDS = "cards-of-this-build"
"""Stands in a kept page for the fingerprint of the cards' script, which changes with every figure."""
KNOWN_PLUGINS = {"material/search", "search", "hooks.py"}
LINK = re.compile(r"\]\s?[(\[]|^ {0,3}\[[^\]]+\]:", re.MULTILINE)


@dataclass(frozen=True)
class Finished:
    """A finished page.

    Attributes:
        html: As it is published, but for `CARDS`.
        sections: What it has in the search index of its language.
    """

    html: str
    sections: list[dict[str, Any]]


@dataclass(frozen=True)
class Pages:
    """The finished pages of earlier builds, as one build may use them.

    Attributes:
        shelf: Where they are; nothing is found or kept where there is none.
        shared: Fingerprint of what all pages share.
        heads: What a page's template is told besides its text, by language and address.
        around: Titles of the pages that a page leads to besides those of the navigation, likewise.
    """

    shelf: Shelf | None
    shared: str
    heads: Heads
    around: Mapping[tuple[str, str], object]

    def key(self, page: Page) -> str:
        """The fingerprint of everything that a page is made from."""
        own = {name: value for name, value in vars(page).items() if name != "source"}
        place = page.language, page.address
        return fingerprint(self.shared, own, page.source.name, self.heads[place], self.around[place])

    def find(self, page: Page) -> Finished | None:
        """A page as it was finished before, from the same inputs."""
        found = self.shelf.find(self.key(page)) if self.shelf else None
        return found if isinstance(found, Finished) else None

    def keep(self, finished: Iterable[tuple[Page, Finished]], count: int) -> None:
        """Keep new pages; `count` is how many there are in all."""
        if self.shelf:
            for page, made in finished:
                self.shelf.keep(self.key(page), made)
            self.shelf.clear(BUILDS * count)


def pages_of(made: Made, config: MkDocsConfig, root: Path, *, preview: bool) -> Pages:
    """The finished pages that a build may use.

    Args:
        made: All that comes of the report.
        config: MkDocs' settings, after every plugin's first event.
        root: The project's folder.
        preview: Whether this is `mkdocs serve`, whose pages have no policy.
    """
    independent = not any(LINK.search(page.markdown) for page in made.pages)
    shelf = Shelf(root / CACHE) if independent and set(config.plugins) <= KNOWN_PLUGINS else None
    words = {language.code: words for language, words in made.words.items()}
    navigation = {language.code: items for language, items in made.navigation.items()}
    docs = sorted(path for path in Path(config.docs_dir).iterdir() if path.suffix != ".md")
    beside = contents(*docs, ENGINE / "docs" / "assets")
    places = [(page.language, page.address) for page in made.pages]
    told = words, navigation, made.terms, made.published, made.unfilled
    return Pages(shelf, fingerprint(settings(config), preview, told, beside, places), made.heads, _around(made))


def _around(made: Made) -> dict[tuple[str, str], object]:
    """Titles above each page, in the other language, and of the figures before and behind it."""
    titles = {(page.language, page.address): page.title for page in made.pages}
    row = ["", *made.figures, ""]
    beside = {address: (row[at], row[at + 2]) for at, address in enumerate(made.figures)}
    return {
        (language, address): [
            [titles.get((language, other)) for other in (*trail(address), *beside.get(address, ()))],
            [titles.get((other.code, address)) for other in LANGUAGES],
        ]
        for language, address in titles
    }


def filled(html: str, cards: str) -> str:
    """A page with the fingerprint of this build's cards."""
    return html.replace(CARDS, _short(cards))


@lru_cache(maxsize=len(LANGUAGES))
def _short(cards: str) -> str:
    """The fingerprint of a script that grows with the report, taken once and not for each page."""
    return sha256(cards.encode()).hexdigest()[:8]
