"""The keyboard alone: everything can be reached, is seen when it is, and lets go again.

Here belongs what a reader without a pointer does. The card of a figure is test_browser_cards.py.
"""

import re

import pytest
from playwright.sync_api import Browser, Page, expect
from serving import resize, settle

WALKS = (("en/", 1280), ("", 375), ("en/figures/", 375), ("charts/", 1280), ("en/2025/", 375), ("ledger/", 1280))

# What a key should reach: all that can have the focus and can be seen.
STOPS = """() => [...document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']")]
  .filter((stop) => stop.tabIndex >= 0 && !stop.disabled && !stop.closest(".md-search, .md-skip, .md-top"))
  .filter((stop) => stop.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: false }))
  .map((stop, number) => (stop.dataset.stop = number)).length"""

# Where the focus is, and what is wrong with it: out of sight, without a frame, below something else. No key comes
# before a list has been drawn anew: its rows are laid out when they come near, and move what has the focus.
HERE = """async () => {
  if (document.querySelector("tr[data-order]")) for (const _ of "12") await new Promise(requestAnimationFrame);
  const stop = document.activeElement, boxes = [...stop.getClientRects()].filter((box) => box.width && box.height);
  const style = getComputedStyle(stop), wrong = [];
  const inside = (box) => box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  if (!stop.checkVisibility({ visibilityProperty: true }) || !boxes.some(inside)) wrong.push("out of sight");
  if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) wrong.push("no frame");
  const top = boxes.some((box) => [0.1, 0.5, 0.9].some((part) => {
    const at = document.elementFromPoint(box.left + box.width * part, box.top + box.height / 2);
    return at && (stop.contains(at) || at.contains(stop));
  }));
  if (!top) wrong.push("below something else");
  return { number: stop.dataset.stop ?? null, body: stop === document.body, what: stop.outerHTML.slice(0, 120), wrong };
}"""


def focused(page: Page, selector: str) -> bool:
    """Whether the focus is on the first element that a selector finds, or inside it."""
    return bool(page.locator(selector).first.evaluate("element => element.contains(document.activeElement)"))


@pytest.mark.parametrize(("path", "width"), WALKS)
def test_a_walk_by_tab_reaches_all_and_shows_where_it_is(page: Page, address: str, path: str, width: int) -> None:
    resize(page, width, 800)
    page.emulate_media(reduced_motion="reduce")
    page.goto(address + path)
    count = page.evaluate(STOPS)
    assert count > 20
    wrong, reached = [], set()
    for step in range(count + 10):
        page.keyboard.press("Tab")
        here = page.evaluate(HERE)
        if here["body"] or (step and "md-skip" in here["what"]):
            break  # Round once.
        reached.add(here["number"])
        if here["wrong"]:
            settle(page)  # What a script moves out of the way may be on its way.
            here = page.evaluate(HERE)
        if here["wrong"]:
            wrong.append((here["what"], here["wrong"]))
    else:
        pytest.fail(f"a trap: {here['what']}")
    assert wrong == []
    missed = set(map(str, range(count))) - reached
    names = [page.locator(f"[data-stop='{number}']").evaluate("e => e.outerHTML.slice(0, 120)") for number in missed]
    assert names == []


def test_the_menu_opens_walks_and_closes_by_key(page: Page, address: str) -> None:
    resize(page, 375, 700)
    page.goto(f"{address}en/2026/reform/")
    button = page.locator("[data-opens=drawer]")
    button.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    assert focused(page, ".md-sidebar--primary")
    links = page.locator(".md-sidebar--primary a:visible")
    names = [name.strip() for name in links.all_inner_texts()]
    assert "Plan beside result" in names
    assert "Care close to home" in names
    for _ in range(links.count() - 1):
        page.keyboard.press("Tab")
        assert focused(page, ".md-sidebar--primary")
        assert page.evaluate(HERE)["wrong"] == []
    page.keyboard.press("Tab")
    expect(button).to_have_attribute("aria-expanded", "false")
    assert not focused(page, ".md-sidebar--primary"), "the menu does not hold the focus"
    button.press("Enter")
    page.keyboard.press("Escape")
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(button).to_be_focused()
    button.press("Enter")
    page.locator(".md-sidebar--primary a", has_text="Plan beside result").press("Enter")
    page.wait_for_url("**/en/ledger/")


@pytest.mark.parametrize("width", [375, 1280])
def test_search_by_key(page: Page, address: str, width: int) -> None:
    resize(page, width, 700)
    page.goto(f"{address}en/2024/")
    start, field = page.locator("[data-opens=search]"), page.locator(".md-search__input")
    if width == 375:
        start.press("Enter")
        expect(field).to_be_focused()
    else:
        field.focus()
    page.keyboard.type("consortia")
    results = page.locator(".md-search-result__item > a")
    results.first.wait_for()
    expect(page.locator(".md-search-result__meta[role=status]")).to_have_text(re.compile(r"\S"))
    page.keyboard.press("Tab")
    expect(results.first).to_be_focused()
    assert page.evaluate(HERE)["wrong"] == []
    page.keyboard.press("Shift+Tab")
    expect(field).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#__search")).not_to_be_checked()
    if width == 375:
        expect(start).to_be_focused()
        start.press("Enter")
    else:
        settle(page)  # Material notes a moment later that the focus has left.
        field.focus()
    results.first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/figures/consortia.2024/**")


def test_light_and_dark_by_key_and_by_the_system_until_chosen(page: Page, address: str) -> None:
    scheme = "document.body.dataset.mdColorScheme"
    page.emulate_media(color_scheme="dark")
    page.goto(f"{address}en/")
    assert page.evaluate(scheme) == "slate"
    page.emulate_media(color_scheme="light")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
    page.locator("form[data-md-component=palette] button:visible").focus()
    for key, wanted in (("Space", "slate"), ("Enter", "default"), ("Enter", "slate")):
        page.keyboard.press(key)
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", wanted)
        expect(page.locator("form[data-md-component=palette] button:not([hidden])")).to_be_focused()
    page.emulate_media(color_scheme="dark")
    page.emulate_media(color_scheme="light")
    page.reload()
    assert page.evaluate(scheme) == "slate", "a choice outlasts the system's"


def test_the_filter_of_the_list_by_key(page: Page, address: str) -> None:
    page.goto(f"{address}en/figures/")
    shown = page.locator("table.figures tbody tr[data-order]:visible")
    total = shown.count()
    page.locator("form.bar [name=q]").focus()
    page.keyboard.type("hospital")
    some = shown.count()
    assert 0 < some < total
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    assert shown.count() <= some
    page.locator("form.bar [type=reset]").press("Enter")
    expect(shown).to_have_count(total)
    page.locator("th[data-sort=value] button").press("Enter")
    assert page.locator("th[data-sort=value]").get_attribute("aria-sort") == "ascending"


def test_the_data_of_a_chart_by_key(page: Page, address: str) -> None:
    page.goto(f"{address}charts/")
    details = page.locator("figure.chart details").first
    details.locator("summary").press("Enter")
    assert details.locator("table").is_visible()
    details.locator("summary").press("Space")
    assert not details.locator("table").is_visible()


def test_single_letters_are_no_shortcuts(page: Page, address: str) -> None:
    page.goto(f"{address}en/2025/")
    for key in ("f", "s", "/", "n", ".", "p", ","):
        page.keyboard.press(key)
    settle(page)
    assert page.url == f"{address}en/2025/"
    assert not page.locator("#__search").is_checked()
    page.locator(".md-search__input").press_sequentially("sfn/")
    assert page.locator(".md-search__input").input_value() == "sfn/"


def test_the_menu_by_key_without_scripts(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 375, "height": 700})
    page = context.new_page()
    page.goto(f"{address}en/2026/reform/")
    link = page.locator(".md-sidebar--primary a", has_text="Plan beside result")
    assert not link.is_visible()
    assert page.get_by_role("checkbox", name="Menu").count() == 1
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    link.press("Enter")
    page.wait_for_url("**/en/ledger/")
    context.close()
