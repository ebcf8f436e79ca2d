"""A sample of the kind `trend`, with the words of a report."""

from decimal import Decimal

from charts.axis import Axis
from charts.kinds.trend import TrendSpec, TrendYear
from languages import pair

ZH, EN = pair({}).values()

VALUES = (("2018", "77.0"), ("2019", "77.3"), ("2020", "77.9"), ("2022", "78.3"), ("2023", "78.6"))
AXIS = Axis(Decimal(77), Decimal(79))

SAMPLE = {
    "zh": TrendSpec(
        ZH,
        rows=(
            *(TrendYear(f"{year}年", Decimal(value), f"{value}岁") for year, value in VALUES[:3]),
            TrendYear("2021年", None, "未报告"),
            TrendYear("2022年", Decimal("78.3"), "78.3岁", "断点：自2022年起按第七次全国人口普查修订"),
            TrendYear("2023年", Decimal("78.6"), "78.6岁"),
        ),
        axis=AXIS,
        ends=("77岁", "79岁"),
        scale="刻度从77岁到79岁，不从零起。",
    ),
    "en": TrendSpec(
        EN,
        rows=(
            *(TrendYear(year, Decimal(value), f"{value} years") for year, value in VALUES[:3]),
            TrendYear("2021", None, "not reported"),
            TrendYear("2022", Decimal("78.3"), "78.3 years", "Break: revised from 2022 on after the seventh census"),
            TrendYear("2023", Decimal("78.6"), "78.6 years"),
        ),
        axis=AXIS,
        ends=("77 years", "79 years"),
        scale="The axis runs from 77 to 79 years; it does not begin at zero.",
    ),
}
