"""Loading a report: read every file of a folder, validate and check it, or raise all problems.

Belongs here: reading and validating files. Does not belong here: which files a report has (`file_kinds`), what a YAML
text may hold (`yaml.reader`), wording (`validation_errors`), checks across entries (`validate`).

Example:
    >>> load_report(Path("."))  # doctest: +SKIP
    Report(edition=Edition(edition='2026', ...
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Set
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from report.data_files import data_files, misplaced_files, read_bytes
from report.file_kinds import FILE_KINDS, FileKind
from report.inheritance import CONSEQUENCES, Heritage, complete, heritage, name_missing
from report.model import Placed, Report
from report.problems import MAX_PROBLEMS, Problem, ReportError
from report.text_files import conflict_problems, decode
from report.todo_marks import find_todos
from report.validate import check
from report.validate.ledger import check_open_entries
from report.validate.reviews import changed_settings, check_stale_translations, open_reviews
from report.validation_errors import validation_problems
from report.words import messages
from report.words.forms import form_named_in, use_form
from report.yaml.reader import Steps, Tree, read_tree

_ABOUT_PLACES = re.compile(r"\b(?:stated|quote|measure|sources|evidence|sentences)\b")
_BASE = ("edition", "units", "indicators")  # What figures inherit from, and are read by.
_OF_FIGURES = {"indicators"}  # The file may be absent too while there are no figures.

Base = tuple[Placed, ...]
"""Entries of earlier files, of which those of another may inherit."""


def load_report(
    root: Path,
    *,
    strict: bool = False,
    to_review: bool = False,
    also: Callable[[Report], Iterable[Problem]] = lambda report: (),
) -> Report:
    """Read and check the report in `root/data`.

    Args:
        root: The project's folder.
        strict: Whether entries must be verified and signed too, where the edition requires it.
        to_review: Whether it is read to be reviewed, so that a stale translation is no problem yet.
        also: A further check, one that needs more than the data, so that all problems come in one list.

    Returns:
        A report that has passed every check.

    Raises:
        ReportError: With every problem found; where a file fails validation, later checks do not
            run, so that no problem only follows from another.
    """
    report, problems = read_report(root)
    use_form(report.edition.languages.zh if report else form_named_in(root))
    if report is not None:
        found = check(report)
        problems += [*found, *_independent_problems(also(report), found)]
        problems += [] if to_review else check_stale_translations(report)
        todos = list(todo_problems(root, report)) if strict else []
        problems += todos
        if strict and not todos and report.edition.verification == "required":
            problems += open_reviews(report)  # What is still to be written cannot have been reviewed.
        elif strict and report.reviews:
            problems += changed_settings(report)
    if problems or report is None:
        raise ReportError(problems)
    return report


def _independent_problems(further: Iterable[Problem], found: Iterable[Problem]) -> list[Problem]:
    """Problems of a further check, except of entries whose place or phrase is known to be wrong: those only follow."""
    wrong = {_entry_of(problem) for problem in found if _ABOUT_PLACES.search(problem.path)}
    return [problem for problem in further if _entry_of(problem) not in wrong]


def _entry_of(problem: Problem) -> tuple[str, str]:
    """The file of a problem, and the id of its entry; no id where it names none."""
    name, colon, _ = problem.path.partition(":")
    return problem.file, name if colon else ""


def todo_problems(root: Path, report: Report) -> Iterator[Problem]:
    """Every place that must be filled in before the report may be published."""
    files = (path for kind in FILE_KINDS for path in data_files(root, kind.pattern))
    yield from find_todos(root, files)
    yield from check_open_entries(report)


def read_report(root: Path) -> tuple[Report | None, list[Problem]]:
    """Read and validate every file; no report if one of them is not valid."""
    data = root / "data"
    if not data.is_dir():
        return None, [Problem("data/", 0, "", "data-missing")]
    problems: list[Problem] = list(misplaced_files(root, [kind.pattern for kind in FILE_KINDS]))
    # Of these nothing else is said: neither what is in them, nor that a file of the right name is missing.
    skipped = {found.file for found in problems} | {
        right for found in problems if (right := found.values.get("right", "")) and not (root / right).exists()
    }
    placed: dict[str, list[Placed]] = {kind.field: [] for kind in FILE_KINDS}
    is_base_wrong = False
    for kind in FILE_KINDS:
        base = tuple(entry for name in _BASE for entry in placed[name]) if kind.common else ()
        entries, wrong = _read_kind(root, kind, base, skipped)
        placed[kind.field] += entries
        # What figures lack because an indicator cannot be read only follows from that.
        problems += [found for found in wrong if not (is_base_wrong and found.code in CONSEQUENCES)]
        is_base_wrong = is_base_wrong or (kind.field in _BASE and bool(wrong))
    if problems:  # By the rules of Chinese and English a text of another language would be wrong throughout.
        return None, [found for found in problems if found.code == "language-unknown"] or problems
    fields: dict[str, Any] = {
        kind.field: tuple(entry.value for entry in placed[kind.field] if isinstance(entry.value, kind.model))
        for kind in FILE_KINDS
    }
    fields["edition"], fields["home"] = fields["edition"][0], fields["home"][0]
    fields["overrides"] = {str(entry.path[-1]): entry.value for entry in placed["overrides"]}
    fields["drawings"], unread = _drawings(root)
    if unread:
        return None, unread
    fields["files"] = frozenset(kind.field for kind in FILE_KINDS if any(data.glob(kind.pattern)))
    return Report(**fields, placed=tuple(entry for entries in placed.values() for entry in entries)), []


def _drawings(root: Path) -> tuple[dict[str, str], list[Problem]]:
    """The files of `data/drawings/` by name, and what cannot be read."""
    found: dict[str, str] = {}
    problems: list[Problem] = []
    for path in data_files(root, "drawings/*.svg"):
        file = path.relative_to(root).as_posix()
        content, unread = read_bytes(path, file)
        found[path.name], wrong = decode(content, file)
        problems += [unread] if unread else wrong
    return found, problems


def read_entries(root: Path, field: str) -> list[Any]:
    """The entries of one kind, without reading the rest of the report.

    Args:
        root: The project's folder.
        field: Field of `Report` that they fill.

    Raises:
        ReportError: If their file is missing or not valid.
    """
    entries, problems = _read_kind(root, next(kind for kind in FILE_KINDS if kind.field == field))
    if problems:
        raise ReportError(problems)
    return [entry.value for entry in entries]


def _read_kind(
    root: Path, kind: FileKind, base: Base = (), skipped: Set[str] = frozenset()
) -> tuple[list[Placed], list[Problem]]:
    placed: list[Placed] = []
    problems: list[Problem] = []
    needed = kind.is_needed and (kind.field not in _OF_FIGURES or _has_figures(root))
    for path in data_files(root, kind.pattern):
        file = path.relative_to(root).as_posix()
        if file in skipped:
            continue
        content, unread = read_bytes(path, file)
        entries, wrong = ((), [unread]) if unread else _parse_file(kind, file, content, base)
        placed += entries
        problems += wrong
        if needed and not entries and not wrong:
            problems.append(Problem(file, 1, "", "file-empty", {"what": messages()["_files"][kind.field]}))
    file = f"data/{kind.pattern}"
    if needed and not (root / file).is_file() and file not in skipped:
        problems.append(Problem(file, 0, "", "file-missing", {"what": messages()["_files"][kind.field], "file": file}))
    return placed, problems


def _has_figures(root: Path) -> bool:
    """Whether a file of figures holds any; one with comments alone does not."""
    files = (read_bytes(path, "")[0] for path in data_files(root, "figures/*.yml"))
    return any(re.search(rb"(?m)^ *- ", content) for content in files)


@lru_cache(maxsize=256)  # In a preview few files change; entries are frozen, so that they can be shared.
def _parse_file(
    kind: FileKind, file: str, content: bytes, base: Base
) -> tuple[tuple[Placed, ...], tuple[Problem, ...]]:
    text, problems = decode(content, file)
    if problems := problems or conflict_problems(text, file):
        return (), tuple(problems)
    entries, problems = _validate_entries(kind, read_tree(text, file), base)
    return tuple(entries), tuple(problems)


def _validate_entries(kind: FileKind, tree: Tree, base: Base) -> tuple[list[Placed], list[Problem]]:
    """The entries of one file that are valid, and the problems of the others."""
    if tree.problems:
        return [], list(tree.problems)
    start: Steps = ()
    data, entries, problems = tree.data, list[Placed](), list[Problem]()
    of = heritage(base) if kind.common else None
    if kind.common and of and isinstance(data, dict) and kind.common.model_fields.keys() & data.keys():
        entries, problems = _validate_entry(kind.common, tree, (), data)
        if problems:
            return [], problems
        start, data, of = ("figures",), data["figures"], replace(of, defaults=data.get("defaults", {}))
    expected: type[Any] = tuple if kind.layout == "list" else dict
    data = expected() if data in (None, "") else data
    if not isinstance(data, expected):
        error = {"type": f"{expected.__name__}_type", "loc": (), "input": data}
        return [], validation_problems(tree, kind.model, start, [error])
    if kind.layout == "one":
        return _validate_entry(kind.model, tree, (), data)
    for key, value in enumerate(data) if kind.layout == "list" else data.items():
        typed, wrong = _validate_entry(kind.model, tree, (*start, key), value, of)
        entries += typed
        problems += wrong
        if len(problems) > MAX_PROBLEMS:
            problems.append(Problem(tree.file, problems[-1].line, "", "file-many", {"limit": str(MAX_PROBLEMS)}))
            break
    return entries, problems


def _validate_entry(
    model: type[BaseModel], tree: Tree, path: Steps, value: Any, of: Heritage | None = None
) -> tuple[list[Placed], list[Problem]]:
    whole = complete(value, of) if of and isinstance(value, dict) else value
    try:
        inherited = frozenset(whole) - frozenset(value) if whole is not value else frozenset[str]()
        return [Placed(tree, path, model.model_validate(whole), inherited)], []
    except ValidationError as error:
        problems = validation_problems(tree, model, path, error.errors(include_url=False))
        return [], list(name_missing(problems, tree, path, of)) if of else problems
