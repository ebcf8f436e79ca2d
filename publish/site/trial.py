"""A trial build: a few pages of each kind, to find errors of MkDocs and of the theme's templates.

MkDocs builds them in a temporary folder, with the events of a real build but without files beside the pages. The
first page of each kind is complete; of the others, those of the menu are included without text.

Belongs here: the trial. Does not belong here: the events (`publish.site.events`).
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from macros.navigation import NavItem, navigation
from macros.pages import Page as Rendered
from publish.cache.rendered_pages import LINK
from publish.cache.site_content import content_of
from publish.failures import error_chain, find_problems
from publish.paths import ENGINE
from publish.report_content import ReportContent
from publish.site import events, template_context
from publish.site.build_state import BuildState
from publish.site.mkdocs_log import logged_messages
from report.model import LANGUAGES
from report.problems import Problem, ReportError
from report.text_files import conflict_problems, decode

SETTINGS = "mkdocs.yml"
_EMPTY = "# - { #top }\n"


def check_theme_pages(root: Path, content: ReportContent, caches: Path, *, strict: bool) -> None:
    """Build a few pages of each kind; nothing where the project has no settings to build with.

    Args:
        root: The project's folder.
        content: The report, rendered.
        caches: The folder whose caches hold compiled templates, and take those that are new.
        strict: Whether what MkDocs warns of is refused.

    Raises:
        ReportError: With what MkDocs or a template refuses.
    """
    if not (root / SETTINGS).is_file():
        return
    text, problems = decode((root / SETTINGS).read_bytes(), SETTINGS)
    if problems := problems or conflict_problems(text, SETTINGS):
        raise ReportError(problems)
    with TemporaryDirectory() as folder, logged_messages() as logged:
        try:
            config = load_config(str(root / SETTINGS), site_dir=str(Path(folder) / "site"), hooks=[])
            for event in ("page_context", "post_build"):
                config.plugins.events[event].clear()  # The search index, half of the time, is not read.
            config.plugins["trial"] = _Trial(root, caches, content)  # In place of hooks.py.
            build(config)
        except (Exception, Abort) as error:  # Abort is no Exception.
            problems = find_problems(error, (root.resolve(), ENGINE))
            if isinstance(error, MkDocsException | Abort) and not any(map(_says_where, error_chain(error))):
                why = "\n".join(logged[logging.ERROR]) or str(error)
                problems = [Problem(SETTINGS, 0, "", "broken", {"why": why})]
    if not problems and strict:
        problems = [Problem(SETTINGS, 0, "", "broken", {"why": why}) for why in logged[logging.WARNING]]
    if problems:
        raise ReportError(problems)


def _says_where(error: BaseException) -> bool:
    """Whether an error names a place: a problem of the report, or of the YAML of the settings."""
    return bool(getattr(error, "problems", None) or getattr(error, "problem_mark", None))


class _Trial(BasePlugin):  # type: ignore[type-arg, no-untyped-call]  # It has no settings of its own, and MkDocs no type for none.
    """The events of a build, with a few pages and no files beside them."""

    def __init__(self, root: Path, caches: Path, content: ReportContent) -> None:
        super().__init__()
        pages = list(_sample_pages(content))
        sample = content_of(root, replace(content, pages=pages))
        addresses = {page.address for page in pages}
        sample = replace(sample, figures=tuple(address for address in sample.figures if address in addresses))
        self.state = BuildState(sample, caches, None, offline=False)

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        events.set_up(config, self.state.content)
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        return events.replace_pages(self.state, files, config)

    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
        return events.make_navigations(self.state)

    def on_page_markdown(self, markdown: str, page: Page, config: MkDocsConfig, files: Files) -> None:
        events.prepare_page(self.state, page, config)

    def on_env(self, env: Any, config: MkDocsConfig, files: Files) -> None:
        template_context.prepare_templates(self.state, env, config, files)

    def on_page_context(self, context: Any, page: Page, config: MkDocsConfig, nav: Navigation) -> Any:
        return template_context.page_context(self.state, context, page, config)


def _sample_pages(content: ReportContent) -> Iterator[Rendered]:
    """The first page of each kind and language, each that holds a link in Markdown, and, empty, those of the menu."""
    menu = {address for language in LANGUAGES for address in _addresses(navigation(content.report, language))}
    seen: set[tuple[Path, str]] = set()
    for page in content.pages:
        kind = page.source, page.language
        if kind not in seen or LINK.search(page.markdown):
            yield page
        elif page.address in menu:
            yield replace(page, markdown=_EMPTY)
        seen.add(kind)


def _addresses(items: Iterable[NavItem]) -> Iterator[str | None]:
    for item in items:
        yield item.address
        yield from _addresses(item.children)
