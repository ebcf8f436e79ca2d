"""Sources with numbered pages: their text, the places that name a page, and every output that says it."""

import json
import shutil
from pathlib import Path

import pytest
from drafting import content, draft

from publish.data import files as open_data
from publish.data.records import figure_rows
from report.articles.passages import read_articles, split_article
from report.citation import cite
from report.cli import main
from report.figures import write_place
from report.load import load_report
from report.model import Locator
from report.problems import ReportError
from samples import GOOD

SOURCE = """\
- id: y2025
  title: {zh: 青石年鉴2025, en: Qingshi Yearbook 2025}
  type: document
  publisher: {zh: 青石出版社, en: Qingshi Press}
  place: {zh: 青石, en: Qingshi}
  date: 2025-10
  sections:
  - heading: 综合
    title: {zh: 综合, en: General}
    years: [2024, 2025]
  - heading: 文化
    title: {zh: 文化, en: Culture}
    years: [2023]
    page: 13
"""
TEXT = """\
@ page 12
青石年鉴

2025 年，移动书车 12 辆，
比上年增加 2 辆。另有报刊亭 7 个；
— 12 —
\f2023年，图书下乡
35 次。
\f"""
PLACES = """\
- id: vans.2025
  indicator: {indicator}
  label: {{zh: 移动书车, en: Book vans}}
  stated: 12辆
  quote: 移动书车12辆
  noun: {{en: [van, vans]}}
  measure: count
  status: reported
  period: {{year: 2025}}
  scope: {{zh: 全市, en: the city}}
  sources:
  - {place}
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = Path(shutil.copytree(GOOD, tmp_path / "project"))
    with (root / "data/sources.yml").open("a", encoding="utf-8") as stream:
        stream.write(SOURCE)
    (root / "articles/y2025.txt").write_text(TEXT, encoding="utf-8")
    assert main(["--root", str(root), "articles", str(root / "articles")]) == 0
    return root


def with_figure(project: Path, place: str) -> Path:
    indicator = "- id: vans\n  label: {zh: 移动书车, en: Book vans}\n  unit: 辆\n  theme: reading\n"
    with (project / "data/indicators.yml").open("a", encoding="utf-8") as stream:
        stream.write(indicator)
    units = project / "data/units.yml"
    if units.is_file() and "辆" not in units.read_text(encoding="utf-8"):
        with units.open("a", encoding="utf-8") as stream:
            stream.write("- zh: 辆\n  kind: count\n")
    figures = project / "data/figures/vans.yml"
    figures.write_text(PLACES.format(indicator="vans", place=place), encoding="utf-8")
    return figures


def problems(project: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """Message, what was expected and what there is, of each problem in the figures."""
    capsys.readouterr()
    assert main(["--root", str(project), "check"]) == 1
    said = capsys.readouterr().err.splitlines()
    return [line for line in said if line.startswith(("data/figures/vans", "  expected", "  got"))]


def test_pages_are_split_into_sentences() -> None:
    assert [(p.kind, p.paragraph, p.sentence, p.text) for p in split_article(TEXT)] == [
        ("page", 12, 1, "青石年鉴"),
        ("page", 12, 2, "2025年，移动书车12辆，比上年增加2辆。"),
        ("page", 12, 3, "另有报刊亭7个；"),
        ("page", 13, 1, "2023年，图书下乡35次。"),
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "一。\f@ page 1\n二。\f",
            ["y2025.txt:1: page 1 comes after page 1", "  expected: pages in rising order, each once", "  got: 1"],
        ),
        ("\n\f\n\f", ["y2025.txt: no paragraph", "  expected: the full text of the article"]),
    ],
)
def test_pages_that_give_no_places_are_refused(tmp_path: Path, text: str, message: list[str]) -> None:
    (tmp_path / "y2025.txt").write_text(text, encoding="utf-8")
    with pytest.raises(ReportError) as refused:
        read_articles(tmp_path, ["y2025"])
    said = refused.value.render().replace(f"{tmp_path.as_posix()}/", "").splitlines()[:-1]
    assert [line for line in said if not line.startswith("  hint")] == message


def test_fingerprints_name_the_page(project: Path) -> None:
    prints = (project / "data/articles.yml").read_text(encoding="utf-8")
    assert "- article: y2025\n  rules: 2\n  sentences:\n  - page: 12\n    sentence: 1\n    length: 4\n" in prints
    assert load_report(project).prints[-1].sentences[-1].page == 13


def test_every_output_says_the_page(project: Path) -> None:
    with_figure(project, "{article: y2025, page: 12, sentence: 2}")
    report = load_report(project)
    place = report.figure["vans.2025"].sources[0]
    assert report.section_of(place).heading == "综合"
    assert [write_place(report, place, language) for language in ("zh", "en")] == [
        "《青石年鉴2025》第12页",
        "“Qingshi Yearbook 2025”, page 12",
    ]
    assert [write_place(report, place, language, "place.short") for language in ("zh", "en")] == ["第12页", "page 12"]
    assert cite(report, "vans.2025", "") == {
        "gbt7714": "青石年鉴2025[A]. 青石: 青石出版社, 2025: 12.",
        "apa": "青石年鉴2025 [Qingshi Yearbook 2025]. (2025, October). Qingshi Press. p. 12.",
        "bibtex": cite(report, "vans.2025", "")["bibtex"],
    }
    assert "note = {p. 12}" in cite(report, "vans.2025", "")["bibtex"]
    row = next(row for row in figure_rows(report, "en") if row["id"] == "vans.2025")
    assert {key: row[key] for key in ("article", "section", "paragraph", "sentence", "cell", "page")} == {
        "article": "y2025",
        "cell": "",
        "section": "",
        "paragraph": "",
        "sentence": "2",
        "page": "12",
    }
    files = open_data.make_files(report, "https://example.org/")
    records = [json.loads(text) for name, text in files.items() if name.endswith("figures.json")]
    found = [figure["sources"] for file in records for figure in file["figures"] if figure["id"] == "vans.2025"]
    assert found
    assert all(sources == [{"article": "y2025", "page": 12, "sentence": 2}] for sources in found)


@pytest.mark.parametrize(
    ("place", "messages"),
    [
        (
            "{article: y2025, page: 11, sentence: 1}",
            ["no such place in y2025", "  expected: page 12–13", "  got: page 11"],
        ),
        (
            "{article: y2025, page: 12, sentence: 4}",
            ["no such place in y2025", "  expected: sentence 1–3", "  got: sentence 4"],
        ),
        (
            "{article: y2025, page: 12}",
            ["sentence: missing", "  expected: the sentence of the page, as `sentence: 3`"],
        ),
        (
            "{article: y2025, page: xii, sentence: 1}",
            ["not a whole number in its range", "  expected: a whole number from 1 to 9999999", "  got: xii"],
        ),
        (
            "{article: y2025, page: 12, section: 综合, sentence: 1}",
            [
                "a place of two kinds",
                "  expected: section, paragraph and sentence; or sheet and cell of a table; "
                "or page and sentence of a document with pages",
                "  got: page, sentence, section",
            ],
        ),
        (
            "{article: y2025, section: 综合, sheet: 机构, cell: C5}",
            [
                "a place of two kinds",
                "  expected: section, paragraph and sentence; or sheet and cell of a table; "
                "or page and sentence of a document with pages",
                "  got: sheet, cell, section",
            ],
        ),
        (
            "{article: y2025, section: 综合, paragraph: 1, sentence: 1}",
            ["y2025 has numbered pages", "  expected: page and sentence, as `page: 12, sentence: 3`"],
        ),
        (
            "{article: y2025, sheet: 机构}",
            ["cell: missing", "  expected: sheet and cell, as `sheet: 机构, cell: C5`"],
        ),
        (
            "{article: l2025, page: 1, sentence: 1}",
            [
                "the text of l2025 has no numbered pages",
                "  expected: section, paragraph and sentence, or a text with a form feed behind each page",
            ],
        ),
    ],
)
def test_wrong_places_are_refused(
    project: Path, capsys: pytest.CaptureFixture[str], place: str, messages: list[str]
) -> None:
    with_figure(project, place)
    first, *rest = problems(project, capsys)
    assert (first[-len(messages[0]) :], rest) == (messages[0], messages[1:])


def test_a_year_outside_the_pages_of_its_section_is_refused(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    figures = with_figure(project, "{article: y2025, page: 13, sentence: 1}")
    text = figures.read_text(encoding="utf-8").replace("12辆", "35次").replace("移动书车35次", "图书下乡35次")
    figures.write_text(text, encoding="utf-8")
    indicators = project / "data/indicators.yml"
    indicators.write_text(indicators.read_text(encoding="utf-8").replace("unit: 辆", "unit: 次"), encoding="utf-8")
    assert problems(project, capsys)[1:] == ["  expected: 2023", "  got: 2025"]


def test_quotes_are_compared_with_the_page(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    figures = with_figure(project, "{article: y2025, page: 12, sentence: 2}")
    figures.write_text(figures.read_text(encoding="utf-8").replace("移动书车12辆", "流动书车12辆"), encoding="utf-8")
    capsys.readouterr()
    assert main(["--root", str(project), "check"]) == 1
    assert "y2025 p. 12.2" in capsys.readouterr().err


def test_a_page_alone_is_filled_with_its_sentence(project: Path) -> None:
    figures = with_figure(project, "{article: y2025, page: 12} # from the yearbook")
    assert main(["--root", str(project), "fill"]) == 0
    assert "  - {article: y2025, page: 12, sentence: 2} # from the yearbook\n" in figures.read_text(encoding="utf-8")
    assert load_report(project).figure["vans.2025"].sources[0].sentence == 2


def test_place_and_quote_are_filled_from_pages(project: Path) -> None:
    figures = with_figure(project, "{article: y2025, page: 12, sentence: 2}")
    text = figures.read_text(encoding="utf-8")
    figures.write_text(text[: text.index("  sources:")].replace("  quote: 移动书车12辆\n", ""), encoding="utf-8")
    assert main(["--root", str(project), "fill"]) == 0
    filled = figures.read_text(encoding="utf-8")
    assert "- {article: y2025, page: 12, sentence: 2}\n" in filled
    assert "  quote: 移动书车12辆\n" in filled


def test_figures_and_entries_are_drafted_from_pages(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, said = draft(project, capsys, "y2025")
    assert status == 0, said
    figures = (project / "data/figures/y2025.yml").read_text(encoding="utf-8")
    assert "  stated: 12辆\n" in figures
    assert "- {page: 12, sentence: 2}\n" in figures
    assert "- {page: 13, sentence: 1}\n" in figures
    report = load_report(project)
    assert {figure.sources[0].page for figure in report.figures if figure.sources[0].article == "y2025"} == {12, 13}
    assert [section.heading for section in report.article["y2025"].sections] == ["综合", "文化"]
    chapters = [chapter.title.zh for results in report.results for chapter in results.chapters]
    assert "TODO：青石年鉴2025" in chapters
    before = content(project)
    assert draft(project, capsys, "y2025")[0] == 0
    assert content(project) == before


def test_verification_takes_pages(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with_figure(project, "{article: y2025, page: 12, sentence: 2}")
    articles = str(project / "articles")
    assert main(["--root", str(project), "verify", "--articles", articles, "--on", "2026-02-05"]) == 0
    assert "vans.2025" in (project / "data/verification.yml").read_text(encoding="utf-8")
    (project / "articles/y2025.txt").write_text(TEXT.replace("12 辆", "13 辆"), encoding="utf-8")
    capsys.readouterr()
    assert main(["--root", str(project), "verify", "--articles", articles, "--on", "2026-02-05"]) == 1
    assert "y2025 p. 12.2" in capsys.readouterr().err


def test_a_place_is_dumped_as_it_is_written() -> None:
    for written in (
        {"article": "a", "section": "甲", "paragraph": "1000", "sentence": "1"},
        {"article": "a", "sheet": "甲", "cell": "C1234"},
        {"article": "a", "page": "12", "sentence": "3"},
    ):
        place = Locator.model_validate(written)
        assert {key: str(value) for key, value in place.model_dump().items()} == written
