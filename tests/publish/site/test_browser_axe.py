"""axe-core finds nothing on any kind of page: both languages, both schemes, the width of a phone and of a desk.

Here belongs what axe-core can see. Whether keys reach everything is test_browser_keys.py; how pages stand
magnified, in contrast colours or without scripts, test_browser_modes.py.
"""

from collections.abc import Iterable, Iterator

import axe
import pytest
from building import built_site
from conftest import Portion
from playwright.sync_api import Browser, Page, expect
from serving import resize, settle

Way = tuple[int, str]
"""A width in pixels and a scheme."""
WAYS = ((1280, "light"), (375, "dark"), (1280, "dark"), (375, "light"))

# A kind of page is looked at in two ways in Chinese and in the two others in English: templates and colours are the
# same in both. `pytest --all-pages` looks at every page in every way. The short form looks at a few kinds, each in one
# language, at one way after the other.
LANGUAGES = {"": WAYS[:2], "en/": WAYS[2:]}
FORMS = ["short", pytest.param("long", marks=pytest.mark.slow)]

# A page of each kind; of kinds with many pages the one with the most parts.
KINDS = (
    "", "2024/", "2025/", "2026/", "2026/reform/", "ledger/", "themes/", "themes/tcm/", "figures/",
    "figures/licensed-village-doctors.2024/", "charts/", "summary/", "glossary/", "sources/", "method/", "errata/",
    "corrections/", "rights/", "accessibility/", "about/", "map/", "places/", "charts/reform-rank/",
)  # fmt: skip
FEW = ("", "2025/", "ledger/", "figures/", "figures/licensed-village-doctors.2024/", "charts/")


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """A page whose colours change at once."""
    context = browser.new_context(reduced_motion="reduce")
    yield context.new_page()
    context.close()


def show(page: Page, width: int, scheme: str) -> None:
    """Another width and scheme for the page that is open."""
    resize(page, width)
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    wanted = "slate" if scheme == "dark" else "default"
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", wanted)
    settle(page)  # For a moment, a script's height of the old window may cut off what the new one shows.


def look(page: Page, url: str, ways: Iterable[Way] = WAYS) -> list[tuple[str, ...]]:
    """What is wrong on a page, with all that can be unfolded unfolded, in each of the ways."""
    page.goto(url)
    page.evaluate("document.querySelectorAll('article details').forEach((details) => (details.open = true))")
    return ask(page, ways)


def ask(page: Page, ways: Iterable[Way]) -> list[tuple[str, ...]]:
    """What is wrong on a page as it stands, in each of the ways."""
    axe.bring(page)
    wrong = []
    for width, scheme in ways:
        show(page, width, scheme)
        wrong += [(page.url, str(width), scheme, found) for found in axe.findings(page)]
    return wrong


def ways_of(prefix: str, form: str, number: int) -> tuple[Way, ...]:
    """In which ways the page of a number is looked at."""
    ways = LANGUAGES[prefix]
    return ways if form == "long" else (ways[number % len(ways)],)


def every_page() -> list[str]:
    """The addresses of all pages, the one for lost addresses included."""
    site = built_site()
    files = (file.relative_to(site).as_posix() for file in site.rglob("*.html"))
    return sorted(file.removesuffix("index.html") for file in files)


def test_every_kind_of_page_is_among_those_looked_at() -> None:
    """A page of a new kind is no subpage of one that is looked at, and must be added above."""
    single = {page.removeprefix("en/").partition("/")[0] for page in every_page() if page != "404.html"}
    assert single == {kind.partition("/")[0] for kind in KINDS}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("prefix", LANGUAGES)
def test_axe_finds_nothing_on_any_kind_of_page(
    page: Page, address: str, prefix: str, form: str, portion: Portion
) -> None:
    wrong = []
    for number, kind in enumerate(KINDS if form == "long" else portion(FEW, prefix)):
        wrong += look(page, address + prefix + kind, ways_of(prefix, form, number))
    assert wrong == []


def test_axe_finds_nothing_on_the_page_for_a_lost_address(page: Page, address: str) -> None:
    assert look(page, f"{address}404.html") == []
    page.goto(f"{address}en/nowhere/")  # In the frame of the English home page, whose skip link must lead into it.
    page.locator(".near, .md-skip").first.wait_for(state="attached")
    assert page.locator(".md-skip").get_attribute("href") == f"#{page.locator('h1').get_attribute('id')}"


@pytest.mark.slow
@pytest.mark.timeout(3600)
def test_axe_finds_nothing_on_any_page(page: Page, address: str, request: pytest.FixtureRequest) -> None:
    if not request.config.getoption("all_pages"):
        pytest.skip("a page of each kind is looked at; all of them: pytest --all-pages")
    wrong = [found for path in every_page() for found in look(page, address + path)]
    assert wrong == []


# Cards of every make: in a sentence, in a list, in a table that is filtered, on a figure's own page.
CARDS = ("", "2025/", "figures/?measure=money&sort=-value", "figures/mutual-recognition.2026-02/")


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("prefix", LANGUAGES)
def test_axe_finds_nothing_with_a_card_open(page: Page, address: str, prefix: str, form: str, portion: Portion) -> None:
    wrong = []
    for number, path in enumerate(CARDS if form == "long" else portion(CARDS, prefix)):
        page.goto(address + prefix + path)
        page.locator("article a.fig:visible").first.click()
        expect(page.locator("#figure-card")).to_be_visible()
        wrong += ask(page, ways_of(prefix, form, number))
    assert wrong == []


@pytest.mark.parametrize("prefix", LANGUAGES)
def test_axe_finds_nothing_in_menu_and_search(page: Page, address: str, prefix: str) -> None:
    page.goto(f"{address}{prefix}2026/reform/")
    show(page, 375, "light")
    axe.bring(page)
    page.locator("[data-opens=drawer]").click()
    wrong = [("menu", found) for found in axe.findings(page)]
    page.keyboard.press("Escape")
    page.locator("[data-opens=search]").click()
    page.locator(".md-search__input").fill("2026")
    page.keyboard.press("Shift")  # Material listens to keys.
    page.locator(".md-search-result__item").first.wait_for()
    wrong += [("search", found) for found in axe.findings(page)]
    show(page, 375, "dark")
    wrong += [("search, dark", found) for found in axe.findings(page, axe.COLOURS)]
    page.keyboard.press("Escape")
    page.locator("[data-opens=drawer]").click()
    wrong += [("menu, dark", found) for found in axe.findings(page, axe.COLOURS)]
    assert wrong == []
