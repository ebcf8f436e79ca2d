"""The finished site in Firefox and WebKitGTK as Debian packs them: what Chromium does, they do.

Here belongs what engines do differently: text, scripts, what they lack. Everything else is asked of Chromium alone.
"""

from collections.abc import Iterator

import pytest
from engines import Engine, firefox, webkit

# Waits until a condition holds, and gives its value.
UNTIL = """
const until = async (found) => {
  for (const end = Date.now() + 20000; Date.now() < end; await new Promise((next) => setTimeout(next, 50))) {
    const value = found();
    if (value) return value;
  }
};
"""


@pytest.fixture(scope="module", params=[firefox, webkit])
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    with request.param() as engine:
        yield engine


def test_a_click_on_a_figure_opens_its_card(engine: Engine, address: str) -> None:
    engine.open(f"{address}2025/")
    opened = f"""{UNTIL}
    document.querySelector("article a.fig").click();
    return until(() => document.querySelector("#figure-card")?.textContent.trim());"""
    assert engine.run(opened)
    assert engine.run("return document.querySelector('a.fig[aria-expanded=true]') !== null")


def test_figures_carry_their_mark(engine: Engine, address: str) -> None:
    engine.open(f"{address}en/2024/")
    marks = """return [...new Set([...document.querySelectorAll("p > a.fig, li > a.fig")].map((figure) => {
      const { textDecorationLine, textDecorationStyle } = getComputedStyle(figure);
      return `${textDecorationLine} ${textDecorationStyle}`;
    }))]"""
    assert engine.run(marks) == ["underline dotted"]


def test_headings_are_in_their_face(engine: Engine, address: str) -> None:
    engine.open(f"{address}2025/")
    face = f"{UNTIL} return until(() => [...document.fonts].some(({{ status }}) => status === 'loaded'))"
    assert engine.run(face)


def test_no_digits_are_overprinted(engine: Engine, address: str) -> None:
    """WebKitGTK draws digits over Chinese under `text-autospace`, at places that it reports as apart."""
    engine.open(f"{address}2025/")
    spaced = engine.run("return getComputedStyle(document.querySelector('article p')).textAutospace")
    assert spaced == {"WebKitGTK": "no-autospace", "Firefox": "normal"}[engine.name]


def test_what_is_pasted_is_searched(engine: Engine, address: str) -> None:
    engine.open(address)
    pasted = f"""{UNTIL}
    const field = document.querySelector(".md-search__input");
    field.focus();
    const ready = JSON.parse(document.getElementById("__config").textContent).translations["search.result.placeholder"];
    await until(() => document.querySelector(".md-search-result__meta")?.textContent === ready);
    document.execCommand("insertText", false, "互认");
    return until(() => document.querySelector(".md-search-result__item")?.textContent);"""
    assert "互认" in engine.run(f"return (async () => {{ {pasted} }})()")


def test_the_list_is_filtered(engine: Engine, address: str) -> None:
    engine.open(f"{address}figures/?q=互认")
    rows = "return [...document.querySelectorAll('table.figures tbody tr:not([hidden])')].length"
    assert 1 < engine.run(rows) < 20


def test_no_page_scrolls_sideways(engine: Engine, address: str) -> None:
    for path in ("", "en/charts/", "map/", "figures/"):
        engine.open(address + path)
        assert engine.run("return document.documentElement.scrollWidth - innerWidth") <= 0, path
