"""Reading a project's files: what cannot be read, what is too much, and what is merely absent."""

import json
import os
import re
import shutil
from pathlib import Path

import pytest

from report.data_files import MAX_BYTES
from report.file_kinds import FILE_KINDS
from report.load import load_report, read_report
from report.problems import MAX_PROBLEMS, Problem, ReportError
from samples import GOOD, good_report


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(GOOD, tmp_path, dirs_exist_ok=True)
    return tmp_path


def problems_of(root: Path) -> list[Problem]:
    report, problems = read_report(root)
    assert (report is None) == bool(problems)
    return problems


def test_the_good_project_is_read_whole() -> None:
    report = good_report()
    counts = {kind.field: len(getattr(report, kind.field)) for kind in FILE_KINDS if kind.layout == "list"}
    assert counts.pop("reviews") == 0, "nothing is signed in the good project; `translation-stale` has a record"
    assert all(counts.values()), counts
    assert report.overrides["not-found.home"].en == "Back to the shelves"
    assert report.interface_word("not-found.home", "zh") == "回到书架"


def test_years_are_found() -> None:
    report = good_report()
    assert (report.plan_of(2026), report.results_of(2024)) == (report.plans[1], report.results[0])
    assert (report.plan_of(2024), report.results_of(2026)) == (None, None)


@pytest.mark.parametrize("kind", FILE_KINDS, ids=lambda kind: kind.field)
def test_a_file_that_is_not_there_is_told_or_is_not_needed(kind: object, project: Path) -> None:
    pattern, is_needed = kind.pattern, kind.is_needed  # type: ignore[attr-defined]
    for path in (project / "data").glob(pattern):
        path.unlink()
    missing = [problem.file for problem in problems_of(project)]
    assert missing == ([f"data/{pattern}"] if is_needed else [])


def test_a_file_far_too_large_is_not_read(project: Path) -> None:
    (project / "data/figures/all.yml").write_bytes(b"- " + b"x" * MAX_BYTES)
    (problem,) = problems_of(project)
    assert problem.render() == (
        f"data/figures/all.yml: file too large ({MAX_BYTES + 2} bytes)\n"
        f"  expected: at most {MAX_BYTES} bytes\n"
        "  hint: keep facts and words in data/, nothing else / 提示：data/ 只放事实与文字"
    )


HUGE = MAX_BYTES // 10
# What takes a reader's memory or days elsewhere (“billion laughs” and its kin), each with the code it is refused by.
EVIL = {
    "brackets": ("[" * HUGE, "yaml-depth"),
    "braces": ("{a: " * (HUGE // 4), "yaml-depth"),
    "dashes": ("- " * (HUGE // 2), "yaml-depth"),
    "steps": ("".join(f"{' ' * depth}a:\n" for depth in range(500)), "yaml-depth"),
    "bomb": ("a: &a [x]\n" + "".join(f"b{n}: &b{n} [*a, *a, *b{n}]\n" for n in range(HUGE // 20)), "yaml-alias"),
    "cycle": ("&a [*a]\n", "yaml-alias"),
    "tags": ("- !!python/object/apply:os.system [x]\n" * 2000, "yaml-tag"),
    "one key": ("a: x\n" * (HUGE // 5), "yaml-duplicate"),
    "keys of lists": ("{[a]: b}," * (HUGE // 9), "yaml-brace"),
    "entries": ("- id: a\n" * (HUGE // 8), "missing"),
    "texts": ("- a\n" * (HUGE // 4), "wrong-type"),
    "one text": (f"- id: {'x' * HUGE}\n", "yaml-long"),
    "digits": (f"- id: a\n  stated: {'9' * 4000}万次\n", "missing"),
}


@pytest.mark.timeout(60)
@pytest.mark.parametrize("name", EVIL)
def test_a_file_made_to_do_harm_is_refused_at_once(name: str, project: Path) -> None:
    text, code = EVIL[name]
    (project / "data/figures/evil.yml").write_text(text, encoding="utf-8")
    problems = problems_of(project)
    assert {problem.file for problem in problems} == {"data/figures/evil.yml"}
    assert code in {problem.code for problem in problems}
    assert len(problems) < 2 * MAX_PROBLEMS


@pytest.mark.timeout(60)
def test_a_number_beyond_all_bounds_is_refused(project: Path) -> None:
    path = project / "data/figures/reading.yml"
    text = path.read_text(encoding="utf-8")
    stated = re.findall(r"stated: (\S+)", text)[0]
    path.write_text(text.replace(stated, "9" * 4000 + "次"), encoding="utf-8")
    with pytest.raises(ReportError) as raised:
        load_report(project)
    assert "data/figures/reading.yml" in {problem.file for problem in raised.value.problems}


@pytest.mark.timeout(60)
def test_a_hundred_megabytes_are_not_read(project: Path) -> None:
    with (project / "data/figures/all.yml").open("wb") as stream:
        stream.truncate(100_000_000)
    (problem,) = problems_of(project)
    assert (problem.file, problem.code) == ("data/figures/all.yml", "file-large")


@pytest.mark.timeout(60)
@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes among its files")
def test_a_pipe_is_not_waited_for(project: Path) -> None:
    os.mkfifo(project / "data/figures/all.yml")
    (problem,) = problems_of(project)
    assert (problem.file, problem.code) == ("data/figures/all.yml", "file-unreadable")


UNSAFE = ["../x", "..", "/etc/x", "C:x", "a/b", "a\\b", "con", "nul.2024", "com1", ".x", "x.", "a b", "%2e", "a" * 81]


@pytest.mark.parametrize("id", UNSAFE)
@pytest.mark.parametrize("file", ["figures/reading.yml", "sources.yml", "pages.yml"])
def test_an_id_leads_nowhere_else(id: str, file: str, project: Path) -> None:
    """Ids are the names of folders and files: no page, figure or article may climb out of its folder."""
    path = project / "data" / file
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub("(?m)^- id: .*$", lambda _: f"- id: {json.dumps(id)}", text, count=1), encoding="utf-8")
    problem = next(problem for problem in problems_of(project) if problem.file == f"data/{file}")
    assert problem.code in {"not-an-id", "reserved-id"}


def test_a_retired_id_leads_nowhere_else(project: Path) -> None:
    path = project / "data/figures/reading.yml"
    text = path.read_text(encoding="utf-8")
    retired = "".join(f"  - {json.dumps(id)}\n" for id in UNSAFE)
    start = text.index("\n", text.index("- id: ")) + 1
    path.write_text(f"{text[:start]}  former_ids:\n{retired}{text[start:]}", encoding="utf-8")
    assert len([problem for problem in problems_of(project) if "former_ids" in problem.path]) == len(UNSAFE)


def test_a_folder_named_like_a_file_is_told(project: Path) -> None:
    (project / "data/figures/all.yml").mkdir()
    (problem,) = problems_of(project)
    assert (problem.file, problem.code) == ("data/figures/all.yml", "file-unreadable")


@pytest.mark.parametrize("name", [".figures.yml.swp", ".#new.yml", "new.yml~", "notes.md", "schema/x.json"])
def test_what_editors_leave_behind_is_let_be(name: str, project: Path) -> None:
    (project / "data" / name).parent.mkdir(exist_ok=True)
    (project / "data" / name).write_text("x", encoding="utf-8")
    assert problems_of(project) == []


@pytest.mark.parametrize("name", ["figures/deep/new.yml", "new.YML", "figures.yml", "a.json", "a.csv"])
def test_what_nobody_would_read_is_told(name: str, project: Path) -> None:
    (project / "data" / name).parent.mkdir(exist_ok=True)
    (project / "data" / name).write_text("[]", encoding="utf-8")
    assert [(problem.file, problem.code) for problem in problems_of(project)] == [(f"data/{name}", "file-unknown")]


@pytest.mark.parametrize("name", ["report.yaml", "Report.yml", "report.YML"])
def test_a_file_in_another_spelling_is_told_beside_the_right_one(name: str, project: Path) -> None:
    (project / "data" / name).write_text("[]", encoding="utf-8")
    (problem,) = problems_of(project)
    assert (problem.file, problem.code, problem.values["of"].removeprefix("data/")) == (
        f"data/{name}",
        "file-copy",
        "report.yml",
    )


@pytest.mark.parametrize("encoding", ["utf-16", "gb18030", "big5"])
def test_another_encoding_is_told_with_its_line(encoding: str, project: Path) -> None:
    text = "- id: reading-circle\n  kind: term\n  zh: 讀書會\n  en: reading circle\n"
    (project / "data/glossary.yml").write_bytes(text.encode(encoding))
    (problem,) = problems_of(project)
    assert (problem.code, problem.line) == ("file-encoding", 1 if encoding == "utf-16" else 3)


@pytest.mark.parametrize("text", ["", "\n", "[]\n", "# none yet\n", "---\n", "[]"])
def test_a_list_may_be_empty(text: str, project: Path) -> None:
    for name in ("corrections.yml", "errata.yml", "strings.yml" if text != "[]\n" else "errata.yml"):
        (project / "data" / name).write_text("{}" if name == "strings.yml" and "[" in text else text, encoding="utf-8")
    assert problems_of(project) == []


def test_checks_wait_until_all_files_can_be_typed(project: Path) -> None:
    """A figure that cannot be typed is told once, not again by everything that refers to it."""
    path = project / "data/figures/reading.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("measure: count", "measure: cuont", 1), encoding="utf-8")
    with pytest.raises(ReportError) as raised:
        load_report(project)
    assert [problem.code for problem in raised.value.problems] == ["not-allowed"]
