"""Figures of every kind on the charts that take them: labels told apart, axes and rests said, each place named once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from chart_boxes import assert_labels_stand_free
from chart_figures import TEXT, chart, figure, problems

from charts import NARROW, WIDE, draw
from charts.kinds import DATA_KINDS
from macros.chart_data import alt_of, csv_of, data_of, notes_of, source_line
from macros.chart_marks import content_of, spec_of
from macros.view import View
from report.load import read_report
from report.model import Report, Text

LANGUAGES = ("zh", "en")


def of(year: int, **more: Any) -> dict[str, Any]:
    return {"period": {"year": year}, **more}


def share(id: str, stated: str, **more: Any) -> dict[str, Any]:
    return figure(id, stated, "share", **more)


ELSEWHERE = {"zh": "全县", "en": "the county"}
PLACE = {"article": "l2025", "section": "年度回顾", "paragraph": 2, "sentence": 1}
CHANGED = {"period": {"year": 2024, "compared_with": 2023}}
FIGURES = [
    *(figure(f"life.{year}", f"{age}岁", "count", **of(year)) for year, age in ((2021, "77.9"), (2022, "78.2"))),
    figure("life.2024", "78.6岁", "count"),
    share("shares.2023", "40%", **of(2023)),
    share("shares.2024", "45.5%", sources=[PLACE]),
    share("aim.2025", "50%", status="target", period={"by_end_of": 2025}),
    share("county.2024", "30%", scope=ELSEWHERE, label={"zh": "乙", "en": "B"}),
    share("county-town.2024", "31%", label={"zh": "乙", "en": "B"}),
    figure("total.2024", "1000万元", "money", parts={"complete": True}),
    *(
        share(f"part{number}.2024", f"{each}%", part_of="total.2024")
        for number, each in enumerate(("33.3", "33.3", "33.3"))
    ),
    figure("beds.2024", "120张", "count"),
    figure("beds-up.2024", "增加20张", "count", **CHANGED),
    figure("nurses.2024", "80人", "count", period={"end_of": 2024}),
    figure("nurses-up.2024", "增加5人", "count", **CHANGED),
    figure("cost.2024", "361.6元", "money"),
    figure("cost-up.2024", "按可比价格上涨5.3%", "change-percent", **CHANGED),
    figure("applied.2024", "50万元", "money", status="applied-for"),
    *(
        figure(f"spent.{year}", f"{each}亿元", "money", **of(year))
        for year, each in ((2022, "85327.5"), (2023, "88123.4"), (2024, "90575.8"))
    ),
    *(
        figure(f"saved.{year}", f"{each}亿元", "money", **of(year))
        for year, each in ((2023, "15.25"), (2024, "90575.8"))
    ),
    figure("more-than.2024", "20余个", "count"),
    figure("grade.2024", "A+", "grade"),
    figure("range.2024", "10至15个", "count"),
]


def rows(*ids: str) -> list[dict[str, str]]:
    return [{"figure": id} for id in ids]


BREAK = {"year": 2024, "why": {"zh": "口径改变", "en": "counted otherwise"}}
CHARTS = [
    chart("trend", "trend", [], indicator="life", breaks=[BREAK]),
    chart("multiples", "multiples", [], indicator="life"),
    chart("series", "series", [], indicator="life"),
    chart("trend-of-money", "trend", [], indicator="spent"),
    chart("trend-from-zero", "trend", [], indicator="saved"),
    chart("multiples-of-money", "multiples", [], indicator="spent"),
    chart("multiples-from-zero", "multiples", [], indicator="saved"),
    chart("series-of-money", "series", [], indicator="spent"),
    chart("bars-of-money", "bars", rows("spent.2024", "saved.2023")),
    chart("two-years", "bars", rows("shares.2023", "shares.2024", "aim.2025")),
    chart("two-scopes", "waffle", rows("county.2024", "county-town.2024")),
    chart("parts", "parts", rows("part0.2024", "part1.2024", "part2.2024")),
    chart("rest", "parts", rows("part0.2024")),
    chart("whole", "parts", rows("shares.2024"), whole={"zh": "受访者", "en": "those asked"}),
    chart("change", "before-after", [{"figure": "beds.2024", "change": "beds-up.2024"}]),
    chart("change-of-stock", "before-after", [{"figure": "nurses.2024", "change": "nurses-up.2024"}]),
    chart("changes", "changes", rows("cost-up.2024")),
    chart("money", "amounts", rows("total.2024", "cost.2024")),
    chart("stages", "amounts", rows("total.2024", "applied.2024")),
    chart("more-than", "bars", rows("more-than.2024")),
    chart("table", "table", rows("grade.2024", "range.2024", "cost-up.2024", "shares.2023", "more-than.2024")),
]


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    root = tmp_path_factory.mktemp("drawn") / "project"
    assert problems(root, FIGURES, CHARTS) == {each["id"]: [] for each in CHARTS}
    read, _ = read_report(root)
    assert read is not None
    return read


def view(report: Report, language: str) -> View:
    return View(report, language, "charts/", report.pages[0], Path("unused"))


def labels(report: Report, id: str, language: str = "en") -> list[str]:
    return [mark.label for mark in content_of(view(report, language), report.chart[id]).marks]


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("id", [each["id"] for each in CHARTS])
def test_labels_stand_free(report: Report, id: str, language: str, width: int) -> None:
    made = report.chart[id]
    assert_labels_stand_free(draw(made.kind, spec_of(view(report, language), made), width))


def test_years_scopes_and_targets_are_told_apart_by_their_labels(report: Report) -> None:
    assert labels(report, "two-years") == ["A (2023)", "A (2024)", "A (by the end of 2025, Target)"]
    assert labels(report, "two-years", "zh") == ["甲（2023年）", "甲（2024年）", "甲（到2025年底、目标）"]
    assert labels(report, "two-scopes") == ["B (the county)", "B (the town)"]


def test_an_axis_that_does_not_begin_at_zero_says_so(report: Report) -> None:
    cut = "The axis runs from 77.8 years to 78.6 years; it does not begin at zero."
    assert alt_of(view(report, "en"), report.chart["trend"]).endswith(
        f"{cut} Not joined before 2024: counted otherwise."
    )
    money = "刻度从84000亿元到92000亿元，不从零起。"
    assert alt_of(view(report, "zh"), report.chart["trend-of-money"]).endswith(money)
    said = "各图年份和刻度相同，刻度从77.8岁到78.6岁，不从零起。"
    assert alt_of(view(report, "zh"), report.chart["multiples"]).endswith(said)


def test_the_rest_of_a_whole_is_derived_and_said_to_be(report: Report) -> None:
    seen = view(report, "zh")
    assert [mark.text for mark in data_of(seen, report.chart["rest"])] == ["1000万元", "33.3%", "66.7%"]
    assert notes_of(seen, report.chart["rest"])[-1] == "空心部分为推算：整体减去所列各部分，为66.7%，原文未写。"
    assert notes_of(seen, report.chart["parts"])[-1] == "各部分为四舍五入后的数，相加为99.9%。"
    assert [mark.text for mark in data_of(seen, report.chart["whole"])] == ["45.5%", "54.5%"]


def test_the_value_of_the_year_before_is_the_exact_difference(report: Report) -> None:
    now, change, before = data_of(view(report, "en"), report.chart["change"])
    assert (now.value, change.text, before.value) == (120, "up 20 things", 100)


@pytest.mark.parametrize(
    ("id", "earlier"), [("change", ("2023年", "2023")), ("change-of-stock", ("2023年末", "at the end of 2023"))]
)
def test_the_value_before_holds_as_the_value_now(report: Report, id: str, earlier: tuple[str, str]) -> None:
    """At the end of a year, where the value now is of a year's end."""
    seen = [view(report, language) for language in ("zh", "en")]
    assert tuple([*data_of(each, report.chart[id])][-1].period for each in seen) == earlier
    assert [spec_of(each, report.chart[id]).before.label for each in seen] == [
        f"{earlier[0]}（推算）", f"{earlier[1]} (derived)",
    ]  # fmt: skip


def test_strokes_are_explained_where_they_are_drawn(report: Report) -> None:
    seen = view(report, "en")
    strokes = seen.word("chart.open-ended")
    said = [id for id in ("table", "series", "more-than") if strokes in notes_of(seen, report.chart[id])]
    assert said == ["more-than"]


def test_charts_say_the_reports_own_words(report: Report) -> None:
    keys = [f"chart.{key}" for key in ("same", "same-cut", "rounded", "trend-no-year", "break", "break-in")]
    own = replace(report, overrides={key: Text(zh=f"«{key}»", en=f"«{key}»") for key in keys})
    seen = view(own, "en")
    written = "".join(f"{spec_of(seen, each)}{alt_of(seen, each)}{notes_of(seen, each)}" for each in own.charts)
    assert [key for key in keys if f"«{key}»" not in written] == []


def test_what_dashes_mean_is_said_where_there_are_some(report: Report) -> None:
    dashed = "Dashed outline: applied for. The amounts are not to be added up."
    assert dashed not in notes_of(view(report, "en"), report.chart["money"])
    assert dashed in notes_of(view(report, "en"), report.chart["stages"])


def test_an_article_and_a_place_are_named_once(report: Report) -> None:
    assert source_line(view(report, "zh"), report.chart["two-years"]) == (
        "来源：《书香更近》“年度回顾”第1段第1句；“年度回顾”第2段第1句。"
    )


def test_a_table_has_values_that_are_no_single_number(report: Report) -> None:
    lines = csv_of(view(report, "en"), report.chart["table"]).decode("utf-8-sig").splitlines()
    assert [line.split(",")[1:3] for line in lines[1:]] == [
        ["A+", ""],
        ["10 to 15 things", ""],
        ["up 5.3% at comparable prices", "5.3"],
        ["40%", "40"],
        ["more than 20 things", "20"],
    ]


NOT_ITS_CHANGE = {
    "cost-up.2024": (
        "cost-up.2024 (按可比价格上涨5.3%) is in per cent, from which no exact value before follows; use `changes`"
    ),
    "beds-up.2024": "beds-up.2024 (增加20张) is not the change on an earlier year, in 元, of cost.2024",
}


@pytest.mark.parametrize("id", NOT_ITS_CHANGE)
def test_a_value_before_that_does_not_follow_is_refused(id: str, tmp_path: Path) -> None:
    said = problems(tmp_path, FIGURES, [chart("x", "before-after", [{"figure": "cost.2024", "change": id}])])
    assert said["x"] == [f"a chart of kind before-after cannot be drawn from these figures: {NOT_ITS_CHANGE[id]}"]


def test_a_denominator_may_stand_in_the_label(tmp_path: Path) -> None:
    named = {"a": "每千人口执业医师", "b": "每万人口全科医生", "c": "人均卫生总费用", "d": "卫生总费用"}
    made = [
        figure(
            f"{id}.2024",
            "3元" if id in "cd" else "3人",
            "money" if id in "cd" else "count",
            label={"zh": zh, "en": "x"},
        )
        for id, zh in named.items()
    ]
    said = problems(
        tmp_path,
        made,
        [chart("people", "bars", rows("a.2024", "b.2024")), chart("money", "bars", rows("c.2024", "d.2024"))],
    )
    why = "a chart of kind bars cannot be drawn from these figures: {}, and they stand on one axis"
    assert said == {
        "people": [why.format("a.2024 is counted in 人/千人口, b.2024 in 人/万人口")],
        "money": [why.format("c.2024 is counted in 元/人, d.2024 in 元")],
    }


@pytest.mark.parametrize("kind", DATA_KINDS)
def test_entries_counted_and_figures_share_no_axis(kind: str, tmp_path: Path) -> None:
    if "plan" not in DATA_KINDS[kind].keys:
        return
    mixed = chart("x", kind, rows("beds.2024"))
    mixed["panels"].append({"title": TEXT, "plan": 2025})
    why = f"a chart of kind {kind} cannot be drawn from these figures: entries counted and figures stand on one axis"
    assert problems(tmp_path, FIGURES, [mixed]) == {"x": [why]}
