"""Cuts the fonts of the tool from Noto CJK to the characters that its reports may need.

Run when the fonts change, with a folder that has the collections named below, as Debian's package `fonts-noto-cjk`
installs them::

    python -m publish.subset_fonts /usr/share/fonts/opentype/noto

Noto Sans HK draws, prints and shares what is written in Traditional Chinese: Big5 with HKSCS. Noto Serif is the face of
headings and large figures: the characters of GB 2312, or the more frequent half of Big5, and a Latin companion whose
quotation marks and dashes are proportional, taken from the Korean face.

Belongs here: which characters and tables stay. Does not belong here: using the fonts (`charts.fonts`,
`publish.site.display_face`).
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from charts.inputs import FONTS

_FEATURES = ["ccmp", "kern", "mark", "palt"]
_DISPLAY_FEATURES = ["ccmp", "kern", "halt"]  # Browsers trim full-width punctuation by the last.
_TRAILS = (*range(0x40, 0x7F), *range(0xA1, 0xFF))
# Forms of Hong Kong's list of common characters that HKSCS writes with the codes of others.
_HONG_KONG = (
    0x5151, 0x5AAA, 0x60A6, 0x6120, 0x635D, 0x655A, 0x68C1, 0x6C32, 0x6D9A, 0x7174, 0x7A0E,
    0x7DFC, 0x8131, 0x817D, 0x85F4, 0x8715, 0x8AAC, 0x8F3C, 0x9196, 0x92ED, 0x95B2,
)  # fmt: skip
_LATIN = range(0x20, 0x180)
_PUNCTUATION = range(0x2010, 0x2030)
_SIGNS = (*_PUNCTUATION, *range(0x2150, 0x218A), *range(0x2190, 0x21FF), *range(0x2460, 0x24FF))
_WIDE = (*range(0x3000, 0x3040), *range(0xFF00, 0xFFEF))


def characters(coding: str, leads: Iterable[int], trails: Iterable[int] = _TRAILS) -> frozenset[int]:
    """Code points of a double-byte coding as far as they are in the Basic Multilingual Plane, with Latin and signs.

    Args:
        coding: Its name in Python.
        leads: First bytes of the characters that are taken.
        trails: Second bytes.
    """
    trails = tuple(trails)
    texts = (bytes([lead, trail]).decode(coding, errors="ignore") for lead in leads for trail in trails)
    found = {ord(text) for text in texts if len(text) == 1 and ord(text) < 0x10000}
    return frozenset(found.union(_LATIN, _SIGNS, _WIDE))


@dataclass(frozen=True)
class Cut:
    """A font to be cut.

    Attributes:
        collection: The file it is in.
        source: Its family there.
        family: Its family when cut; the file is named after it.
        characters: Code points that stay.
        features: Features that stay.
    """

    collection: str
    source: str
    family: str
    characters: frozenset[int]
    features: list[str]

    @property
    def target(self) -> Path:
        """The font's file, in the charts' folder of fonts."""
        weight = self.collection.rpartition("-")[2].removesuffix(".ttc")
        return FONTS / f"{self.family.replace(' ', '')}-{weight}.otf"


def cuts() -> list[Cut]:
    """The fonts that this module makes."""
    hong_kong = characters("big5hkscs", range(0x81, 0xFF)).union(_HONG_KONG)
    simplified = characters("gb2312", range(0xA1, 0xF8), range(0xA1, 0xFF))
    frequent = characters("big5", range(0xA4, 0xC7)).union(_HONG_KONG)
    latin = frozenset([*_LATIN, *_PUNCTUATION, *map(ord, "€™−")])
    serif = "NotoSerifCJK-Bold.ttc"
    return [
        *(
            Cut(f"NotoSansCJK-{weight}.ttc", "Noto Sans CJK HK", "Noto Sans HK", hong_kong, _FEATURES)
            for weight in ("Regular", "Bold")
        ),
        Cut(serif, "Noto Serif CJK SC", "Noto Serif SC", simplified, _DISPLAY_FEATURES),
        Cut(serif, "Noto Serif CJK HK", "Noto Serif HK", frequent, _DISPLAY_FEATURES),
        Cut(serif, "Noto Serif CJK KR", "Noto Serif SC Latin", latin, _DISPLAY_FEATURES),
    ]


def subset(cut: Cut, folder: Path, target: Path) -> None:
    """Cut one font.

    Args:
        cut: Which.
        folder: The folder of the collections.
        target: The font to write; the same source gives the same bytes.
    """
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTCollection

    fonts = {font["name"].getDebugName(1): font for font in TTCollection(folder / cut.collection).fonts}
    font = fonts[cut.source]
    options = Options(layout_features=cut.features, hinting=False, name_IDs=["*"], recalc_timestamp=False)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=cut.characters)
    subsetter.subset(font)
    plain, short = cut.source.replace(" CJK ", "CJK").replace(" ", ""), cut.family.replace(" ", "")
    for record in font["name"].names:
        text = record.toUnicode().replace(cut.source, cut.family)
        record.string = text.replace(plain[:-2] + plain[-2:].lower(), short)
    font["CFF "].cff.fontNames = [font["name"].getDebugName(6)]
    font["head"].modified = font["head"].created
    font.recalcTimestamp = False
    font.save(target)


if __name__ == "__main__":
    for each in cuts():
        subset(each, Path(sys.argv[1]), each.target)
