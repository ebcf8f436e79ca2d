"""The theme to propose for a number or a sentence: the one whose name shares most with its words.

Does not belong here: what else is proposed (`report.draft.numbers`, `report.draft.sentences`).
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from report.model import Commitment, Report, Result
from report.numerals.fold import fold


class Themes:
    """The themes of a report by what they share with words of an article."""

    def __init__(self, report: Report, article: str) -> None:
        """Take note of the themes, and of which sections of the article have which."""
        self.pairs = {theme.id: _pairs(theme.title.zh) for theme in report.edition.themes}
        self.of_section: dict[str, Counter[str]] = {}
        entries: list[Result | Commitment] = [*report.all_results(), *report.all_commitments()]
        for theme, place in ((entry.theme, place) for entry in entries for place in entry.sources):
            if place.article == article and theme:
                self.of_section.setdefault(place.section, Counter())[theme] += 1

    def of(self, heading: str, *words: str) -> str:
        """The theme for an entry of a section: by its words, then its heading, then that of its neighbours.

        Empty where the report has no themes.
        """
        for said in (*words, heading):
            pairs = _pairs(said)
            shared = {id: len(pairs & of_theme) for id, of_theme in self.pairs.items()}
            best = max(shared.values(), default=0)
            found = [id for id, count in shared.items() if count == best]
            if best and len(found) == 1:
                return found[0]
        known = self.of_section.get(heading)
        return known.most_common(1)[0][0] if known else next(iter(self.pairs), "")


def _pairs(words: str) -> set[tuple[str, str]]:
    """Each two characters that touch; a word of Chinese has two as a rule."""
    return set(pairwise(fold(words)))
