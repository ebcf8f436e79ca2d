"""A new report: a small, complete one of an invented library, for another agency to fill with its own.

It holds data, the articles they come from, pages, two settings files and the editors' snippets; no Python but
`hooks.py`, which passes MkDocs' events to the installed tool. Theme templates and assets stay with the tool, so
that a newer one brings newer ones.

Belongs here: which files make a report. Does not belong here: the sample's content (`samples/library/`).
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from publish.paths import ENGINE, LIBRARY
from report.load import load_report
from report.problems import Problem, ReportError
from report.reference import write_reference
from report.schema import add_schema_lines, write_schemas

_COPIED = (".gitignore", ".vscode", "hooks.py", "mkdocs.yml")
_OVERRIDES_SETTING = "  custom_dir: overrides\n"  # A new report has no theme templates of its own.


def start_report(folder: Path) -> list[Path]:
    """Write a new report.

    Args:
        folder: Where; it must not exist, or be empty.

    Returns:
        The files and folders at its top.

    Raises:
        ReportError: The folder holds something; nothing is written.
        OSError: It cannot be written; nothing is left behind.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise ReportError([Problem(folder.as_posix(), 0, "", "folder-in-use")])
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".new-report-") as temporary:
        report = Path(temporary) / "report"
        _lay_out(report)
        load_report(report)
        if folder.exists():
            folder.rmdir()
        report.rename(folder)
    return sorted(folder.iterdir())


def _lay_out(report: Path) -> None:
    report.mkdir()
    for name in ("data", "articles"):
        _copy(LIBRARY / name, report / name)
    for page in sorted((ENGINE / "docs").glob("*.md")):
        _copy(page, report / "docs" / page.name)
    for name in _COPIED:
        _copy(ENGINE / name, report / name)
    _copy(Path(__file__).with_name("new_report.md"), report / "README.md")
    settings = report / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8").replace(_OVERRIDES_SETTING, "")
    settings.write_text(text, encoding="utf-8", newline="\n")
    write_schemas(report / "data" / "schema")
    write_reference(report / "data" / "README.md")
    add_schema_lines(report)


def _copy(source: Path, target: Path) -> None:
    """Copy a file or a folder without permissions, since an installed tool's files may be read-only."""
    if source.is_dir():
        for path in sorted(source.iterdir()):
            if path.name != "__pycache__":
                _copy(path, target / path.name)
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
