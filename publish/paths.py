"""Where the tool's own files are: pages, assets, theme templates, the sample library.

In a checkout they are beside the packages; in an installed tool, below `publish/engine/`, in the same layout
(`pyproject.toml` puts them there). A report needs none of them: what it does not have is taken from here.

Belongs here: finding these files. Does not belong here: copying them into a new report (`publish.new_report`).
"""

from __future__ import annotations

from pathlib import Path

_INSTALLED = Path(__file__).parent / "engine"
ENGINE = _INSTALLED if _INSTALLED.is_dir() else Path(__file__).resolve().parent.parent
"""The folder that holds `docs/`, `overrides/`, `mkdocs.yml` and `hooks.py` of the tool."""
OVERRIDES = ENGINE / "overrides"
LIBRARY = ENGINE / "samples" / "library"
"""The sample: a small, complete report of an invented library, which the tests use too."""


def assets_beside(docs: Path) -> dict[str, Path]:
    """The tool's assets that a report's `docs/` has no file of its own for, by their address."""
    own = ENGINE / "docs"
    files = (path for path in sorted((own / "assets").rglob("*")) if path.is_file())
    found = {path.relative_to(own).as_posix(): path for path in files}
    return {address: path for address, path in found.items() if not (docs / address).exists()}
