r"""Places to fill in: lines of the data that hold the mark `TODO`, in a text or in a comment.

A text that begins with the mark is shown as it is in the preview; a day or a year, which can hold no words,
has the mark in a comment above it. A strict build refuses both, with file and line.

Belongs here: the mark, and finding it. Does not belong here: writing it (`report.new_year`).

Example:
    >>> marked_lines("lead:\n  zh: TODO：…\n# TODO: check\nyear: 2027\n")
    [2, 3]
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from report.problems import Problem
from report.yaml.reader import Tree, read_tree

MARK = "TODO"
_MARK = re.compile(rf"(?<![A-Za-z0-9]){MARK}(?![A-Za-z0-9])")


def has_todo(words: str) -> bool:
    """Whether a text holds the mark."""
    return bool(_MARK.search(words))


def marked_lines(text: str) -> list[int]:
    """The lines of a file that hold the mark, from 1."""
    return [number for number, line in enumerate(text.splitlines(), 1) if _MARK.search(line)]


def find_todos(root: Path, files: Iterable[Path]) -> Iterator[Problem]:
    """A problem for each marked line.

    Args:
        root: The project's folder, below which messages name files.
        files: The files of the report that have been read without a problem.
    """
    for path in files:
        text = path.read_text(encoding="utf-8-sig")
        lines = marked_lines(text)
        if not lines:
            continue
        tree = read_tree(text, path.relative_to(root).as_posix())
        for line in lines:
            request = text.splitlines()[line - 1].partition(MARK)[2].strip(" :：\"'")
            yield Problem(tree.file, line, tree.subject(_path_at(tree, line)), "unfilled", {"value": request})


def _path_at(tree: Tree, line: int) -> tuple[str | int, ...]:
    """The path of a line's value; for a comment, that of the line below it."""
    found = [path for path, at in tree.lines.items() if at == line] or [
        path for path, at in tree.lines.items() if at == line + 1
    ]
    return min(found, key=len, default=())
