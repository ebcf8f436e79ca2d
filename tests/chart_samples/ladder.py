"""A sample of the kind `ladder`, with the words of the report."""

from charts.kinds.ladder import Ladder, LadderSpec, Seal
from languages import pair

ZH, EN = pair({}).values()

SAMPLE = {
    "zh": LadderSpec(ZH, (Ladder("全国位次", 4, "第4"), Ladder("全省位次", 2, "第2")), Seal("评价等次", "A+")),
    "en": LadderSpec(
        EN, (Ladder("place in the country", 4, "4th"), Ladder("place in Hunan", 2, "2nd")), Seal("grade", "A+")
    ),
}
