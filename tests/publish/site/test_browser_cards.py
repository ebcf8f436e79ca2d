"""Figure cards in a real browser: by pointer, key and touch, on paper of every width, and without scripts.

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
WIDTHS = (320, 375, 600, 768, 960, 1231, 1232, 1280, 1440, 1600)
SAMPLES = ("", "2025/", "charts/", "figures/", "figures/mutual-recognition.2026-02/")
MUTUAL = "mutual-recognition.2026-02"

# Text that the card lies upon: every run of text whose boxes meet the card's, outside the card.
COVERED = """async () => {
  const card = document.getElementById("figure-card"), found = [], frame = () => new Promise(requestAnimationFrame);
  card.scrollIntoView({ block: "nearest" });
  await frame(), await frame();  // Rows of the list are laid out when they come near.
  const box = card.getBoundingClientRect();
  const SEEN = { visibilityProperty: true, contentVisibilityAuto: true };
  const aside = innerWidth < 1220 ? ".md-sidebar, " : "";  // There the menu is out of the window until it is called.
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode, parent = text.parentElement;
    if (!text.data.trim() || card.contains(text) || !parent.checkVisibility(SEEN)) continue;
    if (getComputedStyle(parent).clipPath !== "none") continue;
    if (parent.closest(`${aside}.md-skip, .md-search, .md-top, .headerlink, title, desc`)) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    for (const r of range.getClientRects())
      if (r.right > box.left + 1 && r.left < box.right - 1 && r.bottom > box.top + 1 && r.top < box.bottom - 1)
        found.push(text.data.trim());
  }
  return found;
}"""


def figure(page: Page, id: str = MUTUAL) -> Locator:
    """The last link to a figure on a page: on a year's page that in the results."""
    return page.locator(f"article a.fig[href$='figures/{id}/']:visible").last


def card(page: Page) -> Locator:
    return page.locator("#figure-card")


def open_with_stopped_clock(page: Page, address: str) -> None:
    """Opens a page whose timers fire only by `run_for`; an installed clock alone goes on with that of the machine."""
    page.clock.install(time=0)
    page.goto(address)
    page.clock.pause_at(3600)


def hidden_by_card(page: Page, width: int) -> list[str]:
    """Texts below the card, and `wide` where the page is wider than its window."""
    wide = page.evaluate("document.documentElement.scrollWidth") > width
    return [*page.evaluate(COVERED), *["wide"] * wide]


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


def test_resting_on_a_figure_opens_its_card_and_leaving_closes_it(page: Page, address: str) -> None:
    open_with_stopped_clock(page, address + "2025/")
    figure(page).hover()
    page.clock.run_for(100)
    assert card(page).count() == 0, "a pointer on its way over the text opens nothing"
    page.clock.run_for(900)
    card(page).wait_for()
    card(page).hover()
    page.clock.run_for(900)
    assert card(page).is_visible(), "the card can be pointed at"
    page.locator("h1").hover()
    page.clock.run_for(900)
    card(page).wait_for(state="detached")
    assert figure(page).get_attribute("aria-expanded") == "false"


def test_escape_dismisses_without_moving_the_pointer(page: Page, address: str) -> None:
    open_with_stopped_clock(page, address + "2025/")
    figure(page).hover()
    page.clock.run_for(900)
    card(page).wait_for()
    page.keyboard.press("Escape")
    page.clock.run_for(900)
    assert card(page).count() == 0


@pytest.mark.parametrize("width", [600, 1280])
@pytest.mark.parametrize("prefix", LANGUAGES)
def test_the_keyboard_opens_walks_through_and_closes(page: Page, address: str, prefix: str, width: int) -> None:
    resize(page, width)
    page.goto(address + prefix + "2025/")
    link = figure(page)
    link.focus()
    assert card(page).count() == 0, "the focus alone opens nothing"
    page.keyboard.press("Enter")
    card(page).wait_for()
    assert link.get_attribute("aria-expanded") == "true"
    assert link.get_attribute("aria-controls") == "figure-card"
    stops = card(page).locator("a, button").all_inner_texts()
    for stop in stops:
        page.keyboard.press("Tab")
        assert focused(page) == stop
    page.keyboard.press("Tab")
    assert not card(page).evaluate("card => card.contains(document.activeElement)")
    after = page.evaluate("document.activeElement.outerHTML")
    link.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    assert link.evaluate("link => link === document.activeElement")
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    assert card(page).count() == 0
    assert link.evaluate("link => link === document.activeElement"), "the focus goes back to the figure"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.outerHTML") == after, "the card had its place right behind the figure"
    link.focus()
    page.keyboard.press("Enter")
    card(page).wait_for()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{prefix}figures/{MUTUAL}/")


def test_a_tap_opens_and_a_second_goes_to_the_page(phone: Page, address: str) -> None:
    phone.goto(address + "2025/")
    figure(phone).tap()
    card(phone).wait_for()
    assert phone.url == address + "2025/"
    phone.locator("h3").first.evaluate("heading => heading.click()")
    card(phone).wait_for(state="detached")
    figure(phone).tap()
    card(phone).wait_for()
    figure(phone).tap()
    phone.wait_for_url(f"**/figures/{MUTUAL}/")


def test_the_figure_stays_put_when_another_card_closes(phone: Page, address: str) -> None:
    phone.goto(address + "2024/")
    links = phone.locator("article a.fig")
    links.nth(6).tap()
    card(phone).wait_for()
    links.nth(7).scroll_into_view_if_needed()
    before = links.nth(7).bounding_box()
    links.nth(7).evaluate("link => link.click()")
    expect(phone.locator("[aria-expanded=true]")).to_have_count(1)
    after = links.nth(7).bounding_box()
    assert before
    assert after
    assert abs(before["y"] - after["y"]) < 2


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
def test_a_card_never_covers_text_nor_widens_the_page(
    page: Page, address: str, prefix: str, request: pytest.FixtureRequest
) -> None:
    """Each page at every width, which three figures share; with `--all-pages` each of the figures at every width."""
    wrong, whole = [], request.config.getoption("all_pages")
    for sample in SAMPLES:
        page.goto(address + prefix + sample)
        links = page.locator("article a.fig:visible")
        numbers = sorted({0, links.count() // 2, links.count() - 1}) if links.count() else []
        for turn, number in enumerate(numbers):
            resize(page, 1600)
            links.nth(number).evaluate("link => { link.scrollIntoView({ block: 'center' }); link.click(); }")
            card(page).wait_for()
            for width in WIDTHS if whole else WIDTHS[turn :: len(numbers)]:
                resize(page, width)
                if hidden_by_card(page, width):
                    settle(page)  # A page that is resized moves for a moment.
                    wrong += [(sample, number, width, found) for found in hidden_by_card(page, width)[:3]]
            page.keyboard.press("Escape")
    assert wrong == []


def test_the_card_stands_in_the_margin_from_1232_pixels(page: Page, address: str) -> None:
    page.goto(address + "2025/")
    where = {}
    for width in (1231, 1232):
        resize(page, width)
        figure(page).click()
        card(page).wait_for()
        where[width] = card(page).evaluate("card => getComputedStyle(card).position")
        page.keyboard.press("Escape")
    assert where == {1231: "static", 1232: "absolute"}
