"""The annual summary as values: its cover, its chapters, its two-page hand-out.

Belongs here: the contents of the summary, and their order. Does not belong here: how it looks (`summary.typ`), tables
(`publish.summary.tables`), making the file (`publish.summary.pdf`).

The order of the years follows from what is known of them: first the year that has both a plan and results, the
year in review; then years with results alone, its baseline; last years with a plan alone, the outlook.

Example::

    documents(view_of(report, TRANSLATION, Path(".cache/charts")), "https://example.org/")[""]["chapters"]
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from languages import ORIGINAL
from macros.ledger import PAGE as LEDGER
from macros.view import View
from publish.summary.document_types import (
    Chapter,
    Document,
    Frame,
    Front,
    HandOut,
    KeyFigureGroup,
    Pair,
    Paragraph,
    Part,
    Section,
)
from publish.summary.hand_out import HandOutParts
from publish.summary.hyphens import NONE, unhyphenated
from publish.summary.ledger import again_table, counted, counted_in_words, entries_table, ledgers
from publish.summary.parts import entry_list, setting
from publish.summary.tables import errata_table, figures_table, glossary_table
from publish.summary.tokens import Tokens
from report.articles.coverage import measure_coverage
from report.model import Chapter as ResultsChapter
from report.model import Commitment, Language, Locator, Report, ReportYear, Result, Text, Workstream
from report.publisher import notice_of
from report.source_facts import full_title, source_facts


class Summary(HandOutParts):
    """Builds the annual summary in one language."""

    def full(self) -> Document:
        """The whole summary."""
        glance = self._glance()
        chapters = [*glance, *self._years(), *self._charts(), *self._reference()]
        frame = self._frame("summary.document-title", cover=True)
        return self._document(frame, self._front(), chapters, glance=bool(glance))

    def hand_out(self) -> Document:
        """The hand-out of two pages."""
        year, opening, items = self.second_page()
        front = self._front()
        pages: HandOut = {
            **front,
            "statements": [*front["statements"], self.writer.word("summary.more")],
            "years": [
                {"title": self.writer.text(each.title), "tokens": self.writer.text(each.description)}
                for each in self.report.edition.years
            ],
            "charts": self.home_chart(),
            "heading": self.writer.text(year.title) if year else [],
            "outlook": self.writer.text(opening) if opening else [],
            "directions": items,
            "ledger": [
                [["bold", self.view.plain(self.title(LEDGER))], *self.gap(), *counted_in_words(self.writer, review)]
                for review in ledgers(self.report)[:1]
            ],
        }
        return self._document(self._frame("summary.hand-out-title", cover=False), pages, [])

    def _frame(self, title: str, *, cover: bool) -> Frame:
        """The values that every document has: names, language, words of headers and footers."""
        edition = self.report.edition
        names = {"subject": edition.subject, "title": self.title("summary"), "tagline": edition.site.tagline}
        words = {name: self.view.plain(text) for name, text in names.items()}
        return {
            "language": self.view.language,
            "languages": {side: setting(form) for side, form in self.report.languages.items()},
            "cover": cover,
            "traced": cover and "figures" in self.report.page,  # Figures link to the table of all figures.
            "title": self.view.word(title, **words),
            "author": self.view.plain(edition.site.name),
            "description": self.view.plain(edition.site.description),
            "keywords": [self.view.plain(theme.title) for theme in edition.themes],
            "date": {"year": edition.published.year, "month": edition.published.month, "day": edition.published.day},
            "head": self.view.word("summary.head", **words),
            "foot": notice_of(self.report, self.view.language),
            "words": {"contents": self.view.word("summary.contents"), "page": self.view.word("summary.page")},
        }

    def _document(
        self, frame: Frame, front: Front | HandOut, chapters: list[Chapter], *, glance: bool = False
    ) -> Document:
        patterns = self.view.form.hyphenation
        whole = unhyphenated([frame, front, chapters], patterns) if patterns else NONE
        return {**frame, "front": front, "glance": glance, "chapters": chapters, "unhyphenated": whole}

    def _front(self) -> Front:
        """The values of the cover, which the hand-out's first page shares."""
        edition, home, writer = self.report.edition, self.report.home, self.writer
        notices = [] if self.view.language == ORIGINAL else [edition.notices.prevails]
        values = {"edition": edition.edition, "revision": edition.revision, "published": self.day(edition.published)}
        groups: list[KeyFigureGroup] = [
            {
                "title": writer.text(group.title),
                "items": [
                    {
                        "value": writer.words(self.view.facts(item.figure).forms[item.form]),
                        "note": writer.text(item.counted or self.report.figure[item.figure].label),
                    }
                    for item in group.items
                ],
            }
            for group in home.groups
        ]
        return {
            "subject": self.view.plain(edition.subject),
            "title": self.view.plain(self.title("summary")),
            "tagline": self.view.plain(edition.site.tagline),
            "headline": writer.text(home.headline),
            "lead": writer.text(home.lead) if home.lead else [],
            "groups": groups,
            "statements": [[["bold", notice_of(self.report, self.view.language)]], *map(writer.text, notices)],
            "edition": [
                [
                    *writer.word("footer.edition", **values),
                    *self.gap(),
                    *writer.word("footer.data-as-of", day=self.day(edition.data_as_of)),
                ],
                *(
                    [*writer.text(a.title), *writer.word("list.colon"), *writer.text(a.not_stated)]
                    for a in self.report.articles
                    if a.not_stated
                ),
            ],
            "code": self.code(""),
        }

    def _glance(self) -> list[Chapter]:
        """The summary on one page: the chart of the finding, the years, the directions; none where all are absent."""
        years = [self.item(year.description, before=year.title) for year in self.report.edition.years]
        outlook, headings = self.report.outlook, self._headings("index")
        streams = outlook.workstreams if outlook else ()
        directions = [self.item(each.gap or each.lead, before=each.title) for each in streams]
        sections = [
            self.section(headings[id], [entry_list(items)], full=True)
            for id, items in (("years", years), ("directions", directions))
            if id in headings and items
        ]
        drawings = self.home_chart()
        heading = self.writer.word("summary.glance")
        return [self.chapter(heading, "", [*drawings], sections)] if drawings or sections else []

    def _years(self) -> list[Chapter]:
        """The years: in review, baseline, then the ledger, then outlook."""
        review: list[Chapter] = []
        baseline: list[Chapter] = []
        outlook: list[Chapter] = []
        for year in self.report.edition.years:
            plan, results = self.report.plan_of(year.year), self.report.results_of(year.year)
            if plan or results:
                (review if plan and results else baseline if results else outlook).append(self._year(year))
        return [*review, *baseline, *self._ledger(), *outlook]

    def _ledger(self) -> list[Chapter]:
        """The chapter of the ledger; none while the report has no ledger."""
        found = ledgers(self.report)
        if not found:
            return []
        titles = self._headings(LEDGER)
        sections = self._prose(LEDGER)
        for review in found:
            if "entries" in titles:
                sections.append(self.section(titles["entries"], [entries_table(self.writer, review)]))
            if review.taken_up() and "again" in titles:
                sections.append(self.section(titles["again"], [again_table(self.writer, review)]))
        return [self.page(LEDGER, [counted(self.writer, review) for review in found], sections)]

    def _year(self, year: ReportYear) -> Chapter:
        plan, results = self.report.plan_of(year.year), self.report.results_of(year.year)
        parts: list[Part] = [{"kind": "lead", "tokens": self.writer.text(year.description)}]
        sections: list[Section] = []
        if plan and not results:
            parts.append(self._paragraph(plan.lead))
            sections += [self._workstream(stream, level=2) for stream in plan.workstreams]
        elif plan:
            streams = [self._workstream(stream, level=3) for stream in plan.workstreams]
            sections.append(self.section(self.writer.text(plan.title), [self._paragraph(plan.lead)], streams))
        if results:
            chapters = [
                self.section(
                    self.writer.text(each.title),
                    self._results(each.lead, each.results),
                    level=3,
                    places=_places(each, each.results),
                )
                for each in results.chapters
            ]
            lead = self._paragraph(results.lead)
            sections.append(self.section(self.writer.word("year.results"), [lead], chapters))
        return self.chapter(self.writer.text(year.title), f"{year.year}/", parts, sections)

    def _workstream(self, stream: Workstream, level: int) -> Section:
        parts: list[Part] = [self._paragraph(stream.lead)]
        if stream.slogan:
            label, tokens = self.view.word("plan.slogan"), self.writer.text(stream.slogan)
            parts.append({"kind": "slogan", "label": label, "tokens": tokens})
        if stream.gap:
            label, tokens = self.view.word("gap.title"), self.writer.text(stream.gap)
            parts.append({"kind": "note", "label": label, "tokens": tokens, "source": []})
        parts += self.entries(stream.commitments, numbered=True)
        if not stream.commitments:
            parts.append({"kind": "remark", "tokens": self.writer.word("plan.none")})
        return self.section(
            self.writer.text(stream.title), parts, level=level, places=_places(stream, stream.commitments)
        )

    def _results(self, lead: Text | None, results: Iterable[Result]) -> list[Part]:
        return [*([self._paragraph(lead)] if lead else []), *self.entries(results, numbered=False)]

    def _charts(self) -> list[Chapter]:
        charts = [self.chart_section(each) for each in self.report.charts]
        return [self.page("charts", [], charts)] if "charts" in self.report.page else []

    def _reference(self) -> list[Chapter]:
        """The reference chapters."""
        coverage = measure_coverage(self.report)
        counts = {"sentences": coverage.sentences, "named": coverage.named, "excused": len(coverage.excused)}
        remark: Part = {"kind": "remark", "tokens": self.writer.word("summary.coverage", **counts)}
        return [
            *([self.page("figures", [figures_table(self.writer)])] if "figures" in self.report.page else []),
            *([self.page("glossary", [glossary_table(self.writer)])] if "glossary" in self.report.page else []),
            *([self.page("sources", [remark], self._articles())] if "sources" in self.report.page else []),
            *([self.page("method", [], self._prose("method"), opens=False)] if "method" in self.report.page else []),
            *([self.page("errata", [errata_table(self.writer)], opens=False)] if "errata" in self.report.page else []),
        ]

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
            sections.append(self.section(self.writer.text(article.title), parts))
        return sections

    def _prose(self, page: str) -> list[Section]:
        return [
            self.section(
                self.writer.text(section.title), [self._paragraph(text) for text in section.paragraphs], hung=True
            )
            for section in self.report.page[page].sections
            if section.paragraphs
        ]

    def _paragraph(self, text: Text) -> Paragraph:
        return {"kind": "paragraph", "tokens": self.writer.text(text)}

    def _headings(self, page: str) -> dict[str, Tokens]:
        """The headings of a page; the summary leaves out the sections that it has not."""
        return {each.id: self.writer.text(each.title) for each in self.report.page[page].sections}


def _places(opening: ResultsChapter | Workstream, entries: Iterable[Result | Commitment]) -> list[Locator]:
    return [*opening.sources, *(place for entry in entries for place in entry.sources)]


def documents(view: View, address: str) -> dict[str, Document]:
    """Both documents of a language, by the end of their names."""
    summary = Summary(view, address)
    return {"": summary.full(), "-2pages": summary.hand_out()}


def view_of(report: Report, language: Language, cache: Path) -> View:
    """The view that the summary is written from."""
    return View(report, language, "summary/", report.page.get("summary", report.pages[0]), cache)
