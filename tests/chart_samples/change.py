"""A sample of the kind `change`, with the words of the report."""

from decimal import Decimal

from charts.kinds.change import ChangeSpec

SAMPLE = {
    "zh": ChangeSpec(
        "zh",
        before=Decimal("47.14"),
        before_label="2023年（推算）",
        before_text="47.14%",
        now=Decimal("53.43"),
        now_label="2024年",
        now_text="53.43%",
        change="提升6.29个百分点",
        scale=("0%", "50%", "100%"),
    ),
    "en": ChangeSpec(
        "en",
        before=Decimal("47.14"),
        before_label="2023 (derived)",
        before_text="47.14%",
        now=Decimal("53.43"),
        now_label="2024",
        now_text="53.43%",
        change="up 6.29 percentage points",
        scale=("0%", "50%", "100%"),
    ),
}
