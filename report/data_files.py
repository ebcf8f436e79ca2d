"""The files of `data/`: which are read, and which are not what they look like.

Belongs here: finding files, reading their bytes. Does not belong here: which kinds of file there are, and what is in
them (`report.load`).
"""

from __future__ import annotations

import re
import stat
from collections.abc import Iterator, Sequence
from errno import EINVAL
from os import strerror
from pathlib import Path, PurePath

from report.problems import Problem, ReportError, did_you_mean
from report.text_files import conflict_problems, copied_from, decode, is_helper_file

MAX_BYTES = 2_000_000  # The largest file of this report has 60 kB; more is no report.
_READ = {".yml", ".yaml", ".json", ".csv", ".txt"}  # What an editor may take for a file of the report.
# A key that only the files of one folder have.
_HOLDS = {
    "plans": re.compile(rb"^workstreams:", re.MULTILINE),
    "results": re.compile(rb"^chapters:", re.MULTILINE),
    "figures": re.compile(rb"^ *(?:- )?stated:", re.MULTILINE),
}


def data_files(root: Path, pattern: str) -> list[Path]:
    """The files of a kind, in their order, without those that programs keep for themselves.

    Args:
        root: The project's folder.
        pattern: Their path below `data/`, `*` for any name.
    """
    return [path for path in sorted((root / "data").glob(pattern)) if not is_helper_file(path)]


def misplaced_files(root: Path, patterns: Sequence[str]) -> Iterator[Problem]:
    """Files that look like data, and are copies, misnamed, in the wrong place, or of no kind.

    Args:
        root: The project's folder.
        patterns: The paths of all kinds of files below `data/`.
    """
    data = root / "data"
    names = sorted(path.relative_to(data).as_posix() for path in data.rglob("*") if not path.is_dir())
    for name in names:
        path = PurePath(name)
        if name.startswith("schema/") or path.suffix.lower() not in _READ or is_helper_file(path):
            continue
        beside = [PurePath(other).name for other in names if PurePath(other).parent == path.parent and other != name]
        right = name.lower().removesuffix(".yaml").removesuffix(".yml") + ".yml"
        if of := copied_from(path, beside):
            yield Problem(f"data/{name}", 0, "", "file-copy", {"of": of})
        elif not _is_known(name, patterns) and path.suffix.lower() in (".yml", ".yaml") and _is_known(right, patterns):
            values = {"right": f"data/{right}", "of": f"data/{right}"}
            yield Problem(f"data/{name}", 0, "", "file-copy" if right in names else "file-name", values)
        elif right := _right_place(data, name, patterns):
            yield Problem(f"data/{name}", 0, "", "file-place", {"right": f"data/{right}"})
        elif not _is_known(name, patterns):
            values = {"near": did_you_mean(name, patterns), "known": ", ".join(patterns)}
            yield Problem(f"data/{name}", 0, "", "file-unknown", values)
    for pattern in patterns:
        if (root / pattern).is_file() and not (data / pattern).exists():
            yield Problem(pattern, 0, "", "file-place", {"right": f"data/{pattern}"})


def _is_known(name: str, patterns: Sequence[str]) -> bool:
    return any(PurePath(name).match(pattern) and name.count("/") == pattern.count("/") for pattern in patterns)


def _right_place(data: Path, name: str, patterns: Sequence[str]) -> str:
    """The path below `data/` at which a file would be read as what it holds; empty where it stands there already."""
    path = PurePath(name)
    if "/" in name and path.name in patterns:
        return path.name
    content, unread = read_bytes(data / name, "") if _is_known(name, patterns) == ("/" in name) else (b"", None)
    folder = next((folder for folder, key in _HOLDS.items() if not unread and key.search(content)), "")
    return f"{folder}/{path.stem}.yml" if folder and str(path.parent) != folder else ""


def read_bytes(path: Path, file: str) -> tuple[bytes, Problem | None]:
    """A file's content; what cannot be read is a problem of its own.

    Args:
        path: The file.
        file: Its path below the project's root, for the message.
    """
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode) and not stat.S_ISDIR(about.st_mode):  # A pipe or a device may never end.
            return b"", Problem(file, 0, "", "file-unreadable", {"why": strerror(EINVAL)})
        if about.st_size > MAX_BYTES:
            values = {"size": str(about.st_size), "limit": str(MAX_BYTES)}
            return b"", Problem(file, 0, "", "file-large", values)
        return path.read_bytes(), None
    except OSError as error:
        return b"", Problem(file, 0, "", "file-unreadable", {"why": error.strerror or ""})


def read_data(root: Path, path: Path) -> str:
    """The text of a file that a command changes, its lines ended as Python ends them.

    Args:
        root: The project's folder.
        path: The file.

    Raises:
        ReportError: It cannot be read, is not UTF-8, or holds a merge that is not resolved.
    """
    file = path.relative_to(root).as_posix()
    content, unread = read_bytes(path, file)
    text, problems = decode(content, file)
    if problems := [unread] if unread else problems or conflict_problems(text, file):
        raise ReportError(problems)
    return text.replace("\r\n", "\n").replace("\r", "\n")
