"""Links from the preview into the editor: each entry that a page shows opens at its line.

Pages of the preview hold a mark with the key of each entry (`macros.view.View.edit_mark`). The preview makes it a
link as it serves the page, so that lines are right after every edit though pages are cached. Published pages have
neither marks nor links.

The environment variable `REPORT_EDITOR` says which editor, since that is a matter of the editor's own computer and
not of the report: a name of `EDITORS`, `none`, or an address with `{path}` and `{line}`.

Belongs here: marks to links. Does not belong here: which line an entry has (`report.lines`).

Example:
    >>> editor_address(EDITORS["vscode"], Path("/home/me/report/data/home.yml"), 4)
    'vscode://file/home/me/report/data/home.yml:4'
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

from markupsafe import Markup

from report.problems import Problem, ReportError

VARIABLE = "REPORT_EDITOR"
EDITORS: Mapping[str, str] = {
    "vscode": "vscode://file/{path}:{line}",
    "vscodium": "vscodium://file/{path}:{line}",
    "cursor": "cursor://file/{path}:{line}",
    "zed": "zed://file/{path}:{line}",
    "idea": "idea://open?file={path}&line={line}",
    "pycharm": "pycharm://open?file={path}&line={line}",
    "sublime": "subl://open?url=file:///{path}&line={line}",
    "none": "",
}
"""Addresses that editors, or a helper installed with them, register with the system."""
_MARK = re.compile(r'<a class="edit-line" data-edit="([^"]*)" title="([^"]*)"></a>')
_LINK = Markup('<a class="edit-line" href="{0}" title="{1}" aria-label="{1}"><span>{2}</span></a>')
# Not in a file of the theme, for published pages shall not carry it.
_STYLE = """<style>
a.edit-line { position: relative; display: inline-block; margin: 0 .2em; font-size: .8rem; font-weight: 400;
  line-height: 1; text-decoration: none !important; border: 0 !important; opacity: .6; }
a.edit-line::before { content: "\\270e"; }
a.edit-line:is(:hover, :focus-visible) { opacity: 1; }
a.edit-line > span { display: none !important; position: absolute; z-index: 9; top: 1.2em; left: 0; padding: .2em .5em;
  font: .7rem/1.4 ui-monospace, monospace; white-space: nowrap; color: #fff; background: #222; border-radius: .2em; }
a.edit-line:is(:hover, :focus-visible) > span { display: block !important; }
@media print { a.edit-line { display: none !important; } }
</style></head>"""

Lines = Mapping[str, tuple[str, int]]
Application = Callable[..., Iterable[bytes]]


def editor_setting() -> str:
    """The address of the editor as `REPORT_EDITOR` gives it; empty where no links are wanted.

    Raises:
        ReportError: It is no known name, nor an address with `{path}` in it.
    """
    given = os.environ.get(VARIABLE, "").strip() or "vscode"
    if given not in EDITORS and not re.match(r"(?!javascript:|data:)[a-z][a-z0-9+.-]*:.*\{path\}", given):
        raise ReportError([Problem(VARIABLE, 0, "", "editor-setting", {"value": given, "known": ", ".join(EDITORS)})])
    return EDITORS.get(given, given)


def editor_address(template: str, file: Path, line: int) -> str:
    """The address that opens a file at a line.

    Args:
        template: With `{path}` and `{line}`; a `/` before the path is written once.
        file: The absolute path.
        line: From 1; 0 where the whole file is meant.
    """
    path = quote(file.as_posix().lstrip("/"), safe="/:")
    if not template.partition("{path}")[0].endswith("/"):
        path = path if re.match(r"[A-Za-z]:", path) else f"/{path}"
    return template.replace("{path}", path).replace("{line}", str(line or 1))


def with_editor_links(html: str, lines: Lines, root: Path, template: str) -> str:
    """A page of the preview with its marks made links; without the marks where no editor is wanted.

    Args:
        html: The page.
        lines: File and line by the key of an entry.
        root: The project's folder.
        template: Address of the editor; empty for none.
    """

    def link(found: re.Match[str]) -> str:
        file, line = lines.get(Markup(found[1]).unescape(), ("", 0))
        if not (file and template):
            return ""
        place = f"{file}:{line}"
        title = f"{Markup(found[2]).unescape()} {place}"
        return str(_LINK.format(editor_address(template, root.resolve() / file, line), title, place))

    linked, count = _MARK.subn(link, html)
    return linked.replace("</head>", _STYLE, 1) if count and template else linked


def serve_with_editor_links(application: Application, root: Path, state: Callable[[], Any]) -> Application:
    """The preview's application, with links into the editor in every page that it serves.

    Args:
        application: The preview's own.
        root: The project's folder.
        state: Gives the state of the last build; `None` before the first and after one that failed.
    """

    def answer(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        started: list[Any] = []
        body = application(environ, lambda *response: started.extend(response))
        status, headers = started[:2]
        if (built := state()) and dict(headers).get("Content-Type") == "text/html":
            html = b"".join(body).decode("utf-8", "surrogateescape")
            linked = with_editor_links(html, built.content.lines, root, editor_setting())
            content = linked.encode("utf-8", "surrogateescape")
            headers = [(k, v) for k, v in headers if k != "Content-Length"] + [("Content-Length", str(len(content)))]
            body = [content]
        start_response(status, headers, *started[2:])
        return body

    return answer
