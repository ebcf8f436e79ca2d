"""Charts: draws numbers and formatted strings; independent of the report's models.

- `kinds`: the kinds, one a file, found by `kinds.KINDS`; `kind`: what such a file declares
- `marks`: the input of `build` of each kind; `specs`: what several kinds are drawn from
- `sheet`, `scale`, `measure`, `style`, `fonts`: what kinds share
- `export`: SVG for pages, SVG and PNG for files
- `frame`: title, source and cautions inside a file
- `drawing`: one chart in one format, drawn or read from the cache; many in parallel
- `inputs`: what all drawings depend on; part of their keys in the cache

Importing this package does not import matplotlib: a warm build finds its drawings in the cache.

Example::

    inline("ladder", spec, WIDE, prefix="reform-rank-wide", title="…", description="…", folder=Path(".cache"))
"""

from __future__ import annotations

from pathlib import Path

from charts.drawing import ID_PATTERN, ID_PLACEHOLDER, Drawing, draw, draw_missing
from charts.kinds import KINDS
from charts.specs.base import Meaning, MissingGlyphError, Panel, Spec, Value
from languages import Language

__all__ = [
    "KINDS",
    "NARROW",
    "WIDE",
    "Drawing",
    "Language",
    "Meaning",
    "MissingGlyphError",
    "Panel",
    "Spec",
    "Value",
    "draw",
    "draw_missing",
    "inline",
]

WIDE = 560
"""Width in CSS px of the drawing for pages."""
NARROW = 326
"""Width in CSS px of the drawing for phones; the page shows one of the two. Shrunk to a phone 320 px wide, its smallest
type is 12 px."""


def inline(kind: str, spec: Spec, width: int, *, prefix: str, title: str, description: str, folder: Path) -> str:
    """A chart as inline SVG for a page, from the cache in `folder` or drawn now.

    Args:
        kind: One of `KINDS`.
        spec: What it shows.
        width: In CSS px, `WIDE` or `NARROW`.
        prefix: Begins every id: unique on the page, letters, digits and hyphens.
        title: Names the chart for screen readers.
        description: Its finding with the numbers, for those who do not see it.
        folder: The cache, `.cache`.

    Raises:
        ValueError, TypeError, MissingGlyphError: As `draw` and `export.svg` do.
    """
    if not ID_PATTERN.fullmatch(prefix):
        raise ValueError(f"prefix is {prefix!r}: a lower-case letter, then letters, digits and hyphens")
    drawing = Drawing("inline", kind, spec, title, description, width)
    return drawing.content(folder).decode().replace(ID_PLACEHOLDER, prefix)
