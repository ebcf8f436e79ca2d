"""Charts: numbers and ready strings in, a drawing out; knows nothing of reports.

- `spec`, `spec_amounts`, `spec_status`: what each kind is given
- `rank`, `shares`, `apart`, `change`, `stages`, `spans`, `squares`, `bars`, `target`, `series`, `status`: one
  kind a file, each with `draw(spec, width) -> Figure`
- `sheet`, `scale`, `measure`, `style`, `fonts`: what kinds share
- `export`: SVG for pages, SVG and PNG for files; alone saves
- `frame`: title, source and cautions inside a file
- `drawing`: one chart in one form, drawn or found; many at once on all cores
- `cache`: finished drawings by their content

Importing this package does not import matplotlib: a warm build finds its drawings in the cache.

A new kind is a class in `spec` or `spec_amounts`, a file named as the kind, and a row in `KINDS`.

Example::

    inline("rank", spec, WIDE, prefix="reform-rank-wide", title="…", description="…", folder=Path(".cache/charts"))
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from charts.drawing import PLACE, PREFIX, Drawing, draw_kind, draw_missing
from charts.specs.amounts import (
    BarsSpec,
    ChangeSpec,
    SeriesSpec,
    SeriesYear,
    Span,
    SpansSpec,
    Squares,
    SquaresSpec,
    Stage,
    StagesSpec,
    TargetSpec,
)
from charts.specs.base import (
    ApartSpec,
    Bar,
    Language,
    Meaning,
    MissingGlyphError,
    Panel,
    RankSpec,
    Share,
    SharesSpec,
    Spec,
)
from charts.specs.status import Shade, StatusRow, StatusSpec, StatusSquare

if TYPE_CHECKING:
    from matplotlib.figure import Figure

__all__ = [
    "KINDS",
    "NARROW",
    "WIDE",
    "ApartSpec",
    "Bar",
    "BarsSpec",
    "ChangeSpec",
    "Drawing",
    "Language",
    "Meaning",
    "MissingGlyphError",
    "Panel",
    "RankSpec",
    "SeriesSpec",
    "SeriesYear",
    "Shade",
    "Share",
    "SharesSpec",
    "Span",
    "SpansSpec",
    "Spec",
    "Squares",
    "SquaresSpec",
    "Stage",
    "StagesSpec",
    "StatusRow",
    "StatusSpec",
    "StatusSquare",
    "TargetSpec",
    "draw",
    "draw_missing",
    "inline",
]

KINDS: dict[str, type[Spec]] = {
    "rank": RankSpec,
    "shares": SharesSpec,
    "apart": ApartSpec,
    "change": ChangeSpec,
    "stages": StagesSpec,
    "spans": SpansSpec,
    "squares": SquaresSpec,
    "bars": BarsSpec,
    "target": TargetSpec,
    "series": SeriesSpec,
    "status": StatusSpec,
}
"""The kinds of chart, each with the class that it is given."""

WIDE = 560
"""Width in CSS px of the drawing for pages."""
NARROW = 320
"""Width in CSS px of the drawing for phones; the page shows one of the two."""


def draw(kind: str, spec: Spec, width: int) -> Figure:
    """Draw a chart; `width` in CSS px.

    Raises:
        ValueError: There is no such kind, or a label cannot be made to fit.
        TypeError: The spec is another kind's.
        MissingGlyphError: No font holds a character of a label.
    """
    if kind not in KINDS:
        raise ValueError(f"no kind of chart is called {kind!r}: there are {', '.join(KINDS)}")
    if not isinstance(spec, KINDS[kind]):
        raise TypeError(f"{kind} is drawn from {KINDS[kind].__name__}, not from {type(spec).__name__}")
    figure: Figure = draw_kind(kind, spec, width)
    return figure


def inline(kind: str, spec: Spec, width: int, *, prefix: str, title: str, description: str, folder: Path) -> str:
    """A chart as SVG to stand inside a page, drawn only if `folder` does not hold it yet.

    Args:
        kind: One of `KINDS`.
        spec: What it shows.
        width: In CSS px, `WIDE` or `NARROW`.
        prefix: Begins every id: unique on the page, letters, digits and hyphens.
        title: Names the chart for screen readers.
        description: Its finding with the numbers, for those who do not see it.
        folder: The cache.

    Raises:
        ValueError, TypeError, MissingGlyphError: As `draw` and `export.svg` do.
    """
    if not PREFIX.fullmatch(prefix):
        raise ValueError(f"prefix is {prefix!r}: a lower-case letter, then letters, digits and hyphens")
    if kind not in KINDS or not isinstance(spec, KINDS[kind]):
        draw(kind, spec, width)  # raises
    drawing = Drawing("inline", kind, spec, title, description, width)
    return drawing.text(folder).replace(PLACE, prefix)
