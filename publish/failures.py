"""Unexpected errors as problems with file and line, so that no command ends in a traceback.

Belongs here: tracing errors of templates, settings and code to a place in the project. Does not belong here: the
messages of MkDocs (`publish.site.preview`), problems that the checks find themselves.
"""

from __future__ import annotations

import re
import traceback
from collections.abc import Iterator, Sequence
from pathlib import Path

import jinja2

from publish.paths import ENGINE
from report.problems import Problem

_TYPST = re.compile(r"^error: (.+)\n +\u250c\u2500 .+?:(\d+):\d+$", re.MULTILINE)  # The first error.


def find_problems(error: BaseException, roots: Sequence[Path] = ()) -> list[Problem]:
    """An error as problems, each with the file and line of the project that it comes from.

    Args:
        error: What was raised.
        roots: Folders below which messages name files; the tool's and the current one where none is given.
    """
    roots = roots or (ENGINE, Path.cwd())
    for cause in error_chain(error):
        # Not by class: once edited code is loaded again, the class is another one of the same name.
        problems = getattr(cause, "problems", None)
        if problems:
            return list(problems)
    cause = list(error_chain(error))[-1]
    mark = getattr(cause, "problem_mark", None)  # Of an error in mkdocs.yml, which MkDocs reads with PyYAML.
    if mark:
        return [_broken(below_root(mark.name, roots), mark.line + 1, getattr(cause, "problem", ""))]
    frames = [frame for frame in traceback.extract_tb(cause.__traceback__) if _is_ours(frame.filename, roots)]
    file, line = (below_root(frames[-1].filename, roots), frames[-1].lineno or 0) if frames else ("mkdocs.yml", 0)
    match cause:
        case jinja2.TemplateSyntaxError():
            return [_broken(below_root(cause.filename or cause.name or "", roots), cause.lineno, cause.message or "")]
        case jinja2.TemplateNotFound():
            return [Problem(file, line, "", "template-missing", {"name": f"{cause.name}"})]
        case SyntaxError():
            return [_broken(below_root(cause.filename or "", roots), cause.lineno or 0, cause.msg)]
    return [_broken(file, line, f"{type(cause).__name__}: {cause}")]


def typst_problem(error: Exception, template: str, path: str, code: str) -> Problem:
    """A problem for a template that Typst refuses, with Typst's message and line.

    Args:
        error: As Typst raised it.
        template: The template as messages name it.
        path: The document.
        code: Key of the wording.
    """
    message = getattr(error, "diagnostic", None) or str(error)
    found = _TYPST.search(message)
    return Problem(template, int(found[2]) if found else 0, path, code, {"why": found[1] if found else message})


def error_chain(error: BaseException) -> Iterator[BaseException]:
    """An error and its causes, the last one raised first."""
    current: BaseException | None = error
    while current is not None:
        yield current
        current = current.__cause__ or current.__context__


def below_root(file: str, roots: Sequence[Path]) -> str:
    """A file as messages name it."""
    path = _below(file, roots)
    return path.as_posix() if path else Path(file).name


def _broken(file: str, line: int, why: str) -> Problem:
    return Problem(file, line, "", "broken", {"why": why})


def _is_ours(file: str, roots: Sequence[Path]) -> bool:
    path = _below(file, roots)
    return path is not None and not any(part.startswith(".") for part in path.parts)


def _below(file: str, roots: Sequence[Path]) -> Path | None:
    path = Path(file).resolve()
    return next((path.relative_to(root) for root in roots if path.is_relative_to(root)), None)
