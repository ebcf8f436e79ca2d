"""A sample of the kind `bars`, with the words of the report."""

from decimal import Decimal

from charts import Panel, Value
from charts.kinds.bars import BarsSpec

SAMPLE = {
    "zh": BarsSpec(
        "zh",
        none="未列",
        panels=(
            Panel(
                "2025年的承诺", (Value("医改", Decimal(14), "14", "planned"), Value("安全", Decimal(0), "0", "planned"))
            ),
            Panel(
                "2026年的措施", (Value("医改", Decimal(0), "0", "planned"), Value("安全", Decimal(18), "18", "planned"))
            ),
        ),
    ),
    "en": BarsSpec(
        "en",
        none="none listed",
        panels=(
            Panel(
                "Commitments for 2025", (Value("Reform", Decimal(14), "14", "planned"), Value("Safety", Decimal(0), ""))
            ),
            Panel(
                "Measures for 2026", (Value("Reform", Decimal(0), "0"), Value("Safety", Decimal(18), "18", "planned"))
            ),
        ),
    ),
}
