"""Keys of cache entries: the SHA-256 of values and of files.

A value's type is part of its form, so that 1, True, "1" and Decimal("1") have four fingerprints. A type without a form
here is refused: its text might leave out what a result depends on, or hold an address in memory.

Example:
    >>> fingerprint({"a": 1, "b": 2}) == fingerprint({"b": 2, "a": 1}), fingerprint(1) == fingerprint("1")
    (True, False)
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from hashlib import sha256
from pathlib import Path, PurePath

SKIPPED = {"__pycache__"}
"""Folders that hold no inputs: compiled code, and the theme's icons, which change with its version only."""


def fingerprint(*parts: object) -> str:
    """The SHA-256 of values, 64 hexadecimal digits.

    Args:
        parts: `str`, `int`, `bool`, `None`, `Decimal`, `date`, paths; lists, tuples, mappings, dataclasses of these.

    Raises:
        TypeError: A part, or something in it, is of another type.
    """
    return sha256(json.dumps(_form(parts)).encode()).hexdigest()


def _form(part: object) -> object:
    """A value as JSON: scalars as they are, anything else as a list that begins with the name of its type."""
    match part:
        case None | bool() | int() | str():
            return part
        case list() | tuple():
            return ["sequence", *map(_form, part)]
        case Mapping():
            items = ([_form(key), _form(value)] for key, value in part.items())
            return ["mapping", *sorted(items, key=lambda item: repr(item[0]))]
        case Decimal() | date():
            return [type(part).__name__, str(part)]
        case PurePath():
            return ["path", part.as_posix()]
    if is_dataclass(part) and not isinstance(part, type):
        values = ([field.name, _form(getattr(part, field.name))] for field in fields(part))
        return ["dataclass", f"{type(part).__module__}.{type(part).__qualname__}", *values]
    raise TypeError(f"{type(part).__name__} cannot be part of a key")

_HELPER = re.compile(r"(?:\.[#_]|#|~\$).*|.*~|\..*\.sw[a-p]")
"""What programs leave beside the files that they edit: locks, copies, macOS' and Excel's own files."""


def file_digests(places: Iterable[Path]) -> list[tuple[str, str]]:
    """Every file below folders, or a file itself, by its path there, with the SHA-256 of its content.

    A file that cannot be read, such as an editor's lock link, has an empty digest.
    """
    return [(name, _digest(path)) for place in places for name, path in _files(place)]


def _files(place: Path) -> Iterator[tuple[str, Path]]:
    if place.is_file():
        yield place.name, place
    seen = {os.path.realpath(place)}
    for folder, below, names in os.walk(place, followlinks=True):
        below[:] = sorted(name for name in below if name not in SKIPPED and _is_new(Path(folder, name), seen))
        for name in sorted(name for name in names if not _HELPER.fullmatch(name)):
            path = Path(folder, name)
            yield f"{place.name}/{path.relative_to(place).as_posix()}", path


def _is_new(folder: Path, seen: set[str]) -> bool:
    """Whether a folder is walked for the first time: a link may lead back to a folder above it."""
    if not folder.is_symlink():
        return True
    real = os.path.realpath(folder)
    is_new = real not in seen and not any(above.startswith(real + os.sep) for above in seen)
    seen.add(real)
    return is_new


def _digest(file: Path) -> str:
    try:
        return sha256(file.read_bytes()).hexdigest()
    except OSError:
        return ""
