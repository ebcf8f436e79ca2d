"""The languages: their records, what follows from a report's choice, and that no other file names them."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from charts.fonts import missing_glyphs
from charts.kinds import KINDS
from languages import ORIGINAL, SIDES, TRANSLATION, forms, pair, tags
from languages.variants import in_script, wrong_in
from publish.new_report import start_report
from report.articles.tables import read_table, write_template
from report.begin import SECTIONS, Beginning
from report.draft.stubs import mark, text_rows
from report.load import load_report
from report.problems import ReportError
from report.publisher import denial_in
from report.skeleton_files import PHRASE, SKELETONS, in_form, read_skeleton
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
    if isinstance(words, str) and re.search("[\u3400-\u9fff“”‘’「」『』]", words):
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


def test_every_phrase_of_a_skeleton_is_there_in_traditional_chinese() -> None:
    names = [path.name for path in SKELETONS.iterdir() if path.name not in ("sample.yml", "quantities.md")]
    texts = [read_skeleton(name, ("zh-Hant",)) for name in sorted(names)]
    others = [ROOT / "publish/new_report.md", ROOT / ".vscode/report.code-snippets"]
    texts += [in_form(path.read_text(encoding="utf-8"), ("zh-Hant",)) for path in others]
    texts += [in_form(kind.about[0], ("zh-Hant",)) for kind in KINDS.values()]
    wrong = wrong_in("Hant").keys() | set("“”")
    found = {phrase for text in texts for phrase in PHRASE.findall(text) if wrong.intersection(phrase)}
    assert found == set()


@pytest.mark.parametrize("words", ["非官方", "並非官方", "不屬於官方", "不是正式發布", "不是正式發佈"])
def test_a_denial_is_known_in_traditional_chinese(words: str) -> None:
    assert denial_in(f"本報告{words}。", ORIGINAL) == words.removeprefix("並")


def test_a_header_of_a_table_is_known_in_either_script(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    write_template(path, ORIGINAL, ("zh-Hant", "zh-Hant-HK"))
    text = path.read_text(encoding="utf-8-sig")
    assert text == "指標,數值,單位,年份,範圍,備註\n"
    path.write_text(f"{text}訪客,1.2萬,人次,2024,全市,\n", encoding="utf-8")
    assert [(row.label, row.value, row.text) for row in read_table(path)] == [
        ("訪客", "1.2萬人次", "2024年 訪客 1.2萬人次 全市")
    ]


@pytest.mark.parametrize(("tag", "plan"), [("zh-Hant-HK", "計劃"), ("zh-Hant-MO", "計劃"), ("zh-Hant-TW", "計畫")])
def test_a_report_is_begun_in_traditional_chinese(tag: str, plan: str, tmp_path: Path) -> None:
    start_report(tmp_path / "r", Beginning(2025, frozenset(SECTIONS), languages={ORIGINAL: tag, TRANSLATION: "en-HK"}))
    report = load_report(tmp_path / "r")
    assert report.edition.languages.zh == tag
    assert report.edition.subject.zh == "TODO：報告所述的機構或地方"
    assert f"{plan}與結果對照" in {page.title.zh for page in report.pages if page.title}
    wrong = set(wrong_in("Hant"))
    root = tmp_path / "r"
    files = [path for path in root.rglob("*") if path.suffix in {".yml", ".md", ".csv", ".code-snippets"}]
    files.remove(root / "data/README.md")  # Examples in its English, and in that of the schemas, are Simplified.
    for name in ("README.md", "schema/report.json"):
        assert "報告所述的機構或地方" in (root / "data" / name).read_text(encoding="utf-8")
    found = {path.name: wrong.intersection(path.read_text(encoding="utf-8")) for path in files}
    assert {name: sorted(characters) for name, characters in found.items() if characters} == {}
    use_form("")


def test_messages_of_a_broken_report_are_in_its_form(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C")
    start_report(tmp_path / "r", Beginning(2025, languages={ORIGINAL: "zh-Hant-HK", TRANSLATION: "en-HK"}))
    (tmp_path / "r/data/home.yml").write_text("headline: 1\n", encoding="utf-8")
    with pytest.raises(ReportError) as caught:
        load_report(tmp_path / "r")
    assert "請" in str(caught.value)
    use_form("")


def test_a_draft_is_written_in_the_form_of_the_report() -> None:
    use_form("zh-Hant-TW")
    assert mark("term") == "TODO: 是否列入詞彙表 · a term for the glossary?"
    assert text_rows("caution", year="2025")[1] == "  zh: TODO：文章報告2025年至什麼程度；沒有報告，不等於沒有做。"
    use_form("")
