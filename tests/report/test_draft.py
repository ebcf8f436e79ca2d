"""`report draft ARTICLE`: what it writes, what it leaves alone, and that it does all or nothing."""

import difflib
import shutil
from pathlib import Path

import pytest
from drafting import content, draft, with_article

from publish.new_report import start_report
from report.articles.coverage import measure_coverage
from report.begin import Beginning
from report.cli import main
from report.load import load_report
from samples import GOOD

ARTICLE = """\
# 公报
## 一、馆藏
2025年末，全镇藏书51.2万册，比上年增加3.1万册。其中：儿童读物占23.5%，电子书6类15项。
截至2025年6月30日，累计接待读者2.3万余人次；推进“书香社区”建设。
## 二、下一步
将新建书屋至少5家，到2026年底，数字馆藏占比达50%。
"""
FIGURES = """\
# yaml-language-server: $schema=../schema/figures.json
defaults:
  article: c2025
  status: reported
  period: {end_of: 2025}
  scope:
    zh: TODO：数字的范围
    en: "TODO: whom or what the figures cover"
figures:
MARK
- id: c2025-1-1-1.2025
  indicator: c2025-1-1-1
  stated: 51.2万册
  quote: 全镇藏书51.2万册
  sources:
  - {section: 一、馆藏, paragraph: 1, sentence: 1}
MARK
- id: c2025-1-1-1.2025-change
  indicator: c2025-1-1-1
  stated: 比上年增加3.1万册
  quote: 比上年增加3.1万册
  change_of: c2025-1-1-1.2025
  period: {year: 2025, compared_with: 2024}
  sources:
  - {section: 一、馆藏, paragraph: 1, sentence: 1}
PART
- id: c2025-1-1-2.2025
  indicator: c2025-1-1-2
  stated: 23.5%
  quote: 儿童读物占23.5%
  part_of: c2025-1-1-1.2025
  sources:
  - {section: 一、馆藏, paragraph: 1, sentence: 2}
MARK
- id: c2025-1-1-2-2.2025
  indicator: c2025-1-1-2-2
  stated: 6类15项
  quote: 电子书6类15项
  sources:
  - {section: 一、馆藏, paragraph: 1, sentence: 2}
MARK
- id: visits.2025-06
  indicator: visits
  stated: 2.3万余人次
  quote: 累计接待读者2.3万余人次
  noun: {en: [visit, visits]}
  period: {cumulative_to: 2025-06-30}
  sources:
  - {section: 一、馆藏, paragraph: 2, sentence: 1}
MARK
- id: c2025-2-1-1.2026
  indicator: c2025-2-1-1
  stated: 至少5家
  quote: 将新建书屋至少5家
  status: target
  period: {within: 2026}
  sources:
  - {section: 二、下一步, paragraph: 1, sentence: 1}
MARK
- id: digital-share.2026
  indicator: digital-share
  stated: 50%
  quote: 数字馆藏占比达50%
  status: target
  period: {by_end_of: 2026}
  sources:
  - {section: 二、下一步, paragraph: 1, sentence: 1}
""".replace(
    "MARK",
    "# TODO: 长久的编号、指标、期间，核对后删去此行 · check lasting id, indicator and period, then delete this line",
).replace(
    "PART",
    "# TODO: 是否为 part_of 所写整体的一部分，核对后删去此行 · "
    "check that it is a part of what part_of names, then delete this line",
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return Path(shutil.copytree(GOOD, tmp_path / "project"))


def test_every_number_and_sentence_gets_a_stub(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, said = draft(with_article(project, ARTICLE), capsys)
    assert (status, said) == (
        0,
        "data/articles.yml\ndata/sources.yml\ndata/indicators.yml\ndata/figures/c2025.yml\ndata/results/2025.yml\n"
        "data/plans/2026.yml\ndata/glossary.yml\n"
        "Drafted: 7 figures, 4 indicators, 4 results, 1 commitments; in comments: 0 numbers that no rule reads, "
        "1 words for the glossary.\n",
    )
    assert (project / "data/figures/c2025.yml").read_text(encoding="utf-8") == FIGURES
    report = load_report(project)
    known = {i.id: (i.label.zh, i.unit, i.noun and i.noun.en) for i in report.indicators if i.id.startswith("c2025")}
    todo = ("TODO", "TODO")
    assert known == {
        "c2025-1-1-1": ("TODO：全镇藏书", "册", (todo,)),
        "c2025-1-1-2": ("TODO：儿童读物", "%", None),
        "c2025-1-1-2-2": ("TODO：电子书", "类项", (todo, todo)),
        "c2025-2-1-1": ("TODO：新建书屋", "家", (todo,)),
    }
    open_ = [problem for problem in measure_coverage(report).problems if problem.values["place"].startswith("c2025")]
    assert open_ == []
    commitment = next(c for c in report.all_commitments() if c.sources[0].article == "c2025")
    assert (commitment.id, commitment.quote) == ("2026-c2025-2-1-1", "将新建书屋至少5家，到2026年底")
    assert commitment.text.zh == "TODO：将新建书屋{c2025-2-1-1.2026}，到2026年底，数字馆藏占比达{digital-share.2026}。"
    assert commitment.text.en == "TODO: {c2025-2-1-1.2026}, {digital-share.2026}"


def test_a_second_run_adds_nothing(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    draft(with_article(project, ARTICLE), capsys)
    before = content(project)
    status, said = draft(project, capsys)
    assert (status, said.startswith("Drafted: 0 figures, 0 indicators, 0 results, 0 commitments;")) == (0, True)
    assert said.endswith("0 numbers that no rule reads, 0 words for the glossary.\n")
    assert content(project) == before


def test_lines_are_added_and_nothing_else_changes(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = with_article(project, ARTICLE) / "data/indicators.yml"
    path.write_text("# ours\n" + path.read_text(encoding="utf-8") + "# the end", encoding="utf-8")
    before = {path: path.read_text(encoding="utf-8") for path in (project / "data").rglob("*.yml")}
    draft(project, capsys)
    for path, text in before.items():
        lines = difflib.ndiff(text.splitlines(), path.read_text(encoding="utf-8").splitlines())
        assert [line for line in lines if line.startswith("- ")] == [], path.name


def test_a_complete_report_gets_nothing(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = content(project)
    for article in ("l2025", "l2026"):
        assert draft(project, capsys, article)[1].startswith("Drafted: 0 figures, 0 indicators, 0 results, 0 comm")
    assert content(project) == before


def test_the_places_to_fill_in_are_listed(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    draft(with_article(project, ARTICLE), capsys)
    assert main(["--root", str(project), "check"]) == 0
    capsys.readouterr()
    assert main(["--root", str(project), "check", "--strict"]) == 1
    said = capsys.readouterr().err
    assert "data/figures/c2025.yml:7: defaults.scope.zh: still to be filled: 数字的范围\n" in said
    assert "data/figures/c2025.yml:10: c2025-1-1-1.2025: still to be filled: 长久的编号、指标、期间" in said
    assert "c2025-1-1-1: noun: still to be filled" in said


def test_traditional_text_is_read_alike(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "## 一、館藏\n2025年，藏書51.2萬冊，比上年增加3.1萬冊。\n## 二、計劃\n將新建書屋至少5間。\n"
    status, said = draft(with_article(project, text, "一、館藏"), capsys)
    assert (status, said.splitlines()[-1].partition(";")[0]) == (
        0,
        "Drafted: 3 figures, 2 indicators, 1 results, 1 commitments",
    )
    figures = [figure for figure in load_report(project).figures if figure.id.startswith("c2025")]
    assert [(f.stated, f.status, f.change_of) for f in figures] == [
        ("51.2萬冊", "reported", None),
        ("比上年增加3.1萬冊", "reported", "c2025-1-1-1.2025"),
        ("至少5間", "target", None),
    ]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("## 一、馆藏\n书香更近。\n", "0 figures, 0 indicators, 1 results, 0 commitments"),
        ("## 一、馆藏\n" + "".join(f"第{n}批图书{n}00册。" for n in range(1, 101)), "100 figures"),
        ("## 一、馆藏\n书屋5家，书店5家，书吧5家。\n", "3 figures"),
        ("## 一、馆藏\n书屋5家，书屋5家，书屋5家。\n", "0 figures"),
    ],
    ids=["one sentence", "a hundred", "the same number of others", "the same number again"],
)
def test_an_article_may_be_short_or_long(
    text: str, counts: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, said = draft(with_article(project, text), capsys)
    assert (status, counts in said) == (0, True), said
    assert main(["--root", str(project), "check"]) == 0


def test_what_no_rule_reads_stays_a_comment(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "## 一、馆藏\n每个县区至少有1家书屋。\n"
    status, said = draft(with_article(project, text), capsys)
    assert (status, "numbers that no rule reads" in said) == (0, True)
    load_report(project)
    written = project / "data/figures/c2025.yml"
    assert "no rule reads this number: enter it from the article: c2025 一、馆藏 1.1: " in written.read_text("utf-8")
    before = content(project)
    draft(project, capsys)
    assert content(project) == before


def test_an_article_that_is_not_there(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = content(with_article(project, ARTICLE))
    status, said = draft(project, capsys, "c2024")
    assert (status, said.partition("\n")[0]) == (
        1,
        "data/sources.yml: unknown article `c2024`; did you mean c2025 / l2026?",
    )
    (project / "articles/c2025.txt").unlink()
    before = content(project)
    status, said = draft(project, capsys)
    assert (status, "c2025.txt" in said) == (1, True)
    assert content(project) == before


@pytest.mark.parametrize("sections", [["results"], []], ids=["with results", "without years"])
def test_an_empty_report_is_filled_from_its_article(
    sections: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """No themes, no units, and in the second not even a year."""
    root = tmp_path / "report"
    start_report(root, Beginning(2023, frozenset(sections)))
    (root / "articles").mkdir(exist_ok=True)
    text = "## 一、馆藏\n2023年，藏书51.2万册，支出36.5万元。\n## 二、下一步\n将新建书屋至少5家。\n"
    (root / "articles/a2023.txt").write_text(text, encoding="utf-8")
    status, said = draft(root, capsys, "a2023")
    assert (status, said.splitlines()[-1]) == (
        0,
        "Drafted: 3 figures, 3 indicators, 1 results, 1 commitments; in comments: 0 numbers that no rule reads, "
        "0 words for the glossary.",
    )
    if sections:  # The example of a new report has made room.
        results = (root / "data/results/2023.yml").read_text(encoding="utf-8")
        assert ("2023-first-result" in results, results.count("chapters:")) == (False, 1)
    report = load_report(root)
    assert [year.year for year in report.edition.years] == [2023, 2024]
    assert report.units == ()  # All are known.
    assert [section.heading for section in report.articles[0].sections] == ["一、馆藏", "二、下一步"]
    assert [(plan.year, len(plan.workstreams)) for plan in report.plans] == [(2024, 1)]


def test_amounts_without_a_currency_stop_the_draft(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A later run could not add their changes, parts and sentences to what was drafted without them."""
    root = tmp_path / "report"
    start_report(root, Beginning(2023))
    edition = root / "data/report.yml"
    edition.write_text(edition.read_text(encoding="utf-8").replace("currency: CNY\n", ""), encoding="utf-8")
    text = "## 费用\n2023年，次均门诊费用361.6元，比上年上涨5.3%。\n"
    (root / "articles/a2023.txt").write_text(text, encoding="utf-8")
    before = content(root)
    status, said = draft(root, capsys, "a2023")
    assert (status, content(root)) == (1, before)
    assert said.splitlines()[:4] == [
        "data/report.yml: the article prints amounts of money without a currency, "
        "and the report names none as its own",
        "  expected: `currency:`, such as CNY, HKD, MOP or TWD",
        "  got: 361.6元",
        "  hint: write `currency:` in data/report.yml, then run `report draft` again "
        "/ 提示：请先在 data/report.yml 写明 currency，再运行 report draft",
    ]
    edition.write_text(edition.read_text(encoding="utf-8") + "currency: CNY\n", encoding="utf-8")
    assert draft(root, capsys, "a2023")[0] == 0
    figures = {figure.id: figure for figure in load_report(root).figures}
    assert [(figure.stated, figure.change_of) for figure in figures.values()] == [
        ("361.6元", None),
        ("比上年上涨5.3%", "a2023-1-1-1.2023"),
    ]
