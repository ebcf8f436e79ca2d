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

from charts import NARROW
from languages import Language as Form
from macros.chart_data import alt_of, notes_of, source_line
from macros.charts import drawing_of
from macros.view import View
from publish.site.languages import languages_of
from publish.summary.document_types import Chapter, Code, Section, Setting
from publish.summary.part_types import Chart as ChartPart
from publish.summary.part_types import Entries, Item, Map, Note, Part
from publish.summary.tokens import Tokens, Writer
from report.facts import FigureFacts
from report.model import LANGUAGES as CODES
from report.model import Chart, Commitment, Locator, Result, Text
from report.overview import Role, Stage, overview
from report.periods import write_day
from report.series import rows_of

QUIET_ZONE = 4
"""Modules of white around a QR code (ISO/IEC 18004)."""


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

    def entries(self, entries: Iterable[Result | Commitment], role: Role) -> list[Entries]:
        """A list of entries; empty where there are none."""
        items = [self._entry(entry) for entry in entries]
        return [{"kind": "entries", "items": items, "role": role}] if items else []

    def _entry(self, entry: Result | Commitment) -> Item:
        status = self.view.word(f"status.{entry.status}") if isinstance(entry, Result) else ""
        note: Note | None = None
        if entry.note:
            named, label = entry.named_source, self.view.word("note.editors")
            source = self.writer.word("note.source", source=self.view.plain(named)) if named else []
            note = {"label": label, "tokens": self.writer.text(entry.note), "source": source}
        reported = isinstance(entry, Result) and entry.status == "reported"
        return {"tokens": self.writer.text(entry.text), "status": "" if reported else status, "note": note}

    def chart(self, chart: Chart, *, notes: bool = True) -> ChartPart:
        """A chart as pages show it in a narrow column: the same drawing, from the same cache, with its notes.

        The annex says what must not be done with its figures.
        """
        title, subtitle = self.writer.text(chart.finding), self.writer.text(chart.subtitle)
        svg, alt = str(drawing_of(self.view, chart, "narrow", NARROW)), alt_of(self.view, chart)
        said = self._reading(chart) if notes else []
        return {"kind": "chart", "title": title, "subtitle": subtitle, "svg": svg, "alt": alt, "notes": said}

    def _reading(self, chart: Chart) -> list[Tokens]:
        """The sections that a chart is drawn from, or the articles of the plans counted; what its marks mean."""
        if any(panel.plan for panel in chart.panels):
            source = self.writer.words(source_line(self.view, chart))
        else:
            source = self.writer.sources(facts.place.locator for facts in self._figures(chart))
        return [source, *map(self.writer.words, notes_of(self.view, chart))]

    def _figures(self, chart: Chart) -> list[FigureFacts]:
        rows = [row.figure for row in rows_of(self.report, chart)]
        return [self.view.facts(id) for id in (*rows, *([chart.field] if chart.field else []))]

    def map(self) -> Map | None:
        """Every entry as a dot, by row and stage; none where the report has no entry."""
        found = overview(self.report)
        if not found.total:
            return None
        labels = [self.stage(stage) for stage in found.stages]
        colon, comma, semicolon = (self.view.word(f"list.{mark}") for mark in ("colon", "comma", "semicolon"))
        said = [
            self.view.plain(row.title)
            + colon
            + comma.join(f"{label} {count}" for label, count in zip(labels, row.counts, strict=True) if count)
            for row in found.rows
        ]
        return {
            "kind": "map",
            "title": self.writer.word("summary.map", count=found.total),
            "stages": [
                {"role": stage.role, "label": label, "count": count}
                for stage, label, count in zip(found.stages, labels, found.counts, strict=True)
            ],
            "rows": [{"title": self.view.plain(row.title), "counts": [*row.counts]} for row in found.rows],
            "alt": semicolon.join(said),
        }

    def stage(self, stage: Stage) -> str:
        """The name of a stage: plan or results, and the year."""
        return self.view.word("map.stage-plan" if stage.planned else "map.stage-results", year=stage.year)

    def gap(self) -> Tokens:
        """The space between two sentences."""
        return self.writer.word("summary.gap")

    def page(self, id: str, parts: list[Part], sections: Iterable[Section] = ()) -> Chapter:
        """A chapter that is a page of the site, under its title, with its lead unless that describes the screen."""
        page = self.report.page[id]
        lead = {"figures": page.description, "charts": None}.get(id, page.lead)
        opening: list[Part] = [{"kind": "lead", "tokens": self.writer.text(lead)}] if lead else []
        return self.chapter(self.writer.title(self.title(id)), f"{id}/", [*opening, *parts], sections)

    def chapter(
        self, heading: Tokens, address: str, parts: list[Part], sections: Iterable[Section], role: Role | None = None
    ) -> Chapter:
        """A chapter."""
        whole, shown = self.address_of(address)
        return {
            "heading": heading, "role": role, "address": whole, "shown": shown, "parts": parts,
            "sections": list(sections),
        }  # fmt: skip

    def section(
        self, heading: Tokens, parts: list[Part], sections: Iterable[Section] = (), *, level: int = 2,
        hung: bool = False, beside: Tokens | None = None, role: Role | None = None, places: Iterable[Locator] = (),
    ) -> Section:  # fmt: skip
        """A section; `hung` where the heading stands beside the text."""
        return {
            "level": level, "hung": hung, "heading": heading, "beside": beside or [], "role": role,
            "sources": self.writer.sources(places), "parts": parts, "sections": list(sections),
        }  # fmt: skip

    def prose(self, page: str) -> list[Section]:
        """The sections of a page that have prose."""
        return [
            self.section(
                self.writer.title(section.title),
                [{"kind": "paragraph", "tokens": self.writer.text(text)} for text in section.paragraphs],
                hung=True,
            )
            for section in self.report.page[page].sections
            if section.paragraphs
        ]

    def address_of(self, page: str) -> tuple[str, str]:
        """A page's address in the document's language, and as it is shown; both empty where the site has none."""
        if not self.address:
            return "", ""
        language = next(language for language in languages_of(self.report) if language.code == self.view.language)
        target = self.address + language.address(page)
        return target, target.split("://", 1)[-1].removesuffix("/")

    def code(self) -> Code | None:
        """The home page's address as a QR code with its quiet zone; none where the site has no address."""
        address, shown = self.address_of("")
        if not address:
            return None
        code = segno.make(address, error="m", micro=False)
        side = code.symbol_size(border=0)[0]
        return {
            "svg": code.svg_inline(border=QUIET_ZONE, scale=4, light="#fff"),
            "zone": str((side + 2 * QUIET_ZONE) / side),
            "alt": self.view.word("summary.code", address=address),
            "address": address,
            "shown": shown,
        }

    def title(self, page: str) -> Text:
        """The title of a page; of the summary also where the site has no page of it."""
        known = self.report.page.get(page)
        if known is None:
            return Text(**{language: self.report.interface_word("summary.full", language) for language in CODES})
        return known.title or self.report.edition.site.name

    def day(self, day: date) -> str:
        """A day in full."""
        return write_day(day, self.view.form)


def setting(language: Form) -> Setting:
    """How a language is set."""
    return {
        "chinese": language.chinese,
        "lang": language.side,
        "region": language.region,
        "fonts": language.fonts,
        "display": (language.display, *language.fonts),
    }
