"""The annual summary as values: its cover, its chapters in their order, its two-page hand-out.

Belongs here: what stands in the summary, and where. Does not belong here: how it looks (`summary.typ`), tables
(`summary_tables`), making the file (`summary_pdf`).

The order of the years follows from what is known of them: first the year that has both a plan and results, the
year in review; then years with results alone, its baseline; last years with a plan alone, the outlook.

Example::

    document(view, address="https://example.org/")["chapters"][0]["heading"]
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import segno

from charts import WIDE, inline
from macros.chart_specs import open_ended, spec_of
from macros.view import View
from publish.languages import LANGUAGES
from publish.summary_hyphens import NONE, unparted
from publish.summary_tables import caveat, errata_table, figures_table, glossary_table
from publish.summary_words import Tokens, Writer, plain
from report.coverage import measure_coverage
from report.model import Chapter, Chart, Commitment, Language, Locator, Plan, ReportYear, Result, Text, Workstream

Part = dict[str, Any]

POINTS = 0.72
"""Width of a drawing in pt for each of its CSS px: its labels are then as large as the text around them."""


class Summary:
    """One language of the annual summary, in the making.

    Attributes:
        view: Report and language.
        writer: Makes the tokens.
        address: Where the site stands, ending in a slash; empty where nobody knows, and then no code is printed.
    """

    def __init__(self, view: View, address: str) -> None:
        self.view = view
        self.writer = Writer(view)
        self.address = address
        self.report = view.report

    def full(self) -> Part:
        """The whole summary."""
        document = self._frame("summary.document-title", cover=True)
        chapters = [self._glance(), *self._years(), self._charts(), *self._reference()]
        return self._whole({**document, "front": self._front(), "chapters": chapters})

    def hand_out(self) -> Part:
        """The hand-out: two pages that stand alone."""
        outlook = max(self.report.plans, key=lambda plan: plan.year)
        year = next(year for year in self.report.edition.years if year.year == outlook.year)
        front = self._front()
        front |= {
            "statements": [*front["statements"], self.writer.word("summary.more")],
            "years": [
                {"title": self.writer.text(each.title), "tokens": self.writer.text(each.description)}
                for each in self.report.edition.years
            ],
            "charts": [self._chart(self.report.chart[self.report.home.chart])],
            "heading": self.writer.text(year.title),
            "outlook": self.writer.text(outlook.lead),
            "directions": [self._direction(part) for part in outlook.workstreams],
        }
        return self._whole({**self._frame("summary.hand-out-title", cover=False), "front": front, "chapters": []})

    def _frame(self, title: str, *, cover: bool) -> Part:
        """What every document has: names, languages, the words of its edges."""
        edition = self.report.edition
        names = {"subject": edition.subject, "title": self._title("summary"), "tagline": edition.site.tagline}
        words = {name: self.view.plain(text) for name, text in names.items()}
        return {
            "language": self.view.language,
            "cover": cover,
            "traced": cover,
            "title": self.view.word(title, **words),
            "author": self.view.plain(edition.site.name),
            "description": self.view.plain(edition.site.description),
            "keywords": [self.view.plain(theme.title) for theme in edition.themes],
            "date": {"year": edition.published.year, "month": edition.published.month, "day": edition.published.day},
            "head": self.view.word("summary.head", **words),
            "foot": self.view.plain(edition.notices.compiled),
            "words": {"contents": self.view.word("summary.contents"), "page": self.view.word("summary.page")},
        }

    def _whole(self, document: Part) -> Part:
        """The document, and the words of it that no line may part."""
        return {**document, "unparted": unparted(document) if self.view.language == "en" else NONE}

    def _front(self) -> Part:
        """The cover; the head of the hand-out's first page is made from the same."""
        edition, home, writer = self.report.edition, self.report.home, self.writer
        notices = [edition.notices.compiled, *([] if self.view.language == "zh" else [edition.notices.prevails])]
        values = {"edition": edition.edition, "revision": edition.revision, "published": self._day(edition.published)}
        groups = [
            {
                "title": writer.text(group.title),
                "items": [
                    {"value": writer.words(self.view.value(item.figure, item.form)), "note": writer.text(item.note)}
                    for item in group.items
                ],
            }
            for group in home.groups
        ]
        return {
            "subject": self.view.plain(edition.subject),
            "title": self.view.plain(self._title("summary")),
            "tagline": self.view.plain(edition.site.tagline),
            "headline": writer.text(home.headline),
            "lead": writer.text(home.lead),
            "groups": groups,
            "statements": [[["bold", plain(writer.text(notices[0]))]], *(writer.text(notice) for notice in notices[1:])],
            "edition": [
                [*writer.word("footer.edition", **values), *self._gap(), *writer.word("footer.data-as-of", day=self._day(edition.data_as_of))],
                *([*writer.text(a.title), *writer.word("list.colon"), *writer.text(a.not_stated)] for a in self.report.articles),
            ],
            "code": self._code(""),
        }

    def _glance(self) -> Part:
        """A page that says it all: the finding drawn, the years, the directions."""
        home = self.report.home
        years = [self._item(year.description, before=year.title) for year in self.report.edition.years]
        outlook = max(self.report.plans, key=lambda plan: plan.year)
        directions = [self._item(part.gap or part.lead, before=part.title) for part in outlook.workstreams]
        sections = [
            self._section(self._page_heading("years"), [_entries(years)], full=True),
            self._section(self._page_heading("directions"), [_entries(directions)], full=True),
        ]
        parts = [self._chart(self.report.chart[home.chart])]
        return self._chapter("glance", self.writer.word("summary.glance"), "", parts, sections)

    def _years(self) -> list[Part]:
        """The years: in review, baseline, then the ledger, then outlook."""
        review, baseline, outlook = [], [], []
        for year in self.report.edition.years:
            plan, results = self.report.plan_of(year.year), self.report.results_of(year.year)
            (review if plan and results else baseline if results else outlook).append(self._year(year))
        return [*review, *baseline, *self._ledger(), *outlook]

    def _ledger(self) -> list[Part]:
        """The chapter of promises and results; none while the report has no ledger."""
        return []

    def _year(self, year: ReportYear) -> Part:
        plan, results = self.report.plan_of(year.year), self.report.results_of(year.year)
        parts = [_part("lead", tokens=self.writer.text(year.description))]
        sections: list[Part] = []
        if plan and not results:
            parts.append(_part("paragraph", tokens=self.writer.text(plan.lead)))
            sections += [self._workstream(plan, part, level=2) for part in plan.workstreams]
        elif plan:
            streams = [self._workstream(plan, part, level=3) for part in plan.workstreams]
            lead = _part("paragraph", tokens=self.writer.text(plan.lead))
            sections.append(self._section(self.writer.text(plan.title), [lead], streams))
        if results:
            lead = _part("paragraph", tokens=self.writer.text(results.lead))
            chapters = [
                self._section(self.writer.text(each.title), self._results(each.lead, each.results), level=3, places=_places(each, each.results))
                for each in results.chapters
            ]
            sections.append(self._section(self.writer.word("year.results"), [lead], chapters))
        return self._chapter(f"y{year.year}", self.writer.text(year.title), f"{year.year}/", parts, sections)

    def _workstream(self, plan: Plan, part: Workstream, level: int) -> Part:
        parts = [_part("paragraph", tokens=self.writer.text(part.lead))]
        if part.slogan:
            parts.append(_part("slogan", label=self.view.word("plan.slogan"), tokens=self.writer.text(part.slogan)))
        if part.gap:
            label = self.view.word("gap.title")
            parts.append(_part("note", label=label, tokens=self.writer.text(part.gap), source=[]))
        parts += self._entries(part.commitments, numbered=True)
        if not part.commitments:
            parts.append(_part("remark", tokens=self.writer.word("plan.none")))
        return self._section(self.writer.text(part.title), parts, level=level, places=_places(part, part.commitments))

    def _results(self, lead: Text | None, results: Iterable[Result]) -> list[Part]:
        parts = [_part("paragraph", tokens=self.writer.text(lead))] if lead else []
        return [*parts, *self._entries(results, numbered=False)]

    def _entries(self, entries: Iterable[Result | Commitment], *, numbered: bool) -> list[Part]:
        """Entries as a list; none for none."""
        entries = list(entries)
        if not entries:
            return []
        items = []
        for entry in entries:
            item = self._item(entry.text)
            if isinstance(entry, Result) and entry.status != "reported":
                item["status"] = self.view.word(f"status.{entry.status}")
            if entry.note:
                source = self.view.word("note.source", source=self.view.plain(entry.note_source or entry.note))
                label = self.view.word("note.editors")
                item["note"] = {"label": label, "tokens": self.writer.text(entry.note), "source": self.writer.words(source)}
            items.append(item)
        return [_entries(items, numbered=numbered)]

    def _charts(self) -> Part:
        sections = [
            self._section(self.writer.text(each.question), [self._chart(each)])
            for each in self.report.charts
        ]
        return self._page("charts", [], sections)

    def _reference(self) -> list[Part]:
        """What a reader looks things up in."""
        coverage = measure_coverage(self.report)
        counts = {"sentences": coverage.sentences, "named": coverage.named, "excused": len(coverage.excused)}
        return [
            self._page("figures", [figures_table(self.writer)]),
            self._page("glossary", [glossary_table(self.writer)]),
            self._page("sources", [_part("remark", tokens=self.writer.word("summary.coverage", **counts))], self._articles()),
            self._page("method", [], self._prose("method"), opens=False),
            self._page("errata", [errata_table(self.writer)], opens=False),
        ]

    def _articles(self) -> list[Part]:
        sections = []
        for article in self.report.articles:
            title = self.writer.foreign(article.title.zh + article.subtitle.zh, "zh")
            names = [("place.original", title), ("source.byline", self.writer.text(article.byline))]
            names += [("source.publisher", self.writer.text(article.publisher))]
            names += [("source.not-stated", self.writer.text(article.not_stated))]
            pairs = [{"label": self.view.word(key), "tokens": tokens} for key, tokens in names]
            parts: list[Part] = []
            for section in article.sections:
                years = section.years
                tokens = self.writer.foreign(section.heading, "zh")
                if self.view.language != "zh":
                    tokens += [["text", " "], *self.writer.text(section.title)]
                shown = f"{years[0]}" if len(years) == 1 else f"{years[0]}–{years[-1]}"
                parts.append({"label": shown, "tokens": tokens})
            below = [_part("remark", tokens=self.writer.word("source.sections")), _part("pairs", pairs=parts)]
            sections.append(self._section(self.writer.text(article.title), [_part("pairs", pairs=pairs), *below]))
        return sections

    def _prose(self, page: str) -> list[Part]:
        return [
            self._section(
                self.writer.text(section.title),
                [_part("paragraph", tokens=self.writer.text(text)) for text in section.paragraphs], hung=True,
            )  # fmt: skip
            for section in self.report.page[page].sections
        ]

    def _chart(self, chart: Chart) -> Part:
        """A chart as pages show it: the same drawing, from the same cache."""
        names = {"title": self.view.plain(chart.finding), "description": self.view.plain(chart.alt)}
        svg = inline(chart.kind, spec_of(self.view, chart), WIDE, prefix=f"{chart.id}-wide", folder=self.view.cache, **names)
        figures = [self.report.figure[row.figure] for panel in chart.panels for row in panel.rows]
        figures += [self.report.figure[chart.field]] if chart.field else []
        notes = [self.writer.sources(figure.sources[0] for figure in figures)]
        notes += [self.writer.word("chart.open-ended")] if open_ended(self.view, chart) else []
        notes += [caveat(self.writer, figure) for figure in figures if figure.caveat]
        words = {"title": self.writer.text(chart.finding), "subtitle": self.writer.text(chart.subtitle)}
        return _part("chart", **words, svg=svg, width=WIDE * POINTS, alt=names["description"], notes=notes)

    def _direction(self, part: Workstream) -> Part:
        gap = self.writer.text(part.gap) if part.gap else []
        return {"title": self.view.plain(part.title), "tokens": self.writer.text(part.lead), "gap": gap}

    def _item(self, text: Text, before: Text | None = None) -> Part:
        tokens = self.writer.text(text)
        if before:
            tokens = [["bold", self.view.plain(before)], *self._gap(), *tokens]
        return {"tokens": tokens, "status": "", "note": None}

    def _gap(self) -> Tokens:
        return self.writer.word("summary.gap")

    def _page(self, id: str, parts: list[Part], sections: Iterable[Part] = (), *, opens: bool = True) -> Part:
        """A chapter that is a page of the site, under its title, with its lead where that speaks of no screen."""
        page = self.report.page[id]
        lead = {"figures": page.description, "charts": None}.get(id, page.lead)
        opening = [_part("lead", tokens=self.writer.text(lead))] if lead else []
        heading = self.writer.text(self._title(id))
        return self._chapter(id, heading, f"{id}/", [*opening, *parts], sections, opens=opens)

    def _chapter(
        self, id: str, heading: Tokens, address: str, parts: list[Part], sections: Iterable[Part], *, opens: bool = True
    ) -> Part:
        code = self._code(address)
        return {"id": id, "heading": heading, "code": code, "parts": parts, "sections": list(sections), "opens": opens}

    def _section(
        self, heading: Tokens, parts: list[Part], sections: Iterable[Part] = (), *,
        level: int = 2, hung: bool = False, full: bool = False, places: Iterable[Locator] = (),
    ) -> Part:  # fmt: skip
        """A section.

        `hung` is one whose heading stands beside its text, as all of the third level do; `full` is one whose text
        takes the whole width.
        """
        words = {"heading": heading, "sources": self.writer.sources(places), "parts": parts}
        return {"level": level, "hung": hung or level > 2, "full": full, **words, "sections": list(sections)}

    def _code(self, address: str) -> Part | None:
        """A page's address as a QR code; none where the site has no address."""
        if not self.address:
            return None
        language = next(language for language in LANGUAGES if language.code == self.view.language)
        target = self.address + language.address(address)
        svg = segno.make(target, error="m", micro=False).svg_inline(border=0, scale=4)
        shown = target.split("://", 1)[-1].removesuffix("/")
        return {"svg": svg, "alt": self.view.word("summary.code", address=target), "address": target, "shown": shown}

    def _title(self, page: str) -> Text:
        return self.report.page[page].title or self.report.edition.site.name

    def _page_heading(self, section: str) -> Tokens:
        """The heading of a section of the home page."""
        found = next(each for each in self.report.page["index"].sections if each.id == section)
        return self.writer.text(found.title)

    def _day(self, day: Any) -> str:
        from report.periods import write_day

        return write_day(day, self.view.language)


def _part(kind: str, **values: Any) -> Part:
    return {"kind": kind, **values}


def _places(opening: Chapter | Workstream, entries: Iterable[Result | Commitment]) -> list[Locator]:
    return [*opening.sources, *(place for entry in entries for place in entry.sources)]


def _entries(items: list[Part], *, numbered: bool = False) -> Part:
    return _part("entries", items=items, numbered=numbered)


def documents(view: View, address: str) -> dict[str, Part]:
    """Both documents of a language, by the end of their names."""
    summary = Summary(view, address)
    return {"": summary.full(), "-2pages": summary.hand_out()}


def view_of(report: Any, language: Language, cache: Any) -> View:
    """The report as the summary sees it."""
    return View(report, language, "summary/", report.page["summary"], cache)
