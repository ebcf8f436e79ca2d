"""The built site in a real browser: both languages, switching, searching, what it fetches, how wide it is."""

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from building import ADDRESS
from conftest import Portion
from playwright.sync_api import Browser, Page, expect
from serving import load_whole, resize, settle

LANGUAGES = {"": "zh-CN", "en/": "en-GB"}
PATH = urlsplit(ADDRESS).path  # The site stands below a path, as on a project's page of a code host.
WIDTHS = (320, 375, 768, 1280, 1600)
SAMPLES = ("", "2024/", "2025/", "2026/", "2026/reform/", "figures/", "figures/mutual-recognition.2024/", "charts/")

# What a reader types, and the page that must come first.
QUERIES = {
    "": {
        "医共体": "figures/consortia.2024/",
        "互认": "figures/mutual-recognition.2024/",
        "县域": "figures/county-visit-share.2025/",
        "中医": "2026/tcm/",
        "检验": "figures/mutual-recognition.2024/",
        "尘肺": "figures/pneumoconiosis-treatments.2024/",
        "880.86": "",
        "53.43%": "charts/village-doctors/",
        "433个": "figures/reform-field.2025/",
        "家庭医生": "2026/capacity/",
        "卫生院": "figures/township-rank.2024/",
        "血吸虫": "figures/schisto-free-years.2024/",
        "云开标": "figures/cloud-bid-cut.2025/",
        "托育": "2026/population/",
        "国债": "figures/treasury-bonds.2024/",
        "夜市": "figures/night-market-sessions.2024/",
        "名老中医": "figures/veteran-studios.2024/",
        "村卫生室": "figures/tcm-village.a2025/",
        "疾控": "places/",
        "安全生产": "2026/safety/",
        "医德医风": "2026/conduct/",
        "更正": "corrections/",
        "攸县": "places/",
        "株洲市中心医院": "places/",
        "误植": "errata/",
        "术语": "glossary/",
    },
    "en/": {
        "consortia": "figures/consortia.2024/",
        "consortium": "figures/consortia.2024/",
        "recognition": "figures/mutual-recognition.2024/",
        "recognised": "figures/mutual-recognition-savings.2024/",
        "hospitals": "places/",
        "433": "figures/reform-field.2025/",
        "53.43%": "charts/village-doctors/",
        "880.86": "figures/mutual-recognition-savings.2026-02/",
        "pneumoconiosis": "figures/pneumoconiosis-treatments.2024/",
        "township": "figures/township-rank.2024/",
        "TCM": "figures/national-tcm-specialties.2024/",
        "nurseries": "figures/childcare-medical.2025/",
        "schistosomiasis": "figures/schisto-free-years.2024/",
        "village doctors": "figures/graded-village-doctors.2024/",
        "family doctor": "2026/capacity/",
        "satisfaction": "figures/rehab-satisfaction.2024/",
        "bonds": "figures/treasury-bonds.2024/",
        "night market": "figures/night-market-sessions.2024/",
        "childcare": "2026/population/",
        "work safety": "2026/safety/",
        "glossary": "glossary/",
        "Youxian County": "places/",
        "Zhuzhou Central Hospital": "places/",
        "misprint": "errata/",
        "corrections": "corrections/",
    },
}


@pytest.fixture
def complaints() -> list[str]:
    """What a page of this test wrote to the console, could not fetch, or fetched from elsewhere."""
    return []


@pytest.fixture
def page(browser: Browser, address: str, complaints: list[str]) -> Iterator[Page]:
    """An empty page that notes what it must not do."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    aborted = "net::ERR_ABORTED"  # A page that is left breaks off what was still under way.
    page.on("requestfailed", lambda r: None if r.failure == aborted else complaints.append(f"failed: {r.url}"))
    origin = address.removesuffix(PATH)
    page.on("request", lambda r: None if r.url.startswith((origin, "data:")) else complaints.append(r.url))
    yield page
    context.close()


@pytest.mark.parametrize("prefix", LANGUAGES)
def test_pages_load_without_complaint(
    page: Page, address: str, complaints: list[str], prefix: str, portion: Portion
) -> None:
    for sample in portion(SAMPLES, prefix):
        load_whole(page, address + prefix + sample)
        assert page.locator("html").get_attribute("lang") == LANGUAGES[prefix]
        assert page.locator("h1").count() == 1
        assert page.locator("footer p").count() >= 3
    assert complaints == []


def test_every_page_switches_without_scripts(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for sample in SAMPLES:
        page.goto(address + sample)
        page.locator("header a[hreflang=en-GB]").click()
        expect(page).to_have_url(f"{address}en/{sample}")
        page.locator("header a[hreflang=zh-CN]").click()
        expect(page).to_have_url(address + sample)
    context.close()


def test_dark_stays_dark_in_the_other_language(page: Page, address: str) -> None:
    page.goto(address)
    page.locator("form[data-md-component=palette] button:visible").click()
    page.locator("header a[hreflang=en-GB]").click()
    page.wait_for_url(f"{address}en/")
    assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"


def test_the_first_key_skips_to_the_text(page: Page, address: str) -> None:
    page.goto(address + "en/2025/")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Skip to content")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}en/2025/#top")


def test_no_page_is_wider_than_the_screen(browser: Browser, address: str, portion: Portion) -> None:
    wide = []
    context = browser.new_context()
    page = context.new_page()
    for url in (address + prefix + sample for prefix in LANGUAGES for sample in portion(SAMPLES, prefix)):
        page.goto(url)
        for width in WIDTHS:
            resize(page, width)
            if page.evaluate("document.documentElement.scrollWidth") > width:
                settle(page)  # A page that is resized moves for a moment.
                if page.evaluate("document.documentElement.scrollWidth") > width:
                    wide.append((url, width))
    context.close()
    assert wide == []


@pytest.mark.parametrize("prefix", LANGUAGES)
def test_the_right_page_comes_first(page: Page, address: str, complaints: list[str], prefix: str) -> None:
    page.goto(address + prefix)
    field = page.locator(".md-search__input")
    results = page.locator(".md-search-result__item > a")
    found = {}
    for query in QUERIES[prefix]:
        field.fill("")
        field.press("Shift")  # Material listens to keys.
        expect(page.locator(".md-search-result__item")).to_have_count(0)  # Scripts of a test are not let in to wait.
        field.fill(query)
        field.press("Shift")
        results.first.wait_for()
        first = (results.first.get_attribute("href") or "").partition("?")[0].partition("#")[0]
        found[query] = first.removeprefix(address + prefix)
    assert found == QUERIES[prefix]
    assert complaints == []


def test_a_word_inside_a_longer_one_is_found(page: Page, address: str) -> None:
    page.goto(address)
    field = page.locator(".md-search__input")
    field.fill("医生")
    field.press("Shift")
    results = page.locator(".md-search-result__item > a")
    results.first.wait_for()
    found = [urlsplit(link.get_attribute("href") or "").path for link in results.all()]
    assert f"{PATH}2026/capacity/" in found  # It speaks of 家庭医生.
