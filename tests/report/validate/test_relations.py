"""Changes and parts: what does not fit is named, and what is a change or a part is no year of its indicator."""

from pathlib import Path
from typing import Any

import pytest

from macros.pages import render_pages
from report.load import load_report
from report.model import Figure, Report
from report.series import series_of
from report.validate.relations import check_relations
from samples import ROOT, changed, lay_out

CHANGE, PART, WHOLE = "visits-change.2024", "book-part.2024", "book-spending.2024"


@pytest.fixture(scope="module")
def related(tmp_path_factory: pytest.TempPathFactory) -> Report:
    return load_report(lay_out("figures-related", tmp_path_factory.mktemp("related")))


def reasons(report: Report, id: str, **change: Any) -> list[str]:
    report = changed(report, Figure, lambda f: f.model_copy(update=change) if f.id == id else f)
    return [problem.values["why"] for problem in check_relations(report)]


def test_what_fits_has_no_problem(related: Report) -> None:
    assert list(check_relations(related)) == []


@pytest.mark.parametrize(
    ("id", "change", "why"),
    [
        (CHANGE, {"stated": "12.5%", "measure": "share"}, "measure"),
        (CHANGE, {"indicator": "loans-change"}, "indicator"),
        (CHANGE, {"change_of": CHANGE}, "id"),
        (PART, {"part_of": PART}, "id"),
        (PART, {"stated": "36.5万美元"}, "stated"),
        (PART, {"measure": "count"}, "measure"),
        (PART, {"status": "target"}, "status"),
    ],
)
def test_what_does_not_fit_is_named(id: str, change: dict[str, Any], why: str, related: Report) -> None:
    assert reasons(related, id, **change) == [why]


def test_scope_and_period_must_be_those_of_the_other(related: Report) -> None:
    other = related.figure["satisfaction.2024"].scope
    assert reasons(related, CHANGE, scope=other) == ["scope"]
    assert reasons(related, CHANGE, period=related.figure[WHOLE].period) == ["period"]  # Compared with no year.
    assert reasons(related, PART, period=related.figure[CHANGE].period) == ["period"]


@pytest.mark.parametrize(
    ("stated", "found"),
    [
        ("30%", []),
        ("130%", [("parts-above", {"expected": "100%", "value": f"130% ({PART})"})]),
        ("30‰", [("part-of-another", {"id": WHOLE, "why": "measure"})]),
    ],
)
def test_a_percentage_may_be_a_part_of_an_amount(
    stated: str, found: list[tuple[str, dict[str, str]]], related: Report
) -> None:
    update = {"stated": stated, "measure": "share"}
    report = changed(related, Figure, lambda f: f.model_copy(update=update) if f.id == PART else f)
    assert [(problem.code, problem.values) for problem in check_relations(report)] == found


def test_a_change_or_part_is_no_year_of_its_indicator(related: Report) -> None:
    assert [figure.id for figure in series_of(related, "visits")] == ["visits.2026-01", "visits.2024"]
    assert [figure.id for figure in series_of(related, "book-spending")] == [WHOLE]
    assert "part-half.2024" in [figure.id for figure in series_of(related, "digital-share")]


def test_pages_link_a_change_and_its_figure_a_part_and_its_whole(related: Report) -> None:
    pages = {page.address: page.markdown for page in render_pages(related, ROOT / "docs") if page.language == "en"}
    for address, row, other in (
        (CHANGE, "Change of", "visits.2024"),
        ("visits.2024", "Change on the year before", CHANGE),
        (PART, "Part of", WHOLE),
        (WHOLE, "Parts", PART),
    ):
        text = pages[f"figures/{address}/"]
        _, found, behind = text.partition(f"<dt>{row}</dt>")
        assert found, (address, row)
        assert f"{other}/" in behind.partition("</dd>")[0]
    assert "<dt>Parts</dt>" not in pages[f"figures/{PART}/"]


def test_why_parts_do_not_add_up_stands_on_the_page_of_the_whole(tmp_path: Path) -> None:
    report = load_report(lay_out("parts-overlap", tmp_path))
    pages = {page.address: page.markdown for page in render_pages(report, ROOT / "docs") if page.language == "en"}
    assert "<dt>On their sum</dt><dd>The parts overlap.</dd>" in pages["figures/book-all.2024/"]
