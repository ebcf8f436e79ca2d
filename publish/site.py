"""The adapter to MkDocs: what happens at each event of a build, in their order.

All loading, checking and rendering is done at the first event, before MkDocs touches a file: a report
with a problem changes nothing. MkDocs then sees generated pages only; the files in `docs/` are the
templates that `macros` renders, once a language.

Belongs here: the events. Does not belong here: what a page says (`macros`), the theme's HTML
(`overrides/`), and what stands in modules of its own: languages, navigation, search, staging, preview.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler, get_relative_url

from macros.cards import write_cards
from macros.charts import chart_files, draw_all
from macros.navigation import navigation
from macros.pages import CACHE, render_pages
from macros.pages import Page as Rendered
from publish import open_data, search, summary
from publish.languages import DEFAULT, LANGUAGES, Language, interface_words
from publish.linked_data import linked_data
from publish.navigation import build_navigation, section_addresses
from publish.staging import Staging
from report.load import load_report
from report.model import Report
from report.problems import ReportError

SEARCH_WORKER = "assets/javascripts/workers/search."
"""How the name of Material's search worker begins; a fingerprint follows."""
CARDS = "assets/cards.{}.js"
"""File with the figure cards of a language."""
WIDE = ("", "figures/")
"""Addresses of pages that need the whole width: no contents beside the text, and no margin for cards."""


log = logging.getLogger("mkdocs.report")


@dataclass(frozen=True)
class Version:
    """A page in one language.

    Attributes:
        language: Its language.
        rendered: Its text and titles.
        file: The file that MkDocs builds it from.
    """

    language: Language
    rendered: Rendered
    file: File

    @property
    def page(self) -> Page:
        """MkDocs' page, which exists once MkDocs has made its first navigation."""
        if self.file.page is None:
            raise LookupError(self.file.src_uri)
        return self.file.page


@dataclass
class Site:
    """One build of the site.

    Attributes:
        report: The report, checked.
        rendered: Every page in every language.
        words: Interface words by language.
        cache: Folder that keeps finished drawings.
        cards: The script with the figure cards, by language.
        staging: Where the build goes until it is whole; none in the preview, which has a folder of its own.
        files: The open data, by address.
        downloads: Finished PDFs by name; none in the preview, which makes them when they are asked for.
        versions: Pages by the path of their file, filled once MkDocs collects its files.
        navigations: Filled once MkDocs has made its pages.
    """

    report: Report
    rendered: list[Rendered]
    words: Mapping[Language, Mapping[str, str]]
    cache: Path
    cards: Mapping[Language, str]
    staging: Staging | None
    files: open_data.Files
    downloads: Mapping[str, bytes] = field(default_factory=dict)
    versions: dict[str, Version] = field(default_factory=dict)
    navigations: dict[Language, Navigation] = field(default_factory=dict)

    def alternates(self, file: File) -> list[Version]:
        """A page in every language that has it, the default first."""
        address = self.versions[file.src_uri].rendered.address
        paths = (language.address(address) for language in LANGUAGES)
        return [self.by_path[path] for path in paths if path in self.by_path]

    @cached_property
    def by_path(self) -> Mapping[str, Version]:
        """Pages by their address below the root of the site."""
        return {v.language.address(v.rendered.address): v for v in self.versions.values()}


def load_site(config: MkDocsConfig, root: Path, *, preview: bool) -> Site:
    """Load and render the whole report, and set MkDocs up for it; nothing is written before that is done.

    Args:
        config: MkDocs' settings of this build; changed in place.
        root: The project's folder.
        preview: Whether this is `mkdocs serve`.

    Raises:
        PluginError: The report has problems; the message is all of them.
    """
    staging = None if preview else Staging(Path(config.site_dir))
    if staging:
        staging.recover()
    try:
        report = load_report(root, strict=bool(config.strict) and not preview)
        address = (config.site_url or report.edition.site.address or "").rstrip("/")
        config.site_url = address = f"{address}/" if address else ""
        files = open_data.make_files(report, address)
        draw_all(report, root / CACHE, _progress(report))
        rendered = render_pages(report, Path(config.docs_dir), open_data.outlet(files, address))
        downloads = {} if preview else dict(summary.make_summaries(report, root, address))
    except ReportError as error:
        raise PluginError(str(error)) from error
    words = {language: interface_words(report, language) for language in LANGUAGES}
    cards = {language: write_cards(report, language.code) for language in LANGUAGES}
    site = Site(report, rendered, words, root / CACHE, cards, staging, files, downloads)
    config.site_name = words[DEFAULT]["site.name"]
    config.nav = []  # MkDocs would make one navigation of all pages; `make_navigations` makes one a language.
    # Always on in MkDocs. Tables come from templates, and a `|` in the data is a `|`.
    config.markdown_extensions = [name for name in config.markdown_extensions if name != "tables"]
    search.prepare_jieba(search.vocabulary(report))
    if staging:
        config.site_dir = str(staging.begin())
    return site


def replace_pages(site: Site, files: Files, config: MkDocsConfig) -> Files:
    """Put the rendered pages in the place of the templates in `docs/`."""
    kept = Files([file for file in files if not file.is_documentation_page()])
    languages = {language.code: language for language in LANGUAGES}
    sections = {language: section_addresses(navigation(site.report, language.code)) for language in LANGUAGES}
    for rendered in site.rendered:
        language = languages[rendered.language]
        # The theme takes a file named `index` for the page that opens a section; only such pages are.
        opens = not rendered.address or rendered.address in sections[language]
        stem = rendered.address + "index" if opens else rendered.address.removesuffix("/")
        file = File.generated(
            config,
            language.prefix + stem + ".md",
            content=rendered.markdown,
            inclusion=InclusionLevel.NOT_IN_NAV,  # Of MkDocs' own navigation, which is not used.
        )
        site.versions[file.src_uri] = Version(language, rendered, file)
        kept.append(file)
    for language in LANGUAGES:
        kept.append(File.generated(config, CARDS.format(language.code), content=site.cards[language]))
    return kept


def make_navigations(site: Site) -> Navigation:
    """Make one navigation a language; the default's is for pages that have no language, such as 404."""
    for language in LANGUAGES:
        pages = {
            version.rendered.address: version.page for version in site.versions.values() if version.language == language
        }
        items = navigation(site.report, language.code)
        site.navigations[language] = build_navigation(items, pages.__getitem__)
    return site.navigations[DEFAULT]


def prepare_page(site: Site, page: Page, config: MkDocsConfig) -> None:
    """Tell MkDocs, before it reads a page's Markdown, what the page is called."""
    version = site.versions[page.file.src_uri]
    page.meta = {
        "title": version.rendered.title,
        "description": version.rendered.description,
        "hide": ["navigation", "toc"] if version.rendered.address in WIDE else [],
        "search": {"boost": search.WEIGHTS.get(version.rendered.source.stem, 1)},
        **page.meta,
    }
    # A sitemap that names the day of the build would change without a change of the report.
    page.update_date = site.report.edition.published.isoformat()
    config.mdx_configs.setdefault("toc", {})["permalink_title"] = site.words[version.language]["nav.permalink"]


def prepare_templates(site: Site, env: jinja2.Environment, config: MkDocsConfig) -> None:
    """Give every template what is the same on all pages, and start in the default language."""
    env.globals.update(
        languages=LANGUAGES,
        words_of=site.words,
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
    home = config.site_url + language.prefix if config.site_url else ""
    config.extra["scope"] = context["base_url"]  # The choice of dark or light holds for both languages.
    return {
        **context,
        "nav": site.navigations[language],
        "language": language,
        "words": site.words[language],
        "alternates": site.alternates(page.file),
        # With a fingerprint, lest a browser's copy outlive a change of the data.
        "cards": f"{CARDS.format(language.code)}?{sha256(site.cards[language].encode()).hexdigest()[:8]}",
        "linked_data": linked_data(site.report, language, version.rendered.address, home, site.files),
        # Search fetches its index from here; links of the theme do not use it.
        "base_url": get_relative_url(language.prefix or ".", page.url),
    }


def finish(site: Site, config: MkDocsConfig) -> None:
    """Write what MkDocs does not, and publish the build unless MkDocs is about to refuse it."""
    folder = Path(config.site_dir)
    search.write_indexes(folder, search.vocabulary(site.report))
    write_chart_files(site.report, site.cache, folder)
    summary.write(site.downloads, folder / summary.FOLDER)
    open_data.write_files(folder, site.files)
    if site.staging is None:
        return
    if config.strict and _warnings():
        site.staging.discard()
    else:
        site.staging.publish()
    config.site_dir = os.fspath(site.staging.site)  # `mkdocs gh-deploy` goes on from here.


def write_chart_files(report: Report, cache: Path, folder: Path) -> None:
    """Write the data and the drawings of every chart beside the pages, each language below its own root."""
    roots = {language.code: folder / language.prefix for language in LANGUAGES}
    for file in chart_files(report, cache):
        path = roots[file.language] / file.address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content)


def _progress(report: Report) -> Callable[[int, int], None]:
    """Tells how far drawing has come, at every tenth drawing and at the last."""

    def tell(done: int, count: int) -> None:
        if done % 10 == 0 or done == count:
            log.info(report.interface_word("chart.drawing", "en").format(done=done, all=count))

    return tell


def _speak(site: Site, language: Language, config: MkDocsConfig) -> None:
    config.theme["language"] = language.theme
    config.site_name = site.words[language]["site.name"]


def _warnings() -> int:
    """Warnings of this build so far: MkDocs counts them, and in strict mode fails, only after its last event."""
    handlers = logging.getLogger("mkdocs").handlers
    return sum(sum(handler.counts.values()) for handler in handlers if isinstance(handler, CountHandler))
