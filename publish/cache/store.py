"""What a build keeps for the next one: values by the fingerprint of all that they were made from.

Nothing here is ever out of date, since a change of what a value is made from changes its key; what is no longer
asked for is thrown away when there is too much. A value is written whole or not at all, and one that cannot be read is
made again. Like compiled code, it is trusted: whoever may write into `.cache/` may write into `report/` too.

Belongs here: keeping and finding. Does not belong here: keys (`inputs`), what is kept (`made`, `finished`).

Example::

    shelf = Shelf(Path(".cache/pages"))
    page = shelf.find(key) or shelf.keep(key, make())
"""

from __future__ import annotations

import contextlib
import os
import pickle
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jinja2

TEMPLATES = Path(".cache/templates")
CODES = 4
"""How many states of the code have their compiled templates kept."""


@dataclass(frozen=True)
class Shelf:
    """A folder of kept values; made when the first is kept."""

    folder: Path

    def find(self, key: str) -> Any:
        """The value kept under a key; `None` where there is none."""
        file = self._file(key)
        try:
            with file.open("rb") as stream:
                value = pickle.load(stream)
            os.utime(file)
        except (OSError, EOFError, pickle.UnpicklingError, AttributeError, ImportError, IndexError):
            return None
        return value

    def holds(self, key: str) -> bool:
        """Whether a value is kept under a key."""
        return self._file(key).is_file()

    def keep(self, key: str, value: Any) -> None:
        """Keep a value, even if two builds do so at once or one is stopped."""
        self.folder.mkdir(parents=True, exist_ok=True)
        new = self._file(key).with_suffix(f".{os.getpid()}")
        with new.open("wb") as stream:
            pickle.dump(value, stream, protocol=pickle.HIGHEST_PROTOCOL)
        new.replace(self._file(key))

    def clear(self, most: int) -> None:
        """Throw away the values that were not asked for longest, if there are more than `most`."""
        if not self.folder.is_dir():
            return
        files = [(entry.stat().st_mtime_ns, entry.path) for entry in os.scandir(self.folder)]
        for _, path in sorted(files)[: max(0, len(files) - most)]:
            with contextlib.suppress(OSError):
                Path(path).unlink()

    def _file(self, key: str) -> Path:
        return self.folder / f"{key}.kept"


def compiled_templates(root: Path, code: str) -> jinja2.BytecodeCache:
    """Where Jinja keeps templates that it has compiled; it looks at their text itself, but not at what compiles them.

    Args:
        root: The project's folder.
        code: Fingerprint of all code, `inputs.made_by`.
    """
    folder = root / TEMPLATES / code[:16]
    folder.mkdir(parents=True, exist_ok=True)
    os.utime(folder)
    others = sorted(folder.parent.iterdir(), key=lambda each: each.stat().st_mtime_ns)
    for old in others[:-CODES]:
        shutil.rmtree(old, ignore_errors=True)
    return jinja2.FileSystemBytecodeCache(str(folder))
