"""A sample of the kind `changes`, with the words of a report."""

from decimal import Decimal

from charts.kinds.changes import ChangesRow, ChangesSpec
from languages import pair

ZH, EN = pair({}).values()

SAMPLE = {
    "zh": ChangesSpec(
        ZH,
        rows=(
            ChangesRow("次均门诊费用", Decimal("5.3"), "按可比价格上涨5.3%"),
            ChangesRow("次均住院费用", Decimal("-5.2"), "按可比价格下降5.2%"),
        ),
    ),
    "en": ChangesSpec(
        EN,
        rows=(
            ChangesRow("Average cost of an outpatient visit", Decimal("5.3"), "up 5.3%"),
            ChangesRow("Average cost of a hospital stay", Decimal("-5.2"), "down 5.2%"),
            ChangesRow("Average cost of a hospital stay in a public hospital", Decimal("-0.1"), "down 0.1%"),
        ),
    ),
}
