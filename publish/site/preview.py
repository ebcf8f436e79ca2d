"""Error handling in `mkdocs serve`: the preview goes on after a failed build, and shows its problems in the browser.

`mkdocs serve` ends when its first build fails, and answers no request after a later one fails.
Here a failed build replaces every page by one that shows the problems, and counts as done, so MkDocs reloads
the browser; the next good build replaces these pages.

Belongs here: catching the error of a build, and showing it. Does not belong here: the wording of
problems (`report.problems`), the page's own words (`report/words/interface.yml`, keys `preview.*`).
"""

from __future__ import annotations

import functools
import logging
import os
import socket
from collections.abc import Callable, Sequence
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

from languages import TRANSLATION, pair
from publish.failures import error_chain, find_problems
from publish.site.editor_links import editor_address, editor_setting
from publish.site.mkdocs_log import logged_messages
from report.problems import Problem, ReportError
from report.words import interface
from report.words.forms import message_folders, message_form

ROOT = Path(__file__).resolve().parent.parent.parent
ALWAYS = "index.html"  # Written even when it has never been built; any other address shows the page for an unknown one.
log = logging.getLogger("mkdocs.preview")  # MkDocs prints what is logged below its own name.

_known: set[Path] = set()  # Pages of the last good build: one that fails late has emptied the folder.


def show_first_build_errors() -> None:
    """Show the errors of the first build of `mkdocs serve` instead of ending it.

    MkDocs has no event for that, so its own function is wrapped; `show_rebuild_errors` covers the later
    ones by the server's attribute for it.
    """
    # Once: after the first build the port is this preview's own. This function runs again when code is loaded again.
    to_check = [] if hasattr(vars(serve)["build"], "__wrapped__") else [check_address]

    @functools.wraps(build)
    def build_or_show_errors(config: MkDocsConfig, **options: Any) -> None:
        while to_check:
            to_check.pop()(*config.dev_addr)
            _check_editor()
        _build_or_show_errors(lambda: build(config, **options), Path(config.site_dir))

    vars(serve)["build"] = build_or_show_errors


def check_address(host: str, port: int) -> None:
    """Check, before a build of seconds, that the preview can be served at its address.

    Raises:
        Abort: The port is in use, or the system does not allow it.
    """
    try:
        # As MkDocs' server does, which can reuse a port that another process has just released.
        socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET).close()
    except OSError as error:
        values = {"port": str(port), "why": os.strerror(error.errno) if error.errno else str(error)}
        raise Abort(Problem("mkdocs serve", 0, "", "port-taken", values).render()) from None


def _check_editor() -> None:
    """Check the setting of the editor, which is the same for all builds.

    Raises:
        Abort: It is not one.
    """
    try:
        editor_setting()
    except ReportError as error:
        raise Abort(error.problems[0].render()) from None


def show_rebuild_errors(server: LiveReloadServer) -> LiveReloadServer:
    """Show the errors of later builds, also when `mkdocs.yml` itself cannot be read."""
    builder = server.builder
    server.builder = lambda: _build_or_show_errors(builder, Path(server.root))
    return server


def _build_or_show_errors(build: Callable[[], None], site: Path) -> None:
    _reset_duplicate_filter()
    with logged_messages() as messages:
        try:
            build()
        except (Exception, Abort) as error:  # Abort is no Exception.
            logged = messages[logging.ERROR]
            problems = build_problems(error, logged)
            for problem in problems:
                if problem.message not in "\n".join(logged):
                    log.error(f"{problem.file}:{problem.line}: {problem.message}")
            write_error_pages(site, problems)
        else:
            _known.update(site.rglob("*.html"))


def _reset_duplicate_filter() -> None:
    """Make MkDocs log a message again, which it logs once only, when a later build has the same problem."""
    for known in build_log.filters:
        if isinstance(known, DuplicateFilter):
            known.msgs.clear()


def build_problems(error: BaseException, logged: Sequence[str] = ()) -> list[Problem]:
    """An error as problems, each with a file and a line of the project.

    Args:
        error: What a build raised.
        logged: Errors that MkDocs printed meanwhile.
    """
    chain = list(error_chain(error))
    if isinstance(chain[-1], MkDocsException) and not any(getattr(each, "problems", None) for each in chain):
        return [Problem("mkdocs.yml", 0, "", "broken", {"why": "\n".join(logged) or str(chain[-1])})]
    return find_problems(error, (ROOT, Path.cwd()))


def write_error_pages(site: Path, problems: Sequence[Problem]) -> None:
    """Replace every page of a built site, and the one opened first, by the page of problems."""
    content = error_page(problems)
    for page in {*_known, *site.rglob("*.html"), site / ALWAYS}:
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(content, encoding="utf-8")
    # MkDocs adds no script to the page it shows for an unknown address, so that page reloads itself.
    (site / "404.html").write_text(error_page(problems, reload_seconds=2), encoding="utf-8")


def error_page(problems: Sequence[Problem], reload_seconds: int = 0) -> str:
    """The page shown while the site cannot be built.

    Args:
        problems: What is wrong.
        reload_seconds: After how long the page reloads itself; 0 where MkDocs reloads it.
    """
    loader = jinja2.FileSystemLoader(Path(__file__).parent)
    env = jinja2.Environment(loader=loader, autoescape=True, undefined=jinja2.StrictUndefined)
    template = env.get_template("preview.jinja")
    forms = {"original": message_form(), "translation": pair({})[TRANSLATION]}
    linked = [(problem, _editor_link(problem.file, problem.line)) for problem in problems]
    words = interface(message_folders())
    return template.render(problems=linked, words=words, reload_seconds=reload_seconds, **forms)


def _editor_link(file: str, line: int) -> str:
    """The address that opens a line; empty where no editor is wanted, or the file is not there."""
    template = editor_setting()
    path = next((folder / file for folder in (Path.cwd(), ROOT) if (folder / file).is_file()), None)
    return editor_address(template, path, line) if template and path else ""
