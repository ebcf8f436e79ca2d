"""Pages as readers set them: without scripts, magnified, spaced out, without motion, in contrast colours; and privacy.

Here belongs what holds for whole pages. What keys do is test_browser_keys.py.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from conftest import Portion
from playwright.sync_api import Browser, Page, expect
from serving import load_whole, resize, settle
from test_browser_axe import KINDS

STORED = """async () => [...Object.keys(localStorage), ...Object.keys(sessionStorage), ...(await caches.keys()),
  ...(await indexedDB.databases()).map(({ name }) => name),
  ...(await navigator.serviceWorker.getRegistrations()).map(String)]"""

# WCAG 1.4.12: a reader's own spacing of text must not cost content.
SPACED = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
p { margin-bottom: 2em !important }"""

# Text that its own box cuts off. What is hidden from sight on purpose is cut on purpose.
CUT = """() => [...document.querySelectorAll("body *")].filter((element) => {
  const style = getComputedStyle(element), { TEXT_NODE } = Node;
  const words = [...element.childNodes].some((node) => node.nodeType === TEXT_NODE && node.data.trim());
  return words && element.checkVisibility({ visibilityProperty: true }) && style.clipPath === "none"
    && /hidden|clip/.test(style.overflowX + style.overflowY) && !element.closest(".vh, .md-search, svg")
    && (element.scrollWidth > element.clientWidth + 2 || element.scrollHeight > element.clientHeight + 2);
}).map((element) => element.outerHTML.slice(0, 100))"""

MOVING = """() => [...document.querySelectorAll("*")].filter((element) => {
  const { transitionDuration, animationName } = getComputedStyle(element);
  return animationName !== "none" || transitionDuration.split(", ").some((duration) => parseFloat(duration));
}).map((element) => element.outerHTML.slice(0, 100))"""


# What stays in the window when the page is scrolled, and takes more than a quarter of it.
COVERING = """() => (scrollTo(0, innerHeight * 2), [...document.querySelectorAll("body *")].filter((element) =>
  /fixed|sticky/.test(getComputedStyle(element).position) && element.getBoundingClientRect().height > innerHeight / 4
  && element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
).map((element) => element.outerHTML.slice(0, 100)))"""


@contextmanager
def opened(browser: Browser, **settings: Any) -> Iterator[Page]:
    """A page in a browser with a reader's settings."""
    context = browser.new_context(**settings)
    yield context.new_page()
    context.close()


def wide(page: Page) -> int:
    """By how many pixels the page is wider than its window."""
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_a_magnified_page_scrolls_one_way_only(browser: Browser, address: str, prefix: str, portion: Portion) -> None:
    wrong = []
    with opened(browser, reduced_motion="reduce") as page:
        for kind in portion(KINDS, prefix):
            page.goto(address + prefix + kind)
            page.evaluate("document.querySelectorAll('article details').forEach((details) => (details.open = true))")
            for times in (2, 4):
                resize(page, 1280 // times, 900 // times)
                settle(page)
                covered = page.evaluate(COVERING)
                if wide(page) or covered:
                    wrong.append((kind, times, wide(page), covered))
    assert wrong == []


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_larger_text_alone_keeps_to_the_window(browser: Browser, address: str, prefix: str) -> None:
    wrong = []
    with opened(browser) as page:
        for kind in ("", "ledger/"):
            page.goto(address + prefix + kind)
            page.evaluate("document.documentElement.style.fontSize = '250%'")
            for width in (375, 1280):
                resize(page, width)
                settle(page)
                if wide(page):
                    wrong.append((kind, width, wide(page)))
    assert wrong == []


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_a_readers_spacing_costs_nothing(browser: Browser, address: str, prefix: str, portion: Portion) -> None:
    wrong = []
    with opened(browser) as page:
        for kind in portion(("", "2025/", "figures/", "charts/", "accessibility/", "ledger/"), prefix):
            page.goto(address + prefix + kind)
            page.add_style_tag(content=SPACED)
            for width in (375, 1280):
                resize(page, width)
                settle(page)
                if wide(page) or page.evaluate(CUT):
                    wrong.append((kind, width, wide(page), page.evaluate(CUT)))
    assert wrong == []


def test_less_motion_is_none(browser: Browser, address: str) -> None:
    with opened(browser, viewport={"width": 375, "height": 700}, reduced_motion="reduce") as page:
        page.goto(f"{address}en/2025/")
        assert page.evaluate(MOVING) == []
        assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
        page.locator("[data-opens=drawer]").click()
        assert page.locator(".md-sidebar--primary").bounding_box()["x"] == 0  # type: ignore[index]
    with opened(browser) as page:
        page.goto(f"{address}en/2025/")
        assert page.evaluate(MOVING) != [], "the look at motion sees none at all"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrast_colours_keep_what_tells(browser: Browser, address: str, scheme: str) -> None:
    window = {"width": 1280, "height": 900}
    with opened(browser, viewport=window, forced_colors="active", color_scheme=scheme) as page:
        page.goto(f"{address}en/ledger/")
        border = "link => getComputedStyle(link).borderBottomColor"
        tabs = page.locator(".md-tabs__link")
        colours = [tab.evaluate(border) for tab in tabs.all()]
        here = page.locator(".md-tabs__item--active .md-tabs__link").evaluate(border)
        assert colours.count(here) == 1, "the tab of the page is told by its line"
        page.goto(f"{address}en/charts/")
        page.keyboard.press("Tab")
        assert page.locator(":focus").evaluate("e => getComputedStyle(e).outlineStyle") == "solid"
        # A drawing keeps its colours: the ground below them must be its own too, whatever the reader's is.
        grounds = page.locator("figure.chart svg:visible").evaluate_all(
            "drawings => [...new Set(drawings.map((svg) => getComputedStyle(svg).backgroundColor))]"
        )
        paper = page.evaluate("getComputedStyle(document.body).getPropertyValue('--paper')").strip()
        assert grounds == [f"rgb({', '.join(map(str, bytes.fromhex(paper[1:])))})"]


def test_without_scripts_nothing_is_offered_that_does_nothing(browser: Browser, address: str) -> None:
    with opened(browser, java_script_enabled=False, viewport={"width": 375, "height": 700}, has_touch=True) as page:
        page.goto(f"{address}en/figures/")
        for idle in (".md-header button", ".md-search", "form.bar", "thead button"):
            assert page.locator(idle).filter(visible=True).count() == 0
        page.locator("#__drawer").tap()
        page.locator(".md-sidebar--primary a", has_text="Charts").tap()
        page.wait_for_url("**/en/charts/")
        page.locator("figure.chart summary").first.tap()
        assert page.locator("figure.chart table").first.is_visible()
        page.locator("header a[hreflang=zh-CN]").tap()
        page.wait_for_url(f"{address}charts/")
        page.goto(f"{address}2025/")
        page.locator("nav.jump a").last.tap()
        expect(page).to_have_url(re.compile("#"))


def test_no_cookies_nothing_stored_no_request_elsewhere(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for path in ("", "en/", "en/charts/", "en/figures/", "en/2025/"):
        load_whole(page, address + path)
    page.locator("article a.fig:visible").first.click()
    page.locator("#figure-card").wait_for()
    page.locator(".md-search__input").fill("consortia")
    page.keyboard.press("Shift")
    page.locator(".md-search-result__item").first.wait_for()
    page.keyboard.press("Escape")
    page.goto(f"{address}en/figures/?theme=tcm")
    assert page.context.cookies() == []
    assert page.evaluate("document.cookie") == ""
    assert page.evaluate(STORED) == []
    page.locator("form[data-md-component=palette] button:visible").click()
    stored = page.evaluate(STORED)
    assert [name.rpartition(".")[2] for name in stored] == ["__palette"], "light or dark, once it was chosen"
    assert page.context.cookies() == []
    assert len(asked) > 30
    assert [url for url in asked if not url.startswith((address, "data:"))] == []
