"""`report draft`: which indicator a number belongs to, and lists that cannot be added to."""

import shutil
from pathlib import Path

import pytest
from drafting import content, draft, with_article

from report.load import load_report
from samples import GOOD


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return Path(shutil.copytree(GOOD, tmp_path / "project"))


def test_unlike_things_of_one_name_have_indicators_of_their_own(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The shelves of the town and those of the villages are no one series; a rise of another thing is no change."""
    text = "## 一、馆藏\n2025年，书架30层，阅览席增加5个；村级书屋20家，书架8层；书架30层，比上年增加2层。\n"
    draft(with_article(project, text), capsys)
    figures = [figure for figure in load_report(project).figures if figure.id.startswith("c2025")]
    assert [(figure.stated, figure.indicator, figure.change_of) for figure in figures] == [
        ("30层", "c2025-1-1-1", None),
        ("增加5个", "c2025-1-1-1-2", None),
        ("20家", "c2025-1-1-2", None),
        ("8层", "c2025-1-1-2-2", None),
        ("比上年增加2层", "c2025-1-1-1", "c2025-1-1-1.2025"),
    ]


def test_a_list_in_brackets_is_named_and_left(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "{figures: [{id: a.2025, indicator: visits, noun: {en: [a, b]}, status: reported, period: {year: 2025}, "
    place = "{article: l2025, section: 年度回顾, paragraph: 2, sentence: 1}"
    text += f"scope: {{zh: 镇, en: town}}, stated: 1.2万余人次, quote: 接待读者1.2万余人次, sources: [{place}]}}]}}\n"
    edit = with_article(project, "## 一、馆藏\n藏书51.2万册。\n") / "data/figures/c2025.yml"
    edit.write_text(text.replace("year: 2025", "year: 2024"), encoding="utf-8")
    before = content(project)
    status, said = draft(project, capsys)
    assert (status, said.partition("\n")[0].startswith("data/figures/c2025.yml:1: figures: written in brackets")) == (
        1,
        True,
    )
    assert content(project) == before
