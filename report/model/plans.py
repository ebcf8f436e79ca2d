"""What was done and what is meant to be done: results and plans, year by year.

Belongs here: results in their chapters, commitments in their workstreams. A plan that is reviewed and one that looks
ahead have the same classes, so that this year's plan becomes next year's review without a change of code. Does not
belong here: comparing them (`report.ledger`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from report.model.base import Flag, Id, Locator, Model, Text, Theme, Words, Year


class Noted(Model):
    """An entry that may carry an editor's note."""

    note: Text | None = None
    """An editor's explanation, shown as one; never part of the report's own text."""
    note_source: Text | Literal["none"] | None = None
    """Where the explanation comes from: a named public source; `none` where there is none to name, since the note says
    what the article leaves unsaid, or what the editors did themselves."""

    @model_validator(mode="after")
    def _note_has_source(self) -> Self:
        if self.note is not None and self.note_source is None:
            raise PydanticCustomError("note-source", "", {})
        return self

    @property
    def named_source(self) -> Text | None:
        """The source of the note, where it names one."""
        return None if self.note_source == "none" else self.note_source


class Result(Noted):
    """One fact that an article reports."""

    id: Id
    """Permanent id."""
    theme: Theme | None = None
    """Theme under which readers find it."""
    status: Literal["reported", "selected", "approved", "pilot", "commended", "secured", "applied-for", "context"] = (
        "reported"
    )
    """How far it has come: a project selected for development is not an honour already held."""
    text: Text
    """The fact in one sentence of our own; numbers as references."""
    quote: Words
    """The evidence: a short passage as printed, which occurs once in its sentence."""
    sources: tuple[Locator, ...] = Field(min_length=1)
    """Where it is stated; the first place is the one quoted."""
    places: tuple[Id, ...] | None = None
    """Ids of places and institutions that it is about without naming them in Chinese."""
    not_places: tuple[Id, ...] | None = None
    """Ids of places and institutions whose names are found in it, but that it is not about."""


class KeyNumber(Model):
    """A figure that stands large at the head of a chapter."""

    figure: Id
    """Id of the figure."""
    form: Literal["full", "number", "short"] = "number"
    """How it is written; `full` where the number alone would not say which way it went."""
    label: Text | None = None
    """What it counts, in a reader's words; without it, the figure's own label."""
    note: Text | None = None
    """What is not known of it, or its period, in a few words."""


class Chapter(Model):
    """Results that belong together."""

    id: Id
    """Id, the anchor on the year's page."""
    title: Text
    """Heading."""
    theme: Theme | None = None
    """Theme of the chapter."""
    lead: Text | None = None
    """A sentence or two that opens it."""
    sources: tuple[Locator, ...] = ()
    """Sentences that the lead draws on."""
    caution: Text | None = None
    """How its numbers must not be read, in one sentence, shown beside them."""
    key_numbers: tuple[KeyNumber, ...] | None = None
    """Figures shown large; without the key, the first three that its results name. `[]` for none."""
    results: tuple[Result, ...] = Field(min_length=1)
    """Its facts, in the order of the article."""


class YearResults(Model):
    """What was reported for a year."""

    year: Year
    """The year."""
    lead: Text
    """A sentence or two that opens the page."""
    sources: tuple[Locator, ...] = ()
    """Sentences that the lead draws on."""
    caution: Text | None = None
    """How far the article reports the year, and that silence is no finding; needed where a plan of the year is
    reviewed, since it stands beside every count of the ledger."""
    chapters: tuple[Chapter, ...] = Field(min_length=1)
    """Its chapters, in their order."""


class Commitment(Noted):
    """One thing that a plan says will be done: one verb with its own object."""

    id: Id
    """Permanent id; begins with the year of the plan, `2026-dialysis`."""
    theme: Theme | None = None
    """Theme under which readers find it."""
    text: Text
    """The commitment in one sentence of our own; numbers as references."""
    short: Text | None = None
    """The same in a few words without a full stop, where the plan is shown in brief."""
    quote: Words
    """A short passage as printed, which occurs once in its sentence."""
    sources: tuple[Locator, ...] = Field(min_length=1)
    """Where it is stated; the first place is the one quoted."""
    places: tuple[Id, ...] | None = None
    """Ids of places and institutions that it is about without naming them in Chinese."""
    not_places: tuple[Id, ...] | None = None
    """Ids of places and institutions whose names are found in it, but that it is not about."""


class CommitmentGroup(Model):
    """Commitments of a workstream under a heading of their own."""

    title: Text
    """The heading, in plain words."""
    ids: tuple[Id, ...] = Field(min_length=1)
    """Ids of its commitments, in the order shown."""


class Workstream(Model):
    """A part of a plan: a workstream of 2025, a direction of 2026."""

    id: Id
    """Id; where the plan has pages of its own, the page is /<year>/<id>/."""
    title: Text
    """Its name."""
    plain: Text | None = None
    """What it is about, in the words of a reader; its own name is then shown beside it."""
    slogan: Text | None = None
    """Its slogan as printed, and our translation."""
    theme: Theme | None = None
    """Theme of the workstream."""
    lead: Text
    """A sentence or two that sums it up."""
    aim: Text | None = None
    """The same in a few words, where the plan is shown in brief and it has no commitments."""
    gap: Text | None = None
    """What the article leaves out, said in the place where a reader misses it."""
    sources: tuple[Locator, ...] = ()
    """Sentences that the lead or the gap draws on."""
    key_figure: Id | None = None
    """Id of the figure on the share card of its page, where it has one."""
    highlights: tuple[Id, ...] | None = None
    """Ids of the commitments that are shown where there is no room for all; without the key, the first ones."""
    groups: tuple[CommitmentGroup, ...] = ()
    """Its commitments in groups; those in none stand at the end, without a heading."""
    commitments: tuple[Commitment, ...] = ()
    """What it promises, in the order of the article."""

    @property
    def name(self) -> Text:
        """What readers see it called."""
        return self.plain or self.title

    @property
    def highlighted(self) -> tuple[Commitment, ...]:
        """The commitments shown in brief, the most telling first."""
        by_id = {commitment.id: commitment for commitment in self.commitments}
        return self.commitments if self.highlights is None else tuple(by_id[id] for id in self.highlights)


class Plan(Model):
    """What is meant to be done in a year."""

    year: Year
    """The year."""
    title: Text
    """What the plan's parts are called: “eight workstreams”."""
    lead: Text
    """A sentence or two that opens it."""
    sources: tuple[Locator, ...] = ()
    """Sentences that the lead draws on."""
    own_pages: Flag = False
    """Whether each workstream has a page of its own."""
    workstreams: tuple[Workstream, ...] = Field(min_length=1)
    """Its parts, in the order of the article."""

    def all_commitments(self) -> Iterator[Commitment]:
        """Its commitments, part by part."""
        return (commitment for part in self.workstreams for commitment in part.commitments)
