"""The languages: their records, what follows from a report's choice, and that no other file names them."""

import ast
from pathlib import Path

import pytest

from charts.fonts import missing_glyphs
from languages import ORIGINAL, SIDES, TRANSLATION, forms, pair, tags
from languages.variants import in_script, wrong_in

ROOT = Path(__file__).parents[1]
PRODUCT = ("report", "macros", "charts", "publish", "cache")


def literals(path: Path) -> list[int]:
    """Lines of a module that name a side of a report as a text of its own."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [node.lineno for node in ast.walk(tree) if isinstance(node, ast.Constant) and node.value in SIDES]


def test_no_module_but_theirs_names_a_language() -> None:
    files = [path for package in PRODUCT for path in sorted((ROOT / package).rglob("*.py"))]
    assert {path.relative_to(ROOT).as_posix(): lines for path in files if (lines := literals(path))} == {}
    assert len(files) > 200


def test_a_form_has_what_its_like_has() -> None:
    assert tags(ORIGINAL) == ["zh-Hans-CN", "zh-Hant-HK", "zh-Hant-MO", "zh-Hant-TW"]
    assert tags(TRANSLATION) == ["en-GB", "en-HK", "en-US"]
    macau, hong_kong = forms()["zh-Hant-MO"], forms()["zh-Hant-HK"]
    assert (macau.lang, macau.region, macau.fonts) == ("zh-Hant-MO", "mo", hong_kong.fonts)


def test_the_translation_has_the_fonts_of_the_original_too() -> None:
    chosen = pair({ORIGINAL: "zh-Hant-HK"})
    assert chosen[TRANSLATION].fonts == ("Noto Sans SC Latin", "Noto Sans HK")
    assert "'PingFang HK'" in chosen[TRANSLATION].font_family


@pytest.mark.parametrize("tag", tags(ORIGINAL))
def test_the_fonts_hold_the_characters_of_a_script(tag: str) -> None:
    sample = {
        "Hans": "医疗卫生报告，“市民”。",
        "Hant": "醫療衞生報告，「市民」鰂魚涌、深水埗、天水圍、峯、裏、啓、着、嘅。",
    }
    form = pair({ORIGINAL: tag})[ORIGINAL]
    assert missing_glyphs(sample[form.script] + "0123 % HK$ — …", form) == []


def test_characters_of_one_script_alone() -> None:
    assert [c for c in "医醫后後里裏台臺干乾万萬" if c in wrong_in("Hant")] == ["医", "万"]
    assert [c for c in "医醫后後里裏台臺干乾万萬" if c in wrong_in("Hans")] == ["醫", "裏", "臺", "萬"]
    assert in_script("醫療報告與衞生", "Hans") == "医疗报告与卫生"
    assert in_script("医疗报告与卫生", "Hant") == "醫療報告與卫生"
