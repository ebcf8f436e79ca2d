"""The mark as the picture that a phone keeps of the site on its first screen: 180 by 180 pixels, on paper.

Phones take no SVG there. After a change of the mark or of its colours:
`python -m publish.touch_icon > docs/assets/touch.png` (a test compares the two).

Belongs here: how large, and on what ground. Does not belong here: the mark (`docs/assets/icon.svg`) and the
colours (`charts/tokens.toml`).
"""

from __future__ import annotations

import re
import sys
from io import BytesIO
from pathlib import Path

from charts.tokens import tokens

MARK = Path(__file__).parent.parent / "docs/assets/icon.svg"
SIDE = 180  # pixels: what Apple's phones ask for; others scale it
MARGIN = 34  # pixels left free on every side, for corners are cut round

_STROKE = re.compile(r"M(\d+) (\d+)([hvHV])(-?\d+)")


def strokes(svg: str) -> list[tuple[int, int, int, int]]:
    """The bars of the mark as corners x0, y0, x1, y1, in units of its drawing.

    Raises:
        ValueError: The drawing holds something else than straight strokes.
    """
    width = int(re.findall(r'stroke-width="(\d+)"', svg)[0])
    path = re.findall(r' d="([^"]*)"', svg)[0]
    if _STROKE.sub("", path):
        raise ValueError(f"the mark is drawn of level and upright strokes alone, got {path!r}")
    bars = []
    for x, y, step, length in _STROKE.findall(path):
        level = step in "hH"
        start, across = (int(x), int(y)) if level else (int(y), int(x))
        low, high = sorted((start, int(length) + (start if step.islower() else 0)))
        near, far = across - width // 2, across + width // 2
        bars.append((low, near, high, far) if level else (near, low, far, high))
    return bars


def touch_icon() -> bytes:
    """The picture as PNG."""
    from PIL import Image, ImageDraw  # Of all builds only this command draws it.

    bars = strokes(MARK.read_text(encoding="utf-8"))
    left, top = min(bar[0] for bar in bars), min(bar[1] for bar in bars)
    right, bottom = max(bar[2] for bar in bars), max(bar[3] for bar in bars)
    unit = (SIDE - 2 * MARGIN) // max(right - left, bottom - top)  # A whole number of pixels: edges stay sharp.
    x, y = (SIDE - unit * (right - left)) // 2, (SIDE - unit * (bottom - top)) // 2
    colours = tokens()["light"]
    picture = Image.new("RGB", (SIDE, SIDE), colours["paper"])
    draw = ImageDraw.Draw(picture)
    for x0, y0, x1, y1 in bars:
        corner = x + unit * (x0 - left), y + unit * (y0 - top)
        opposite = x + unit * (x1 - left) - 1, y + unit * (y1 - top) - 1  # Both corners are drawn.
        draw.rectangle((corner, opposite), fill=colours["jade"])
    file = BytesIO()
    picture.quantize(2).save(file, "PNG", optimize=True)
    return file.getvalue()


if __name__ == "__main__":
    sys.stdout.buffer.write(touch_icon())
