"""The projects that are measured: this one, and the pages that it renders as a project of plain MkDocs Material.

The plain project is one of both languages, so that others start once, as this product does: Chinese at its root,
English below `en/`. Its settings are those that `report render` writes.

Belongs here: folders. Does not belong here: running anything but `report render`.
"""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path
from typing import Any

from bench.measure import run
from bench.synthetic import write_report

ROOT = Path(__file__).resolve().parent.parent
PYTHON = sys.executable
REPORT = (PYTHON, "-c", "import sys; from publish.commands import main; sys.exit(main())")
MKDOCS = (PYTHON, "-m", "mkdocs", "build", "--quiet")
ZENSICAL = (PYTHON, "-m", "zensical", "build")


def ours(target: Path, *, times: int = 1, seed: int = 1) -> Path:
    """This project, with its report so many times over, and with no cache."""
    write_report(ROOT, target, times=times, seed=seed)
    return target


def plain(project: Path, target: Path) -> Path:
    """The pages that a project renders, as a project of plain MkDocs Material."""
    run((*REPORT, "render", str(target)), project)
    both = target / "both"
    shutil.copytree(target / "zh" / "docs", both / "docs")
    shutil.copytree(target / "en" / "docs", both / "docs" / "en")
    chinese, english = (json.loads((target / code / "mkdocs.yml").read_text("utf-8")) for code in ("zh", "en"))
    settings = {**chinese, "nav": [*chinese["nav"], {english["site_name"]: _below(english["nav"])}]}
    (both / "mkdocs.yml").write_text(json.dumps(settings, ensure_ascii=False), encoding="utf-8")
    return both


def _below(entry: Any) -> Any:
    """Navigation whose pages are below `en/`."""
    if isinstance(entry, str):
        return f"en/{entry}"
    if isinstance(entry, list):
        return [_below(each) for each in entry]
    return {title: _below(each) for title, each in entry.items()}


def edit(file: Path, old: str, new: str) -> None:
    """Replace the first occurrence of a text in a file."""
    text = file.read_text(encoding="utf-8")
    if old not in text:
        raise ValueError(f"{file.name}: {old}")
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
