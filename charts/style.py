"""How all charts look: colours by meaning, sizes, the house style of matplotlib.

Belongs here: what two kinds of chart must agree on. Does not belong here: where a mark stands (each kind).

A chart is drawn in sentinels: colours that mean nothing to the eye and stand for a meaning. `export`
turns them into CSS variables for pages, which follow light and dark, or into the light colours for
files that are seen alone. The light colours are the site's own; a test compares them.

Example:
    >>> RESULT.variable, RESULT.light
    ('--c-result', '#065f4b')
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import matplotlib

from charts.spec import Meaning

STYLE_FILE = Path(__file__).with_name("report.mplstyle")

SIDE_BY_SIDE = 480
"""Width in CSS px from which panels stand side by side."""

TEXT = 14
"""Size of labels in px."""
HEADING = 16
"""Size of a panel's title in px."""
SMALLEST = 13
"""Nothing is set smaller: a page may shrink a drawing by a tenth, and 12 must remain."""
LINE = 1.5
"""Height of a line, as a multiple of the size: Chinese fonts fill 1.45 of it."""
BAR = 22
"""Height of a bar in px."""


@dataclass(frozen=True)
class Colour:
    """A colour by its meaning."""

    sentinel: str
    """What matplotlib draws with; no other colour may reach `export`."""
    variable: str
    """The CSS variable in pages."""
    light: str
    """The colour in files that are seen alone."""


RESULT = Colour("#f00001", "--c-result", "#065f4b")
BASELINE = Colour("#f00002", "--c-baseline", "#818583")
TARGET = Colour("#f00003", "--c-target", "#c55a2e")
NATIONAL = Colour("#f00004", "--c-national", "#4e6cb4")
GRID = Colour("#f00005", "--c-grid", "#d3dad5")
INK = Colour("#f00006", "--ink", "#16211d")
INK_2 = Colour("#f00007", "--ink-2", "#4b5954")
PAPER = Colour("#f00008", "--paper", "#fdfdfb")
ON_RESULT = Colour("#f00009", "--c-on-result", "#ffffff")
CAVEAT = Colour("#f0000a", "--cinnabar", "#b23419")

COLOURS = (RESULT, BASELINE, TARGET, NATIONAL, GRID, INK, INK_2, PAPER, ON_RESULT, CAVEAT)

BY_MEANING: dict[Meaning, Colour] = {
    "result": RESULT,
    "baseline": BASELINE,
    "target": TARGET,
    "national": NATIONAL,
    "planned": NATIONAL,  # What is meant to be done, or was assigned: context, not a result.
    "derived": BASELINE,  # Hollow: `sheet` draws its outline only, since nobody stated it.
}


@contextmanager
def look() -> Iterator[None]:
    """The house style for the time of drawing or saving; whatever a user's own matplotlibrc says is set aside."""
    style = matplotlib.rc_params_from_file(STYLE_FILE, use_default_template=True)
    with matplotlib.rc_context({key: value for key, value in style.items() if not key.startswith("backend")}):
        yield
