"""The annual summary as PDF, in both languages, whole and as a hand-out of two pages.

Finished files are kept by what they were made from, so that a build in which nothing has changed does not
even import Typst. In the preview they are made when they are asked for, not at each save.

Belongs here: which files there are, the cache, the preview, the command. Does not belong here: what stands in
them (`summary_document`), how they look (`summary.typ`), how they are made (`summary_pdf`).

Example::

    python -m publish.summary pdf    # the four files into the folder pdf/
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from importlib.metadata import version
from pathlib import Path, PurePosixPath
from typing import Any

from charts.cache import package_hash
from macros.pages import CACHE as CHARTS
from publish.summary_checks import HAND_OUT, check_document, check_report, refused, too_long
from publish.summary_document import documents, view_of
from report.load import load_report
from report.model import LANGUAGES, Report
from report.problems import Problem, ReportError, unusable

FOLDER = "downloads"
"""Where the files stand on the site, below its root."""
CACHE = Path(".cache/summary")
MADE_BY = ("typst", "pikepdf", "segno", "pyphen")
"""Packages that a file depends on, by version."""

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


def names() -> list[str]:
    """The names of the files."""
    return [f"annual-summary-{language}{end}.pdf" for language in LANGUAGES for end in ("", "-2pages")]


def make_summaries(report: Report, root: Path, address: str) -> Iterator[tuple[str, bytes]]:
    """Every file, under its name.

    Args:
        report: A report that has passed its checks.
        root: The project's folder, for the caches.
        address: Where the site stands; empty where nobody knows.

    Raises:
        ReportError: With everything that keeps a file from being made.
    """
    problems: list[Problem] = list(check_report(report))
    made: list[tuple[str, bytes]] = []
    for language in LANGUAGES:
        for end, document in documents(view_of(report, language, root / CHARTS), _root(address)).items():
            try:
                made.append((f"annual-summary-{language}{end}.pdf", _kept(report, document, root / CACHE)))
            except ReportError as error:
                problems += error.problems
    if problems:
        raise ReportError(problems)
    yield from made


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


def _kept(report: Report, document: dict[str, Any], folder: Path) -> bytes:
    """A file from the cache, or made now and kept."""
    key = hashlib.sha256(json.dumps([document, _made_by()], sort_keys=True).encode()).hexdigest()
    file = folder / f"{key}.pdf"
    if file.is_file() and (content := file.read_bytes()).endswith(b"%%EOF\n"):
        return content
    if problems := list(check_document(report, document)):
        raise ReportError(problems)
    from publish.summary_pdf import count_pages, make_pdf  # Imports Typst where it sets a file.

    try:
        content = make_pdf(document, report.edition.published)
    except RuntimeError as error:
        raise ReportError([refused(document, error)]) from error
    if not document["cover"] and (pages := count_pages(content)) != HAND_OUT:
        raise ReportError([too_long(document, pages)])
    folder.mkdir(parents=True, exist_ok=True)
    new = file.with_suffix(f".{os.getpid()}")
    new.write_bytes(content)
    new.replace(file)
    return content


@cache
def _made_by() -> list[str]:
    """What a file depends on besides its document: template, code, fonts, packages."""
    code = sorted(Path(__file__).parent.glob("summary*"))
    hashes = [hashlib.sha256(path.read_bytes()).hexdigest() for path in code if path.is_file()]
    return [*hashes, package_hash(), *(f"{name} {version(name)}" for name in MADE_BY)]


def main(arguments: list[str]) -> int:
    """Write the files into the folder that is named."""
    root = Path.cwd()
    try:
        report = load_report(root)
        address = os.environ.get("SITE_URL") or report.edition.site.address or ""
        write(dict(make_summaries(report, root, address)), Path(arguments[0]))
    except ReportError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    except OSError as error:
        sys.stderr.write(f"{unusable(error, arguments[0]).render()}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
