"""The frame of a chart in a file of its own: its finding above, its source and cautions below.

On a page these are HTML around the drawing.

Belongs here: title, subtitle and notes of files. Does not belong here: the drawing, saving (`export`).

Example::

    add_frame(figure, language, title="4th of 433", subtitle="Rank, 2025", notes=("Source: …",))
"""

from matplotlib.figure import Figure

from charts import measure, style
from charts.sheet import Sheet
from charts.style import look
from languages import Language

TITLE = 20
"""Size of the title in px."""
SUBTITLE = 15
"""Size of the subtitle in px."""
NOTE = 13
"""Size of the notes in px: a file is shown at its own size, and larger in print."""
BELOW_TITLE = 16
"""Space in px between the words above and the drawing."""
AROUND_RULE = 12
"""Space in px above the rule over the notes, and below it."""


def add_frame(figure: Figure, language: Language, *, title: str, subtitle: str, notes: tuple[str, ...]) -> None:
    """Add title, subtitle and notes to a drawing, which makes the figure higher.

    Raises:
        MissingGlyphError: No font holds a character of the words.
    """
    with look():
        sheet = Sheet.reopened(figure, language)
        height = float(figure.bbox.height)
        below = _notes(sheet, notes, height)
        sheet.close(below, above=_head(sheet, title, subtitle))


def _head(sheet: Sheet, title: str, subtitle: str) -> float:
    """Set title and subtitle above y = 0 and return their height."""
    titles = measure.wrap(title, sheet.width, sheet.language, TITLE, bold=True)
    under = measure.wrap(subtitle, sheet.width, sheet.language, SUBTITLE) if subtitle else []
    height = (len(titles) * TITLE + len(under) * SUBTITLE) * style.LINE + BELOW_TITLE
    last = sheet.lines(0, TITLE - height, titles, size=TITLE, bold=True)
    sheet.lines(0, last + SUBTITLE * style.LINE + 2, under, size=SUBTITLE, colour=style.INK_2)
    return height


def _notes(sheet: Sheet, notes: tuple[str, ...], y: float) -> float:
    """Set the notes under a rule and return where they end."""
    sheet.rule((0, y + AROUND_RULE), (sheet.width, y + AROUND_RULE), style.GRID)
    y += 2 * AROUND_RULE - NOTE * style.LINE + NOTE
    for note in notes:
        y = sheet.paragraph(0, y + NOTE * style.LINE, note, size=NOTE, colour=style.INK_2) + 3
    return y + 4
