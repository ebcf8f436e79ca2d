"""A sample of the kind `fan`, with the words of the report."""

from charts.kinds.fan import Fan, FanSpec
from languages import pair

ZH, EN = pair({}).values()

SAMPLE = {
    "zh": FanSpec(
        ZH,
        (
            Fan(("1047家", "用人单位"), ("4.9万余名", "劳动者做了职业健康检查"), 10),
            Fan(("14家", "康复站"), ("2133人", "尘肺病患者得到免费服务"), 14),
        ),
    ),
    "en": FanSpec(
        EN,
        (
            Fan(("1,047", "employers"), ("more than 49,000", "workers had occupational-health check-ups"), 10),
            Fan(("14", "rehabilitation stations"), ("2,133", "patients with pneumoconiosis, free of charge"), 14),
        ),
    ),
}
