"""Ids for what is drafted: readable where the glossary has the English, else by the place of the sentence.

Belongs here: new ids. Does not belong here: changing one later.

Example:
    >>> Ids({"a2025-1-2-1"}).new("a2025-1-2-1")
    'a2025-1-2-1-2'
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from languages import ORIGINAL
from report.articles.places import Place
from report.draft.labels import is_same
from report.model import Report


@dataclass
class Ids:
    """The ids that are taken.

    Attributes:
        taken: Ids that no new entry may have.
        headings: The sections of the article, in their order.
    """

    taken: set[str] = field(default_factory=set)
    headings: Sequence[str] = ()

    def new(self, wanted: str) -> str:
        """An id that is not taken yet; with a number behind it where need be."""
        id, number = wanted, 2
        while id in self.taken:
            id, number = f"{wanted}-{number}", number + 1
        self.taken.add(id)
        return id

    def name(self, report: Report, label: str, place: Place) -> str:
        """What an indicator is to be called: the English of its term, else article, section, paragraph, sentence."""
        terms = (term for term in report.glossary if any(is_same(form, label) for form in term.all_forms(ORIGINAL)))
        words = (re.sub("[^a-z0-9]+", "-", term.en.lower()).strip("-") for term in terms)
        return next((word for word in words if re.match("[a-z]", word)), self.at(place))

    def at(self, place: Place) -> str:
        """A place as a part of an id: `a2025-1-2-1`."""
        section = self.headings.index(place.section) + 1
        return f"{place.article.replace('.', '-')}-{section}-{place.paragraph}-{place.sentence}"


def taken_ids(report: Report) -> Iterator[str]:
    """Ids that no new entry may have."""
    yield from (indicator.id for indicator in report.indicators)
    yield from (id for figure in report.figures for id in (figure.id, *figure.former_ids))
    yield from (result.id for result in report.all_results())
    yield from (commitment.id for commitment in report.all_commitments())
    yield from report.withdrawn
