"""The scale of shares. Belongs here: what kinds that draw shares have in common, without drawing."""

from decimal import Decimal

from charts.marks import ChartContent

WHOLE = Decimal(100)


def ends(content: ChartContent) -> tuple[str, str]:
    """The words for nothing and for the whole."""
    return content.word("chart.share-none"), content.word("chart.share-all")
