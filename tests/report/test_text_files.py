"""Files as programs leave them: unresolved merges, copies, helper files, encodings."""

import shutil
from collections.abc import Callable
from pathlib import Path, PurePath

import pytest
from building import report

from report.articles.passages import read_articles_below
from report.problems import ReportError
from report.text_files import copied_from, decode, is_helper_file, merge_conflicts
from samples import GOOD

BESIDE = ["reading.yml", "reading-rooms.yml", "2026.yml", "services.yml"]
COPIES = {
    "reading (conflicted copy).yml": "reading.yml",
    "reading (Li's conflicted copy 2026-01-01).yml": "reading.yml",
    "reading.sync-conflict-20260101-120000-ABC.yml": "reading.yml",
    "reading的冲突副本.yml": "reading.yml",
    "reading - Copy.yml": "reading.yml",
    "reading - 副本.yml": "reading.yml",
    "副本reading.yml": "reading.yml",
    "Copy of reading.yml": "reading.yml",
    "reading-rooms copy.yml": "reading-rooms.yml",
    "reading (1).yml": "reading.yml",
    "2026 2.yml": "2026.yml",
    "reading_BACKUP_1234.yml": "reading.yml",
    "reading_REMOTE_1234.yml": "reading.yml",
    "reading-backup.yml": "reading.yml",
    "Reading.yml": "reading.yml",
    "books (conflicted copy).yml": "",  # Of nothing that is there: it may be all there is.
    "books 2.yml": "",
    "reading-2.yml": "",
    "reading-photocopy.yml": "",
    "copyright.yml": "",
    "reading.txt": "",
}


@pytest.mark.parametrize("name", COPIES)
def test_a_copy_names_what_it_was_made_from(name: str) -> None:
    assert copied_from(PurePath(name), BESIDE) == COPIES[name]


def test_a_copy_in_another_script_is_one_of_its_own_only() -> None:
    assert copied_from(PurePath("阅读.yml"), BESIDE) == ""


@pytest.mark.parametrize("name", [".#x.yml", "#x.yml#", "x.yml~", ".x.yml.swp", "._x.yml", ".DS_Store", "~$x.xlsx"])
def test_what_programs_keep_for_themselves_is_no_file_of_the_report(name: str) -> None:
    assert is_helper_file(PurePath(name))
    assert not is_helper_file(PurePath("x.yml"))


MERGES = {
    "a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> theirs\n": [(2, "<<<<<<<")],
    "<<<<<<< HEAD\nb\n||||||| base\n=======\nc\n>>>>>>> t\n=======\n": [(1, "<<<<<<<"), (7, "=======")],
    "<<<<<<< a\n=======\n>>>>>>> b\n  <<<<<<< a\n=======\n": [(1, "<<<<<<<"), (4, "<<<<<<<")],
    "a\r\n>>>>>>> theirs\r\n": [(2, ">>>>>>>")],
    "|||||||\n": [(1, "|||||||")],
    "a: <<<<<<< b\n========\n# =======\n<<<<<<<<\n": [],
}


@pytest.mark.parametrize("text", MERGES)
def test_every_merge_that_is_not_resolved_is_found_once(text: str) -> None:
    assert merge_conflicts(text) == MERGES[text]


ENCODINGS = {"utf-16": (1, "UTF-16"), "utf-16-le": (1, "UTF-16"), "gbk": (2, "GBK or Big5"), "big5": (2, "GBK or Big5")}


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_the_encoding_is_named(encoding: str) -> None:
    text, (problem,) = decode("label:\n  zh: 讀者\n".encode(encoding), "data/x.yml")
    assert (text, problem.line, problem.got) == ("", *ENCODINGS[encoding])


def test_a_merge_in_an_article_is_told_by_its_place_in_the_project(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles/a.txt").write_text("## 一\n<<<<<<< HEAD\n甲。\n=======\n乙。\n>>>>>>> b\n", encoding="utf-8")
    with pytest.raises(ReportError) as refused:
        read_articles_below(tmp_path, tmp_path / "articles", ["a"])
    expected = "articles/a.txt:2: a merge that is not resolved: the line begins with `<<<<<<<`"
    assert str(refused.value).splitlines()[0] == expected


def gbk(project: Path) -> None:
    path = project / "data/figures/reading.yml"
    path.write_bytes(path.read_text(encoding="utf-8").encode("gbk", "replace"))


def merge(project: Path) -> None:
    path = project / "data/figures/reading.yml"
    path.write_text("=======\n" + path.read_text(encoding="utf-8"), encoding="utf-8")


COMMANDS = (["check"], ["coverage"], ["fill"], ["draft", "l2026"], ["new-year", "2027"])
SAID = {
    gbk: "data/figures/reading.yml:5: not UTF-8",
    merge: "data/figures/reading.yml:1: a merge that is not resolved: the line begins with `=======`",
}


@pytest.mark.parametrize("damage", SAID)
def test_every_command_says_the_same_of_an_unreadable_file(damage: Callable[[Path], None], tmp_path: Path) -> None:
    project = Path(shutil.copytree(GOOD, tmp_path / "project"))
    damage(project)
    before = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
    for command in COMMANDS:
        result = report(*command, folder=project)
        assert (result.returncode, result.stderr.splitlines()[0]) == (1, SAID[damage]), command
    assert {path: path.read_bytes() for path in project.rglob("*") if path.is_file()} == before


def test_a_lock_of_an_editor_stops_no_command(tmp_path: Path) -> None:
    project = Path(shutil.copytree(GOOD, tmp_path / "project"))
    (project / "data/figures/.#reading.yml").symlink_to("li@host.1234:5678")
    for command in COMMANDS:
        assert report(*command, folder=project).returncode == 0, command
