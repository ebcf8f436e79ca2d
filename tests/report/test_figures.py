"""A figure in words: its value in both languages and each form, its period and its place."""

import pytest

from report.figures import has_form, write_conversion, write_figure, write_figure_period, write_place, write_text
from report.model import LANGUAGES, Language, Text
from report.text import FIGURE_FORMS
from samples import good_report, real_report


@pytest.mark.parametrize(
    ("id", "zh", "en"),
    [
        ("visits.2024", "1.2万余人次", "more than 12,000 visits"),
        ("village-rooms.2025", "至少有3家", "at least 3 reading rooms"),
        ("service-rank.2024", "第2名", "2nd"),
        ("service-grade.2024", "A级", "A"),
        ("book-spending.2024", "36.5万元", "CNY 365,000"),
        ("loans-change.2024", "提升12.5%", "up 12.5%"),
        ("digital-share-change.2025", "提升6个百分点", "up 6 percentage points"),
        ("book-van-years.2025", "5年", "5 years"),
        ("courses.2026", "2类6项", "2 categories and 6 courses"),
    ],
)
def test_the_full_form(id: str, zh: str, en: str) -> None:
    assert (write_figure(good_report(), id, "zh"), write_figure(good_report(), id, "en")) == (zh, en)


def test_what_is_converted_is_shown_step_by_step() -> None:
    report = good_report()
    assert write_conversion(report, report.figure["book-spending.2024"]) == "36.5万 = 36.5 × 10,000 = 365,000"
    assert write_conversion(report, report.figure["visits.2024"]) == "1.2万 = 1.2 × 10,000 = 12,000"
    assert write_conversion(report, report.figure["service-rank.2024"]) == ""


def test_the_number_has_no_noun_and_the_date_is_that_of_the_period() -> None:
    report = good_report()
    assert write_figure(report, "visits.2024", "en", "number") == "more than 12,000"
    assert write_figure(report, "visits.2026-01", "en", "date") == "31 January 2026"
    assert write_figure(report, "visits.2026-01", "zh", "date") == "2026年1月31日"


def test_a_figure_without_a_day_has_no_date() -> None:
    with pytest.raises(ValueError, match=r"visits\.2024"):
        write_figure(good_report(), "visits.2024", "en", "date")


def test_a_text_is_written_out() -> None:
    term, figure = "{term:service-evaluation}", "{service-rank.2024}"
    text = Text(zh=f"{term}居{figure}", en=f"{figure} in the {term}")
    assert write_text(good_report(), text, "zh") == "服务评价居第2名"
    assert write_text(good_report(), text, "en") == "2nd in the service evaluation"


def test_a_period_comes_with_what_is_inferred() -> None:
    report = good_report()
    said, inferred = write_figure_period(report, report.figure["book-van-years.2025"], "en")
    assert said == "5 years running, up to 2025"
    assert inferred
    assert write_figure_period(report, report.figure["visits.2024"], "zh") == ("2024年", "")


def test_a_place_is_cited() -> None:
    report = good_report()
    place = report.figure["visits.2024"].sources[0]
    parts = {"zh": ("书香更近", "年度回顾", "2", "1"), "en": ("Books Nearer Home", "The year in review", "2", "1")}
    for language in LANGUAGES:
        assert all(part in write_place(report, place, language) for part in parts[language])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_figure_of_the_report_is_written_in_every_form(language: Language) -> None:
    report = real_report()
    for figure in report.figures:
        for form in FIGURE_FORMS:
            if has_form(report, figure.id, form):
                written = write_figure(report, figure.id, language, form)
                assert written == written.strip() != "", (figure.id, form)
                assert "{" not in written


def test_chinese_is_the_phrase_as_stated() -> None:
    report = real_report()
    assert [f.id for f in report.figures if write_figure(report, f.id, "zh") != f.stated] == []
