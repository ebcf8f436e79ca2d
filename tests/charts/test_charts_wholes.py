"""Series and wholes that would mislead: each is refused with its reason, or says what it must.

Belongs here: the years of an indicator, parts of a whole. Does not belong here: two figures on one axis
(`test_charts_misleading`).
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from chart_figures import TEXT, chart, figure, problems

from report.model import Chart, ChartPanel

Given = tuple[str, str, dict[str, Any]]
"""Phrase, measure, and what else a figure says."""


def named(zh: str, **more: Any) -> dict[str, Any]:
    return {"label": {"zh": zh, "en": "A"}, **more}


def of(zh: str) -> dict[str, Any]:
    return {"scope": {"zh": zh, "en": {"全市": "the city", "市直": "the city’s own"}.get(zh, zh)}}


PREFIX = "a chart of kind {} cannot be drawn from these figures: "
YEARS: dict[str, tuple[str, tuple[Given, ...], str]] = {
    "one year is of beds added": (
        "trend",
        (("新增500张", "count", {}), ("1200张", "count", {}), ("1300张", "count", {})),
        "a.2021 is what was added (新增), a.2022 is not said to be that: they do not compare on one axis",
    ),
    "one year is half a year": (
        "series",
        (("500个", "count", {}), ("上半年300个", "count", {})),
        "a.2021 is for a year, a.2022 for 上半年: periods of unlike length do not compare",
    ),
    "years of an index of which the year before is 100": (
        "trend",
        (("100.2%", "share", named("指数（上年=100）")), ("101.0%", "share", named("指数（上年=100）"))),
        "a.2021 is an index of which the period before is 100 each time (100.2%), so that a length or a line "
        "would show no level",
    ),
    "the denominator changes": (
        "trend",
        (("每千人口7.1张", "count", {}), ("每万人口72张", "count", {})),
        "these years do not join: a.2021 is counted in 张/千人口, a.2022 in 张/万人口",
    ),
    "the scope changes": (
        "trend",
        (("50个", "count", of("全市")), ("20个", "count", of("市直"))),
        "these years do not join: a.2021 covers the city, a.2022 the city’s own",
    ),
    "a year is missing": ("trend", (("50个", "count", {}), ("", "", {}), ("60个", "count", {})), ""),
    "a target is no year of a series": (
        "series",
        (("50个", "count", {}), ("60个", "count", {}), ("90个", "count", {"status": "target"})),
        "",
    ),
}


@pytest.mark.parametrize("case", YEARS)
def test_a_chart_of_the_years_of_an_indicator(case: str, tmp_path: Path) -> None:
    kind, years, why = YEARS[case]
    said = series(tmp_path, kind, *years)
    assert said[:1] == ([why if why.startswith("these") else PREFIX.format(kind) + why] if why else [])


def series(folder: Path, kind: str, *years: Given, **keys: Any) -> list[str]:
    """What is said of a chart of the years of one indicator, from 2021 on."""
    made = [
        figure(f"a.{year}", stated, measure, **{"period": {"year": year}, **more})
        for year, (stated, measure, more) in enumerate(years, 2021)
        if stated
    ]
    drawn = {name: value for name, value in {**chart("years", kind, [], indicator="a"), **keys}.items() if value}
    return problems(folder / "project", made, [drawn])["years"]


def test_a_first_count_beside_final_ones_is_said_to_be_one(tmp_path: Path) -> None:
    years = (("50个", "count", {}), ("60个", "count", {"quote": "初步核算，全年60个"}))
    why = "a chart sets side by side what differs in being a first count or an estimate, and does not say so"
    assert series(tmp_path / "unsaid", "series", *years, differs=None) == [why]
    assert series(tmp_path / "said", "series", *years) == []
    built = (("50个", "count", {}), ("60个", "count", {"quote": "初步建成60个"}))
    assert series(tmp_path / "built", "series", *built, differs=None) == []


@pytest.mark.parametrize(
    ("more", "what"), [({"scope": of("市直")["scope"]}, "scope"), ({"period": {"year": 2023}}, "period")]
)
def test_what_differs_is_said(more: dict[str, Any], what: str, tmp_path: Path) -> None:
    made = [figure("a.2024", "50个", "count"), figure("b.2024", "20个", "count", **more)]
    drawn = chart("both", "bars", [{"figure": "a.2024"}, {"figure": "b.2024"}])
    assert problems(tmp_path / "said", made, [drawn])["both"] == []
    del drawn["differs"]
    why = f"a chart sets side by side what differs in {what}, and does not say so"
    assert problems(tmp_path / "unsaid", made, [drawn])["both"] == [why]


PARTS: dict[str, tuple[list[dict[str, Any]], dict[str, Any], str]] = {
    "one is a part of the other": (
        [figure("a.2024", "40%", "share"), figure("b.2024", "30%", "share", part_of="a.2024")],
        {"whole": TEXT},
        "b.2024 is a part of a.2024, and parts of a whole do not overlap",
    ),
    "one is a part of a part of the other": (
        [
            figure("a.2024", "40%", "share"),
            figure("c.2024", "20%", "share", part_of="a.2024"),
            figure("b.2024", "10%", "share", part_of="c.2024"),
        ],
        {"whole": TEXT, "rows": [{"figure": "a.2024"}, {"figure": "b.2024"}]},
        "b.2024 is a part of a.2024, and parts of a whole do not overlap",
    ),
    "counts, one in the other": (
        [
            figure("w.2024", "100个", "count"),
            figure("a.2024", "40个", "count", part_of="w.2024"),
            figure("b.2024", "30个", "count", part_of="a.2024"),
        ],
        {"rows": [{"figure": "a.2024"}, {"figure": "b.2024"}]},
        "b.2024 is a part of a.2024, and parts of a whole do not overlap",
    ),
    "shares of two wholes": (
        [
            figure("v.2024", "100个", "count"),
            figure("w.2024", "200个", "count"),
            figure("a.2024", "40%", "share", part_of="v.2024"),
            figure("b.2024", "30%", "share", part_of="w.2024"),
        ],
        {"whole": TEXT, "rows": [{"figure": "a.2024"}, {"figure": "b.2024"}]},
        "a.2024 is a part of v.2024, b.2024 of w.2024, and they are drawn as parts of one whole",
    ),
    "shares of two things, as their labels say": (
        [
            figure("a.2024", "40%", "share", **named("门诊占诊疗的比重")),
            figure("b.2024", "30%", "share", **named("手术占出院的比重")),
        ],
        {"whole": TEXT},
        "a.2024 is counted in 诊疗%, b.2024 in 出院%, and they stand on one axis",
    ),
    "parts of unlike scope": (
        [figure("a.2024", "40%", "share"), figure("b.2024", "30%", "share", **of("市直"))],
        {"whole": TEXT},
        "its rows differ in scope, period or status, so that they are not parts of one whole",
    ),
    "the same twice": (
        [figure("a.2024", "40%", "share")],
        {"whole": TEXT, "rows": [{"figure": "a.2024"}, {"figure": "a.2024"}]},
        "a.2024 is drawn twice",
    ),
}


@pytest.mark.parametrize("case", PARTS)
def test_parts_that_are_none(case: str, tmp_path: Path) -> None:
    made, keys, why = PARTS[case]
    panel = dict(keys)
    rows = panel.pop("rows", [{"figure": each["id"]} for each in made])
    drawn = chart("parts", "parts", rows, **panel)
    assert problems(tmp_path / "project", made, [drawn])["parts"] == [PREFIX.format("parts") + why]


def test_bars_begin_at_zero_and_no_key_says_otherwise() -> None:
    assert not {key for key in ChartPanel.model_fields if re.search("axis|from|start|min|base", key)}
    assert not {key for key in Chart.model_fields if re.search("axis|from|start|min|base", key)}
