"""What opens and ends the documents of the annual summary: properties, finding, figures, the way to the site.

Belongs here: values that several documents share. Does not belong here: chapters (`publish.summary.document`), how it
looks (`front.typ`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import zip_longest
from typing import Literal

from charts.tokens import tokens
from languages import ORIGINAL
from publish.summary.document_types import Chapter, Closing, Cover, Document, Drawing, Frame, HandOut, Hero
from publish.summary.hyphens import NONE, unhyphenated
from publish.summary.part_types import KeyFigure, Numbers, Part
from publish.summary.parts import Parts, setting
from publish.summary.tokens import Tokens, begun
from report.drawings import filled
from report.model import Commitment, Result, Text, Workstream
from report.model.plans import KeyNumber
from report.model.words import HomeItem
from report.overview import Role, overview, stage_of_results
from report.publisher import notice_of
from report.text import references

FACTS = 6
"""Figures on the cover and the hand-out."""
LONGEST_UNIT = 10
"""Letters beside the digits of a large figure; what counts more things in more words stands below it."""
BLOCKS = 3
"""Groups of results on the hand-out's first page."""
COLOURS = (
    "ink", "ink-2", "rule", "rule-2", "paper-2", "jade", "hero", "hero-2", "on-hero", "on-hero-2", "gold",
    "c-result", "c-baseline", "c-plan", "c-next", "plan-tint", "next-tint",
)  # fmt: skip
"""Tokens that the templates use."""

# As docs/assets/home.css paints it on the page.
DRAWING = (
    "text{{fill:{on-hero}}}path,circle,rect,ellipse,line,polyline,polygon"
    "{{fill:none;stroke-linecap:round;stroke-linejoin:round}}.line{{stroke:{on-hero-2};stroke-width:2}}"
    ".mark{{stroke:{gold};stroke-width:3}}.written{{stroke:{hero};stroke-width:3}}.fill{{fill:{hero-2}}}"
    ".quiet{{fill:{on-hero-2};opacity:.55}}.sheet{{fill:{on-hero}}}.seal{{fill:{gold}}}.second{{fill:{on-hero-2}}}"
)
"""How the classes of the home page's drawing are painted."""
LABEL = 0.048
"""Height of its labels as a part of its width: 8.7 points where it is 64 mm wide."""

Form = Literal["summary", "annex", "hand-out"]
TITLES = {
    "summary": "summary.document-title",
    "annex": "summary.annex-title",
    "hand-out": "summary.hand-out-title",
}
"""Words for the title of each document."""


class FrontParts(Parts):
    """Builds what the documents share."""

    def document(
        self, form: Form, chapters: list[Chapter], *, cover: Cover | None = None, handout: HandOut | None = None,
        contents: Iterable[Part] = (),
    ) -> Document:  # fmt: skip
        """A document of a form."""
        frame, closing, below = self._frame(form), self._closing(), list(contents)
        patterns = self.view.form.hyphenation
        shown = [frame, cover, handout, below, chapters, closing]
        return {
            **frame, "cover": cover, "handout": handout, "contents": below, "chapters": chapters, "closing": closing,
            "unhyphenated": unhyphenated(shown, patterns) if patterns else NONE,
        }  # fmt: skip

    def _frame(self, form: Form) -> Frame:
        """The values that every document has: names, language, words of headers and footers."""
        edition = self.report.edition
        names = self._names()
        traced = {"summary": self.address_of("figures/")[0], "annex": "#", "hand-out": ""}[form]
        light = tokens()["light"]
        return {
            "language": self.view.language,
            "languages": {side: setting(language) for side, language in self.report.languages.items()},
            "form": form,
            "figures": traced if "figures" in self.report.page else "",
            "colours": {name: light[name] for name in COLOURS},
            "title": self.view.word(TITLES[form], **names),
            "author": self.view.plain(edition.site.name),
            "description": self.view.plain(edition.site.description),
            "keywords": [self.view.plain(theme.title) for theme in edition.themes],
            "date": {"year": edition.published.year, "month": edition.published.month, "day": edition.published.day},
            "head": self.view.word("summary.annex-head" if form == "annex" else "summary.head", **names),
            "foot": notice_of(self.report, self.view.language),
            "words": {"contents": self.view.word("summary.contents"), "page": self.view.word("summary.page")},
        }

    def _names(self) -> dict[str, str]:
        """The subject as a title begins with it, the summary's title, the tagline."""
        edition = self.report.edition
        return {
            "subject": begun(self.view.plain(edition.subject)),
            "title": self.view.plain(self.title("summary")),
            "tagline": self.view.plain(edition.site.tagline),
        }

    def cover(self, title: str) -> Cover:
        """The cover under a title."""
        names = self._names()
        return {
            "hero": self.hero(),
            "title": self.view.word(title, **names),
            "tagline": names["tagline"],
            "facts": self.facts(),
        }

    def hero(self) -> Hero:
        """The home page's finding."""
        home, writer = self.report.home, self.writer
        edition = self.report.edition
        eyebrow = self.view.plain(home.eyebrow) if home.eyebrow else self.view.word("summary.eyebrow", **self._names())
        return {
            "eyebrow": begun(eyebrow),
            "headline": writer.title(home.headline),
            "lead": writer.text(home.lead) if home.lead else writer.text(edition.site.description),
            "note": writer.text(home.note) if home.note else [],
            "drawing": self._drawing(),
        }

    def _drawing(self) -> Drawing | None:
        drawing = self.report.home.drawing
        if drawing is None:
            return None
        labels = {label.id: self.view.plain(label.text) for label in drawing.labels}
        alt = self.view.plain(drawing.alt)
        svg = filled(self.report.drawings[drawing.file], labels, "idea", alt)
        across = float(re.split(r"[\s,]+", re.search(r'viewBox="([^"]*)"', svg)[1])[2])  # type: ignore[index]
        style = DRAWING.format_map(tokens()["light"]) + f"text{{font-size:{across * LABEL:.1f}px}}"
        return {"svg": svg.replace(">", f"><style>{style}</style>", 1), "alt": alt}

    def facts(self) -> Numbers:
        """Six figures of the home page: the tiles, then the first of each group, the second of each, and so on."""
        items = [self._number(item) for item in self._chosen()]
        return {"kind": "numbers", "title": self.writer.word("summary.facts"), "items": items, "role": "done"}

    def _chosen(self) -> list[HomeItem]:
        home = self.report.home
        turns = [item for turn in zip_longest(*(group.items for group in home.groups)) for item in turn if item]
        said = {named.id for tile in home.tiles if tile.label for named in references(tile.label[self.view.language])}
        rest = sorted(turns, key=lambda item: item.figure in said)  # Those that a tile names come last.
        return list({item.figure: item for item in (*home.tiles, *rest)}.values())[:FACTS]

    def blocks(self) -> list[Numbers]:
        """The groups of the home page that have more than the facts say."""
        shown = {item.figure for item in self._chosen()}
        groups = [group for group in self.report.home.groups if any(item.figure not in shown for item in group.items)]
        return [self._group(group.title, group.items) for group in groups[:BLOCKS]]

    def groups(self) -> list[Numbers]:
        """All groups of the home page."""
        return [self._group(group.title, group.items) for group in self.report.home.groups]

    def _group(self, title: Text, items: Iterable[HomeItem]) -> Numbers:
        shown = [self._number(item) for item in items]
        return {"kind": "numbers", "title": self.writer.title(title), "items": shown, "role": "done"}

    def _number(self, item: HomeItem) -> KeyFigure:
        facts, writer = self.view.facts(item.figure), self.writer
        return {
            "value": writer.words(facts.forms[item.form]),
            "about": writer.text(item.counted or facts.label.text),
            "note": writer.text(item.aside) if item.aside else [],
        }

    def key_numbers(self, numbers: Iterable[KeyNumber], role: Role) -> list[Numbers]:
        """Figures that stand large at the head of a chapter; empty where there are none."""
        items: list[KeyFigure] = []
        for number in numbers:
            facts = self.view.facts(number.figure)
            label = number.label or facts.label.text
            note = self.writer.text(number.note) if number.note else []
            unit = sum(map(str.isalpha, facts.value)) <= LONGEST_UNIT
            value = self.writer.words(facts.value if unit else facts.forms["number"])
            items.append({"value": value, "about": self.writer.text(label), "note": note})
        return [{"kind": "numbers", "title": [], "items": items, "role": role}] if items else []

    def names(self, stream: Workstream) -> tuple[Tokens, Tokens]:
        """The name that readers see a direction called, and its own beside it where that is another."""
        own = self.writer.title(stream.title)
        return (self.writer.title(stream.plain), own) if stream.plain else (own, [])

    def brief(self, entry: Commitment | Result) -> Tokens:
        """An entry in a few words, as its text without the full stop where it has none."""
        short = entry.short if isinstance(entry, Commitment) else None
        *others, last = self.writer.text(short or entry.text)
        tokens = [*others, [last[0], last[1].rstrip(".。"), *last[2:]]]
        return [[tokens[0][0], begun(tokens[0][1]), *tokens[0][2:]], *tokens[1:]]

    def results_role(self, year: int) -> Role:
        """The mark of the results of a year."""
        return stage_of_results(self.report, year).role

    def _closing(self) -> Closing:
        edition, writer = self.report.edition, self.writer
        notices = [] if self.view.language == ORIGINAL else [edition.notices.prevails]
        values = {"edition": edition.edition, "revision": edition.revision, "published": self.day(edition.published)}
        code = self.code()
        counts = {"entries": overview(self.report).total, "figures": len(self.report.figures)}
        return {
            "statements": [[["bold", notice_of(self.report, self.view.language)]], *map(writer.text, notices)],
            "edition": [
                [*writer.word("footer.edition", **values), *self.gap(),
                 *writer.word("footer.data-as-of", day=self.day(edition.data_as_of))],
                *self._not_stated(),
            ],
            "scan": writer.word("summary.scan", **counts) if code else [],
            "code": code,
        }  # fmt: skip

    def _not_stated(self) -> Iterator[Tokens]:
        for article in self.report.articles:
            if article.not_stated:
                title = self.writer.title(article.title)
                yield [*title, *self.writer.word("list.colon"), *self.writer.text(article.not_stated)]
