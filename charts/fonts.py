"""The fonts that charts are measured and drawn with: every OTF and TTF in `fonts/` here, then in the report's `fonts/`.

Belongs here: finding fonts, and characters that none of them has.
Does not belong here: the fonts of pages, which the browser chooses.

Example:
    >>> missing_glyphs("青石 2nd", pair({})["zh"])
    []
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from charts.inputs import FONT_FILES, FONTS, font_folders
from charts.specs.base import MissingGlyphError
from languages import Language

if TYPE_CHECKING:
    from matplotlib.font_manager import FontProperties

# Avoids a clash with another version of the same family on the system, whose widths would break lines differently.
NAME_PREFIX = "report: "


@cache
def register(folder: Path = FONTS) -> tuple[str, ...]:
    """Register the fonts with matplotlib and return their families, sorted by file name.

    Raises:
        FileNotFoundError: The folder holds no font.
    """
    from matplotlib import font_manager  # Here and below: importing the kinds must not import it.

    files = sorted(path for path in folder.iterdir() if path.suffix.lower() in FONT_FILES)
    if not files:
        raise FileNotFoundError(f"no OTF or TTF in {folder}")
    known = font_manager.fontManager.ttflist
    families = []
    for file in files:
        before = len(known)
        font_manager.fontManager.addfont(file)
        for index in range(before, len(known)):
            families.append(known[index].name)
            known[index] = replace(known[index], name=NAME_PREFIX + known[index].name)
    return tuple(dict.fromkeys(families))


def families(language: Language, *folders: Path) -> list[str]:
    """Families for a language, as matplotlib knows them: the language's, then those of the report's own folders."""
    ours, *own = (register(folder) for folder in folders or font_folders())
    first = [name for name in language.fonts if name in ours]
    return [NAME_PREFIX + name for name in dict.fromkeys([*first, *(name for names in own for name in names)])]


def properties(language: Language, size: float, *, bold: bool = False, display: bool = False) -> FontProperties:
    """The font of a label, or with `display` of a large figure; size in px."""
    from matplotlib.font_manager import FontProperties

    first = [NAME_PREFIX + language.display] if display else []
    return FontProperties(family=[*first, *families(language)], size=size, weight=700 if bold or display else 400)


@cache
def characters(folder: Path, *families: str) -> frozenset[int]:
    """Code points that at least one font of the folder holds; of these families, or of all."""
    from matplotlib import font_manager

    ours = {NAME_PREFIX + name for name in register(folder) if not families or name in families}
    files = {entry.fname for entry in font_manager.fontManager.ttflist if entry.name in ours}
    inside = (file for file in files if Path(file).parent == folder)
    return frozenset(code for file in inside for code in font_manager.get_font(file).get_charmap())


def missing_glyphs(text: str, language: Language, *folders: Path) -> list[str]:
    """Characters that no font for a language holds, in given folders or in all; each once, in their order."""
    ours, *own = folders or font_folders()
    held = characters(ours, *language.fonts).union(*map(characters, own))
    return [character for character in dict.fromkeys(text) if ord(character) not in held]


def check(text: str, language: Language) -> None:
    """Refuse a text with characters that no font has.

    Raises:
        MissingGlyphError: A character of it is in no font.
    """
    if missing := missing_glyphs(text, language):
        raise MissingGlyphError(text, missing)
