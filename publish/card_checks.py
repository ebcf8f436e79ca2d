"""What prevents a share card from being drawn, found without drawing all of them.

Belongs here: glyphs the fonts lack, and a template that Typst refuses. Does not belong here: what is on a card
(`publish.cards`).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict

from macros.pages import Page
from publish.cards import card_of, typeset
from publish.failures import typst_problem
from publish.summary.checks import check_document
from report.model import Report
from report.problems import Problem

SAMPLE_SIZE = 4
"""Cards with a figure, and as many without, that are drawn to check the template."""


def check_cards(report: Report, pages: Sequence[Page], *, drawn: bool = True) -> Iterator[Problem]:
    """What is wrong with the cards of these pages, and with their template if they are to be drawn."""
    cards = [asdict(card_of(report, page)) for page in pages]
    yield from check_document(report, json.loads(json.dumps(cards)))
    if not drawn:
        return
    with_figure, without = ([card for card in cards if bool(card["value"]) is wanted] for wanted in (True, False))
    try:
        typeset([*with_figure[:SAMPLE_SIZE], *without[:SAMPLE_SIZE]], ppi=1)
    except RuntimeError as error:
        yield typst_problem(error, "publish/cards.typ", "", "card-refused")
