"""Figure cards in a real browser: by pointer, key and touch, at every width, and without scripts.

Here belongs what a reader does with a figure. The list of figures is test_browser_list.py; how the site
holds together otherwise, test_browser_site.py.
"""

import json
import re

import pytest
from building import ADDRESS, built_site
from playwright.sync_api import Browser, Locator, Page, expect
from serving import resize, settle

from report.figures import write_conversion, write_figure
from samples import real_report

LANGUAGES = {"": "zh", "en/": "en"}
WIDTHS = (320, 375, 600, 767, 768, 960, 1280, 1600)
SAMPLES = ("", "2025/", "charts/", "figures/", "figures/mutual-recognition.2026-02/")
MUTUAL = "mutual-recognition.2026-02"

# What is wrong with the place of the open card: out of the window, or over its figure.
PLACED = """(link) => {
  const box = document.getElementById("figure-card").getBoundingClientRect(), found = [];
  if (box.left < 0 || box.top < 0 || box.right > innerWidth || box.bottom > innerHeight + 1) found.push("outside");
  const meets = (r) => r.right > box.left && r.left < box.right && r.bottom > box.top && r.top < box.bottom;
  if (innerWidth >= 768 && [...link.getClientRects()].some(meets)) found.push("over");
  return found;
}"""


def figure(page: Page, id: str = MUTUAL) -> Locator:
    """The last link to a figure on a page: on a year's page that in the results."""
    return page.locator(f"article a.fig[href$='figures/{id}/']:visible").last


def card(page: Page) -> Locator:
    return page.locator("#figure-card")


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.textContent"))


@pytest.mark.parametrize("prefix", LANGUAGES)
def test_a_card_says_what_the_report_says(page: Page, address: str, prefix: str) -> None:
    report = real_report()
    page.goto(address + prefix + "2024/")
    for id in ("mutual-recognition.2024", "class-b-change.2024", "reform-grade.2025"):
        known = report.figure[id]
        link = figure(page, id)
        if link.count() == 0:
            continue
        link.click()
        text = card(page).inner_text()
        assert write_figure(report, id, LANGUAGES[prefix]) in text  # type: ignore[arg-type]
        assert known.label[LANGUAGES[prefix]] in text  # type: ignore[index]
        assert known.stated in card(page).locator("q[lang=zh-CN]").inner_text() == f"{known.quote}"
        assert re.search(r"第\d+段第\d+句|paragraph \d+, sentence \d+", text)
        assert card(page).locator("dt").count() == 5 + bool(known.caveat) + bool(write_conversion(report, known))
        assert (card(page).locator("a").get_attribute("href") or "").endswith(f"{prefix}figures/{id}/")


def test_every_figure_has_a_card_in_both_languages() -> None:
    report = real_report()
    for code in LANGUAGES.values():
        script = (built_site() / f"assets/cards.{code}.js").read_text(encoding="utf-8")
        cards = json.loads(script.removeprefix("figureCards(").removesuffix(");\n"))
        assert list(cards) == [figure.id for figure in report.figures]
        assert all("<dd></dd>" not in html for html in cards.values())


@pytest.mark.parametrize("width", [375, 1280])
@pytest.mark.parametrize("prefix", LANGUAGES)
def test_the_keyboard_opens_walks_through_and_closes(page: Page, address: str, prefix: str, width: int) -> None:
    resize(page, width)
    page.goto(address + prefix + "2025/")
    link = figure(page)
    link.focus()
    assert card(page).count() == 0, "the focus alone opens nothing"
    for key, back in (("Enter", "Escape"), ("Space", "Tab")):
        page.keyboard.press(key)
        card(page).wait_for()
        assert link.get_attribute("aria-expanded") == "true"
        assert card(page).evaluate("card => card === document.activeElement"), "a reader hears the card"
        stops = card(page).locator("a, button").count()
        for number in range(stops):
            page.keyboard.press("Tab")
            at = "(card, number) => [...card.querySelectorAll('a, button')][number] === document.activeElement"
            assert card(page).evaluate(at, number)
        page.keyboard.press(back)
        card(page).wait_for(state="detached")
        assert link.evaluate("link => link === document.activeElement"), "the focus returns"
        assert link.get_attribute("aria-expanded") == "false"


def test_a_tap_opens_a_sheet_and_one_elsewhere_closes_it(phone: Page, address: str) -> None:
    phone.goto(address + "2025/")
    before = figure(phone).bounding_box()
    figure(phone).tap()
    card(phone).wait_for()
    assert phone.url == address + "2025/"
    window = phone.evaluate("[document.documentElement.clientWidth, innerHeight]")
    box = card(phone).bounding_box()
    assert box
    assert (box["x"], box["width"], round(box["y"] + box["height"])) == (0, window[0], window[1])
    assert box["height"] <= 0.75 * window[1] + 1
    phone.touchscreen.tap(20, 20)
    card(phone).wait_for(state="detached")
    figure(phone).tap()
    card(phone).wait_for()
    card(phone).locator(".shut").tap()
    card(phone).wait_for(state="detached")
    after = figure(phone).bounding_box()
    assert before
    assert after
    assert before["x"] == after["x"]


def test_a_second_click_closes_and_another_figure_takes_over(page: Page, address: str) -> None:
    page.goto(address + "2024/")
    links = page.locator("article a.fig:visible")
    links.nth(0).click()
    card(page).wait_for()
    links.nth(0).evaluate("link => link.click()")
    card(page).wait_for(state="detached")
    links.nth(0).click()
    card(page).wait_for()
    links.nth(1).evaluate("link => link.click()")
    expect(page.locator("[aria-expanded=true]")).to_have_count(1)
    assert links.nth(1).get_attribute("aria-expanded") == "true"


def test_the_whole_tile_opens_the_card_and_is_a_plain_link(browser: Browser, page: Page, address: str) -> None:
    page.goto(address)
    tile = page.locator(".tile").first
    tile.click(position={"x": 8, "y": (tile.bounding_box() or {"height": 0})["height"] - 6})
    card(page).wait_for()
    assert "26年" in card(page).locator(".val").inner_text()
    page.keyboard.press("Escape")
    within = page.locator(".tile p a.fig").first
    within.click()
    card(page).wait_for()
    assert card(page).locator(".val").inner_text() == within.inner_text(), "a figure in its words opens its own"
    context = browser.new_context(java_script_enabled=False)
    plain = context.new_page()
    plain.goto(address)
    tile = plain.locator(".tile").first
    tile.click(position={"x": 8, "y": (tile.bounding_box() or {"height": 0})["height"] - 6})
    expect(plain).to_have_url(f"{address}figures/class-a-free-years.2024/")
    context.close()


def test_a_modified_click_is_left_to_the_browser(page: Page, address: str) -> None:
    page.goto(address + "2025/")
    with page.context.expect_page() as opened:
        figure(page).click(modifiers=["Control"])
    opened.value.wait_for_url(f"**/figures/{MUTUAL}/")  # A new page begins as about:blank.
    assert page.url == address + "2025/"


def test_the_citation_is_copied_with_the_permanent_address(page: Page, address: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(address + "en/2025/")
    figure(page).click()
    card(page).locator("[data-copy]").click()
    card(page).get_by_text("Copied").first.wait_for()
    assert card(page).locator("[role=status]").inner_text() == "Copied"
    text = page.evaluate("navigator.clipboard.readText()")
    assert text.startswith("Recognitions of examination and laboratory results: 218,900 recognitions.")
    assert "“21.89万次”" in text
    assert text.endswith(f" {ADDRESS}en/figures/{MUTUAL}/")


def test_without_scripts_a_figure_is_a_link(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "en/2025/")
    figure(page).click()
    expect(page).to_have_url(f"{address}en/figures/{MUTUAL}/")
    context.close()


def test_a_figure_stays_a_link_where_the_cards_cannot_be_had(page: Page, address: str) -> None:
    page.route("**/cards.zh.js*", lambda route: route.fulfill(body="figureCards({})", content_type="text/javascript"))
    page.goto(address + "2025/")
    figure(page).click()
    page.wait_for_url(f"**/figures/{MUTUAL}/")


def test_cards_open_on_a_page_read_from_disk(phone: Page) -> None:
    page = phone  # Material's search complains on such a page, and is not what is tested here.
    page.goto((built_site() / "en/2025/index.html").as_uri())
    figure(page).click()
    card(page).wait_for()
    assert "218,900" in card(page).inner_text()


@pytest.mark.parametrize("prefix", LANGUAGES)
def test_a_card_is_in_the_window_beside_its_figure(page: Page, address: str, prefix: str) -> None:
    """Neither cut off, nor over the figure that it explains, save on a phone, nor moving the text; at every width."""
    wrong = []
    for number, sample in enumerate(SAMPLES):
        page.goto(address + prefix + sample)
        links = page.locator("article a.fig:visible")
        for turn, at in enumerate(sorted({0, links.count() // 2, links.count() - 1}) if links.count() else []):
            link = links.nth(at)
            for width in WIDTHS[(turn + number) % 3 :: 3]:
                resize(page, width)
                link.evaluate("link => link.scrollIntoView({ block: 'center' })")
                settle(page)  # Rows of the list are laid out when they come near.
                before = link.bounding_box()
                link.evaluate("link => link.click()")
                card(page).wait_for()
                found = page.evaluate(PLACED, link.element_handle())
                found += ["moved"] if link.bounding_box() != before else []
                wrong += [(sample, at, width, found)] if found else []
                page.keyboard.press("Escape")
    assert wrong == []
