"""Periods and days: every form finds its words in both languages, and they are filled with its years and days."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from languages import pair
from report.model import LANGUAGES, Period
from report.model.period import _PERIOD_FORMS
from report.periods import bounds, write_day, write_inferred, write_period, years_of
from report.series import differences, stated_of
from report.words import interface, messages, product_word
from samples import good_report

ZH, EN = pair({}).values()

# The fields of a period, the key of its words, and the years that it names, the one it is told for last.
FORMS: list[tuple[dict[str, str], str, tuple[int, ...]]] = [
    ({"year": "2024"}, "year", (2024,)),
    ({"year": "2024", "compared_with": "2023"}, "year-compared", (2023, 2024)),
    ({"year_ended": "2025-03-31"}, "year_ended", (2024, 2025)),
    ({"year_ended": "2025-03-31", "compared_with": "2024"}, "year_ended-compared", (2024, 2024, 2025)),
    ({"end_of": "2023"}, "end_of", (2023,)),
    ({"as_at": "2026-02-05"}, "as_at", (2026,)),
    ({"by_end_of": "2025"}, "by_end_of", (2025,)),
    ({"within": "2025"}, "within", (2025,)),
    ({"at_publication": "l2025"}, "at_publication", ()),
    ({"cumulative_to": "2026-02-05"}, "cumulative_to", (2026,)),
    ({"through": "2024", "years": "26"}, "through", (2024,)),
    ({"about_years": "3"}, "about_years", ()),
    ({"assessed": "2023", "reported": "2024"}, "assessed", (2023, 2024)),
    ({"assessed": "not-stated", "reported": "2025"}, "assessed-unknown", (2025,)),
]
WRITTEN = {
    "zh": {"2026-02-05": "2026年2月5日", "l2025": "书香更近"},
    "en": {"2026-02-05": "5 February 2026", "l2025": "书香更近"},
}


FINANCIAL = {"begun": "2024", "ended": "25", "compared_begun": "2023", "compared_ended": "24"}


def period(given: dict[str, Any]) -> Period:
    return Period.model_validate(given)


@pytest.mark.parametrize(("given", "key", "years"), FORMS)
def test_a_form_is_written_in_both_languages(given: dict[str, str], key: str, years: tuple[int, ...]) -> None:
    for language in LANGUAGES:
        values = {name: WRITTEN[language].get(value, value) for name, value in given.items()} | FINANCIAL
        said = write_period(period(given), pair({})[language], product_word, titles={"l2025": "书香更近"})
        assert said == interface()[f"period.{key}"][language].format_map(values)
        assert any(value in said for value in values.values())
    assert years_of(period(given)) == years


def test_every_form_is_tried() -> None:
    assert {frozenset(given) for given, *_ in FORMS} == set(_PERIOD_FORMS)
    words = {key for key in interface() if key.startswith("period.")}
    assert words == {f"period.{key}" for _, key, _ in FORMS}


@pytest.mark.parametrize(
    ("ended", "begun"), [("2025-03-31", "2024-04-01"), ("2024-02-29", "2023-03-01"), ("2025-06-30", "2024-07-01")]
)
def test_a_financial_year_begins_on_the_day_after_the_one_before(ended: str, begun: str) -> None:
    assert bounds(period({"as_at": ended})) == (date.fromisoformat(ended),) * 2
    assert bounds(period({"year_ended": ended})) == (date.fromisoformat(begun), date.fromisoformat(ended))


def test_the_state_on_a_day_shares_an_axis_with_that_on_the_same_day() -> None:
    report = good_report()
    whole = report.figure["visits.2024"]
    lengths = [
        stated_of(report, whole.model_copy(update={"period": period({"as_at": day})})).length
        for day in ("2023-03-31", "2024-03-31", "2024-06-30")
    ]
    assert lengths == ["the state on 03-31 of a year", "the state on 03-31 of a year", "the state on 06-30 of a year"]


def test_an_article_without_title_is_named_by_its_id() -> None:
    assert "l2025" in write_period(period({"at_publication": "l2025"}), EN, product_word)


def test_the_end_of_a_year_is_no_year_of_a_series_of_whole_years() -> None:
    report = good_report()
    whole = report.figure["visits.2024"]
    ends = [
        whole.model_copy(update={"id": f"visits.{year}", "period": period({"end_of": str(year)})})
        for year in (2022, 2023)
    ]
    assert list(differences(replace(report, figures=tuple(ends)), "visits")) == []
    mixed = replace(report, figures=(*ends, whole))
    assert list(differences(mixed, "visits")) == [("end", ends[0], whole)]
    financial = whole.model_copy(update={"id": "visits.f2025", "period": period({"year_ended": "2025-03-31"})})
    assert list(differences(replace(report, figures=(whole, financial)), "visits")) == [("end", whole, financial)]
    senses = [messages()["_senses"][figure.period.of_year] for figure in (ends[0], whole)]
    assert messages()["_series"]["end"].format(*senses, ends[0].id, whole.id) == (
        "visits.2022 is of the end of a year, visits.2024 of a whole year"
    )


@pytest.mark.parametrize("inferred", ["year", "end", "period"])
def test_what_is_inferred_is_said(inferred: str) -> None:
    given = period({"year": "2024", "inferred": inferred})
    words = {write_inferred(given, language, product_word) for language in LANGUAGES}
    assert len(words) == 2
    assert all(words)


def test_what_is_printed_needs_no_remark() -> None:
    assert write_inferred(period({"year": "2024"}), "en", product_word) == ""


def test_days_are_written_without_zeros() -> None:
    assert write_day(date(2026, 2, 5), ZH) == "2026年2月5日"
    assert write_day(date(2026, 12, 31), EN) == "31 December 2026"
