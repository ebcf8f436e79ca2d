"""Writing several files as one step: all of them or none.

Does not belong here: what the files hold.
"""

from __future__ import annotations

import codecs
import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path


def write_files(root: Path, files: Mapping[str, str]) -> list[Path]:
    """Write all files or none.

    Each is written beside its place first, and all are then put in place, so that a full disk or a file that may not
    be written is noticed before anything has changed. Line endings and a byte-order mark stay as they were.

    Args:
        root: The project's folder.
        files: Content by path below it.

    Returns:
        The files written.

    Raises:
        OSError: One could not be written; all are as they were.
    """
    before = {name: (root / name).read_bytes() if (root / name).exists() else None for name in files}
    beside = {name: (root / name).with_name(f".{Path(name).name}.new") for name in files}
    placed = []
    try:
        for name, content in files.items():
            beside[name].parent.mkdir(parents=True, exist_ok=True)
            beside[name].write_bytes(_encode(content, before[name] or b""))
            if before[name] is not None:
                shutil.copymode(root / name, beside[name])
        for name, path in beside.items():
            path.replace(root / name)
            placed.append(name)
    except OSError:
        for path in beside.values():
            with suppress(OSError):
                path.unlink(missing_ok=True)
        for name in placed:
            old = before[name]
            with suppress(OSError):
                (root / name).unlink(missing_ok=True) if old is None else (root / name).write_bytes(old)
        raise
    return [root / name for name in files]


def _encode(content: str, old: bytes) -> bytes:
    text = content.replace("\n", "\r\n") if b"\r\n" in old else content
    return (codecs.BOM_UTF8 if old.startswith(codecs.BOM_UTF8) else b"") + text.encode("utf-8")
