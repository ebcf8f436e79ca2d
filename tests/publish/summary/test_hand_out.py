"""What the hand-out's second page holds: a page of results where there is no plan, the same in both languages."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from building import SAMPLES

from publish.summary.document import Summary, view_of
from publish.summary.pdf import count_pages, make_pdf
from report.load import load_report
from report.model import LANGUAGES, Report, Text
from samples import good_report


@pytest.fixture(scope="module")
def report() -> Report:
    return load_report(SAMPLES / "communique")


def hand_out(report: Report, language: Any, folder: Path) -> Any:
    return Summary(view_of(report, language, folder), "").hand_out()


def test_results_without_a_plan_fill_the_second_page(report: Report, tmp_path: Path) -> None:
    made = {language: hand_out(report, language, tmp_path) for language in LANGUAGES}
    shown = {language: [len(item["more"]) for item in each["front"]["directions"]] for language, each in made.items()}
    assert shown["zh"] == shown["en"]
    chapters = report.results[0].chapters
    assert len(shown["zh"]) == len(chapters)
    assert sum(shown["zh"]) >= len(chapters) - 1
    for document in made.values():
        assert count_pages(make_pdf(document, report.edition.published)) == 2


def test_long_results_are_left_out_before_the_page_is_full(report: Report, tmp_path: Path) -> None:
    long = Text(zh="很长的结果。" * 40, en="A long result. " * 40)
    results = report.results[0]
    chapters = tuple(
        chapter.model_copy(update={"results": tuple(r.model_copy(update={"text": long}) for r in chapter.results)})
        for chapter in results.chapters
    )
    changed = replace(report, results=(results.model_copy(update={"chapters": chapters}),))
    document = hand_out(changed, "en", tmp_path)
    assert not any(item["more"] for item in document["front"]["directions"])


def test_a_plan_has_its_leads_alone(tmp_path: Path) -> None:
    report = good_report()
    front = hand_out(report, "zh", tmp_path)["front"]
    assert [item["more"] for item in front["directions"]] == [[] for _ in report.plan_of(2026).workstreams]
