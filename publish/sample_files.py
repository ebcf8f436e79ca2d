"""Files of the sample that are still in a report begun from it, when its own name and sources are in place.

All their entries name sources that are gone, each a problem of its own; what is to be done is one thing a file.

Belongs here: recognising those files. Does not belong here: what is wrong with them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from publish.paths import LIBRARY
from report.problems import Problem
from report.schema import SCHEMA_LINE_START

_OWN_FIRST = ("data/report.yml", "data/sources.yml")


def sum_up_sample(root: Path, problems: Sequence[Problem]) -> list[Problem]:
    """The problems, with one for each file that is still the sample's in place of all that follow from that.

    Args:
        root: The project's folder.
        problems: What is wrong with the report; returned as they are unless its name and sources are its own.
    """
    if any(_is_sample(root, name) for name in _OWN_FIRST):
        return list(problems)
    left = Counter(problem.file for problem in problems if _is_sample(root, problem.file))
    rest = [problem for problem in problems if problem.file not in left]
    return rest + [Problem(file, 0, "", "sample-left", {"count": str(count)}) for file, count in left.items()]


def _is_sample(root: Path, name: str) -> bool:
    sample, own = LIBRARY / name, root / name
    if not name.startswith("data/") or not (sample.is_file() and own.is_file()):
        return False
    lines = own.read_bytes().splitlines()
    start = 1 if lines and lines[0].startswith(SCHEMA_LINE_START.encode()) else 0
    return lines[start:] == sample.read_bytes().splitlines()
