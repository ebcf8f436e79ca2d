"""The sentences of an article that no entry names, each as the stub of a result or a commitment; terms to consider.

Does not belong here: what the numbers in them are (`report.draft.numbers`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from languages import SIDES
from report.articles.coverage import named_places
from report.articles.derive import opening_of
from report.articles.passages import Passage
from report.articles.places import place_in, place_of
from report.draft.ids import Ids
from report.draft.patterns import pattern
from report.draft.periods import Context
from report.draft.stubs import EntryStub, FigureStub
from report.draft.themes import Themes
from report.model import Report


class Sentences:
    """Which sentences are open, and the stubs for them."""

    def __init__(self, report: Report, article: str, themes: Themes, ids: Ids) -> None:
        """Take note of what the report names already."""
        self.report, self.article, self.themes, self.ids = report, article, themes, ids
        self.named = named_places(report) | {place_of(excuse.source) for excuse in report.excuses}
        self.years = [year.year for year in report.edition.years]

    def entry(self, passage: Passage, context: Context, figures: Sequence[FigureStub], words: str) -> EntryStub | None:
        """The stub for a sentence; none where an entry names it.

        Args:
            passage: The sentence.
            context: What is known of its section.
            figures: The stubs of its numbers.
            words: The sentence with references for them; empty where that cannot be.
        """
        place = place_in(self.article, passage)
        if place in self.named:
            return None
        is_planned = context.plans(passage.text)
        year = self._year(context, is_planned=is_planned)
        id = self.ids.new(f"{year}-{self.ids.at(place)}")
        ids = list(dict.fromkeys(figure.id for figure in figures if not figure.is_unread))
        theme = self.themes.of(passage.section, passage.text)
        return EntryStub(id, theme, opening_of(passage.text), place, year, is_planned, ids, words)

    def _year(self, context: Context, *, is_planned: bool) -> int:
        """The year of the report to which a sentence belongs."""
        open_to = [year for year in self.years if year in context.years] or self.years or [context.default]
        kept = [y for y in open_to if (self.report.plan_of(y) if is_planned else self.report.results_of(y))]
        if is_planned and not kept:  # What is reported is no longer planned.
            reported = [y for y in self.years if self.report.results_of(y)] or [context.default - 1]
            ahead = [y for y in open_to if y > max(reported)]
            return context.year if context.year in ahead else min(ahead, default=max(reported) + 1)
        if kept:
            return min(kept, key=lambda year: (abs(year - (context.year or max(kept))), year))
        if context.year in open_to:
            return context.year or open_to[0]
        return min(open_to)


def terms(report: Report, passages: Sequence[Passage]) -> Iterator[str]:
    """Names in quotation marks and abbreviations that the glossary does not have, each once."""
    known = {form for term in report.glossary for side in SIDES for form in term.all_forms(side)}
    kinds = (pattern("term"), pattern("abbreviation"))
    found = (match[1] for passage in passages for kind in kinds for match in kind.finditer(passage.text))
    yield from (word for word in dict.fromkeys(found) if word not in known)
