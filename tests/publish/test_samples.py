"""The communiqué, a report of figures alone: no plan, no ledger, no errata.

Belongs here: what makes it a sample of an agency's report. What every report must do is tested with the library.
"""

import shutil
from collections import Counter
from pathlib import Path

import pytest
from building import SAMPLES, build, lay_out_sample, report

from report.load import load_report

COMMUNIQUE = SAMPLES / "communique"
FIGURES = 53
OTHERS = ("Zhuzhou", "株洲", "Qingshi", "青石", "library", "ledger", "台账", "commitment", "承诺", "second article")


def test_it_is_whole_and_strictly_valid() -> None:
    sample = load_report(COMMUNIQUE, strict=True)
    assert len(sample.figures) == FIGURES
    assert (sample.plans, sample.ledger, sample.errata, sample.excuses) == ((), (), (), ())
    assert Counter(chart.kind for chart in sample.charts) == {
        "bars": 3, "before-after": 3, "changes": 2, "parts": 2, "waffle": 1, "table": 1, "trend": 1,
    }  # fmt: skip
    assert [figure.id for figure in sample.figures if figure.part_of == "health-spending.2023"] == [
        "government-share.2023", "social-share.2023", "personal-share.2023",
    ]  # fmt: skip


def test_its_figures_and_quotes_stand_in_its_article(tmp_path: Path) -> None:
    shutil.copytree(COMMUNIQUE, tmp_path, dirs_exist_ok=True)
    said = report("verify", "--articles", "articles", "--on", "2024-09-02", folder=tmp_path)
    checked = "Wrote data/verification.yml: 80 entries checked against the articles.\n"
    assert (said.returncode, said.stderr, said.stdout) == (0, "", checked)
    assert report("coverage", folder=tmp_path).stdout.splitlines()[-1] == (
        "27 sentences: 27 named by an entry, 0 excused; 66 numerals; 0 open."
    )


def test_it_builds_strictly_and_says_nothing_of_other_reports(tmp_path: Path) -> None:
    lay_out_sample(tmp_path, "communique")
    charts = tmp_path / "data/charts.yml"  # `make samples` draws them all, which takes ten seconds.
    charts.write_text(charts.read_text(encoding="utf-8").partition("\n- id: mortality\n")[0], encoding="utf-8")
    built = build(tmp_path, strict=True)
    assert built.succeeded, built.messages
    pages = {path.relative_to(tmp_path / "site").as_posix(): path for path in (tmp_path / "site").rglob("*.html")}
    assert {"index.html", "en/2023/index.html", "figures/life-expectancy.2019/index.html"} <= set(pages)
    assert not {"ledger/index.html", "errata/index.html", "en/corrections/index.html"} & set(pages)
    texts = {name: path.read_text(encoding="utf-8") for name, path in pages.items()}
    assert "The articles have 27 sentences: 27 cited by an entry." in texts["en/sources/index.html"]
    assert [(name, word) for name, text in texts.items() for word in OTHERS if word in text] == []


@pytest.mark.parametrize("name", sorted(path.name for path in SAMPLES.iterdir()))
def test_no_page_opens_with_its_title_again(name: str) -> None:
    for words in load_report(SAMPLES / name).pages:
        assert words.title is None or words.title not in (words.lead, words.description), words.id
