"""What the kind `status` is given: things of several statuses, a square for each.

Belongs here: its frozen classes, and the refusal of what it could not draw honestly. Does not belong here:
what other kinds are given (`spec`), wording, drawing.

Example:
    >>> StatusRow("Medical disciplines", (StatusSquare("hollow"), StatusSquare("hollow", dot=True)), "2").squares[1].dot
    True
"""

from dataclasses import dataclass
from typing import Literal

from charts.specs.base import Spec

Shade = Literal["full", "half", "hollow", "speck"]
"""How a status is told from another, without colour; a speck is what nobody has looked at yet."""


@dataclass(frozen=True)
class StatusSquare:
    """One thing."""

    shade: Shade
    """Its status."""
    dot: bool = False
    """A second fact that is true of it."""


@dataclass(frozen=True)
class StatusRow:
    """Things that belong together."""

    label: str
    """What they are."""
    squares: tuple[StatusSquare, ...]
    """The things, in the order drawn."""
    text: str
    """How many they are, as it is to be read."""

    def __post_init__(self) -> None:
        if not self.squares:
            raise ValueError(f"squares are missing: {self.label}")


@dataclass(frozen=True)
class StatusSpec(Spec):
    """Things of several statuses, a square for each, in rows; what a square means stands below.

    Example:
        StatusSpec(language="en", rows=(StatusRow("Medical disciplines", (StatusSquare("hollow"),), "1"),),
                   key=((StatusSquare("hollow"), "Not mentioned"),))
    """

    rows: tuple[StatusRow, ...]
    """The rows, top to bottom."""
    key: tuple[tuple[StatusSquare, str], ...]
    """What each kind of square means."""

    def __post_init__(self) -> None:
        if not self.rows:
            raise ValueError("rows are missing")
        told = {square.shade for square, _ in self.key}
        if missing := {square.shade for row in self.rows for square in row.squares} - told:
            raise ValueError(f"the key does not explain {', '.join(sorted(missing))}")
