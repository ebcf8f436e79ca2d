"""Specs of the kinds that show amounts and times, with the words of the report; `charts_samples` holds the others."""

from decimal import Decimal

from charts import (
    Bar,
    BarsSpec,
    ChangeSpec,
    Panel,
    SeriesSpec,
    SeriesYear,
    Span,
    SpansSpec,
    Spec,
    Squares,
    SquaresSpec,
    Stage,
    StagesSpec,
    TargetSpec,
)

SCALE = ("0%", "50%", "100%")

CHANGE = {
    "zh": ChangeSpec(
        "zh",
        before=Decimal("47.14"),
        before_label="2023年（推算）",
        before_text="47.14%",
        now=Decimal("53.43"),
        now_label="2024年",
        now_text="53.43%",
        change="提升6.29个百分点",
        scale=SCALE,
    ),
    "en": ChangeSpec(
        "en",
        before=Decimal("47.14"),
        before_label="2023 (derived)",
        before_text="47.14%",
        now=Decimal("53.43"),
        now_label="2024",
        now_text="53.43%",
        change="up 6.29 percentage points",
        scale=SCALE,
    ),
}
STAGES = {
    "zh": StagesSpec(
        "zh",
        rows=(
            Stage("“两新”项目资金", "已争取到", Decimal(20_150_000), "2015万元", in_hand=True),
            Stage("超长期国债投资申报额", "已申报", Decimal(1_386_000_000), "13.86亿元", in_hand=False),
        ),
        ticks=(
            (Decimal(10**7), "1000万元"),
            (Decimal(10**8), "1亿元"),
            (Decimal(10**9), "10亿元"),
            (Decimal(10**10), "100亿元"),
        ),
        scale="对数刻度：每一大格为前一格的十倍",
    ),
    "en": StagesSpec(
        "en",
        rows=(
            Stage("Funds for “Two New” projects", "Secured", Decimal(20_150_000), "CNY 20.15 million", in_hand=True),
            Stage("Ultra-long bonds", "Applied for", Decimal(1_386_000_000), "CNY 1.386 billion", in_hand=False),
        ),
        ticks=((Decimal(10**7), "CNY 10 million"), (Decimal(10**10), "CNY 10 billion")),
        scale="Logarithmic scale: each step is ten times the one before",
    ),
}
SPANS = {
    "zh": SpansSpec(
        "zh",
        rows=(
            Span("无甲类传染病", "26年", 1999, 2024, "自1999年（推算）", "至2024年（推断）"),
            Span("未发生急性血吸虫病", "14年", 2011, 2024, "自2011年（推算）", "至2024年（推断）"),
        ),
    ),
    "en": SpansSpec(
        "en",
        rows=(
            Span("No Class A disease", "26 years", 1999, 2024, "from 1999 (derived)", "to 2024 (inferred)"),
            Span("No acute schistosomiasis", "14 years", 2011, 2024, "from 2011 (derived)", "to 2024 (inferred)"),
        ),
    ),
}
SQUARES = {
    "zh": SquaresSpec(
        "zh",
        rows=(
            Squares("用人单位", "市职业病防治中心检查", Decimal(1047), "1047家", Decimal(100), "一格代表100家"),
            Squares("劳动者", "", Decimal(49_000), "4.9万余名", Decimal(1000), "一格代表1000名", open_ended=True),
            Squares("康复站", "", Decimal(14), "14家", Decimal(1), "一格代表1家"),
        ),
    ),
    "en": SquaresSpec(
        "en",
        rows=(
            Squares("Employers", "whose workers were examined", Decimal(1047), "1,047", Decimal(100), "one = 100"),
            Squares("Workers", "", Decimal(49_000), "more than 49,000", Decimal(1000), "one = 1,000", open_ended=True),
            Squares("Stations", "", Decimal(14), "14", Decimal(1), "one = 1 station"),
        ),
    ),
}
BARS = {
    "zh": BarsSpec(
        "zh",
        none="未列",
        panels=(
            Panel("2025年的承诺", (Bar("医改", Decimal(14), "14", "planned"), Bar("安全", Decimal(0), "0", "planned"))),
            Panel("2026年的措施", (Bar("医改", Decimal(0), "0", "planned"), Bar("安全", Decimal(18), "18", "planned"))),
        ),
    ),
    "en": BarsSpec(
        "en",
        none="none listed",
        panels=(
            Panel("Commitments for 2025", (Bar("Reform", Decimal(14), "14", "planned"), Bar("Safety", Decimal(0), ""))),
            Panel("Measures for 2026", (Bar("Reform", Decimal(0), "0"), Bar("Safety", Decimal(18), "18", "planned"))),
        ),
    ),
}
TARGET = {
    "zh": TargetSpec(
        "zh",
        what="范围：县域",
        of="县域内诊疗量占比",
        label="目标，到2025年底",
        value=Decimal(90),
        text="90%",
        result_label="结果",
        result="第二篇文章没有报告；未提不等于未达到。",
        scale=SCALE,
    ),
    "en": TargetSpec(
        "en",
        what="Scope: the counties",
        of="Share of medical visits handled within the county",
        label="Target, by the end of 2025",
        value=Decimal(90),
        text="90%",
        result_label="Result",
        result="None is reported in the second article; silence does not mean that it was missed.",
        scale=SCALE,
    ),
}
SERIES = {
    "zh": SeriesSpec(
        "zh",
        rows=(
            SeriesYear("2024年", Decimal(12_000), "1.2万人次"),
            SeriesYear("2025年", Decimal(13_500), "1.35万人次"),
            SeriesYear("2026年", None, "未报告"),
            SeriesYear("2027年", Decimal(15_000), "1.5万余人次", open_ended=True),
        ),
    ),
    "en": SeriesSpec(
        "en",
        rows=(
            SeriesYear("2024", Decimal(12_000), "12,000"),
            SeriesYear("2025", Decimal(13_500), "13,500"),
            SeriesYear("2026", None, "not reported"),
            SeriesYear("2027", Decimal(15_000), "more than 15,000", open_ended=True),
        ),
    ),
}
AMOUNTS: dict[str, dict[str, Spec]] = {
    "change": {**CHANGE},
    "stages": {**STAGES},
    "spans": {**SPANS},
    "squares": {**SQUARES},
    "bars": {**BARS},
    "series": {**SERIES},
    "target": {**TARGET},
}
