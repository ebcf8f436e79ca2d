"""The languages: their records, what follows from a report's choice, and that no other file names them."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from charts.fonts import missing_glyphs
from languages import ORIGINAL, SIDES, TRANSLATION, forms, pair, tags
from languages.variants import in_script, wrong_in
from report.word_files import read_words
from report.words import interface, messages
from report.words.forms import use_form

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


@pytest.mark.parametrize(
    ("locale", "said"),
    [("zh_TW.UTF-8", "網站"), ("zh-Hant-HK", "網站"), ("zh_CN.UTF-8", "网站"), ("zh", "网站"), ("C", "网站")],
)
def test_messages_are_in_the_form_of_the_locale(locale: str, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", locale)
    use_form("")
    assert said in messages()["not-a-folder"]["hint_zh"]


def test_messages_are_in_the_form_of_the_report_where_the_locale_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    use_form("zh-Hant-HK")
    assert "網站" in messages()["not-a-folder"]["hint_zh"]
    use_form("")


def leaves(words: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    """The Chinese words of a word file, by path."""
    for key, value in words.items() if isinstance(words, dict) else ():
        yield from leaves(value, (*path, key))
    if isinstance(words, str) and re.search("[\u3400-\u9fff]", words):
        yield path, words


@pytest.mark.parametrize("name", ["interface", "messages", "keys", "open_data", "vocabulary", "quantity_kinds"])
def test_every_word_of_the_product_is_there_in_traditional_chinese(name: str) -> None:
    words = interface() if name == "interface" else read_words(f"{name}.yml")
    simplified = {path: said for path, said in leaves(words) if name == "keys" or {"zh", "hint_zh"} & set(path)}
    traditional = dict(leaves(read_words(f"zh-Hant/{name}.yml")))
    traditional.pop(("nav.other-language", "en"), None)  # The name of the form.
    assert simplified.keys() == traditional.keys()
    wrong = wrong_in("Hant").keys() | set("“”")
    assert {path: found for path, words in traditional.items() if (found := wrong.intersection(words))} == {}
    placeholders = re.compile(r"(?<!\{)\{[^{}]*\}")  # Not an example in doubled braces.
    before = {path: sorted(placeholders.findall(words)) for path, words in simplified.items()}
    assert {path for path, words in traditional.items() if sorted(placeholders.findall(words)) != before[path]} == set()


WORD_FILES = ["interface", "messages", "keys", "open_data", "vocabulary", "quantity_kinds"]
FOREIGN = {
    "zh-Hant": "軟件 軟體 文件 鏈接 鏈結 默認 信息 程序 網絡 界面 菜單 構建 運行 命令 單元格 模板 字符 "
    "全角 半角 台賬 臺賬 口徑 發佈 釋出 説 閲 不準 有注 着 裏 裡 "
    "專案 項目目錄 同比 打印 屏幕 鼠標 訪問 保存 導出 錄入 差錯 短語",
    "zh-Hant-HK": "軟體 網路 臺 計畫 占比",
    "zh-Hant-TW": "軟件 開放數據 電郵 計劃 佔 網上",
}
"""Words of another region, or of a conversion by program, that a folder must not have."""


def own_words(folder: str, name: str) -> dict[tuple[str, ...], str]:
    """The Chinese words of a file in a folder for forms of Chinese, by path; none where it has no such file."""
    has_it = (ROOT / "report/words" / folder / f"{name}.yml").is_file()
    return dict(leaves(read_words(f"{folder}/{name}.yml"))) if has_it else {}


@pytest.mark.parametrize("name", WORD_FILES)
def test_words_are_those_of_their_region(name: str) -> None:
    shared = own_words("zh-Hant", name)
    for folder, foreign in FOREIGN.items():
        said = (shared | own_words(folder, name)).items()
        found = {path: wrong for path, text in said if (wrong := [word for word in foreign.split() if word in text])}
        assert (folder, found) == (folder, {})


@pytest.mark.parametrize("folder", ["zh-Hant-HK", "zh-Hant-TW"])
@pytest.mark.parametrize("name", WORD_FILES)
def test_a_region_has_only_what_differs_there(folder: str, name: str) -> None:
    shared, own = own_words("zh-Hant", name), own_words(folder, name)
    assert own.keys() <= shared.keys()
    placeholders = re.compile(r"\{[^{}]*\}")
    for path, said in own.items():
        assert said != shared[path]
        assert sorted(placeholders.findall(said)) == sorted(placeholders.findall(shared[path]))
        assert not wrong_in("Hant").keys() & set(said)
