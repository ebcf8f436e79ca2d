"""Changed files tried on a copy of the data, before any is written: what the report's checks would say of them.

Does not belong here: writing them (`report.write_files`).
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from report.load import read_report
from report.problems import Problem
from report.validate import check
from report.write_files import write_files


@contextmanager
def changed_copy(root: Path, changed: Mapping[str, str]) -> Iterator[Path]:
    """A project's folder with a copy of the data and the changed files, by path below it; removed afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        shutil.copytree(root / "data", copy / "data", ignore=shutil.ignore_patterns(".*"))  # Locks of editors.
        write_files(copy, changed)
        yield copy


def new_problems(root: Path, changed: Mapping[str, str]) -> list[Problem]:
    """The problems that the report would have with the changed files, and has not now.

    Args:
        root: The project's folder.
        changed: Content by path below it.
    """
    before = {(problem.file, problem.path, problem.code) for problem in _problems(root)}
    with changed_copy(root, changed) as copy:
        after = _problems(copy)
    return [problem for problem in after if (problem.file, problem.path, problem.code) not in before]


def _problems(root: Path) -> list[Problem]:
    report, problems = read_report(root)
    return [*problems, *(check(report) if report else ())]
