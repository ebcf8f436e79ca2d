"""An article in the library's project, and drafting from it, for the tests of `report draft`."""

from pathlib import Path

import pytest

from report.cli import main

SOURCE = """\
- id: c2025
  title: {zh: 公报, en: Communiqué}
  subtitle: {zh: 公报, en: Communiqué}
  byline: {zh: 公报, en: Communiqué}
  publisher: {zh: 公报, en: Communiqué}
  not_stated: {zh: 公报, en: Communiqué}
  sections:
  - heading: 一、馆藏
    title: {zh: 馆藏, en: Holdings}
    years: [2024, 2025]
"""


def with_article(project: Path, text: str, heading: str = "一、馆藏") -> Path:
    (project / "articles/c2025.txt").write_text(text, encoding="utf-8")
    with (project / "data/sources.yml").open("a", encoding="utf-8") as stream:
        stream.write(SOURCE.replace("一、馆藏", heading))
    return project


def draft(project: Path, capsys: pytest.CaptureFixture[str], article: str = "c2025") -> tuple[int, str]:
    status = main(["--root", str(project), "draft", article])
    printed = capsys.readouterr()
    return status, (printed.out + printed.err).replace(f"{project.as_posix()}/", "")


def content(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
