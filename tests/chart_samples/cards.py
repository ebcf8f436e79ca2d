"""A sample of the kind `cards`, with the words of the report."""

from charts.kinds.cards import Card, CardsSpec
from languages import pair

ZH, EN = pair({}).values()

SAMPLE = {
    "zh": CardsSpec(
        language=ZH,
        caution="两次口径不同，不可比较",
        cards=(
            Card("2024年", "5家三甲医院", (("20余万人次", "互认"), ("300余万元", "为患者节省")), "baseline"),
            Card("累计至2026年2月5日", "年份为推断；范围未说明", (("21.89万次", "互认"), ("880.86万元", "为患者节省"))),
        ),
    ),
    "en": CardsSpec(
        language=EN,
        caution="Counted differently; not to be compared",
        cards=(
            Card(
                "2024",
                "5 Grade A tertiary hospitals",
                (("more than 200,000", "results recognised"), ("more than CNY 3 million", "saved for patients")),
                "baseline",
            ),
            Card(
                "Cumulative to 5 February 2026",
                "Year inferred; scope not stated",
                (("218,900", "results recognised"), ("CNY 8.8086 million", "saved for patients")),
            ),
        ),
    ),
}
