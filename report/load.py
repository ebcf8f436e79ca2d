"""From a folder to a checked report: read every file, type it, check it, or say all that is wrong.

Belongs here: which files a report has, reading and typing them. Does not belong here: what a YAML
text may hold (`tree`), wording (`shape`), checks across entries (`validate`).

Example:
    >>> load_report(Path("."))  # doctest: +SKIP
    Report(edition=Edition(edition='2026', ...
"""

from __future__ import annotations

import re
import stat
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from errno import EINVAL
from functools import lru_cache
from os import strerror
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from report.model import (
    Article,
    ArticlePrint,
    Chart,
    Correction,
    Edition,
    Erratum,
    Excuse,
    Figure,
    Home,
    Indicator,
    LedgerEntry,
    PageWords,
    Placed,
    Plan,
    Report,
    Review,
    Term,
    Text,
    Unit,
    YearResults,
)
from report.problems import MAX_PROBLEMS, Problem, ReportError, did_you_mean
from report.todo_marks import find_unfilled
from report.validate import check
from report.validate.ledger import check_open
from report.validate.reviews import check_stale, open_reviews
from report.validation_errors import shape_problems
from report.yaml.reader import Steps, Tree, read_tree

MAX_BYTES = 2_000_000  # The largest file of this report has 60 kB; more is no report.
_ABOUT_PLACES = re.compile(r"\b(?:stated|quote|measure|sources|evidence|sentences)\b")
_READ = {".yml", ".yaml", ".json", ".csv", ".txt"}  # What an editor may take for a file of the report.


@dataclass(frozen=True)
class Kind:
    """One kind of file in `data/`.

    Attributes:
        field: Field of `Report` that it fills.
        pattern: Its path below `data/`, `*` for a name of the editor's choice.
        model: Class of an entry, or of the whole file.
        shape: `list` of entries, `one` entry, or `mapping` of text by key.
        holds: What it holds, for the message when it is missing; empty for a file that may be absent.
    """

    field: str
    pattern: str
    model: type[BaseModel]
    shape: str
    holds: str = ""


KINDS = (
    Kind("edition", "report.yml", Edition, "one", "`edition`, `site`, `years`, `themes`"),
    Kind("home", "home.yml", Home, "one", "`headline`, `lead`, `chart`, `groups`"),
    Kind("pages", "pages.yml", PageWords, "list", "a list of pages"),
    Kind("articles", "sources.yml", Article, "list", "a list of articles"),
    Kind("prints", "articles.yml", ArticlePrint, "list", "what `report articles` writes"),
    Kind("units", "units.yml", Unit, "list", "a list of units"),
    Kind("indicators", "indicators.yml", Indicator, "list", "a list of indicators"),
    Kind("figures", "figures/*.yml", Figure, "list"),
    Kind("results", "results/*.yml", YearResults, "one"),
    Kind("plans", "plans/*.yml", Plan, "one"),
    Kind("ledger", "ledger.yml", LedgerEntry, "list"),
    Kind("charts", "charts.yml", Chart, "list"),
    Kind("glossary", "glossary.yml", Term, "list"),
    Kind("errata", "errata.yml", Erratum, "list"),
    Kind("corrections", "corrections.yml", Correction, "list"),
    Kind("excuses", "coverage.yml", Excuse, "list"),
    Kind("reviews", "verification.yml", Review, "list"),
    Kind("overrides", "strings.yml", Text, "mapping"),
)


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
        ReportError: With every problem found; files that cannot be typed keep later checks from
            running, so that no problem is a mere consequence of another.
    """
    report, problems = read_report(root)
    if report is not None:
        found = check(report)
        problems = [*problems, *found, *_unsaid(also(report), found), *([] if to_review else check_stale(report))]
        unfilled = list(unfilled_places(root, report)) if strict else []
        problems += unfilled
        if strict and not unfilled and report.edition.verification == "required":
            problems += open_reviews(report)  # Of what is not written yet, nobody can have reviewed anything.
    if problems or report is None:
        raise ReportError(problems)
    return report


def _unsaid(further: Iterable[Problem], found: Iterable[Problem]) -> list[Problem]:
    """Problems of a further check, but for entries whose place or phrase is known to be wrong: theirs would follow."""
    wrong = {_entry_of(problem) for problem in found if _ABOUT_PLACES.search(problem.path)}
    return [problem for problem in further if _entry_of(problem) not in wrong]


def _entry_of(problem: Problem) -> tuple[str, str]:
    """The file of a problem, and the id of its entry; no id where it names none."""
    name, colon, _ = problem.path.partition(":")
    return problem.file, name if colon else ""


def unfilled_places(root: Path, report: Report) -> Iterator[Problem]:
    """Every place that is still to be filled before the report may be published."""
    files = (path for kind in KINDS for path in sorted((root / "data").glob(kind.pattern)))
    yield from find_unfilled(root, files)
    yield from check_open(report)


def read_report(root: Path) -> tuple[Report | None, list[Problem]]:
    """Read and type every file; no report if one of them cannot be typed."""
    data = root / "data"
    if not data.is_dir():
        return None, [Problem("data/", 0, "", "data-missing")]
    problems: list[Problem] = list(_unknown_files(data))
    placed: dict[str, list[Placed]] = {kind.field: [] for kind in KINDS}
    for kind in KINDS:
        entries, wrong = _read_kind(root, kind)
        placed[kind.field] += entries
        problems += wrong
    if problems:
        return None, problems
    fields: dict[str, Any] = {name: tuple(entry.value for entry in entries) for name, entries in placed.items()}
    fields["edition"], fields["home"] = fields["edition"][0], fields["home"][0]
    fields["overrides"] = {str(entry.path[-1]): entry.value for entry in placed["overrides"]}
    return Report(**fields, placed=tuple(entry for entries in placed.values() for entry in entries)), []


def read_entries(root: Path, field: str) -> list[Any]:
    """The entries of one kind, without a look at the rest of the report.

    Args:
        root: The project's folder.
        field: Field of `Report` that they fill.

    Raises:
        ReportError: If their file is missing or cannot be typed.
    """
    entries, problems = _read_kind(root, next(kind for kind in KINDS if kind.field == field))
    if problems:
        raise ReportError(problems)
    return [entry.value for entry in entries]


def _read_kind(root: Path, kind: Kind) -> tuple[list[Placed], list[Problem]]:
    placed: list[Placed] = []
    problems: list[Problem] = []
    for path in sorted((root / "data").glob(kind.pattern)):
        file = path.relative_to(root).as_posix()
        entries, wrong = _entries(kind, path, file)
        placed += entries
        problems += wrong
        if kind.holds and not entries and not wrong:
            problems.append(Problem(file, 1, "", "file-empty", {"what": kind.holds}))
    if kind.holds and not (root / "data" / kind.pattern).is_file():
        file = f"data/{kind.pattern}"
        problems.append(Problem(file, 0, "", "file-missing", {"what": kind.holds, "file": file}))
    return placed, problems


def _unknown_files(data: Path) -> Iterator[Problem]:
    """A file that nothing reads is a fact that nobody sees."""
    known = [kind.pattern for kind in KINDS]
    for path in sorted(data.rglob("*")):
        below = path.relative_to(data)
        name = below.as_posix()
        if path.is_dir() or name.startswith("schema/") or path.suffix.lower() not in _READ or path.name.startswith("."):
            continue
        if not any(below.match(pattern) and name.count("/") == pattern.count("/") for pattern in known):
            values = {"near": did_you_mean(name, known), "known": ", ".join(known)}
            yield Problem(f"data/{name}", 0, "", "file-unknown", values)


def _entries(kind: Kind, path: Path, file: str) -> tuple[Sequence[Placed], Sequence[Problem]]:
    """The entries of one file; what cannot be read is a problem of its own."""
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode) and not stat.S_ISDIR(about.st_mode):  # A pipe or a device may never end.
            return [], [Problem(file, 0, "", "file-unreadable", {"why": strerror(EINVAL)})]
        size = about.st_size
        if size > MAX_BYTES:
            return [], [Problem(file, 0, "", "file-large", {"size": str(size), "limit": str(MAX_BYTES)})]
        content = path.read_bytes()
    except OSError as error:
        return [], [Problem(file, 0, "", "file-unreadable", {"why": error.strerror or ""})]
    return _entries_of(kind, file, content)


@lru_cache(maxsize=256)  # In a preview one file changes and the others stay; entries are frozen.
def _entries_of(kind: Kind, file: str, content: bytes) -> tuple[tuple[Placed, ...], tuple[Problem, ...]]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return (), (Problem(file, content[: error.start].count(b"\n") + 1, "", "file-encoding"),)
    entries, problems = _typed(kind, read_tree(text, file))
    return tuple(entries), tuple(problems)


def _typed(kind: Kind, tree: Tree) -> tuple[list[Placed], list[Problem]]:
    """The entries of one file, and what keeps others from being entries."""
    if tree.problems:
        return [], list(tree.problems)
    want: type[Any] = tuple if kind.shape == "list" else dict
    data = want() if tree.data in (None, "") else tree.data
    if not isinstance(data, want):
        error = {"type": f"{want.__name__}_type", "loc": (), "input": data}
        return [], shape_problems(tree, kind.model, (), [error])
    if kind.shape == "one":
        return _entry(kind, tree, (), data)
    entries: list[Placed] = []
    problems: list[Problem] = []
    for key, value in enumerate(data) if kind.shape == "list" else data.items():
        typed, wrong = _entry(kind, tree, (key,), value)
        entries += typed
        problems += wrong
        if len(problems) > MAX_PROBLEMS:
            problems.append(Problem(tree.file, problems[-1].line, "", "file-many", {"limit": str(MAX_PROBLEMS)}))
            break
    return entries, problems


def _entry(kind: Kind, tree: Tree, path: Steps, value: Any) -> tuple[list[Placed], list[Problem]]:
    try:
        return [Placed(tree, path, kind.model.model_validate(value))], []
    except ValidationError as error:
        return [], shape_problems(tree, kind.model, path, error.errors(include_url=False))
