"""The page of places and the page for unknown addresses in a real browser, with scripts and without."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from serving import load_whole

from report.model import Language
from samples import real_report

LOST = "2026/capasity/youxian/"  # Misspelt, and below a page that has none below it.


@pytest.fixture
def lost(browser: Browser) -> Iterator[Page]:
    """A page whose console may say that the page asked for is not there."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    context.close()
    assert errors == []


def shown_places(page: Page) -> list[str]:
    return page.locator(".place:visible h3").all_inner_texts()


@pytest.mark.parametrize(
    ("prefix", "typed", "found", "words"),
    [
        ("", "攸縣疾控", ["攸县疾控中心"], "22个名称中符合的有1个"),
        ("", "Lukou", ["渌口区"], "22个名称中符合的有1个"),
        ("en/", "ＣＤＣ county", ["Youxian County CDC"], "1 of 22 names match"),
        ("en/", "Atlantis", [], "None of 22 names match"),
    ],
)
def test_a_name_is_found_in_any_form(
    page: Page, address: str, prefix: str, typed: str, found: list[str], words: str
) -> None:
    page.goto(f"{address}{prefix}places/")
    page.locator("form.filterbox input").fill(typed)
    assert shown_places(page) == found
    expect(page.locator(".count")).to_have_text(words)
    assert page.locator(".place-links li:visible").count() == len(found)
    assert page.locator("h2:visible").count() == len(found)


def test_a_link_to_a_place_that_is_filtered_away_shows_it(page: Page, address: str) -> None:
    page.goto(f"{address}places/")
    page.locator("form.filterbox input").fill("醴陵")
    page.evaluate("location.hash = '#youxian'")
    expect(page.locator(".place:has(#youxian)")).to_be_in_viewport()
    assert len(shown_places(page)) == len(real_report().named_places)


def test_without_scripts_the_page_is_the_whole_list(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 375, "height": 700})
    page = context.new_page()
    page.goto(f"{address}en/places/#youxian")
    assert len(shown_places(page)) == len(real_report().named_places)
    assert not page.locator("form.filterbox").is_visible()
    expect(page.locator("#youxian")).to_be_in_viewport()
    context.close()


@pytest.mark.parametrize(("prefix", "language"), [("", "zh"), ("en/", "en")])
def test_an_unknown_address_is_answered_in_its_language(
    lost: Page, address: str, prefix: str, language: Language
) -> None:
    report = real_report()
    title = report.interface_word("not-found.title", language)
    load_whole(lost, address + prefix + LOST)
    assert lost.locator("h1:visible").all_inner_texts() == [title]
    assert lost.locator("html").get_attribute("lang") == report.languages[language].lang
    assert lost.title().startswith(title)
    expect(lost.locator(".brand")).to_contain_text(report.edition.site.name[language])
    links = lost.locator(".near a")
    found = [link.get_attribute("href").removeprefix(address + prefix) for link in links.all()]
    assert found[0] == "places/#youxian"
    assert "2026/capacity/" in found
    assert report.term["liling"].full_name(language) in lost.locator(".chips:visible").inner_text()
    lost.locator(".not-found input:visible").fill(report.term["third-hospital"].full_name(language))
    expect(links.first).to_have_attribute("href", f"{address}{prefix}places/#third-hospital")
    lost.keyboard.press("Enter")
    expect(lost.locator(".md-search-result__link").first).to_be_visible()
    assert lost.url.startswith(f"{address}{prefix}?q=") or lost.url == f"{address}{prefix}"


def test_an_unknown_address_speaks_every_language_without_scripts(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}en/{LOST}")
    heads = page.locator(".not-found :is(h1, h2):visible").all_inner_texts()
    assert heads == [real_report().interface_word("not-found.title", language) for language in ("zh", "en")]
    assert not page.locator(".not-found form").first.is_visible()
    page.locator(".not-found:lang(en) a", has_text="Youxian County").first.click()
    assert page.url == f"{address}en/places/#youxian"
    context.close()


def test_the_frame_of_another_language_works(lost: Page, address: str) -> None:
    """Search and menu are those of the language, though the page comes in the frame of the first."""
    answer = lost.goto(f"{address}en/nowhere/")
    assert answer is not None
    assert answer.status == 404
    lost.locator(".md-search__input").fill("Youxian County")
    expect(lost.locator(".md-search-result__link").first).to_have_attribute("href", f"{address}en/places/?h=")
    assert lost.locator(".md-tabs__link, .md-tabs a").first.inner_text() == "Home"
