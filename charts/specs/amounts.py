"""What the kinds that show amounts and times are given; `spec` holds the others and what all share.

Example:
    >>> Squares("Employers", "examined", Decimal(1047), "1,047", step=Decimal(100), key="one square = 100").number
    Decimal('10.47')
"""

from dataclasses import dataclass
from decimal import Decimal

from charts.specs.base import Panel, Spec

MOST_SQUARES = 100
"""More of them nobody counts: the step must grow."""


@dataclass(frozen=True)
class BarsSpec(Spec):
    """Values of one unit as bars from nought, all panels on one scale. A panel may hold rows of nought.

    Example:
        BarsSpec(language="en", none="none listed", panels=(Panel("2025", (Bar("TCM", Decimal(7), "7"),)),))
    """

    panels: tuple[Panel, ...]
    """Side by side where there is room, else one below the other."""
    none: str
    """Stands where a value is nought: no bar, but words."""

    def __post_init__(self) -> None:
        if not self.panels:
            raise ValueError("panels are missing")


@dataclass(frozen=True)
class Squares:
    """A count as squares, on a scale of its own that says what a square stands for."""

    what: str
    """What is counted."""
    of: str
    """Whom or what it covers; empty where it needs no words."""
    value: Decimal
    """The count; not negative."""
    text: str
    """The value as it is to be read, with qualifier."""
    step: Decimal
    """How many a square stands for; a last part of one is drawn as a part."""
    key: str
    """Says so in words."""
    open_ended: bool = False
    """True if the value is stated as more than, or at least, what is drawn."""

    def __post_init__(self) -> None:
        if self.step <= 0 or not 0 < self.number <= MOST_SQUARES:
            raise ValueError(f"{self.text!r} by {self.step} is not more than 0 and at most {MOST_SQUARES} squares")

    @property
    def number(self) -> Decimal:
        """How many squares; the last may be a part of one."""
        return self.value / self.step


@dataclass(frozen=True)
class SquaresSpec(Spec):
    """Counts of unlike things: small multiples, never on one axis."""

    rows: tuple[Squares, ...]
    """The counts, in reading order."""

    def __post_init__(self) -> None:
        if not self.rows:
            raise ValueError("rows are missing")


@dataclass(frozen=True)
class ChangeSpec(Spec):
    """A share now and a year before, the earlier one worked out from the change.

    Example:
        ChangeSpec(language="en", before=Decimal("47.14"), before_label="2023 (derived)", before_text="47.14%",
                   now=Decimal("53.43"), now_label="2024", now_text="53.43%",
                   change="up 6.29 percentage points", scale=("0%", "50%", "100%"))
    """

    before: Decimal
    """Per cent, 0 to 100; drawn hollow, since nobody stated it."""
    before_label: str
    """Its year, and that it is derived."""
    before_text: str
    """It as it is to be read."""
    now: Decimal
    """Per cent, 0 to 100."""
    now_label: str
    """Its year."""
    now_text: str
    """It as it is to be read."""
    change: str
    """By how much it changed, as stated."""
    scale: tuple[str, str, str]
    """Labels of nought, the middle and the whole base."""

    def __post_init__(self) -> None:
        for value in (self.before, self.now):
            if not 0 <= value <= 100:
                raise ValueError(f"value is {value}, not from 0 to 100 per cent")


@dataclass(frozen=True)
class Stage:
    """An amount of money and how far it has come."""

    what: str
    """What the money is for."""
    status: str
    """How far it has come, in words."""
    value: Decimal
    """In the unit of the axis; more than nought."""
    text: str
    """The value as it is to be read."""
    in_hand: bool
    """Whether it is there, drawn solid; what is only asked for is an outline."""

    def __post_init__(self) -> None:
        if self.value <= 0:
            raise ValueError(f"value is {self.value}: a logarithmic axis has no nought")


@dataclass(frozen=True)
class StagesSpec(Spec):
    """Amounts of very different size as points on a logarithmic axis: bars from nought it cannot have."""

    rows: tuple[Stage, ...]
    """The amounts, top to bottom."""
    ticks: tuple[tuple[Decimal, str], ...]
    """Powers of ten around all amounts, rising, with their labels."""
    scale: str
    """Says that the axis is logarithmic."""

    def __post_init__(self) -> None:
        values = [tick for tick, _ in self.ticks]
        if len(values) < 2 or values != sorted(values) or not self.rows:
            raise ValueError("ticks are fewer than two or do not rise, or rows are missing")
        if any(not values[0] <= row.value <= values[-1] for row in self.rows):
            raise ValueError("a value is outside the ticks")


@dataclass(frozen=True)
class Span:
    """Years without a break."""

    what: str
    """What there was, or was none of."""
    text: str
    """How many years, as it is to be read."""
    first: int
    """The first year, worked out."""
    last: int
    """The last year."""
    first_text: str
    """The first year, and that it is derived."""
    last_text: str
    """The last year, and what of it is inferred."""

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"last is {self.last}, before {self.first}")


@dataclass(frozen=True)
class SpansSpec(Spec):
    """Unbroken years on one axis of time, a block a year."""

    rows: tuple[Span, ...]
    """The spans, top to bottom."""

    def __post_init__(self) -> None:
        if not self.rows:
            raise ValueError("rows are missing")


@dataclass(frozen=True)
class SeriesYear:
    """A year of a series."""

    label: str
    """The year."""
    value: Decimal | None
    """In the unit of the series, not negative; none where the year is not reported."""
    text: str
    """The value as it is to be read, or that there is none."""
    open_ended: bool = False
    """True if the value is stated as more than, or at least, what is drawn."""

    def __post_init__(self) -> None:
        if self.value is not None and self.value < 0:
            raise ValueError(f"value is {self.value}, below nought")


@dataclass(frozen=True)
class SeriesSpec(Spec):
    """One thing measured year after year, a row a year, all on one scale from nought.

    Example:
        SeriesSpec(language="en", rows=(SeriesYear("2024", Decimal(12_000), "12,000"),
                                        SeriesYear("2025", Decimal(13_500), "13,500")))
    """

    rows: tuple[SeriesYear, ...]
    """The years in their order, none left out between the first and the last."""

    def __post_init__(self) -> None:
        if sum(bool(row.value) for row in self.rows) < 2:
            raise ValueError("fewer than two years have a value above nought")


@dataclass(frozen=True)
class TargetSpec(Spec):
    """A share aimed at, and the words that stand where a result would."""

    what: str
    """What is to have that share."""
    of: str
    """Of whom or of what it is a share."""
    label: str
    """That it is a target, and by when."""
    value: Decimal
    """Per cent, 0 to 100."""
    text: str
    """It as it is to be read."""
    result_label: str
    """Names the row of the result."""
    result: str
    """What is known of it: that none was reported."""
    scale: tuple[str, str, str]
    """Labels of nought, the middle and the whole base."""

    def __post_init__(self) -> None:
        if not 0 <= self.value <= 100:
            raise ValueError(f"value is {self.value}, not from 0 to 100 per cent")
