"""`report check`: everything that a build would refuse, without a build.

The report is prepared as for a build, and a few of its pages are rendered with the theme. Drawings, PDFs and compiled
templates of the last build are read from its caches; what is missing there is made in a temporary folder: nothing is
written into the project.

Belongs here: the check as a whole. Does not belong here: any rule.
"""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from cache.store import secret_of
from macros.pages import CACHE
from publish.paths import ENGINE
from publish.report_content import ContentRequest, prepare_content
from report.model import Report

CACHES = ("charts", "summary", "templates")
"""Folders of `.cache/` whose files a check can use."""


def check_project(root: Path, *, strict: bool, articles: Path | None = None) -> Report:
    """Check the report of a project as a build does.

    Args:
        root: The project's folder.
        strict: Whether to refuse what a strict build alone refuses.
        articles: The folder of the articles' texts, if an editor named one.

    Returns:
        The report, which can be built.

    Raises:
        ReportError: With everything that prevents a build.
    """
    docs = root / "docs" if (root / "docs").is_dir() else ENGINE / "docs"
    with TemporaryDirectory() as folder:
        caches = _linked_caches(root, Path(folder))
        address = os.environ.get("SITE_URL", "")
        content = prepare_content(
            ContentRequest(root, docs, address, strict, caches=caches, separate_processes=False, articles=articles)
        )
        # Imports MkDocs, which a report with problems does without.
        from publish.site.trial import check_theme_pages

        check_theme_pages(root, content, caches, strict=strict)
    return content.report


def _linked_caches(root: Path, folder: Path) -> Path:
    """Link the files of the project's caches into a folder, and copy the secret they are sealed with."""
    with suppress(OSError):
        shutil.copy2(secret_of(root / CACHE), secret_of(folder / CACHE))
    for name in CACHES:
        source = root.resolve() / ".cache" / name
        (folder / ".cache" / name).mkdir(parents=True)
        with suppress(OSError):  # Windows may forbid links; everything is then drawn again.
            for path in sorted(source.rglob("*")):
                link = folder / ".cache" / path.relative_to(root.resolve() / ".cache")
                link.mkdir(exist_ok=True) if path.is_dir() else link.symlink_to(path)
    return folder
