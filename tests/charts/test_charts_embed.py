"""A chart on its page and in another site: an address, a heading, and a file that needs nothing besides itself."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from macros.chart_embed import snippet_of
from macros.charts import chart_files
from macros.site_context import SiteContext
from macros.view import View
from samples import ROOT, real_pages, real_report

REPORT = real_report()
HOMES = {"zh": "https://example.org/", "en": "https://example.org/en/"}


@pytest.fixture(scope="module")
def embeds() -> dict[tuple[str, str], str]:
    """The pages for frames, by language and address."""
    files = chart_files(REPORT, ROOT / ".cache", HOMES)
    return {(file.language, file.address): file.content.decode() for file in files if file.address.endswith(".htm")}


def test_every_chart_has_a_page_with_its_finding_question_data_and_snippet() -> None:
    pages = real_pages()
    for chart in REPORT.charts:
        for language in ("zh", "en"):
            page = pages[f"charts/{chart.id}/", language]
            view = View(REPORT, language, "charts/", REPORT.pages[0], Path("unused"))
            assert page.title == view.plain(chart.finding)
            assert f'id="{chart.id}-wide-t"' in page.markdown
            assert "&lt;iframe src=" in page.markdown
            assert f'<h2><a href="../charts/{chart.id}/">' in pages["charts/", language].markdown
            assert f'id="{chart.id}"' in pages["charts/", language].markdown, "the anchor in the gallery stays"


def test_the_snippet_names_the_page_for_frames_by_its_whole_address() -> None:
    chart = REPORT.chart["reform-rank"]
    for language, home in HOMES.items():
        view = View(REPORT, language, "", REPORT.pages[0], Path("unused"), site_context=SiteContext(HOMES))
        assert snippet_of(view, chart).startswith(f'<iframe src="{home}charts/reform-rank/embed.htm" title="')
    bare = View(REPORT, "en", "", REPORT.pages[0], Path("unused"))
    assert snippet_of(bare, chart).startswith('<iframe src="embed.htm" title="')


def test_the_page_for_frames_has_source_notes_edition_and_a_way_back(embeds: dict[tuple[str, str], str]) -> None:
    assert len(embeds) == 2 * len(REPORT.charts)
    page = embeds["en", "charts/money-by-stage/embed.htm"]
    assert '<html lang="en-GB">' in page
    assert "Source: “2025: Down-to-Earth Work, Rising Step by Step”" in re.sub(r"</?span[^>]*>", "", page)
    assert "Edition 2026, revision" in page
    assert '<a href="https://example.org/en/charts/money-by-stage/" target="_top">' in page


def test_it_stands_alone_in_a_browser_without_network(
    embeds: dict[tuple[str, str], str], browser: Browser, tmp_path: Path
) -> None:
    """From a file, with every request refused: drawn, named, coloured in both schemes, no wider than its frame."""
    colours = set()
    for (language, address), content in embeds.items():
        assert not re.search(r"<script|<link|@import|url\(|\bsrc=", content), address
        file = tmp_path / f"{language}-{address.replace('/', '-')}l"
        file.write_text(content, encoding="utf-8")
    context = browser.new_context(offline=True)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for file in sorted(tmp_path.glob("*.html")):
        for width, shown in ((600, "wide"), (360, "narrow")):
            page.set_viewport_size({"width": width, "height": 640})
            page.goto(file.as_uri())
            drawn = page.evaluate(
                "[...document.querySelectorAll('svg')].filter(s => s.clientWidth).map(s => s.className.baseVal)"
            )
            assert drawn == [shown], file.name
            assert page.evaluate("document.documentElement.scrollWidth") <= width
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            colours.add((scheme, page.evaluate("getComputedStyle(document.body).backgroundColor")))
        assert page.evaluate("document.querySelectorAll('svg [data-tip] > title').length") > 0
    assert {url.partition(":")[0] for url in asked} == {"file"}
    assert len(colours) == 2
    context.close()
