"""Fonts and measures: none missing, none of the system's, labels cut where they may be."""

import re
import shutil
from pathlib import Path

import pytest
from chart_samples import SAMPLES
from matplotlib import font_manager

from charts import MissingGlyphError, draw, fonts
from charts.kinds.ladder import Ladder, LadderSpec
from charts.measure import pieces, room, width, wrap
from languages import pair

ZH, EN = pair({}).values()


def test_fonts_have_their_licence_beside_them() -> None:
    assert "SIL OPEN FONT LICENSE" in (fonts.FONTS / "OFL.txt").read_text(encoding="utf-8").upper()


def test_english_takes_the_companion_with_proportional_quotation_marks() -> None:
    assert fonts.families(EN)[:2] == ["report: Noto Sans SC Latin", "report: Noto Sans SC"]
    assert fonts.families(ZH)[0] == "report: Noto Sans SC"
    assert width("“”", EN) < width("“”", ZH)


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("language", [ZH, EN])
def test_fonts_are_ours_whatever_the_system_has(language: str, bold: bool) -> None:
    found = font_manager.findfont(fonts.properties(language, 14, bold=bold), fallback_to_default=False)
    assert Path(found).parent == fonts.FONTS
    assert ("Bold" in found) == bold


def test_missing_glyphs_are_named_each_once() -> None:
    assert fonts.missing_glyphs("株洲卫健 2025, “A+” 82.9%—20余万", ZH) == []
    assert fonts.missing_glyphs("丂a丂𠮷", ZH) == ["丂", "𠮷"]


def test_a_label_with_a_missing_glyph_is_refused_before_it_shows_a_box() -> None:
    spec = LadderSpec(ZH, (Ladder("丂第1", 1, ""),))
    with pytest.raises(MissingGlyphError) as caught:
        draw("ladder", spec, 330)
    assert caught.value.characters == ["丂"]
    assert str(caught.value) == "no font holds '丂' U+4E02, in '丂第1'"


def test_any_font_dropped_in_is_used(tmp_path: Path) -> None:
    """With the Latin companion alone nothing Chinese is there; with the other beside it, it is."""
    shutil.copy(fonts.FONTS / "NotoSansSCLatin-Regular.otf", tmp_path)
    assert fonts.missing_glyphs("a株", EN, tmp_path) == ["株"]
    both = tmp_path / "both"
    both.mkdir()
    shutil.copy(fonts.FONTS / "NotoSansSCLatin-Regular.otf", both)
    shutil.copy(fonts.FONTS / "NotoSansSC-Regular.otf", both / "z.OTF")
    assert fonts.missing_glyphs("a株", EN, both) == []
    assert fonts.families(EN, both) == ["report: Noto Sans SC Latin", "report: Noto Sans SC"]


def test_a_folder_without_fonts_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="no OTF or TTF in"):
        fonts.register(tmp_path)


def test_room_leaves_a_tenth_and_the_gaps_of_browsers() -> None:
    assert room("村卫生室", ZH) == pytest.approx(4 * 14 * 1.1, rel=0.02)
    gaps = room("共15项", ZH) / 1.1 - width("共15项", ZH)
    assert gaps == pytest.approx(2 * 14 / 8)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("检查检验结果互认20余万人次", "20余万人次"),
        ("截至2026年2月5日，累计", "2026年2月5日，"),
        ("共6类15项", "15项"),
        ("提升6.29个百分点", "6.29个百分点"),
        ("位列第4名", "第4名"),
        ("惠及4.5万余人次", "4.5万余人次"),
        ("获A+等次", "A+"),
        ("“三医一张网”平台", "网”"),
        ("（助理）医师", "（助"),
        ("the hospital’s own", "hospital’s"),
        ("Grade\u00a0A hospitals", "Grade\u00a0A"),
        ("established-township centres", "established-township"),
        ("more than 200,000", "200,000"),
    ],
)
def test_what_belongs_together_is_not_cut(text: str, kept: str) -> None:
    assert kept in pieces(text)
    assert "".join(pieces(text)) == text


def test_lines_are_as_few_as_can_be_and_even() -> None:
    text = "社区卫生服务中心和建制乡镇卫生院"
    lines = wrap(text, 210, ZH)
    assert "".join(lines) == text
    assert [len(line) for line in lines] == [8, 8]


def test_english_lines_keep_no_spaces_at_their_ends() -> None:
    lines = wrap("Community health service centres and established-township health centres", 200, EN)
    assert all(line == line.strip() for line in lines)
    assert all(room(line, EN) <= 200 for line in lines)


def test_what_cannot_be_cut_and_does_not_fit_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^'incomprehensibilities' does not fit 60 px$"):
        wrap("incomprehensibilities", 60, EN)


def test_samples_are_whole() -> None:
    words = re.sub("prepositions='[^']*'", "", repr(SAMPLES))  # Of both scripts, and never drawn.
    assert fonts.missing_glyphs(words, EN) == []
