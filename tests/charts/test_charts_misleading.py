"""Charts that would mislead, as an agency might draw them: each is refused with its reason, or says what it must.

Belongs here: one chart a case, with the reason in full. What each kind does with each quantity is in
`test_charts_refused`.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from chart_figures import PERIODS, chart, figure, problems

Given = tuple[str, str, dict[str, Any]]
"""Phrase, measure, and what else a figure says."""


def named(zh: str, **more: Any) -> dict[str, Any]:
    return {"label": {"zh": zh, "en": "A"}, **more}


ON_YEAR = {"period": PERIODS["on-year-before"]}
PAIRS: dict[str, tuple[str, Given, Given, str]] = {
    # A level and a flow.
    "beds added beside beds at the end of the year": (
        "bars",
        ("新增500张", "count", named("床位")),
        ("1200张", "count", named("年末床位")),
        "a.2024 is what came within a time (新增), b.2024 is what there was at one moment (年末): "
        "they do not compare on one axis",
    ),
    "the quote says that it was the end of the year": (
        "bars",
        ("300个", "count", named("全年新设机构")),
        ("900个", "count", named("机构", quote="2024年末，全市有机构900个")),
        "a.2024 is what came within a time (全年), b.2024 is what there was at one moment (年末): "
        "they do not compare on one axis",
    ),
    "the scope says that it was the end of the year": (
        "bars",
        ("900个", "count", {"scope": {"zh": "全市，年末数", "en": "the city, end of year"}}),
        ("300个", "count", named("年内开业机构")),
        "a.2024 is what there was at one moment (年末), b.2024 is what came within a time (年内): "
        "they do not compare on one axis",
    ),
    "words of an earlier number in the quote are not of this one": (
        "bars",
        ("1200张", "count", {"quote": "新增床位500张，总数1200张"}),
        ("900张", "count", {"quote": "年末900张"}),
        "",
    ),
    "against the end of the year before is no stock": (
        "changes",
        ("比上年末增加5个", "count", ON_YEAR),
        ("增加3个", "count", named("年内新设", **ON_YEAR)),
        "",
    ),
    # Denominators, bases, currencies.
    "per thousand beside per ten thousand": (
        "bars",
        ("每千人口7.23张", "count", {}),
        ("每万人口3.99张", "count", {}),
        "a.2024 is counted in 张/千人口, b.2024 in 张/万人口, and they stand on one axis",
    ),
    "the denominator stands in the label": (
        "bars",
        ("7.23张", "count", named("每千人口床位")),
        ("500张", "count", named("床位")),
        "a.2024 is counted in 张/千人口, b.2024 in 张, and they stand on one axis",
    ),
    "an amount per person beside a total": (
        "bars",
        ("6425.3元", "money", named("人均卫生费用")),
        ("900亿元", "money", named("卫生总费用")),
        "a.2024 is counted in 元/人, b.2024 in 元, and they stand on one axis",
    ),
    "a day's average beside a year": (
        "bars",
        ("日均300人次", "count", {}),
        ("9万人次", "count", {}),
        "a.2024 is counted in 日均人次, b.2024 in 人次, and they stand on one axis",
    ),
    "yuan beside dollars on a log scale": (
        "amounts",
        ("3亿元", "money", {}),
        ("3亿美元", "money", {}),
        "a.2024 is counted in 元, b.2024 in 美元, and they stand on one axis",
    ),
    "shares of unlike things, as their labels say": (
        "bars",
        ("7.2%", "share", named("卫生总费用占GDP的比重")),
        ("12.5%", "share", named("卫生支出占财政支出的比重")),
        "a.2024 is counted in GDP%, b.2024 in 财政支出%, and they stand on one axis",
    ),
    "per cent beside per thousand": (
        "bars",
        ("4.5‰", "share", {}),
        ("15%", "share", {}),
        "a.2024 is counted in ‰, b.2024 in %, and they stand on one axis",
    ),
    "a rate on an axis of per cent": (
        "waffle",
        ("15.1/10万", "share", {}),
        ("15%", "share", {}),
        "a.2024 is counted in /10万, and its axis ends at 100%",
    ),
    # Changes.
    "per cent beside percentage points": (
        "changes",
        ("提高5.2%", "change-percent", ON_YEAR),
        ("提升6.29个百分点", "change-points", ON_YEAR),
        "a.2024 is a change in per cent, b.2024 a change in percentage points, and they stand on one axis",
    ),
    "real beside nominal": (
        "changes",
        ("按可比价格下降5.2%", "change-percent", ON_YEAR),
        ("下降5.0%", "change-percent", ON_YEAR),
        "a.2024 is counted in 按可比价格%, b.2024 in %, and they stand on one axis",
    ),
    "real beside nominal, as the labels say": (
        "changes",
        ("增长5.2%", "change-percent", named("收入（名义）", **ON_YEAR)),
        ("增长5.0%", "change-percent", named("收入，扣除价格因素", **ON_YEAR)),
        "a.2024 is at current prices (名义), b.2024 is at comparable prices (扣除价格因素): "
        "they do not compare on one axis",
    ),
    "on the year before beside on the month before": (
        "changes",
        ("同比增长5.2%", "change-percent", ON_YEAR),
        ("环比增长5.0%", "change-percent", ON_YEAR),
        "a.2024 is counted in %, b.2024 in 环比%, and they stand on one axis",
    ),
    "over one year beside over four": (
        "changes",
        ("增加5个", "count", ON_YEAR),
        ("增加9个", "count", {"period": PERIODS["on-2020"]}),
        "a.2024 is for a year, b.2024 for 2020 to 2024: periods of unlike length do not compare",
    ),
    "a rise drawn as an amount": (
        "bars",
        ("增加5个", "count", ON_YEAR),
        ("50个", "count", {}),
        "a.2024 says by how much something changed (增加5个), which it could only draw as an amount",
    ),
    "a share beside a change of it": (
        "changes",
        ("79.4%", "share", {}),
        ("提升6.29个百分点", "change-points", ON_YEAR),
        "a.2024 is a share",
    ),
    # Periods.
    "six months beside a year, as the labels say": (
        "bars",
        ("300个", "count", named("1—6月新设机构")),
        ("500个", "count", named("新设机构")),
        "a.2024 is for 上半年, b.2024 for a year: periods of unlike length do not compare",
    ),
    "half a year written in two ways is one": (
        "bars",
        ("300个", "count", named("1—6月开业机构")),
        ("500个", "count", named("上半年停业机构")),
        "",
    ),
    "three quarters in the quote": (
        "bars",
        ("300个", "count", {"quote": "前三季度，全市办理300个"}),
        ("500个", "count", {}),
        "a.2024 is for 前三季度, b.2024 for a year: periods of unlike length do not compare",
    ),
    "five years together beside one": (
        "bars",
        ("300个", "count", named("“十四五”以来培训基地")),
        ("50个", "count", named("培训基地")),
        "a.2024 is for “十四五”以来, b.2024 for a year: periods of unlike length do not compare",
    ),
    "the year is named besides the half of it in which something else was done": (
        "bars",
        ("300个", "count", {"quote": "上半年出台方案，全年建成300个"}),
        ("500个", "count", {}),
        "",
    ),
    "years' average beside one year": (
        "changes",
        ("年均增长5.2%", "change-percent", ON_YEAR),
        ("增长5.0%", "change-percent", ON_YEAR),
        "a.2024 is counted in 年均%, b.2024 in %, and they stand on one axis",
    ),
    "up to a day beside a year": (
        "bars",
        ("300个", "count", {"period": {"cumulative_to": date(2024, 6, 30)}}),
        ("500个", "count", {}),
        "a.2024 is for a total up to 2024-06-30, b.2024 for a year: periods of unlike length do not compare",
    ),
    # Indices.
    "an index of which the year before is 100": (
        "bars",
        ("100.2%", "share", named("居民消费价格指数（上年=100）")),
        ("101.5%", "share", named("医疗保健价格指数（上年=100）")),
        "a.2024 is an index of which the period before is 100 each time (100.2%), so that a length or a line "
        "would show no level",
    ),
    "indices of unlike base years": (
        "bars",
        ("520.1%", "share", named("指数（1978年=100）")),
        ("120.1%", "share", named("指数（2020年=100）")),
        "a.2024 is an index of which that year is 100 (1978年=100), b.2024 is an index of which that year is 100 "
        "(2020年=100): they do not compare on one axis",
    ),
    # Not one number, not a result.
    "a range": (
        "bars",
        ("10至15个", "count", {}),
        ("12个", "count", {}),
        "a.2024 is stated as 10至15个, a range, which it could only draw as one value",
    ),
    "an upper bound": (
        "bars",
        ("不超过20个", "count", {}),
        ("12个", "count", {}),
        "a.2024 is stated as 不超过20个, which it could only draw as exact",
    ),
    "more than the whole": (
        "waffle",
        ("120%", "share", {}),
        ("12%", "share", {}),
        "a.2024 is stated as 120%, and its axis ends at 100%",
    ),
    "a target beside a result": (
        "waffle",
        ("90%", "share", {"status": "target", "period": PERIODS["by-end"]}),
        ("70%", "share", {}),
        "",  # The label says that it is one: `test_charts_shares`.
    ),
    "money asked for beside money had, on one scale": (
        "amounts",
        ("5亿元", "money", {"status": "applied-for"}),
        ("2亿元", "money", {}),
        "",  # The label says so: `test_charts_report`.
    ),
    "a rank beside a count": (
        "bars",
        ("第4", "rank", {}),
        ("12个", "count", {}),
        "a.2024 is a rank, a place and no amount",
    ),
    "an age beside a span of years": (
        "bars",
        ("78.6岁", "count", {}),
        ("26年", "duration", {}),
        "a.2024 is a count, b.2024 a span of time, and they stand on one axis",
    ),
}
PREFIX = "a chart of kind {} cannot be drawn from these figures: "


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    made, charts = [], []
    for number, (kind, *two, _) in enumerate(PAIRS.values()):
        for name, (stated, measure, more) in zip("ab", two, strict=True):
            made.append(figure(f"{name}{number}.2024", stated, measure, **more))
        charts.append(chart(f"case-{number}", kind, [{"figure": f"{name}{number}.2024"} for name in "ab"]))
    return problems(tmp_path_factory.mktemp("misleading") / "project", made, charts)


@pytest.mark.parametrize("case", PAIRS)
def test_a_chart_of_two_figures(case: str, said: dict[str, list[str]]) -> None:
    number, (kind, *_, why) = list(PAIRS).index(case), PAIRS[case]
    found = [message.replace(f"{number}.2024", ".2024") for message in said[f"case-{number}"]]
    assert found[:1] == ([PREFIX.format(kind) + why] if why else [])
