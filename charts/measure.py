"""How much room a label needs, and where it may break.

Belongs here: widths, lines. Does not belong here: where a label stands (each kind), fonts (`fonts`).

A browser sets labels in the reader's font, not in the one measured here, and Chinese pages put a gap
between Han and Latin (`text-autospace`). So a label is given a tenth more than it measures, and an
eighth of an em for each such gap. How lines break follows GB/T 15834 and the W3C's "Requirements for
Chinese Text Layout": no line begins with a closing mark or ends with an opening one.

Example:
    >>> len(wrap("20余万人次", 40, "zh"))
    1
"""

import re
from functools import cache, lru_cache

from charts import fonts, style
from charts.specs.base import Language

SLACK = 1.10
"""Readers' fonts are up to a tenth wider than ours."""
AUTOSPACE = 1 / 8
"""Gap in em that a browser puts between Han and Latin, each time they meet."""
CLOSE = 0.05
"""Within this part of a limit a sum of pieces is not trusted."""

HAN = "[\u3400-\u9fff]"
MEETING = re.compile(rf"{HAN}(?=[A-Za-z0-9%+])|[A-Za-z0-9%+](?={HAN})")

CLOSING = "，。、；：！？）》〉”’』」】…—·,.;:!?)%"
OPENING = "（《〈“‘『「【("

# What is never cut: a date (years, months, days), a number with its scale and its counter (\u7b2c is the
# sign of an ordinal, \u4f59 means "more than", \u4e07 and \u4ebf are scales, the last two are the only
# common counters of several characters), a word. Else each character is a piece of its own.
PIECE = re.compile(
    r"\d{4}\u5e74(?:\d+\u6708(?:\d+\u65e5)?)?"
    rf"|\u7b2c?\d[\d.,]*[%+]?(?:\u4f59?[\u4e07\u4ebf]?\u4f59?(?:\u4eba\u6b21|\u4e2a\u767e\u5206\u70b9|{HAN})?)"
    rf"|[^ \u3000-\u9fff\uff00-\uffef{re.escape(OPENING + CLOSING)}]+"
    r"| +|."
)


@lru_cache(maxsize=10_000)
def width(text: str, language: Language, size: float = style.TEXT, *, bold: bool = False) -> float:
    """Width of one line as our own fonts set it, in px.

    Raises:
        MissingGlyphError: No font holds a character of it.
    """
    from matplotlib.textpath import text_to_path

    fonts.check(text)
    measured, _, _ = text_to_path.get_text_width_height_descent(
        text, fonts.properties(language, size, bold=bold), ismath=False
    )
    return float(measured)


def room(text: str, language: Language, size: float = style.TEXT, *, bold: bool = False) -> float:
    """Width in px to keep free for one line, whatever font the reader has."""
    gaps = len(MEETING.findall(text)) * AUTOSPACE * size
    return (width(text, language, size, bold=bold) + gaps) * SLACK


@cache
def _advance(piece: str, language: Language, size: float, bold: bool) -> float:
    """How far a piece moves the next one on, spaces included.

    A line's pieces are summed: setting each line anew, one piece longer, would take a hundred times as long.
    """
    around = width("xx", language, size, bold=bold)
    return width(f"x{piece}x", language, size, bold=bold) - around


def wrap(text: str, limit: float, language: Language, size: float = style.TEXT, *, bold: bool = False) -> list[str]:
    """Cut a text into as few lines as fit `limit` px, of lengths as even as can be.

    Raises:
        ValueError: A piece that cannot be cut is wider than the limit.
    """
    parts = [(piece, _advance(piece, language, size, bold)) for piece in pieces(text)]

    def fits(line: str, advance: float, most: float) -> bool:
        estimate = (advance + len(MEETING.findall(line)) * AUTOSPACE * size) * SLACK
        # Kerning between pieces is not in the sum: close to the limit the line is set whole.
        if abs(estimate - most) > CLOSE * most:
            return estimate < most
        return room(line, language, size, bold=bold) <= most

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
    if too_wide := [line for line in fewest if room(line, language, size, bold=bold) > limit]:
        raise ValueError(f"{too_wide[0]!r} does not fit {limit:.0f} px")
    if len(fewest) == 1:
        return fewest
    # Even lines: the narrowest measure that needs no more of them. Steps of an em are fine enough.
    best, narrower = fewest, limit - size
    widest = max(advance for _, advance in parts) * SLACK
    while narrower > max(limit / 2, widest):
        tried = lines(narrower)
        if len(tried) > len(fewest):
            break
        best, narrower = tried, narrower - size
    return best


def pieces(text: str) -> list[str]:
    """The parts between which a line may break; each keeps the marks that must not leave it."""
    joined: list[str] = []
    for piece in PIECE.findall(text):
        before = joined[-1][-1] if joined else " "
        inner = before in CLOSING and piece[0].isascii() and piece[0].isalnum()  # the rest of a word: patient’s
        if before in OPENING or (piece[0] in CLOSING and joined) or inner:
            joined[-1] += piece
        else:
            joined.append(piece)
    return joined
