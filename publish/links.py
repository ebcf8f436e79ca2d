"""Symbolic links among a report's files: one that leads out of the project would publish what lies there.

Belongs here: finding such links. Does not belong here: reading files, which follows links within the project.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from report.problems import Problem


def check_links(root: Path, folders: Iterable[Path]) -> Iterator[Problem]:
    """Links below these folders, or the folders themselves, that lead out of the project.

    Files whose names begin with a dot are no input; an editor's lock is such a link.
    """
    inside = root.resolve()
    for folder in folders:
        for path in _paths(folder):
            target = path.resolve()
            if path.is_symlink() and not path.name.startswith(".") and not target.is_relative_to(inside):
                place = path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)
                yield Problem(place, 0, "", "link-outside", {"target": str(target)})


def _paths(folder: Path) -> Iterator[Path]:
    yield folder
    for above, folders, names in os.walk(folder):
        yield from (Path(above, name) for name in sorted([*folders, *names]))
