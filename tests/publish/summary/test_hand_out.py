"""The hand-out: what its pages hold of any report, the same in both languages, and how full they are."""

import io
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pypdf
import pytest
import segno
from building import SAMPLES
from paper import filled_share, smallest_type

from publish.summary.document import documents, view_of
from publish.summary.document_types import Document
from publish.summary.pdf import make_pdf
from report.load import load_report
from report.model import LANGUAGES, Report, Text
from report.overview import overview

ADDRESS = "https://example.org/report/"
NAMES = ("library", "communique", "district-health")


@cache
def sample(name: str) -> Report:
    return load_report(SAMPLES / name)


def hand_out(report: Report, language: Any, folder: Path, address: str = ADDRESS) -> Document:
    return documents(view_of(report, language, folder), address)["-2pages"]


def pages_of(document: Document, report: Report) -> list[pypdf.PageObject]:
    return [*pypdf.PdfReader(io.BytesIO(make_pdf(document, report.edition.published))).pages]


@pytest.mark.parametrize(("name", "pages"), [*zip(NAMES, (1, 2, 1), strict=True)])
def test_a_small_report_has_one_page_and_none_looks_empty(name: str, pages: int, tmp_path: Path) -> None:
    report = sample(name)
    for language in LANGUAGES:
        found = pages_of(hand_out(report, language, tmp_path), report)
        assert len(found) == pages
        assert [number for number, page in enumerate(found, 1) if filled_share(page) < 0.5] == []
        assert min(map(smallest_type, found)) >= 8.5


def test_both_languages_show_the_same(tmp_path: Path) -> None:
    for name in NAMES:
        chinese, english = (hand_out(sample(name), language, tmp_path)["handout"] for language in LANGUAGES)
        assert chinese
        assert english
        for key in ("facts", "blocks", "charts", "directions"):
            items = [part[key]["items"] if key == "facts" else part[key] for part in (chinese, english)]
            assert len(items[0]) == len(items[1]), key
        assert chinese["map"]
        assert english["map"]
        assert [row["counts"] for row in chinese["map"]["rows"]] == [row["counts"] for row in english["map"]["rows"]]


def test_the_map_counts_every_entry(tmp_path: Path) -> None:
    report = sample("library")
    shown = hand_out(report, "en", tmp_path)["handout"]
    assert shown
    assert shown["map"]
    assert sum(sum(row["counts"]) for row in shown["map"]["rows"]) == overview(report).total
    assert shown["map"]["alt"] == "Reading: 2024 results 1, 2025 plan 3, 2025 results 1, 2026 plan 1; " + (
        "Service: 2024 results 1, 2026 plan 1"
    )


def test_results_without_a_plan_fill_the_second_page(tmp_path: Path) -> None:
    report = sample("communique")
    shown = hand_out(report, "zh", tmp_path)["handout"]
    assert shown
    assert len(shown["directions"]) == len(report.results[0].chapters)
    assert {item["role"] for item in shown["directions"]} == {"done"}


def test_long_entries_are_left_out_before_the_page_is_full(tmp_path: Path) -> None:
    report = sample("communique")
    long = Text(zh="很长的结果。" * 20, en="A long result. " * 20)
    results = report.results[0]
    chapters = tuple(
        chapter.model_copy(update={"results": tuple(r.model_copy(update={"text": long}) for r in chapter.results)})
        for chapter in results.chapters
    )
    changed = replace(report, results=(results.model_copy(update={"chapters": chapters}),))
    assert len(pages_of(hand_out(changed, "en", tmp_path), changed)) == 2


def test_the_code_is_that_of_the_address_with_its_quiet_zone(tmp_path: Path) -> None:
    """Module by module, as the drawing has them: four of white on each side, and 26 mm for the code itself."""
    code = hand_out(sample("library"), "en", tmp_path)["closing"]["code"]
    assert code
    assert code["address"] == ADDRESS + "en/"
    expected = segno.make(ADDRESS + "en/", error="m", micro=False)
    assert expected.svg_inline(border=4, scale=4, light="#fff") == code["svg"]
    assert float(code["zone"]) == pytest.approx(expected.symbol_size(border=4)[0] / expected.symbol_size(border=0)[0])
    assert code["shown"] == "example.org/report/en"
    assert hand_out(sample("library"), "en", tmp_path, "")["closing"]["code"] is None
