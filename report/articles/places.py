"""Places in the articles, as keys and as the commands print them, and the sentences there."""

from __future__ import annotations

from collections.abc import Mapping

from report.cached_per_report import cached_per_report
from report.model import Locator, Report, Sentence

Place = tuple[str, str, int, int]
"""Article, section, paragraph and sentence."""


def place_of(locator: Locator) -> Place:
    """A locator as a key."""
    return locator.article, locator.section, locator.paragraph, locator.sentence


def format_place(place: Place) -> str:
    """A place as the commands print it: ``a2025 综合医改 1.4``."""
    article, section, paragraph, sentence = place
    return f"{article} {section} {paragraph}.{sentence}"


@cached_per_report
def printed_sentences(report: Report) -> Mapping[Place, Sentence]:
    """The fingerprint of each sentence of the articles, in their order."""
    return {(p.article, s.section, s.paragraph, s.sentence): s for p in report.prints for s in p.sentences}
