"""The fonts that charts are measured and drawn with: every OTF and TTF in `fonts/`.

Belongs here: finding fonts, and saying which characters none of them holds.
Does not belong here: the fonts of pages, which are the reader's own.

Example:
    >>> missing_glyphs("株洲 4th")
    []
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from charts.inputs import FONTS
from charts.specs.base import Language, MissingGlyphError

if TYPE_CHECKING:
    from matplotlib.font_manager import FontProperties

FOLDER = FONTS

FIRST: dict[Language, tuple[str, ...]] = {
    "zh": ("Noto Sans SC",),
    # Its quotation marks and dashes are proportional, the other's full-width.
    "en": ("Noto Sans SC Latin", "Noto Sans SC"),
}
"""Families by preference; any others in the folder follow, by name of file."""

# A system may have a family of the same name and another version, whose other widths would break
# lines elsewhere: ours are registered under names that no system has.
OURS = "report: "


@cache
def register(folder: Path = FOLDER) -> tuple[str, ...]:
    """Make the fonts known to matplotlib; the names of their families, by name of file.

    Raises:
        FileNotFoundError: The folder holds no font.
    """
    from matplotlib import font_manager  # Here and below: importing the kinds must not import it.

    files = sorted(path for path in folder.iterdir() if path.suffix.lower() in {".otf", ".ttf"})
    if not files:
        raise FileNotFoundError(f"no OTF or TTF in {folder}")
    known = font_manager.fontManager.ttflist
    families = []
    for file in files:
        before = len(known)
        font_manager.fontManager.addfont(file)
        for index in range(before, len(known)):
            families.append(known[index].name)
            known[index] = replace(known[index], name=OURS + known[index].name)
    return tuple(dict.fromkeys(families))


def families(language: Language, folder: Path = FOLDER) -> list[str]:
    """Families for a language, as matplotlib knows them, the preferred first."""
    ours = register(folder)
    first = [name for name in FIRST[language] if name in ours]
    return [OURS + name for name in dict.fromkeys([*first, *ours])]


def properties(language: Language, size: float, *, bold: bool = False) -> FontProperties:
    """The font of a label; size in px."""
    from matplotlib.font_manager import FontProperties

    return FontProperties(family=families(language), size=size, weight=700 if bold else 400)


@cache
def characters(folder: Path = FOLDER) -> frozenset[int]:
    """Code points that at least one font of the folder holds."""
    from matplotlib import font_manager

    ours = set(register(folder))
    files = {entry.fname for entry in font_manager.fontManager.ttflist if entry.name.removeprefix(OURS) in ours}
    inside = (file for file in files if Path(file).parent == folder)
    return frozenset(code for file in inside for code in font_manager.get_font(file).get_charmap())


def missing_glyphs(text: str, folder: Path = FOLDER) -> list[str]:
    """Characters of a text that no font in the folder holds, each once, in their order."""
    return [character for character in dict.fromkeys(text) if ord(character) not in characters(folder)]


def check(text: str) -> None:
    """Refuse a text that would show boxes.

    Raises:
        MissingGlyphError: A character of it is in no font.
    """
    if missing := missing_glyphs(text):
        raise MissingGlyphError(text, missing)
