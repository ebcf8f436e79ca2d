"""A sample of the kind `timespans`, with the words of the report."""

from charts.kinds.timespans import Timespan, TimespansSpec
from languages import pair

ZH, EN = pair({}).values()

SAMPLE = {
    "zh": TimespansSpec(
        ZH,
        rows=(
            Timespan("无甲类传染病", "26年", 1999, 2024, "自1999年（推算）", "至2024年（推断）"),
            Timespan("未发生急性血吸虫病", "14年", 2011, 2024, "自2011年（推算）", "至2024年（推断）"),
        ),
    ),
    "en": TimespansSpec(
        EN,
        rows=(
            Timespan("No Class A disease", "26 years", 1999, 2024, "from 1999 (derived)", "to 2024 (inferred)"),
            Timespan("No acute schistosomiasis", "14 years", 2011, 2024, "from 2011 (derived)", "to 2024 (inferred)"),
        ),
    ),
}
