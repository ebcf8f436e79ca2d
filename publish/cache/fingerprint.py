"""What a build is made from, as fingerprints: whatever is kept is kept under these, so nothing stale is ever found.

Whole folders count, not only the files that are known to be read: a fingerprint that changes too often costs time,
one that changes too seldom publishes an old page. Packages count by name and version.

Belongs here: reading and hashing inputs. Does not belong here: what is kept under a fingerprint (`made`, `finished`).

Example:
    >>> fingerprint("a", 1) == fingerprint("a", 1), fingerprint("a", 1) == fingerprint("a", "1")
    (True, False)
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

PACKAGES = Path(__file__).resolve().parent.parent.parent
"""The folder that holds this project's packages."""
CODE = ("report", "macros", "charts", "publish", "hooks.py")
PASSED_OVER = {"__pycache__", ".icons"}
"""Folders that hold nothing of ours: compiled code, and the theme’s icons, which its version stands for."""
PLACES = {"config_file_path", "docs_dir", "site_dir", "theme", "plugins", "hooks", "watch", "strict"}
"""Settings that say where things stand, or that are read on their own: two builds of one report may differ in them."""


def fingerprint(*parts: object) -> str:
    """The SHA-256 of values; dictionaries in any order of their keys, and what JSON has no form for as text."""
    text = json.dumps(parts, sort_keys=True, ensure_ascii=False, default=_plain)
    return hashlib.sha256(text.encode()).hexdigest()


def _plain(value: object) -> object:
    return sorted(map(str, value)) if isinstance(value, set | frozenset) else str(value)


def contents(*places: Path) -> list[tuple[str, str]]:
    """Every file below folders, or a file itself, by its path there, with the hash of what is in it."""
    return [(name, hashlib.sha256(path.read_bytes()).hexdigest()) for place in places for name, path in _files(place)]


def _files(place: Path) -> Iterator[tuple[str, Path]]:
    if place.is_file():
        yield place.name, place
    for folder, below, names in os.walk(place):
        below[:] = sorted(name for name in below if name not in PASSED_OVER)
        for name in sorted(names):
            path = Path(folder, name)
            yield f"{place.name}/{path.relative_to(place).as_posix()}", path


@cache
def made_by() -> str:
    """All code at work: this project's, and every package beside it by version. Taken once, as code is loaded once."""
    return fingerprint(contents(*(PACKAGES / name for name in CODE)), packages(), sys.version, sys.platform)


def packages() -> list[str]:
    """Installed packages with their versions, as the names of their folders say; reading each would take longer."""
    folders = [Path(folder) for folder in sys.path if Path(folder).is_dir()]
    names = {path.name for folder in folders for path in folder.iterdir()}
    return sorted(name for name in names if name.endswith((".dist-info", ".egg-info")))


def settings(config: MkDocsConfig) -> str:
    """MkDocs' settings, the theme and its templates, the files of `docs/` that are no pages."""
    chosen: dict[str, Any] = {name: value for name, value in config.items() if name not in PLACES}
    plugins = {name: dict(getattr(plugin, "config", {})) for name, plugin in config.plugins.items()}
    hooks = [Path(config.config_file_path or "").parent / name for name in config.hooks]
    folders = [Path(folder) for folder in config.theme.dirs]
    theme = [contents(folder) for folder in folders]
    return fingerprint(made_by(), chosen, plugins, dict(config.theme), contents(*hooks), theme)
