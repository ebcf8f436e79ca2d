"""Figure cards: what any figure shows on the page where it stands, without leaving it.

A card holds no link but the one that `docs/assets/figures.js` fills in from the figure that was opened, so
that one card serves every page. All cards of a language go into one file, fetched when the first is opened:
a page pays nothing for cards that nobody opens, and a file read from disk, where scripts may not fetch, works too.

Belongs here: what a card says. Does not belong here: where it stands and when it opens (`figures.js`).

Example:
    >>> write_cards(report, "en")[:27]  # doctest: +SKIP
    'figureCards({"a-band-hospit'
"""

from __future__ import annotations

import json
from pathlib import Path

from markupsafe import Markup

from macros.environment import block
from macros.view import View
from report.facts import FigureFacts, all_facts
from report.model import Language, Report


def write_cards(report: Report, language: Language) -> str:
    """A script that hands the cards of one language, by the figure's id, to `figures.js`."""
    view = View(report, language, "", report.pages[0], Path())
    cards = {facts.id: figure_card(view, facts) for facts in all_facts(report, language)}
    return f"figureCards({json.dumps(cards, ensure_ascii=False, separators=(',', ':'))});\n"


def figure_card(view: View, facts: FigureFacts) -> Markup:
    """The card of one figure: its value, the phrase in its quote, place, period, scope, status, caveat."""
    before, _, after = facts.quote.partition(facts.stated)
    return block(view, "figure_card", facts=facts, before=before, after=after)
