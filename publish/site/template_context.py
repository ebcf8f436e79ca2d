"""What the theme's templates know: of every page, and of the one they are printing.

What a page's template can reach is part of the key of the rendered page (`publish.cache.rendered_pages`): a value
that is added here is one of `SiteContent`, or the key is added to.

Belongs here: the names that `overrides/` and Material read, and where each value comes from. Does not belong
here: how a page looks (`overrides/`), what it says (`macros`), the events of a build (`publish.site.events`).
"""

from __future__ import annotations

from typing import Any

import jinja2
from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from macros.pages import CACHE
from publish.cache.compiled_templates import CompiledTemplates
from publish.cache.rendered_pages import CARDS_HASH_PLACEHOLDER
from publish.site import csp as policy
from publish.site import offline
from publish.site.build_state import Site
from publish.site.events import CARDS_SCRIPT
from publish.site.languages import DEFAULT, LANGUAGES, Language
from publish.site.navigation import trail

SEARCH_WORKER = "assets/javascripts/workers/search."
"""How the name of Material's search worker begins; a fingerprint follows."""


def prepare_templates(site: Site, env: jinja2.Environment, config: MkDocsConfig, files: Files) -> None:
    """Give every template what is the same on all pages, and start in the default language."""
    env.bytecode_cache = CompiledTemplates(site.root / CACHE)
    env.globals.update(
        languages=LANGUAGES,
        words_of={language: site.content.words[language.code] for language in LANGUAGES},
        index=offline.INDEX if site.offline else "",
        offline=offline.SCRIPT if site.offline else "",
        policy="" if site.offline or site.staging is None else policy.PLACE,
        alternates_of=site.alternates,
        language=DEFAULT,
        words=site.content.words[DEFAULT.code],
        alternates=[],
        site_files=[version.file for version in site.versions.values()],
        search_worker=next(file.src_uri for file in files if file.src_uri.startswith(SEARCH_WORKER)),
    )
    _speak(site, DEFAULT, config)


def page_context(site: Site, context: dict[str, Any], page: Page, config: MkDocsConfig) -> dict[str, Any]:
    """Give a page's template its language, its words, its navigation and its other versions."""
    version = site.versions[page.file.src_uri]
    language = version.language
    _speak(site, language, config)
    config.extra["scope"] = context["base_url"]  # The choice of dark or light holds for both languages.
    return {
        **context,
        "nav": site.navigations[language],
        "language": language,
        "words": site.content.words[language.code],
        "alternates": site.alternates(page.file),
        "trail": [
            site.by_path[path].page
            for path in map(language.address, trail(version.rendered.address))
            if path in site.by_path
        ],
        # With a fingerprint, lest a browser's copy outlive a change of the data; `with_cards_hash` puts it there.
        "cards": f"{CARDS_SCRIPT.format(language.code)}?{CARDS_HASH_PLACEHOLDER}",
        "unfilled": site.content.unfilled,
        "pages": [],  # Of all others: what a page shows of them would not be part of its fingerprint.
        **site.content.heads[language.code][version.rendered.address],
        # Search fetches its index from here; links of the theme do not use it.
        "base_url": get_relative_url(language.prefix or ".", page.url),
    }


def _speak(site: Site, language: Language, config: MkDocsConfig) -> None:
    config.theme["language"] = language.theme
    config.site_name = escape(site.content.words[language.code]["site.name"])
