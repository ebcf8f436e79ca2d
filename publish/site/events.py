"""The adapter to MkDocs: what happens at each event of a build, in order.

All loading, checking and rendering is done at the first event, before MkDocs touches a file: a report
with a problem changes nothing. MkDocs then sees generated pages only; the files in `docs/` are the
templates that `macros` renders for each language.

Belongs here: the events. Does not belong here: what a page says (`macros`), the theme's HTML
(`overrides/`), and what has modules of its own: languages, navigation, search, staging, preview.
"""

from __future__ import annotations

import gzip
import logging
import os
import re
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePath

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from charts.workers import end_with_parent
from languages import ORIGINAL, TRANSLATION
from macros.pages import CACHE
from macros.pages import Page as Rendered
from publish.addresses import INDEX
from publish.cache.rendered_pages import RenderedPage, page_cache, with_cards_hash
from publish.cache.site_content import SiteContent, cached_content
from publish.data import files as open_data
from publish.failures import find_problems
from publish.paths import OVERRIDES, assets_beside
from publish.report_content import ContentRequest
from publish.site import display_face, offline, search
from publish.site.build_state import BuildState, Version
from publish.site.css import join_stylesheets
from publish.site.line_breaks import with_line_breaks
from publish.site.mkdocs_log import count_warnings, warnings
from publish.site.navigation import build_navigation, chain, section_addresses
from publish.site.root_page import root_page
from publish.site.staging import Staging
from report.problems import ReportError
from report.text_files import is_helper_file
from report.write_files import settle

CARDS_SCRIPT = "assets/cards.{}.js"
"""File with the figure cards of a language."""
SOURCES = ("data", "articles", "fonts")
"""Folders of a report that MkDocs does not know."""
WIDE = ("", "figures/")
"""Addresses of pages that need the whole width: no contents beside the text, and no margin for cards."""


_SOURCE_MAP = re.compile(r"^//# sourceMappingURL=.*\n?", re.MULTILINE)

log = logging.getLogger("mkdocs.report")


def load_site(config: MkDocsConfig, root: Path, *, preview: bool) -> BuildState:
    """Load and render the whole report, then set MkDocs up for it.

    Args:
        config: MkDocs' settings of this build; changed in place.
        root: The project's folder.
        preview: Whether this is `mkdocs serve`.

    Raises:
        PluginError: The report has problems; the message is all of them.
    """
    if not preview:
        end_with_parent()
    settle(root)
    staging = None if preview else Staging(Path(config.site_dir))
    if staging:
        sources = [*(root / name for name in SOURCES), Path(config.docs_dir), *map(Path, config.theme.dirs)]
        if problem := staging.problem(root, sources):
            raise PluginError(ReportError([problem]).render())
        staging.recover()
    count_warnings()
    from_disk = offline.is_offline(config)
    strict = bool(config.strict) and not preview
    request = ContentRequest(root, Path(config.docs_dir), config.site_url or "", strict, preview, from_disk)
    try:
        content = cached_content(request, log.info)
    except ReportError as error:
        raise PluginError(str(error)) from error
    set_up(config, content)
    if staging:
        config.site_dir = str(staging.begin())
    return BuildState(content, root, staging, from_disk)


def set_up(config: MkDocsConfig, content: SiteContent) -> None:
    """Set MkDocs up for a report; its settings are changed in place."""
    config.site_url = content.address
    config.site_name = escape(content.words[content.languages[0].code]["site.name"])
    if not config.theme.custom_dir:
        config.theme.dirs.insert(0, str(OVERRIDES))
    config.extra_css.insert(0, display_face.STYLESHEET)
    config.nav = []  # MkDocs would make one navigation of all pages; `make_navigations` makes one for each language.
    # Always on in MkDocs. Tables come from templates, and a `|` in the data is a `|`.
    config.markdown_extensions = [name for name in config.markdown_extensions if name != "tables"]


def plugin_error(error: Exception) -> PluginError:
    """An error of a template or the code as MkDocs' error, with the messages of `report check`."""
    return PluginError(ReportError(find_problems(error)).render())


def replace_pages(state: BuildState, files: Files, config: MkDocsConfig) -> Files:
    """Replace the templates in `docs/` by the rendered pages, cached ones as HTML.

    What an editor's program leaves beside its files is not published.
    """
    kept = (file for file in files if not is_helper_file(PurePath(file.src_uri)))
    collected = Files([file for file in kept if not file.is_documentation_page()])
    languages = {language.code: language for language in state.content.languages}
    sections = {
        language: section_addresses(state.content.navigation[language.code]) for language in state.content.languages
    }
    state.pages = page_cache(state.content, config, state.root, preview=state.staging is None)
    for rendered in state.content.pages:
        language = languages[rendered.language]
        # The theme takes a file named `index` for the page that opens a section.
        opens = not rendered.address or rendered.address in sections[language]
        stem = rendered.address + "index" if opens else rendered.address.removesuffix("/")
        file = File.generated(
            config,
            language.prefix + stem + ".md",
            content=rendered.markdown,
            inclusion=InclusionLevel.NOT_IN_NAV,  # Of MkDocs' own navigation, which is not used.
        )
        if state.offline:
            offline.link_to_file(file)
        version = state.versions[file.src_uri] = Version(language, rendered, file)
        cached = state.pages.get(rendered)
        if cached:
            state.cached[file.src_uri] = cached
            html = with_cards_hash(cached.html, state.content.cards[language.code])
            file.page = Page(escape(rendered.title), file, config)  # MkDocs does not render it; other pages link to it.
            _describe(state, version)
            file = File.generated(config, file.dest_uri, content=html)
        collected.append(file)
    for address, path in assets_beside(Path(config.docs_dir)).items():
        collected.append(File.generated(config, address, content=path.read_bytes()))
    for language in state.content.languages:
        script = state.content.cards[language.code]
        collected.append(File.generated(config, CARDS_SCRIPT.format(language.code), content=script))
    published = state.staging is not None and not state.offline
    if root := root_page(state.content, index=INDEX if state.offline else "", policy=published):
        collected.append(File.generated(config, INDEX, content=root))
    if len(state.cached) < len(state.versions):
        search.prepare_jieba(state.vocabulary)
    if state.offline:
        collected.append(offline.worker_file(config))
    collected.append(File.generated(config, display_face.STYLESHEET, content=""))  # `finish` fills it.
    return collected


def make_navigations(state: BuildState) -> Navigation:
    """Make one navigation for each language; pages without a language, such as 404, use the default's."""
    for version in state.versions.values() if state.offline else ():
        offline.use_published_address(version.page)
    for language in state.content.languages:
        pages = {
            version.rendered.address: version.page
            for version in state.versions.values()
            if version.language == language
        }
        state.navigations[language] = build_navigation(state.content.navigation[language.code], pages.__getitem__)
        chain(pages[address] for address in state.content.figures)
    return state.navigations[state.content.languages[0]]


def prepare_page(state: BuildState, page: Page, config: MkDocsConfig) -> None:
    """Set the title of a page before MkDocs reads its Markdown."""
    version = state.versions[page.file.src_uri]
    _describe(state, version)
    words = state.content.words[version.language.code]
    config.mdx_configs.setdefault("toc", {})["permalink_title"] = words["nav.permalink"]


def finish_page(state: BuildState, html: str, page: Page) -> str:
    """The rendered page as published; recorded for the cache."""
    language = state.versions[page.file.src_uri].language
    if language.code == ORIGINAL:
        html = with_line_breaks(html, language.prepositions)
    state.html[page.file.src_uri] = zlib.compress(html.encode(), level=1)
    page.content = None  # Nothing reads it any more, and with thousands of pages it would take a gigabyte.
    return with_cards_hash(html, state.content.cards[language.code])


def finish(state: BuildState, config: MkDocsConfig) -> None:
    """Write what MkDocs does not, and publish the build unless MkDocs is about to refuse it."""
    folder = Path(config.site_dir)
    languages = state.content.languages
    new = search.new_sections(folder, languages, lambda: state.vocabulary)
    sections = {
        _address(version): state.cached[uri].sections if uri in state.cached else new.get(_address(version), [])
        for uri, version in state.versions.items()
        if uri in state.cached or uri in state.html
    }
    search.write_indexes(folder, languages, sections, scripts=state.offline)
    open_data.write_files(folder, state.content.files)
    _compress_sitemap(folder)
    names, heavy = display_face.write_fonts(folder, languages, state.root / CACHE)
    for line in heavy:
        log.info(state.content.words[TRANSLATION]["font.heavy"].format(what=line))
    if state.pages and state.html and not warnings():
        state.pages.put(_new_pages(state, sections))
    if state.staging is None:
        return
    join_stylesheets(folder, names)
    _drop_source_maps(folder)
    if config.strict and warnings():
        state.staging.discard()
    else:
        state.staging.publish()
    config.site_dir = os.fspath(state.staging.site)  # `mkdocs gh-deploy` goes on from here.


def _new_pages(
    state: BuildState, sections: Mapping[str, list[search.Section]]
) -> Iterator[tuple[Rendered, RenderedPage]]:
    for uri, html in state.html.items():
        version = state.versions[uri]
        yield version.rendered, RenderedPage(zlib.decompress(html).decode(), sections[_address(version)])


def _address(version: Version) -> str:
    return version.language.address(version.rendered.address)


def _describe(state: BuildState, version: Version) -> None:
    """Set what MkDocs and the theme's navigation read of a page."""
    version.page.meta = {
        # The theme's own templates do not escape titles.
        "title": escape(version.rendered.title),
        "description": version.rendered.description,
        "hide": ["navigation", "toc"] if version.rendered.address in WIDE else [],
        "search": {"boost": search.WEIGHTS.get(version.rendered.source.stem, 1)},
        **version.page.meta,
    }
    # A sitemap that names the day of the build would change without a change of the report.
    version.page.update_date = state.content.published


def _drop_source_maps(folder: Path) -> None:
    """Remove the source maps of the theme's scripts, a megabyte that no reader needs, and what names them."""
    for source_map in (folder / "assets/javascripts").rglob("*.js.map"):
        script = source_map.with_suffix("")
        text = script.read_text(encoding="utf-8")
        script.write_text(_SOURCE_MAP.sub("", text), encoding="utf-8", newline="")
        source_map.unlink()


def _compress_sitemap(folder: Path) -> None:
    """Compress the sitemap again without a time: MkDocs writes that of the newest page, or of the clock."""
    sitemap = folder / "sitemap.xml"
    if sitemap.is_file():
        sitemap.with_name("sitemap.xml.gz").write_bytes(gzip.compress(sitemap.read_bytes(), mtime=0))
