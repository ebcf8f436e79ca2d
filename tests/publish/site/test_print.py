"""Any page on paper: what Chromium prints of it."""

import functools
import io
import re
import unicodedata

import pypdf
import pytest
from playwright.sync_api import Browser

A4 = (595, 842)  # Points.
PAGES = ["", "charts/", "figures/", "summary/", "en/", "en/2025/"]


@functools.cache
def printed(browser: Browser, url: str) -> list[str]:
    """The text of each sheet of A4, as it is extracted; all tests of a page look at one print of it."""
    page = browser.new_page()
    page.goto(url)
    pdf = page.pdf(prefer_css_page_size=True)
    page.close()
    sheets = pypdf.PdfReader(io.BytesIO(pdf)).pages
    assert {tuple(round(float(side)) for side in sheet.mediabox[2:]) for sheet in sheets} == {A4}
    return [sheet.extract_text() for sheet in sheets]


@pytest.mark.parametrize("page", PAGES)
def test_a_page_on_paper(browser: Browser, address: str, page: str) -> None:
    # Chromium's PDF names some characters by the radical that looks the same.
    text = unicodedata.normalize("NFKC", "".join(printed(browser, address + page)))
    english = page.startswith("en/")
    assert ("not an official publication" if english else "不是官方发布") in text
    assert "https://example.org/report/" + page in text, "a sheet of paper says where it comes from"
    for word in ("Search", "Download") if english else ("搜索", "下载"):
        assert word not in text, "what can only be clicked is not printed"


def test_data_below_a_chart_is_printed(browser: Browser, address: str) -> None:
    assert "统计内容" in "".join(printed(browser, address + "charts/"))


@pytest.mark.parametrize("page", ["", "ledger/", "en/", "en/ledger/"])
def test_no_page_ends_with_the_head_of_a_table(browser: Browser, address: str, page: str) -> None:
    """Nor with a heading; what is a head or a heading is read from the page itself."""
    sheet = browser.new_page()
    sheet.goto(address + page)
    heads = sheet.eval_on_selector_all("h2, h3, thead tr, tr.fact, tr.grp", "all => all.map(e => e.textContent)")
    sheet.close()
    solid = {re.sub(r"[\s¶]", "", unicodedata.normalize("NFKC", head)) for head in heads}
    assert len(solid) > 6
    for number, side in enumerate(printed(browser, address + page)):
        text = re.sub(r"\s", "", unicodedata.normalize("NFKC", side))
        text = re.sub(r"(数据|Data)+$", "", text)  # Its place in the file, not on the page: the folded part of a chart.
        ends = [head for head in solid if head and text.endswith(head) and not text.endswith(f"未{head}")]  # A status.
        assert ends == [], number + 1


def test_each_sheet_of_the_figures_has_the_heads_of_their_table(browser: Browser, address: str) -> None:
    sheets = printed(browser, address + "figures/")
    assert len(sheets) > 3
    of_table = [sheet for sheet in sheets if "已报告" in sheet]  # Behind it stand downloads and how to cite.
    assert len(of_table) > 3
    assert [number for number, sheet in enumerate(of_table) if "统计内容" not in sheet] == []


def test_nothing_is_wider_than_the_paper(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 672, "height": 980})  # A4 within its margins, in CSS px
    page.emulate_media(media="print", color_scheme="dark")
    for name in PAGES:
        page.goto(address + name)
        assert page.evaluate("document.documentElement.scrollWidth") <= 672, name
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)", name
    page.close()
