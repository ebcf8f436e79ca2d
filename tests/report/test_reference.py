"""Errata and corrections in the open: what is printed, how it is read, what we changed and when."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from macros.pages import render_pages
from report.figures import write_text
from report.load import load_report
from report.model import Correction, Report, Text
from samples import lay_out, real_report

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def report() -> Report:
    return real_report()


def pages_of(report: Report) -> dict[tuple[str, str], str]:
    return {(page.address, page.language): page.markdown for page in render_pages(report, ROOT / "docs")}


def test_every_defect_says_what_is_printed_and_in_which_article(report: Report) -> None:
    pages = pages_of(report)
    for language in ("zh", "en"):
        text = pages["errata/", language]
        for erratum in report.errata:
            entry = text[text.index(f'<li id="{erratum.id}">') :]
            entry = entry[: entry.index("</li>")]
            assert erratum.printed is None or erratum.printed in entry, erratum.id
            assert erratum.reading is None or erratum.reading in entry, erratum.id
            assert write_text(report, report.article[erratum.article].title, language) in entry, erratum.id
            unchanged = report.interface_word("erratum.unchanged", language)
            assert (unchanged in entry) == (erratum.kind == "query" and erratum.reading is None), erratum.id


def test_a_missing_section_is_said_where_it_is_missed(report: Report) -> None:
    pages = pages_of(report)
    for plan, workstream in report.workstreams():
        if workstream.gap is not None:
            for language in ("zh", "en"):
                page = pages[f"{plan.year}/{workstream.id}/", language]
                assert write_text(report, workstream.gap, language) in page
                assert 'href="../../errata/"' in page
                assert workstream.commitments == ()


def test_corrections_stand_newest_first_with_both_readings_and_lead_to_their_entry(report: Report) -> None:
    figure, result, commitment = report.figures[0], next(report.all_results()), next(report.all_commitments())
    corrections = tuple(
        Correction.model_construct(
            date=date(2026, 12, day),
            entry=entry,
            old=Text(zh=f"旧{day}", en=f"was {day}"),
            new=Text(zh=f"新{day}", en=f"is {day}"),
            reason=Text(zh="抄录有误", en="miscopied"),
        )
        for day, entry in ((1, figure.id), (3, result.id), (2, commitment.id))
    )
    pages = pages_of(replace(report, corrections=corrections))
    text = pages["corrections/", "en"]
    days = ["3 December 2026", "2 December 2026", "1 December 2026"]
    assert sorted(days, key=text.index) == days
    assert [word for word in ("was 1", "is 1", "was 2", "is 2", "was 3", "is 3") if word not in text] == []
    assert f'href="../figures/{figure.id}/"' in text
    assert f"#{result.id}" in text
    assert f"#{commitment.id}" in text
    own = pages[f"figures/{figure.id}/", "zh"]
    assert "旧1" in own
    assert "新1" in own


def test_what_was_withdrawn_stands_among_the_corrections_and_only_a_figure_has_an_address(tmp_path: Path) -> None:
    pages = pages_of(load_report(lay_out("withdrawn", tmp_path)))
    text = pages["corrections/", "en"]
    figure = '<a href="../figures/book-spending.2024/">Withdrawn figure: 365,000 yuan spent on books</a>'
    assert text.count(figure) == 2, "what was corrected before it was withdrawn stays on record"
    for title in (
        "Withdrawn result: The library received more than 12,000 visits over the year",
        "Withdrawn commitment: Hold the reading circle as usual",
    ):
        assert f"</b> {title}</p>" in text
    assert "撤回的承诺：照常举办读书会" in pages["corrections/", "zh"]
