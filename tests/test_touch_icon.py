"""The picture of the site on a phone's first screen: the mark and the colours that stand elsewhere."""

from io import BytesIO

import pytest
from building import ROOT
from PIL import Image

from charts.tokens import tokens
from publish.touch_icon import SIDE, strokes, touch_icon


def test_the_picture_in_the_repository_is_the_mark_in_its_colours() -> None:
    kept, made = (
        Image.open(BytesIO(data)).convert("RGB")
        for data in ((ROOT / "docs/assets/touch.png").read_bytes(), touch_icon())
    )
    assert kept.size == made.size == (SIDE, SIDE)
    assert kept.tobytes() == made.tobytes()
    colours = {"#{:02x}{:02x}{:02x}".format(*colour) for _, colour in kept.getcolors()}
    assert colours == {tokens()["light"]["paper"], tokens()["light"]["jade"]}
    assert kept.getpixel((0, 0)) == kept.getpixel((SIDE - 1, SIDE - 1)) != kept.getpixel((SIDE // 2, SIDE // 2))


def test_strokes_are_bars_of_the_width_of_the_line() -> None:
    assert strokes('<path d="M3 25h22M6 21v-7M14 21V5" stroke-width="4"/>') == [
        (3, 23, 25, 27),
        (4, 14, 8, 21),
        (12, 5, 16, 21),
    ]


def test_a_mark_of_another_kind_is_refused() -> None:
    with pytest.raises(ValueError, match=r"strokes alone, got 'M3 25h22c1 1 2 2 3 3'"):
        strokes('<path d="M3 25h22c1 1 2 2 3 3" stroke-width="4"/>')
