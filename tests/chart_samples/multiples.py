"""A sample of the kind `multiples`, with the words of a report."""

from decimal import Decimal

from charts.axis import Axis
from charts.kinds.multiples import Multiple, MultiplesSpec
from languages import pair

ZH, EN = pair({}).values()

SERIES = (
    ("70.9", "71.3", None, "72.1", "72.8"),
    ("68.0", "69.1", "69.9", "70.4", "71.0"),
    ("66.2", "66.9", "67.4", "68.0", "68.9"),
)
VALUES = [tuple(None if value is None else Decimal(value) for value in series) for series in SERIES]


def says(values: tuple[Decimal | None, ...]) -> tuple[tuple[str, str], ...]:
    return tuple(("", "") if value is None else (f"{2019 + at}", f"{value}%") for at, value in enumerate(values))


AXIS = Axis(Decimal(66), Decimal(74))

SAMPLE = {
    "zh": MultiplesSpec(
        ZH,
        panels=tuple(
            Multiple(title, values, (f"{values[0]}%", "2019年"), (f"{values[-1]}%", "2023年"), says(values))
            for title, values in zip(("东部地区", "中部地区（含两个新设的市）", "西部地区"), VALUES, strict=True)
        ),
        axis=AXIS,
        scale="各图年份和刻度相同，刻度从66%到74%，不从零起。",
    ),
    "en": MultiplesSpec(
        EN,
        panels=tuple(
            Multiple(title, values, (f"{values[0]}%", "2019"), (f"{values[-1]}%", "2023"), says(values))
            for title, values in zip(("The east", "The centre, with two new cities", "The west"), VALUES, strict=True)
        ),
        axis=AXIS,
        scale="All have the same years and the same axis, from 66% to 74%; it does not begin at zero.",
    ),
}
