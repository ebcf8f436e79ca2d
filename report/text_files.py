r"""Text files as editors' programs leave them: encodings, unresolved merges, copies and helper files.

Belongs here: what can be wrong with any file of a report, whatever is in it. Does not belong here: what is wrong with
YAML (`report.yaml`), or with the content of an article (`report.articles.passages`).

Example:
    >>> merge_conflicts("a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> theirs\n")
    [(2, '<<<<<<<')]
"""

from __future__ import annotations

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterable
from contextlib import suppress
from pathlib import PurePath

from report.problems import Problem

_CONFLICT = re.compile(r"[ \t]*(<{7}|>{7}|\|{7}|={7})(?:[ \t].*)?\s*")
# What programs add to the name of a copy: clouds, git's merge tools, Windows, macOS, in English and in Chinese.
_ADDED = re.compile(
    r".*(?:conflict|\u526f\u672c|\u51b2\u7a81|\u5907\u4efd|(?<![a-z])(?:copy|backup)(?![a-z])).*"
    r"|_(?:BACKUP|BASE|LOCAL|REMOTE)_\d+| ?\(\d+\)| \d+",
    re.IGNORECASE,
)


def decode(content: bytes, file: str) -> tuple[str, list[Problem]]:
    """A file's text, without a mark at its start, or the problem of its encoding.

    Args:
        content: The file.
        file: Its path, for the message.
    """
    if content.startswith((BOM_UTF16_BE, BOM_UTF16_LE)) or content[:400].count(0) > len(content[:400]) // 4:
        return "", [Problem(file, 1, "", "file-encoding", {"encoding": "UTF-16"})]  # Latin letters would pass as UTF-8.
    try:
        return content.decode("utf-8-sig"), []
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        return "", [Problem(file, line, "", "file-encoding", {"encoding": _encoding(content)})]


def _encoding(content: bytes) -> str:
    """What a file is probably encoded in; empty where nothing is likely."""
    with suppress(UnicodeDecodeError):
        content.decode("gb18030")  # It takes nearly all of Big5 too.
        return "GBK or Big5"
    return ""


def merge_conflicts(text: str) -> list[tuple[int, str]]:
    """Line, from 1, and mark of each merge that is not resolved; of one with all its marks, the first."""
    found: list[tuple[int, str]] = []
    is_open = False
    for number, line in enumerate(text.split("\n"), 1):
        if (mark := _CONFLICT.fullmatch(line)) is None:
            continue
        if mark[1] == "<" * 7 or not is_open:
            found.append((number, mark[1]))
        is_open = mark[1] == "<" * 7 or (is_open and mark[1] != ">" * 7)
    return found


def conflict_problems(text: str, file: str) -> list[Problem]:
    """A problem for each merge in a file that is not resolved."""
    return [Problem(file, line, "", "merge-conflict", {"mark": mark}) for line, mark in merge_conflicts(text)]


def is_helper_file(path: PurePath) -> bool:
    """Whether a program keeps a file for itself: `.#x.yml`, `._x.yml`, `~$x.xlsx`, `#x.yml#`, `x.yml~`."""
    return path.name.startswith((".", "~$", "#")) or path.name.endswith("~")


def copied_from(path: PurePath, others: Iterable[str]) -> str:
    """The name of the file that a program has copied, where the name of the copy says so; else empty.

    Args:
        path: The file that may be a copy.
        others: Names of the files beside it.
    """
    for name in sorted(others, key=len, reverse=True):
        if path.name != path.name.lower() == name.lower():  # They would be one file on Windows.
            return name
        stem = PurePath(name).stem
        for added in {path.stem.removeprefix(stem), path.stem.removesuffix(stem)} - {path.stem, ""}:
            if path.suffix == PurePath(name).suffix and _ADDED.fullmatch(added):
                return name
    return ""
