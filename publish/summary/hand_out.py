"""The hand-out: the finding, figures, results and charts on its first page, what is planned on its second.

Belongs here: which plan or results its second page holds. Does not belong here: the values that it shares with the
other documents (`publish.summary.front`), how it looks and how many entries there is room for (`hand-out.typ`).
"""

from __future__ import annotations

from collections.abc import Iterable

from publish.summary.document_types import Direction, Document
from publish.summary.front import FrontParts
from publish.summary.part_types import Chart
from publish.summary.tokens import Tokens
from report.model import Chapter as ResultsChapter
from report.model import Commitment, Result, Workstream
from report.overview import Role, stage_of_plan, stage_of_results
from report.series import rows_of

ENTRIES = 6
"""Entries of a direction at most; the page takes as many of them as it has room for."""
CHARTS = 4
"""Charts to choose from, by their height."""


class HandOutSummary(FrontParts):
    """Builds the hand-out in one language."""

    def whole(self) -> Document:
        """The hand-out."""
        writer = self.writer
        eyebrow, heading, directions = self._second_page()
        facts, blocks = self.facts(), self.blocks()
        return self.document(
            "hand-out",
            [],
            handout={
                "hero": self.hero(),
                "facts": facts,
                "caption": self._caption() if blocks else [],
                "blocks": blocks,
                "charts": self._charts(),
                "eyebrow": eyebrow,
                "heading": heading,
                "directions": directions,
                "map": self.map(),
                "foot": writer.word("summary.more"),
            },
        )

    def _caption(self) -> Tokens:
        """The heading of the groups on the home page."""
        sections = self.report.page["index"].sections if "index" in self.report.page else ()
        title = next((section.title for section in sections if section.id == "easier"), None)
        return self.writer.title(title) if title else []

    def _charts(self) -> list[Chart]:
        """The charts that draw the facts, in their order, then the others."""
        facts = [item.figure for item in self._chosen()]

        def place(shown: set[str]) -> int:
            return min((number for number, id in enumerate(facts) if id in shown), default=len(facts))

        charts = [(place({row.figure for row in rows_of(self.report, each)}), each) for each in self.report.charts]
        charts.sort(key=lambda found: found[0])
        return [self.chart(each, notes=False) for _, each in charts[:CHARTS]]

    def _second_page(self) -> tuple[str, Tokens, list[Direction]]:
        """The line above the heading of the second page, the heading, its parts.

        It is the outlook; without one the latest results, chapter by chapter; without these there is no such page.
        """
        plan, results = self.report.outlook, max(self.report.results, key=lambda each: each.year, default=None)
        shown = plan or results
        if shown is None:
            return "", [], []
        if plan:
            role = stage_of_plan(self.report, plan).role
            eyebrow = self.view.word("summary.plan-only", year=plan.year)
            parts = [self._direction(each, each.highlighted, role) for each in plan.workstreams]
        if results and not plan:
            role = stage_of_results(self.report, results.year).role
            eyebrow = self.view.word("map.stage-results", year=results.year)
            parts = [self._direction(each, each.results, role) for each in results.chapters]
        year = next((each for each in self.report.edition.years if each.year == shown.year), None)
        return eyebrow, self.writer.title(year.title) if year else [], parts

    def _direction(
        self, part: Workstream | ResultsChapter, entries: Iterable[Commitment | Result], role: Role
    ) -> Direction:
        title, beside, note = self.writer.title(part.title), Tokens(), Tokens()
        said = [self.brief(entry) for entry in entries][:ENTRIES]
        if isinstance(part, Workstream):
            title, beside = self.names(part)
            said = said or [self.writer.text(part.aim or part.lead)]
            note = self.writer.text(part.gap) if part.gap else []
        return {"title": title, "beside": beside, "entries": said, "role": role, "note": note}
