"""How much a first visit weighs: the bytes, compressed, of all that a browser asks for, by page.

Here belongs the budget. The search index is apart from it: it is large, and comes after everything else.
"""

import gzip
from hashlib import sha256
from pathlib import Path
from urllib.parse import unquote, urlsplit

import material
import pytest
from building import built_site
from conftest import PATH
from playwright.sync_api import Browser, Route

from publish.stylesheets import Used, lighten

BUDGET = 110_000  # bytes
PAGES = ("", "charts/", "figures/", "2025/", "figures/mutual-recognition.2024/")


def weight(url: str) -> int:
    """Bytes of a file of the built site, compressed with gzip as plain servers do; pictures as they are."""
    path = unquote(urlsplit(url).path).removeprefix(PATH)
    file = built_site() / (path + "index.html" if path.endswith("/") or not path else path)
    content = file.read_bytes()
    return len(content) if file.suffix in {".png", ".jpg", ".woff2"} else len(gzip.compress(content, 6))


@pytest.mark.parametrize("prefix", ["", "en/"])
@pytest.mark.parametrize("path", PAGES)
def test_a_first_visit_is_light(browser: Browser, address: str, prefix: str, path: str) -> None:
    context = browser.new_context(viewport={"width": 375, "height": 800})
    page = context.new_page()
    asked: set[str] = set()
    context.on("request", lambda request: asked.add(request.url.partition("#")[0]))
    page.on("worker", lambda worker: asked.add(worker.url))
    page.goto(address + prefix + path, wait_until="networkidle")
    context.close()
    # A worker's own script is told of, what it brings in is not told of everywhere.
    asked |= {f"{address}assets/javascripts/workers/{url.partition('?')[2]}" for url in asked if "search.js?" in url}
    sizes = {url.removeprefix(address): weight(url) for url in asked if "search_index" not in url}
    assert len(sizes) > 8
    assert any("/workers/" in name for name in sizes)
    assert sum(sizes.values()) <= BUDGET, sorted(sizes.items(), key=lambda item: -item[1])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (".on{a:1}.off{a:1}", ".on{a:1}"),
        (".off,.on>p,.off .on{a:1}", ".on>p{a:1}"),
        (".on:not(.off),:is(.off,p) p{a:1}", ".on:not(.off),:is(.off,p) p{a:1}"),
        ("@media print{.off{a:1}}@media print{.on{a:1}.off{b:2}}", "@media print{.on{a:1}}"),
        ("@keyframes off{from{a:1}to{a:2}}", "@keyframes off{from{a:1}to{a:2}}"),
        ('@charset "x;y";.off{a:url("}.on{")}.on{a:url(;)}', '@charset "x;y";.on{a:url(;)}'),
        ("[dir=rtl] .on{a:1}[dir=ltr] .on{a:2}", "[dir=ltr] .on{a:2}"),
        ("/* .on{ */.off{a:1}p::before{content:'{'}", "p::before{content:'{'}"),
    ],
)
def test_rules_for_what_no_page_has_are_left_out(before: str, after: str) -> None:
    assert lighten(before, Used({"on"}, {"dir=ltr"})) == after


def test_a_broken_stylesheet_is_refused() -> None:
    with pytest.raises(ValueError, match=r"braces do not match: 'p\{a:1'"):
        lighten(".on{a:1}p{a:1", Used({"on"}, set()))


def give_whole(route: Route) -> None:
    """Answer with the theme's own file."""
    folder = Path(material.__file__).parent / "templates/assets/stylesheets"
    name = urlsplit(route.request.url).path.rpartition("/")[2].partition(".")[0]
    route.fulfill(path=next(folder.glob(f"{name}.*.min.css")))


@pytest.mark.parametrize("path", ["en/", "charts/", "en/figures/"])
def test_pages_look_the_same_with_the_whole_stylesheets(browser: Browser, address: str, path: str) -> None:
    shots = []
    for replaced in (False, True):
        for width in (375, 1280):
            context = browser.new_context(viewport={"width": width, "height": 1200}, reduced_motion="reduce")
            page = context.new_page()
            if replaced:
                page.route("**/stylesheets/*.css", give_whole)
            page.goto(address + path, wait_until="networkidle")
            shots.append(page.screenshot(animations="disabled", caret="hide"))
            page.locator("[data-opens=drawer]").click() if width == 375 else page.locator(".md-search__input").focus()
            part = page.locator(".md-sidebar--primary" if width == 375 else ".md-search__inner")
            page.wait_for_timeout(500)
            settling = ".md-search-result__meta { visibility: hidden }"  # Says that it starts, until it has.
            shots.append(part.screenshot(animations="disabled", caret="hide", style=settling))
            context.close()
    assert [sha256(shot).hexdigest() for shot in shots[:4]] == [sha256(shot).hexdigest() for shot in shots[4:]]
