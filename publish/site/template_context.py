"""The variables of the theme's templates: those of every page, and those of the page that is rendered.

All that a page's template can read must be part of the key of the rendered page (`publish.cache.rendered_pages`): a
value that is added here must be one of `SiteContent`, or be added to the key.

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
from publish.addresses import INDEX
from publish.cache.compiled_templates import CompiledTemplates
from publish.cache.rendered_pages import CARDS_HASH_PLACEHOLDER
from publish.site import csp, offline
from publish.site.build_state import BuildState
from publish.site.events import CARDS_SCRIPT
from publish.site.languages import Language
from publish.site.navigation import trail

SEARCH_WORKER = "assets/javascripts/workers/search."
"""Start of the name of Material's search worker; a fingerprint follows."""


def prepare_templates(state: BuildState, env: jinja2.Environment, config: MkDocsConfig, files: Files) -> None:
    """Set the variables that are the same on all pages, and the default language."""
    languages, default = state.content.languages, state.content.languages[0]
    env.bytecode_cache = CompiledTemplates(state.root / CACHE)
    env.globals.update(
        languages=languages,
        words_of={language: state.content.words[language.code] for language in languages},
        pages_of={language: state.content.navigation[language.code] for language in languages},
        places_of={language: state.content.places[language.code] for language in languages},
        index=INDEX if state.offline else "",
        offline=offline.SCRIPT if state.offline else "",
        policy="" if state.offline or state.staging is None else csp.PLACEHOLDER,
        alternates_of=state.alternates,
        language=default,
        words=state.content.words[default.code],
        alternates=[],
        site_files=[version.file for version in state.versions.values()],
        search_worker=next(file.src_uri for file in files if file.src_uri.startswith(SEARCH_WORKER)),
    )
    _set_language(state, default, config)


def page_context(state: BuildState, context: dict[str, Any], page: Page, config: MkDocsConfig) -> dict[str, Any]:
    """Give a page's template its language, its words, its navigation and its other versions."""
    version = state.versions[page.file.src_uri]
    language = version.language
    _set_language(state, language, config)
    config.extra["scope"] = context["base_url"]  # Both languages share the choice of dark or light.
    return {
        **context,
        "nav": state.navigations[language],
        "language": language,
        "words": state.content.words[language.code],
        "alternates": state.alternates(page.file),
        "trail": [
            state.by_path[path].page
            for path in map(language.address, trail(version.rendered.address))
            if path in state.by_path
        ],
        # With a fingerprint, so that a browser loads changed data; `with_cards_hash` fills it in.
        "cards": f"{CARDS_SCRIPT.format(language.code)}?{CARDS_HASH_PLACEHOLDER}",
        "todo_count": state.content.todo_count,
        "pages": [],  # All other pages: what a page showed of them would not be part of its key.
        **state.content.head_metadata[language.code][version.rendered.address],
        # Search fetches its index from here; links of the theme do not use it.
        "base_url": get_relative_url(language.prefix or ".", page.url),
    }


def _set_language(state: BuildState, language: Language, config: MkDocsConfig) -> None:
    config.theme["language"] = language.theme
    config.site_name = escape(state.content.words[language.code]["site.name"])
