"""What each kind of chart is given: numbers, and strings ready to show.

Belongs here: one frozen class a kind, and the refusal of what it could not draw honestly; the kinds that
show amounts and times stand in `spec_amounts`.
Does not belong here: wording, formats of numbers and dates (the caller's), looks (`style`), drawing.
Nothing here needs matplotlib, so that a cached chart can be asked for without it.

Example:
    >>> bar = Bar(label="2024", value=Decimal("20.15"), text="CNY 20.15 million")
    >>> bar.meaning, bar.open_ended
    ('result', False)
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Language = Literal["zh", "en"]
Meaning = Literal["result", "baseline", "target", "national", "derived", "planned"]

LARGEST_FIELD = 999
"""Numbers of four digits would not fit the squares of a phone, and blocks would be under 3 px."""


@dataclass(frozen=True)
class Spec:
    """What every kind is given."""

    language: Language
    """Language of the strings: picks the fonts, nothing else."""


@dataclass(frozen=True)
class RankSpec(Spec):
    """A place in a field: the ten places around it, enlarged out of the whole field, ten a block.

    Example:
        RankSpec(language="en", place=4, field=433, marker="Zhuzhou, 4th",
                 first="1st", last="433rd", block="one block = ten places")
    """

    place: int
    """The place, from 1."""
    field: int
    """How many were ranked, 2 to 999."""
    marker: str
    """Stands over the place: who, and which place."""
    first: str
    """Name of the first place, at the left end of the strip."""
    last: str
    """Name of the last place, at its right end."""
    block: str
    """What one block of the strip stands for."""

    def __post_init__(self) -> None:
        if not 2 <= self.field <= LARGEST_FIELD:
            raise ValueError(f"field is {self.field}, not from 2 to {LARGEST_FIELD}")
        if not 1 <= self.place <= self.field:
            raise ValueError(f"place is {self.place}, not from 1 to {self.field}")


@dataclass(frozen=True)
class Share:
    """A share of one thing on its own base."""

    what: str
    """What is done or had by that share."""
    of: str
    """Its base: of whom or of what it is a share."""
    value: Decimal
    """Per cent, 0 to 100."""
    text: str
    """The value as it is to be read, with its sign."""
    meaning: Meaning = "result"
    """Colour, and for a target the dashed outline."""
    open_ended: bool = False
    """True if the value is stated as more than, or at least, what is drawn."""

    def __post_init__(self) -> None:
        if not 0 <= self.value <= 100:
            raise ValueError(f"value is {self.value}, not from 0 to 100 per cent")


@dataclass(frozen=True)
class SharesSpec(Spec):
    """Shares of several things, each on its own base: a row, a label and a track of its own for each.

    Example:
        SharesSpec(language="en", scale=("0%", "50%", "100%"), rows=(
            Share("can offer non-drug TCM therapies", "Village clinics", Decimal("82.9"), "82.9%"),))
    """

    rows: tuple[Share, ...]
    """The shares, top to bottom."""
    scale: tuple[str, str, str]
    """Labels of nought, the middle and the whole base."""

    def __post_init__(self) -> None:
        if not self.rows:
            raise ValueError("rows are missing")


@dataclass(frozen=True)
class Bar:
    """One value of a panel, drawn from nought."""

    label: str
    """Period and scope: what the value covers."""
    value: Decimal
    """In the unit of its panel; not negative."""
    text: str
    """The value as it is to be read, with unit and qualifier."""
    meaning: Meaning = "result"
    """Colour, and for a target the dashed outline."""
    open_ended: bool = False
    """True if the value is stated as more than, or at least, what is drawn."""

    def __post_init__(self) -> None:
        if self.value < 0:
            raise ValueError(f"value is {self.value}, below nought")


@dataclass(frozen=True)
class Panel:
    """One thing measured, with a scale of its own."""

    title: str
    """What is measured."""
    bars: tuple[Bar, ...]
    """Its values, one for each block; the first stands over the first rule."""

    def __post_init__(self) -> None:
        if not any(bar.value for bar in self.bars):
            raise ValueError("bars are missing, or all are nought")


@dataclass(frozen=True)
class ApartSpec(Spec):
    """Values of one kind that must not be compared: dotted rules, with the reason on them, keep them apart.

    Example:
        ApartSpec(language="en", caution="Not like for like", panels=(Panel("Savings", (
            Bar("2024", Decimal(3_000_000), "more than CNY 3 million", "baseline", open_ended=True),
            Bar("to 5 February 2026", Decimal(8_808_600), "CNY 8.8086 million"))),))
    """

    panels: tuple[Panel, ...]
    """Side by side where there is room, else one below the other; all with the same number of bars."""
    caution: str
    """Why what stands above the rule and below it must not be compared."""

    def __post_init__(self) -> None:
        if len({len(panel.bars) for panel in self.panels}) != 1:
            raise ValueError("panels are missing, or hold different numbers of bars")


class MissingGlyphError(ValueError):
    """A text holds characters that no font in `fonts/` can draw.

    Attributes:
        text: The whole text.
        characters: The characters, each once, in their order.
    """

    def __init__(self, text: str, characters: list[str]) -> None:
        self.text = text
        self.characters = characters
        codes = ", ".join(f"{character!r} U+{ord(character):04X}" for character in characters)
        super().__init__(f"no font in charts/fonts/ holds {codes}, in {text!r}")
