"""The page of places: each name with the entries that name it. Which ones those are is in `report/test_naming`."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from macros.navigation import NavItem, navigation
from macros.pages import render_pages
from macros.places import place_groups, place_links, search_names
from report.load import load_report
from report.model import LANGUAGES, Language, Report
from samples import GOOD, ROOT, good_report, real_pages, real_report

LIBRARY = """
- {id: qingshi, kind: name, zh: 青石镇, en: Qingshi Town, forms: {en: [library]}}
- {id: library, kind: institution, place: qingshi, zh: 青石镇图书馆, en: Qingshi Library, forms: {en: [library]}}
"""
PLACE = re.compile(r'<article class="place".*?<h3 id="([^"]*)">(.*?)</h3>(.*?)</article>', re.DOTALL)


def entries_of(report: Report, place: str) -> list[str]:
    """Ids of the entries that name a place."""
    return [each.id for each in (*report.all_results(), *report.all_commitments()) if place in report.places_of(each)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_place_has_its_entries_the_newest_first(language: Language) -> None:
    report = real_report()
    page = real_pages()["places/", language].markdown
    listed = {id: (name, body) for id, name, body in PLACE.findall(page)}
    assert list(listed) == [place.term.id for group in place_groups(report).values() for place in group]
    assert set(listed) == {term.id for term in report.named_places}
    for id, (_, body) in listed.items():
        assert sorted(re.findall(r'class="go" href="[^"#]*#([^"]*)"', body)) == sorted(entries_of(report, id))
        assert f'href="../map/#p={id}"' in body
        years = [int(year) for year in re.findall(r'class="stage">\D*(\d{4})', body)]
        assert years == sorted(years, reverse=True)
    assert re.findall(r'class="entries marked (\S+)"', listed["zhuzhou-cdc"][1]) == [
        "plan-ahead",
        "plan-past",
        "done-before",
    ]


def test_names_are_given_in_full() -> None:
    pages = {language: real_pages()["places/", language].markdown for language in LANGUAGES}
    names = {language: {id: name for id, name, _ in PLACE.findall(page)} for language, page in pages.items()}
    assert names["zh"]["liling"] == "醴陵市"
    assert names["en"]["zhuzhou-cdc"] == "Zhuzhou Centre for Disease Control and Prevention"
    assert '<p class="note">株洲市中心医院</p>' in pages["zh"]
    assert '<p class="note"><span lang="zh-CN">醴陵市</span></p>' in pages["en"]


def test_the_filter_knows_every_form_in_either_script() -> None:
    found = search_names(real_report().term["youxian"]).split()
    assert {"攸县", "攸縣", "Youxian"} <= set(found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_home_page_leads_to_the_places_that_most_entries_name(language: Language) -> None:
    home = real_pages()["", language].markdown
    linked = dict(re.findall(r'href="places/#([^"]*)">[^<]*<small>(\d+)</small>', home))
    report = real_report()
    assert {id: len(entries_of(report, id)) for id in linked} == {id: int(count) for id, count in linked.items()}
    assert {"youxian", "shifeng", "central-hospital", "zhuzhou-cdc"} <= linked.keys()
    assert "hospital-331" not in linked  # One entry; eight institutions have more.


def test_any_report_has_the_page_once_its_glossary_names_a_place(tmp_path: Path) -> None:
    """The library, with the words that a new report begins with."""
    project = Path(shutil.copytree(GOOD, tmp_path / "project"))
    skeleton = yaml.safe_load((ROOT / "report/skeletons/pages.yml").read_text(encoding="utf-8"))
    with (project / "data/pages.yml").open("a", encoding="utf-8") as stream:
        yaml.safe_dump([page for page in skeleton if page["id"] == "places"], stream, allow_unicode=True)
    with (project / "data/glossary.yml").open("a", encoding="utf-8") as stream:
        stream.write(LIBRARY)
    report = load_report(project)
    pages = {page.language: page.markdown for page in render_pages(report, ROOT / "docs") if page.address == "places/"}
    assert [id for id, *_ in PLACE.findall(pages["en"])] == ["library"]
    assert "## Institutions { #institution }" in pages["en"]
    assert "1 entry" in pages["en"]
    assert re.findall(r'class="go" href="([^"]*)"', pages["zh"]) == ["../2024/#2024-service-rank"]
    assert place_links(report, "zh") == (NavItem("青石镇图书馆", "places/#library"),)


def test_a_report_that_names_no_place_has_no_page() -> None:
    plain = good_report()
    assert plain.named_places == ()
    assert "places/" not in {page.address for page in render_pages(plain, ROOT / "docs")}
    unnamed = replace(real_report(), results=(), plans=())
    assert "places" in unnamed.absent
    assert "places/" not in {item.address for item in navigation(unnamed, "zh")}
