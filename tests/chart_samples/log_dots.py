"""A sample of the kind `log_dots`, with the words of the report."""

from decimal import Decimal

from charts.kinds.log_dots import LogDot, LogDotsSpec
from languages import pair

ZH, EN = pair({}).values()

SAMPLE = {
    "zh": LogDotsSpec(
        ZH,
        rows=(
            LogDot("“两新”项目资金", Decimal(20_150_000), "2015万元", status="已争取到", secured=True),
            LogDot("超长期国债投资申报额", Decimal(1_386_000_000), "13.86亿元", status="已申报", secured=False),
        ),
        ticks=(
            (Decimal(10**7), "1000万元"),
            (Decimal(10**8), "1亿元"),
            (Decimal(10**9), "10亿元"),
            (Decimal(10**10), "100亿元"),
        ),
        scale="对数刻度：每一大格为前一格的十倍",
    ),
    "en": LogDotsSpec(
        EN,
        rows=(
            LogDot(
                "Funds for “Two New” projects", Decimal(20_150_000), "CNY 20.15 million", status="Secured", secured=True
            ),
            LogDot(
                "Ultra-long bonds", Decimal(1_386_000_000), "CNY 1.386 billion", status="Applied for", secured=False
            ),
        ),
        ticks=((Decimal(10**7), "CNY 10 million"), (Decimal(10**10), "CNY 10 billion")),
        scale="Logarithmic scale: each step is ten times the one before",
    ),
}
