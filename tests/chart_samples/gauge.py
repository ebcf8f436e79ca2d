"""A sample of the kind `gauge`, with the words of the report."""

from decimal import Decimal

from charts.kinds.gauge import GaugeSpec
from charts.specs.base import Share
from languages import pair

ZH, EN = pair({}).values()

SAMPLE = {
    "zh": GaugeSpec(
        ZH,
        target=Share("目标，到2025年底", Decimal(90), "90%", "target", of="县域内诊疗量占比"),
        what="范围：县域",
        result_label="结果",
        result="展望文章未报告；未报告不等于未达到。",
        ends=("0%", "100%"),
    ),
    "en": GaugeSpec(
        EN,
        target=Share(
            "Target, by the end of 2025",
            Decimal(90),
            "90%",
            "target",
            of="Share of medical visits handled within the county",
        ),
        what="Scope: the counties",
        result_label="Result",
        result="Not reported in the outlook article, which does not mean missed.",
        ends=("0%", "100%"),
    ),
}
