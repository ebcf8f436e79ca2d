"""The picture that a phone keeps of the site on its first screen: the mark on paper, since phones take no SVG there.

After a change of the mark or of its colours, `python test_touch_icon.py` writes it anew.
"""

import io
from pathlib import Path

import typst
from PIL import Image, ImageChops

from charts.tokens import tokens

ASSETS = Path(__file__).parents[3] / "docs/assets"
# 180 pixels are what Apple's phones ask for. Five pixels for a unit of the drawing keep its edges sharp.
PAGE = """
#set page(width: 180pt, height: 180pt, margin: 0pt, fill: rgb("{paper}"))
#place(center + horizon, dy: -10pt, image("icon.svg", width: 28 * 5pt))
"""


def touch_icon() -> Image.Image:
    page = PAGE.format(**tokens()["light"]).encode()
    png = typst.compile(page, root=ASSETS, format="png", ppi=72)
    return Image.open(io.BytesIO(png)).convert("RGB")


def test_the_touch_icon_is_the_mark_on_paper() -> None:
    with Image.open(ASSETS / "touch.png") as picture:
        assert picture.size == touch_icon().size
        # Not their bytes: pytest would take ten minutes to explain a difference.
        assert ImageChops.difference(picture.convert("RGB"), touch_icon()).getbbox() is None


if __name__ == "__main__":
    touch_icon().quantize(2).save(ASSETS / "touch.png", optimize=True)
