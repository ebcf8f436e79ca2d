"""What the theme's templates know: of every page, and of the one they are printing.

Belongs here: the names that `overrides/` and Material read, and where each value comes from. Does not belong
here: how a page looks (`overrides/`), what it says (`macros`), the events of a build (`publish.site`).
"""

from __future__ import annotations

from hashlib import sha256
from typing import Any

import jinja2
from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from publish import cards, offline, policy
from publish.languages import DEFAULT, LANGUAGES, Language
from publish.linked_data import linked_data
from publish.navigation import trail
from publish.site import CARDS, Site

SEARCH_WORKER = "assets/javascripts/workers/search."
"""How the name of Material's search worker begins; a fingerprint follows."""


def prepare_templates(site: Site, env: jinja2.Environment, config: MkDocsConfig) -> None:
    """Give every template what is the same on all pages, and start in the default language."""
    env.globals.update(
        languages=LANGUAGES,
        words_of=site.words,
        index=offline.INDEX if site.offline else "",
        offline=offline.SCRIPT if site.offline else "",
        policy="" if site.offline or site.staging is None else policy.PLACE,
        alternates_of=site.alternates,
        language=DEFAULT,
        words=site.words[DEFAULT],
        alternates=[],
        search_worker=next(name for name in env.list_templates() if name.startswith(SEARCH_WORKER)),
    )
    _speak(site, DEFAULT, config)


def page_context(site: Site, context: dict[str, Any], page: Page, config: MkDocsConfig) -> dict[str, Any]:
    """Give a page's template its language, its words, its navigation and its other versions."""
    version = site.versions[page.file.src_uri]
    language = version.language
    _speak(site, language, config)
    picture = language.address(version.rendered.address) + cards.NAME
    image = (config.site_url + picture if config.site_url else cards.NAME) if picture in site.share_cards else ""
    home = config.site_url + language.prefix if config.site_url else ""
    config.extra["scope"] = context["base_url"]  # The choice of dark or light holds for both languages.
    return {
        **context,
        "nav": site.navigations[language],
        "language": language,
        "words": site.words[language],
        "alternates": site.alternates(page.file),
        "trail": [
            site.by_path[path].page
            for path in map(language.address, trail(version.rendered.address))
            if path in site.by_path
        ],
        # With a fingerprint, lest a browser's copy outlive a change of the data.
        "cards": f"{CARDS.format(language.code)}?{sha256(site.cards[language].encode()).hexdigest()[:8]}",
        "share": cards.preview_of(site.report, version.rendered, image),
        "unfilled": site.unfilled,
        "linked_data": linked_data(site.report, language, version.rendered.address, home, site.files),
        # Search fetches its index from here; links of the theme do not use it.
        "base_url": get_relative_url(language.prefix or ".", page.url),
    }


def _speak(site: Site, language: Language, config: MkDocsConfig) -> None:
    config.theme["language"] = language.theme
    config.site_name = escape(site.words[language]["site.name"])
