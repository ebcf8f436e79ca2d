"""`report verify` and `report sign`: what they refuse, what they write, and what they leave as it is."""

import re
from pathlib import Path

import pytest
from interrupting import full_disk
from signed import FIGURES, edit, sign, signed_project, verify

from report.cli import main
from report.load import load_report
from report.problems import ReportError
from report.review.records import subjects
from report.validate.reviews import unreviewed


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return signed_project(tmp_path)


def test_the_record_is_what_the_commands_write(project: Path) -> None:
    record = project / "data/verification.yml"
    before = record.read_bytes()
    record.unlink()
    assert verify(project) == 0
    assert sign(project, "--all", by="the editors of this site") == 0
    assert record.read_bytes() == before


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        ("articles/l2025.txt", "购书支出36.5万元", "购书支出约36.5万元", "articles.yml: the article is not the one"),
        (FIGURES, "quote: 购书支出36.5万元", "quote: 买书36.5万元", "the quote does not occur once in its sentence"),
    ],
)
def test_what_is_not_in_the_article_is_refused_and_nothing_is_written(
    file: str, old: str, new: str, message: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(project, file, (old, new))
    before = (project / "data/verification.yml").read_bytes()
    assert verify(project) == 1
    assert message in capsys.readouterr().err
    assert (project / "data/verification.yml").read_bytes() == before


def test_a_word_left_out_is_told(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(project, "articles/l2025.txt", ("购书支出36.5万元", "购书支出约36.5万元"))
    edit(project, FIGURES, ("quote: 购书支出36.5万元", "quote: 36.5万元"))
    assert main(["--root", str(project), "articles", str(project / "articles")]) == 0
    assert verify(project) == 1
    assert "stated: the article says more in l2025 年度回顾 2.2: 约36.5万元" in capsys.readouterr().err


@pytest.mark.parametrize("named", ["", "option", "environment"])
def test_check_reads_the_texts_where_they_are_at_hand(
    named: str, project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Beside `data/`, or where the option or the environment says; of words the fingerprints know nothing."""
    edit(project, FIGURES, ("quote: 购书支出36.5万元", "quote: 买书36.5万元"))
    folder = project / "articles"
    options = []
    if named:
        folder = folder.rename(project / "texts")
        assert main(["--root", str(project), "check"]) == 0
        options = ["--articles", str(folder)] if named == "option" else []
        monkeypatch.setenv("REPORT_ARTICLES", str(folder) if named == "environment" else "")
    assert main(["--root", str(project), "check", *options]) == 1
    assert "quote: the quote does not occur once in its sentence" in capsys.readouterr().err


def test_a_phrase_of_another_place_is_told(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(project, "articles/l2025.txt", ("至少有3家", "3家至少有"))
    assert main(["--root", str(project), "articles", str(project / "articles")]) == 0
    assert verify(project) == 1
    assert "the phrase does not stand in l2025 明年计划 1.1" in capsys.readouterr().err


def test_what_cites_an_article_that_is_not_at_hand_keeps_its_record(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    record, folder = project / "data/verification.yml", project / "articles"
    before = {review.id: review for review in load_report(project).reviews}
    (folder / "l2025.txt").unlink()
    text = re.sub(r'(verified: {on: [-0-9]+, print: )"\w+"', r'\1"000000000000"', record.read_text(encoding="utf-8"))
    record.write_text(text, encoding="utf-8")
    assert verify(project) == 0
    report = load_report(project)
    cited = {id: subject.cites for id, subject in subjects(report).items() if subject.cites}
    after = {review.id: review.verified for review in report.reviews if review.verified}
    fresh = {id for id, verified in after.items() if verified.print != "000000000000"}
    assert fresh == {id for id, articles in cited.items() if articles == {"l2026"}}
    assert all(after[id].print == review.verified.print for id in fresh if (review := before[id]).verified)
    assert capsys.readouterr().out == (
        f"Wrote {record.as_posix()}: {len(fresh)} entries checked against the articles.\n"
        f"{len(cited) - len(fresh)} entries could not be checked, and keep the records they had: "
        f"l2025.txt not in {folder.as_posix()}/.\n"
    )


def test_without_any_article_nothing_is_verified(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (project / "data/verification.yml").read_bytes()
    for path in (project / "articles").glob("*.txt"):
        path.unlink()
    assert verify(project) == 1
    assert "expected: one or more of: l2025.txt, l2026.txt\n" in capsys.readouterr().err
    assert (project / "data/verification.yml").read_bytes() == before


def test_one_entry_is_told_as_one(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert sign(project, "book-spending.2024") == 0
    assert capsys.readouterr().out.endswith("verification.yml: 1 entry reviewed.\n")


def test_nobody_is_invented(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert sign(project, "--all", by="Zhang San") == 1
    assert "unknown reviewer Zhang San" in capsys.readouterr().err
    assert sign(project, "book-spending.2025") == 1
    assert "called `book-spending.2025`; did you mean book-spending.2024" in capsys.readouterr().err


def test_a_record_that_cannot_be_written_stays_as_it_was(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The new one is written beside it first; a limit of sizes stands for a full disk."""
    before = (project / "data/verification.yml").read_bytes()
    with full_disk():
        assert sign(project, "book-spending.2024") == 1
    assert capsys.readouterr().err.startswith(f"{project}: cannot be read or written: File too large")
    assert (project / "data/verification.yml").read_bytes() == before


def test_a_review_by_nobody_of_the_edition_is_none(project: Path) -> None:
    edit(project, "data/verification.yml", ("by: librarians", "by: librarian"))
    with pytest.raises(ReportError) as refused:
        load_report(project, strict=True)
    (problem,) = refused.value.problems
    assert problem.render().partition(": ")[2] == (
        "2024-service-rank: unknown reviewer librarian; did you mean librarians?\n"
        "  expected: one of: librarians (the editors of this site)\n"
        "  hint: name one of `reviewers:` in data/report.yml, or add it there / "
        "提示：请写 data/report.yml 的 reviewers 之一，或先在那里加入"
    )
    assert problem.values["id"] in unreviewed(load_report(project))
