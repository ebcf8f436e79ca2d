"""The style of all charts: colours by meaning, sizes, settings of matplotlib.

Belongs here: what several kinds of chart share. Does not belong here: positions of marks (each kind).

A chart is drawn in sentinels: placeholder colours, one for each meaning. `export` replaces them by CSS variables for
pages, which follow light and dark, or by the light colours for files. The colours are in `tokens.toml`, for charts
and site alike.

Example:
    >>> RESULT.variable, RESULT.light
    ('--c-result', '#0a6150')
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from charts.specs.base import Meaning
from charts.tokens import tokens

STYLE_FILE = Path(__file__).with_name("report.mplstyle")

SIDE_BY_SIDE = 480
"""Width in CSS px from which panels are side by side."""

TEXT = 14
"""Size of labels in px, the smallest used: a phone 320 px wide scales drawings to 7/8, and 12 must remain."""
LABEL = 15
"""Size in px of labels beside large figures."""
HEADING = 16
"""Size of a panel's title in px."""
FIGURES = (34, 30, 26, 22, 18, 15)
"""Sizes of large figures in px, the largest that fits first."""
DISPLAY = "Noto Serif SC, Noto Serif CJK SC, Source Han Serif SC, Songti SC, Georgia, serif"
"""Families of large figures in standalone drawings, which the reader's system has or has not; pages have their own."""
LINE = 1.5
"""Height of a line, as a multiple of the size: Chinese fonts fill 1.45 of it."""
ASCENT = 1.2
"""From the top of the first line to its baseline, as a multiple of the size: Chinese fonts ascend 1.16 of it."""
DESCENT = 0.29
"""How far a font reaches below its baseline, as a multiple of the size."""
BAR = 22
"""Height of a bar in px."""
AFTER = 7
"""Gap in px between a bar and its value."""


@dataclass(frozen=True)
class Colour:
    """A colour by its meaning."""

    sentinel: str
    """What matplotlib draws with; no other colour may reach `export`."""
    variable: str
    """The CSS variable in pages."""
    light: str
    """The colour in standalone files."""


def _colour(sentinel: str, token: str) -> Colour:
    return Colour(sentinel, f"--{token}", tokens()["light"][token])


RESULT = _colour("#f00001", "c-result")
BASELINE = _colour("#f00002", "c-baseline")
PLAN = _colour("#f00003", "c-plan")
GRID = _colour("#f00005", "c-grid")
INK = _colour("#f00006", "ink")
INK_2 = _colour("#f00007", "ink-2")
PAPER = _colour("#f00008", "paper")
ON_RESULT = _colour("#f00009", "c-on-result")
CAVEAT = _colour("#f0000a", "cinnabar")

PAPER_2 = _colour("#f0000b", "paper-2")

COLOURS = (RESULT, BASELINE, PLAN, GRID, INK, INK_2, PAPER, ON_RESULT, CAVEAT, PAPER_2)
BY_SENTINEL = {colour.sentinel: colour for colour in COLOURS}

BY_MEANING: dict[Meaning, Colour] = {
    "result": RESULT,
    "baseline": BASELINE,
    "target": PLAN,
    "planned": PLAN,  # Assigned or applied for.
    "derived": BASELINE,  # `sheet` draws only the outline of these three: solid is done.
}


@contextmanager
def look() -> Iterator[None]:
    """Apply the style while drawing or saving, in place of a user's own matplotlibrc."""
    import matplotlib  # Here and below: share cards and PDFs import only the colours.

    with matplotlib.rc_context(_style()):
        yield


@cache
def _style() -> dict[Any, Any]:  # matplotlib types its keys as a long Literal.
    import matplotlib

    style = matplotlib.rc_params_from_file(STYLE_FILE, use_default_template=True)
    return {key: value for key, value in style.items() if not key.startswith("backend")}
