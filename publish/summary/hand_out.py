"""What the hand-out shows of a report, whichever parts it has.

Belongs here: which plan or results its second page holds. Does not belong here: the document around them
(`publish.summary.document`), how it looks (`summary.typ`).
"""

from __future__ import annotations

from publish.summary.document_types import Brief, Chart
from publish.summary.parts import Parts
from report.model import ReportYear, Text


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
        briefs = [self._brief(each.title, each.lead, each.gap) for each in plan.workstreams] if plan else []
        if results and not plan:
            briefs = [self._brief(each.title, each.lead or each.results[0].text) for each in results.chapters]
        return year, part.lead if part else None, briefs

    def _brief(self, title: Text, text: Text, gap: Text | None = None) -> Brief:
        tokens = self.writer.text(gap) if gap else []
        return {"title": self.view.plain(title), "tokens": self.writer.text(text), "gap": tokens}
