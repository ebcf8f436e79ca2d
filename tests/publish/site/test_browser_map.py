"""The map of all entries in a real browser: marks, panel, keyboard, filters, speed, and what is left without scripts.

Here belongs what a reader does with it. Which marks there are is test_entry_map.py. The page is that of the sample with
the map of the real report in it, so that it is large without a build of the real site.
"""

import gzip
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe import bring, findings
from building import built_sample
from conftest import PATH
from playwright.sync_api import Browser, Locator, Page, expect
from serving import serve

from macros.entry_map import entry_map
from macros.view import View
from report.model import Report
from samples import good_report, real_report, themeless, times

PER_ENTRY = 70  # bytes, compressed, with all that the table needs; ten times the entries are then 200 kB
TIMES = 5  # of the yardstick, for one change of the filters with ten times the entries: a tenth of a second
TARGET = 24  # CSS pixels, WCAG 2.5.8

# How long each change of the filters takes with the layout that follows, as in test_browser_list.py.
TIMED = """() => {
  const form = document.querySelector(".mapbar"), times = {}, plain = document.createElement("div");
  plain.innerHTML = "<p>互认 words</p>".repeat(2000);
  let begun = performance.now();
  document.body.append(plain), document.body.getBoundingClientRect();
  times.yardstick = performance.now() - begun;
  plain.remove(), document.body.getBoundingClientRect();
  const timed = (name, action) => {
    begun = performance.now();
    action(), document.body.getBoundingClientRect();
    times[name] = performance.now() - begun;
  };
  for (const value of ["医", "医院", "2026", ""]) timed(`q=${value}`, () => {
    form.elements.q.value = value, form.dispatchEvent(new Event("input", { bubbles: true }));
  });
  for (const chip of form.querySelectorAll("[data-t]")) timed(`t=${chip.dataset.t}`, () => chip.click());
  for (const chip of form.querySelectorAll("[data-t]")) timed(`t-${chip.dataset.t}`, () => chip.click());
  return times;
}"""

COMPOSED = """(field, [value, kind, name]) => {
  field.value = value;
  field.dispatchEvent(new window[kind](name, { bubbles: true, isComposing: name === "input" }));
}"""
SMALL = """(targets, least) => targets.map((target) => target.getBoundingClientRect())
  .filter(({ width, height }) => Math.min(width, height) < least).length"""


@pytest.fixture(scope="module")
def sample_address() -> Iterator[str]:
    with serve(built_sample() / "site", PATH) as address:
        yield address


def page_of(report: Report, language: str = "zh") -> str:
    """The sample's page of the map with the map of a report in it."""
    folder = built_sample() / "site" / ("en" if language == "en" else "") / "map"
    html = (folder / "index.html").read_text(encoding="utf-8")
    view = View(report, language, "map/", report.page["map"], Path("unused"))  # type: ignore[arg-type]
    found = re.search(
        r'<form class="mapbar".*</table>\s*<div class="read".*?</div>\s*<p class="step">.*?</div>\s*</div>',
        html,
        re.DOTALL,
    )
    assert found
    return html.replace(found[0], entry_map(view))


Open = Callable[..., None]


@pytest.fixture
def show(sample_address: str) -> Open:
    """Opens the map of a report, the real one unless another is given."""

    def show(page: Page, hash: str = "", report: Report | None = None, language: str = "zh") -> None:
        html = page_of(report or real_report(), language)
        page.route("**/map/", lambda route: route.fulfill(body=html, content_type="text/html; charset=utf-8"))
        page.goto(f"{sample_address}{'en/' if language == 'en' else ''}map/{hash}")

    return show


def marks(page: Page) -> Locator:
    return page.locator(".cell a")


def chip(page: Page, theme: str) -> Locator:
    return page.locator(f'.mapbar [data-t="{theme}"]')


def lit(page: Page) -> list[str]:
    """Ids of the entries that are neither dimmed nor hidden."""
    found: list[str] = page.locator(".cell a:not(.dim):visible").evaluate_all("all => all.map((a) => a.hash.slice(1))")
    return found


def entries(report: Report) -> dict[str, str]:
    """The theme of each entry by id."""
    return {entry.id: entry.theme or "" for entry in (*report.all_results(), *report.all_commitments())}


def test_without_scripts_the_table_lists_sentences(browser: Browser, show: Open) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 375, "height": 700})
    page = context.new_page()
    show(page)
    assert marks(page).count() == len(entries(real_report()))
    first = marks(page).first
    assert first.inner_text() in page.locator(".mapgrid").inner_text()
    assert first.bounding_box()["width"] > 100  # type: ignore[index]
    assert not page.locator(".mapbar, .read").first.is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == 375
    context.close()


def test_a_mark_tells_its_sentence_stage_theme_and_places(page: Page, show: Open) -> None:
    show(page)
    mark = page.locator('.cell [href$="#2026-acceptance-of-centres"]')
    mark.hover()
    panel = page.locator(".read .said")
    assert mark.text_content() in panel.inner_text()  # type: ignore[operator]
    assert "2026年计划" in panel.inner_text()
    assert "中医药" in panel.inner_text()
    assert "攸县" in panel.inner_text()
    assert panel.locator("a").last.get_attribute("href") == mark.evaluate("a => a.href")


def test_a_plan_rings_its_counterpart_and_links_to_it(page: Page, show: Open) -> None:
    entry = next(entry for entry in real_report().ledger if entry.taken_up)
    show(page)
    page.locator(f'.cell [href$="#{entry.id}"]').hover()
    rung = page.locator(".cell .kin").evaluate_all("all => all.map((a) => a.hash.slice(1))")
    assert sorted(rung) == sorted(entry.taken_up)
    assert page.locator(".read .tag").first.inner_text() == "列入2026年计划"
    page.locator(f'.cell [href$="#{entry.taken_up[0]}"]').hover()
    assert page.locator(".read .tag").first.inner_text() == "2025年已有计划"


def test_arrows_home_and_end_walk_the_marks_and_tab_leaves_them(page: Page, show: Open) -> None:
    show(page)
    focused = "document.activeElement.hash?.slice(1)"
    assert page.locator('.cell a[tabindex="0"]').count() == 1
    order = lit(page)
    marks(page).first.focus()
    page.keyboard.press("ArrowRight")
    assert page.evaluate(focused) == order[1]
    page.keyboard.press("ArrowLeft")
    assert page.evaluate(focused) == order[0]
    page.keyboard.press("End")
    assert page.evaluate(focused) == order[-1]
    page.keyboard.press("Home")
    here = marks(page).first.bounding_box()
    page.keyboard.press("ArrowDown")
    below = page.locator(".cell a:focus").bounding_box()
    assert here is not None
    assert below is not None
    assert below["x"] == here["x"]
    assert 0 < below["y"] - here["y"] <= 30, "the line below, not the next cell"
    page.keyboard.press("ArrowUp")
    assert page.evaluate(focused) == order[0]
    assert page.locator('.cell a[tabindex="0"]').count() == 1
    page.keyboard.press("Tab")
    assert page.locator(".read a:focus").count() == 1, "the panel is the next stop"
    marks(page).first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(rf"#{order[0]}$"))


def test_filters_leave_what_they_name_and_stand_in_the_address(page: Page, show: Open, sample_address: str) -> None:
    report = real_report()
    show(page)
    chip(page, "tcm").click()
    assert set(lit(page)) == {id for id, theme in entries(report).items() if theme == "tcm"}
    expect(page).to_have_url(f"{sample_address}map/#t=tcm")
    chip(page, "safety").click()
    expect(page).to_have_url(f"{sample_address}map/#t=tcm,safety")
    count, total = page.locator(".mapbar .count"), len(entries(report))
    assert count.inner_text() == f"符合的有{len(lit(page))}件，共{total}件"
    page.locator(".mapbar [type=reset]").click()
    expect(page).to_have_url(f"{sample_address}map/")
    assert len(lit(page)) == total
    assert count.inner_text() == ""
    page.locator(".mapbar [name=p]").select_option("youxian")
    named = {
        entry.id for entry in (*report.all_results(), *report.all_commitments()) if "youxian" in report.places_of(entry)
    }
    assert set(lit(page)) == named
    page.locator(".mapbar [name=q]").fill("没有这样的词")
    assert count.inner_text() == f"{total}件中没有符合的"
    assert marks(page).locator("visible=true").count() == total, "dimmed, since their places tell something"


def test_an_address_opens_the_map_filtered(page: Page, show: Open) -> None:
    report = real_report()
    show(page, "#t=tcm&p=youxian&q=２０２６ 中医")
    assert chip(page, "tcm").get_attribute("aria-pressed") == "true"
    assert page.locator(".mapbar [name=p]").input_value() == "youxian"
    show(page, "#t=capacity,tcm")
    assert set(lit(page)) == {id for id, theme in entries(report).items() if theme in ("capacity", "tcm")}
    page.evaluate("location.hash = 'q=血液透析'")
    expect(page.locator(".mapbar [name=q]")).to_have_value("血液透析")
    assert "2026-dialysis" in lit(page)
    assert chip(page, "tcm").get_attribute("aria-pressed") == "false"
    show(page, "#t=nonsense&p=nowhere&other=1")
    assert len(lit(page)) == len(entries(report))


def test_letters_that_are_composed_are_no_query_yet(page: Page, show: Open) -> None:
    show(page)
    field = page.locator(".mapbar [name=q]")
    field.evaluate(COMPOSED, ["touxi", "InputEvent", "input"])
    assert len(lit(page)) == len(entries(real_report()))
    field.evaluate(COMPOSED, ["透析", "CompositionEvent", "compositionend"])
    assert 0 < len(lit(page)) < 20


def test_on_a_phone_a_tap_tells_and_a_second_tap_opens(phone: Page, show: Open) -> None:
    show(phone)
    mark = marks(phone).nth(5)
    mark.tap()
    panel = phone.locator(".read")
    assert mark.text_content() in panel.inner_text()  # type: ignore[operator]
    assert phone.url.endswith("map/")
    panel.locator('[data-step="1"]').tap()
    assert marks(phone).nth(6).text_content() in panel.inner_text()  # type: ignore[operator]
    assert phone.evaluate("document.documentElement.scrollWidth") == 375
    targets = phone.locator(".cell a, .mapbar :is(button, select, input), .read button")
    assert targets.evaluate_all(SMALL, TARGET) == 0
    mark.tap()
    mark.tap()
    phone.wait_for_url(re.compile("#"))


def test_on_paper_marks_and_footer_have_the_colours_of_light_paper(page: Page, show: Open) -> None:
    show(page)
    page.emulate_media(media="print", color_scheme="dark")
    page.evaluate("document.body.dataset.mdColorScheme = 'slate'")
    colour = "(element, pseudo) => getComputedStyle(element, pseudo).borderTopColor"
    assert page.locator(".plan-past a").first.evaluate(colour, "::before") == "rgb(47, 95, 166)"
    assert page.locator(".plan-ahead a").first.evaluate(colour, "::before") == "rgb(169, 76, 12)"
    assert page.locator(".md-footer p").first.evaluate("p => getComputedStyle(p).color") == "rgb(60, 72, 68)"
    assert not page.locator(".mapbar, .read").first.is_visible()


def test_ten_times_as_many_entries_keep_their_manners(page: Page, show: Open) -> None:
    report = times(real_report(), 10)
    show(page, report=report)
    assert marks(page).count() == len(entries(report))
    height, width = page.evaluate(
        "[document.querySelector('.mapgrid').offsetHeight, document.documentElement.scrollWidth]"
    )
    assert height < 4 * 900, "four windows"
    assert width == 1280
    marks(page).first.focus()
    for key in ("ArrowDown", "ArrowRight", "End", "ArrowUp"):
        page.keyboard.press(key)
    assert page.locator(".cell a.on:focus").count() == 1
    page.locator('.read [data-step="-1"]').click()
    assert page.locator(".cell a.on").count() == 1, "each mark can be reached by a target of full size"
    best: dict[str, float] = {}
    for _ in range(5):  # The best of each: other programs run on this machine too.
        for step, time in page.evaluate(TIMED).items():
            best[step] = min(time, best.get(step, time))
    assert {step: time for step, time in best.items() if time > TIMES * best["yardstick"]} == {}


def test_an_entry_adds_little_to_the_page() -> None:
    for language in ("zh", "en"):
        size = len(gzip.compress(page_of(real_report(), language).encode(), 6))
        assert size < PER_ENTRY * len(entries(real_report())), language


@pytest.mark.parametrize(
    ("language", "report"),
    [("zh", real_report()), ("en", themeless(good_report())), ("en", times(good_report(), 30))],
    ids=["marks", "a line for each stage", "small marks"],
)
def test_axe_finds_nothing_and_nothing_leaves_the_window(
    browser: Browser, show: Open, language: str, report: Report
) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    page = context.new_page()
    show(page, "#q=2026", report, language)
    bring(page)
    for width, scheme in ((1280, "default"), (375, "slate"), (320, "default")):
        page.set_viewport_size({"width": width, "height": 800})
        page.evaluate("scheme => document.body.dataset.mdColorScheme = scheme", scheme)
        assert page.evaluate("document.documentElement.scrollWidth") == width
        # A small mark may also be reached by the panel's buttons, which have the full size (WCAG 2.5.8, “Equivalent”).
        small = page.locator(".mapgrid.dense").count()
        assert [each for each in findings(page) if not (small and each.startswith("target-size"))] == []
    context.close()
