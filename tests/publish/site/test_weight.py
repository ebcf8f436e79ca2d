"""How much a first visit weighs: the bytes, compressed, of all that a browser asks for, by page.

Here belongs the budget. The search index is apart from it: it is large, and comes after everything else.
"""

import gzip
import re
from hashlib import sha256
from pathlib import Path
from urllib.parse import unquote, urlsplit

import material
import pytest
from building import ROOT, built_site
from conftest import PATH
from mkdocs.config import load_config
from playwright.sync_api import Browser, Route, expect
from serving import load_whole, settle

from publish.site.css import join_stylesheets, remove_unused, used_names

BUDGETS = {
    "": 110_000,
    "2025/": 132_000,
    "figures/": 120_000,
    "figures/mutual-recognition.2024/": 110_000,
    "charts/": 160_000,  # All drawings, in two widths.
    "map/": 125_000,
}
"""Bytes of each page. 60,000 of them are the theme's script, its search and styles."""


def weight(url: str) -> int:
    """Bytes of a file of the built site, compressed with gzip as plain servers do; pictures as they are."""
    path = unquote(urlsplit(url).path).removeprefix(PATH)
    file = built_site() / (path + "index.html" if path.endswith("/") or not path else path)
    content = file.read_bytes()
    return len(content) if file.suffix in {".png", ".jpg", ".woff2"} else len(gzip.compress(content, 6))


@pytest.mark.parametrize("prefix", ["", "en/"])
@pytest.mark.parametrize("path", BUDGETS)
def test_a_first_visit_is_light(browser: Browser, address: str, prefix: str, path: str) -> None:
    context = browser.new_context(viewport={"width": 375, "height": 800})
    page = context.new_page()
    asked: set[str] = set()
    context.on("request", lambda request: asked.add(request.url.partition("#")[0]))
    page.on("worker", lambda worker: asked.add(worker.url))
    with page.expect_event("worker"):  # The search's: the last of what a page starts.
        page.goto(address + prefix + path)
    page.wait_for_load_state("networkidle")  # What is still under way.
    context.close()
    # A worker's own script is told of, what it brings in is not told of everywhere.
    asked |= {f"{address}assets/javascripts/workers/{url.partition('?')[2]}" for url in asked if "search.js?" in url}
    sizes = {url.removeprefix(address): weight(url) for url in asked if "search_index" not in url}
    assert len(sizes) > 5
    assert any("/workers/" in name for name in sizes)
    assert sum(sizes.values()) <= BUDGETS[path], sorted(sizes.items(), key=lambda item: -item[1])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (".on{a:1}.off{a:1}", ".on{a:1}"),
        (".off,.on>p,.off .on{a:1}", ".on>p{a:1}"),
        (".on:not(.off),:is(.off,p) p{a:1}", ".on:not(.off),:is(.off,p) p{a:1}"),
        ("@media print{.off{a:1}}@media print{.on{a:1}.off{b:2}}", "@media print{.on{a:1}}"),
        ("@keyframes off{from{a:1}to{a:2}}", "@keyframes off{from{a:1}to{a:2}}"),
        ('@charset "x;y";.off{a:url("}.on{")}.on{a:url(x.png)}', '@charset "x;y";.on{a:url(x.png)}'),
        ("[dir=rtl] .on{a:1}[dir=ltr] .on{a:2}", "[dir=ltr] .on{a:2}"),
        ("/* .on{ */.off{a:1}p::before{content:'{'}", 'p::before{content:"{"}'),
        ("p { --read : 1 ; --unread: 2; a : var(--read)!important }", "p{--read:1;a:var(--read)!important}"),
        (".on { p & { a: 1 } }", ".on{p & { a: 1 }}"),
        ("/* One. */\na { b: '/* kept */'; } /* It's two. */\n\n  c { d: e }", 'a{b:"/* kept */"}c{d:e}'),
        (".on{a:1}p{a:1", ".on{a:1}p{a:1}"),
    ],
)
def test_what_no_page_uses_and_no_browser_reads_is_left_out(before: str, after: str) -> None:
    assert remove_unused(before, {"on", "dir=ltr", "--read"}) == after


def test_names_are_read_from_pages_and_scripts(tmp_path: Path) -> None:
    page = '<p class="a b" dir="ltr" style="color:var(--ink)"><form data-md-color-primary="custom" class="c">'
    (tmp_path / "index.html").write_text(page, encoding="utf-8")
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets/a.js").write_text('x.className="vh";y.style.setProperty("--w",1)', encoding="utf-8")
    lines = ("// The reader's note", "z = '/* kept */'; // done", "/* it's\nlead */ w.match(/a:\\/\\//)")
    script = "\n".join([*lines, 'add(`// quoted ${of}`, "*/*")'])
    (tmp_path / "assets/b.js").write_text(script, encoding="utf-8")
    names = used_names(tmp_path)
    assert {"a", "b", "c", "dir=ltr", "data-md-color-primary=custom", "--ink", "vh", "--w"} <= names
    assert {"kept", "match", "add", "quoted", "of"} <= names
    assert names.isdisjoint({"ltr", "custom", "x", "color", "reader", "note", "done", "lead"})


def test_stylesheets_that_follow_one_another_become_one(tmp_path: Path) -> None:
    texts = {"stylesheets/main.css": ".off{a:1}p{a:1}", "stylesheets/faces.css": "@font-face{a:url(../f)}"}
    texts |= {"one.css": "/* one */b{a:2}", "two.css": "i{a:url( 'x.png')}", "three.css": "u{a:url(#x)}"}
    texts |= {"other.css": "s{a:3}"}
    for name, text in texts.items():
        (tmp_path / "assets" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "assets" / name).write_text(text, encoding="utf-8")
    names = [*list(texts)[:5], "away/four.css"]
    links = [f'<link rel="stylesheet" href="../assets/{name}">\n' for name in names]
    page = tmp_path / "index.html"
    page.write_text("".join(["<head>", *links, "<script></script>", links[2], "</head>"]), encoding="utf-8")
    join_stylesheets(tmp_path, {"away/": "far/"})
    after = re.findall(r'href="\.\./([^"]+)"', page.read_text(encoding="utf-8"))
    files = {path: (tmp_path / path).read_text(encoding="utf-8") for path in after if path != "assets/far/four.css"}
    first = "p{a:1}\n@font-face{a:url(../f)}\nb{a:2}"
    assert list(files.values()) == [first, 'i{a:url( "x.png")}', "u{a:url(#x)}", "b{a:2}"]
    assert after[1] == "assets/two.css"
    assert after[3] == "assets/far/four.css"
    left = {file.relative_to(tmp_path).as_posix() for file in tmp_path.rglob("*.css")}
    assert left == {*files, "assets/other.css"}


READY = "JSON.parse(document.getElementById('__config').textContent).translations['search.result.placeholder']"
"""What the search says once it has its index."""


def whole_stylesheets() -> str:
    """What the pages ask for, in its order, with every rule of the theme."""
    theme = Path(material.__file__).parent / "templates/assets/stylesheets"
    files = [next(theme.glob(f"{name}.*.min.css")) for name in ("main", "palette")]
    files += [ROOT / "docs" / name for name in load_config(str(ROOT / "mkdocs.yml")).extra_css]
    joined = max((built_site() / "assets/stylesheets").glob("*.css"), key=lambda file: file.stat().st_size)
    faces = re.findall(r"@font-face\{[^}]*\}", joined.read_text(encoding="utf-8"))
    return "\n".join([*faces, *(file.read_text(encoding="utf-8") for file in files)])


def give_whole(route: Route) -> None:
    """Answer with every rule of the theme."""
    route.fulfill(body=whole_stylesheets(), content_type="text/css")


@pytest.mark.parametrize(
    "path", ["en/figures/", *(pytest.param(path, marks=pytest.mark.slow) for path in ("en/", "charts/"))]
)
def test_pages_look_the_same_with_the_whole_stylesheets(browser: Browser, address: str, path: str) -> None:
    shots = []
    for replaced in (False, True):
        for width in (375, 1280):
            context = browser.new_context(viewport={"width": width, "height": 1200}, reduced_motion="reduce")
            page = context.new_page()
            if replaced:
                page.route("**/stylesheets/*.css", give_whole)
            load_whole(page, address + path)
            shots.append(page.screenshot(animations="disabled", caret="hide"))
            if width == 375:
                page.locator("[data-opens=drawer]").click()
            else:
                page.locator(".md-search__input").focus()
                expect(page.locator(".md-search-result__meta")).to_have_text(page.evaluate(READY))
            part = page.locator(".md-sidebar--primary" if width == 375 else ".md-search__inner")
            settle(page)
            # The words in an empty field fade where no script sees it, so that nothing can wait for their end.
            still = "::placeholder { transition: none !important }"
            shots.append(part.screenshot(animations="disabled", caret="hide", style=still))
            context.close()
    assert [sha256(shot).hexdigest() for shot in shots[:4]] == [sha256(shot).hexdigest() for shot in shots[4:]]
