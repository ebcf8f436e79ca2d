"""The ledger: what became of each commitment of a plan, once a later article has reported on its year.

Belongs here: two separate facts for each commitment: what is reported of it, and whether a later plan takes it
up. Does not belong here: a judgement of either; which plans are reviewed (`report.ledger`).
"""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from report.model.base import Id, Locator, Model, Text, Words

Reported = Literal["met", "progress", "not-mentioned", "open"]


class Evidence(Model):
    """A passage that reports on a commitment.

    Example (YAML)::

        quote: 动态调整449项医疗服务价格
        sources:
        - {article: a2026, section: 核心提示, paragraph: 2, sentence: 1}
    """

    quote: Words
    """A short passage as printed, which occurs once in its sentence."""
    sources: tuple[Locator, ...] = Field(min_length=1)
    """Where it is stated; the first place is the one quoted."""


class LedgerEntry(Model):
    """What became of one commitment."""

    id: Id
    """Id of the commitment, `2025-charging-mechanism`."""
    reported: Reported
    """What the article that reports the year says of it: `met`, `progress`, or no result (`not-mentioned`).
    `open`, written by `report new-year`: nobody has looked yet, and a strict build refuses it."""
    evidence: tuple[Evidence, ...] = ()
    """Passages that say so; none for `not-mentioned`, at least one for `met` and `progress`."""
    taken_up: tuple[Id, ...] = ()
    """Ids of commitments of a later plan that promise substantially the same: our reading."""
    note: Text | None = None
    """How far the evidence goes, or why a near passage was not taken as evidence: our reading."""
    taken_up_note: Text | None = None
    """What a later plan promises differently, or why a near measure was not taken for the same: our reading."""

    @model_validator(mode="after")
    def _says_what_it_shows(self) -> Self:
        if self.reported in ("met", "progress") and not self.evidence:
            raise PydanticCustomError("ledger-evidence", "", {"status": self.reported})
        if self.reported == "not-mentioned" and self.evidence:
            raise PydanticCustomError("ledger-silent", "", {})
        return self
