"""Projects with the sample library that a test may damage, and what a check or a build says of them.

All share the caches of one build, so that nothing is drawn twice. Here belongs what several test modules do with
such a project; what is expected of it belongs to them.
"""

import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path

from building import as_a_command, built_once

from publish import check
from publish.cache import site_content
from publish.report_content import ContentRequest, prepare_content
from publish.site.trial import check_theme_pages
from report.problems import ReportError
from samples import GOOD, ROOT


def check_of(root: Path, *, strict: bool = True) -> list[str]:
    """The first line of each problem that `report check` lists."""
    return refused(lambda: check.check_project(root, strict=strict))


def report_check_of(root: Path) -> list[str]:
    """The same of a preview, without the whole annual summary and the theme's pages, which take most of the time."""
    return refused(lambda: prepare_content(ContentRequest(root, root / "docs", "", strict=False, preview=True)))


def build_of(root: Path, *, strict: bool = True, preview: bool = False) -> list[str]:
    """The same of a build or a preview, as far as it goes before MkDocs builds a page."""
    request = ContentRequest(root, root / "docs", "", strict, preview=preview)
    return refused(lambda: site_content.build_content(request, lambda _: None))


def refused(action: Callable[[], object]) -> list[str]:
    """The first line of each problem that an action is refused with."""
    try:
        action()
    except ReportError as error:
        return [problem.render().splitlines()[0] for problem in error.problems]
    return []


@cache
def built_library() -> Path:
    """A project with the caches of a build of the sample, which all workers have in common."""

    def make(root: Path) -> None:
        shutil.copytree(GOOD, root)
        shutil.copytree(ROOT / "docs", root / "docs")
        settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
        (root / "mkdocs.yml").write_text(settings.replace("  custom_dir: overrides\n", ""), encoding="utf-8")
        with as_a_command(root):
            assert build_of(root) == []
        content = prepare_content(ContentRequest(root, root / "docs", "", strict=True, preview=True))
        check_theme_pages(root, content, root, strict=True)  # Stores compiled templates.

    return built_once("library", make)


def copy_library(target: Path) -> Path:
    """A project to damage, as `report new` makes it, which reads and fills the caches of all of them."""
    shutil.copytree(built_library(), target, ignore=shutil.ignore_patterns(".cache"))
    (target / ".cache").symlink_to(built_library() / ".cache")
    return target


def change(root: Path, name: str, old: str, new: str) -> None:
    """Replace words in a file, which must hold them."""
    path = root / name
    text = path.read_text(encoding="utf-8")
    assert old in text, (name, old)
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def add(root: Path, name: str, text: str) -> None:
    """Add words to the end of a file, which may be new."""
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    path.write_text(before + text, encoding="utf-8")


def line_of(root: Path, name: str, words: str) -> int:
    """The first line of a file that holds some words."""
    rows = (root / name).read_text(encoding="utf-8").splitlines()
    return next(number for number, row in enumerate(rows, 1) if words in row)
