"""What the hand-out shows of a report, whichever parts it has.

Belongs here: which plan or results its second page holds. Does not belong here: the document around them
(`publish.summary.document`), how it looks (`summary.typ`).
"""

from __future__ import annotations

from collections.abc import Mapping

from languages import ORIGINAL, TRANSLATION
from publish.summary.document_types import Brief, Chart
from publish.summary.parts import Parts
from report.figures import write_text
from report.model import Language, ReportYear, Text

LINES = 34
"""Lines that the second page has room for, between its opening and its foot."""
BETWEEN = 1
"""Lines that a chapter takes besides its texts."""
LETTERS: Mapping[Language, int] = {ORIGINAL: 36, TRANSLATION: 74}
"""Letters of a line beside the titles, fewer than fit, since words break where they may."""


class HandOutParts(Parts):
    """Builds the parts of the hand-out that depend on what the report has."""

    def home_chart(self) -> list[Chart]:
        """The chart of the home page; empty where it has none."""
        chart = self.report.home_chart
        return [self.chart(chart)] if chart else []

    def second_page(self) -> tuple[ReportYear | None, Text | None, list[Brief]]:
        """The year on the second page, what opens it, and its parts.

        It is the outlook; without one the latest results, chapter by chapter; without these there is no such page.
        """
        plan, results = self.report.outlook, max(self.report.results, key=lambda each: each.year, default=None)
        part = plan or results
        year = next((year for year in self.report.edition.years if part and year.year == part.year), None)
        briefs = [self._brief(each.title, [each.lead], each.gap) for each in plan.workstreams] if plan else []
        if results and not plan:
            texts = [[*filter(None, [each.lead]), *(r.text for r in each.results)] for each in results.chapters]
            shown = self._fitting(texts)
            briefs = [self._brief(each.title, some) for each, some in zip(results.chapters, shown, strict=True)]
        return year, part.lead if part else None, briefs

    def _fitting(self, chapters: list[list[Text]]) -> list[list[Text]]:
        """The first text of each chapter, then the second of each, and so on, while the page has room for them."""
        shown: list[list[Text]] = [texts[:1] for texts in chapters]
        room = LINES - sum(self._lines(text) + BETWEEN for texts in shown for text in texts)
        for turn in range(1, max(map(len, chapters), default=0)):
            for texts, taken in zip(chapters, shown, strict=True):
                if len(taken) == turn < len(texts) and (room := room - self._lines(texts[turn])) >= 0:
                    taken.append(texts[turn])
        return shown

    def _lines(self, text: Text) -> int:
        """Of the longer language, so that both show the same."""
        return max(-(-len(write_text(self.report, text, language)) // LETTERS[language]) for language in LETTERS)

    def _brief(self, title: Text, texts: list[Text], gap: Text | None = None) -> Brief:
        first, *more = (self.writer.text(text) for text in texts)
        left_out = self.writer.text(gap) if gap else []
        return {"title": self.view.plain(title), "tokens": first, "more": more, "gap": left_out}
