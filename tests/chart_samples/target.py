"""A sample of the kind `target`, with the words of the report."""

from decimal import Decimal

from charts.kinds.target import TargetSpec
from charts.specs.base import Share
from languages import pair

ZH, EN = pair({}).values()

SAMPLE = {
    "zh": TargetSpec(
        ZH,
        target=Share("目标，到2025年底", Decimal(90), "90%", "target", of="县域内诊疗量占比"),
        what="范围：县域",
        result_label="结果",
        result="第二篇文章没有报告；未提不等于未达到。",
        scale=("0%", "50%", "100%"),
    ),
    "en": TargetSpec(
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
        result="None is reported in the second article; silence does not mean that it was missed.",
        scale=("0%", "50%", "100%"),
    ),
}
