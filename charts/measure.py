"""Widths and line breaks of labels.

Belongs here: widths, lines. Does not belong here: positions of labels (each kind), fonts (`fonts`).

A browser may use other fonts than the one measured here, and Chinese pages put a gap between Han and Latin
(`text-autospace`). So a label gets a tenth more than its measured width, and an eighth of an em for each such gap.
Line breaks follow GB/T 15834 and the W3C's "Requirements for
Chinese Text Layout": no line begins with a closing mark or ends with an opening one.

Example:
    >>> len(wrap("20余万人次", 40, pair({})["zh"]))
    1
"""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from charts import fonts, style
from languages import Language

SLACK = 1.10
"""Readers' fonts are up to a tenth wider than those of `fonts/`."""
AUTOSPACE = 1 / 8
"""Gap in em that a browser puts between Han and Latin characters."""
CLOSE = 0.05
"""Relative distance from a limit within which a sum of pieces is too inexact."""

HAN = "[\u3400-\u9fff]"
HAN_LATIN = re.compile(rf"{HAN}(?=[A-Za-z0-9%+])|[A-Za-z0-9%+](?={HAN})")

CLOSING = "，。、；：！？）》〉”’』」】…—·,.;:!?)%"
OPENING = "（《〈“‘『「【("

# What is never broken: a date (years, months, days), a number with its scale and its counter (\u7b2c is the
# sign of an ordinal, \u4f59 means "more than", \u4e07 and \u4ebf are scales, the last two are the only
# common counters of several characters), a word. Else each character is a piece of its own.
PIECE = re.compile(
    r"\d{4}\u5e74(?:\d+\u6708(?:\d+\u65e5)?)?"
    rf"|\u7b2c?\d[\d.,]*[%+]?(?:\u4f59?[\u4e07\u4ebf]?\u4f59?(?:\u4eba\u6b21|\u4e2a\u767e\u5206\u70b9|{HAN})?)"
    rf"|[^ \u3000-\u9fff\uff00-\uffef{re.escape(OPENING + CLOSING)}]+"
    r"| +|."
)


@lru_cache(maxsize=10_000)
def width(
    text: str, language: Language, size: float = style.TEXT, *, bold: bool = False, display: bool = False
) -> float:
    """Width of one line in the fonts of `fonts/`, in px; with `display`, of a large figure.

    Raises:
        MissingGlyphError: No font holds a character of it.
    """
    from matplotlib.textpath import text_to_path

    fonts.check(text, language)
    measured, _, _ = text_to_path.get_text_width_height_descent(
        text, fonts.properties(language, size, bold=bold, display=display), ismath=False
    )
    return float(measured)


def room(
    text: str, language: Language, size: float = style.TEXT, *, bold: bool = False, display: bool = False
) -> float:
    """Width in px to reserve for one line in any reader's font."""
    gaps = len(HAN_LATIN.findall(text)) * AUTOSPACE * size
    return (width(text, language, size, bold=bold, display=display) + gaps) * SLACK


@cache
def _advance(piece: str, language: Language, size: float, bold: bool, display: bool) -> float:
    """Advance width of a piece, spaces included.

    The advances of a line are summed: measuring each line again, one piece longer, would take a hundred times as long.
    """
    around = width("xx", language, size, bold=bold, display=display)
    return width(f"x{piece}x", language, size, bold=bold, display=display) - around


def wrap(
    text: str, limit: float, language: Language, size: float = style.TEXT, *, bold: bool = False, display: bool = False
) -> list[str]:
    """Break a text into the fewest lines that fit `limit` px, as even as possible.

    Raises:
        MissingGlyphError: No font holds a character of it.
        ValueError: A piece that cannot be broken is wider than the limit.
    """
    fonts.check(text, language)
    parts = [(piece, _advance(piece, language, size, bold, display)) for piece in pieces(text)]

    def fits(line: str, advance: float, most: float) -> bool:
        estimate = (advance + len(HAN_LATIN.findall(line)) * AUTOSPACE * size) * SLACK
        # The sum lacks kerning between pieces: close to the limit the whole line is measured.
        if abs(estimate - most) > CLOSE * most:
            return estimate < most
        return room(line, language, size, bold=bold, display=display) <= most

    def lines(most: float) -> list[str]:
        done, line, across = [], "", 0.0
        for piece, advance in parts:
            if line and not fits((line + piece).rstrip(), across + (advance if piece.strip() else 0), most):
                done.append(line.strip())
                line, across = "", 0.0
            if line or piece.strip():
                line, across = line + piece, across + advance
        return [*done, line.strip()] if line.strip() else done

    fewest = lines(limit)
    if too_wide := [line for line in fewest if room(line, language, size, bold=bold, display=display) > limit]:
        raise ValueError(f"{too_wide[0]!r} does not fit {limit:.0f} px")
    if len(fewest) == 1:
        return fewest
    phrases = _two_phrases(text) if len(fewest) == 2 else []
    if phrases and all(room(line, language, size, bold=bold, display=display) <= limit for line in phrases):
        return phrases
    # Even lines: the narrowest width with the same number of lines, in steps of an em.
    best, narrower = fewest, limit - size
    widest = max(advance for _, advance in parts) * SLACK
    while narrower > max(limit / 2, widest):
        tried = lines(narrower)
        if len(tried) > len(fewest):
            break
        best, narrower = tried, narrower - size
    return best


def fits(texts: Iterable[str], limit: float, language: Language, size: float = style.TEXT) -> bool:
    """Whether the words of each text have room in lines of `limit` px."""
    return all(room(piece.strip(), language, size) <= limit for text in texts for piece in pieces(text))


def _two_phrases(text: str) -> list[str]:
    """A Chinese text broken behind the mark nearest to its middle; empty if it has none."""
    breaks = [at + 1 for at, character in enumerate(text[:-1]) if character in "，；："]
    if not breaks:
        return []
    middle = min(breaks, key=lambda at: abs(at - len(text) / 2))
    return [text[:middle], text[middle:]]


def pieces(text: str) -> list[str]:
    """The parts of a text between which a line may break, with their punctuation."""
    joined: list[str] = []
    for piece in PIECE.findall(text):
        before = joined[-1][-1] if joined else " "
        inner = before in CLOSING and piece[0].isascii() and piece[0].isalnum()  # the rest of a word: patient’s
        if before in OPENING or (piece[0] in CLOSING and joined) or inner:
            joined[-1] += piece
        else:
            joined.append(piece)
    return joined
