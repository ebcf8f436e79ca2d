"""What a citation names: a source of the report, or the report itself.

Belongs here: its parts, as far as they are known. Does not belong here: how a style writes them.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from languages import ORIGINAL
from languages.variants import in_script
from report.model import Article, Author, Language, Text
from report.words import citation

Style = Literal["gbt7714", "apa", "bibtex"]
CONTAINERS = ("newspaper", "journal")
"""Kinds whose publisher is what they appeared in."""


@dataclass(frozen=True)
class Work:
    """What a citation names: a source, or the report itself. Absent parts are not known.

    Attributes:
        type: Its kind, a `SourceType`.
        edition: Values of the words that name its edition; empty for a source.
        unofficial: Whether it is a report that no public body publishes.
    """

    type: str
    title: Text
    subtitle: Text | None = None
    authors: tuple[Author, ...] = ()
    publisher: Text | None = None
    place: Text | None = None
    date: str = ""
    address: str = ""
    accessed: datetime.date | None = None
    edition: Mapping[str, object] | None = None
    unofficial: bool = False

    @property
    def self_published(self) -> bool:
        """Whether its publisher is one of its authors."""
        return self.publisher is not None and self.publisher.zh in [author.zh for author in self.authors]

    def full_title(self, style: Style, language: Language) -> str:
        """Title and subtitle in one language."""
        if self.subtitle is None:
            return self.title[language]
        return citation()[style]["title"].format(title=self.title[language], subtitle=self.subtitle[language])


def publisher_name(article: Article) -> Text | None:
    """A source's publisher; none where it is absent, or said not to be known."""
    name = article.publisher
    return None if name is None or re.search(citation()["unstated"][ORIGINAL], in_script(name.zh, "Hans")) else name


def work_of(article: Article) -> Work:
    """A source as a citation names it."""
    return Work(
        article.type,
        article.title,
        article.subtitle,
        article.authors,
        publisher_name(article),
        article.place,
        article.date or "",
        article.address or "",
        article.accessed,
    )
