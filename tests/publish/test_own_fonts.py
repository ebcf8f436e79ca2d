"""A report's own fonts: a character that the tool's fonts lack, said with what to do, and drawn once a font has it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from library_projects import change, copy_library

from charts import inputs
from publish.cache.site_content import build_content
from publish.check import check_project
from publish.report_content import ContentRequest
from report.problems import ReportError

RARE = "\U00030edd"
"""A character of a dish of noodles, which no common font has."""


def write_font(path: Path, character: str) -> None:
    """A font that has one character, a square."""
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", "square"])
    builder.setupCharacterMap({ord(character): "square"})
    pen = TTGlyphPen(None)
    for step, point in enumerate([(100, 0), (100, 800), (900, 800), (900, 0)]):
        (pen.lineTo if step else pen.moveTo)(point)
    pen.closePath()
    builder.setupGlyf({".notdef": TTGlyphPen(None).glyph(), "square": pen.glyph()})
    builder.setupHorizontalMetrics({".notdef": (1000, 0), "square": (1000, 100)})
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable({"familyName": "Rare", "styleName": "Regular", "psName": "Rare-Regular"})
    builder.setupOS2(sTypoAscender=880, usWinAscent=880, usWinDescent=120)
    builder.setupPost()
    path.parent.mkdir(exist_ok=True)
    builder.save(path)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The sample, with a name that the tool's fonts cannot write."""
    root = copy_library(tmp_path / "project")
    change(root, "data/figures/reading.yml", "    zh: 接待读者", f"    zh: 接待读者{RARE}")
    return root


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put back which fonts later tests read."""
    monkeypatch.setenv("REPORT_FONTS", "")


def refused(action: Callable[[], object]) -> list[str]:
    with pytest.raises(ReportError) as caught:
        action()
    return str(caught.value).splitlines()


def test_a_missing_character_is_told_alike_with_a_way_that_an_installed_report_has(project: Path) -> None:
    said = refused(lambda: check_project(project, strict=False))
    preview = ContentRequest(project, project / "docs", "", False, preview=True)
    assert said == refused(lambda: build_content(preview, lambda _: None))
    place = "data/figures/reading.yml:5: visits.2024: label.zh"
    assert f"{place}: the fonts of the annual summary lack {RARE} (U+30EDD)" in said
    assert any("into the folder fonts/ beside data/" in line and "data/ 旁的 fonts/ 文件夹" in line for line in said)


def test_a_font_of_the_report_draws_it(project: Path) -> None:
    write_font(project / "fonts/rare.ttf", RARE)
    check_project(project, strict=False)
    assert inputs.font_folders() == [inputs.FONTS, (project / "fonts").resolve()]


def test_a_folder_without_fonts_is_none(tmp_path: Path) -> None:
    (tmp_path / "fonts").mkdir()
    (tmp_path / "fonts/README.md").write_text("x", encoding="utf-8")
    inputs.use_fonts_of(tmp_path)
    assert inputs.font_folders() == [inputs.FONTS]
