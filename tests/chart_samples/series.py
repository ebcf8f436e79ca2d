"""A sample of the kind `series`, with the words of the report."""

from decimal import Decimal

from charts.kinds.series import SeriesSpec, SeriesYear
from languages import pair

ZH, EN = pair({}).values()

SAMPLE = {
    "zh": SeriesSpec(
        ZH,
        rows=(
            SeriesYear("2024年", Decimal(12_000), "1.2万人次"),
            SeriesYear("2025年", Decimal(13_500), "1.35万人次"),
            SeriesYear("2026年", None, "未报告"),
            SeriesYear("2027年", Decimal(15_000), "1.5万余人次", open_ended=True),
        ),
    ),
    "en": SeriesSpec(
        EN,
        rows=(
            SeriesYear("2024", Decimal(12_000), "12,000"),
            SeriesYear("2025", Decimal(13_500), "13,500"),
            SeriesYear("2026", None, "not reported"),
            SeriesYear("2027", Decimal(15_000), "more than 15,000", open_ended=True),
        ),
    ),
}
