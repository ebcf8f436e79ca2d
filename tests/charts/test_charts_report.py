"""The charts of the real report: every one, in both languages, with its words, its data and its files."""

from __future__ import annotations

import csv
import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from chart_boxes import assert_labels_stand_free

from charts import NARROW, WIDE, draw, fonts
from charts.drawing import Drawing, draw_missing
from macros.chart_data import alt_of, csv_of, data_of, notes_of, source_line
from macros.chart_marks import spec_of
from macros.charts import chart_files, charts_beside
from macros.pages import render_pages
from macros.view import View
from publish.data.records import figure_rows
from report.load import load_report
from report.model import Chart, Report
from report.quantity import to_plain
from report.series import rows_of
from samples import lay_out, real_pages, real_report

ROOT = Path(__file__).parents[2]
REPORT = real_report()
EVERY = [(chart.id, language) for chart in REPORT.charts for language in ("zh", "en")]


def view(language: str, cache: Path = Path("unused")) -> View:
    return View(REPORT, language, "charts/", REPORT.pages[0], cache)


def chart_of(id: str) -> Chart:
    return REPORT.chart[id]


def test_there_are_ten_or_more_and_every_one_says_something_of_its_own() -> None:
    assert len(REPORT.charts) >= 10
    for language in ("zh", "en"):
        for words in ("question", "finding", "subtitle"):
            texts = [getattr(chart, words)[language] for chart in REPORT.charts]
            assert len(set(texts)) == len(texts)


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize(("id", "language"), EVERY)
def test_labels_stand_free(id: str, language: str, width: int) -> None:
    assert_labels_stand_free(draw(chart_of(id).kind, spec_of(view(language), chart_of(id)), width))


@pytest.mark.parametrize(("id", "language"), EVERY)
def test_alt_answers_with_every_number_drawn(id: str, language: str) -> None:
    """A reader of the alt alone knows what a reader of the drawing knows."""
    seen, chart = view(language), chart_of(id)
    alt = alt_of(seen, chart)
    assert alt not in (seen.plain(chart.finding), seen.plain(chart.subtitle))
    missing = [m.text for m in data_of(seen, chart) if m.text not in alt and to_plain(m.value) not in alt]
    assert missing == []


@pytest.mark.parametrize(("id", "language"), EVERY)
def test_what_is_derived_is_said_to_be(id: str, language: str) -> None:
    seen, chart = view(language), chart_of(id)
    word = {"zh": "推算", "en": "derived"}[language]
    derived = [note for note in notes_of(seen, chart) if word in note]
    for row in rows_of(REPORT, chart):
        period = REPORT.figure[row.figure].period
        if chart.kind == "timespans":
            assert f"{(period.through or 0) - (period.years or 0) + 1}" in derived[0]
    assert len(derived) == (chart.kind in {"before-after", "timespans"})
    assert all(note in alt_of(seen, chart) for note in derived)


def test_the_earlier_share_is_the_exact_difference() -> None:
    derived = [mark for mark in data_of(view("en"), chart_of("village-doctors")) if mark.figure is None]
    assert [(mark.text, to_plain(mark.value), mark.period, mark.status) for mark in derived] == [
        ("47.14%", "47.14", "2023", "Derived")
    ]


@pytest.mark.parametrize(("id", "language"), EVERY)
def test_csv_holds_every_number_as_the_page_has_it(id: str, language: str) -> None:
    seen, chart = view(language), chart_of(id)
    data = csv_of(seen, chart)
    assert data.startswith(b"\xef\xbb\xbf"), "spreadsheets know UTF-8 by its mark"
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert {len(row) for row in rows} == {8}
    assert [row[1] for row in rows[1:]] == [mark.text for mark in data_of(seen, chart)]
    assert all(float(row[2] or 0) >= 0 for row in rows[1:])  # A grade has no number.
    assert b"\r\n" in data


@pytest.fixture(scope="module")
def cache() -> Path:
    """The project's own cache where a build has filled it; drawings are stored by content."""
    return ROOT / ".cache"


def test_every_chart_has_its_files_in_each_language(cache: Path) -> None:
    files = list(chart_files(REPORT, cache))
    names = {(file.language, file.address) for file in files}
    assert names == {
        (lang, f"charts/{id}{end}") for id, lang in EVERY for end in (".csv", ".svg", ".png", "/embed.htm")
    }
    for file in files:
        if file.address.endswith(".svg"):
            seen, chart = view(file.language), REPORT.chart[file.address[7:-4]]
            flat = "".join(file.content.decode().split(">")).replace(" ", "")
            said = [seen.plain(chart.finding)[:6], source_line(seen, chart)[:6]]
            assert [words for words in said if words.replace(" ", "") not in flat] == []
        if file.address.endswith(".png"):
            assert file.content.startswith(b"\x89PNG")


@pytest.mark.parametrize(("id", "language"), EVERY)
def test_fonts_have_every_character_of_the_files(id: str, language: str) -> None:
    seen, chart = view(language), chart_of(id)
    words = [seen.plain(chart.finding), seen.plain(chart.subtitle), source_line(seen, chart), *notes_of(seen, chart)]
    assert fonts.missing_glyphs("".join(words), seen.form) == []


def test_charts_stand_beside_what_they_inform_and_ids_stay_unique(cache: Path) -> None:
    pages = {key: page.markdown for key, page in real_pages().items()}
    for id, language in EVERY:
        years = {part.partition("/")[0] for part in chart_of(id).beside}
        articles = {REPORT.figure[row.figure].sources[0].article for row in rows_of(REPORT, chart_of(id))}
        assert years or len(articles) > 1, f"{id} is of one article, yet stands in the gallery alone"
        assert f'id="{id}-wide-t"' in pages["charts/", language]
        beside = [text for (address, lang), text in pages.items() if lang == language and address[:4] in years]
        assert any(f'id="{id}-wide-t"' in text for text in beside) == bool(years)
    for address, text in pages.items():
        ids = [part.partition('"')[0] for part in text.split(' id="')[1:]]
        assert len(ids) == len(set(ids)), address


def test_many_missing_are_drawn_by_processes_with_progress_and_the_same_bytes(tmp_path: Path) -> None:
    charts = [(chart_of(id), view(language)) for id, language in EVERY[:8]]
    names = {"title": "T", "description": "D", "width": NARROW}
    drawings = [Drawing("inline", chart.kind, spec_of(seen, chart), **names) for chart, seen in charts]
    progress: list[tuple[int, int]] = []
    assert draw_missing(drawings, tmp_path / "many", lambda done, count: progress.append((done, count))) == 8
    assert progress == ([(number, 8) for number in range(1, 9)] if (os.cpu_count() or 1) > 1 else [])
    for drawing in drawings:
        assert drawing.content(tmp_path / "many") == drawing.content(tmp_path / "one")
    assert draw_missing(drawings, tmp_path / "many", lambda done, count: progress.append((0, 0))) == 0
    assert (0, 0) not in progress


def test_a_warm_build_of_every_page_and_file_imports_no_matplotlib(cache: Path) -> None:
    list(chart_files(REPORT, cache))
    render_pages(REPORT, ROOT / "docs")
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from macros.charts import chart_files, draw_all\n"
        "from macros.pages import CACHE, render_pages\n"
        "from report.load import load_report\n"
        "report, root = load_report(Path('.')), Path('.')\n"
        "assert draw_all(report, root / CACHE, print) == 0\n"
        "render_pages(report, root / 'docs')\n"
        "list(chart_files(report, root / CACHE))\n"
        "print([name for name in sys.modules if name.partition('.')[0] in ('matplotlib', 'numpy')])"
    )
    run = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    assert run.stdout == "[]\n"


def test_a_chart_added_by_yaml_alone_is_drawn_with_files_and_place(tmp_path: Path) -> None:
    root = lay_out("chart-by-yaml-alone", tmp_path / "project")
    added = load_report(root)
    files = {file.address for file in chart_files(added, tmp_path / "cache") if file.language == "en"}
    assert {"charts/reading.csv", "charts/reading.svg", "charts/reading.png"} <= files
    words = added.pages[0]
    seen = View(added, "zh", "2024/", words, tmp_path / "cache")
    (beside,) = charts_beside(seen, 2024, "service")
    assert 'id="reading-narrow-t"' in beside
    assert "1.2万余人次" in beside


def test_reports_without_charts_have_no_files() -> None:
    bare = REPORT.__class__(**{**{name: getattr(REPORT, name) for name in REPORT.__dataclass_fields__}, "charts": ()})
    assert isinstance(bare, Report)
    assert list(chart_files(bare, Path("unused"))) == []


def test_units_are_those_of_the_table_of_all_figures() -> None:
    """A rank is printed without one; both files say 名次 then."""
    units = {row["id"]: row["unit"] for row in figure_rows(REPORT, "zh") if row["amount"] == "1"}
    marks = [mark for chart in REPORT.charts for mark in data_of(view("zh"), chart) if mark.figure]
    assert {mark.figure.id: mark.unit for mark in marks if mark.figure}.items() <= units.items()
    assert "名次" in {mark.unit for mark in marks}
