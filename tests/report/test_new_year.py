"""`report new-year`: what it writes, what it leaves alone, and that it does all or nothing."""

import difflib
import shutil
from pathlib import Path

import pytest

from macros.pages import render_pages
from report.cli import main
from report.load import load_report
from report.new_year import prepare_year
from report.problems import ReportError
from report.reference import write_aids
from report.todo_marks import MARK, find_todos, marked_lines
from report.yaml.edit import append_items, comment_above, replace_values
from samples import GOOD, ROOT


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    shutil.copytree(GOOD / "data", root / "data")
    write_aids(root)
    return root


def content(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_it_says_what_it_wrote(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(project), "new-year", "2027"]) == 0
    names = ("report.yml", "home.yml", "pages.yml", "sources.yml", "ledger.yml", "results/2026.yml", "plans/2027.yml")
    told = [f"{(project / 'data' / name).as_posix()}\n" for name in names]
    said = capsys.readouterr().out
    assert said.startswith("".join(told) + "Begun 2027: 2 commitments wait in the ledger, 59 places hold TODO.")


@pytest.mark.parametrize("root", [GOOD, ROOT], ids=["library", "real"])
def test_lines_are_added_and_nothing_else_changes(root: Path) -> None:
    """Comments, order and style stay; of this year's files the edition and its revision alone are written over."""
    last = max(year.year for year in load_report(root).edition.years)
    for name, new in prepare_year(root, last + 1).files.items():
        if not (root / name).exists():
            continue
        old = (root / name).read_text(encoding="utf-8").splitlines()
        gone = [line[2:] for line in difflib.ndiff(old, new.splitlines()) if line.startswith("- ")]
        edition = [line for line in old if line.startswith(("edition:", "revision:"))]
        assert set(gone) <= set(edition), name


def test_the_edition_moves_on_and_the_commitments_wait(project: Path) -> None:
    assert main(["--root", str(project), "new-year", "2027"]) == 0
    report = load_report(project)
    assert (report.edition.edition, report.edition.revision) == ("2027", 1)
    assert [year.year for year in report.edition.years] == [2024, 2025, 2026, 2027]
    waiting = [entry.id for entry in report.ledger if entry.reported == "open"]
    assert waiting == ["2026-courses", "2026-home-delivery"]
    assert [article.id for article in report.articles] == ["l2025", "l2026", "l2027"]
    assert report.results_of(2026)
    assert report.plan_of(2027)
    old = load_report(GOOD)
    assert set(old.figure) <= set(report.figure)
    assert {commitment.id for commitment in old.all_commitments()} < {c.id for c in report.all_commitments()}


def test_a_strict_check_names_every_mark_with_its_line(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(project), "new-year", "2027"]) == 0
    assert main(["--root", str(project), "check"]) == 0
    capsys.readouterr()
    assert main(["--root", str(project), "check", "--strict"]) == 1
    said = capsys.readouterr().err
    marks = {
        f"{path.relative_to(project).as_posix()}:{line}: "
        for path in (project / "data").rglob("*.yml")
        for line in marked_lines(path.read_text(encoding="utf-8"))
    }
    assert len(marks) == 59
    told = [line for line in said.splitlines() if "still to be filled" in line]
    assert {mark for mark in marks if not any(line.startswith(mark) for line in told)} == set()
    assert len(told) == len(marks)
    assert (
        "data/report.yml:5: published: still to be filled: 改为2027年版的发布日期 · the day of this edition for 2027\n"
        "  expected: what the article says, and no `TODO` on the line\n"
        "  hint: write it, or delete the comment once what stands below it is right / "
        "提示：请填写；如是注释，核对其下内容后删去该注释\n"
    ) in said
    assert (
        "data/ledger.yml:21: 2026-courses: reported: not looked up yet\n"
        "  expected: `reported:` met, progress or not-mentioned\n"
    ) in said


def test_the_preview_shows_what_is_open(project: Path) -> None:
    assert main(["--root", str(project), "new-year", "2027"]) == 0
    pages = {(page.address, page.language): page.markdown for page in render_pages(load_report(project), ROOT / "docs")}
    assert "TODO：2026年结果的导语。" in pages["2026/", "zh"]
    assert "TODO: what opens the plan for 2027." in pages["2027/", "en"]
    assert pages["ledger/", "zh"].count("待查") > 2
    assert "Not yet looked up" in pages["ledger/", "en"]
    settled = {(page.address, page.language): page.markdown for page in render_pages(load_report(GOOD), ROOT / "docs")}
    assert "Not yet looked up" not in settled["ledger/", "en"]


def test_headings_may_be_filled_before_the_entries_that_name_them(project: Path) -> None:
    assert main(["--root", str(project), "new-year", "2027"]) == 0
    path, heading = project / "data/sources.yml", "  - heading: TODO：报告2026年结果的章节\n"
    text = path.read_text(encoding="utf-8")
    assert heading in text
    path.write_text(text.replace(heading, "  - heading: 馆务\n"), encoding="utf-8")
    pages = {(page.address, page.language): page.markdown for page in render_pages(load_report(project), ROOT / "docs")}
    assert "TODO：报告2026年结果的章节" in pages["2026/", "zh"]


def test_a_mark_is_a_word_of_its_own(project: Path) -> None:
    path = project / "data/strings.yml"
    path.write_text(path.read_text(encoding="utf-8") + "# the TODOs of MASTODON\n", encoding="utf-8")
    assert list(find_todos(project, [path])) == []
    path.write_text(path.read_text(encoding="utf-8") + f"# {MARK}\n", encoding="utf-8")
    assert [problem.line for problem in find_todos(project, [path])] == [6]


@pytest.mark.parametrize(
    ("year", "says"),
    [
        ("2028", "data/report.yml:55: years: 2028 is not the year that follows\n  expected: `report new-year 2027`\n"),
        ("2026", "data/report.yml:55: years: 2026 is a year of the report already\n"),
    ],
)
def test_another_year_is_refused(year: str, says: str, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert refused(project, capsys, year).startswith(says)


def test_it_does_not_run_twice(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(project), "new-year", "2027"]) == 0
    assert "2027 is a year of the report already" in refused(project, capsys)


def test_a_file_in_the_way_is_not_written_over(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "data/plans/2027.yml").write_text("", encoding="utf-8")
    assert "data/plans/2027.yml" in refused(project, capsys)


def test_a_report_with_problems_is_left_alone(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "data/glossary.yml").write_text("- id: x\n", encoding="utf-8")
    assert "data/glossary.yml:1: x: en: missing" in refused(project, capsys)


def refused(root: Path, capsys: pytest.CaptureFixture[str], year: str = "2027") -> str:
    """What the command says when it refuses; it has changed nothing."""
    before = content(root)
    assert main(["--root", str(root), "new-year", year]) == 1
    assert content(root) == before
    return capsys.readouterr().err


@pytest.mark.parametrize("step", ["open", "replace"])
def test_a_disk_that_fails_midway_leaves_all_as_it_was(
    step: str, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, written = content(project), []
    real = getattr(Path, step)

    def fails(path: Path, *arguments: object, **named: object) -> object:
        if path.is_relative_to(project) and (step == "replace" or arguments == ("wb",)):
            written.append(path)
            if len(written) == 6:  # The first new file, after five that were there.
                raise OSError(28, "No space left on device", str(path))
        return real(path, *arguments, **named)

    monkeypatch.setattr(Path, step, fails)
    assert main(["--root", str(project), "new-year", "2027"]) == 1
    assert len(written) >= 6
    assert content(project) == before


def test_line_ends_of_another_system_are_kept(project: Path) -> None:
    for path in (project / "data").rglob("*.yml"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert main(["--root", str(project), "new-year", "2027"]) == 0
    for name in ("report.yml", "ledger.yml", "pages.yml"):
        text = (project / "data" / name).read_bytes()
        assert text.count(b"\r\n") == text.count(b"\n")
        assert b"\r\r" not in text


def test_a_ledger_of_comments_alone_is_begun(project: Path) -> None:
    (project / "data/ledger.yml").write_text("# what became of each commitment\n", encoding="utf-8")
    (project / "data/results/2025.yml").unlink()
    assert main(["--root", str(project), "new-year", "2027"]) == 0
    text = (project / "data/ledger.yml").read_text(encoding="utf-8")
    assert text == (
        "# what became of each commitment\n- id: 2026-courses\n  reported: open\n"
        "- id: 2026-home-delivery\n  reported: open\n"
    )


def test_a_ledger_in_brackets_is_named(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    entries = ", ".join(
        f"{{id: {id}, reported: not-mentioned}}"
        for id in ("2025-village-rooms", "2025-digital-target", "2025-reading-circle")
    )
    (project / "data/ledger.yml").write_text(f"[{entries}]\n", encoding="utf-8")
    assert refused(project, capsys).splitlines()[0].startswith("data/ledger.yml:1: written in brackets")


def test_a_year_with_results_is_followed_by_one_with_results(project: Path) -> None:
    """A report that looks back has results alone: the next year is laid out as the last one."""
    for name in ("plans", "ledger.yml", "results/2024.yml"):
        path = project / "data" / name
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    (project / "data/coverage.yml").unlink()
    path = project / "data/report.yml"
    head, rest = path.read_text(encoding="utf-8").split("- year: 2024")
    year, themes = rest.split("- year: 2025")[1].split("- year: 2026")[0], rest.split("themes:")[1]
    path.write_text(f"{head}- year: 2025{year}themes:{themes}", encoding="utf-8")
    assert main(["--root", str(project), "new-year", "2026"]) == 0
    report = load_report(project)
    assert [results.year for results in report.results] == [2025, 2026]
    assert (report.plans, report.ledger) == ((), ())
    assert [section.years for section in report.articles[-1].sections] == [(2026,)]
    assert report.edition.years[-1].short.en == "2026 in review"


def test_a_plan_may_be_new_while_the_ledger_is_empty(project: Path) -> None:
    """An agency's first report has one plan, and no ledger file."""
    (project / "data/ledger.yml").unlink()
    (project / "data/results/2025.yml").unlink()
    assert main(["--root", str(project), "new-year", "2027"]) == 0
    assert (project / "data/ledger.yml").read_text(encoding="utf-8").count("reported: open") == 2


@pytest.mark.parametrize(
    ("text", "items", "expected"),
    [
        ("a:\n- b: 1\n# end\n", ["b: 2\nc: 3"], "a:\n- b: 1\n- b: 2\n  c: 3\n# end\n"),
        ("a:\n  - b: 1\nz: 0\n", ["b: 2"], "a:\n  - b: 1\n  - b: 2\nz: 0\n"),
        ("a:\n- b: >\n    long\n    words\nz: 0\n", ["b: 2"], "a:\n- b: >\n    long\n    words\n- b: 2\nz: 0\n"),
        ("a:\n- b: [1,\n    2]", ["b: 2"], "a:\n- b: [1,\n    2]\n- b: 2\n"),
        ("a: []\nz: 0\n", ["b: 2"], "a:\n- b: 2\nz: 0\n"),
    ],
)
def test_items_are_added_in_the_style_of_the_list(text: str, items: list[str], expected: str) -> None:
    assert append_items(text, ("a",), items) == expected


def test_values_and_comments_are_put_in_their_place() -> None:
    text = 'a: "1"  # one\nb:\n  - c: x\n    d: y\n'
    assert replace_values(text, {("a",): "2"}) == "a: 2  # one\nb:\n  - c: x\n    d: y\n"
    assert comment_above(text, ("b", 0, "d"), "why") == 'a: "1"  # one\nb:\n  - c: x\n    # why\n    d: y\n'
    assert comment_above(text, ("b", 0, "c"), "why") == 'a: "1"  # one\nb:\n  # why\n  - c: x\n    d: y\n'


@pytest.mark.parametrize(("path", "text"), [(("b",), "a: 1\n"), (("a", 0), "a: 1\n"), ((), ""), (("a",), "a: [1]\n")])
def test_what_is_not_there_cannot_be_changed(path: tuple[str | int, ...], text: str) -> None:
    with pytest.raises(KeyError):
        append_items(text, path, ["b: 2"])


def test_a_year_that_cannot_be_loaded_is_told(project: Path) -> None:
    """A list in brackets cannot be added to line by line: the editor is told where, and nothing is written."""
    path = project / "data/report.yml"
    text = path.read_text(encoding="utf-8")
    head, _, rest = text.partition("years:\n")
    years, _, tail = rest.partition("themes:\n")
    flow = "years: [" + ", ".join(
        f"{{year: {year}, title: {{zh: a, en: a}}, short: {{zh: a, en: a}}, description: {{zh: a, en: a}}}}"
        for year in (2024, 2025, 2026)
    )
    path.write_text(f"{head}{flow}]\nthemes:\n{tail}", encoding="utf-8")
    assert years
    before = content(project)
    with pytest.raises(ReportError, match=r"data/report.yml:\d+: years: written in brackets"):
        prepare_year(project, 2027)
    assert content(project) == before
