"""Figures: units of indicators and periods of sections, beyond what `sites/` shows."""

from dataclasses import replace
from typing import Any

import pytest

from report.model import Figure, Indicator, Period, Report
from report.validate.figures import check_figures
from samples import changed, good_report


def with_figure(id: str, **change: Any) -> Report:
    return changed(good_report(), Figure, lambda f: f.model_copy(update=change) if f.id == id else f)


def codes(report: Report) -> list[str]:
    return [problem.code for problem in check_figures(report)]


@pytest.mark.parametrize(
    ("id", "indicator"),
    [("service-grade.2024", "visits"), ("visits.2024", "service-grade"), ("loans-change.2024", "digital-share-change")],
)
def test_a_figure_has_the_unit_of_its_indicator(id: str, indicator: str) -> None:
    assert codes(with_figure(id, indicator=indicator)) == ["indicator-mixed"]


def test_a_rank_printed_without_counter_has_a_unit_of_its_kind() -> None:
    bare = {"stated": "第2", "quote": "居第2名"}
    assert codes(with_figure("service-rank.2024", **bare)) == []
    assert codes(with_figure("service-rank.2024", **bare, indicator="service-grade")) == ["indicator-mixed"]


def test_a_note_says_why_units_differ() -> None:
    report = with_figure("service-grade.2024", indicator="visits")
    note = good_report().figure["service-rank.2024"].caveat
    assert codes(changed(report, Indicator, lambda indicator: indicator.model_copy(update={"note": note}))) == []


def test_a_bare_yuan_is_of_the_currency_that_the_report_names_and_of_no_other() -> None:
    """500元 of a Hong Kong report are no yuan: a report that names no currency is asked for it."""
    report = good_report()
    for currency, found in (("CNY", []), ("HKD", []), (None, ["phrase-unread"])):
        own = replace(report, edition=report.edition.model_copy(update={"currency": currency}))
        problems = list(check_figures(own))
        assert [problem.code for problem in problems] == found
        if currency:
            spending = next(f for f in own.figures if f.measure == "money")
            assert {amount.currency for amount in own.read(spending).amounts} == {currency}
    (problem,) = problems
    assert problem.values["why"] == (
        "`36.5万元` does not say which currency, and the report does not say which is its own"
    )
    assert problem.values["do_en"].startswith("set `currency:` in data/report.yml (HKD, TWD, MOP, CNY)")


@pytest.mark.parametrize(
    ("period", "outside"),
    [
        ({"year": "2023"}, None),
        ({"year": "2022"}, "2022"),
        ({"year": "2024", "compared_with": "2022"}, None),
        ({"cumulative_to": "2025-01-31"}, "2025"),
        ({"by_end_of": "2025"}, "2025"),
        ({"assessed": "2021", "reported": "2022"}, "2021, 2022"),
        ({"assessed": "not-stated", "reported": "2024"}, None),
        ({"about_years": "3"}, None),
        ({"at_publication": "l2025"}, None),
        ({"at_publication": "l2026"}, "at_publication: l2026"),
    ],
)
def test_a_period_lies_in_the_years_of_its_section(period: dict[str, str], outside: str | None) -> None:
    report = with_figure("visits.2024", period=Period.model_validate(period))
    assert [problem.values["value"] for problem in check_figures(report)] == ([outside] if outside else [])


@pytest.mark.parametrize(
    ("stated", "measure", "why", "do"),
    [
        ("许多", "count", "there is no number in `许多`",
         "state the words that hold the number; if the article says it in words, it is no figure"),
        ("5", "count", "`5` is read, but nothing says of what",
         "take the counter or noun behind it into `stated`"),
        ("12.5%", "change-percent", "`12.5%` does not say whether up or down",
         "take the word into `stated` (增长12.5%), or use `measure: share` if it is no change"),
        ("提升至12.5%", "change-percent", "`提升至` says where it stands, not by how much it changed",
         "use `measure: share`, or state the change itself"),
        ("2类", "compound", "`2类` holds only one number",
         "use `measure: count`"),
        ("约20余万人", "count", "two words say how exact it is: 约余",
         "compare it with the article; if it prints both, read it by hand (`reading:`)"),
        ("4", "rank", "`4` is no rank: it has neither 第 nor 前, 强 or 首位",
         "take 第 into `stated`, or use `measure: count`"),
        ("七成", "money", "`七成` states a share", "use `measure: share`"),
        ("2025年", "duration", "`2025年` is a date, not a quantity",
         "it belongs in `period:` of the figure that it dates"),
    ],
)  # fmt: skip
def test_a_phrase_that_cannot_be_read_says_why_and_what_to_do(stated: str, measure: str, why: str, do: str) -> None:
    report = with_figure("visits.2024", stated=stated, quote=stated, measure=measure)
    (problem,) = [problem for problem in check_figures(report) if problem.code == "phrase-unread"]
    assert problem.message == f"the phrase is not read: {why}"
    assert (problem.got, problem.hint_en) == (stated, do)
    assert problem.hint_zh.startswith("请")


def test_one_wrong_value_hides_no_other() -> None:
    report = with_figure("visits.2024", stated="下降120%", quote="下降", measure="change-percent")
    assert codes(report) == ["quote-without-phrase", "phrase-unread", "noun-needless"]


def test_an_unknown_unit_is_told_with_what_comes_near() -> None:
    (problem,) = check_figures(with_figure("visits.2024", stated="5万立方公里", quote="5万立方公里"))
    assert problem.message == "unknown unit `立方公里`; did you mean 平方公里 / 公里?"
    assert "data/units.yml" in problem.hint_en


def test_a_phrase_twice_in_its_quote_is_told() -> None:
    assert codes(with_figure("service-grade.2024", quote="获A级又获A级")) == ["quote-without-phrase"]
