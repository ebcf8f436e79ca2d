"""Pages of years and directions: results first, then the plan; groups, tags and folds come from the data."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from macros.navigation import navigation
from macros.pages import Page, render_pages
from macros.view import View
from macros.years import key_numbers_of
from report.model import LANGUAGES, Plan, Report, Text
from samples import ROOT, good_report, real_pages, real_report

OLD_ADDRESSES = [
    *("", "2024/", "2025/", "2026/", "2026/capacity/", "themes/", "themes/tcm/", "figures/", "charts/", "ledger/"),
    *("summary/", "glossary/", "sources/", "method/", "errata/", "corrections/", "rights/", "accessibility/"),
]


@pytest.fixture(scope="module")
def pages() -> dict[tuple[str, str], Page]:
    return real_pages()


def rendered(report: Report) -> dict[tuple[str, str], str]:
    return {(page.address, page.language): page.markdown for page in render_pages(report, ROOT / "docs")}


def test_at_most_seven_tabs_ask_what_was_done_and_what_comes_next(pages: dict[tuple[str, str], Page]) -> None:
    tabs = navigation(real_report(), "zh")
    assert len(tabs) <= 7
    assert [tab.address for tab in tabs][:4] == ["", "2025/", "2026/", "2024/"]
    assert [tab.title for tab in tabs][1:4] == ["2025年做到了什么", "2026年要做什么", "2024年基础如何"]
    hub = next(tab for tab in tabs if tab.address == "about/")
    below = [page.address for page in hub.children]
    assert below[:4] == ["figures/", "charts/", "summary/", "ledger/"]
    assert {"sources/", "method/", "errata/", "glossary/", "corrections/"} < set(below)
    text = pages["about/", "zh"].markdown
    assert all(f'href="../{address}"' in text for address in below)
    assert [address for address in OLD_ADDRESSES if (address, "zh") not in pages] == []


def test_a_page_hangs_below_another_only_where_the_report_has_it() -> None:
    report = good_report()
    alone = tuple(page for page in report.pages if page.id != "about")
    addresses = [item.address for item in navigation(replace(report, pages=alone), "en")]
    assert {"figures/", "charts/", "summary/", "ledger/"} < set(addresses)
    assert addresses[-1] is None


def test_years_beyond_the_latest_are_one_group() -> None:
    def years(count: int) -> list[tuple[str | None, int]]:
        one = good_report().edition.years[0]
        many = [one.model_copy(update={"year": year}) for year in range(2027 - count, 2027)]
        edition = good_report().edition.model_copy(update={"years": tuple(many)})
        items = navigation(replace(good_report(), edition=edition), "en")
        return [(item.address, len(item.children)) for item in items if re.match(r"\d|None", str(item.address))][:-1]

    assert [address for address, _ in years(3)] == ["2025/", "2026/"]
    assert years(10)[:3] == [("2025/", 0), ("2026/", 1), ("2024/", 0)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_results_come_before_the_plan_and_all_of_them_are_folded(
    pages: dict[tuple[str, str], Page], language: str
) -> None:
    report, text = real_report(), pages["2025/", language].markdown
    results, plan = report.results_of(2025), report.plan_of(2025)
    assert results is not None
    assert plan is not None
    heads = re.findall(r"^## .* \{ #(\S+) \}$", text, re.MULTILINE)
    assert heads == [*(chapter.id for chapter in results.chapters), "plan"]
    before, folded = text.split('<details class="acc')[0], text.split('<details class="acc')[1:]
    assert 'class="entries' not in before
    ids = [result.id for chapter in results.chapters for result in chapter.results]
    ids += [commitment.id for commitment in plan.all_commitments()]
    assert [id for id in ids if not any(f'<li id="{id}"' in fold for fold in folded)] == []
    assert [id for id in ids if text.count(f'id="{id}"') != 1] == []
    assert [part.id for part in plan.workstreams if f'<h3 id="{part.id}">' not in text] == []
    assert text.count(report.interface_word("ledger.not-mentioned", language)) == 0


def test_each_group_has_its_sources_in_one_fold_and_marks_by_its_role(pages: dict[tuple[str, str], Page]) -> None:
    roles = {("2024/", "done-before"), ("2025/", "done"), ("2025/", "plan-past"), ("2026/capacity/", "plan-ahead")}
    for address, role in roles:
        assert f'<ul class="entries marked {role}">' in pages[address, "en"].markdown
    for section in pages["2024/", "en"].markdown.split("\n## ")[1:]:
        assert section.count("<summary data-search-exclude>Original wording and sources, ") == 1
    report = real_report()
    quotes = [result.quote for chapter in report.results[0].chapters for result in chapter.results]
    assert [quote for quote in quotes if quote not in pages["2024/", "en"].markdown] == []


def test_a_chapter_that_chooses_no_figures_shows_the_first_three_it_names() -> None:
    report = real_report()
    view = View(report, "en", "2024/", report.page["year"], Path(".cache"))
    chapter = next(chapter for results in report.results for chapter in results.chapters)
    said = ["{consortia.2024}", "{consortia.2024}{class-b-change.2024}", "{research-projects.2024}{approvals.2025}"]
    results = tuple(chapter.results[0].model_copy(update={"text": Text(zh=zh, en="-")}) for zh in said)
    unchosen = key_numbers_of(view, chapter.model_copy(update={"key_numbers": None, "results": results}))
    assert [(number.figure, number.form) for number in unchosen] == [
        ("consortia.2024", "number"),
        ("class-b-change.2024", "full"),
        ("research-projects.2024", "number"),
    ]
    assert len(key_numbers_of(view, chapter)) == 3
    assert key_numbers_of(view, chapter.model_copy(update={"key_numbers": ()})) == ()


def test_a_direction_has_its_groups_and_the_rest_at_the_end() -> None:
    text = rendered(good_report())["2026/service/", "en"]
    grouped, rest = text.index("Without leaving home"), text.index('<h2 class="vh" id="measures">Other measures</h2>')
    assert grouped < text.index('id="2026-home-delivery"') < rest < text.index('id="2026-courses"')
    assert text.startswith("# Closer to readers { #top }")
    assert "In the article: “Service”, 2 measures." in text


def test_a_direction_without_groups_lists_all_below_a_heading() -> None:
    def plain(plan: Plan) -> Plan:
        parts = tuple(part.model_copy(update={"groups": (), "plain": None}) for part in plan.workstreams)
        return plan.model_copy(update={"workstreams": parts})

    report = replace(good_report(), plans=tuple(plain(plan) for plan in good_report().plans))
    text = rendered(report)["2026/service/", "en"]
    assert "## All measures { #measures }" in text
    assert "In the article" not in text
    assert '<p class="lead">2 measures.</p>' in text


def test_the_directions_of_a_year_show_three_measures_each(pages: dict[tuple[str, str], Page]) -> None:
    text = pages["2026/", "zh"].markdown
    assert text.count('<li><a class="e"') == 6 * 3 + 1  # One direction has an aim alone.
    assert '<a href="../2026/capacity/">就近看病</a><span>医疗提能，15项措施</span>' in text
    assert (
        '<a class="e" href="../2026/capacity/#2026-dialysis">支持乡镇卫生院和社区卫生服务中心提供血液透析</a>' in text
    )


def test_a_theme_goes_from_the_plan_ahead_back_in_time(pages: dict[tuple[str, str], Page]) -> None:
    text = pages["themes/tcm/", "zh"].markdown
    heads = re.findall(r"^## (.*?) \{ #(\S+) \}$", text, re.MULTILINE)
    assert heads[:3] == [("2026年要做什么", "y2026"), ("2025年计划了什么", "y2025"), ("2024年的结果", "y2024")]
    opening = text[text.index("#y2026") : text.index("<details")]
    assert opening.count("<li") == 4
    assert opening.index("两专科一中心") < opening.index("重点科室")
