"""What a build reads besides the report, as fingerprints: part of the keys in the cache, so nothing stale is found.

Whole folders count, not only the files that are known to be read: a key that changes too often costs time, one that
changes too seldom publishes an old page. Packages count by name and version.

Belongs here: the code, the packages, MkDocs' settings. Does not belong here: how keys are made (`cache.fingerprint`),
what is stored under them (`site_content`, `rendered_pages`).
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from cache.fingerprint import file_digests, fingerprint

PACKAGES = Path(__file__).resolve().parent.parent.parent
"""The folder that holds this project's packages."""
CODE = ("report", "macros", "charts", "publish", "cache", "languages", "hooks.py")
NOT_SETTINGS = {"config_file_path", "docs_dir", "site_dir", "theme", "plugins", "hooks", "watch", "strict"}
"""Settings for folders, or read on their own: two builds of one report may differ in them."""


@cache
def code_fingerprint() -> str:
    """The fingerprint of this project's code, and of every installed package by version."""
    return fingerprint(file_digests(PACKAGES / name for name in CODE), packages(), sys.version, sys.platform)


def packages() -> list[str]:
    """Installed packages with their versions, as the names of their folders say; reading each would take longer."""
    folders = [Path(folder) for folder in sys.path if Path(folder).is_dir()]
    names = {path.name for folder in folders for path in folder.iterdir()}
    return sorted(name for name in names if name.endswith((".dist-info", ".egg-info")))


def settings_fingerprint(config: MkDocsConfig) -> str:
    """MkDocs' settings, the theme with its templates, the plugins and the hooks."""
    settings = {name: value for name, value in config.items() if name not in NOT_SETTINGS}
    plugins = {name: getattr(plugin, "config", {}) for name, plugin in config.plugins.items()}
    hooks = [Path(config.config_file_path or "").parent / name for name in config.hooks]
    installed = [Path(folder) for folder in config.theme.dirs if Path(folder) not in own_theme(config)]
    templates = [path for folder in installed for path in sorted(folder.iterdir()) if path.name != ".icons"]
    files = file_digests(hooks), file_digests([*own_theme(config), *templates])
    return fingerprint(code_fingerprint(), *map(_plain, (settings, plugins, dict(config.theme))), files)


def own_theme(config: MkDocsConfig) -> list[Path]:
    """Folders of the theme that no package brings: a package's thousands of icons change with its version alone."""
    return [Path(folder) for folder in config.theme.dirs if "site-packages" not in Path(folder).parts]


def _plain(value: object) -> object:
    """A setting as a value that a key may hold; MkDocs' own types, and functions that plugins name, as text."""
    match value:
        case None | bool() | int() | str() | date():
            return value
        case Mapping():
            return {str(key): _plain(item) for key, item in value.items()}
        case list() | tuple():
            return [_plain(item) for item in value]
        case set() | frozenset():
            return sorted(map(str, value))
        case _:
            return str(value)
