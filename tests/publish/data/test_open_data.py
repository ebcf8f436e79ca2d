"""The open data: what its files promise, and what they must survive."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from building import ADDRESS, ROOT, built_site
from hypothesis import given
from hypothesis import strategies as st

from macros.chart_data import csv_of
from macros.pages import render_pages
from macros.site_context import SiteContext
from macros.view import View
from publish.data.files import make_files, site_context, write_files
from report.csv_table import csv_bytes, escape_formula
from report.file_size import write_size
from report.model import Figure, Period, Report, Text
from report.periods import bounds
from report.words import product_word
from samples import changed, real_report

NAMES = ["figures.csv", "figures.json", "commitments.csv", "commitments.json", "report.xlsx", "datapackage.json"]
HOME_NAMES = ["figures.csv", "commitments.csv", "report.xlsx"]  # The others are a link away.
PREFIXES = ("", "en/")


@pytest.fixture(scope="module")
def report() -> Report:
    return real_report()


@pytest.fixture(scope="module")
def files(report: Report) -> Mapping[str, bytes]:
    return make_files(report, ADDRESS)


def lines(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def rows(content: bytes) -> list[dict[str, str]]:
    head, *rest = lines(content)
    return [dict(zip(head, line, strict=True)) for line in rest]


# --- what is there


def test_every_file_stands_in_both_languages(report: Report, files: Mapping[str, bytes]) -> None:
    wanted = [f"data/{name}" for name in NAMES] + [f"figures/{figure.id}/figure.json" for figure in report.figures]
    assert sorted(files) == sorted(prefix + path for prefix in PREFIXES for path in wanted)


def test_the_table_begins_with_the_promised_columns(files: Mapping[str, bytes]) -> None:
    promised = (
        "id,indicator,value,qualifier,unit,noun,measure,status,period_start,period_end,scope,stated,article,section,"
        "paragraph,sentence,caveat,verified,"
    )
    for prefix in PREFIXES:
        content = files[f"{prefix}data/figures.csv"]
        assert content.startswith(b"\xef\xbb\xbf" + promised.encode())
        assert content.count(b"\n") == content.count(b"\r\n")


def test_a_figure_is_one_row_and_a_compound_a_row_an_amount(report: Report, files: Mapping[str, bytes]) -> None:
    found = rows(files["en/data/figures.csv"])
    assert list(dict.fromkeys(row["id"] for row in found)) == [figure.id for figure in report.figures]
    several = [(row["value"], row["unit"], row["noun"], row["amount"]) for row in found if row["measure"] == "compound"]
    assert several == [("6", "类", "categories", "1"), ("15", "项", "services", "2")]
    assert {row["amount"] for row in found if row["measure"] != "compound"} == {"1"}


def test_values_are_plain_digits_in_base_units(files: Mapping[str, bytes]) -> None:
    found = {row["id"]: row for row in rows(files["data/figures.csv"])}
    assert found["mutual-recognition.2026-02"]["value"] == "218900"
    assert found["mutual-recognition-savings.2026-02"]["value"] == "8808600"
    for row in found.values():
        assert re.fullmatch(r"-?\d+(\.\d+)?", row["value"]) or row["measure"] == "grade", row["id"]


def test_every_figure_says_that_it_is_verified(files: Mapping[str, bytes]) -> None:
    assert {row["verified"] for prefix in PREFIXES for row in rows(files[f"{prefix}data/figures.csv"])} == {"yes"}


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        ({"year": "2024"}, "2024-01-01", "2024-12-31"),
        ({"year": "2024", "compared_with": "2023"}, "2024-01-01", "2024-12-31"),
        ({"end_of": "2023"}, "2023-12-31", "2023-12-31"),
        ({"within": "2025"}, "2025-01-01", "2025-12-31"),
        ({"by_end_of": "2025"}, None, "2025-12-31"),
        ({"cumulative_to": "2026-02-05"}, None, "2026-02-05"),
        ({"through": "2024", "years": "26"}, None, "2024-12-31"),
        ({"assessed": "2023", "reported": "2024"}, "2023-01-01", "2023-12-31"),
        ({"assessed": "not-stated", "reported": "2025"}, None, None),
        ({"at_publication": "a2025"}, None, None),
        ({"about_years": "3"}, None, None),
    ],
)
def test_a_period_has_the_bounds_that_are_stated_and_no_others(
    period: dict[str, str], first: str | None, last: str | None
) -> None:
    found = bounds(Period.model_validate(period))
    assert found == tuple(date.fromisoformat(day) if day else None for day in (first, last))


# --- spreadsheets


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+86 731", "'+86 731"),
        ("-5 beds", "'-5 beds"),
        ("-", "'-"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("＝1", "'＝1"),
        ("-25.17", "-25.17"),
        ("-0.5", "-0.5"),
        ("218900", "218900"),
        ("A+", "A+"),
        ("下降25.17%", "下降25.17%"),
        ("", ""),
    ],
)
def test_a_cell_is_shown_and_not_carried_out(cell: str, written: str) -> None:
    assert escape_formula(cell) == written


@given(st.text(), st.text())
def test_a_table_gives_back_what_it_was_given(first: str, second: str) -> None:
    found = lines(csv_bytes(["a", "b"], [[first, second]]))
    assert found == [["a", "b"], [escape_formula(first), escape_formula(second)]]
    assert not any(re.match(r"[=+@\t\r\n]|-(?!\d)", cell) for cell in found[1])


def test_no_file_of_a_hostile_report_is_carried_out(report: Report) -> None:
    text = Text(zh='=HYPERLINK("https://x.example","x")', en="@x</script>")
    figure = report.figures[0].model_copy(update={"label": text, "caveat": text})
    found = make_files(replace(report, figures=(figure, *report.figures[1:])), "")
    assert rows(found["data/figures.csv"])[0]["label"] == "'" + text.zh
    assert json.loads(found["en/data/figures.json"])["figures"][0]["label"] == text.en
    sheet = zipfile.ZipFile(io.BytesIO(found["data/report.xlsx"])).read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet


def test_no_table_of_a_hostile_chart_is_carried_out(report: Report) -> None:
    text = Text(zh='=HYPERLINK("https://x.example","x")', en="@x</script>")
    hostile = changed(report, Figure, lambda figure: figure.model_copy(update={"label": text, "scope": text}))
    for language, written in (("zh", "'" + text.zh), ("en", "'" + text.en)):
        view = View(hostile, language, "charts/", hostile.pages[0], Path())
        for chart in hostile.charts:
            cells = [cell for row in lines(csv_of(view, chart)) for cell in row]
            assert [cell for cell in cells if escape_formula(cell) != cell] == []
            assert (written in cells) == any(panel.rows for panel in chart.panels)


def test_the_workbook_does_not_depend_on_day_zone_or_hash_seed(tmp_path: Path) -> None:
    code = (
        "import hashlib,pathlib;from report.load import load_report;from publish.data.files import make_files;"
        "f=make_files(load_report(pathlib.Path('.')),'');print({k:hashlib.sha256(v).hexdigest() for k,v in f.items()})"
    )
    said = set()
    for zone, seed in (("Asia/Shanghai", "1"), ("America/New_York", "2")):
        env = {**os.environ, "TZ": zone, "PYTHONHASHSEED": seed, "LC_ALL": "C", "PYTHONPATH": str(ROOT)}
        command = [sys.executable, "-c", code]
        said.add(subprocess.run(command, cwd=ROOT, env=env, capture_output=True, check=True).stdout)
    assert len(said) == 1


# --- the package


def frictionless(folder: Path) -> tuple[bool, str]:
    command = [sys.executable, "-m", "frictionless", "validate", "datapackage.json", "--json"]
    result = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False)
    told = json.loads(result.stdout)
    return told["valid"], json.dumps(told, ensure_ascii=False)


@pytest.mark.parametrize("prefix", PREFIXES)
def test_the_package_is_valid(files: Mapping[str, bytes], tmp_path: Path, prefix: str) -> None:
    write_files(tmp_path, files)
    folder = tmp_path / prefix / "data"
    valid, told = frictionless(folder)
    assert valid, told
    package = json.loads((folder / "datapackage.json").read_text("utf-8"))
    assert package["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert [licence["name"] for licence in package["licenses"]] == ["CC-BY-4.0"]
    assert package["homepage"] == ADDRESS + prefix
    for resource in package["resources"]:
        content = (folder / resource["path"]).read_bytes()
        assert resource["bytes"] == len(content)
        assert resource["hash"] == "sha256:" + hashlib.sha256(content).hexdigest()


@pytest.mark.parametrize(
    ("old", "new"),
    [(b",count,", b",cuont,"), (b"mutual-recognition.2024,", b"mutual-recognition.2026-02,"), (b",53,", b",5x3,")],
)
def test_the_package_refuses_a_wrong_table(files: Mapping[str, bytes], tmp_path: Path, old: bytes, new: bytes) -> None:
    write_files(tmp_path, files)
    table = tmp_path / "data/figures.csv"
    table.write_bytes(table.read_bytes().replace(old, new, 1))
    assert not frictionless(tmp_path / "data")[0]


def test_without_a_licence_none_is_claimed(report: Report) -> None:
    bare = replace(report, edition=report.edition.model_copy(update={"licence": None}))
    found = make_files(bare, "")
    assert "licenses" not in json.loads(found["data/datapackage.json"])
    assert json.loads(found["data/figures.json"])["report"]["licence"] is None


# --- pages


@pytest.mark.parametrize("prefix", PREFIXES)
def test_pages_offer_the_files_with_their_sizes(prefix: str) -> None:
    folder = built_site() / prefix
    language = "en" if prefix else "zh"
    size_in = r'\s?<span class="(?:meta tnum|ext)">(?:[A-Z]+ )?([^<]+)</span>'
    link = re.compile(r'<a href="([^"]+)" download>[^<]+</a>' + size_in)
    for page, names in (("index.html", HOME_NAMES), ("figures/index.html", NAMES)):
        offered = link.findall((folder / page).read_text("utf-8"))
        assert [Path(href).name for href, _ in offered] == names
        for href, size in offered:
            assert size == write_size((folder / page).parent.joinpath(href).stat().st_size, language, product_word)
    for figure in (folder / "figures").glob("*/figure.json"):
        assert '<a href="figure.json" download>' in (figure.parent / "index.html").read_text("utf-8")


def test_without_files_none_is_offered(report: Report, files: Mapping[str, bytes]) -> None:
    offered = re.compile(r'href="[^"]*(?:data/|figure\.json)[^"]*" download>')
    assert not [page.address for page in render_pages(report, ROOT / "docs") if offered.search(page.markdown)]
    offering = render_pages(report, ROOT / "docs", site_context(report, files, ADDRESS))
    assert len([page for page in offering if offered.search(page.markdown)]) == 2 * (2 + len(report.figures))
    assert SiteContext().file_sizes == {}


def test_sizes_are_told_to_two_digits() -> None:
    sizes = (0, 999, 1000, 9_949, 9_950, 28_128, 999_499, 1_500_000)
    told = {size: write_size(size, "en", product_word) for size in sizes}
    assert list(told.values()) == ["0 B", "999 B", "1.0 kB", "9.9 kB", "10 kB", "28 kB", "999 kB", "1.5 MB"]
