"""The annual summary as PDF, in both languages: in full, as a hand-out of two pages, and its annex.

Files are cached, so that a build in which nothing has changed does not import Typst. In the preview they are made
on request, not at each save.

Belongs here: which files there are, the cache, the preview, the command. Does not belong here: their contents
(`document`), their layout (`summary.typ`), how they are made (`pdf`).

Example::

    report pdf pdf    # the six files into the folder pdf/
"""

from __future__ import annotations

import functools
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib.metadata import version
from itertools import chain, groupby
from pathlib import Path, PurePosixPath
from typing import Any

from cache.fingerprint import file_digests, fingerprint
from cache.store import Cache
from charts.inputs import drawing_fingerprint, use_fonts_of
from charts.workers import workers
from languages import TRANSLATION
from macros.pages import CACHE
from publish.site.languages import site_address
from publish.summary.checks import HAND_OUT, check_document, check_report, page_limit_problem, texts, typst_refusal
from publish.summary.document import documents, view_of
from publish.summary.document_types import Document
from publish.summary.hand_out import HandOutSummary
from publish.summary.pdf import make_pdfs
from report.load import load_report, todo_problems
from report.model import LANGUAGES, Language, Report
from report.problems import Problem, ReportError
from report.write_files import write_files

FOLDER = "downloads"
"""Folder of the files on the site, below its root."""
ENDS = ("", "-2pages", "-annex")
"""How the names of a language's files end: the summary, the hand-out, the annex."""
CACHE_KIND = "summary"
TYPESETTERS = ("typst", "pikepdf", "segno", "pyphen")
"""Packages that a file depends on, by version."""

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


def file_names(*languages: Language) -> list[str]:
    """The names of the files, of some languages or of all."""
    return [f"annual-summary-{language}{end}.pdf" for language in languages or LANGUAGES for end in ENDS]


def make_summaries(
    report: Report, root: Path, address: str, *, separate_processes: bool = True
) -> Iterator[tuple[str, bytes]]:
    """Every file, under its name.

    Args:
        report: A report that has passed its checks.
        root: The project's folder, for the cache.
        address: Address of the site, with `/` at its end; empty where it is not known.
        separate_processes: Whether each language is made in a process of its own, whose memory is freed at its end.

    Raises:
        ReportError: With everything that prevents a file.
    """
    problems: list[Problem] = list(check_report(report))
    wanted = {
        f"annual-summary-{language}{end}.pdf": document
        for language in LANGUAGES
        for end, document in documents(view_of(report, language, root / CACHE), address).items()
    }
    cache = Cache(root / CACHE, CACHE_KIND)
    keys = {name: fingerprint(_inputs(), document) for name, document in wanted.items()}
    files = {name: cache.get(key) for name, key in keys.items()}
    missing = []
    for name, document in wanted.items():
        if files[name] is None:
            found = list(check_document(report, document, document["language"]))
            problems += found
            missing += [] if found else [(name, document)]
    results = _typeset_all(report, [document for _, document in missing], separate_processes=separate_processes)
    for (name, _), result in zip(missing, results, strict=True):
        if isinstance(result, Problem):
            problems.append(result)
        else:
            files[name] = result
            cache.put(keys[name], result)
    if problems:
        raise ReportError(problems)
    yield from ((name, content) for name, content in files.items() if content is not None)


def check_summaries(report: Report, root: Path, address: str) -> Iterator[Problem]:
    """What prevents a file, for the preview, which makes them on request.

    The whole summary is built only where the data have a character that no font has: else each save would take a second
    more. The hand-out, whose pages are limited, is typeset in a tenth of one.
    """
    from charts.fonts import missing_glyphs  # Imports matplotlib, which reads the fonts.

    problems = list(check_report(report))
    written = {text for placed in report.placed for _, text in texts(placed.tree, placed.path)}
    views = [view_of(report, language, root / CACHE) for language in LANGUAGES]
    if missing_glyphs("".join(written).replace("\n", ""), report.languages[TRANSLATION]):
        for view in views:
            for document in documents(view, address).values():
                problems += check_document(report, document, view.language)
    yield from problems
    if not problems:
        cache = Cache(root / CACHE, CACHE_KIND)
        wanted = [HandOutSummary(view, address).whole() for view in views]
        keys = [fingerprint(_inputs(), document) for document in wanted]
        new = [(key, document) for key, document in zip(keys, wanted, strict=True) if cache.get(key) is None]
        results = _typeset_all(report, [document for _, document in new], separate_processes=False)
        for (key, _), result in zip(new, results, strict=True):
            if isinstance(result, Problem):
                yield result
            else:
                cache.put(key, result)


def serve_on_request(application: Application, root: Path, folder: Path, state: Callable[[], Any]) -> Application:
    """The preview's application, which makes the files when one of them is requested.

    Args:
        application: The preview's own.
        root: The project's folder.
        folder: The folder that the preview serves; each build empties it.
        state: Gives the state of the last build, with its `report`; `None` before the first.
    """

    def answer(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        path = PurePosixPath(str(environ.get("PATH_INFO", "")))
        requested = (
            path.parent.name == FOLDER and path.name in file_names() and not (folder / FOLDER / path.name).exists()
        )
        if requested and (built := state()):
            try:
                files = dict(make_summaries(built.report, root, site_address(built.report, "")))
                write_files(folder / FOLDER, files)
            except Exception as error:  # Also a `ReportError` of code that has since been loaded again.
                start_response("500 Internal Server Error", [("Content-Type", "text/plain; charset=utf-8")])
                return [str(error).encode()]
        return application(environ, start_response)

    return answer


def _typeset_all(report: Report, wanted: Sequence[Document], *, separate_processes: bool) -> list[bytes | Problem]:
    """Make files, those of a language in a process of their own, which frees Typst's half gigabyte at its end."""
    if not wanted:
        return []
    by_language = [list(group) for _, group in groupby(wanted, lambda document: document["language"])]
    if separate_processes:
        with workers(min(os.cpu_count() or 1, len(by_language)), tasks_each=1) as pool:
            futures = [pool.submit(make_pdfs, some, report.edition.published) for some in by_language]
        batches = [each.result() for each in futures]
    else:
        batches = [make_pdfs(some, report.edition.published) for some in by_language]
    results: list[bytes | Problem] = []
    for document, each in zip(wanted, chain.from_iterable(batches), strict=True):
        if isinstance(each, RuntimeError):
            results.append(typst_refusal(document, each))
            continue
        content, pages = each
        too_long = document["form"] == "hand-out" and pages > HAND_OUT
        results.append(page_limit_problem(document, pages) if too_long else content)
    return results


@functools.cache
def _inputs() -> str:
    """What a file depends on besides its document: template, code, fonts, packages."""
    versions = {name: version(name) for name in TYPESETTERS}
    return fingerprint(file_digests([Path(__file__).parent]), drawing_fingerprint(), versions)


def write_summaries(root: Path, folder: Path) -> None:
    """Write the files; entries may be unsigned, as in a draft, but no value may be missing.

    Raises:
        ReportError: The report has problems; nothing is written.
        OSError: A file cannot be written.
    """
    use_fonts_of(root)
    report = load_report(root)
    if missing := list(todo_problems(root, report)):
        raise ReportError(missing)
    address = site_address(report, os.environ.get("SITE_URL", ""))
    write_files(folder, dict(make_summaries(report, root, address)))
