"""The search index: how Chinese is cut, and how the index is parted. Real queries: `test_browser_search`."""

import json
from pathlib import Path

import jieba
import pytest

from publish.site import dictionary
from publish.site.languages import languages_of
from publish.site.search import (
    BREAK,
    Vocabulary,
    folds,
    is_chinese,
    new_sections,
    vocabulary,
    write_indexes,
)
from samples import good_report

WORDS = Vocabulary(dict.fromkeys(("家庭", "医生", "家庭医生", "乡镇", "卫生", "卫生院", "中医", "中医药"), 1))


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("家庭医生", ("家庭", "医生")),
        ("乡镇卫生院", ("乡镇", "卫生院")),
        ("中医药", ("中医药",)),
        ("卫生院", ("卫生院",)),
        ("互认", ("互认",)),
        ("家庭医", ("家庭医",)),
        ("医", ("医",)),
    ],
)
def test_a_word_is_cut_into_the_words_that_make_it_up(word: str, pieces: tuple[str, ...]) -> None:
    assert WORDS.pieces(word) == pieces


def test_only_chinese_is_cut_again() -> None:
    text = BREAK.join(["家庭医生", "，<b>20</b>", "乡镇卫生院"])
    assert WORDS.split_words(text) == BREAK.join(["家庭", "医生", "，<b>20</b>", "乡镇", "卫生院"])


@pytest.mark.parametrize(("text", "chinese"), [("医改", True), ("5G医疗", False), ("", False), ("，", False)])
def test_chinese_is_han_alone(text: str, chinese: bool) -> None:
    assert is_chinese(text) is chinese


def test_the_index_is_parted_by_language(tmp_path: Path) -> None:
    sections = [
        {"location": "2025/#a", "title": "家庭医生", "text": ""},
        {"location": "en/2025/#a", "title": "Family doctors", "text": "20"},
        {"location": "en/", "title": "Home", "text": "<ul> <li><p>One</p></li> </ul>"},
        {"location": "en/summary/", "title": "Summary", "text": "All"},
        {"location": "en/summary/#y2025", "title": "2025", "text": "Said again"},
    ]
    (tmp_path / "search").mkdir()
    index = tmp_path / "search/search_index.json"
    index.write_text(json.dumps({"config": {"lang": ["en"]}, "docs": sections}), encoding="utf-8")
    languages = languages_of(good_report())
    write_indexes(tmp_path, languages, new_sections(tmp_path, languages, lambda: WORDS))
    chinese = json.loads(index.read_text(encoding="utf-8"))
    english = json.loads((tmp_path / "en/search/search_index.json").read_text(encoding="utf-8"))
    assert chinese["docs"] == [{"location": "2025/#a", "title": f"家庭{BREAK}医生", "text": ""}]
    assert [section["location"] for section in english["docs"]] == ["2025/#a", "", "summary/"]
    assert english["docs"][1]["text"].split() == ["<p>One</p>"]
    assert chinese["config"]["lang"] == english["config"]["lang"] == ["en"]
    assert chinese["config"]["fold"]["characters"]["醫"] == "医"
    assert english["config"]["fold"] == {"characters": {}, "words": {}}


def test_what_stands_for_what_an_index_has() -> None:
    found = folds([{"title": "髮與發展，發展", "text": "Healthcare centres organise haemodialysis"}])
    stand = {character: found["characters"].get(character) for character in "发髮發展与說説干"}
    assert stand == {"发": "發", "髮": "發", "發": None, "展": None, "与": "與", "說": None, "説": None, "干": None}
    assert found["words"] == {
        "centres": ["centers"],
        "haemodialysis": ["hemodialysis"],
        "organise": ["organize"],
    }
    assert folds([{"title": "説", "text": ""}])["characters"] == {"说": "説", "說": "説"}


def test_words_of_either_script_are_alike() -> None:
    words = vocabulary(["醫聯體"], "Hant")
    assert (words.counts["醫療"], words.counts["医疗"]) == (dictionary.read()["医疗"],) * 2
    assert "醫聯體" in words.counts
    assert "醫療" not in vocabulary([], "Hans").counts


def test_the_dictionary_is_what_its_script_writes() -> None:
    source = Path(jieba.__file__).with_name("dict.txt").read_text(encoding="utf-8").splitlines()
    written = dictionary.LICENCE + "\n".join(dictionary.commonest(source, dictionary.SIZE)) + "\n"
    assert dictionary.FILE.read_text(encoding="utf-8") == written
    assert len(dictionary.read()) == dictionary.SIZE
