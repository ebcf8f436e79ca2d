"""What a draft consists of, and how each part of it is written as YAML.

Belongs here: the stubs, their YAML, the words of `skeletons/draft.yml`. Does not belong here: what is drafted
(`report.draft.numbers`, `report.draft.sentences`), where it goes (`report.draft.files`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from string import Template
from typing import Any

import yaml

from languages import SIDES
from report.articles.places import Place, format_place
from report.fill import place_yaml
from report.quantity import Quantity
from report.skeleton_files import read_skeleton
from report.todo_marks import MARK
from report.words.forms import report_folders
from report.yaml.edit import scalar

NOUN = (MARK, MARK)
"""What stands for a noun, singular and plural."""


@dataclass
class IndicatorStub:
    """An indicator for a number that no known one fits."""

    id: str
    theme: str
    label: str
    unit: str
    nouns: int = 0
    """How many nouns English needs."""

    def yaml(self) -> str:
        """The item of a list, without its dash."""
        rows = [f"id: {self.id}", *theme_rows(self.theme), *text_rows("label", label=self.label)]
        rows.append(f"unit: {scalar(self.unit or words('unit'))}")
        if self.nouns:
            rows.append(f"noun: {{en: {nouns_yaml([NOUN] * self.nouns)}}}")
        return "\n".join(rows)


@dataclass
class FigureStub:
    """A figure for a number that no figure has yet.

    Attributes:
        is_cell: Whether it stands in a table.
        further: Places where the same number is printed again.
        reason: Key of what a person must think of.
        is_known: Whether it stands for a figure of the report, which has this number already.
        label: What the words in front of it call it.
        quantity: What the phrase is read as.
    """

    id: str
    indicator: str
    stated: str
    quote: str
    place: Place
    status: str
    period: Mapping[str, str]
    measure: str = ""
    change_of: str = ""
    scope: Mapping[str, str] = field(default_factory=dict)
    nouns: Sequence[tuple[str, str]] = ()
    is_unread: bool = False
    is_cell: bool = False
    reason: str = ""
    part_of: str = ""
    further: list[Place] = field(default_factory=list)
    is_known: bool = False
    label: str = ""
    quantity: Quantity | None = None

    def comment(self) -> str:
        """What stands in the file of a number that cannot be a figure yet."""
        return f"# {MARK}: {words(self.reason or 'unread')}: {format_place(self.place)}: {self.stated}"

    def yaml(self, defaults: Mapping[str, Any]) -> str:
        """The item of a list, without its dash, with its comment; what the defaults of the file say is left out."""
        rows = [f"id: {self.id}", f"indicator: {self.indicator}", f"stated: {scalar(self.stated)}"]
        rows.append(f"quote: {scalar(self.quote)}")
        rows += [f"measure: {self.measure}"] if self.measure else []
        rows += [f"change_of: {self.change_of}"] if self.change_of else []
        rows += [f"part_of: {self.part_of}"] if self.part_of else []
        rows += [f"noun: {{en: {nouns_yaml(self.nouns)}}}"] if self.nouns else []
        if self.status != defaults.get("status"):
            rows.append(f"status: {self.status}")
        if dict(self.period) != defaults.get("period"):
            rows.append("period: {" + ", ".join(f"{key}: {value}" for key, value in self.period.items()) + "}")
        if self.scope:
            rows.append(
                "scope: {" + ", ".join(f"{k}: {scalar(v, in_braces=True)}" for k, v in self.scope.items()) + "}"
            )
        elif "scope" not in defaults:
            rows += text_rows("scope")
        article = str(defaults.get("article", ""))
        places = [place_yaml(place, article) for place in (self.place, *self.further)]
        return "\n".join([*rows, "sources:", *(f"- {place}" for place in places)])


@dataclass
class EntryStub:
    """A result or a commitment for a sentence that no entry names."""

    id: str
    theme: str
    quote: str
    place: Place
    year: int
    is_planned: bool
    figures: Sequence[str] = ()
    words: str = ""

    def yaml(self) -> str:
        """The item of a list, without its dash."""
        refs = [f"{{{id}}}" for id in self.figures]
        texts = text_rows("text", refs_zh=self.words or "、".join(refs), refs_en=", ".join(refs))
        rows = [f"id: {self.id}", *theme_rows(self.theme), *texts]
        return "\n".join([*rows, f"quote: {scalar(self.quote)}", "sources:", f"- {place_yaml(self.place)}"])


def theme_rows(theme: str) -> list[str]:
    """The theme of an entry; a report may have none."""
    return [f"theme: {theme}"] if theme else []


def nouns_yaml(nouns: Sequence[tuple[str, str]]) -> str:
    """English nouns, singular and plural each, as YAML."""
    pairs = [f"[{', '.join(scalar(word, in_braces=True) for word in pair)}]" for pair in nouns]
    return pairs[0] if len(pairs) == 1 else f"[{', '.join(pairs)}]"


def year_yaml(year: int, *, is_reported: bool) -> str:
    """A year of the report as an item of a list."""
    key = "year-results" if is_reported else "year-plan"
    rows = [row for name in ("title", "short") for row in text_rows(name, key, year=str(year))]
    return "\n".join([f"year: {year}", *rows, *text_rows("description", "year-description", year=str(year))])


def mark(key: str) -> str:
    """The comment that marks a place, without its `#`."""
    return f"{MARK}: {words(key)}"


def words(key: str) -> str:
    """A word or comment of the draft."""
    return str(_words()[key])


def text_rows(name: str, key: str = "", **values: str) -> list[str]:
    """A text in both languages as rows of YAML."""
    pair = _words()[key or name]
    found = {language: Template(pair[language]).substitute(values).strip() for language in SIDES}
    return [f"{name}:", *(f"  {language}: {_quoted(text)}" for language, text in found.items())]


def _quoted(text: str) -> str:
    is_quoted = ": " in text or f"{MARK}：{{" in text  # A brace alone would begin a mapping once the mark is gone.
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"' if is_quoted else scalar(text)


def _words() -> Mapping[str, Any]:
    return _read_words(report_folders())


@cache
def _read_words(folders: tuple[str, ...]) -> Mapping[str, Any]:
    return dict(yaml.safe_load(read_skeleton("draft.yml", folders)))
