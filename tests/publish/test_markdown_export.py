"""The way out: plain Markdown trees that say what the site says, and that other generators build."""

import json
import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest
from building import ADDRESS, ROOT, built_sample, built_site, copy_project, copy_sample, mkdocs

from publish import commands as command
from publish import markdown_export as tree
from report.problems import ReportError

FOLDERS = {"zh": "", "en": "en/"}
REPORTS = ["sample", pytest.param("real", marks=pytest.mark.slow)]


class Article(HTMLParser):
    """The words of a page's article, without the theme around it and its ways on to other pages."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.inside, self.ways, self.words = False, "", ""
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside = self.inside or tag == "article"
        if not self.ways and (tag == "nav" or ("class", "contents") in attrs):
            self.ways = tag

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag != "article"
        self.ways = "" if tag == self.ways else self.ways

    def handle_data(self, data: str) -> None:
        if self.inside and not self.ways:
            self.words += data

    @classmethod
    def read(cls, file: Path) -> str:
        words = cls(file.read_text(encoding="utf-8")).words
        return re.sub(r"[\s¶]+", " ", words)  # The sign is the theme's permanent link.


def told_otherwise(folder: Path, language: str, report: str) -> list[Path]:
    """Pages of a built tree whose words are others than on the site."""
    site = (built_site() if report == "real" else built_sample() / "site") / FOLDERS[language]
    pages = [file.relative_to(folder / "docs").with_suffix(".html") for file in folder.glob("docs/**/index.md")]
    assert len(pages) == len(list(site.rglob("index.html"))) - (0 if language == "en" else len(pages))
    return [page for page in pages if Article.read(folder / "site" / page) != Article.read(site / page)]


def tree_of(report: str, language: str, target: Path) -> Path:
    root = ROOT if report == "real" else built_sample()
    return dict(zip(FOLDERS, tree.write_trees(root, target, ADDRESS), strict=True))[language]


@pytest.mark.parametrize("report", REPORTS)
@pytest.mark.parametrize("language", FOLDERS)
def test_a_bare_mkdocs_builds_what_the_site_says(tmp_path: Path, language: str, report: str) -> None:
    folder = tree_of(report, language, tmp_path)
    result = mkdocs("build", "--strict", "--quiet", root=folder)
    assert result.returncode == 0, result.stderr
    assert told_otherwise(folder, language, report) == []


def test_the_command_exports_the_address_of_the_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITE_URL", ADDRESS.removesuffix("/"))
    monkeypatch.setattr(sys, "argv", ["report", "--root", str(built_sample()), "render", str(tmp_path)])
    assert command.main() == 0
    for language, folder in FOLDERS.items():
        docs = tmp_path / language / "docs"
        figure = json.loads((docs / "figures/visits.2024/figure.json").read_text(encoding="utf-8"))["figure"]
        page = f"{ADDRESS}{folder}figures/visits.2024/"
        assert figure["url"] == page
        assert page in (docs / "figures/visits.2024/index.md").read_text(encoding="utf-8")


def run(*command: str, root: Path) -> None:
    environment = {**os.environ, "DISABLE_MKDOCS_2_WARNING": "true", "SITE_URL": ADDRESS, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-m", *command], cwd=root, env=environment, capture_output=True, text=True, encoding="utf-8",
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("report", REPORTS)
@pytest.mark.parametrize("language", FOLDERS)
def test_zensical_builds_what_the_site_says(tmp_path: Path, language: str, report: str) -> None:
    folder = tree_of(report, language, tmp_path)
    run("zensical", "build", root=folder)
    assert told_otherwise(folder, language, report) == []


@pytest.mark.parametrize("report", REPORTS)
def test_properdocs_builds_the_same_site(tmp_path: Path, report: str) -> None:
    project = (copy_project if report == "real" else copy_sample)(tmp_path / "project")
    run("properdocs", "build", "--quiet", "-f", "mkdocs.yml", root=project)
    site, other = built_site() if report == "real" else built_sample() / "site", project / "site"
    names = sorted(file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file())
    assert names == sorted(file.relative_to(other).as_posix() for file in other.rglob("*") if file.is_file())
    assert [name for name in names if (site / name).read_bytes() != (other / name).read_bytes()] == []


def test_a_report_with_a_problem_writes_nothing(tmp_path: Path) -> None:
    project = copy_sample(tmp_path / "project")
    (project / "data/report.yml").unlink()
    with pytest.raises(ReportError):
        tree.write_trees(project, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_folder_that_cannot_be_written_is_a_message(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "out").write_text("a file where a folder should be", encoding="utf-8")
    monkeypatch.setattr(sys, "argv", ["report", "--root", str(built_sample()), "render", str(tmp_path / "out")])
    assert command.main() == 1
    told = capsys.readouterr().err
    assert "out: cannot be read or written: File exists" in told


def test_files_of_others_are_not_removed(tmp_path: Path) -> None:
    (tmp_path / "out/zh").mkdir(parents=True)
    (tmp_path / "out/zh/notes.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(ReportError, match="holds files that no build of the site wrote"):
        tree.write_trees(built_sample(), tmp_path / "out")
    assert [path.name for path in (tmp_path / "out").rglob("*")] == ["zh", "notes.txt"]
