"""What was checked against the articles, and what people reviewed: `data/verification.yml`.

Belongs here: the models. Does not belong here: what the fingerprints cover (`report.review.records`).
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from report.model.base import Day, Id, Model, Text, Words

Print = Annotated[str, Field(pattern=r"^[0-9a-f]{12}$")]
"""The beginning of a SHA-256 sum."""
Prints = Annotated[str, Field(pattern=r"^[0-9a-f]{12} [0-9a-f]{12}$")]
"""The fingerprints of a text's Chinese and English."""


class Verified(Model):
    """An entry was checked against the articles by `report verify`."""

    on: Day
    """The day."""
    print: Print
    """Fingerprint of what was checked: number, unit, qualifier, quote, place."""


class Signed(Model):
    """People reviewed an entry, recorded by `report sign`."""

    by: Id
    """Who, an id of `reviewers:` in `report.yml`."""
    on: Day
    """The day."""
    print: Print
    """Fingerprint of what they reviewed besides the texts: period, status, noun, theme."""


class Review(Model):
    """What is on record for one entry."""

    id: Words
    """Id of the figure, result or commitment; for all else the file and the id in it, `glossary/two-new`."""
    verified: Verified | None = None
    """The last check against the articles."""
    signed: Signed | None = None
    """The last review by people."""
    texts: dict[str, Prints] = Field(default_factory=dict)
    """Fingerprints of its texts when they were reviewed, by their place in the entry."""


class Reviewer(Model):
    """Who reviews."""

    id: Id
    """Id that `report sign --by` names."""
    name: Text
    """Name for readers."""
