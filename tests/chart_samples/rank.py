"""A sample of the kind `rank`, with the words of the report."""

from charts.kinds.rank import RankSpec
from languages import pair

ZH, EN = pair({}).values()

SAMPLE = {
    "zh": RankSpec(ZH, 4, 433, marker="株洲第4", first="第1名", last="第433名", block="一格十名"),
    "en": RankSpec(EN, 4, 433, marker="Zhuzhou, 4th", first="1st", last="433rd", block="one block = ten places"),
}
