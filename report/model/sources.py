"""The sources that the report is compiled from, and what must be said about them.

Belongs here: articles, the fingerprints of their sentences, excused sentences, errata, corrections.
Does not belong here: the articles' text, which is not in this repository.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from report.model.base import Address, Count, Day, Id, Locator, Model, PartialDay, Position, Text, Whole, Words, Year


class Section(Model):
    """A section of an article."""

    heading: Words
    """The heading exactly as printed, unless `printed` says how that reads; locators name it."""
    printed: Words | None = None
    """The heading as printed, where the text of the article goes by another, of which a heading printed twice or
    a plan's headings may be in need; citations and the page of sources give it."""
    title: Text
    """The heading for readers."""
    years: tuple[Year, ...] = Field(min_length=1)
    """Years that its facts may speak of; a figure outside them is refused. What a change is compared with may lie
    outside."""
    page: Count | None = None
    """Of a document with numbered pages: the page on which it begins; the first begins where the text does."""

    @property
    def as_printed(self) -> str:
        """The heading as the source prints it."""
        return self.printed or self.heading


class Author(Model):
    """A person or a body whom a source names as its author, as citations write names.

    Example (YAML)::

        {zh: 曾彦予, family: Zeng, given: Yanyu}
        {zh: 国家统计局, en: National Bureau of Statistics}
    """

    zh: Words
    """The name in Chinese."""
    family: Words | None = None
    """A person's family name in Latin letters."""
    given: Words | None = None
    """A person's given name in Latin letters."""
    en: Words | None = None
    """A body's name in English; a person has `family` and `given` instead."""

    @model_validator(mode="after")
    def _person_or_body(self) -> Author:
        names = (self.family is not None, self.given is not None, self.en is not None)
        if names not in ((True, True, False), (False, False, True)):
            raise PydanticCustomError("author-names", "{value}", {"value": self.zh})
        return self

    @property
    def english(self) -> str:
        """The name in English, a person's given name first."""
        return self.en or f"{self.given} {self.family}"


SourceType = Literal["article", "newspaper", "journal", "webpage", "report", "document", "standard", "table", "book"]
"""What a source is, from which citations take the mark or the form of its kind."""


class Article(Model):
    """A source, cited as far as it identifies itself and no further.

    Example (YAML)::

        - id: c2023
          title: {zh: 2023年统计公报, en: Statistical Communiqué of 2023}
          type: report
          authors:
          - {zh: 国家统计局, en: National Bureau of Statistics}
          date: 2024-08-29
          address: https://example.org/communique-2023
          accessed: 2026-11-20
    """

    id: Id
    """Id that locators name, `a2025`."""
    title: Text
    """Its title; the English is our translation."""
    subtitle: Text | None = None
    """Its subtitle; of a standard or a numbered document, its number."""
    type: SourceType = "article"
    """What it is; `table` is a data set, and `document` one with no publisher of its own, such as a notice."""
    byline: Text | None = None
    """Who is named as its author, in the words of the byline; unless given, `authors` are shown."""
    authors: tuple[Author, ...] = ()
    """The persons or bodies named as its authors, in their order; none where none is named."""
    publisher: Text | None = None
    """Who published it, of a newspaper or journal its name. A sentence that it is not stated is shown, not cited."""
    place: Text | None = None
    """The town where it was published."""
    date: PartialDay | None = None
    """When it was published, as far as is known: `2024-08-29`, `2024-08` or `2024`."""
    not_stated: Text | None = None
    """What is not known of it (date, address, licence): said, never invented."""
    address: Address | None = None
    """Where it can be read, once that is known."""
    accessed: Day | None = None
    """The day on which it was read at `address`, which citations of online sources give."""
    licence: Text | None = None
    """On what terms it may be used, where it says so."""
    sections: tuple[Section, ...] = Field(min_length=1)
    """Its sections, in their order."""

    def section_at(self, place: Position) -> Section | None:
        """The section of a place: the one of its heading, or the last that begins on its page or before."""
        if place.page is None:
            return next((section for section in self.sections if section.heading == place.section), None)
        begun = [section for section in self.sections if (section.page or 1) <= place.page]
        return begun[-1] if begun else self.sections[0]


class Sentence(Position):
    """The fingerprint of one sentence: enough to know it again, not enough to read it."""

    length: Count
    """Its length in characters."""
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    """SHA-256 of its UTF-8 text."""
    numerals: tuple[str, ...] = ()
    """Numerals in it, as printed, each with its counter; of a name that holds one, the name."""
    phrases: tuple[str, ...] = ()
    """Each numeral with the words beside it that change its value, `不到50%`; absent where none has any."""

    @model_validator(mode="after")
    def _one_phrase_a_numeral(self) -> Sentence:
        if self.phrases and len(self.phrases) != len(self.numerals):
            values = {"numerals": str(len(self.numerals)), "phrases": str(len(self.phrases))}
            raise PydanticCustomError("print-phrases", "", values)
        return self


class ArticlePrint(Model):
    """The fingerprints of one article, written by `report articles`."""

    article: Id
    """Id of the article in `sources.yml`."""
    rules: Whole | None = None
    """Version of the rules by which its numerals were found; absent where written before there were `phrases`."""
    sentences: tuple[Sentence, ...] = Field(min_length=1)
    """Its sentences in their order."""


class Excuse(Model):
    """A sentence that no entry names, and why that is right."""

    source: Locator
    """The sentence."""
    reason: Literal["repeats", "transition", "preamble"]
    """It repeats another entry, leads from one thing to the next, or opens the article."""
    of: Id | None = None
    """For a repeat: the id of the entry that it repeats."""

    @model_validator(mode="after")
    def _repeats_something(self) -> Excuse:
        if self.reason == "repeats" and self.of is None:
            raise PydanticCustomError("excuse-of", "", {})
        return self


class Erratum(Model):
    """A defect of an article, shown in the open and never mended silently."""

    id: Id
    """Permanent id."""
    kind: Literal["misprint", "doubled", "query", "gap", "layout"]
    """Misprinted, doubled, doubtful, missing, or an accident of the page layout."""
    article: Id
    """The article that it is found in."""
    sources: tuple[Locator, ...] = ()
    """The sentences that it concerns."""
    printed: Words | None = None
    """What is printed."""
    reading: Words | None = None
    """How we read it; absent for a query, which is not changed."""
    note: Text
    """What is odd, and what we did about it."""
    figures: tuple[Id, ...] = ()
    """Figures that it touches; the note is linked from them."""


class Correction(Model):
    """A mistake of ours, and its correction."""

    date: Day
    """The day of the correction."""
    entry: Id
    """Id of the figure, result or commitment."""
    withdrawn: Literal["figure", "result", "commitment"] | None = None
    """What was withdrawn, if the entry no longer stands in the report; its id is not given again."""
    old: Text
    """What we had, typed out: a record does not follow the figure. Of what was withdrawn, its label and value."""
    new: Text
    """What stands since then, typed out; of what was withdrawn, what stands instead, or that nothing does."""
    reason: Text
    """Why."""
