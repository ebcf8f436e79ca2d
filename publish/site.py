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
from pathlib import Path

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler

from macros.cards import write_cards
from macros.charts import draw_all
from macros.navigation import navigation
from macros.pages import CACHE, render_pages
from macros.pages import Page as Rendered
from publish import cards, offline, open_data, search, summary
from publish.languages import DEFAULT, LANGUAGES, Language, interface_words
from publish.navigation import build_navigation, chain, section_addresses
from publish.places import OVERRIDES, assets_beside
from publish.staging import Staging
from publish.stylesheets import lighten_theme
from report.load import load_report, unfilled_places
from report.model import Report
from report.problems import ReportError

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
        share_cards: The pictures of link previews, by address; none in the preview and offline.
        offline: Whether the pages are to be read without a server.
        unfilled: How many places are still to be filled, which a strict build refuses.
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
    share_cards: Mapping[str, bytes] = field(default_factory=dict)
    offline: bool = False
    unfilled: int = 0
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
    from_disk = offline.is_offline(config)
    try:
        report = load_report(root, strict=bool(config.strict) and not preview)
        address = (config.site_url or report.edition.site.address or "").rstrip("/")
        config.site_url = address = f"{address}/" if address else ""
        files = open_data.make_files(report, address)
        draw_all(report, root / CACHE, _progress(report))
        outlet = open_data.outlet(files, address, offline.INDEX if from_disk else "")
        rendered = render_pages(report, Path(config.docs_dir), outlet)
        downloads = {} if preview else dict(summary.make_summaries(report, root, address))
        pictures = {} if preview or from_disk else cards.make_cards(report, rendered, root)
    except ReportError as error:
        raise PluginError(str(error)) from error
    words = {language: interface_words(report, language) for language in LANGUAGES}
    figure_cards = {language: write_cards(report, language.code) for language in LANGUAGES}
    site = Site(report, rendered, words, root / CACHE, figure_cards, staging, files, downloads, pictures, from_disk)
    site.unfilled = len(list(unfilled_places(root, report)))
    config.site_name = escape(words[DEFAULT]["site.name"])
    if not config.theme.custom_dir:
        config.theme.dirs.insert(0, str(OVERRIDES))
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
        if site.offline:
            offline.name_the_file(file)
        site.versions[file.src_uri] = Version(language, rendered, file)
        kept.append(file)
    for address, path in assets_beside(Path(config.docs_dir)).items():
        kept.append(File.generated(config, address, content=path.read_bytes()))
    for language in LANGUAGES:
        kept.append(File.generated(config, CARDS.format(language.code), content=site.cards[language]))
    if site.offline:
        kept.append(offline.worker_file(config))
    return kept


def make_navigations(site: Site) -> Navigation:
    """Make one navigation a language; the default's is for pages that have no language, such as 404."""
    for version in site.versions.values() if site.offline else ():
        offline.keep_address(version.page)
    for language in LANGUAGES:
        pages = {
            version.rendered.address: version.page for version in site.versions.values() if version.language == language
        }
        items = navigation(site.report, language.code)
        site.navigations[language] = build_navigation(items, pages.__getitem__)
        chain(pages[f"figures/{figure.id}/"] for figure in site.report.figures)
    return site.navigations[DEFAULT]


def prepare_page(site: Site, page: Page, config: MkDocsConfig) -> None:
    """Tell MkDocs, before it reads a page's Markdown, what the page is called."""
    version = site.versions[page.file.src_uri]
    page.meta = {
        # The theme's own templates write titles and the site's name as they are; what is escaped stays so.
        "title": escape(version.rendered.title),
        "description": version.rendered.description,
        "hide": ["navigation", "toc"] if version.rendered.address in WIDE else [],
        "search": {"boost": search.WEIGHTS.get(version.rendered.source.stem, 1)},
        **page.meta,
    }
    # A sitemap that names the day of the build would change without a change of the report.
    page.update_date = site.report.edition.published.isoformat()
    config.mdx_configs.setdefault("toc", {})["permalink_title"] = site.words[version.language]["nav.permalink"]


def finish(site: Site, config: MkDocsConfig) -> None:
    """Write what MkDocs does not, and publish the build unless MkDocs is about to refuse it."""
    folder = Path(config.site_dir)
    search.write_indexes(folder, search.vocabulary(site.report), scripts=site.offline)
    open_data.write_files(folder, open_data.chart_contents(site.report, site.cache))
    summary.write(site.downloads, folder / summary.FOLDER)
    open_data.write_files(folder, {**site.files, **site.share_cards})
    if site.staging is None:
        return
    lighten_theme(folder)
    if config.strict and _warnings():
        site.staging.discard()
    else:
        site.staging.publish()
    config.site_dir = os.fspath(site.staging.site)  # `mkdocs gh-deploy` goes on from here.


def _progress(report: Report) -> Callable[[int, int], None]:
    """Tells how far drawing has come, at every tenth drawing and at the last."""

    def tell(done: int, count: int) -> None:
        if done % 10 == 0 or done == count:
            log.info(report.interface_word("chart.drawing", "en").format(done=done, all=count))

    return tell


def _warnings() -> int:
    """Warnings of this build so far: MkDocs counts them, and in strict mode fails, only after its last event."""
    handlers = logging.getLogger("mkdocs").handlers
    return sum(sum(handler.counts.values()) for handler in handlers if isinstance(handler, CountHandler))
