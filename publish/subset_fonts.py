"""Makes the fonts of Traditional Chinese: Noto Sans cut to the characters of Big5 with HKSCS.

Run when the fonts change, with a folder that has `NotoSansCJK-Regular.ttc` and `NotoSansCJK-Bold.ttc`, as Debian's
package `fonts-noto-cjk` installs them::

    python -m publish.subset_fonts /usr/share/fonts/opentype/noto

Belongs here: which characters and tables stay. Does not belong here: using the fonts (`charts.fonts`).
"""

from __future__ import annotations

import sys
from pathlib import Path

from charts.inputs import FONTS

FAMILY = "Noto Sans HK"
_SOURCE = "Noto Sans CJK HK"
_WEIGHTS = ("Regular", "Bold")
_FEATURES = ["ccmp", "kern", "mark", "palt"]
_LEADS, _TRAILS = range(0x81, 0xFF), (*range(0x40, 0x7F), *range(0xA1, 0xFF))  # Bytes of a character of Big5.
# Forms of Hong Kong's list of common characters that HKSCS writes with the codes of others.
_HONG_KONG = (
    0x5151, 0x5AAA, 0x60A6, 0x6120, 0x635D, 0x655A, 0x68C1, 0x6C32, 0x6D9A, 0x7174, 0x7A0E,
    0x7DFC, 0x8131, 0x817D, 0x85F4, 0x8715, 0x8AAC, 0x8F3C, 0x9196, 0x92ED, 0x95B2,
)  # fmt: skip
_LATIN = range(0x20, 0x180)
_SIGNS = (*range(0x2010, 0x2030), *range(0x2150, 0x218A), *range(0x2190, 0x21FF), *range(0x2460, 0x24FF))
_WIDE = (*range(0x3000, 0x3040), *range(0xFF00, 0xFFEF))


def characters() -> set[int]:
    """Code points that the fonts hold: Big5 with HKSCS as far as it is in the Basic Multilingual Plane, and signs."""
    found = set()
    for lead in _LEADS:
        for trail in _TRAILS:
            text = bytes([lead, trail]).decode("big5hkscs", errors="ignore")
            if len(text) == 1 and ord(text) < 0x10000:
                found.add(ord(text))
    return found.union(_HONG_KONG, _LATIN, _SIGNS, _WIDE)


def subset(source: Path, target: Path) -> None:
    """Cut one weight.

    Args:
        source: A collection of Noto Sans CJK.
        target: The font to write; the same source gives the same bytes.
    """
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTCollection

    fonts = {font["name"].getDebugName(1): font for font in TTCollection(source).fonts}
    font = next(font for name, font in fonts.items() if name == _SOURCE)
    options = Options(layout_features=_FEATURES, hinting=False, name_IDs=["*"], recalc_timestamp=False)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters())
    subsetter.subset(font)
    for record in font["name"].names:
        record.string = record.toUnicode().replace(_SOURCE, FAMILY).replace("NotoSansCJKhk", FAMILY.replace(" ", ""))
    font["CFF "].cff.fontNames = [font["name"].getDebugName(6)]
    font["head"].modified = font["head"].created
    font.recalcTimestamp = False
    font.save(target)


if __name__ == "__main__":
    for weight in _WEIGHTS:
        subset(Path(sys.argv[1]) / f"NotoSansCJK-{weight}.ttc", FONTS / f"NotoSansHK-{weight}.otf")
