"""Which files a report has in `data/`, and what is in each.

Belongs here: their names and the class of their entries. Does not belong here: reading them (`report.load`).
"""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import BaseModel

from report.model import (
    Article,
    ArticlePrint,
    Chart,
    Correction,
    Edition,
    Erratum,
    Excuse,
    Figure,
    Home,
    Indicator,
    LedgerEntry,
    PageWords,
    Plan,
    Review,
    Term,
    Text,
    Unit,
    YearResults,
)  # fmt: skip
from report.model.figure import FigureFile


@dataclass(frozen=True)
class FileKind:
    """One kind of file in `data/`.

    Attributes:
        field: Field of `Report` that it fills.
        pattern: Its path below `data/`, `*` for a name of the editor's choice.
        model: Class of an entry, or of the whole file.
        layout: `list` of entries, `one` entry, or `mapping` of text by key.
        is_needed: Whether a report must have it.
        common: Of a list whose entries may inherit, the class of a file that says what they have in common.
    """

    field: str
    pattern: str
    model: type[BaseModel]
    layout: str
    is_needed: bool = False
    common: type[FigureFile] | None = None


FILE_KINDS = (
    FileKind("edition", "report.yml", Edition, "one", is_needed=True),
    FileKind("home", "home.yml", Home, "one", is_needed=True),
    FileKind("pages", "pages.yml", PageWords, "list", is_needed=True),
    FileKind("articles", "sources.yml", Article, "list", is_needed=True),
    FileKind("prints", "articles.yml", ArticlePrint, "list"),
    FileKind("units", "units.yml", Unit, "list"),
    FileKind("indicators", "indicators.yml", Indicator, "list", is_needed=True),
    FileKind("figures", "figures/*.yml", Figure, "list", common=FigureFile),
    FileKind("results", "results/*.yml", YearResults, "one"),
    FileKind("plans", "plans/*.yml", Plan, "one"),
    FileKind("ledger", "ledger.yml", LedgerEntry, "list"),
    FileKind("charts", "charts.yml", Chart, "list"),
    FileKind("glossary", "glossary.yml", Term, "list"),
    FileKind("errata", "errata.yml", Erratum, "list"),
    FileKind("corrections", "corrections.yml", Correction, "list"),
    FileKind("excuses", "coverage.yml", Excuse, "list"),
    FileKind("reviews", "verification.yml", Review, "list"),
    FileKind("overrides", "strings.yml", Text, "mapping"),
)
