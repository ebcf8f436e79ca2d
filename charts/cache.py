"""Finished drawings kept on disk by what they were made from, so that a warm build draws none.

A drawing's key is the hash of everything it depends on: what the caller names (kind, spec, width,
language, words), the code of this package, its fonts, and matplotlib's version, read without
importing matplotlib. So nothing has to be thrown away by hand, and nothing stale is ever found.

Belongs here: keys and files. Does not belong here: drawing, saving in formats.

Example::

    cached(Path(".cache/charts"), {"kind": "rank", "spec": spec, "width": 320}, make)
"""

import contextlib
import hashlib
import json
import os
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal
from functools import cache
from importlib.metadata import version
from pathlib import Path

PACKAGE = Path(__file__).parent
FONTS = PACKAGE / "fonts"
"""What charts, share cards and PDFs are set with."""
MADE_BY = ("**/*.py", "*.mplstyle", "*.toml", "fonts/*")
"""The files of this package that a drawing depends on."""


def cached(folder: Path, key_parts: Mapping[str, object], make: Callable[[], str]) -> str:
    """The text made before from the same parts, or made now and kept.

    Args:
        folder: Where texts are kept; made if it is not there.
        key_parts: Everything that the text depends on besides this package: specs, strings, numbers.
        make: Makes the text. What it raises goes through, and nothing is kept.

    Raises:
        TypeError: A part is of a type that has no canonical form.
    """
    file = _file(folder, key_parts)
    kept = _read(file)
    if kept is not None:
        return kept
    text = make()
    _write(file, text)
    return text


def is_cached(folder: Path, key_parts: Mapping[str, object]) -> bool:
    """Whether a text made from these parts is kept."""
    return _file(folder, key_parts).is_file()


def _file(folder: Path, key_parts: Mapping[str, object]) -> Path:
    return folder / f"{key(key_parts)}.txt"


def key(key_parts: Mapping[str, object]) -> str:
    """The SHA-256 of the parts, of this package and of the version of matplotlib."""
    parts = json.dumps(key_parts, default=_plain, sort_keys=True, ensure_ascii=False)
    return _hash(f"{package_hash()}\n{_matplotlib()}\n{parts}".encode())


@cache
def _matplotlib() -> str:
    """Its version, read once: each reading parses a file, and a build asks for hundreds of keys."""
    return version("matplotlib")


@cache
def package_hash(folder: Path = PACKAGE) -> str:
    """The SHA-256 of the code, style and fonts that draw; taken once, as code is loaded once."""
    files = sorted(path for pattern in MADE_BY for path in folder.glob(pattern) if path.is_file())
    return _hash("".join(f"{path.relative_to(folder)} {_hash(path.read_bytes())}\n" for path in files).encode())


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _plain(part: object) -> object:
    """What JSON has no form for, in one that tells types apart: 1 and Decimal("1") are not the same key."""
    if is_dataclass(part) and not isinstance(part, type):
        return {type(part).__name__: {field.name: getattr(part, field.name) for field in fields(part)}}
    if isinstance(part, Decimal):
        return {"Decimal": str(part)}
    raise TypeError(f"{type(part).__name__} cannot be part of a key")


def _read(file: Path) -> str | None:
    """A kept text, or nothing if there is none or it is not as it was written."""
    try:
        digest, _, text = file.read_bytes().partition(b"\n")
        return text.decode() if digest == _hash(text).encode() else None
    except (OSError, UnicodeDecodeError):
        return None


def _write(file: Path, text: str) -> None:
    """Keep a text: whole or not at all, even if two builds write it or one is stopped."""
    file.parent.mkdir(parents=True, exist_ok=True)
    data = text.encode()
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=".new-")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(_hash(data).encode() + b"\n" + data)
        temporary.replace(file)
    finally:
        with contextlib.suppress(FileNotFoundError):
            temporary.unlink()
