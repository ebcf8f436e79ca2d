"""Places in the articles, as keys and as the commands print them."""

from __future__ import annotations

from report.model import Locator

Place = tuple[str, str, int, int]
"""Article, section, paragraph and sentence."""


def place_of(locator: Locator) -> Place:
    """A locator as a key."""
    return locator.article, locator.section, locator.paragraph, locator.sentence


def format_place(place: Place) -> str:
    """A place as the commands print it: ``a2025 综合医改 1.4``."""
    article, section, paragraph, sentence = place
    return f"{article} {section} {paragraph}.{sentence}"
