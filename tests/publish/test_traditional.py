"""The district health centre, a report in Traditional Chinese of Hong Kong and British English.

Belongs here: that every output names its languages, and that what the product writes itself is in their script.
"""

import functools
import json
import re
from pathlib import Path

import pytest
from building import ADDRESS, SAMPLES, build, built_once, lay_out_sample, report

from languages import forms
from languages.variants import wrong_in
from report.derived import write_value
from report.figures import write_figure, write_figure_period
from report.load import load_report
from report.model import Report

NAME = "district-health"
HK, GB = forms()["zh-Hant-HK"], forms()["en-GB"]
SIMPLIFIED = re.compile(f"[{''.join(wrong_in(HK.script))}]")


@functools.cache
def sample() -> Report:
    return load_report(SAMPLES / NAME, strict=True)


@functools.cache
def site() -> Path:
    """Built without charts but one and without PDFs, which `make samples` makes."""

    def make(folder: Path) -> None:
        lay_out_sample(folder, NAME)
        charts = folder / "data/charts.yml"
        charts.write_text(charts.read_text(encoding="utf-8").partition("\n- id: blood-pressure\n")[0], encoding="utf-8")
        result = build(folder, address=ADDRESS)
        assert result.succeeded, result.messages

    return built_once(NAME, make) / "site"


def page(address: str) -> str:
    return (site() / address / "index.html").read_text(encoding="utf-8")


def test_its_figures_and_quotes_stand_in_its_articles() -> None:
    assert report("coverage", folder=SAMPLES / NAME).stdout.splitlines()[-1] == (
        "23 sentences: 22 named by an entry, 1 excused; 33 numerals; 0 open."
    )


def test_pages_name_their_language_and_the_other() -> None:
    for address, own, other in (("", HK, GB), ("en", GB, HK)):
        text = page(address)
        assert f'<html lang="{own.lang}"' in text
        assert re.findall(r'hreflang="([^"]+)" href="https', text) == ["zh-Hant-HK", "en-GB", "x-default"]
        assert re.findall(r'property="og:locale" content="([^"]+)"', text) == [own.open_graph]
        assert re.findall(r'property="og:locale:alternate" content="([^"]+)"', text) == [other.open_graph]
        data = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL)
        assert re.findall(r'"inLanguage": ?"([^"]+)"', "".join(data))[0] == own.lang
    assert '<q lang="zh-Hant-HK">中心提供服務218,900人次</q>' in page("en/figures/visits.2025-26")


def test_no_page_or_file_holds_simplified_chinese() -> None:
    built = [path for path in site().rglob("*") if path.suffix in (".html", ".csv", ".json", ".svg", ".bib")]
    texts = {path.relative_to(site()).as_posix(): path.read_text(encoding="utf-8") for path in built}
    assert "data/datapackage.json" in texts
    found = {name: SIMPLIFIED.findall(text) for name, text in texts.items() if not name.endswith("search_index.json")}
    assert {name: characters for name, characters in found.items() if characters} == {}
    assert [name for name, text in texts.items() if "{items}" in text or "{steps}" in text] == []


def test_citations_are_quoted_and_worded_in_its_script() -> None:
    text = page("figures/visits.2025-26")
    assert "[出版地不詳]" in text
    assert "「服務概況」第1段第1句. 轉引自: " in text


def test_theme_drawing_and_style_are_of_hong_kong() -> None:
    text = page("")
    assert "複製" in text or "搜尋" in text
    drawing = next(path for path in site().rglob("*.svg") if path.parent.parent.name != "en" and "visits" in path.name)
    svg = drawing.read_text(encoding="utf-8")
    assert re.search(r'(?:xml:)?lang="zh-Hant-HK"', svg)
    assert "PingFang HK" in svg
    styles = "".join(path.read_text(encoding="utf-8") for path in site().rglob("*.css"))
    assert 'quotes:"「" "」" "『" "』"' in styles


def test_financial_years_are_written_as_its_house_writes_them() -> None:
    written = {id: write_figure_period(sample(), sample().figure[id], "zh")[0] for id in ("visits.2025-26",)}
    assert written == {"visits.2025-26": "2025-26年度"}
    change = sample().figure["visits-change.2025-26"]
    assert write_figure_period(sample(), change, "zh")[0] == "2025-26年度，與2024-25年度相比"
    assert write_figure_period(sample(), change, "en")[0] == "2025/26, compared with 2024/25"
    records = json.loads((site() / "data/figures.json").read_text(encoding="utf-8"))
    record = next(each for each in records["figures"] if each["id"] == "visits.2025-26")
    assert (record["period"]["start"], record["period"]["end"]) == ("2025-04-01", "2026-03-31")


@pytest.mark.parametrize(
    ("id", "form", "zh", "en"),
    [
        ("visits.2025-26", "short", "約21.9萬人次", "about 219,000"),
        ("web-visits.2025-26", "full", "1.2億人次", "120 million visits"),
        ("diagnosed.2025-26", "full", "百分之三十九點四", "39.4%"),
        ("visits-change.2025-26", "rose", "增加17.4%", "rose by 17.4%"),
        ("blood-pressure-change.2025-26", "increase", "5.3個百分點的增幅", "an increase of 5.3 percentage points"),
        ("members-per-thousand.2026-03", "full", "每千名居民中有46.8人", "46.8 members per 1,000 residents"),
        ("spending.2025-26", "full", "1.2億元", "HK$120 million"),
        ("satisfaction.2025-26", "full", "逾九成", "more than 90%"),
    ],
)
def test_numbers_are_in_its_script_and_currency(id: str, form: str, zh: str, en: str) -> None:
    assert (write_figure(sample(), id, "zh", form), write_figure(sample(), id, "en", form)) == (zh, en)


def test_a_derived_value_is_in_its_script() -> None:
    like = sample().quantity["visits.2025-26"]
    assert write_value(like, like.amounts[0].value * 1000, None, HK, "short") == "約2.19億人次"


def test_documents_for_translators_name_its_languages(tmp_path: Path) -> None:
    lay_out_sample(tmp_path, NAME)
    glossary = tmp_path / "data/glossary.yml"
    glossary.write_text(glossary.read_text(encoding="utf-8").replace("en: Healthy Kitchen", 'en: ""'), encoding="utf-8")
    report("translate", "out", "out", folder=tmp_path)
    document = (tmp_path / "out/glossary.xlf").read_text(encoding="utf-8")
    assert 'source-language="zh-Hant-HK"' in document
    assert 'target-language="en-GB"' in document


@pytest.mark.parametrize(("before", "after", "said"), [
    ("zh: 全年服務", "zh: 全年服务", "characters of another script in Chinese: 务"),
    ("zh: 全年服務", "zh: “全年”服務", "quotation marks of another usage in Chinese: “"),
])  # fmt: skip
def test_other_characters_and_marks_are_refused(before: str, after: str, said: str, tmp_path: Path) -> None:
    lay_out_sample(tmp_path, NAME)
    home = tmp_path / "data/home.yml"
    home.write_text(home.read_text(encoding="utf-8").replace(before, after, 1), encoding="utf-8")
    assert said in report("check", folder=tmp_path).stderr
