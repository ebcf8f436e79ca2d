"""The preview that does not die: what is wrong stands in the browser until it is mended.

`mkdocs serve` ends when its first build fails, and holds every request back after a later one fails.
Here a failed build writes a page that says what is wrong over every page there is, and counts as done,
so MkDocs reloads the browser; the next good build replaces these pages.

Belongs here: catching what a build raises, and what is said of it. Does not belong here: the wording of
problems (`report.problems`), the page's own words (`report/words/interface.yml`, keys `preview.*`).
"""

from __future__ import annotations

import functools
import logging
import os
import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jinja2
from mkdocs.commands import serve
from mkdocs.commands.build import build
from mkdocs.commands.build import log as build_log
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.livereload import LiveReloadServer
from mkdocs.utils import DuplicateFilter

from publish.failures import error_chain, find_problems
from report.problems import Problem
from report.words import interface

ROOT = Path(__file__).resolve().parent.parent.parent
PAGES = ("index.html", "en/index.html")  # What a reader of the preview opens first, built or not.
log = logging.getLogger("mkdocs.preview")  # MkDocs shows what is logged below its own name.

_known: set[Path] = set()  # Pages of the last good build: a build that fails late has emptied the folder.


@dataclass(frozen=True)
class Trouble:
    """One thing that keeps the pages from being built; empty where nothing is known.

    Attributes:
        file: Path below the project's root.
        line: Line in it, from 1; 0 where the whole file is meant.
        message: What is wrong.
        path: Where in the file.
        expected: What should stand there.
        got: What stands there.
        hint_zh: What to do, in Chinese.
        hint_en: What to do, in English.
    """

    file: str
    line: int
    message: str
    path: str = ""
    expected: str = ""
    got: str = ""
    hint_zh: str = ""
    hint_en: str = ""


def guard_first_build() -> None:
    """Keep the first build of `mkdocs serve` from ending it.

    MkDocs has no event for that, so its own function is wrapped; `guard_rebuilds` covers the later
    ones by the server's attribute for it.
    """
    # Once: from the first build on, this preview is what is served there. Edited code is read again, and comes by here.
    to_check = [] if hasattr(vars(serve)["build"], "__wrapped__") else [check_address]

    @functools.wraps(build)
    def guarded(config: MkDocsConfig, **options: Any) -> None:
        while to_check:
            to_check.pop()(*config.dev_addr)
        _guarded(lambda: build(config, **options), Path(config.site_dir))

    vars(serve)["build"] = guarded


def check_address(host: str, port: int) -> None:
    """See, before a build of seconds, that the preview can be served where it is asked for.

    Raises:
        Abort: Something else is served there, or the system does not let anything be.
    """
    try:
        # As MkDocs' server does, which takes over what another process has only just let go.
        socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET).close()
    except OSError as error:
        values = {"port": str(port), "why": os.strerror(error.errno) if error.errno else str(error)}
        raise Abort(Problem("mkdocs serve", 0, "", "port-taken", values).render()) from None


def guard_rebuilds(server: LiveReloadServer) -> LiveReloadServer:
    """Keep a later build from blocking the preview, also when `mkdocs.yml` itself cannot be read."""
    builder = server.builder
    server.builder = lambda: _guarded(builder, Path(server.root))
    return server


def _guarded(build: Callable[[], None], site: Path) -> None:
    _forget_told()
    logged = _Errors(logging.ERROR)
    logger = logging.getLogger("mkdocs")
    logger.addHandler(logged)
    try:
        build()
    except (Exception, Abort) as error:  # Abort is no Exception: it is how MkDocs ends a command.
        troubles = find_troubles(error, logged.messages)
        for trouble in troubles:
            if trouble.message not in "\n".join(logged.messages):
                log.error(f"{trouble.file}:{trouble.line}: {trouble.message}")
        write_error_pages(site, troubles)
    else:
        _known.update(site.rglob("*.html"))
    finally:
        logger.removeHandler(logged)


def _forget_told() -> None:
    """Let a message be told again: MkDocs drops repeats, but the same slip made twice is no repeat."""
    for known in build_log.filters:
        if isinstance(known, DuplicateFilter):
            known.msgs.clear()


class _Errors(logging.Handler):
    """What MkDocs says on the terminal: of a wrong setting, its exception does not tell which."""

    def __init__(self, level: int) -> None:
        super().__init__(level)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


def find_troubles(error: BaseException, logged: Sequence[str] = ()) -> list[Trouble]:
    """What an error says, traced to a file and a line of the project.

    Args:
        error: What a build raised.
        logged: Errors that MkDocs printed meanwhile.
    """
    chain = list(error_chain(error))
    if isinstance(chain[-1], MkDocsException) and not any(getattr(each, "problems", None) for each in chain):
        return [Trouble("mkdocs.yml", 0, "\n".join(logged) or str(chain[-1]))]
    return [_from_problem(problem) for problem in find_problems(error, (ROOT, Path.cwd()))]


def write_error_pages(site: Path, troubles: list[Trouble]) -> None:
    """Write what is wrong over every page of a built site, and where a page might be asked for."""
    content = error_page(troubles)
    for page in {*_known, *site.rglob("*.html"), *(site / name for name in PAGES)}:
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(content, encoding="utf-8")
    # MkDocs adds no script to the page it shows for an unknown address, so that page reloads itself.
    (site / "404.html").write_text(error_page(troubles, reload_seconds=2), encoding="utf-8")


def error_page(troubles: list[Trouble], reload_seconds: int = 0) -> str:
    """The page that stands in the browser while the pages cannot be built.

    Args:
        troubles: What is wrong.
        reload_seconds: After how long the page reloads itself; 0 where MkDocs reloads it.
    """
    loader = jinja2.FileSystemLoader(Path(__file__).parent)
    env = jinja2.Environment(loader=loader, autoescape=True, undefined=jinja2.StrictUndefined)
    template = env.get_template("preview.jinja")
    return template.render(troubles=troubles, words=interface(), reload_seconds=reload_seconds)


def _from_problem(problem: Any) -> Trouble:
    return Trouble(
        file=problem.file,
        line=problem.line,
        message=problem.message,
        path=problem.path,
        expected=problem.expected,
        got=problem.got,
        hint_zh=problem.hint_zh,
        hint_en=problem.hint_en,
    )
