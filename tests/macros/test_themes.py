"""Themes: their pages gather every entry, chart and figure that names them, from the data alone."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from macros.navigation import navigation
from macros.page_subjects import theme_address
from macros.pages import Page, render_pages
from publish.site.navigation import trail
from report.model import Report, Text
from report.model.edition import ThemeWords
from samples import real_pages, real_report

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def report() -> Report:
    return real_report()


@pytest.fixture(scope="module")
def pages() -> dict[tuple[str, str], Page]:
    return real_pages()


def links(page: Page) -> set[str]:
    """Addresses that a page leads to, below the language's root."""
    return {link.replace("../", "") for link in re.findall(r'href="([^"#]*#?[^"]*)"', page.markdown)}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_theme_gathers_all_that_names_it(report: Report, pages: dict[tuple[str, str], Page], language: str) -> None:
    for theme in report.edition.themes:
        page = pages[theme_address(theme), language]
        found = links(page)
        results = {
            f"{r.year}/#{e.id}" for r in report.results for c in r.chapters for e in c.results if e.theme == theme.id
        }
        planned = {
            f"{plan.year}/{part.id}/#{entry.id}" if plan.own_pages else f"{plan.year}/#{entry.id}"
            for plan, part in report.workstreams()
            for entry in part.commitments
            if entry.theme == theme.id
        }
        known = [e for e in report.ledger if any(place.endswith(f"#{e.id}") for place in planned)]
        ledger = {f"ledger/#{e.id}" for e in known if e.reported in ("met", "progress")}
        charts = {f"charts/#{chart.id}" for chart in report.charts if chart.theme == theme.id}
        assert page.markdown.count('<figure class="chart">') == len(charts), theme.id
        figures = {f"figures/{figure.id}/" for figure in report.figures if figure.theme == theme.id}
        assert results | planned | ledger | charts | figures <= found, theme.id
        assert page.markdown.count('<a class="go"') == len(results | planned), theme.id


def test_a_theme_says_where_the_article_has_a_gap_and_how_far_it_reports(
    report: Report, pages: dict[tuple[str, str], Page]
) -> None:
    page = pages["themes/reform/", "zh"].markdown
    gap = next(part.gap for _, part in report.workstreams() if part.gap)
    caution = next(results.caution for results in report.results if results.caution)
    assert gap.zh in page
    assert caution.zh in page


def test_a_theme_of_which_nothing_is_said_says_so(report: Report) -> None:
    empty = ThemeWords(id="new", title=Text(zh="新主题", en="A new theme"))
    more = replace(report, edition=report.edition.model_copy(update={"themes": (*report.edition.themes, empty)}))
    rendered = {(page.address, page.language): page for page in render_pages(more, ROOT / "docs")}
    page = rendered["themes/new/", "en"]
    assert page.title == "A new theme"
    assert page.markdown.count(report.interface_word("theme.none", "en")) == 1
    assert "{ #charts }" not in page.markdown
    assert "{ #figures }" not in page.markdown
    below = [child for item in navigation(more, "en") for child in item.children]
    assert "themes/new/" in {child.address for item in below for child in item.children}


@pytest.mark.parametrize(
    ("address", "above"),
    [("", []), ("2025/", [""]), ("2026/tcm/", ["", "2026/"]), ("figures/a-b.2024/", ["", "figures/"])],
)
def test_a_page_stands_below_the_addresses_that_its_own_begins_with(address: str, above: list[str]) -> None:
    assert trail(address) == above
