"""`report draft figures.xlsx` and `figures.csv`: places by sheet and cell, values as shown, and what is refused."""

import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from drafting import content, draft
from openpyxl import Workbook

from publish.data.records import figure_rows
from report.articles.tables import read_table
from report.citation import cite
from report.cli import main
from report.figures import write_place
from report.load import load_report
from report.model import Locator
from report.problems import ReportError
from samples import GOOD

SOURCE = """\
- id: t2025
  title: {zh: 统计表, en: Table of Figures}
  type: table
  sections:
  - heading: 机构
    title: {zh: 机构, en: Institutions}
    years: [2024, 2025]
"""
HEADER = ("指标", "数值", "单位", "年份", "备注")
ROWS = (HEADER, ("阅读点", 1234.5, "个", 2025, None), (), ("数字阅读占比", 0.125, "%", 2025, "年末"))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return Path(shutil.copytree(GOOD, tmp_path / "project"))


def workbook(path: Path, rows: Sequence[Sequence[object]] = ROWS) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "机构"
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path


def with_source(project: Path) -> Path:
    with (project / "data/sources.yml").open("a", encoding="utf-8") as stream:
        stream.write(SOURCE)
    return project / "articles"


@pytest.mark.parametrize("end", ["xlsx", "csv"])
def test_figures_are_drafted_with_sheet_and_cell(project: Path, capsys: pytest.CaptureFixture[str], end: str) -> None:
    folder = with_source(project)
    sheet = "机构"
    if end == "xlsx":
        workbook(folder / "t2025.xlsx", [HEADER, ("移动书车", 12, "辆", 2025, None)])
    else:
        sheet = "t2025"
        (folder / "t2025.csv").write_text("label,value,unit,year\n移动书车,12,辆,2025\n", encoding="utf-8-sig")
        sources = project / "data/sources.yml"
        text = sources.read_text(encoding="utf-8").replace("heading: 机构", "heading: t2025")
        sources.write_text(text, encoding="utf-8")
    status, said = draft(project, capsys, f"t2025.{end}")
    assert (status, "Drafted: 1 figures, 1 indicators, 0 results, 0 commitments" in said) == (0, True), said
    figures = (project / "data/figures/t2025.yml").read_text(encoding="utf-8")
    assert "stated: 12辆\n  quote: 2025年 移动书车 12辆\n" in figures
    assert f"- {{sheet: {sheet}, cell: B2}}\n" in figures
    report = load_report(project)
    place = next(figure for figure in report.figures if figure.stated == "12辆").sources[0]
    assert write_place(report, place, "zh", "place.short").endswith("B2单元格")
    before = content(project)
    assert draft(project, capsys, f"t2025.{end}")[0] == 0
    assert content(project) == before


def test_numbers_of_labels_and_notes_are_no_figures(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [HEADER, ("5岁以下读者", 12, "人", 2025, "另有3家未报"), ("3岁以下读者", "1,200", "人", 2024, None)]
    workbook(with_source(project) / "t2025.xlsx", rows)
    status, said = draft(project, capsys, "t2025.xlsx")
    assert (status, "Drafted: 2 figures, 2 indicators" in said) == (0, True), said
    report = load_report(project)
    new = [figure for figure in report.figures if figure.sources[0].article == "t2025"]
    labels = {indicator.id: indicator.label.zh for indicator in report.indicators}
    assert [(f.stated, f.period.year, labels[f.indicator]) for f in new] == [
        ("12人", 2025, "TODO："),  # A label may not type a number that no name holds.
        ("1,200人", 2024, "TODO："),
    ]


def test_places_are_written_in_both_languages(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    workbook(with_source(project) / "t2025.xlsx", [HEADER, ("移动书车", 12, "辆", 2025, None)])
    draft(project, capsys, "t2025")
    report = load_report(project)
    place = Locator.model_validate({"article": "t2025", "sheet": "机构", "cell": "AB12"})
    assert (place.section, place.paragraph, place.sentence) == ("机构", 12, 28)
    row = next(row for row in figure_rows(report, "en") if row["article"] == "t2025")
    assert [row[key] for key in ("section", "paragraph", "sentence", "cell", "page")] == ["机构", "", "", "B2", ""]
    assert write_place(report, place, "en") == "“Table of Figures”, sheet “Institutions”, cell AB12"
    assert write_place(report, place, "zh") == "《统计表》工作表“机构”AB12单元格"
    id = next(figure.id for figure in report.figures if figure.sources[0].article == "t2025")
    cited = cite(report, id, "")
    assert "工作表“机构”B2单元格" in cited["gbt7714"]
    assert "Sheet “Institutions”, cell B2" in cited["apa"]
    assert "Sheet “Institutions”, cell B2" in cited["bibtex"]


def test_other_kinds_of_tables_are_refused(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = content(project)
    status, said = draft(project, capsys, "figures.xlsm")
    assert status == 1
    assert said.splitlines()[:2] == [
        "figures.xlsm: not a kind of table that is read",
        "  expected: a workbook .xlsx without macros, or a file .csv",
    ]
    assert content(project) == before


def test_two_files_of_a_source_are_refused(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = with_source(project)
    workbook(folder / "t2025.xlsx")
    (folder / "t2025.csv").write_text("", encoding="utf-8")
    before = content(project)
    status, said = draft(project, capsys, "t2025.csv")
    assert status == 1
    assert said.splitlines()[:2] == [
        "articles: t2025 has more than one file: t2025.xlsx, t2025.csv",
        "  expected: one file for each source",
    ]
    assert content(project) == before


def test_a_table_that_is_not_there_is_named(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with_source(project)
    status, said = draft(project, capsys, "t2025.xlsx")
    assert (status, said.splitlines()[1]) == (1, "  expected: one or more of: t2025.xlsx, t2025.csv")


@pytest.mark.parametrize("end", ["xlsx", "csv"])
def test_a_template_is_written_once(tmp_path: Path, capsys: pytest.CaptureFixture[str], end: str) -> None:
    path = tmp_path / f"figures.{end}"
    assert main(["draft", "--template", path.as_posix()]) == 0
    with pytest.raises(ReportError, match="the table has no rows"):
        read_table(path)
    before = path.read_bytes()
    assert main(["draft", "--template", path.as_posix()]) == 1
    assert capsys.readouterr().err.splitlines()[:2] == [
        f"{path.as_posix()}: the file is there already",
        "  expected: the name of a new file",
    ]
    assert path.read_bytes() == before


def test_the_library_of_workbooks_is_not_loaded_without_one() -> None:
    names = "import sys, publish.commands, report.cli; sys.exit('openpyxl' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", names], check=False).returncode == 0


@pytest.mark.parametrize(
    ("place", "messages"),
    [
        (
            "sheet: 机构, cell: B3",
            ["no row of t2025 has its value in this cell", "  expected: the cell of a value", "  got: B3"],
        ),
        (
            "sheet: 机构们, cell: B2",
            [
                "no sheet `机构们` in t2025; did you mean 机构?",
                "  expected: a sheet of that table; of a CSV file, its name",
            ],
        ),
    ],
)
def test_a_cell_that_holds_no_value_is_refused(
    project: Path, capsys: pytest.CaptureFixture[str], place: str, messages: list[str]
) -> None:
    workbook(with_source(project) / "t2025.xlsx", [HEADER, ("移动书车", 12, "辆", 2025, None)])
    draft(project, capsys, "t2025")
    figures = project / "data/figures/t2025.yml"
    text = figures.read_text(encoding="utf-8")
    figures.write_text(text.replace("sheet: 机构, cell: B2", place), encoding="utf-8")
    assert main(["--root", str(project), "check"]) == 1
    first, *rest = capsys.readouterr().err.splitlines()
    assert first.endswith(messages[0])
    assert rest[: len(messages) - 1] == messages[1:]


def test_commands_name_sheet_and_cell(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = with_source(project) / "t2025.xlsx"
    workbook(path, [HEADER, ("移动书车", 12, "辆", 2025, None)])
    draft(project, capsys, "t2025")
    prints = (project / "data/articles.yml").read_text(encoding="utf-8")
    assert "- article: t2025\n  rules: 2\n  sentences:\n  - sheet: 机构\n    cell: B2\n" in prints
    workbook(path, [HEADER, ("移动书车", 13, "辆", 2025, None)])
    assert main(["--root", str(project), "check"]) == 1
    assert "t2025 机构 B2" in capsys.readouterr().err


def test_a_place_in_a_table_is_filled(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [HEADER, *[("书架", 3, "个", 2025, None)] * 1_200, ("移动书车", 12, "辆", 2025, None)]
    workbook(with_source(project) / "t2025.xlsx", rows)
    assert main(["--root", str(project), "articles", str(project / "articles")]) == 0
    figures = project / "data/figures/t2025.yml"
    figures.write_text("defaults: {article: t2025}\nfigures:\n- id: vans.2025\n  stated: 12辆\n", encoding="utf-8")
    assert main(["--root", str(project), "fill"]) == 0, capsys.readouterr().err
    assert figures.read_text(encoding="utf-8").endswith(
        "  quote: 2025年 移动书车 12辆\n  sources:\n  - {sheet: 机构, cell: B1202}\n"
    )
