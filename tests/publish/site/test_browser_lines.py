"""Lines of the finished pages: where they end and begin, and the face that headings are set in.

Here belongs what only a browser knows once it has broken the text. Which words there are to break belongs to
test_line_breaks.py.
"""

import re
from collections.abc import Iterator

import pytest
from building import built_site
from conftest import Portion
from playwright.sync_api import Browser, Page

WIDTHS = (375, 1280)
HEADINGS = {"h1", "h2", "h3"}
CELLS = {"td", "th"}  # Which may be as narrow as two characters.
# Every block of text as [name of its element, lines, where a line ends between two Chinese characters of one text].
LINES = """() => {
  const found = [], inline = (node) => getComputedStyle(node).display.startsWith("inline");
  const blockOf = (node) => { while (inline(node)) node = node.parentElement; return node; };
  const walker = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT);
  const blocks = new Map();
  for (let node; (node = walker.nextNode()); ) {
    const parent = node.parentElement;
    if (!node.data.trim() || parent.closest("svg, .vh, [hidden], script") || !parent.checkVisibility()) continue;
    const block = blockOf(parent);
    if (block.getBoundingClientRect().width < 2) continue; // For screen readers alone.
    if (!blocks.has(block)) blocks.set(block, []);
    blocks.get(block).push(node);
  }
  for (const [block, nodes] of blocks) {
    const lines = [], within = [];
    let bottom = -Infinity, right = 0;
    for (const node of nodes)
      for (let at = 0; at < node.data.length; at++) {
        const range = document.createRange();
        range.setStart(node, at), range.setEnd(node, at + 1);
        const box = range.getClientRects()[0];
        if (!box || !box.width || !node.data[at].trim()) continue;
        const middle = (box.top + box.bottom) / 2;
        if (!lines.length || (middle > bottom && box.left < right)) {
          const cut = /^\\p{Script=Han}{2}$/u.test(node.data.slice(at - 1, at + 1));
          if (lines.length && cut) within.push(node.data.slice(at - 3, at + 2));
          lines.push(""), (bottom = box.bottom);
        } else bottom = Math.max(bottom, box.bottom);
        right = box.right;
        lines[lines.length - 1] += node.data[at];
      }
    found.push([block.localName, lines, within]);
  }
  return found;
}"""
FACE = """() => {
  const covered = (text, family) => [...document.fonts]
    .filter((font) => font.family.replaceAll('"', "") === family)
    .flatMap((font) => font.unicodeRange.split(","))
    .map((range) => range.trim().slice(2).split("-").map((hex) => parseInt(hex, 16)))
    .some(([from, to = from]) => text.codePointAt() >= from && text.codePointAt() <= to);
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), missing = new Set();
  let count = 0;
  for (let node; (node = walker.nextNode()); ) {
    const family = getComputedStyle(node.parentElement).fontFamily.split(",")[0].replaceAll('"', "");
    if (!family.startsWith("Report Display") || node.parentElement.closest("script")) continue;
    for (const character of node.data.trim()) {
      count++;
      const other = family.endsWith("Latin") && character >= "\\u2e80"; // Chinese in English headings.
      if (!other && !covered(character, family)) missing.add(character);
    }
  }
  return [count, [...missing].join("")];
}"""

# Headings that are another height without the sign that copies their link, or whose copied text has it.
SIGNS = """() => [...document.querySelectorAll("article :is(h1, h2, h3)")].filter((heading) => {
  const before = heading.offsetHeight, sign = heading.querySelector(".headerlink");
  getSelection().selectAllChildren(heading);
  const copied = String(getSelection());
  sign?.remove();
  return copied.includes("¶") || heading.offsetHeight !== before;
}).map((heading) => heading.textContent)"""
SINGLE = re.compile(r"[^\w→]*[\u3400-\u9fff][^\w→]*")  # The arrow is a link, as wide as two characters.


@pytest.fixture
def opened(browser: Browser, address: str, portion: Portion) -> Iterator[Iterator[tuple[str, Page]]]:
    """Chinese pages, one after another, folds open; each at one width, or at both with `--all-pages`."""
    files = sorted(path for path in built_site().glob("*/index.html") if path.parent.name != "en")
    paths = ["", *(f"{file.parent.name}/" for file in files)]
    contexts = {width: browser.new_context(viewport={"width": width, "height": 900}) for width in WIDTHS}

    def pages() -> Iterator[tuple[str, Page]]:
        for width, context in contexts.items():
            page = context.new_page()
            for path in portion(paths, "" if width == WIDTHS[0] else "other"):
                page.goto(address + path)
                page.evaluate("document.querySelectorAll('details').forEach((fold) => (fold.open = true))")
                page.evaluate("document.fonts.ready.then(() => {})")
                yield f"{path} {width}", page

    yield pages()
    for context in contexts.values():
        context.close()


def test_lines_begin_and_end_well(opened: Iterator[tuple[str, Page]]) -> None:
    single, cut, dots, missing, signs = [], [], [], {}, []
    for where, page in opened:
        blocks = page.evaluate(LINES)
        text = [(name, lines) for name, lines, _ in blocks if len(lines) > 1]
        single += [(where, lines) for name, lines in text if name not in CELLS and SINGLE.fullmatch(lines[-1])]
        cut += [(where, *within) for name, _, within in blocks if name in HEADINGS and within]
        dots += [(where, line) for _, lines in text for line in lines[1:] if line.startswith("·")]
        count, missing[where] = page.evaluate(FACE)
        assert count > 0, where
        signs += [(where, heading) for heading in page.evaluate(SIGNS)]
    assert single == []
    assert cut == []
    assert dots == []
    assert {where: each for where, each in missing.items() if each} == {}
    assert signs == []


@pytest.mark.parametrize("path", ["en/", "en/charts/", "en/figures/"])
def test_english_headings_are_in_their_face(page: Page, address: str, path: str) -> None:
    page.goto(address + path)
    page.evaluate("document.fonts.ready.then(() => {})")
    family = page.evaluate("getComputedStyle(document.querySelector('h1')).fontFamily.split(',')[0]")
    loaded = page.evaluate(
        "[...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family)"
    )
    assert family == '"Report Display Latin"'
    assert [name.strip('"') for name in loaded] == ["Report Display Latin"]
    assert page.evaluate(FACE)[1] == ""
