"""Years, and the articles about them, may be listed newest first: no page, chart or file takes a place for a year."""

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from macros.chart_data import csv_of
from macros.chart_marks import spec_of
from macros.reference import articles
from macros.view import View
from publish.summary.document import documents, view_of
from report.model import Article, Report
from report.new_year import prepare_year
from samples import GOOD, changed, good_report, real_report

LANGUAGES = ("zh", "en")


def newest_first(report: Report) -> Report:
    """The same report with its years, articles and the years of each article's sections the other way round."""

    def turned(article: Article) -> Article:
        sections = (part.model_copy(update={"years": part.years[::-1]}) for part in article.sections)
        return article.model_copy(update={"sections": tuple(sections)})

    report = changed(report, Article, turned)
    edition = report.edition.model_copy(update={"years": report.edition.years[::-1]})
    return replace(report, edition=edition, articles=report.articles[::-1])


@pytest.fixture(scope="module")
def turned() -> Report:
    report = newest_first(real_report())
    assert [year.year for year in report.edition.years] == [2026, 2025, 2024]
    return report


@pytest.mark.parametrize("language", LANGUAGES)
def test_charts_draw_the_same(turned: Report, language: str) -> None:
    """The baseline is the earliest year, whichever stands first."""
    seen, other = (View(report, language, "charts/", report.pages[0], Path()) for report in (real_report(), turned))
    for chart in real_report().charts:
        assert spec_of(other, chart) == spec_of(seen, chart)
        if not any(panel.plan for panel in chart.panels):  # The source of what is counted names the articles as listed.
            assert csv_of(other, chart) == csv_of(seen, chart)


@pytest.mark.parametrize("language", LANGUAGES)
def test_sections_of_an_article_name_their_years_from_first_to_last(language: str, tmp_path: Path) -> None:
    report = newest_first(good_report())
    page = str(articles(View(report, language, "sources/", report.pages[0], tmp_path)))
    summary = str(documents(view_of(report, language, tmp_path), "")["-annex"])
    for text in (page, summary):
        assert "2023–2024" in text
        assert "2024–2023" not in text


def test_the_next_year_is_named_after_the_latest_one(tmp_path: Path) -> None:
    """Of the sample, l2027 follows l2026, also where sources.yml lists l2026 first."""
    root = tmp_path / "report"
    shutil.copytree(GOOD, root)
    straight = prepare_year(root, 2027).files
    path = root / "data/sources.yml"
    _, *entries = re.split("(?m)^(?=- id: )", path.read_text(encoding="utf-8"))
    path.write_text("".join(reversed(entries)), encoding="utf-8")
    assert prepare_year(root, 2027).files["data/plans/2027.yml"] == straight["data/plans/2027.yml"]
    assert "article: l2027" in straight["data/plans/2027.yml"]
