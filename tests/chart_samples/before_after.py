"""A sample of the kind `before-after`, with the words of the report."""

from decimal import Decimal

from charts.kinds.before_after import BeforeAfterSpec
from charts.specs.base import Value
from languages import pair

ZH, EN = pair({}).values()
TICKS = tuple((Decimal(value), f"{value}%") for value in (0, 25, 50, 75, 100))

SAMPLE = {
    "zh": BeforeAfterSpec(
        ZH,
        before=Value("2023年（推算）", Decimal("47.14"), "47.14%", "derived"),
        now=Value("2024年", Decimal("53.43"), "53.43%"),
        change="提升6.29个百分点",
        ticks=TICKS,
    ),
    "en": BeforeAfterSpec(
        EN,
        before=Value("2023 (derived)", Decimal("47.14"), "47.14%", "derived"),
        now=Value("2024", Decimal("53.43"), "53.43%"),
        change="up 6.29 percentage points",
        ticks=TICKS,
    ),
}
