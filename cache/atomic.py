"""Files that are written whole or not at all, even if two processes write them or one is killed.

Belongs here: single files. Does not belong here: the folder of the site (`publish.site.staging`).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex


@contextmanager
def replacing(file: Path) -> Iterator[Path]:
    """A path to write to, which replaces `file` when the block ends; nothing is left of it when the block fails.

    Args:
        file: Its folder is made if it does not exist.

    Raises:
        OSError: The folder cannot be made, or the file cannot be replaced.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    new = file.with_name(f".{file.name}.{token_hex(4)}")
    try:
        yield new
        new.replace(file)
    finally:
        with suppress(OSError):
            new.unlink(missing_ok=True)


def write_bytes(file: Path, content: bytes) -> None:
    """Write a file; see `replacing`."""
    with replacing(file) as new:
        new.write_bytes(content)
