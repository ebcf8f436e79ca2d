"""The annual summary as PDF, in both languages, whole and as a hand-out of two pages.

Files are cached, so that a build in which nothing has changed does not even import Typst. In the preview they are made
when they are asked for, not at each save.

Belongs here: which files there are, the cache, the preview, the command. Does not belong here: what stands in
them (`summary_document`), how they look (`summary.typ`), how they are made (`summary_pdf`).

Example::

    report pdf pdf    # the four files into the folder pdf/
"""

from __future__ import annotations

import functools
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from importlib.metadata import version
from itertools import chain, groupby
from multiprocessing import get_context
from pathlib import Path, PurePosixPath
from typing import Any

from cache.fingerprint import file_digests, fingerprint
from cache.store import Cache
from charts.inputs import package_fingerprint
from macros.pages import CACHE
from publish.failures import find_problems
from publish.summary.checks import HAND_OUT, check_document, check_report, refused, too_long
from publish.summary.document import documents, view_of
from publish.summary.document_types import Document
from publish.summary.pdf import make_pdfs
from report.load import load_report, todo_problems
from report.model import LANGUAGES, Language, Report
from report.problems import Problem, ReportError, os_error_problem

FOLDER = "downloads"
"""Where the files stand on the site, below its root."""
CACHE_KIND = "summary"
TYPESETTERS = ("typst", "pikepdf", "segno", "pyphen")
"""Packages that a file depends on, by version."""

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


def names(*languages: Language) -> list[str]:
    """The names of the files, of some languages or of all."""
    return [f"annual-summary-{language}{end}.pdf" for language in languages or LANGUAGES for end in ("", "-2pages")]


def make_summaries(
    report: Report, root: Path, address: str, *, apart: bool = True
) -> Iterator[tuple[str, bytes]]:
    """Every file, under its name.

    Args:
        report: A report that has passed its checks.
        root: The project's folder, for the cache.
        address: Where the site stands; empty where nobody knows.
        apart: Whether each language is set in a process of its own, which takes its memory with it.

    Raises:
        ReportError: With everything that keeps a file from being made.
    """
    problems: list[Problem] = list(check_report(report))
    wanted = {
        f"annual-summary-{language}{end}.pdf": document
        for language in LANGUAGES
        for end, document in documents(view_of(report, language, root / CACHE), _root(address)).items()
    }
    cache = Cache(root / CACHE, CACHE_KIND)
    keys = {name: fingerprint(_inputs(), document) for name, document in wanted.items()}
    files = {name: cache.get(key) for name, key in keys.items()}
    missing = []
    for name, document in wanted.items():
        if files[name] is None:
            wrong = list(check_document(report, document))
            problems += wrong
            missing += [] if wrong else [(name, document)]
    finished = _set_all(report, [document for _, document in missing], apart=apart)
    for (name, _), made in zip(missing, finished, strict=True):
        if isinstance(made, Problem):
            problems.append(made)
        else:
            files[name] = made
            cache.put(keys[name], made)
    if problems:
        raise ReportError(problems)
    yield from ((name, content) for name, content in files.items() if content is not None)


def write(files: Mapping[str, bytes], folder: Path) -> None:
    """Write files into a folder, which is made if there is something to write."""
    for name, content in files.items():
        folder.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)


def on_request(application: Application, root: Path, folder: Path, site: Callable[[], Any]) -> Application:
    """A preview that makes the files when one of them is asked for.

    Args:
        application: The preview's own.
        root: The project's folder.
        folder: The folder that the preview serves; each build empties it.
        site: The build as it now stands, with its `report`; nothing while there is none.
    """

    def answer(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        path = PurePosixPath(str(environ.get("PATH_INFO", "")))
        asked = path.parent.name == FOLDER and path.name in names() and not (folder / FOLDER / path.name).exists()
        if asked and (built := site()):
            try:
                address = built.report.edition.site.address or ""
                write(dict(make_summaries(built.report, root, address)), folder / FOLDER)
            except Exception as error:  # Also a `ReportError` from before the code was read again.
                start_response("500 Internal Server Error", [("Content-Type", "text/plain; charset=utf-8")])
                return [str(error).encode()]
        return application(environ, start_response)

    return answer


def _root(address: str) -> str:
    return address.rstrip("/") + "/" if address else ""


def _set_all(report: Report, wanted: Sequence[Document], *, apart: bool) -> list[bytes | Problem]:
    """Files, those of a language in a process of their own: Typst's memory, half a gigabyte, goes with it."""
    if not wanted:
        return []
    together = [list(group) for _, group in groupby(wanted, lambda document: document["language"])]
    if apart:
        workers = min(os.cpu_count() or 1, len(together))
        # `spawn`, so that nothing of this process is in the others: its threads, its open files, its memory.
        with ProcessPoolExecutor(workers, mp_context=get_context("spawn"), max_tasks_per_child=1) as pool:
            waiting = [pool.submit(make_pdfs, some, report.edition.published) for some in together]
        finished = [each.result() for each in waiting]
    else:
        finished = [make_pdfs(some, report.edition.published) for some in together]
    made: list[bytes | Problem] = []
    for document, each in zip(wanted, chain.from_iterable(finished), strict=True):
        if isinstance(each, RuntimeError):
            made.append(refused(document, each))
            continue
        content, pages = each
        made.append(too_long(document, pages) if not document["cover"] and pages != HAND_OUT else content)
    return made


@functools.cache
def _inputs() -> str:
    """What a file depends on besides its document: template, code, fonts, packages."""
    versions = {name: version(name) for name in TYPESETTERS}
    return fingerprint(file_digests([Path(__file__).parent]), package_fingerprint(), versions)


def write_summaries(root: Path, folder: Path) -> int:
    """Write the files, or say why there are none.

    What nobody has signed yet may be read as a draft; what nobody has written yet may not.

    Returns:
        0 when they are there, 1 when they are not.
    """
    try:
        report = load_report(root)
        if unfilled := list(todo_problems(root, report)):
            raise ReportError(unfilled)
        address = os.environ.get("SITE_URL") or report.edition.site.address or ""
        write(dict(make_summaries(report, root, address)), folder)
    except ReportError as error:
        sys.stderr.write(f"{error}\n")
    except OSError as error:
        sys.stderr.write(f"{os_error_problem(error, str(folder)).render()}\n")
    except Exception as error:  # Of a template, for example, anything may come.
        sys.stderr.write(f"{ReportError(find_problems(error)).render()}\n")
    else:
        return 0
    return 1
