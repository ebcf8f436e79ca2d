"""The rows of a workbook or a CSV file as passages: of a source that is a table, a row is what a sentence is elsewhere.

A file `<id>.xlsx` or `<id>.csv` has a header row with label, value, unit and year, and, if wanted, scope and note, in
Chinese or English. The text of a row is its year, label, value with unit, scope and note, as a reader sees them, with a
space between; its place is that of its value: sheet, row and column. A CSV file is one sheet, called as the file.

Belongs here: reading such files, and what is refused. Does not belong here: what is drafted of them (`report.draft`).
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from languages import DEFAULTS, ORIGINAL, forms
from languages.variants import in_script
from report.articles.workbook import MAX_BYTES, MAX_COLUMNS, MAX_ROWS, Fault, read_workbook, refused
from report.model import Language
from report.model.base import cell_name
from report.problems import Problem, ReportError
from report.text_files import decode
from report.words import interface, tables
from report.write_files import write_files

TABLES = (".xlsx", ".csv")
"""How the names of tables end."""
_NEEDED = ("label", "value", "unit", "year")
COLUMNS = (*_NEEDED, "scope", "note")
"""Columns of a table, by the keys of their words."""
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True)
class Row:
    """A row of a table: sheet, row and column of the value, both from 1, label, value with unit, and the text."""

    sheet: str
    row: int
    column: int
    label: str
    value: str
    text: str


def read_table(path: Path) -> list[Row]:
    """The rows of a table in their order; rows without any value are left out.

    Raises:
        ReportError: It is no such table, too large, or a row lacks something.
    """
    problems: list[Problem] = []
    rows: list[Row] = []
    for name, cells in (_csv_sheet if path.suffix == ".csv" else read_workbook)(path).items():
        rows += _rows(path, name, cells, problems)
    if not rows and not problems:
        problems.append(Problem(path.as_posix(), 0, "", "table-empty"))
    if problems:
        raise ReportError(problems)
    return rows


def template_row(language: Language, folders: tuple[str, ...] = ()) -> list[str]:
    """The header of an empty table."""
    return [tables(folders)[name][language] for name in COLUMNS]


def write_template(path: Path, language: Language, folders: tuple[str, ...] = ()) -> None:
    """Write an empty table.

    Raises:
        ReportError: The file is there, or is not called as a table.
    """
    if path.suffix not in TABLES:
        raise refused(path, "table-kind")
    if path.exists():
        raise refused(path, "table-there")
    if path.suffix == ".csv":
        write_files(path.parent, {path.name: (",".join(template_row(language, folders)) + "\n").encode("utf-8-sig")})
        return
    from openpyxl import Workbook  # As in `report.articles.workbook`.

    book = Workbook()
    book.worksheets[0].append(template_row(language, folders))
    content = io.BytesIO()
    book.save(content)
    write_files(path.parent, {path.name: content.getvalue()})


def _csv_sheet(path: Path) -> dict[str, list[list[str]]]:
    if path.stat().st_size > MAX_BYTES:
        raise refused(path, "table-large")
    text, problems = decode(path.read_bytes(), path.as_posix())
    if problems:
        raise ReportError(problems)
    lines = csv.reader(io.StringIO(text, newline=""))
    try:
        cells = [list(map(str.strip, line[:MAX_COLUMNS])) for line in islice(lines, MAX_ROWS + 1)]
    except csv.Error:
        raise refused(path, "table-unread") from None
    if len(cells) > MAX_ROWS:
        raise refused(path, "table-large")
    return {path.stem: cells}


def _rows(path: Path, sheet: str, cells: Sequence[Sequence[str]], problems: list[Problem]) -> Iterator[Row]:
    """The rows below the header, which may have titles above it."""
    found = [(_columns(row), number) for number, row in enumerate(cells) if any(row)]
    if not found:
        return
    columns, first = max(found, key=lambda one: (sum(name in one[0] for name in _NEEDED), -one[1]))
    if missing := [name for name in _NEEDED if name not in columns]:
        words = (" / ".join(tables()[name].values()) for name in missing)
        values = {"sheet": sheet, "missing": ", ".join(words)}
        problems.append(Problem(path.as_posix(), first + 1, "", "table-columns", values))
        return
    for number, row in enumerate(cells[first + 1 :], first + 2):
        said = {name: row[at] if at < len(row) else "" for name, at in columns.items()}
        if not any(said.values()):
            continue
        if faults := list(_faults(said)):
            for name, code, value in faults:
                values = {"place": f"{sheet} {cell_name(number, columns[name] + 1)}", "value": value}
                problems.append(Problem(path.as_posix(), number, "", code, values))
            continue
        value, unit = said["value"], said["unit"]
        phrase = value if value.endswith(unit) else value + unit
        yield Row(sheet, number, columns["value"] + 1, said["label"], phrase, _text(said, phrase))


def _faults(said: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """Cells of a row that cannot be read or do not say enough: column, code of the message, and what they say."""
    for name, text in said.items():
        if isinstance(text, Fault):
            yield name, text.code, text
        elif not text and name in ("label", "value", "year"):
            yield name, "table-cell-empty", ""
        elif name == "year" and not _YEAR.fullmatch(_bare_year(text)):
            yield name, "table-year", text
    value, unit = said["value"], said["unit"]
    is_doubled = unit[:1] in tables()["sizes"] and value.endswith(unit[:1]) and not value.endswith(unit)
    if unit and is_doubled and not isinstance(value, Fault):
        yield "unit", "table-unit", value + unit


def _columns(header: Iterable[str]) -> dict[str, int]:
    """Columns by name, from 0; one that stands twice is none."""
    known = {word.lower(): name for name in COLUMNS for word in tables()[name].values()}
    plain = [in_script(word.lower(), forms()[DEFAULTS[ORIGINAL]].script) for word in header]
    found = [(known[word], at) for at, word in enumerate(plain) if word in known]
    return {name: at for name, at in found if [other for other, _ in found].count(name) == 1}


def _text(said: Mapping[str, str], phrase: str) -> str:
    year = interface()["period.year"][ORIGINAL].format(year=_bare_year(said["year"]))  # Texts are compared in Chinese.
    return " ".join(word for word in (year, said["label"], phrase, said.get("scope"), said.get("note")) if word)


def _bare_year(text: str) -> str:
    return text.removesuffix(interface()["period.year"][ORIGINAL].format(year=""))
