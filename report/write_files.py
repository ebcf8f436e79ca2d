"""Writing several files as one step: all of them or none, even if the process is killed or the machine stops.

New files are written beside their places, then all are put in place. Two journals in the folder show how far a killed
command came, so that the next one can go on from there:

    .report.writing     new files are being written: they are removed
    .report.ready       all are written: they are put in place
    .report.lock        held by a running command; the system releases it if the command is killed

Does not belong here: what the files hold; single files that can be made again (`cache.atomic`).
"""

from __future__ import annotations

import codecs
import json
import os
import re
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path, PurePath
from secrets import token_hex

from filelock import FileLock

LOCK, WRITING, READY = ".report.lock", ".report.writing", ".report.ready"


@contextmanager
def writing(root: Path) -> Iterator[None]:
    """Hold the lock of a project while a command reads and writes its files; first, end what a killed one began.

    Another command that writes waits, so that none writes what it read before the other wrote.

    Args:
        root: The project's folder; without `data/` in it, there is nothing to lock.
    """
    if not (root / "data").is_dir():
        yield
        return
    with FileLock(root / LOCK):
        try:
            _settle(root)
            yield
        finally:
            with suppress(OSError):  # Windows removes it later. Who waits for a lock that is gone takes a new one.
                (root / LOCK).unlink()


def settle(root: Path) -> None:
    """Before files are only read: wait for a command that is writing them, and end what a killed one began."""
    if (root / READY).exists() or (root / WRITING).exists():
        with writing(root):
            _settle(root)


def write_files(root: Path, files: Mapping[str, str | bytes]) -> list[Path]:
    """Write all files or none.

    A full disk or a file that may not be written is noticed before anything has changed. Line endings and a
    byte-order mark of a text stay as they were, as do permissions and a link to the file.

    Args:
        root: The project's folder, or another to write to.
        files: Content by path below it.

    Returns:
        The files written.

    Raises:
        OSError: One could not be written; all are as they were.
    """
    root.mkdir(parents=True, exist_ok=True)
    _settle(root)
    before = {name: (root / name).read_bytes() if (root / name).exists() else None for name in files}
    try:
        _place(root, {name: _encode(content, before[name] or b"") for name, content in files.items()})
    except OSError:
        with suppress(OSError):  # The next command tries again.
            _take_back(root, before)
        raise
    return [root / name for name in files]


def _place(root: Path, contents: Mapping[str, bytes | None]) -> None:
    """Write files, or remove those of no content."""
    plan = {name: None if content is None else token_hex(4) for name, content in contents.items()}
    _write(root / WRITING, json.dumps(plan).encode())
    for (target, new), content in zip(_paths(root, plan), contents.values(), strict=True):
        if new and content is not None:
            target.parent.mkdir(parents=True, exist_ok=True)
            _write(new, content)
            if target.exists():
                shutil.copymode(target, new)
    (root / WRITING).replace(root / READY)
    _sync_folders([root])
    _put_in_place(root)


def _put_in_place(root: Path) -> None:
    """Do what the journal of complete files says; what was done before is passed over."""
    paths = list(_paths(root, _read(root / READY)))
    for target, new in paths:
        if new is None:
            target.unlink(missing_ok=True)
        elif new.exists():
            new.replace(target)
    _sync_folders(target.parent for target, _ in paths)
    (root / READY).unlink()


def _settle(root: Path) -> None:
    if (root / READY).exists():
        _put_in_place(root)
    if (root / WRITING).exists():
        for _, new in _paths(root, _read(root / WRITING)):
            if new:
                new.unlink(missing_ok=True)
        (root / WRITING).unlink()


def _take_back(root: Path, before: Mapping[str, bytes | None]) -> None:
    """Restore files after an error; if this is interrupted, the next command finds one of the two states to go to."""
    if (root / READY).exists():
        new, inside = (new for _, new in _paths(root, _read(root / READY)) if new), root.resolve()
        left = {path.relative_to(inside).as_posix(): None for path in new if path.is_relative_to(inside)}
        _place(root, {**before, **left})
    else:
        _settle(root)


def _paths(root: Path, plan: Mapping[str, str | None]) -> Iterator[tuple[Path, Path | None]]:
    """Place of each file, behind links, and the new file beside it; none where the file is to be removed."""
    for name, token in plan.items():
        target = (root / name).resolve()
        yield target, target.with_name(f".{target.name}.{token}") if token else None


def _read(journal: Path) -> dict[str, str | None]:
    """A journal; one that was not written to its end lists nothing, since no file was written yet.

    It may have come with the project from elsewhere: places outside of the project's folder are not taken from it.
    """
    try:
        plan = json.loads(journal.read_bytes()).items()
        return {name: token for name, token in plan if _is_below(name) and re.fullmatch("[0-9a-f]{8}|", token or "")}
    except (ValueError, AttributeError, TypeError):
        return {}


def _is_below(name: str) -> bool:
    path = PurePath(name)
    return not path.is_absolute() and ".." not in path.parts


def _write(path: Path, content: bytes) -> None:
    with path.open("wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def _sync_folders(folders: Iterable[Path]) -> None:
    """Make renames last through a power cut, where the system can."""
    for path in {path for folder in folders for path in (folder, folder.parent)}:  # The folder may be new.
        with suppress(OSError):  # Windows opens no folder.
            number = os.open(path, os.O_RDONLY)
            try:
                os.fsync(number)
            finally:
                os.close(number)


def _encode(content: str | bytes, old: bytes) -> bytes:
    if isinstance(content, bytes):
        return content
    text = content.replace("\n", "\r\n") if b"\r\n" in old else content
    return (codecs.BOM_UTF8 if old.startswith(codecs.BOM_UTF8) else b"") + text.encode("utf-8")
