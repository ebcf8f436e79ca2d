"""The articles that the report is compiled from, and what must be said about them.

Belongs here: articles, the fingerprints of their sentences, excused sentences, errata, corrections.
Does not belong here: the articles' text, which is not in this repository.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from report.model.base import Address, Day, Id, Locator, Model, Text, Whole, Words, Year


class Section(Model):
    """A section of an article."""

    heading: Words
    """The heading exactly as printed; locators name it."""
    title: Text
    """The heading for readers."""
    years: tuple[Year, ...] = Field(min_length=1)
    """Years that its facts may speak of; a figure outside them is refused."""


class Author(Model):
    """A person whom an article names as its author, as citations write names.

    Example (YAML)::

        {zh: 曾彦予, family: Zeng, given: Yanyu}
    """

    zh: Words
    """The name in Chinese."""
    family: Words
    """The family name in Latin letters."""
    given: Words
    """The given name in Latin letters."""


class Article(Model):
    """A published article, cited as far as it identifies itself and no further."""

    id: Id
    """Id that locators name, `a2025`."""
    title: Text
    """Its title; the English is our translation."""
    subtitle: Text
    """Its subtitle."""
    byline: Text
    """Who is named as its author, in the words of the byline."""
    authors: tuple[Author, ...] = ()
    """The persons of the byline in its order, for citations; none where none is named."""
    publisher: Text
    """What is known of where it was published, or that nothing is."""
    not_stated: Text
    """What is not known of it (date, address, licence): said, never invented."""
    address: Address | None = None
    """Where it can be read, once that is known."""
    sections: tuple[Section, ...] = Field(min_length=1)
    """Its sections, in their order."""


class Sentence(Model):
    """The fingerprint of one sentence: enough to know it again, not enough to read it."""

    section: Words
    """Heading of its section."""
    paragraph: Whole
    """Paragraph of the section, from 1."""
    sentence: Whole
    """Sentence of the paragraph, from 1."""
    length: Whole
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
