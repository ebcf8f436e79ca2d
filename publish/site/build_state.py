"""The state of one build of the site: its pages in both languages, and what it takes from earlier builds.

Belongs here: what the events of a build share. Does not belong here: the events (`events`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from mkdocs.structure.files import File
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from languages import ORIGINAL
from macros.pages import Page as Rendered
from publish.cache.rendered_pages import PageCache, RenderedPage
from publish.cache.site_content import SiteContent
from publish.site import search
from publish.site.languages import Language
from publish.site.staging import Staging
from report.load import load_report
from report.model import Report


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
        """MkDocs' page, which exists from its first navigation on."""
        if self.file.page is None:
            raise LookupError(self.file.src_uri)
        return self.file.page


@dataclass
class BuildState:
    """The state of one build of the site.

    Attributes:
        content: What the site needs of the report.
        root: The project's folder.
        staging: The folders of the build; none in the preview, which has a folder of its own.
        offline: Whether the pages are to be read without a server.
        pages: Rendered pages of earlier builds; filled once MkDocs collects its files, as is what follows.
        versions: Every page by the path of its file.
        cached: Those of them that were in the cache, by the path of their file.
        html: Pages that this build had to render, by the path of their file; compressed, since there may be thousands.
        navigations: By language; filled once MkDocs has made its pages.
    """

    content: SiteContent
    root: Path
    staging: Staging | None
    offline: bool
    pages: PageCache | None = None
    versions: dict[str, Version] = field(default_factory=dict)
    cached: dict[str, RenderedPage] = field(default_factory=dict)
    html: dict[str, bytes] = field(default_factory=dict)
    navigations: dict[Language, Navigation] = field(default_factory=dict)

    def alternates(self, file: File) -> list[Version]:
        """A page in every language that has it, the default first."""
        address = self.versions[file.src_uri].rendered.address
        paths = (language.address(address) for language in self.content.languages)
        return [self.by_path[path] for path in paths if path in self.by_path]

    @cached_property
    def by_path(self) -> Mapping[str, Version]:
        """Pages by their address below the root of the site."""
        return {v.language.address(v.rendered.address): v for v in self.versions.values()}

    @cached_property
    def vocabulary(self) -> search.Vocabulary:
        """The words that Chinese is segmented into."""
        script = next(language.script for language in self.content.languages if language.code == ORIGINAL)
        return search.vocabulary(self.content.terms, script)

    @cached_property
    def report(self) -> Report:
        """The report, read again, for the preview's PDFs alone; pages use `content`."""
        return load_report(self.root)
