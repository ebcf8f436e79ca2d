"""Places in the articles, as keys and as the commands print them, and the sentences there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple, Protocol

from report.cached_per_report import cached_per_report
from report.model import Locator, Report, Sentence
from report.model.base import PlaceKind, cell_name

WORDS = ("article", "section", "sheet")
"""Keys of places whose values are words."""


class Place(NamedTuple):
    """A place as a key: of a cell, section, paragraph and sentence are its sheet, row and column; see `Position`."""

    article: str
    section: str
    paragraph: int
    sentence: int
    kind: PlaceKind = "sentence"


class _Position(Protocol):
    @property
    def section(self) -> str: ...
    @property
    def paragraph(self) -> int: ...
    @property
    def sentence(self) -> int: ...
    @property
    def kind(self) -> PlaceKind: ...


def place_of(locator: Locator) -> Place:
    """A locator as a key."""
    return place_in(locator.article, locator)


def place_in(article: str, position: _Position) -> Place:
    """A sentence of an article as a key."""
    return Place(article, position.section, position.paragraph, position.sentence, position.kind)


def format_place(place: Place) -> str:
    """A place as the commands print it: `a2025 综合医改 1.4`, `t2023 机构 C5`, `y2024 p. 12.3`."""
    at = f"{place.paragraph}.{place.sentence}"
    return f"{place.article} {place.section} {_cell(place) if place.kind == 'cell' else at}"


def place_keys(place: Place) -> dict[str, str]:
    """A place by the keys that it is written with."""
    numbers = {"paragraph": str(place.paragraph), "sentence": str(place.sentence)}
    if place.kind == "page":
        at = {"page": numbers["paragraph"], "sentence": numbers["sentence"]}
    elif place.kind == "cell":
        at = {"sheet": place.section, "cell": _cell(place)}
    else:
        at = {"section": place.section, **numbers}
    return {"article": place.article, **at}


def _cell(place: Place) -> str:
    return cell_name(place.paragraph, place.sentence)


@cached_per_report
def printed_sentences(report: Report) -> Mapping[Place, Sentence]:
    """The fingerprint of each sentence of the articles, in their order."""
    return {place_in(printed.article, s): s for printed in report.prints for s in printed.sentences}
