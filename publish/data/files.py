"""The open data: every figure and commitment as files, in both languages, at permanent addresses.

    data/figures.csv|json · data/commitments.csv|json · data/report.xlsx · data/datapackage.json
    figures/<id>/figure.json, beside the figure's page          and the same again below en/

All files are made before a page is rendered, so that a page can show the size of a file. They depend on
the report and the address of the site alone, not on the time or the machine.

Belongs here: which files there are. Does not belong here: their contents (`publish.data.records`), formats
(`publish.data.tables`, `publish.data.datapackage`), or the links to them (`macros.downloads`).

Example:
    >>> sorted(make_files(report, ""))[0]  # doctest: +SKIP
    'data/commitments.csv'
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from macros.charts import chart_files
from macros.site_context import DATA_FOLDER, SiteContext
from publish.data.datapackage import NUMBERS, TABLES, column_words, describe, open_data_word
from publish.data.records import Row, commitment_records, commitment_rows, figure_record, figure_rows, report_record
from publish.data.tables import workbook_bytes
from publish.site.languages import language_of, languages_of
from report.citation import cite
from report.csv_table import csv_bytes
from report.facts import all_facts
from report.figures import write_text
from report.model import Language as Code
from report.model import Report

Files = Mapping[str, bytes]
"""Contents by address below the root of the site."""


def make_files(report: Report, address: str) -> Files:
    """Every file of the open data.

    Args:
        report: A report that has passed its checks.
        address: Address of the site, with `/` at its end; empty where it is not known.
    """
    files: dict[str, bytes] = {}
    for language in languages_of(report):
        home = language.home(address)
        folder = language.address(DATA_FOLDER)
        files |= {folder + name: content for name, content in _data(report, language.code, home).items()}
        files |= {language.address(path): content for path, content in _figures(report, language.code, home).items()}
    return files


def site_context(report: Report, files: Files, address: str, index: str = "") -> SiteContext:
    """The addresses and sizes of the files, which pages show, and the name of a page's file."""
    languages = languages_of(report)
    sizes: dict[Code, dict[str, int]] = {language.code: {} for language in languages}
    for path, content in files.items():
        language = language_of(path, languages)
        sizes[language.code][path.removeprefix(language.prefix)] = len(content)
    homes: dict[Code, str] = {language.code: language.home(address) for language in languages}
    return SiteContext(homes, sizes, index)


def chart_contents(report: Report, cache: Path, address: str) -> Files:
    """The data and the drawings of every chart, each language below its own root.

    `address`: of the site, with `/` at its end; empty where it is not known.
    """
    languages = languages_of(report)
    prefixes: dict[Code, str] = {language.code: language.prefix for language in languages}
    homes: dict[Code, str] = {language.code: language.home(address) for language in languages}
    return {prefixes[file.language] + file.address: file.content for file in chart_files(report, cache, homes)}


def write_files(folder: Path, files: Files) -> None:
    """Write the files into the folder of the site."""
    for path, content in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


def _csv(table: str, rows: Iterable[Row]) -> bytes:
    return csv_bytes(TABLES[table], ([row[name] for name in TABLES[table]] for row in rows))


def _data(report: Report, language: Code, home: str) -> Files:
    """The files of `data/`, by name, without those of tables that would be empty.

    The description comes last, since it holds the others' sizes.
    """
    rows = {"figures": figure_rows(report, language), "commitments": commitment_rows(report, language)}
    tables = {table: found for table, found in rows.items() if found}
    if not tables:
        return {}
    head = {**report_record(report, language, home), **({"url": home} if home else {})}
    records = {
        "figures": [figure_record(facts) for facts in all_facts(report, language)],
        "commitments": commitment_records(report, language),
    }
    files: dict[str, bytes] = {}
    for table, found in tables.items():
        files[f"{table}.csv"] = _csv(table, found)
        files[f"{table}.json"] = _json({"report": head, table: records[table]})
    columns = [
        {
            "table": open_data_word(report, f"table.{table}", language),
            "column": name,
            "words": column_words(report, table, name, language),
        }
        for table in tables
        for name in TABLES[table]
    ]
    sheets = {open_data_word(report, f"table.{name}", language): found for name, found in tables.items()}
    files["report.xlsx"] = workbook_bytes(
        {**sheets, open_data_word(report, "table.columns", language): columns},
        NUMBERS,
        title=write_text(report, report.edition.site.name, language),
        comment=write_text(report, report.edition.licence.notice, language) if report.edition.licence else "",
        created=report.edition.published,
    )
    return {**files, "datapackage.json": _json(describe(report, language, files, home))}


def _figures(report: Report, language: Code, home: str) -> Files:
    """The file beside each figure's page."""
    head = report_record(report, language, home)
    files = {}
    for facts in all_facts(report, language):
        page = home + facts.page if home else ""
        address = {"url": page} if page else {}
        content = {**figure_record(facts), **address, "citations": cite(report, facts.id, page)}
        files[facts.file] = _json({"report": head, "figure": content})
    return files


def _json(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
