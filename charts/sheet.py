"""A drawing surface: one axes that fills the figure, in CSS px, with y growing downwards.

Belongs here: text, and the look of a meaning. Does not belong here: plain shapes (`shapes`), positions of marks (each
kind), saving (`export`).

Labels have the gid `label`, or `inside` on a filled mark, and `display` behind it in the display face; marks have their
meaning. Tests read these; `export` makes classes of some and drops the others.

Example::

    with look():
        sheet = Sheet(320, language)
        sheet.text(0, 20, "82.9%", bold=True)
        figure = sheet.close(height=28)
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from decimal import Decimal
from typing import TYPE_CHECKING, Literal, TypeVar

from charts import fonts, measure, style
from charts.shapes import DASHES, OUTLINE, Box, Shapes
from charts.specs.base import Meaning, Panel, Value
from charts.style import Colour
from languages import Language

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from matplotlib.text import Text

T = TypeVar("T")
DPI = 72

TOLERANCE = 0.01
"""Differences in px below this are rounding."""

STROKES = 3
STROKE = 1.5
PITCH = 4
TAIL = STROKES * PITCH
"""Length in px of the strokes that end an open-ended bar."""

STILL_LARGE = 0.6
"""How much smaller than the first of its sizes a large figure may be on one line."""

Align = Literal["left", "center", "right"]


class Sheet(Shapes):
    """A figure being drawn; `width` in px, `language` for the fonts.

    Methods import matplotlib, so that importing the declarations of kinds does not.
    """

    def __init__(self, width: int, language: Language) -> None:
        from matplotlib.figure import Figure

        self.width = width
        self.language = language
        self._figure = Figure(figsize=(width / DPI, 1), dpi=DPI)
        self._figure.patch.set_visible(False)
        self._axes = self._figure.add_axes((0, 0, 1, 1))
        self._axes.set_axis_off()
        self._axes.set_xlim(0, width)

    def text(
        self,
        x: float,
        baseline: float,
        text: str,
        *,
        size: float = style.TEXT,
        bold: bool = False,
        colour: Colour = style.INK,
        align: Align = "left",
        inside: bool = False,
        display: bool = False,
    ) -> Text:
        """Set one line; `inside` if it is on a filled mark, `display` in the face of large figures.

        Raises:
            MissingGlyphError: No font holds a character of it.
            ValueError: It would not fit the sheet in a reader's wider font.
        """
        room = measure.room(text, self.language, size, bold=bold, display=display)
        left = x - {"left": 0, "center": room / 2, "right": room}[align]
        if left < -TOLERANCE or left + room > self.width + TOLERANCE:
            raise ValueError(f"{text!r} does not fit {self.width} px")
        return self._axes.text(
            x,
            baseline,
            text,
            fontproperties=fonts.properties(self.language, size, bold=bold, display=display),
            color=colour.sentinel,
            horizontalalignment=align,
            verticalalignment="baseline",
            gid=("inside" if inside else "label") + (" display" if display else ""),
        )

    def lines(
        self,
        x: float,
        baseline: float,
        lines: list[str],
        *,
        size: float = style.TEXT,
        bold: bool = False,
        colour: Colour = style.INK,
    ) -> float:
        """Set lines one below the other; return the baseline of the last."""
        for number, line in enumerate(lines):
            self.text(x, baseline + number * size * style.LINE, line, size=size, bold=bold, colour=colour)
        return baseline + (len(lines) - 1) * size * style.LINE

    def paragraph(
        self,
        x: float,
        baseline: float,
        text: str,
        *,
        width: float = 0,
        size: float = style.TEXT,
        bold: bool = False,
        colour: Colour = style.INK,
        upwards: bool = False,
    ) -> float:
        """Set a text in lines of `width` px, of the sheet's where it is 0; return the baseline of the last.

        `upwards`: the baseline given is that of the last line.
        """
        lines = measure.wrap(text, width or self.width, self.language, size, bold=bold)
        first = baseline - (len(lines) - 1) * size * style.LINE if upwards else baseline
        return self.lines(x, first, lines, size=size, bold=bold, colour=colour)

    def figure(
        self,
        x: float,
        baseline: float,
        text: str,
        width: float,
        sizes: Sequence[int],
        *,
        colour: Colour = style.INK,
        align: Align = "left",
        inside: bool = False,
    ) -> float:
        """Set a large figure in the largest size at which it fits `width` px; return where a baseline of text would be.

        From there the next line of text is as far as from text, though the figure reaches lower.

        Where that would be little more than text, it has two lines in the largest size that fits.
        """
        size, lines = self._size_of_figure(text, width, sizes)
        for number, line in enumerate(lines):
            at = baseline + number * size * style.LINE
            self.text(x, at, line, size=size, colour=colour, align=align, inside=inside, display=True)
        return baseline + (len(lines) - 1) * size * style.LINE + style.DESCENT * (size - style.LABEL)

    def _size_of_figure(self, text: str, width: float, sizes: Sequence[int]) -> tuple[int, list[str]]:
        for size in sizes:
            if size >= STILL_LARGE * sizes[0] and measure.room(text, self.language, size, display=True) <= width:
                return size, [text]
        for size in sizes[1:]:
            with suppress(ValueError):  # A word of it is too wide.
                if len(lines := measure.wrap(text, width, self.language, size, display=True)) <= 2:
                    return size, lines
        return sizes[-1], measure.wrap(text, width, self.language, sizes[-1], display=True)

    def say(self, box: Box, what: str, value: str, *, keyboard: bool = True) -> None:
        """Make a rectangle say what a mark is and its value, when pointed at and, with `keyboard`, on focus."""
        self.spot(box, f"{what}{self.language.colon}{value}", keyboard=keyboard)

    def headings(self, panels: Iterable[tuple[float, Panel]], width: float, y: float) -> float:
        """Set the titles of panels side by side from `y` down; return where they end."""
        size, first = style.HEADING, y + style.HEADING * style.ASCENT
        ends = (self.paragraph(left, first, each.title, width=width, size=size, bold=True) for left, each in panels)
        return max(ends) + style.AFTER

    def rise(self, texts: Iterable[str], width: float, *, bold: bool = False) -> float:
        """How far the first line is above the last, in px, in that of some texts which has most lines."""
        most = max(len(measure.wrap(text, width, self.language, bold=bold)) for text in texts)
        return (most - 1) * style.TEXT * style.LINE

    def columns(self, items: Sequence[T], beside: int, gutter: float) -> tuple[float, list[list[tuple[float, T]]]]:
        """The width in px of items side by side, and the items row by row, each with its left edge."""
        column = (self.width - (beside - 1) * gutter) / beside
        placed = [(number % beside * (column + gutter), item) for number, item in enumerate(items)]
        return column, [placed[first : first + beside] for first in range(0, len(placed), beside)]

    def bar(
        self, x: float, y: float, width: float, meaning: Meaning, *, open_ended: bool = False, says: tuple[str, str]
    ) -> float:
        """Draw a value as a bar from `x`, which says what it is and its value; return where the mark ends.

        A target is a dashed outline, and what is planned a solid one, since neither is a result; so is a derived value,
        since it is not stated. An open-ended value ends in thin strokes, since it is more than the bar shows.
        """
        colour = style.BY_MEANING[meaning]
        if meaning in ("target", "planned", "derived"):
            self._outline(x, y, width, meaning)
        else:
            self._rectangle(f"bar {meaning}", (x, y, width, style.BAR), facecolor=colour.sentinel, edgecolor="none")
        self.say((x, y, max(width, style.BAR / 2), style.BAR), *says)
        if not open_ended:
            return x + width
        self.strokes(x + width, y, style.BAR, colour)
        return x + width + TAIL

    def strokes(self, x: float, y: float, height: float, colour: Colour) -> None:
        """Draw thin strokes after the mark of an open-ended value."""
        for number in range(STROKES):
            at = x + (number + 1) * PITCH - STROKE
            self._rectangle("stroke", (at, y, STROKE, height), facecolor=colour.sentinel, edgecolor="none")

    @classmethod
    def reopened(cls, figure: Figure, language: Language) -> Sheet:
        """A sheet over a closed figure, to add marks around it."""
        sheet = cls.__new__(cls)
        sheet.width, sheet.language = round(float(figure.bbox.width)), language
        sheet._figure, sheet._axes = figure, figure.axes[0]
        return sheet

    def close(self, height: float, *, above: float = 0) -> Figure:
        """Crop the sheet from `above` px over y = 0 to `height`; return the figure."""
        self._figure.set_size_inches(self.width / DPI, (above + height) / DPI)
        self._axes.set_ylim(height, -above)
        return self._figure

    def _outline(self, x: float, y: float, width: float, meaning: Meaning) -> None:
        self._rectangle(
            f"bar {meaning}",
            (x + OUTLINE / 2, y + OUTLINE / 2, max(width - OUTLINE, 0), style.BAR - OUTLINE),
            facecolor="none",
            edgecolor=style.BY_MEANING[meaning].sentinel,
            linewidth=OUTLINE,
            linestyle=DASHES if meaning == "target" else "-",
        )


def value_colour(meaning: Meaning) -> Colour:
    """Colour of a value's label: ink, except for what is no result."""
    return style.PLAN if meaning in ("target", "planned") else style.INK


def bar_scale(bars: Iterable[Value], column: float, language: Language, *, above: bool = False) -> float:
    """Pixels per unit at which each bar has room for its value in a column, unless values stand above the bars."""

    def left_over(bar: Value) -> float:
        beside = 0 if above else style.AFTER + measure.room(bar.text, language, bold=True)
        return column - beside - (TAIL if bar.open_ended else 0)

    return min(left_over(bar) / float(bar.value) for bar in bars if bar.value)


def length(value: Decimal, whole: Decimal, pixels: float) -> float:
    """Length in px of a value on a scale where `whole` is `pixels` long."""
    return float(value / whole) * pixels
