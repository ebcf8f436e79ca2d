"""A sample of the kind `parts`, with the words of a report."""

from decimal import Decimal

from charts.kinds.parts import PartsSpec
from charts.specs.base import Value
from languages import pair

ZH, EN = pair({}).values()

SAMPLE = {
    "zh": PartsSpec(
        ZH,
        rows=(
            Value("政府卫生支出", Decimal("26.7"), "26.7%"),
            Value("社会卫生支出（含社会医疗保险、商业健康保险和社会捐赠等各项投入）", Decimal("46.0"), "46.0%"),
            Value("其余（推算）", Decimal("27.3"), "27.3%", "derived"),
        ),
        whole=Decimal(100),
        label="全国卫生总费用",
        text="90575.8亿元",
    ),
    "en": PartsSpec(
        EN,
        rows=(
            Value("Government", Decimal("26.7"), "26.7%"),
            Value("Society: social health insurance, commercial health insurance, donations", Decimal("46.0"), "46.0%"),
            Value("The rest (derived)", Decimal("27.3"), "27.3%", "derived"),
        ),
        whole=Decimal(100),
        label="Total expenditure on health in the country",
        text="CNY 9,057.58 billion",
    ),
}
