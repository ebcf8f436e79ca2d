"""A sample of the kind `squares`, with the words of the report."""

from decimal import Decimal

from charts.kinds.squares import Squares, SquaresSpec

SAMPLE = {
    "zh": SquaresSpec(
        "zh",
        rows=(
            Squares("用人单位", "市职业病防治中心检查", Decimal(1047), "1047家", Decimal(100), "一格代表100家"),
            Squares("劳动者", "", Decimal(49_000), "4.9万余名", Decimal(1000), "一格代表1000名", open_ended=True),
            Squares("康复站", "", Decimal(14), "14家", Decimal(1), "一格代表1家"),
        ),
    ),
    "en": SquaresSpec(
        "en",
        rows=(
            Squares("Employers", "whose workers were examined", Decimal(1047), "1,047", Decimal(100), "one = 100"),
            Squares("Workers", "", Decimal(49_000), "more than 49,000", Decimal(1000), "one = 1,000", open_ended=True),
            Squares("Stations", "", Decimal(14), "14", Decimal(1), "one = 1 station"),
        ),
    ),
}
