"""Charts in a real browser: labels by their boxes at every width, in several fonts; colours; names; ids."""

import base64
from collections.abc import Iterator
from pathlib import Path

import pytest
from building import built_site
from playwright.sync_api import Browser, Page, expect
from serving import resize

FONTS = Path(__file__).parents[3] / "charts" / "fonts"
WIDTHS = (320, 360, 375, 480, 600, 768, 1024, 1280, 1600)
GALLERIES = {"zh": "charts/index.html", "en": "en/charts/index.html"}

# A stack, and how much wider than it a reader's font may yet be. The charts are measured in our own fonts,
# with a tenth to spare; the others stand for what readers have.
STACKS = {
    "ours": ("Ours, OursHan", 0.10),
    "site": ("", 0.0),
    "narrower": ("'Liberation Sans', 'Noto Sans CJK SC', sans-serif", 0.0),
}

BOXES = """slack => [...document.querySelectorAll('figure.chart svg')].filter(svg => svg.clientWidth).map(svg => {
  const frame = svg.getBoundingClientRect(), scale = frame.width / svg.viewBox.baseVal.width
  const texts = [...svg.querySelectorAll('text')].map(text => {
    const box = text.getBoundingClientRect(), more = box.width * slack
    const before = {start: 0, middle: more / 2, end: more}[getComputedStyle(text).textAnchor]
    return {name: text.textContent, left: box.left - before - frame.left, right: box.right + more - before - frame.left,
            top: box.top - frame.top, bottom: box.bottom - frame.top,
            size: parseFloat(getComputedStyle(text).fontSize) * scale}
  })
  return {id: svg.querySelector('title').id, width: frame.width, height: frame.height, texts}
})"""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    made = browser.new_page(color_scheme="light", bypass_csp=True)  # The page takes fonts that are written into it.
    yield made
    made.close()


def show(page: Page, address: str, width: int = 1280, stack: str = "") -> None:
    resize(page, width)
    url = (built_site() / address).as_uri()
    if page.url != url:
        page.goto(url)
    faces = "".join(
        f"@font-face {{ font-family: {name}; font-weight: {weight}; src: url(data:font/otf;base64,{font}) }}"
        for name, file in (("Ours", "NotoSansSCLatin"), ("OursHan", "NotoSansSC"))
        for weight, style in ((400, "Regular"), (700, "Bold"))
        if "Ours" in stack
        for font in (base64.b64encode((FONTS / f"{file}-{style}.otf").read_bytes()).decode(),)
    )
    rule = f"figure.chart svg text {{ font-family: {stack} !important }}" if stack else ""
    page.evaluate(
        """async css => {
          const style = document.querySelector('#of-test') ?? document.head.appendChild(document.createElement('style'))
          style.id = 'of-test'; style.textContent = css
          for (const face of document.fonts) await face.load()
          await document.fonts.ready
        }""",
        faces + rule,
    )


@pytest.mark.parametrize("stack", STACKS)
@pytest.mark.parametrize("language", GALLERIES)
def test_labels_stand_in_the_frame_and_free_of_each_other(page: Page, language: str, stack: str) -> None:
    fonts, slack = STACKS[stack]
    # Our own Chinese font first where Chinese is read: there the quotation marks are full-width.
    fonts = "OursHan" if (language, stack) == ("zh", "ours") else fonts
    wrong = []
    for width in WIDTHS:
        show(page, GALLERIES[language], width, fonts)
        charts = page.evaluate(BOXES, slack)
        assert len(charts) >= 10
        for chart in charts:
            texts = chart["texts"]
            out = [t for t in texts if t["left"] < -1 or t["right"] > chart["width"] + 1]
            out += [t for t in texts if t["top"] < -1 or t["bottom"] > chart["height"] + 1]
            small = [t for t in texts if t["size"] < 12]
            met = [
                (one["name"], two["name"])
                for at, one in enumerate(texts)
                for two in texts[at + 1 :]
                if one["left"] < two["right"] and two["left"] < one["right"]
                # Boxes of a line reach over it: half a px of meeting is none.
                and one["top"] + 0.5 < two["bottom"] and two["top"] + 0.5 < one["bottom"]
            ]  # fmt: skip
            wrong += [(width, chart["id"], what, found) for what, found in
                      (("out", out), ("small", small), ("met", met)) if found]  # fmt: skip
    assert wrong == []


@pytest.mark.parametrize(("width", "shown"), [(320, "narrow"), (375, "narrow"), (768, "wide"), (1280, "wide")])
def test_one_of_two_drawings_is_shown(page: Page, width: int, shown: str) -> None:
    show(page, GALLERIES["zh"], width)
    drawn = page.evaluate(
        "[...document.querySelectorAll('figure.chart')].map(f => [...f.querySelectorAll('svg')]"
        ".filter(s => s.clientWidth).map(s => s.getAttribute('class')).join())"
    )
    assert set(drawn) == {shown}


@pytest.mark.parametrize("language", GALLERIES)
def test_every_drawing_is_an_image_or_a_group_of_them_with_name_and_description(page: Page, language: str) -> None:
    show(page, GALLERIES[language])
    named = page.evaluate(
        "[...document.querySelectorAll('figure.chart svg')].map(svg => [svg.getAttribute('role'),"
        " ...svg.getAttribute('aria-labelledby').split(' ').map(id => document.getElementById(id)?.textContent ?? '')])"
    )
    assert len(named) >= 20
    assert {each[0] for each in named} == {"group"}
    assert [each for each in named if not each[1] or len(each[2]) < 20 or each[1] == each[2]] == []


def test_ids_are_unique_on_every_page() -> None:
    for file in built_site().rglob("*.html"):
        ids = [part.partition('"')[0] for part in file.read_text(encoding="utf-8").split(' id="')[1:]]
        twice = sorted({name for name in ids if ids.count(name) > 1})
        assert twice == [], file


def test_charts_follow_the_switch_of_scheme(page: Page, address: str) -> None:
    """By the reader's own click: the theme's script needs a server, since it keeps the choice by origin."""
    page.goto(address + "en/charts/")
    mark = "document.querySelector('svg:has(#unbroken-years-wide-t) [style*=\"fill:var(--c-res\"]')"
    fill = f"getComputedStyle({mark}).fill"
    light = page.evaluate(fill)
    page.locator("form[data-md-component=palette] button:visible").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    assert page.evaluate(fill) != light
    page.locator("form[data-md-component=palette] button:visible").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
    assert page.evaluate(fill) == light


@pytest.mark.parametrize("language", GALLERIES)
def test_files_beside_a_chart_are_there_in_the_pages_language(page: Page, language: str) -> None:
    show(page, GALLERIES[language])
    links = page.evaluate("[...document.querySelectorAll('figure.chart .dl a')].map(a => new URL(a.href).pathname)")
    assert len(links) >= 30
    assert [link for link in links if not Path(link).is_file()] == []
    assert all(("/en/charts/" in link) == (language == "en") for link in links)
