"""Plain shapes on a drawing surface: blocks, dots, curves, and places that say a value when pointed at.

Belongs here: what is drawn as a shape, whatever it stands for. Does not belong here: text, and bars with the look of a
meaning (`sheet`).

The gid of a shape is its kind. That of a place that says a value is `SPOT` or `HOVER` and the words; `export`
makes of them what a page needs, and files have no trace of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from charts import style
from charts.style import Colour

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.patches import Patch

Point = tuple[float, float]
Box = tuple[float, float, float, float]
"""Left, top, width and height in px."""

SPOT, HOVER = "spot:", "hover:"
"""Begin the gid of a place that says a value: to the pointer and the keyboard, and to the pointer alone."""
SOFT = 2
"""Radius in px of the corners of soft blocks."""
THIN = 1.5
"""Width in px of a hollow mark's outline."""
OUTLINE = 2
"""Width in px of the outline of a target, of a derived value and of a hollow dot."""
DASHES = (0, (5, 3))


class Shapes:
    """The shapes of a sheet; positions in px, y growing downwards."""

    _axes: Axes

    def block(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        colour: Colour,
        *,
        hollow: bool = False,
        opacity: float | None = None,
    ) -> None:
        """Fill a rectangle, or outline it inside its own edges."""
        edge = THIN if hollow else 0
        fill, line = ("none", colour.sentinel) if hollow else (colour.sentinel, "none")
        self._rectangle(
            "hollow" if hollow else "mark",
            (x + edge / 2, y + edge / 2, width - edge, height - edge),
            facecolor=fill,
            edgecolor=line,
            linewidth=edge,
            alpha=opacity,
        )

    def blocks(
        self,
        boxes: Iterable[Box],
        colour: Colour,
        *,
        radius: float = SOFT,
        hollow: bool = False,
        dashed: bool = False,
        behind: bool = False,
    ) -> None:
        """Fill or outline rectangles with soft corners, all as one shape; `behind` words, as a card is.

        The corners are those of the outline's joins, which cost no curve in the file.
        """
        from matplotlib.patches import PathPatch
        from matplotlib.path import Path

        edge = OUTLINE if dashed else THIN if hollow else 2 * radius
        corners, codes = [], []
        for x, y, width, height in boxes:
            # What is narrower than its outline would be drawn too wide.
            left, top = x + edge / 2, y + edge / 2
            right, bottom = max(x + width - edge / 2, left), max(y + height - edge / 2, top)
            corners += [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)]
            codes += [Path.MOVETO, *(Path.LINETO,) * 3, Path.CLOSEPOLY]
        if not corners:
            return
        fill = "none" if hollow or dashed else colour.sentinel
        patch = PathPatch(Path(corners, codes), facecolor=fill, edgecolor=colour.sentinel, linewidth=edge)
        patch.set_joinstyle("round")
        if dashed:
            patch.set_linestyle(DASHES)
        if behind:
            patch.set_zorder(0)
        self._add(patch, "card" if behind else "hollow" if hollow or dashed else "mark")

    def dot(
        self, x: float, y: float, radius: float, colour: Colour, *, hollow: bool = False, edge: float = OUTLINE
    ) -> None:
        """Mark a point; a hollow one is filled with the paper colour, to hide the rule behind it."""
        from matplotlib.patches import Circle

        edge = edge if hollow else 0
        fill = style.PAPER if hollow else colour
        patch = Circle((x, y), radius - edge / 2, facecolor=fill.sentinel, edgecolor=colour.sentinel, linewidth=edge)
        patch.set_zorder(3)
        self._add(patch, "ring" if hollow else "dot")

    def curve(
        self,
        points: list[Point],
        colour: Colour,
        *,
        weight: float = 2,
        dashed: bool = False,
        opacity: float | None = None,
    ) -> None:
        """Draw a Bézier curve: its start, then two control points and an end for each piece."""
        from matplotlib.patches import PathPatch
        from matplotlib.path import Path

        path = Path(points, [Path.MOVETO, *(Path.CURVE4,) * (len(points) - 1)])
        patch = PathPatch(path, facecolor="none", edgecolor=colour.sentinel, linewidth=weight, alpha=opacity)
        if dashed:
            patch.set_linestyle((0, (8, 6)))
        self._add(patch, "curve")

    def area(self, corners: list[Point], colour: Colour, opacity: float) -> None:
        """Fill a polygon behind everything else."""
        from matplotlib.patches import Polygon

        patch = Polygon(corners, facecolor=colour.sentinel, edgecolor="none", alpha=opacity, zorder=0)
        self._add(patch, "area")

    def rule(self, start: Point, end: Point, colour: Colour, *, dotted: bool = False, weight: float = 1) -> None:
        """Draw a rule `weight` px wide; a dotted one separates what must not be compared."""
        from matplotlib.lines import Line2D

        line = Line2D(
            (start[0], end[0]),
            (start[1], end[1]),
            color=colour.sentinel,
            linewidth=1.5 if dotted else weight,
            linestyle=(0, (2, 4)) if dotted else "-",
            clip_on=False,
            gid="dotted" if dotted else "rule",
        )
        self._axes.add_artist(line)

    def spot(self, box: Box, words: str, *, keyboard: bool = True) -> None:
        """Make a rectangle say a value when pointed at, and when it has the focus; it draws nothing."""
        from matplotlib.patches import Rectangle

        left, top, width, height = box
        patch = Rectangle((left, top), width, height, facecolor="none", edgecolor="none", zorder=9)
        self._add(patch, (SPOT if keyboard else HOVER) + words)

    def _rectangle(self, gid: str, box: Box, **look: Any) -> None:
        """Add a rectangle: left, top, width and height in px, and how matplotlib is to draw it."""
        from matplotlib.patches import Rectangle

        left, top, width, height = box
        self._add(Rectangle((left, top), width, height, **look), gid)

    def _add(self, patch: Patch, gid: str) -> None:
        patch.set_clip_on(False)
        patch.set_gid(gid)
        self._axes.add_artist(patch)  # Not `add_patch`, which measures it to set limits.
