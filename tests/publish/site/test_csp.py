"""The content security policy: its hashes, and what a real browser that holds to it lets a page do."""

import contextlib
from collections.abc import Iterator

import pytest
from building import built_site
from conftest import Portion
from playwright.sync_api import Browser, Page, expect

from publish.site.csp import PLACEHOLDER, inline_scripts, policy_of, with_policy
from samples import real_pages

WATCH = 'document.addEventListener("securitypolicyviolation", e => console.error("refused " + e.effectiveDirective))'
LOST = "nowhere/at/all/"


def test_inline_scripts_are_told_from_files_and_data() -> None:
    html = (
        '<script src="a.js"></script><SCRIPT defer\nsrc=b.js></SCRIPT><script>let a</script>'
        '<script id="c" type="application/json">{"src": 1}</script><script type="application/ld+json">{}</script>'
        '<script type="module" data-source="x">let\nb</script >'
    )
    assert inline_scripts(html) == ["let a", "let\nb"]


def test_a_script_is_allowed_by_its_hash_and_once() -> None:
    policy = policy_of("<script>alert('Hello, world.');</script>" * 2)
    known = "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"  # The example of CSP level 2, § 7.17.1.
    assert f"script-src 'self' {known};" in policy
    assert "unsafe-inline" not in policy.split("style-src")[0]


def test_a_page_without_the_place_stays_as_it_is() -> None:
    assert with_policy("<p>words</p>") == "<p>words</p>"


def test_every_published_page_has_its_policy() -> None:
    pages = {path: path.read_text(encoding="utf-8") for path in built_site().rglob("*.html")}
    assert [path for path, html in pages.items() if html.count(f'Policy" content="{policy_of(html)}"') != 1] == []
    assert [path for path, html in pages.items() if PLACEHOLDER in html] == []
    # What stands before the policy is not held to it.
    assert [path for path, html in pages.items() if "<script" in html.partition("http-equiv")[0]] == []


@pytest.fixture
def watched(browser: Browser) -> Iterator[tuple[Page, list[str]]]:
    """A page, and what its console says of errors and of what was refused."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    said: list[str] = []
    page.add_init_script(WATCH)
    page.on("console", lambda message: said.append(f"{page.url}: {message.text}") if message.type == "error" else None)
    page.on("pageerror", lambda error: said.append(f"{page.url}: {error}"))
    yield page, said
    context.close()


def page_types() -> list[str]:
    """One address of each file in `docs/`."""
    return list({page.source: page.address for page in real_pages().values()}.values())


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_no_page_type_is_refused_anything(
    watched: tuple[Page, list[str]], address: str, prefix: str, portion: Portion
) -> None:
    page, said = watched
    types = page_types()
    assert len(types) >= 14
    for sample in portion(types, prefix):
        page.goto(address + prefix + sample)
        assert page.locator("html.js").count() == 1  # The theme's script ran.
    assert said == []
    page.goto(address + prefix + LOST)
    assert page.locator("html.js").count() == 1
    assert [line for line in said if "404" not in line] == []


def test_what_scripts_do_works_under_the_policy(watched: tuple[Page, list[str]], address: str) -> None:
    page, said = watched
    page.goto(f"{address}en/2025/")
    page.locator("article .big a.fig").first.click()
    page.locator("#figure-card").wait_for()
    scheme = page.locator("body").get_attribute("data-md-color-scheme")
    page.locator("form[data-md-component=palette] button:visible").click()
    assert page.locator("body").get_attribute("data-md-color-scheme") != scheme
    page.locator(".md-search__input").fill("nurseries")
    page.locator(".md-search__input").press("Shift")
    page.locator(".md-search-result__item > a").first.wait_for()
    page.goto(f"{address}en/figures/")
    page.locator("form.bar").wait_for()
    assert said == []


def test_a_script_that_slipped_in_is_refused(watched: tuple[Page, list[str]], address: str) -> None:
    page, _ = watched
    page.goto(address)
    with contextlib.ExitStack() as until_told:
        for directive in ("script-src-elem", "script-src-attr", "frame-src"):
            told = f"refused {directive}"
            until_told.enter_context(page.expect_console_message(lambda message, told=told: message.text == told))
        page.evaluate(
            """() => {
              document.body.append(Object.assign(document.createElement("script"), {textContent: "window.broken = 1"}));
              document.body.insertAdjacentHTML("beforeend", "<img src=nothing.png onerror='window.broken = 2'>");
              document.body.append(Object.assign(document.createElement("iframe"), {src: "https://example.org/"}));
            }"""
        )
    expect(page.locator("img[onerror]")).to_have_js_property("complete", True)
    assert page.evaluate("window.broken") is None
