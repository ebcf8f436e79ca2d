"""A sample of the kind `bars`, with the words of the report."""

from decimal import Decimal

from charts import Panel, Value
from charts.kinds.bars import BarsSpec
from languages import pair

ZH, EN = pair({}).values()

SAMPLE = {
    "zh": BarsSpec(
        ZH,
        panels=(
            Panel(
                "2025年的承诺",
                (Value("医改", Decimal(14), "14", "planned"), Value("安全", Decimal(0), "未列", "planned")),
            ),
            Panel(
                "2026年的措施",
                (Value("医改", Decimal(0), "未列", "planned"), Value("安全", Decimal(18), "18", "planned")),
            ),
        ),
    ),
    "en": BarsSpec(
        EN,
        panels=(
            Panel(
                "Commitments for 2025",
                (Value("Reform", Decimal(14), "14", "planned"), Value("Safety", Decimal(0), "none listed")),
            ),
            Panel(
                "Measures for 2026",
                (Value("Reform", Decimal(0), "none listed"), Value("Safety", Decimal(18), "18", "planned")),
            ),
        ),
    ),
}
