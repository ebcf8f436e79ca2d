"""Input of several kinds of chart: numbers and formatted strings.

Belongs here: frozen classes that several kinds share, with their validation.
Does not belong here: input of one kind (its file), wording, style (`style`), drawing.

Example:
    >>> bar = Value(label="2024", value=Decimal("20.15"), text="CNY 20.15 million")
    >>> bar.meaning, bar.open_ended
    ('result', False)
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Generic, Literal, Self, TypeVar

from languages import Language

if TYPE_CHECKING:
    from charts.marks import Mark

R = TypeVar("R")
Meaning = Literal["result", "baseline", "target", "derived", "planned"]


@dataclass(frozen=True)
class Spec:
    """Input of every kind."""

    language: Language
    """Language of the strings; has the fonts."""


@dataclass(frozen=True)
class RowsSpec(Spec, Generic[R]):
    """Rows one below the other."""

    rows: tuple[R, ...]
    """Top to bottom; at least one."""

    def __post_init__(self) -> None:
        if not self.rows:
            raise ValueError("rows are missing")


@dataclass(frozen=True)
class Value:
    """One value of a chart; some kinds add fields."""

    label: str
    """What it is, or what it covers."""
    value: Decimal
    """In the unit of its scale; not negative."""
    text: str
    """The value, formatted with unit and qualifier."""
    meaning: Meaning = "result"
    """Determines the colour, and for a target the dashed outline."""
    open_ended: bool = False
    """True if the value is stated as more than, or at least, what is drawn."""

    def __post_init__(self) -> None:
        if self.value < 0:
            raise ValueError(f"value is {self.value}, below zero")

    @classmethod
    def of_mark(cls, mark: Mark, meaning: Meaning = "result", **own: Any) -> Self:
        """The value of a mark, with the kind's own fields."""
        return cls(mark.label, mark.value, mark.number, meaning, mark.open_ended, **own)


@dataclass(frozen=True)
class Panel:
    """One thing measured, with a scale of its own."""

    title: str
    """What is measured."""
    bars: tuple[Value, ...]
    """Its values, one for each block, from the top."""

    def __post_init__(self) -> None:
        if not any(bar.value for bar in self.bars):
            raise ValueError("bars are missing, or all are zero")


@dataclass(frozen=True)
class Share(Value):
    """A share of one thing on its own base, per cent."""

    of: str = ""
    """Its base: of whom or of what it is a share."""

    def __post_init__(self) -> None:
        if not 0 <= self.value <= 100:
            raise ValueError(f"value is {self.value}, not from 0 to 100 per cent")


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
        super().__init__(f"no font holds {codes}, in {text!r}")
