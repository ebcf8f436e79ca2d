"""The good project with a record of its reviews, which it requires, and what an editor does with it.

Here belongs what the tests of the records share: changing a file, running the two commands, and what a strict
build then refuses. What one of them alone needs stays there.
"""

import shutil
from pathlib import Path

from report.cli import main
from report.load import load_report
from report.problems import ReportError
from samples import GOOD, SIGNED

ON = "2026-03-01"
FIGURES = "data/figures/reading.yml"


def signed_project(folder: Path) -> Path:
    """A copy of it in a folder."""
    root = Path(shutil.copytree(GOOD, folder / "project"))
    for name in ("report.yml", "verification.yml"):
        shutil.copy(SIGNED / name, root / "data" / name)
    return root


def edit(root: Path, file: str, *changes: tuple[str, str]) -> None:
    path = root / file
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    path.write_text(text, encoding="utf-8")


def refused(root: Path) -> list[tuple[str, str]]:
    """Code and path of what a strict build refuses."""
    try:
        load_report(root, strict=True)
    except ReportError as error:
        return [(problem.code, problem.path) for problem in error.problems]
    return []


def verify(root: Path) -> int:
    return main(["--root", str(root), "verify", "--articles", str(root / "articles"), "--on", ON])


def sign(root: Path, *arguments: str, by: str = "librarians") -> int:
    return main(["--root", str(root), "sign", *arguments, "--by", by, "--on", ON])
