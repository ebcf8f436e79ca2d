"""A sample of the kind `amounts`, with the words of the report."""

from decimal import Decimal

from charts.kinds.amounts import Amount, AmountsSpec, Scale
from languages import Language, pair

ZH, EN = pair({}).values()
VALUES = (Decimal(20_150_000), Decimal(1_386_000_000), Decimal(255_000_000))


def sample(language: Language, words: tuple[tuple[str, str, str], ...], ticks: tuple[str, ...]) -> AmountsSpec:
    rows = tuple(
        Amount(label, value, text, status=status, secured=not number)
        for number, (value, (status, label, text)) in enumerate(zip(VALUES, words, strict=True))
    )
    marked = tuple((Decimal(5 * 10**8) * number, tick) for number, tick in enumerate(ticks))
    return AmountsSpec(language, (Scale(language, rows, title="", ticks=marked),))


SAMPLE = {
    "zh": sample(
        ZH,
        (
            ("已争取到", "“两新”项目国家和省级资金", "2015万元"),
            ("申报", "超长期国债投资", "13.86亿元"),
            ("申报", "专项债资金需求", "2.55亿元"),
        ),
        ("0", "5亿元", "10亿元"),
    ),
    "en": sample(
        EN,
        (
            ("secured", "funds for “Two New” projects", "CNY 20.15 million"),
            ("applied for", "investment from ultra-long special treasury bonds", "CNY 1.386 billion"),
            ("applied for", "special-purpose bonds", "CNY 255 million"),
        ),
        ("0", "CNY 500 million", "CNY 1 billion"),
    ),
}
