"""A sample of the kind `separated`, with the words of the report."""

from decimal import Decimal

from charts import Panel, Value
from charts.kinds.separated import SeparatedSpec
from languages import pair

ZH, EN = pair({}).values()

SAMPLE = {
    "zh": SeparatedSpec(
        language=ZH,
        caution="上下口径不同，不可相减",
        panels=(
            Panel(
                "互认",
                (
                    Value("2024年，5家三甲医院", Decimal(200_000), "20余万人次", "baseline", open_ended=True),
                    Value("截至2026年2月5日，范围未说明", Decimal(218_900), "21.89万次"),
                ),
            ),
            Panel(
                "节省费用",
                (
                    Value("2024年，5家三甲医院", Decimal(3_000_000), "300余万元", "baseline", open_ended=True),
                    Value("截至2026年2月5日，范围未说明", Decimal(8_808_600), "880.86万元"),
                ),
            ),
        ),
    ),
    "en": SeparatedSpec(
        language=EN,
        caution="Units and scopes differ: not to be compared or subtracted",
        panels=(
            Panel(
                "Results recognised",
                (
                    Value(
                        "2024, five Grade A tertiary hospitals",
                        Decimal(200_000),
                        "more than 200,000 recognitions",
                        "baseline",
                        open_ended=True,
                    ),
                    Value("To 5 February 2026, scope not stated", Decimal(218_900), "218,900 recognitions"),
                ),
            ),
            Panel(
                "Saved for patients",
                (
                    Value(
                        "2024, five Grade A tertiary hospitals",
                        Decimal(3_000_000),
                        "more than CNY 3 million",
                        "baseline",
                        open_ended=True,
                    ),
                    Value("To 5 February 2026, scope not stated", Decimal(8_808_600), "CNY 8.8086 million"),
                ),
            ),
        ),
    ),
}
