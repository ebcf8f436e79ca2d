"""The ways through the site, how its text is set, and how it stands on a phone: in a real browser.

Here belongs what holds for every kind of page: contents, neighbours, anchors, results of a search, widths, targets,
type. What a figure's card does is test_browser_cards.py; which page a query finds, test_browser_site.py.
"""

import re

import pytest
from building import built_site
from conftest import Portion
from playwright.sync_api import Browser, Page, expect
from serving import settle

LANGUAGES = {"": "zh-CN", "en/": "en-GB"}
KINDS = (
    "", "2024/", "2025/", "2026/", "2026/tcm/", "ledger/", "themes/", "themes/reform/", "figures/",
    "figures/mutual-recognition.2026-02/", "charts/", "summary/", "glossary/", "sources/", "errata/", "corrections/",
    "method/", "404.html",
)  # fmt: skip
"""A page of each kind."""
NARROWEST = 320  # Pixels: a small phone, or 1280 at 400 % (WCAG 2.2, 1.4.10).

# What sticks out at the right, each with its class: the message of a failure.
WIDER = """() => document.documentElement.scrollWidth <= innerWidth ? [] :
  [...document.querySelectorAll("main *, header *, footer *")]
    .filter((e) => e.getBoundingClientRect().right > innerWidth + 1).slice(0, 5)
    .map((e) => `${e.tagName}.${e.className.baseVal ?? e.className}`)"""

# Targets below 24 pixels that do not stand in a sentence (WCAG 2.2, 2.5.8): links in a line of text are let off.
SMALL = """() => [...document.querySelectorAll("a[href], button, summary, input, select, label[for]")]
  .filter((e) => e.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
  .filter((e) => !e.closest("svg, .md-skip, thead"))
  .filter((e) => e.getBoundingClientRect().right > 0 && e.getBoundingClientRect().left < innerWidth)
  .filter((e) => !e.matches(".md-toggle, .md-option, .md-overlay, .md-search *"))
  .filter((e) => {
    const { width, height } = e.getBoundingClientRect();
    const inline = getComputedStyle(e).display === "inline";
    const block = e.closest("p, li, td, th, dd, dt, h1, h2, h3, figcaption, div");
    const sentence = inline && block.textContent.trim().length > e.textContent.trim().length;
    return !sentence && (width < 23.5 || height < 23.5);
  })
  .map((e) => `${e.tagName}.${e.className} “${e.textContent.trim().slice(0, 20)}” ` +
    [e.getBoundingClientRect().width, e.getBoundingClientRect().height].map(Math.round)).slice(0, 4)"""

# Characters of each full line of running text, an em each for Chinese.
LINES = """() => [...document.querySelectorAll("article p:not(.src, .lead, .fate, .count, .dl, .acts, .num)")]
  .filter((p) => p.checkVisibility() && !p.closest(".note, table, figure, .card, .term, .dirs, footer"))
  .flatMap((p) => {
    const range = document.createRange(), lines = [];
    range.selectNodeContents(p);
    const box = p.getBoundingClientRect(), size = parseFloat(getComputedStyle(p).fontSize);
    const tops = new Set([...range.getClientRects()].map((r) => Math.round(r.bottom / 8)));
    return tops.size > 2 ? [box.width / size] : [];
  })"""


def addresses(prefix: str) -> list[str]:
    """Every page of a language; of the figures, whose pages are alike, those with the longest names."""
    site = built_site() / prefix
    pages = sorted(path.parent.relative_to(site).as_posix() for path in site.rglob("index.html"))
    pages = [f"{page}/".removeprefix("./") for page in pages if prefix or not page.startswith("en")]
    figures = sorted((page for page in pages if page.startswith("figures/") and page != "figures/"), key=len)
    return [page for page in pages if page not in figures[:-8]]


@pytest.mark.parametrize("prefix", LANGUAGES)
def test_no_page_scrolls_sideways_on_the_narrowest_phone(browser: Browser, address: str, prefix: str) -> None:
    context = browser.new_context(viewport={"width": NARROWEST, "height": 800}, java_script_enabled=False)
    page, wide = context.new_page(), {}
    for each in addresses(prefix):
        page.goto(address + prefix + each)
        if found := page.evaluate(WIDER):
            wide[each] = found
    context.close()
    assert wide == {}


@pytest.mark.parametrize("prefix", LANGUAGES)
def test_targets_are_large_enough_for_a_finger(browser: Browser, address: str, prefix: str, portion: Portion) -> None:
    context = browser.new_context(viewport={"width": 375, "height": 800}, has_touch=True, is_mobile=True)
    page, small = context.new_page(), {}
    for each in portion(KINDS, prefix):
        page.goto(address + (each if each == "404.html" else prefix + each))
        if found := page.evaluate(SMALL):
            small[each] = found
    context.close()
    assert small == {}


@pytest.mark.parametrize("width", [375, 960, 1100, 1280])
def test_contents_are_at_hand_at_every_width(browser: Browser, address: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "2025/")
    entries, headings = page.locator("nav.jump a:visible"), page.locator("article h2[id]")
    assert [link.get_attribute("href") for link in entries.all()] == [
        f"#{h.get_attribute('id')}" for h in headings.all()
    ]
    entries.nth(3).click()
    expect(page).to_have_url(f"{address}2025/#{headings.nth(3).get_attribute('id')}")
    context.close()


def test_the_menu_of_a_phone_names_the_page_itself(phone: Page, address: str) -> None:
    for each in ("2025/", "ledger/", "glossary/"):
        phone.goto(address + each)
        phone.locator("[data-opens=drawer]").click()
        expect(phone.locator(".md-nav--primary a.md-nav__link--active").last).to_be_visible()


@pytest.mark.parametrize("prefix", LANGUAGES)
def test_crumbs_and_neighbours_lead_through_without_scripts(browser: Browser, address: str, prefix: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}{prefix}themes/")
    seen = []
    while page.url != f"{address}{prefix}figures/":
        seen.append(page.url.removeprefix(address + prefix))
        with page.expect_navigation():
            page.locator(".pn .nav-next").click()
    seen = seen[: seen.index("places/")]
    assert seen[0] == "themes/"
    assert seen[1:] == [f"themes/{id}/" for id in re.findall(r"themes/([\w-]+)/", " ".join(seen))]
    page.goto(f"{address}{prefix}places/")
    page.locator(".pn .nav-previous").click()
    expect(page).to_have_url(address + prefix + seen[-1])
    crumbs = page.locator(".crumbs li")
    expect(crumbs).to_have_count(3)
    crumbs.nth(1).locator("a").click()
    expect(page).to_have_url(f"{address}{prefix}themes/")
    page.goto(f"{address}{prefix}figures/mutual-recognition.2026-02/")
    with page.expect_navigation():
        page.locator(".pn .nav-next").click()
    assert "/figures/" in page.url
    page.locator(".crumbs a").first.click()
    expect(page).to_have_url(address + prefix)
    context.close()


def test_a_click_on_the_sign_copies_the_link(browser: Browser, address: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(address + "en/2025/")
    status = page.locator("body > [role=status].vh")
    for sign in (page.locator("h2 .headerlink").first, page.locator("h2 .headerlink").last):
        status.evaluate("status => (status.textContent = '')")  # What is said next is of this sign.
        sign.focus()
        expect(sign).to_have_css("opacity", "1")
        sign.press("Enter")
        expect(status).to_have_text("Link copied")
        assert page.evaluate("navigator.clipboard.readText()") == page.evaluate("location.href")
        assert page.evaluate("document.getElementById(location.hash.slice(1)) !== null")
    context.close()


@pytest.mark.parametrize(
    ("prefix", "query", "words"),
    [
        ("", "互认", ("21.89万次", "累计至2026年2月5日")),
        ("en/", "recognition", ("218,900 recognitions", "cumulative to 5 February 2026")),
    ],
)
@pytest.mark.parametrize("width", [375, 1280])
def test_results_of_a_search_read_well(
    browser: Browser, address: str, prefix: str, query: str, words: tuple[str, ...], width: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    page.goto(address + prefix)
    if width < 960:
        page.locator("[data-opens=search]").click()
        widths = [page.evaluate("document.documentElement.scrollWidth") for _ in range(30)]
        assert set(widths) == {width}, "the overlay widens the page while it opens"
    field = page.locator(".md-search__input")
    field.fill(query)
    field.press("Shift")
    results = page.locator(".md-search-result__item")
    results.first.wait_for()
    settle(page)  # On a phone the overlay comes in from the side.
    texts = [item.inner_text() for item in results.all()]
    assert [text for text in texts if all(word in text for word in words)], texts
    assert not [text for text in texts if "\u200b" in text]
    assert max(map(len, texts)) < 1200, "a whole page for a result"
    assert page.evaluate("document.documentElement.scrollWidth") == width
    box = results.first.bounding_box()
    assert box is not None
    assert 0 <= box["x"] < box["x"] + box["width"] <= width
    sizes = page.locator(".md-search__input, .md-search__suggest").evaluate_all(
        "all => all.map(e => getComputedStyle(e).fontSize)"
    )
    assert len(set(sizes)) == 1, "the suggestion stands behind what is typed"
    context.close()


def test_the_home_page_tells_it_in_order_and_in_live_figures(page: Page, address: str) -> None:
    page.goto(address)
    assert page.locator("h1 b a.fig").all_inner_texts() == ["880.86万元"]
    order = page.locator(".sec h2").evaluate_all("all => all.map(h => h.id)")
    assert [id for id in order if id not in ("map", "places")] == ["easier", "directions", "downloads", "know"]
    assert page.locator(".less h3").count() == 3
    assert page.locator(".big a.fig").count() == page.locator(".big").count() == 10
    assert page.locator(".dirs h3[id]").count() == 7
    box = page.locator("h1").bounding_box()
    easier = page.locator("#easier").bounding_box()
    assert box is not None
    assert easier is not None
    assert easier["y"] < 900, "the first screen tells more than the headline"
    typed = page.evaluate("""() => {
      const found = [], walker = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const { data, parentElement } = walker.currentNode;
        const bare = data.replace(/20[0-9][0-9]/g, "");  // Years are names of periods.
        const elsewhere = parentElement.closest("a, svg, figure, .take, .know, .dirs, .teaser, .finder");
        if (/[0-9]/.test(bare) && !elsewhere) found.push(data);
      }
      return found;
    }""")
    assert typed == []


def test_chinese_and_english_are_set_by_their_own_rules(page: Page, address: str) -> None:
    def style(selector: str, *names: str) -> list[str]:
        read = "(e, names) => names.map(n => getComputedStyle(e).getPropertyValue(n))"
        return page.locator(selector).first.evaluate(read, list(names))

    page.goto(address + "method/")
    rules = ("text-autospace", "text-spacing-trim", "line-break", "hyphens", "text-align")
    assert style("article p", *rules) == ["normal", "trim-start", "strict", "manual", "start"]
    widths = page.evaluate(LINES)
    assert widths
    assert all(30 <= width <= 40 for width in widths), widths
    page.goto(address + "2025/")
    assert "tabular-nums" in style("a.fig", "font-variant-numeric")[0]
    for each in ("2025/", "sources/", "glossary/"):
        page.goto(address + each)
        slanted = (
            "all => all.filter(e => getComputedStyle(e).fontStyle !== 'normal').map(e => e.outerHTML.slice(0, 80))"
        )
        assert page.locator("body *").evaluate_all(slanted) == []
    page.goto(address + "en/2025/")
    assert style("article p", "text-autospace", "line-break", "hyphens") == ["no-autospace", "auto", "auto"]
    assert style("article blockquote p", "line-break", "hyphens") == ["strict", "manual"]
    assert style("article h2", "hyphens") == ["manual"]
    assert style("body", "quotes") == ['"“" "”" "‘" "’"']
