"""Small projects with one slip each, and the exact message that an editor reads for it.

`samples/library/` is a whole invented report that passes every check. Each other folder holds what differs
from it: files of `data/` laid over the good ones, `removed.txt` (what to take away, a path a line) and
`expected.txt`, all that `report check` prints (`report check --strict` where the case's `report.yml` asks for
verification). A new case is a new folder.

After a change of wording write `expected.txt` anew, then read every line of the difference::

    UPDATE_EXPECTED=1 python -m pytest tests/report/test_sites.py
"""

import os
from pathlib import Path

import pytest
from test_words import codes_in

from report.articles.passages import fingerprints, read_articles
from report.cli import main
from report.load import read_report
from report.problems import Problem
from report.validate import check
from report.validate.reviews import check_stale_translations, open_reviews
from samples import CASES, GOOD, SITES, lay_out

UPDATE = bool(os.environ.get("UPDATE_EXPECTED"))
ACCEPTED = "No problems"

# Codes that no file of `data/` alone brings about, with the module that shows them.
SHOWN_ELSEWHERE = {
    "sample-language": "test_begin",
    "part-gone": "test_review_records",
    "file-large": "test_load",
    "drawing-large": "test_home",
    "file-many": "test_load",
    "file-unreadable": "test_load",
    "file-unusable": "test_site",
    "articles-missing": "test_cli",
    "currency-missing": "test_draft",
    "article-mark": "test_articles",
    "article-unheaded": "test_articles",
    "article-heading-twice": "test_articles",
    "article-empty": "test_articles",
    "quote-not-found": "test_articles",
    "article-changed": "test_review_commands",
    "phrase-elsewhere": "test_review_commands",
    "reviewer-unknown": "test_review_commands",
    "review-unknown": "test_review_commands",
    "sentence-open": "test_coverage",
    "sentence-twice": "test_coverage",
    "unfilled": "test_new_year",
    "ledger-open": "test_new_year",
    "year-begun": "test_new_year",
    "year-not-next": "test_new_year",
    "year-file": "test_new_year",
    "list-in-brackets": "test_new_year",
    "excuses-many": "test_coverage",
    "place-open": "test_fill",
    "xliff-large": "test_translate",
    "xliff-declares": "test_translate",
    "xliff-malformed": "test_translate",
    "xliff-references": "test_translate",
    "xliff-markup": "test_translate",
    "xliff-there": "test_translate",
    "xliff-none": "test_translate",
    "xliff-unknown": "test_translate",
    "xliff-twice": "test_translate",
    "xliff-changed": "test_translate",
    "xliff-todo": "test_translate",
    "xliff-taken": "test_translate",
    "table-cell-empty": "test_source_tables",
    "table-chart": "test_source_tables",
    "table-columns": "test_source_tables",
    "table-declares": "test_source_tables",
    "table-empty": "test_source_tables",
    "table-error": "test_source_tables",
    "table-format": "test_source_tables",
    "table-formula": "test_source_tables",
    "table-kind": "test_draft_tables",
    "table-large": "test_source_tables",
    "table-locked": "test_source_tables",
    "table-macros": "test_source_tables",
    "table-there": "test_draft_tables",
    "table-two": "test_draft_tables",
    "table-unit": "test_source_tables",
    "table-unread": "test_source_tables",
    "table-year": "test_source_tables",
    "locator-cell": "test_draft_tables",
    "locator-pages": "test_paged_sources",
    "locator-unpaged": "test_paged_sources",
    "locator-sheet": "test_draft_tables",
    "place-kinds": "test_paged_sources",
    "place-page": "test_paged_sources",
    "place-cell": "test_paged_sources",
    "article-page": "test_paged_sources",
    "phrase-several": "test_fill",
    "phrase-nowhere": "test_fill",
    "numeral-open": "test_coverage",
}


def content(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("case", CASES)
def test_the_message_is_exact(case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = lay_out(case, tmp_path / "project")
    before = content(root)
    strict = ["--strict"] if (SITES / case / "data/report.yml").exists() else []
    status = main(["--root", str(root), "check", *strict])
    printed = capsys.readouterr()
    expected = SITES / case / "expected.txt"
    if UPDATE:
        expected.write_text(printed.out + printed.err, encoding="utf-8", newline="\n")
    assert printed.out + printed.err == expected.read_text(encoding="utf-8")
    assert status == (0 if printed.out.startswith(ACCEPTED) else 1)
    assert content(root) == before, "nothing may be written"


def test_the_good_project_has_no_problems(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(GOOD), "check"]) == 0
    assert main(["--root", str(GOOD), "coverage", "--articles", str(GOOD / "articles")]) == 0
    assert "0 open" in capsys.readouterr().out


def test_the_fingerprints_of_the_good_project_are_fresh() -> None:
    written = fingerprints(read_articles(GOOD / "articles", ["l2025", "l2026"]))
    assert (GOOD / "data/articles.yml").read_text(encoding="utf-8") == written


def test_no_case_is_a_leftover() -> None:
    """A case that differs in nothing from the good project, or that nobody has read, shows nothing."""
    for case in CASES:
        files = content(SITES / case)
        assert files.pop("expected.txt", b""), case
        assert any(content(GOOD).get(name) != data for name, data in files.items()), case


def problems_of(root: Path) -> list[Problem]:
    report, problems = read_report(root)
    if report is None:
        return problems
    return [*problems, *check(report), *check_stale_translations(report), *open_reviews(report)]


def test_every_message_of_the_checks_is_shown_by_a_case(tmp_path: Path) -> None:
    shown = {problem.code for case in CASES for problem in problems_of(lay_out(case, tmp_path / case))}
    assert codes_in("report") - shown == set(SHOWN_ELSEWHERE)
