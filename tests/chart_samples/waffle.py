"""A sample of the kind `waffle`, with the words of the report."""

from decimal import Decimal

from charts.kinds.waffle import WaffleSpec
from charts.specs.base import Share
from languages import pair

ZH, EN = pair({}).values()

SAMPLE = {
    "zh": WaffleSpec(
        language=ZH,
        rows=(
            Share("可提供6类15项中医药服务", Decimal(100), "100%", of="社区卫生服务中心和建制乡镇卫生院"),
            Share("可提供中医非药物疗法", Decimal("82.9"), "82.9%", of="村卫生室"),
        ),
    ),
    "en": WaffleSpec(
        language=EN,
        rows=(
            Share(
                "can offer 15 TCM services in six categories",
                Decimal(100),
                "100%",
                of="Community health service centres and established-township health centres",
            ),
            Share("can offer non-drug TCM therapies", Decimal("82.9"), "82.9%", of="Village clinics"),
        ),
    ),
}
