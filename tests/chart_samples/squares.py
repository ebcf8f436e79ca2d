"""A sample of the kind `squares`, with the words of the report."""

from decimal import Decimal

from charts.kinds.squares import Squares, SquaresSpec
from languages import pair

ZH, EN = pair({}).values()

SAMPLE = {
    "zh": SquaresSpec(
        ZH,
        rows=(
            Squares(
                "用人单位", Decimal(1047), "1047家", of="市职业病防治中心检查", step=Decimal(100), key="一格代表100家"
            ),
            Squares(
                "劳动者", Decimal(49_000), "4.9万余名", of="", step=Decimal(1000), key="一格代表1000名", open_ended=True
            ),
            Squares("康复站", Decimal(14), "14家", of="", step=Decimal(1), key="一格代表1家"),
        ),
    ),
    "en": SquaresSpec(
        EN,
        rows=(
            Squares(
                "Employers",
                Decimal(1047),
                "1,047",
                of="whose workers were examined",
                step=Decimal(100),
                key="one = 100",
            ),
            Squares(
                "Workers",
                Decimal(49_000),
                "more than 49,000",
                of="",
                step=Decimal(1000),
                key="one = 1,000",
                open_ended=True,
            ),
            Squares("Stations", Decimal(14), "14", of="", step=Decimal(1), key="one = 1 station"),
        ),
    ),
}
