"""The description of the open data: a Data Package (version 2), for programs that read files and columns.

Belongs here: `datapackage.json`. Its words are in `report/words/open_data.yml`. Standard:
datapackage.org, version 2.0 of 26 June 2024.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any, get_args

from languages import TRANSLATION
from publish.data.records import COMMITMENT_COLUMNS, FIGURE_COLUMNS
from report.facts import all_facts
from report.figures import write_text
from report.ledger import STATUSES
from report.model import Article, Language, Report
from report.model.figure import Status
from report.publisher import notice_of, publisher_of
from report.quantity import Measure, Qualifier
from report.quantity.values import Reading
from report.words import open_data

PROFILE = "https://datapackage.org/profiles/2.0/"

TABLES = {"figures": FIGURE_COLUMNS, "commitments": COMMITMENT_COLUMNS}
KEYS = {"figures": ["id", "amount"], "commitments": ["id"]}
NUMBERS = {
    **dict.fromkeys(("value", "value_to"), "number"),
    **dict.fromkeys(("paragraph", "sentence", "page", "amount", "year"), "integer"),
}
_DAYS = {"period_start", "period_end"}
_NEVER_EMPTY = {"id", "indicator", "qualifier", "measure", "status", "stated", "article", "verified", "text"}
MEDIA = {
    "csv": "text/csv",
    "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def describe(report: Report, language: Language, files: Mapping[str, bytes], address: str) -> dict[str, Any]:
    """The description of the files of one language.

    Args:
        report: The report.
        language: Language of the files.
        files: Their bytes by name, `figures.csv`.
        address: Address of the site in this language; empty where it is not known.
    """
    edition = report.edition
    package: dict[str, Any] = {
        "$schema": PROFILE + "datapackage.json",
        "name": f"report-{edition.edition}-{language}",
        "title": write_text(report, edition.site.name, language),
        "description": report.languages[language].joiner.join(
            (write_text(report, edition.site.description, language), notice_of(report, language))
        ),
        "version": f"{edition.edition}.{edition.revision}",
        "created": f"{edition.published.isoformat()}T00:00:00Z",
        "sources": [
            {"title": _title(report, article, language)} | ({"path": article.address} if article.address else {})
            for article in report.articles
        ],
        "resources": [_resource(report, language, name, content) for name, content in files.items()],
    }
    if licence := edition.licence:
        title = write_text(report, licence.title, language)
        package["licenses"] = [{"name": licence.id, "path": licence.address, "title": title}]
    if publisher := publisher_of(report):
        package["contributors"] = [{"title": publisher[language], "roles": ["publisher"]}]
    return package | ({"homepage": address} if address else {})


def _title(report: Report, article: Article, language: Language) -> str:
    titles = [article.title[language], *([article.subtitle[language]] if article.subtitle else [])]
    return open_data(report.word_folders)["title-joint"][language].join(titles)


def open_data_word(report: Report, key: str, language: Language) -> str:
    """A text of `report/words/open_data.yml`, in the report's vocabulary."""
    return report.open_data_word(key, language)


def column_words(report: Report, table: str, column: str, language: Language) -> str:
    """What a column holds; both tables share the columns that hold the same."""
    key = f"column.{table}.{column}"
    words = open_data_word(report, key if key in open_data() else f"column.{column}", language)
    if column == "status":
        comma = report.interface_word("list.comma", language)
        words = words.format(statuses=comma.join(_labels(report, column, _codes(report, column), language)))
    return words


def _resource(report: Report, language: Language, name: str, content: bytes) -> dict[str, Any]:
    stem, _, ending = name.partition(".")
    resource: dict[str, Any] = {
        "$schema": PROFILE + "dataresource.json",
        "name": stem if ending == "csv" else f"{stem}-{ending}",
        "path": name,
        "title": open_data_word(report, f"file.{name}", language),
        "format": ending,
        "mediatype": MEDIA[ending],
        "bytes": len(content),
        "hash": "sha256:" + hashlib.sha256(content).hexdigest(),
    }
    if ending == "csv":
        fields = [_field(report, language, stem, column) for column in TABLES[stem]]
        keys = {"primaryKey": KEYS[stem], "missingValues": [""]}
        schema = {"$schema": PROFILE + "tableschema.json", "fields": fields, **keys}
        resource |= {"type": "table", "encoding": "utf-8", "schema": schema}
    return resource


def _field(report: Report, language: Language, table: str, column: str) -> dict[str, Any]:
    kind = "date" if column in _DAYS else NUMBERS.get(column, "string")
    field: dict[str, Any] = {"name": column, "type": kind, "description": column_words(report, table, column, language)}
    constraints: dict[str, Any] = {"required": True} if column in _NEVER_EMPTY else {}
    if codes := _codes(report, column):
        constraints["enum"] = codes
    if column in ("measure", "status", "reported"):
        labels = zip(codes, _labels(report, column, codes, language), strict=True)
        field["categories"] = [{"value": code, "label": label} for code, label in labels]
    return field | ({"constraints": constraints} if constraints else {})


def _labels(report: Report, column: str, codes: list[str], language: Language) -> list[str]:
    group = "ledger" if column == "reported" else column
    return [report.interface_word(f"{group}.{code}", language) for code in codes]


def _codes(report: Report, column: str) -> list[str]:
    """The values that a column of codes may hold; of statuses those that the report uses."""
    used = {facts.status for facts in all_facts(report, TRANSLATION)}
    codes: Mapping[str, Iterable[str]] = {
        "measure": get_args(Measure),
        "status": [status for status in get_args(Status) if status in used],
        "qualifier": (qualifier.value for qualifier in Qualifier),
        "verified": ("yes", "no"),
        "reading": get_args(Reading),
        "reported": STATUSES,
    }
    return list(codes.get(column, ()))
