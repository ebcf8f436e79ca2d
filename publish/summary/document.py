"""The annual summary as values: its cover and its chapters.

Belongs here: the contents of the summary, and their order: the latest results, those of the years before them, what is
planned, the map of all entries, the charts, how the report is made. Does not belong here: what other documents have
(`publish.summary.annex`, `publish.summary.hand_out`), how it looks (`summary.typ`), making the file
(`publish.summary.pdf`).

Example::

    documents(view_of(report, TRANSLATION, Path(".cache/charts")), "https://example.org/")[""]["chapters"]
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from macros.ledger import ledger_entries
from macros.view import View
from publish.summary.annex import Annex
from publish.summary.document_types import Chapter, Document, Section
from publish.summary.front import FrontParts
from publish.summary.hand_out import HandOutSummary
from publish.summary.part_types import Item, Part
from publish.summary.tokens import Tokens
from report.model import Chapter as ResultsChapter
from report.model import Commitment, Language, Locator, Plan, Report, Result, Workstream, YearResults
from report.overview import Role, stage_of_plan, stage_of_results

LARGE = 2
"""Measures of a direction that stand large above the others."""


class Summary(FrontParts):
    """Builds the annual summary in one language."""

    def whole(self) -> Document:
        """The whole summary."""
        results = sorted(self.report.results, key=lambda each: each.year, reverse=True)
        plans = sorted(self.report.plans, key=lambda each: each.year, reverse=True)
        chapters = [
            *(self._results(each, latest=number == 0) for number, each in enumerate(results)),
            *map(self._plan, plans),
            *self._map(),
            *self._charts(),
            *self._method(),
        ]
        return self.document(
            "summary", chapters, cover=self.cover("summary.cover"), contents=self._years()
        )

    def _years(self) -> list[Part]:
        """The years, each in a sentence."""
        items: list[Item] = [
            {
                "tokens": [["bold", self.view.plain(year.title)], *self.gap(), *self.writer.text(year.description)],
                "status": "",
                "note": None,
            }
            for year in self.report.edition.years
        ]
        return [{"kind": "entries", "items": items, "role": None}] if items else []

    def _results(self, results: YearResults, *, latest: bool) -> Chapter:
        stage = stage_of_results(self.report, results.year)
        parts: list[Part] = [{"kind": "lead", "tokens": self.writer.text(results.lead)}]
        if results.caution:
            parts.append({"kind": "remark", "tokens": self.writer.text(results.caution)})
        parts += self.groups() if latest else []
        sections = [self._chapter(each, stage.role, large=not latest) for each in results.chapters]
        heading = self.writer.words(self.stage(stage))
        return self.chapter(heading, f"{results.year}/", parts, sections, stage.role)

    def _chapter(self, chapter: ResultsChapter, role: Role, *, large: bool) -> Section:
        parts: list[Part] = []
        if large and chapter.key_numbers:
            parts += self.key_numbers(chapter.key_numbers, role)
        if chapter.lead:
            parts.append(self._paragraph(self.writer.text(chapter.lead)))
        parts += self.entries(chapter.results, role)
        places = _places(chapter, chapter.results)
        return self.section(self.writer.title(chapter.title), parts, role=role, places=places)

    def _plan(self, plan: Plan) -> Chapter:
        stage = stage_of_plan(self.report, plan)
        ahead = stage.role == "plan-ahead"
        parts: list[Part] = [{"kind": "lead", "tokens": self.writer.text(plan.lead)}]
        sections = [self._workstream(plan, stream, stage.role, large=ahead) for stream in plan.workstreams]
        heading = self.writer.words(self.stage(stage))
        return self.chapter(heading, f"{plan.year}/", parts, sections, stage.role)

    def _workstream(self, plan: Plan, stream: Workstream, role: Role, *, large: bool) -> Section:
        parts: list[Part] = [self._paragraph(self.writer.text(stream.lead))]
        first: list[Commitment] = [*stream.highlighted[:LARGE]] if large else []
        if len(stream.commitments) > LARGE and first:
            parts.append({"kind": "features", "items": [self.brief(each) for each in first], "role": role})
        if stream.gap:
            label, tokens = self.view.word("gap.title"), self.writer.text(stream.gap)
            parts.append({"kind": "note", "label": label, "tokens": tokens, "source": []})
        elif not stream.commitments:
            parts.append({"kind": "remark", "tokens": self.writer.word("plan.none")})
        ledger = ledger_entries(self.view, plan)
        listed = self.entries(stream.commitments, role)
        for item, each in zip(listed[0]["items"] if listed else [], stream.commitments, strict=True):
            if each.id in ledger and ledger[each.id].taken_up:
                item["status"] = self.view.word("ledger.taken-up")
        parts += listed
        heading, beside = self.names(stream)
        if stream.commitments:
            count = self.writer.word("plan.count", count=len(stream.commitments))
            beside = [*beside, *(self.writer.word("list.comma") if beside else []), *count]
        return self.section(
            heading, parts, beside=beside, role=role, places=_places(stream, stream.commitments)
        )

    def _map(self) -> list[Chapter]:
        found = self.map()
        return [self.chapter(self.writer.word("summary.all"), "", [found], [])] if found else []

    def _charts(self) -> list[Chapter]:
        if "charts" not in self.report.page or not self.report.charts:
            return []
        return [self.page("charts", [{"kind": "charts", "charts": [self.chart(each) for each in self.report.charts]}])]

    def _method(self) -> list[Chapter]:
        """How the report is made."""
        return [self.page("method", [], self.prose("method"))] if "method" in self.report.page else []

    def _paragraph(self, tokens: Tokens) -> Part:
        return {"kind": "paragraph", "tokens": tokens}


def _places(opening: ResultsChapter | Workstream, entries: Iterable[Result | Commitment]) -> list[Locator]:
    return [*opening.sources, *(place for entry in entries for place in entry.sources)]


def documents(view: View, address: str) -> dict[str, Document]:
    """Every document of a language, by the end of its name."""
    return {
        "": Summary(view, address).whole(),
        "-2pages": HandOutSummary(view, address).whole(),
        "-annex": Annex(view, address).whole(),
    }


def view_of(report: Report, language: Language, cache: Path) -> View:
    """The view that the summary is written from."""
    return View(report, language, "summary/", report.page.get("summary", report.pages[0]), cache)
