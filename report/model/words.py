"""The report's words that are no facts: glossary, page titles, the home page.

Belongs here: what pages say around the figures. Does not belong here: the product's interface words
(`report/words/interface.yml`), charts (`report.model.charts`).
"""

from __future__ import annotations

import re
from typing import Literal

from pydantic import Field

from languages import ORIGINAL
from report.model.base import Flag, Id, Language, Model, Text, Words
from report.model.plans import Noted

_IN_BRACKETS = re.compile(r"(?:\s*\([^()]*\)|（[^（）]*）)$")


class Forms(Model):
    """Other forms of a term: bare, plural, inflected, short."""

    zh: tuple[Words, ...] = ()
    """Other Chinese forms."""
    en: tuple[Words, ...] = ()
    """Other English forms."""


class TermException(Model):
    """A passage in which a term's characters mean something else, or need no English of their own."""

    passage: Words
    """The passage of the Chinese text, the term's characters included."""
    reason: Words
    """Why the English does without the term there."""


class Term(Noted):
    """A term or a name, with the one English that stands for it everywhere."""

    id: Id
    """Permanent id, the anchor in the glossary."""
    kind: Literal["term", "name", "place", "institution"] = "term"
    """A term of the field, or a name. A `place` or an `institution`, such as a district, a hospital or a library, is
    listed on the page of places with every entry that names it; any other `name` is not."""
    zh: Words
    """The Chinese."""
    en: Words
    """The English."""
    forms: Forms = Forms()
    """Other forms that mean the same."""
    exceptions: tuple[TermException, ...] = ()
    """Passages in which the English need not have the term, and which do not name the place or institution."""
    place: Id | None = None
    """Of a name: id of the place, or of the larger institution, that it belongs to. Entries that name it are listed
    there too."""
    group: Id | None = None
    """Of a place or institution: id of the section of the page of places that lists it; without the key, `place` or
    `institution`."""

    @property
    def is_name(self) -> bool:
        """Whether it is a name of any kind."""
        return self.kind != "term"

    def full_name(self, language: Language) -> str:
        """A name in full: the longest Chinese form that begins with it, and nothing in brackets behind it."""
        name = self.zh if language == ORIGINAL else self.en
        if language == ORIGINAL:
            name = max((form for form in self.all_forms(language) if form.startswith(name)), key=len)
        return _IN_BRACKETS.sub("", name) or name

    @property
    def section(self) -> str:
        """Id of the section of the page of places that lists it."""
        return self.group or self.kind

    @property
    def is_listed(self) -> bool:
        """Whether it is a place or an institution, which the page of places lists."""
        return self.kind in ("place", "institution")

    def all_forms(self, language: Language) -> tuple[str, ...]:
        """The term and its other forms in one language."""
        return (self.zh, *self.forms.zh) if language == ORIGINAL else (self.en, *self.forms.en)


class PageSection(Model):
    """A part of a page below its own heading."""

    id: Id
    """Anchor of the heading, the same in both languages."""
    title: Text
    """The heading."""
    paragraphs: tuple[Text, ...] = ()
    """Prose of the section, where the page has any."""


class PageWords(Model):
    """What a page of `docs/` is called. Their order is the order of the navigation."""

    id: Id
    """Name of the file in `docs/`, without `.md`."""
    title: Text | None = None
    """Its heading; absent where each of its pages takes its title from data."""
    short: Text | None = None
    """Its name in the navigation, if shorter."""
    description: Text | None = None
    """One sentence for search engines and link previews; absent where it comes from data."""
    lead: Text | None = None
    """A sentence or two that opens the page."""
    key_figure: Id | None = None
    """Id of the figure on its share card, the picture of a link preview; without one the title stands alone."""
    place: Literal["main", "about", "none"] = "none"
    """In the navigation, under “about”, or nowhere (reached by links)."""
    below: Id | None = None
    """Id of the page that it hangs under in the navigation, for a page whose place is `main`; it stands by itself where
    the report has no such page."""
    sections: tuple[PageSection, ...] = ()
    """Its headings, and the prose below them, by anchor."""


class HomeItem(Model):
    """A figure on the home page, with the words that make it mean something."""

    figure: Id
    """Id of the figure."""
    form: Literal["full", "number", "short"] = "number"
    """How it is written; `full` where the number alone would not say which way it went."""
    label: Text | None = None
    """What it counts, in a reader's words; without it, the figure's own label."""
    note: Text | None = None
    """Its period, or what is not known of it, in a few words. Without `label`, what it counts."""

    @property
    def counted(self) -> Text | None:
        """What it counts, if that is said here."""
        return self.label or self.note

    @property
    def aside(self) -> Text | None:
        """The note beside what it counts."""
        return self.note if self.label else None


class HomeGroup(Model):
    """Figures of the home page that belong together."""

    title: Text
    """What they have in common."""
    items: tuple[HomeItem, ...] = Field(min_length=1)
    """Its figures."""


class DrawingLabel(Model):
    """Words in a drawing."""

    id: Id
    """Stands in braces where the drawing has the words, `{first-hospital}`."""
    text: Text
    """The words."""


class HomeDrawing(Model):
    """The drawing beside the headline.

    Example (YAML)::

        drawing:
          file: two-hospitals.svg
          alt:
            zh: 示意：甲院的检查结果，乙院认可
            en: "Diagram: a result of hospital A is accepted by hospital B"
          labels:
          - id: first-hospital
            text: {zh: 甲院, en: Hospital A}
    """

    file: Words
    """Name of its file in `data/drawings/`: an SVG of plain shapes, whose words stand in braces."""
    alt: Text
    """What it shows, for those who cannot see it."""
    labels: tuple[DrawingLabel, ...] = ()
    """Its words, by what stands in braces in the file."""


class HomeNote(Model):
    """A paragraph at the foot of the home page on where the report comes from."""

    title: Text
    """Its heading."""
    text: Text | None = None
    """What it says, in one or two sentences."""
    ledger: Flag = False
    """Whether it gives the counts of the latest ledger in a sentence, with the caution of its year."""
    pages: tuple[Id, ...] = ()
    """Ids of the pages that it leads to, as in `pages.yml`."""


class Home(Model):
    """The home page. A part that is left out leaves no heading."""

    eyebrow: Text | None = None
    """Place and period, in small type above the headline."""
    headline: Text
    """The finding; its first figure stands out."""
    lead: Text | None = None
    """What it means, in a sentence or two."""
    note: Text | None = None
    """What must be known of the headline's figure, in small type."""
    drawing: HomeDrawing | None = None
    """Drawing beside the headline, if any."""
    chart: Id | None = None
    """Chart beside the headline, where there is no drawing."""
    tiles: tuple[HomeItem, ...] = Field(default=(), max_length=4)
    """Up to four figures below the headline, each from another field."""
    groups: tuple[HomeGroup, ...] = ()
    """Figures of the results, in groups."""
    know: tuple[HomeNote, ...] = Field(default=(), max_length=4)
    """Up to four paragraphs on where the report comes from; without any, its sources are listed."""

    def items(self) -> tuple[HomeItem, ...]:
        """Every figure with its words."""
        return (*self.tiles, *(item for group in self.groups for item in group.items))
