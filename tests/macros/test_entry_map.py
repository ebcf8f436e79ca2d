"""The map of all entries as HTML: its links, counterparts and forms, for a report of any size.

What a reader does with it is test_browser_map.py.
"""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from macros.entry_map import entry_map, home_map, map_lead
from macros.page_checks import check_pages
from macros.pages import render_pages
from macros.view import View
from report.figures import write_text
from report.model import PageWords, Plan, Report
from samples import ROOT, changed, good_report, real_report, themeless, times, without


def view(report: Report, page: str = "map", language: str = "zh") -> View:
    address = "" if page == "index" else f"{page}/"
    return View(report, language, address, report.page[page], Path("unused"))  # type: ignore[arg-type]


def entries_of(report: Report) -> int:
    return len([*report.all_results(), *report.all_commitments()])


def test_every_entry_is_a_link_whose_text_is_its_sentence() -> None:
    report = real_report()
    html = entry_map(view(report))
    links = re.findall(r'<li><a href="\.\./([^"]+)"[^>]*><span>(.*?)</span></a></li>', html)
    assert len(links) == len({address for address, _ in links}) == entries_of(report)
    dialysis = next(entry for entry in report.all_commitments() if entry.id == "2026-dialysis")
    assert ("2026/capacity/#2026-dialysis", write_text(report, dialysis.text, "zh")) in links
    assert '<table class="mapgrid">' in html


def test_a_plan_and_what_takes_it_up_name_each_other() -> None:
    html = entry_map(view(good_report()))
    earlier, later = "2025-village-rooms", "2026-home-delivery"
    assert re.search(rf'#{earlier}" data-k="{later}"', html)
    assert re.search(rf'#{later}" data-k="{earlier}"', html)
    assert re.search(r'#2025-digital-target" class="progress"', html)
    assert "加一圈" in map_lead(view(good_report()))
    assert "加一圈" not in map_lead(view(replace(good_report(), ledger=())))


def test_many_entries_have_small_marks_and_many_stages_a_line_each() -> None:
    assert '<table class="mapgrid dense">' in entry_map(view(times(good_report(), 30)))
    assert '<table class="mapgrid stacked">' in entry_map(view(themeless(good_report())))
    report = good_report()
    years = [results.model_copy(update={"year": 2010 + n}) for n in range(6) for results in report.results[:1]]
    assert '<table class="mapgrid stacked">' in entry_map(view(replace(report, results=tuple(years), ledger=())))


def test_a_report_with_results_alone_is_told_of_no_plans() -> None:
    report = without(good_report(), Plan, lambda _: True)
    report = replace(report, ledger=())
    assert "2件事，一点一件。</p>" in map_lead(view(replace(report, results=report.results[:1])))


@pytest.mark.parametrize(("factor", "per"), [(1, 1), (10, 10)])
def test_dots_of_the_small_map_stand_for_several_entries_where_there_are_many(factor: int, per: int) -> None:
    html, count = home_map(view(times(real_report(), factor), "index")), entries_of(real_report())
    assert html.count("<i></i>") == count
    assert (f"此处每点代表{per}件。" in html) == (per > 1)
    assert f"{count * factor}件事" in html


def test_the_legend_of_many_years_names_each_mark_once() -> None:
    report = good_report()
    early = tuple(each.model_copy(update={"year": 2010 + n}) for n in range(6) for each in report.results[:1])
    html = home_map(view(replace(report, results=(*early, *report.results), ledger=()), "index"))
    legend = re.findall(r'<span><i class="dot (\S+)"></i>(.*?)</span>', html)
    assert legend == [
        ("done-before", "2010–2024年结果"),
        ("plan-past", "2025年计划"),
        ("done", "2025年结果"),
        ("plan-ahead", "2026年计划"),
    ]


def test_a_report_that_does_not_list_the_page_has_no_map_and_no_link_to_it() -> None:
    report = without(good_report(), PageWords, lambda page: page.id == "map")
    pages = render_pages(report, ROOT / "docs")
    assert not [page for page in pages if page.address == "map/"]
    assert not [page for page in pages if 'href="map/"' in page.markdown or "minimap" in page.markdown]
    assert list(check_pages(report, pages)) == []


def test_a_home_page_without_its_heading_has_no_small_map() -> None:
    sections = {"sections": tuple(s for s in good_report().page["index"].sections if s.id != "map")}
    report = changed(
        good_report(), PageWords, lambda page: page.model_copy(update=sections) if page.id == "index" else page
    )
    assert home_map(view(report, "index")) == ""
    assert "minimap" in home_map(view(good_report(), "index"))
