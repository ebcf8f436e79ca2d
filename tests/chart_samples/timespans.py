"""A sample of the kind `timespans`, with the words of the report."""

from charts.kinds.timespans import Timespan, TimespansSpec
from languages import pair

ZH, EN = pair({}).values()
YEARS = tuple(str(year) for year in range(1999, 2025))

SAMPLE = {
    "zh": TimespansSpec(
        ZH,
        rows=(
            Timespan("无甲类传染病", "26年", 1999, 2024, YEARS),
            Timespan("未发生急性血吸虫病", "14年", 2011, 2024, YEARS[12:]),
        ),
    ),
    "en": TimespansSpec(
        EN,
        rows=(
            Timespan("No Class A disease", "26 years", 1999, 2024, YEARS),
            Timespan("No acute schistosomiasis", "14 years", 2011, 2024, YEARS[12:]),
        ),
    ),
}
