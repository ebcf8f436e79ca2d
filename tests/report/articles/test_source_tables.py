"""Rows of workbooks and CSV files: values as their cells show them, headers, and the exact message of each refusal."""

import re
import tracemalloc
import zipfile
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.styles import Font

from report.articles.number_formats import show
from report.articles.tables import read_table
from report.problems import ReportError

HEADER = ("指标", "数值", "单位", "年份", "备注")
POINTS = ("阅读点", 12, "个", 2025, None)
FORMATS = (
    "a number of a format such as 0.00, #,##0, 0.0% or General with eleven characters at most, or a day as yyyy-mm-dd"
)
SIZES = "at most 20,000 rows a sheet, and 20 MB unpacked"
WORKBOOK = "a workbook .xlsx, or a file .csv"


def workbook(path: Path, rows: Sequence[Sequence[object]], formats: Mapping[str, str] | None = None) -> Path:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "机构"
    for row in rows:
        sheet.append(row)
    for cell, code in (formats or {}).items():
        sheet[cell].number_format = code
    book.save(path)
    return path


def with_parts(path: Path, parts: Mapping[str, bytes]) -> Path:
    """The workbook with some of its parts added or replaced."""
    with zipfile.ZipFile(path) as package:
        known = {name: package.read(name) for name in package.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in {**known, **parts}.items():
            package.writestr(name, content)
    return path


def refusal(path: Path) -> list[str]:
    """Each problem: its message, what was expected, and what there is."""
    with pytest.raises(ReportError) as refused:
        read_table(path)
    said = refused.value.render().replace(path.as_posix(), path.name)
    return [line for line in said.splitlines()[:-1] if not line.startswith("  hint: ")]


@pytest.mark.parametrize(
    ("value", "code", "shown"),
    [
        (1234.5, "General", "1234.5"),
        (0.1 + 0.2, "General", "0.3"),
        (1 / 3, "General", None),
        (135_000_000_000, "General", None),
        (0.0000001, "General", None),
        (1234.5, "0", "1235"),
        (1.005, "0.00", "1.01"),
        (1234.5, "#,##0", "1,235"),
        (1234567.891, "#,##0.00", "1,234,567.89"),
        (0.125, "0.0%", "12.5%"),
        (0.125, "0%", "13%"),
        (1.5, "0.0 %", "150.0 %"),
        (1234.5, "[$¥-804]#,##0", "¥1,235"),
        (1234.5, '"¥"#,##0.00;[Red]"¥"\\-#,##0.00', "¥1,234.50"),
        (-1234.5, '"¥"#,##0.00;[Red]"¥"\\-#,##0.00', "¥-1,234.50"),
        (2.5, "0.0_ ", "2.5"),
        (-2.5, "0.0_ ", "-2.5"),
        (-2.5, "0.0_);\\(0.0\\)", "(2.5)"),
        (0, '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ', "-"),
        (-7, '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ', "-7.00"),
        ("甲", '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ', "甲"),
        (12345, '0\\.0,"万"', "1.2万"),
        (15_000_000, '#,##0,"千"', "15,000千"),
        (12, '0"个"', "12个"),
        (12, "0\\;", "12;"),
        (5, "0.##", "5"),
        (0, "#", ""),
        (3, ";;;", ""),
        (7, "000", "007"),
        (2025, '0"年"', "2025年"),
        ("x", '@"元"', "x元"),
        (True, "General", "TRUE"),
        (1.5, "0.00E+00", None),
        (1.5, "# ?/?", None),
        (1.5, "[>=1]0.0;0", None),
        (5, "[DBNum1]General", None),
        (1e300, "0", None),
        (datetime(2025, 1, 2), "yyyy-mm-dd", "2025-01-02"),
        (datetime(2025, 1, 2), '[$-804]yyyy"年"m"月"d"日";@', "2025年1月2日"),
        (datetime(2025, 1, 2), "yyyy", "2025"),
        (datetime(2025, 1, 2), "mm-dd-yy", None),
        (datetime(2025, 1, 2, 3), "yyyy-mm-dd", None),
    ],
)
def test_a_value_is_shown_as_in_its_cell_or_not_at_all(value: object, code: str, shown: str | None) -> None:
    assert show(value, code) == shown


def test_rows_are_read_as_shown(tmp_path: Path) -> None:
    rows = [HEADER, ("阅读点", 1234.5, "个", 2025, None), (), ("数字阅读占比", 0.125, "%", "2025年", "年末")]
    path = workbook(tmp_path / "t.xlsx", rows, {"B2": "0.00", "B4": "0.0%"})
    assert [(row.sheet, row.row, row.column, row.value, row.text) for row in read_table(path)] == [
        ("机构", 2, 2, "1234.50个", "2025年 阅读点 1234.50个"),
        ("机构", 4, 2, "12.5%", "2025年 数字阅读占比 12.5% 年末"),
    ]


def test_titles_may_stand_above_the_header_and_cells_be_bold_or_merged(tmp_path: Path) -> None:
    path = tmp_path / "t.xlsx"
    book = Workbook()
    sheet = book.worksheets[0]
    for row in [("2025年统计表", None, None, None), (), HEADER, POINTS]:
        sheet.append(row)
    sheet.merge_cells("A1:E1")
    sheet["B4"].font = Font(bold=True)
    book.create_sheet("说明").sheet_state = "hidden"
    book["说明"]["A1"] = "内部"
    book.create_chartsheet("图")
    book.save(path)
    assert [(row.row, row.text) for row in read_table(path)] == [(4, "2025年 阅读点 12个")]


def test_stored_values_of_formulas_count(tmp_path: Path) -> None:
    path = workbook(tmp_path / "t.xlsx", [HEADER, POINTS])
    with zipfile.ZipFile(path) as package:
        sheet = package.read("xl/worksheets/sheet1.xml").decode()
    formula = '<c r="B2"><f>[1]Sheet1!A1+1</f><v>13</v></c>'
    with_parts(path, {"xl/worksheets/sheet1.xml": re.sub('<c r="B2".*?</c>', formula, sheet).encode()})
    assert [row.value for row in read_table(path)] == ["13个"]


@pytest.mark.parametrize(
    ("rows", "formats", "messages"),
    [
        (
            [HEADER, ("阅读点", "=1+1", "个", 2025)],
            {},
            ["t.xlsx:2: a formula without a stored value: 机构 B2", "  expected: a value"],
        ),
        (
            [HEADER, ("阅读点", "#DIV/0!", "个", 2025)],
            {},
            ["t.xlsx:2: the formula has no result: 机构 B2", "  expected: a value", "  got: #DIV/0!"],
        ),
        (
            [HEADER, ("阅读点", 1 / 3, "个", 2025)],
            {},
            [
                "t.xlsx:2: it is not known how 机构 B2 is shown",
                f"  expected: {FORMATS}",
                "  got: number format `General`",
            ],
        ),
        (
            [HEADER, ("阅读点", 3, "个", datetime(2025, 1, 2))],
            {"D2": "mm-dd-yy"},
            [
                "t.xlsx:2: it is not known how 机构 D2 is shown",
                f"  expected: {FORMATS}",
                "  got: number format `mm-dd-yy`",
            ],
        ),
        (
            [HEADER, ("阅读点", 3, "个", "上年")],
            {},
            ["t.xlsx:2: not a year: 机构 D2", "  expected: a year such as 2025", "  got: 上年"],
        ),
        (
            [HEADER, ("阅读点", 12345, "万人", 2025)],
            {"B2": '0\\.0,"万"'},
            [
                "t.xlsx:2: value and unit both say how large: 机构 C2",
                "  expected: the size once, in the value or in the unit",
                "  got: 1.2万万人",
            ],
        ),
        (
            [HEADER, ("阅读点", None, "个", 2025), (None, 3, "个", 2025)],
            {},
            [
                "t.xlsx:2: empty cell: 机构 B2",
                "  expected: a label, a value and a year in each row",
                "t.xlsx:3: empty cell: 机构 A3",
                "  expected: a label, a value and a year in each row",
            ],
        ),
        (
            [("某县统计表",), ("指标", "数值", "年份"), ("阅读点", 3, 2025)],
            {},
            [
                "t.xlsx:2: sheet `机构` has no column, or two, of: 单位 / unit",
                "  expected: one header row with 指标, 数值, 单位, 年份, or label, value, unit, year",
            ],
        ),
        (
            [(*HEADER, "value"), ("阅读点", 3, "个", 2025, None, 4)],
            {},
            [
                "t.xlsx:1: sheet `机构` has no column, or two, of: 数值 / value",
                "  expected: one header row with 指标, 数值, 单位, 年份, or label, value, unit, year",
            ],
        ),
        ([], {}, ["t.xlsx: the table has no rows", "  expected: a header row, and a row for each figure"]),
        ([HEADER], {}, ["t.xlsx: the table has no rows", "  expected: a header row, and a row for each figure"]),
    ],
)
def test_faulty_rows_are_refused(
    tmp_path: Path, rows: Sequence[Sequence[object]], formats: Mapping[str, str], messages: list[str]
) -> None:
    assert refusal(workbook(tmp_path / "t.xlsx", rows, formats)) == messages


def test_formats_that_depend_on_the_program_are_refused(tmp_path: Path) -> None:
    path = workbook(tmp_path / "t.xlsx", [HEADER, POINTS], {"B2": "0.00"})
    with zipfile.ZipFile(path) as package:
        styles = package.read("xl/styles.xml").decode()
    with_parts(path, {"xl/styles.xml": styles.replace('numFmtId="2"', 'numFmtId="57"').encode()})
    assert refusal(path)[2] == "  got: number format `57`"


def test_what_is_no_workbook_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "t.xlsx"
    path.write_bytes(b"no workbook")
    assert refusal(path) == ["t.xlsx: not a workbook, or a damaged one", f"  expected: {WORKBOOK}"]
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    assert refusal(path) == [
        "t.xlsx: a workbook with a password, or an old .xls file",
        "  expected: a workbook .xlsx without a password",
    ]
    with_parts(workbook(path, [HEADER, POINTS]), {"xl/vbaProject.bin": b""})
    assert refusal(path) == ["t.xlsx: a workbook with macros", "  expected: a workbook .xlsx without macros"]
    book = Workbook()
    book.remove(book.worksheets[0])
    book.create_chartsheet("图")
    book.save(path)
    assert refusal(path) == [
        "t.xlsx: the workbook has chart sheets only, and no cells",
        "  expected: a sheet of cells with a header row, and a row for each figure",
    ]
    path = tmp_path / "t.csv"
    path.write_bytes("指标,数值\n".encode("gbk"))
    assert refusal(path)[0] == "t.csv:1: not UTF-8"
    path.write_text("x" * 200_000, encoding="utf-8")
    assert refusal(path) == ["t.csv: not a workbook, or a damaged one", f"  expected: {WORKBOOK}"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused(tmp_path: Path, encoding: str) -> None:
    path = workbook(tmp_path / "t.xlsx", [HEADER, POINTS])
    hostile = (
        f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hosts">]><x>&a;</x>'
    )
    with_parts(path, {"xl/sharedStrings.xml": hostile.encode(encoding)})
    assert refusal(path) == [
        "t.xlsx: a workbook whose XML declares a document type, which no spreadsheet program writes",
        "  expected: a workbook .xlsx without entities",
    ]


def packed_zeros(path: Path, megabytes: int) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package, package.open("xl/a.xml", "w") as part:
        for _ in range(megabytes):
            part.write(bytes(1_000_000))
    return path


def test_large_files_are_refused_by_size(tmp_path: Path) -> None:
    rows = workbook(tmp_path / "rows.xlsx", [HEADER, POINTS, *[()] * 19_998, POINTS])
    lines = tmp_path / "lines.csv"
    lines.write_bytes(b"\n" * 20_001)
    tracemalloc.start()
    for path in (rows, packed_zeros(tmp_path / "bomb.xlsx", 21), lines):
        assert refusal(path) == [f"{path.name}: the table is too large", f"  expected: {SIZES}"]
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 50_000_000


def test_a_package_that_hides_its_size_is_not_unpacked(tmp_path: Path) -> None:
    path = packed_zeros(tmp_path / "t.xlsx", 100)
    content = bytearray(path.read_bytes())
    size = content.rfind(b"PK\x01\x02") + 24
    content[size : size + 4] = (1_000).to_bytes(4, "little")
    path.write_bytes(content)
    tracemalloc.start()
    assert refusal(path) == ["t.xlsx: not a workbook, or a damaged one", f"  expected: {WORKBOOK}"]
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 20_000_000
