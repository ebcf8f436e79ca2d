"""What the site needs of a report, as plain values: built once, cached until anything changes.

The events in `publish.site.events` are given these values and not the report. So all data on a page is part of these
values, and of the key of the rendered page (`rendered_pages`).

Belongs here: what is built of a report, and how it is stored. Does not belong here: how it is built (`macros`, and the
modules of each output), MkDocs.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from itertools import accumulate, pairwise
from pathlib import Path
from types import MappingProxyType

from pydantic import TypeAdapter

from cache.fingerprint import file_digests, fingerprint
from cache.store import Cache
from charts.inputs import use_fonts_of
from languages import TRANSLATION
from macros.environment import environment
from macros.figure_cards import write_cards
from macros.interface import edition_words
from macros.navigation import NavItem, navigation
from macros.pages import CACHE, Page
from macros.places import place_links
from publish import cards
from publish.cache.build_inputs import code_fingerprint
from publish.cache.compiled_templates import CompiledTemplates
from publish.data import files as open_data
from publish.data.json_ld import linked_data
from publish.report_content import ContentRequest, ReportContent, prepare_content
from publish.site import search
from publish.site.languages import Language as SiteLanguage
from publish.site.languages import languages_of
from publish.site.repository_links import repository_links
from publish.site.theme_check import overrides_of
from publish.summary import api as summary
from report.articles.passages import article_folders
from report.lines import entry_lines
from report.load import todo_problems
from report.model import Language, Report

CACHE_KIND = "content"

HeadMetadata = Mapping[Language, Mapping[str, Mapping[str, object]]]
"""What a page's template is given besides its text: plain values by language, address of the page, and name."""
Log = Callable[[str], None]


@dataclass(frozen=True)
class SiteContent:
    """What the site needs of a report.

    Attributes:
        address: Address of the site, with `/` at its end; empty where it is not known.
        pages: Every page in every language.
        head_metadata: What a page's template is given besides its text.
        figures: Addresses of the pages of figures, in their order.
        todo_count: How many values are still missing, which a strict build refuses.
        languages: The languages of the site, the default first.
        words: Interface words by language.
        navigation: By language.
        places: The places that entries name, by language.
        cards: The script with the figure cards, by language.
        files: The files beside the pages, by address: data, drawings, PDFs.
        terms: The report's own words for segmenting Chinese.
        published: The day of the edition, as ISO 8601 writes it.
        lines: For the preview alone: file and line of each entry, by its key.
    """

    address: str
    pages: list[Page]
    head_metadata: HeadMetadata
    figures: tuple[str, ...]
    todo_count: int
    languages: tuple[SiteLanguage, ...]
    words: Mapping[Language, Mapping[str, str]]
    navigation: Mapping[Language, tuple[NavItem, ...]]
    places: Mapping[Language, tuple[NavItem, ...]]
    cards: Mapping[Language, str]
    files: Mapping[str, bytes]
    terms: tuple[str, ...]
    published: str
    lines: Mapping[str, tuple[str, int]] = field(default_factory=dict)


_CONTENT = TypeAdapter(SiteContent)


def content_key(request: ContentRequest) -> str:
    """The fingerprint of everything that a build reads, as it now is."""
    root = request.root
    articles = [path for folder in article_folders(root) for path in sorted(folder.glob("*.txt"))]
    read = file_digests([root / "data", root / "fonts", request.docs, overrides_of(root), *articles])
    return fingerprint(code_fingerprint(), read, request.address, request.strict, request.preview, request.offline)


def cached_content(request: ContentRequest, log: Log) -> SiteContent:
    """The content from the cache, or built now and stored; see `build_content`."""
    use_fonts_of(request.root)
    cache, key = Cache(request.root / CACHE, CACHE_KIND), content_key(request)
    stored = cache.get(key)
    content = decode(stored) if stored else None
    if content is None:
        content = build_content(request, log)
        if content_key(request) == key:  # Else a file was edited meanwhile: its change is in the content, or is not.
            cache.put(key, encode(content))
            cache.evict()
    return content


def encode(content: SiteContent) -> bytes:
    """Content as bytes: a line of JSON with the sizes of the files, then the files one after the other."""
    values = _CONTENT.dump_python(content, mode="json", exclude={"files"})
    sizes = {address: len(file) for address, file in content.files.items()}
    head = json.dumps([values, sizes], ensure_ascii=False).encode()
    return b"".join([head, b"\n", *content.files.values()])


def decode(stored: bytes) -> SiteContent | None:
    """What `encode` has written; `None` for anything else."""
    head, _, files = stored.partition(b"\n")
    try:
        values, sizes = json.loads(head)
        ends = accumulate(sizes.values(), initial=0)
        parts = {address: files[start:end] for address, (start, end) in zip(sizes, pairwise(ends), strict=True)}
        return _CONTENT.validate_python({**values, "files": parts})
    except (ValueError, TypeError, AttributeError):
        return None


def build_content(request: ContentRequest, log: Log) -> SiteContent:
    """Load, check, draw and render.

    Args:
        request: What is to be built.
        log: Is called with the progress of drawing.

    Raises:
        ReportError: The report has problems.
    """
    environment().bytecode_cache = CompiledTemplates(request.root / CACHE)
    content = prepare_content(request, lambda report: _progress(report, log))
    pictures = cards.make_cards(content.report, content.pages, request.root) if request.has_cards else {}
    charts = open_data.chart_contents(content.report, request.root / CACHE, content.address)
    pdfs = {f"{summary.FOLDER}/{name}": pdf for name, pdf in content.pdfs.items()}
    site = content_of(request.root, content, {**charts, **pdfs, **content.data, **pictures}, pictures)
    return replace(site, lines=entry_lines(content.report) if request.preview else {})


def content_of(
    root: Path, content: ReportContent, files: Mapping[str, bytes] = MappingProxyType({}),
    pictures: Mapping[str, bytes] = MappingProxyType({}),
) -> SiteContent:  # fmt: skip
    """The content of a report that has been rendered.

    Args:
        root: The project's folder.
        content: The report, rendered.
        files: The files beside the pages, by address.
        pictures: The share cards among them.
    """
    report = content.report
    languages = languages_of(report)
    return SiteContent(
        languages=languages,
        address=content.address,
        pages=content.pages,
        head_metadata=_head_metadata(root, content, pictures),
        figures=tuple(f"figures/{figure.id}/" for figure in report.figures),
        todo_count=len(list(todo_problems(root, report))),
        words={language.code: edition_words(report, language.code) for language in languages},
        navigation={language.code: navigation(report, language.code) for language in languages},
        places={language.code: place_links(report, language.code) for language in languages},
        cards={language.code: write_cards(report, language.code) for language in languages},
        files=files,
        terms=tuple(search.terms(report)),
        published=report.edition.published.isoformat(),
    )


def _head_metadata(root: Path, content: ReportContent, pictures: Mapping[str, bytes]) -> HeadMetadata:
    report, address = content.report, content.address
    languages = {language.code: language for language in languages_of(report)}
    head_metadata: dict[Language, dict[str, Mapping[str, object]]] = {code: {} for code in languages}
    for page in content.pages:
        language = languages[page.language]
        picture = language.address(page.address) + cards.NAME
        image = (address + picture if address else cards.NAME) if picture in pictures else ""
        head_metadata[page.language][page.address] = {
            "share": cards.preview_of(report, page, image),
            "linked_data": linked_data(report, language, page.address, language.home(address), content.data),
            "repository": repository_links(report, root, page, language, address),
        }
    return head_metadata


def _progress(report: Report, log: Log) -> Callable[[int, int], None]:
    """A function that logs the progress of drawing, about every tenth drawing and at the last."""
    logged = 0

    def drawn(done: int, count: int) -> None:
        nonlocal logged
        if done // 10 > logged // 10 or done == count:
            logged = done
            log(report.interface_word("chart.drawing", TRANSLATION).format(done=done, all=count))

    return drawn
