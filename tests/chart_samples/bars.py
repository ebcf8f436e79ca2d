"""A sample of the kind `bars`, with the words of the report."""

from decimal import Decimal

from charts import Bar, Panel
from charts.kinds.bars import BarsSpec

SAMPLE = {
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
