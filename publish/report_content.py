"""A report, read, checked and rendered: all that a build needs of it, and everything that a build refuses.

A build and `report check` both use this, so that the check lists exactly what a build refuses. Every step adds its
problems, and a step is left out only where its problems would follow from earlier ones: a report that cannot be read
is not rendered, and one whose pages cannot be rendered is not made into a PDF.

Belongs here: the steps and their order. Does not belong here: the steps themselves, MkDocs (`publish.site`), or what
is drawn for a build alone (`publish.cache.site_content`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from charts.drawing import Progress
from charts.inputs import use_fonts_of
from macros.charts import check_files, draw_all
from macros.figure_cards import write_cards
from macros.interface import edition_words
from macros.page_checks import check_pages
from macros.page_files import read_page_files
from macros.pages import CACHE, Page, check_page_files, render_pages
from publish.addresses import INDEX, check_addresses, check_folders, check_names
from publish.card_checks import check_cards
from publish.data import files as open_data
from publish.data.json_ld import linked_data
from publish.failures import find_problems
from publish.links import check_links
from publish.paths import ENGINE
from publish.sample_files import sum_up_sample
from publish.site.languages import languages_of, site_address
from publish.site.theme_check import check_theme, overrides_of
from publish.summary import api as summary
from report.lines import entry_keys
from report.load import load_report
from report.model import Report
from report.problems import Problem, ReportError
from report.review.commands import check_article_texts


@dataclass(frozen=True)
class ContentRequest:
    """What is to be read and rendered.

    Attributes:
        root: The project's folder.
        docs: The folder with the page files.
        address: Address of the site from MkDocs' settings; the report's own where it is empty.
        strict: Whether entries must be verified and signed.
        preview: Whether this is `mkdocs serve`: PDFs are made when they are asked for, and pages get marks that become
            links to the entries' lines.
        offline: Whether the pages are to be read without a server; links then name a page's file.
        caches: The folder whose `.cache/` is read and written; the project's own for a build.
        separate_processes: Whether PDFs are made in processes of their own.
        articles: The folder of the articles' texts, if an editor named one.
    """

    root: Path
    docs: Path
    address: str
    strict: bool
    preview: bool = False
    offline: bool = False
    caches: Path | None = None
    separate_processes: bool = True
    articles: Path | None = None

    @property
    def index(self) -> str:
        """Name of a page's file, where links name it; else empty."""
        return INDEX if self.offline else ""

    @property
    def has_cards(self) -> bool:
        """Whether there are share cards, which only a published site needs."""
        return not (self.preview or self.offline)


@dataclass(frozen=True)
class ReportContent:
    """A report that has passed every check.

    Attributes:
        report: The report.
        address: Address of the site, with `/` at its end; empty where it is not known.
        data: The files of the open data, by address below the root of the site.
        pages: Every page in every language.
        pdfs: The annual summary, by name of file.
    """

    report: Report
    address: str
    data: open_data.Files
    pages: list[Page]
    pdfs: open_data.Files


def prepare_content(request: ContentRequest, progress: Callable[[Report], Progress] | None = None) -> ReportContent:
    """Read, check and render a report.

    Args:
        request: What is to be read and rendered.
        progress: Gives what is called after each drawing; charts are then drawn on every core.

    Raises:
        ReportError: With everything that prevents a build.
    """
    use_fonts_of(request.root)
    read = [*(request.root / name for name in ("data", "fonts")), request.docs, overrides_of(request.root)]
    problems: list[Problem] = [*check_links(request.root, read), *check_theme(overrides_of(request.root))]
    caches = request.caches or request.root
    report = _loaded(request, problems)
    if report is None:
        raise ReportError(sum_up_sample(request.root, [*problems, *check_page_files(request.docs)]))
    address = site_address(report, request.address)
    data, pages, pdfs = {}, [], {}
    with _collected(problems, request.root):
        data = dict(open_data.make_files(report, address))
        files = list(read_page_files(report, request.docs, []))  # Rendering reports what is wrong with one.
        problems += [*check_names(report, files), *check_folders(report, files)]
        problems += check_addresses(report, request.docs, files, data)
        if progress:
            draw_all(report, caches / CACHE, progress(report))
    drawable = len(problems)
    in_print: list[Problem] = []
    if not problems and not request.preview:  # Before the pages, which tell the size of each file.
        with _collected(in_print, request.root):
            pdfs = dict(
                summary.make_summaries(report, caches, address, separate_processes=request.separate_processes)
            )
    with _collected(problems, request.root):
        keys = entry_keys(report) if request.preview else {}
        site_context = replace(open_data.site_context(report, data, address, request.index), line_keys=keys)
        site_context = replace(site_context, pdf_sizes={name: len(pdf) for name, pdf in pdfs.items()})
        pages = render_pages(report, request.docs, site_context, cache=caches / CACHE)
        problems += check_pages(report, pages, request.index)
    with _collected(problems, request.root):
        problems += check_files(report, caches / CACHE)
    with _collected(problems, request.root):
        _check_rest(report, address, data, pages)
    if len(problems) == drawable and pages:
        with _collected(problems, request.root):
            problems += check_cards(report, pages, drawn=request.has_cards)
        with _collected(problems, request.root):
            problems += summary.check_summaries(report, caches, address) if request.preview else in_print
    if problems:
        raise ReportError(sum_up_sample(request.root, problems))
    return ReportContent(report, address, data, pages, pdfs)


def _loaded(request: ContentRequest, problems: list[Problem]) -> Report | None:
    with _collected(problems, request.root):
        return load_report(
            request.root,
            strict=request.strict,
            also=lambda report: check_article_texts(report, request.root, request.articles),
        )
    return None


def _check_rest(report: Report, address: str, data: open_data.Files, pages: list[Page]) -> None:
    """Write what templates are given besides the pages, to find what cannot be written."""
    places = {page.address for page in pages}
    for language in languages_of(report):
        edition_words(report, language.code)
        write_cards(report, language.code)
        for place in places:
            linked_data(report, language, place, language.home(address), data)


@contextmanager
def _collected(problems: list[Problem], root: Path) -> Iterator[None]:
    """Add what a step raises to the problems."""
    try:
        yield
    except OSError:
        raise  # A fault of the machine, not of the report.
    except Exception as error:
        problems += find_problems(error, (root.resolve(), ENGINE))
