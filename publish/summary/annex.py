"""The annex of the annual summary as values: all figures, plan beside result, glossary, sources, errata.

Belongs here: its chapters and their order. Does not belong here: its tables (`publish.summary.tables`,
`publish.summary.ledger`), how it looks (`summary.typ`).
"""

from __future__ import annotations

from languages import ORIGINAL
from macros.ledger import PAGE as LEDGER
from publish.summary.document_types import Chapter, Document, Section
from publish.summary.front import FrontParts
from publish.summary.ledger import again_table, counted, entries_table, ledgers
from publish.summary.part_types import Pair, Part
from publish.summary.tables import errata_table, figures_table, glossary_table
from report.articles.coverage import measure_coverage
from report.model import Text
from report.source_facts import full_title, source_facts


class Annex(FrontParts):
    """Builds the annex in one language."""

    def whole(self) -> Document:
        """The whole annex."""
        chapters = [
            *([self.page("figures", [figures_table(self.writer)])] if self._has("figures") else []),
            *self._ledger(),
            *([self.page("glossary", [glossary_table(self.writer)])] if self._has("glossary") else []),
            *([self.page("sources", [self._coverage()], self._articles())] if self._has("sources") else []),
            *([self.page("errata", [errata_table(self.writer)])] if self._has("errata") else []),
        ]
        return self.document("annex", chapters, cover=self.cover("summary.annex-cover"))

    def _has(self, page: str) -> bool:
        return page in self.report.page

    def _ledger(self) -> list[Chapter]:
        """Plan beside result; none while the report has no ledger."""
        found = ledgers(self.report)
        if not found:
            return []
        titles = {each.id: self.writer.title(each.title) for each in self.report.page[LEDGER].sections}
        sections = self.prose(LEDGER)
        for review in found:
            if "entries" in titles:
                sections.append(self.section(titles["entries"], [entries_table(self.writer, review)]))
            if review.taken_up() and "again" in titles:
                sections.append(self.section(titles["again"], [again_table(self.writer, review)]))
        return [self.page(LEDGER, [counted(self.writer, review) for review in found], sections)]

    def _coverage(self) -> Part:
        coverage = measure_coverage(self.report)
        counts = {"sentences": coverage.sentences, "named": coverage.named, "excused": len(coverage.excused)}
        return {"kind": "remark", "tokens": self.writer.word("summary.coverage", **counts)}

    def _articles(self) -> list[Section]:
        sections = []
        for article in self.report.articles:
            title = self.writer.foreign(full_title(self.report, article, ORIGINAL), ORIGINAL)
            pairs: list[Pair] = [{"label": self.view.word("place.original"), "tokens": title}]
            for key, said in source_facts(self.report, article, self.view.language):
                tokens = self.writer.text(said) if isinstance(said, Text) else self.writer.words(said)
                pairs.append({"label": self.view.word(key), "tokens": tokens})
            headings: list[Pair] = []
            for section in article.sections:
                years = sorted(section.years)
                tokens = self.writer.foreign(section.as_printed, ORIGINAL)
                if self.view.language != ORIGINAL:
                    tokens += [["text", " "], *self.writer.text(section.title)]
                shown = f"{years[0]}" if len(years) == 1 else f"{years[0]}–{years[-1]}"
                headings.append({"label": shown, "tokens": tokens})
            parts: list[Part] = [
                {"kind": "pairs", "pairs": pairs},
                {"kind": "remark", "tokens": self.writer.word("source.sections")},
                {"kind": "pairs", "pairs": headings},
            ]
            sections.append(self.section(self.writer.title(article.title), parts))
        return sections
