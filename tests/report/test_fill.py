"""`report fill`: places and quotes found in the articles, written and nothing else."""

import shutil
from pathlib import Path

import pytest

from report.cli import main
from report.load import load_report
from report.yaml.edit import Addition, add_keys, scalar
from samples import GOOD

TYPED = """\
defaults:  # of this file
  article: l2025
  status: reported
  period: {year: 2024}
  scope: {zh: 全镇, en: the town}
figures:
# the first
- id: all-visits.2024
  indicator: visits
  noun: {en: [visit, visits]}
  stated: 1.2万余人次   # as printed
- {id: spending.2024, indicator: book-spending, stated: 36.5万元}
"""
FILLED = """\
defaults:  # of this file
  article: l2025
  status: reported
  period: {year: 2024}
  scope: {zh: 全镇, en: the town}
figures:
# the first
- id: all-visits.2024
  indicator: visits
  noun: {en: [visit, visits]}
  stated: 1.2万余人次   # as printed
  quote: 全年接待读者1.2万余人次
  sources:
  - {section: 年度回顾, paragraph: 2, sentence: 1}
- {id: spending.2024, indicator: book-spending, stated: 36.5万元, quote: 购书支出36.5万元, \
sources: [{section: 年度回顾, paragraph: 2, sentence: 2}]}
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return Path(shutil.copytree(GOOD, tmp_path / "project"))


def run(project: Path, text: str, capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    """The status, what was printed of a file of figures, and the file afterwards."""
    path = project / "data/figures/new.yml"
    path.write_bytes(text.encode())
    status = main(["--root", str(project), "fill", *words])
    printed = capsys.readouterr()
    return status, (printed.out + printed.err).replace(f"{project.as_posix()}/", ""), path.read_bytes().decode()


def test_place_and_quote_are_written_and_nothing_else(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = "data/figures/new.yml\nWrote place or quote of 2 entries.\n"
    assert run(project, TYPED, capsys) == (0, said, FILLED)
    assert run(project, FILLED, capsys) == (0, "Wrote place or quote of 0 entries.\n", FILLED)
    figure = load_report(project).figure["all-visits.2024"]
    assert (figure.label.en, figure.measure, figure.status) == ("Visits by readers", "count", "reported")
    assert figure.sources[0].article == "l2025"


def without(text: str, *rows: str) -> str:
    """A file without some of its rows."""
    return "".join(line for line in text.splitlines(keepends=True) if line.strip() not in rows)


def test_results_commitments_and_evidence_get_theirs(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """By the figures that they name, by their quote, or by their place."""
    edits = {
        "results/2024.yml": [
            "quote: 接待读者1.2万余人次",
            "sources:",
            "- {article: l2025, section: 年度回顾, paragraph: 2, sentence: 1}",
            "- {article: l2025, section: 年度回顾, paragraph: 1, sentence: 1}",
        ],
        "plans/2025.yml": ["quote: 数字馆藏占比达40%"],
        "ledger.yml": ["sources:", "- {article: l2026, section: 年度回顾, paragraph: 1, sentence: 3}"],
    }
    before = load_report(project)
    for name, rows in edits.items():
        path = project / "data" / name
        path.write_text(without(path.read_text(encoding="utf-8"), *rows), encoding="utf-8")
    assert main(["--root", str(project), "check"]) == 1
    said = capsys.readouterr().err
    assert [line for line in said.splitlines() if line.startswith("data/")] == [
        "data/results/2024.yml:17: 2024-service-rank: sources: missing; the command `report fill` writes it",
        "data/results/2024.yml:26: 2024-visits: quote: missing; the command `report fill` writes it",
        "data/plans/2025.yml:30: 2025-digital-target: quote: missing; the command `report fill` writes it",
        "data/ledger.yml:11: 2025-digital-target: evidence[1].sources: missing; the command `report fill` writes it",
    ]
    assert main(["--root", str(project), "fill"]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "Wrote place or quote of 4 entries."
    report = load_report(project)
    visits = next(result for result in report.all_results() if result.id == "2024-visits")
    target = next(each for each in report.all_commitments() if each.id == "2025-digital-target")
    assert (visits.quote, target.quote) == ("全年接待读者1.2万余人次", "到2025年底，数字馆藏占比达40%")
    places = [[entry.sources for entry in each.all_results()] for each in (before, report)]
    assert places[0] == places[1]
    assert report.ledger == before.ledger


def test_an_entry_that_names_no_sentence(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = project / "data/results/2024.yml"
    text = path.read_text(encoding="utf-8").replace("全年接待读者{visits.2024}。", "接待读者。")
    rows = ["quote: 接待读者1.2万余人次", "- {article: l2025, section: 年度回顾, paragraph: 2, sentence: 1}"]
    head, tail = text.split("  - id: 2024-visits\n")
    path.write_text(head + "  - id: 2024-visits\n" + without(tail, *rows, "sources:"), encoding="utf-8")
    before = path.read_bytes()
    assert main(["--root", str(project), "fill"]) == 1
    assert path.read_bytes() == before
    said = capsys.readouterr().err.replace(f"{project.as_posix()}/", "")
    assert said.partition("\n")[0] == (
        "data/results/2024.yml:22: 2024-visits: no sentence of an article that is at hand is named here"
    )


def test_line_ends_and_byte_order_mark_stay(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, _, after = run(project, "\ufeff" + TYPED.replace("\n", "\r\n"), capsys)
    assert (status, after) == (0, "\ufeff" + FILLED.replace("\n", "\r\n"))


def test_a_phrase_printed_twice_needs_a_word_more(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article = project / "articles/l2025.txt"
    article.write_text(article.read_text(encoding="utf-8") + "购书支出36.5万元。\n", encoding="utf-8")
    status, said, after = run(project, TYPED, capsys)
    assert (status, after) == (1, TYPED)
    assert said == (
        "data/figures/new.yml:12: spending.2024: stated: 36.5万元 is printed more than once\n"
        "  expected: the place, one of: l2025 年度回顾 2.2; l2025 明年计划 2.1\n"
        "  hint: add `quote:`, a passage around it that is printed once, or `sources:`; then run the command again / "
        "提示：请写明 `quote:`（含该写法、只出现一次的短句）或 `sources:`，再运行一次\n"
        "1 problem. Nothing was written.\n"
    )
    place = "36.5万元, sources: [{section: 明年计划, paragraph: 2, sentence: 1}]}"
    status, _, after = run(project, TYPED.replace("36.5万元}", place), capsys)
    assert (status, after.splitlines()[-1][-20:]) == (0, ", quote: 购书支出36.5万元}")


def test_a_phrase_that_is_not_printed(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, said, _ = run(project, TYPED.replace("36.5万元", "36.6万元"), capsys)
    assert status == 1
    assert said.startswith("data/figures/new.yml:12: spending.2024: stated: 36.6万元 is not printed in l2025\n")


def test_a_part_of_a_number_is_not_the_number(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """2万余人次 stands in 1.2万余人次: the check says which words are missing."""
    status, _, after = run(project, TYPED.replace("1.2万余人次", "2万余人次"), capsys)
    assert (status, "quote: 全年接待读者1.2万余人次" in after) == (0, True)
    assert main(["--root", str(project), "check"]) == 1
    assert "1.2万余人次" in capsys.readouterr().err


def test_keys_are_added_wherever_a_mapping_ends() -> None:
    text = "- id: a\n  stated: >-\n    5\n    6\n\n# end"
    assert add_keys(text, [Addition((0,), "q", "x")]) == "- id: a\n  stated: >-\n    5\n    6\n  q: x\n\n# end"
    assert add_keys("- {a: 1,}", [Addition((0,), "q", "x")]) == "- {a: 1, q: x,}"
    assert add_keys("-   a: 1", [Addition((0,), "q", "- x\n- y")]) == "-   a: 1\n    q:\n    - x\n    - y\n"
    with pytest.raises(KeyError):
        add_keys("- a", [Addition((0,), "q", "x")])


@pytest.mark.parametrize("words", ["20%", "no", "a: b", "# x", "一, 二", "[a]", "it's", "- x", "x #y"])
def test_words_are_quoted_where_yaml_would_read_them_as_something_else(words: str) -> None:
    text = add_keys("- {a: 1}\n", [Addition((0,), "q", scalar(words, in_braces=True))])
    assert add_keys("- a: 1\n", [Addition((0,), "q", scalar(words))])
    assert f"q: {scalar(words, in_braces=True)}" in text
