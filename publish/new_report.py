"""A new report: the complete sample of an invented library, or an empty one to be filled with an agency's own.

It holds data, the articles they come from, pages, two settings files and the editors' snippets; no Python but
`hooks.py`, which passes MkDocs' events to the installed tool. Theme templates and assets stay with the tool, so
that a newer one brings newer ones.

Belongs here: which files make a report. Does not belong here: the sample's content (`samples/library/`), that of an
empty one (`report.begin`).
"""

from __future__ import annotations

import json
import re
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from languages import ORIGINAL, SIDES
from publish.paths import ENGINE, LIBRARY
from report.articles.tables import write_template
from report.begin import Beginning, empty_files
from report.command_words import message
from report.file_kinds import FILE_KINDS
from report.load import load_report
from report.problems import Problem, ReportError, place_in_work
from report.reference import write_aids
from report.skeleton_files import in_form
from report.write_files import write_files

_COPIED = (".gitignore", ".vscode", "hooks.py", "mkdocs.yml")
_FOLDERS = {"data/schema/": "schema", "docs/": "docs", ".vscode/": "editor", "articles/": "texts"}
_OTHERS = {"README.md": "readme", "data/README.md": "reference"}
_OVERRIDES_SETTING = "  custom_dir: overrides\n"  # A new report has no theme templates of its own.


def start_report(folder: Path, beginning: Beginning | None = None) -> None:
    """Write a new report.

    Args:
        folder: Where; it must not exist, or be empty.
        beginning: The empty report that is wanted; the sample unless given.

    Raises:
        ReportError: The folder holds something; nothing is written.
        OSError: It cannot be written; nothing is left behind.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise ReportError([Problem(folder.as_posix(), 0, "", "folder-in-use")])
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".new-report-") as temporary:
        report = Path(temporary) / "report"
        _lay_out(report, beginning)
        edition = load_report(report).edition
        last = max((year.year for year in edition.years), default=edition.published.year - 1)
        readme = report / "README.md"
        text = readme.read_text(encoding="utf-8").replace("$next", str(last + 1))
        readme.write_text(text, encoding="utf-8", newline="\n")
        if folder.exists():
            folder.rmdir()
        report.rename(folder)


def describe_files(folder: Path) -> Iterator[tuple[str, str]]:
    """The files of a new report in the order in which one works, and what each is for; some folders as a whole."""
    files = [path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()]
    known = {kind.pattern: kind.field for kind in FILE_KINDS}
    rows: dict[str, str] = {}
    for name in sorted(files, key=place_in_work):
        kinds = (field for pattern, field in known.items() if PurePosixPath(name).match(f"data/{pattern}"))
        whole = next((start for start in _FOLDERS if name.startswith(start)), None)
        key = _FOLDERS[whole] if whole else next(kinds, None) or _OTHERS.get(name, "settings")
        count = sum(other.startswith(whole) for other in files) if whole else 0
        shown = f"{whole} ({message('cli.files-many', count=str(count))})" if whole and count > 1 else name
        rows.setdefault(shown, message(f"cli.file-{key}"))
    yield from ((f"{folder.as_posix()}/{name}", about) for name, about in rows.items())


def _lay_out(report: Path, beginning: Beginning | None) -> None:
    report.mkdir()
    for page in sorted((ENGINE / "docs").glob("*.md")):
        _copy(page, report / "docs" / page.name)
    for name in _COPIED:
        _copy(ENGINE / name, report / name)
    _copy(Path(__file__).with_name("new_report.md"), report / "README.md")
    if beginning:
        _lay_out_empty(report, beginning)
    else:
        for name in ("data", "articles"):
            _copy(LIBRARY / name, report / name)
    write_template(report / "articles" / "table-template.csv", ORIGINAL, beginning.folders if beginning else ())
    settings = report / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8").replace(_OVERRIDES_SETTING, "")
    settings.write_text(text, encoding="utf-8", newline="\n")
    write_aids(report)


def _lay_out_empty(report: Path, beginning: Beginning) -> None:
    write_files(report, empty_files(beginning))
    (report / "docs" / "rights.md").unlink()  # What may be used and how is each report's own.
    readme, snippets = report / "README.md", report / ".vscode" / "report.code-snippets"
    head, _, commands = in_form(readme.read_text(encoding="utf-8"), beginning.folders).partition("```sh")
    readme.write_text(f"{head.splitlines()[0]}\n\n```sh{commands}", encoding="utf-8", newline="\n")
    texts = json.loads(in_form(snippets.read_text(encoding="utf-8"), beginning.folders))
    for snippet in texts.values():
        snippet["body"] = [_without_examples(line) for line in snippet["body"]]
    snippets.write_text(json.dumps(texts, ensure_ascii=False, indent=2) + "\n", encoding="utf-8", newline="\n")


def _without_examples(line: str) -> str:
    """A line of a snippet without the sample's words: its places stay, to be filled in."""
    line = re.sub(r"\$\{(\d+):[^{}]*\}", r"${\1}", line)
    key, colon, value = line.partition(": ")
    if key.strip() not in (*SIDES, "quote") or value.startswith("["):
        return line
    places = "".join(re.findall(r"\{?\$\{\d+\}\}?", value))
    return key + colon + (f'"{places}"' if places.startswith("{") else places)  # A brace alone would begin a mapping.


def _copy(source: Path, target: Path) -> None:
    """Copy a file or a folder without permissions, since an installed tool's files may be read-only."""
    if source.is_dir():
        for path in sorted(source.iterdir()):
            if path.name != "__pycache__":
                _copy(path, target / path.name)
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
