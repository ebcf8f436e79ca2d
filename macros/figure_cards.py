"""Figure cards: details of a figure, opened on the page where it is used.

The only link of a card is filled in by `docs/assets/figures.js`, so that a card is the same on every page. All cards
of a language are one script, loaded when the first card is opened; a script, since pages read from disk cannot fetch.

Belongs here: content of a card. Does not belong here: its position, opening and closing (`figures.js`).

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
    """A script that calls `figureCards` of `figures.js` with the cards of one language by figure id."""
    view = View(report, language, "", report.pages[0], Path())
    cards = {facts.id: figure_card(view, facts) for facts in all_facts(report, language)}
    return f"figureCards({json.dumps(cards, ensure_ascii=False, separators=(',', ':'))});\n"


def figure_card(view: View, facts: FigureFacts) -> Markup:
    """The card of one figure: its value, the phrase in its quote, place, period, scope, status, caveat."""
    before, _, after = facts.quote.partition(facts.stated)
    return block(view, "figure_card", facts=facts, before=before, after=after)
