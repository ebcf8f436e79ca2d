"""A sample of the kind `change`, with the words of the report."""

from decimal import Decimal

from charts.kinds.change import ChangeSpec
from charts.specs.base import Value
from languages import pair

ZH, EN = pair({}).values()

SAMPLE = {
    "zh": ChangeSpec(
        ZH,
        before=Value("2023年（推算）", Decimal("47.14"), "47.14%", "derived"),
        now=Value("2024年", Decimal("53.43"), "53.43%"),
        change="提升6.29个百分点",
        scale=("0%", "50%", "100%"),
    ),
    "en": ChangeSpec(
        EN,
        before=Value("2023 (derived)", Decimal("47.14"), "47.14%", "derived"),
        now=Value("2024", Decimal("53.43"), "53.43%"),
        change="up 6.29 percentage points",
        scale=("0%", "50%", "100%"),
    ),
}
