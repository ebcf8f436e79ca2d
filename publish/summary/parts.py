"""The parts of the annual summary's chapters: sections, lists, drawings, codes.

Belongs here: the parts that several chapters share, as values for `summary.typ`, without choosing their contents.
Does not belong here: the chapters (`publish.summary.document`), tables (`publish.summary.tables`).

Example::

    parts.section(heading, [Paragraph(kind="paragraph", tokens=tokens)], level=2)
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import segno

from charts import WIDE
from languages import Language as Form
from macros.chart_data import alt_of, notes_of, source_line
from macros.charts import drawing_of
from macros.view import View
from publish.site.languages import languages_of
from publish.summary.document_types import Chapter, Code, Entries, Item, Part, Section, Setting
from publish.summary.document_types import Chart as ChartPart
from publish.summary.tables import caveat
from publish.summary.tokens import Tokens, Writer
from report.facts import FigureFacts
from report.model import LANGUAGES as CODES
from report.model import Chart, Commitment, Locator, Result, Text
from report.periods import write_day
from report.series import rows_of


class Parts:
    """Builds the parts of one document.

    Attributes:
        view: Report and language.
        writer: Makes the tokens.
        address: Address of the site, ending in a slash; empty where it is not known, and then no code is printed.
        report: The report.
    """

    def __init__(self, view: View, address: str) -> None:
        self.view = view
        self.writer = Writer(view)
        self.address = address
        self.report = view.report

    def entries(self, entries: Iterable[Result | Commitment], *, numbered: bool) -> list[Entries]:
        """A list of entries; empty where there are none."""
        entries = list(entries)
        if not entries:
            return []
        items = []
        for entry in entries:
            item = self.item(entry.text)
            if isinstance(entry, Result) and entry.status != "reported":
                item["status"] = self.view.word(f"status.{entry.status}")
            if entry.note:
                named = entry.named_source
                source = self.view.word("note.source", source=self.view.plain(named)) if named else ""
                label = self.view.word("note.editors")
                item["note"] = {
                    "label": label,
                    "tokens": self.writer.text(entry.note),
                    "source": self.writer.words(source) if source else [],
                }
            items.append(item)
        return [entry_list(items, numbered=numbered)]

    def chart(self, chart: Chart) -> ChartPart:
        """A chart as pages show it: the same drawing, from the same cache, with all its notes."""
        return self._drawn(chart, [*self._reading(chart), *self._cautions(chart)])

    def chart_section(self, chart: Chart) -> Section:
        """A chart under its question, with its sources and how to read it in the margin."""
        drawing = self._drawn(chart, self._cautions(chart))
        return {**self.section(self.writer.text(chart.question), [drawing]), "margin": self._reading(chart)}

    def _drawn(self, chart: Chart, notes: list[Tokens]) -> ChartPart:
        title, subtitle = self.writer.text(chart.finding), self.writer.text(chart.subtitle)
        svg, alt = str(drawing_of(self.view, chart, "wide", WIDE)), alt_of(self.view, chart)
        return {"kind": "chart", "title": title, "subtitle": subtitle, "svg": svg, "alt": alt, "notes": notes}

    def _reading(self, chart: Chart) -> list[Tokens]:
        """The sections that a chart is drawn from, or the articles of the plans counted; what its marks mean."""
        if any(panel.plan for panel in chart.panels):
            source = self.writer.words(source_line(self.view, chart))
        else:
            source = self.writer.sources(facts.place.locator for facts in self._figures(chart))
        return [source, *map(self.writer.words, notes_of(self.view, chart))]

    def _cautions(self, chart: Chart) -> list[Tokens]:
        """What must not be done with its figures, each caution once; none where the chart itself says it."""
        if chart.differs or chart.caution:
            return []
        cautions = [caveat(self.writer, facts) for facts in self._figures(chart) if facts.caveat]
        return [tokens for number, tokens in enumerate(cautions) if tokens not in cautions[:number]]

    def _figures(self, chart: Chart) -> list[FigureFacts]:
        rows = [row.figure for row in rows_of(self.report, chart)]
        return [self.view.facts(id) for id in (*rows, *([chart.field] if chart.field else []))]

    def item(self, text: Text, before: Text | None = None) -> Item:
        """An item of a list: a text, after a name in bold if it has one."""
        tokens = self.writer.text(text)
        if before:
            tokens = [["bold", self.view.plain(before)], *self.gap(), *tokens]
        return {"tokens": tokens, "status": "", "note": None}

    def gap(self) -> Tokens:
        """The space between two sentences."""
        return self.writer.word("summary.gap")

    def page(self, id: str, parts: list[Part], sections: Iterable[Section] = (), *, opens: bool = True) -> Chapter:
        """A chapter that is a page of the site, under its title, with its lead unless that describes the screen."""
        page = self.report.page[id]
        lead = {"figures": page.description, "charts": None}.get(id, page.lead)
        opening: list[Part] = [{"kind": "lead", "tokens": self.writer.text(lead)}] if lead else []
        return self.chapter(self.writer.text(self.title(id)), f"{id}/", [*opening, *parts], sections, opens=opens)

    def chapter(
        self, heading: Tokens, address: str, parts: list[Part], sections: Iterable[Section], *, opens: bool = True
    ) -> Chapter:
        """A chapter; `opens` where it begins on a page of its own."""
        code = self.code(address)
        return {"heading": heading, "code": code, "parts": parts, "sections": list(sections), "opens": opens}

    def section(
        self, heading: Tokens, parts: list[Part], sections: Iterable[Section] = (), *,
        level: int = 2, hung: bool = False, full: bool = False, places: Iterable[Locator] = (),
    ) -> Section:  # fmt: skip
        """A section.

        `hung`: the heading is beside the text, as always on level 3. `full`: a compact list uses the full width.
        """
        sources = self.writer.sources(places)
        return {
            "level": level,
            "hung": hung or level > 2,
            "full": full,
            "heading": heading,
            "margin": [sources] if sources else [],
            "parts": parts,
            "sections": list(sections),
        }

    def code(self, address: str) -> Code | None:
        """A page's address as a QR code; none where the site has no address."""
        if not self.address:
            return None
        language = next(language for language in languages_of(self.report) if language.code == self.view.language)
        target = self.address + language.address(address)
        svg = segno.make(target, error="m", micro=False).svg_inline(border=0, scale=4)
        shown = target.split("://", 1)[-1].removesuffix("/")
        return {"svg": svg, "alt": self.view.word("summary.code", address=target), "address": target, "shown": shown}

    def title(self, page: str) -> Text:
        """The title of a page; of the summary also where the site has no page of it."""
        known = self.report.page.get(page)
        if known is None:
            return Text(**{language: self.report.interface_word("summary.full", language) for language in CODES})
        return known.title or self.report.edition.site.name

    def day(self, day: date) -> str:
        """A day in full."""
        return write_day(day, self.view.form)


def entry_list(items: list[Item], *, numbered: bool = False) -> Entries:
    """A list of items."""
    return {"kind": "entries", "items": items, "numbered": numbered}


def setting(language: Form) -> Setting:
    """How a language is set."""
    return {
        "chinese": language.chinese,
        "lang": language.side,
        "region": language.region,
        "fonts": language.fonts,
    }
