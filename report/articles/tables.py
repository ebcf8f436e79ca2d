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
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter

from report.model import Language
from report.problems import Problem, ReportError
from report.text_files import decode
from report.words import interface

TABLES = (".xlsx", ".csv")
"""How the names of tables end."""
MAX_BYTES = 20_000_000
"""Size of a table at most, unpacked."""
MAX_ROWS = 20_000
"""Rows of a sheet at most."""
_MAX_COLUMNS = 50
_NEEDED = ("label", "value", "unit", "year")
COLUMNS = (*_NEEDED, "scope", "note")
"""Columns of a table, by the keys of their words."""
_COMPOUND = b"\xd0\xcf\x11\xe0"  # Old .xls files begin so, and workbooks with a password.
_FORMAT = re.compile(r"(?P<comma>#,##)?0(?:\.(?P<places>0+))?(?P<percent>%)?[ _)]*")


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
    sheets = (_csv_sheet if path.suffix == ".csv" else _workbook)(path, problems)
    for name, cells in () if problems else sheets.items():
        rows += _rows(path, name, cells, problems)
    if not rows and not problems:
        problems.append(Problem(path.as_posix(), 0, "", "table-empty"))
    if problems:
        raise ReportError(problems)
    return rows


def write_template(path: Path, language: Language) -> None:
    """Write an empty table.

    Raises:
        ReportError: The file is there, or is not called as a workbook.
    """
    if path.suffix != ".xlsx":
        raise _refused(path, "table-kind")
    if path.exists():
        raise _refused(path, "table-there")
    book = Workbook()
    book.worksheets[0].append([interface()[f"cli.column-{name}"][language] for name in COLUMNS])
    book.save(path)


def _csv_sheet(path: Path, problems: list[Problem]) -> dict[str, list[list[str]]]:
    if path.stat().st_size > MAX_BYTES:
        raise _refused(path, "table-large")
    text, found = decode(path.read_bytes(), path.as_posix())
    problems += found
    try:
        cells = [list(map(str.strip, row)) for row in csv.reader(io.StringIO(text, newline=""))]
    except csv.Error:
        raise _refused(path, "table-unread") from None
    if len(cells) > MAX_ROWS:
        raise _refused(path, "table-large")
    return {} if found else {path.stem: cells}


def _workbook(path: Path, problems: list[Problem]) -> dict[str, list[list[str]]]:
    """The cells of each sheet that is not empty, as shown."""
    _check_package(path)
    try:  # A broken workbook makes openpyxl raise errors of any kind.
        stored = load_workbook(path, read_only=True, data_only=True, keep_links=False)
        typed = load_workbook(path, read_only=True, data_only=False, keep_links=False)
        sheets: dict[str, list[list[str]]] = {}
        for sheet, formulas in zip(stored.worksheets, typed.worksheets, strict=True):
            values, sources = _grid(sheet), _grid(formulas)
            if len(values) > MAX_ROWS:
                break
            for line, sources_of_line in zip(values, sources, strict=True):
                for cell, source in zip(line, sources_of_line, strict=True):
                    if source.data_type == "f" and cell.value is None:
                        values_of = {"place": f"{sheet.title} {source.coordinate}"}
                        problems.append(Problem(path.as_posix(), 0, "", "table-formula", values_of))
            cells = [[_shown(cell) for cell in line] for line in values]
            if any(any(line) for line in cells):
                sheets[sheet.title] = cells
        else:
            return sheets
    except Exception:
        raise _refused(path, "table-unread") from None
    raise _refused(path, "table-large")


def _grid(sheet: Any) -> list[Sequence[Any]]:
    sheet.reset_dimensions()  # What a file says of its size may be wrong.
    return list(sheet.iter_rows(max_row=MAX_ROWS + 1, max_col=_MAX_COLUMNS))


def _check_package(path: Path) -> None:
    """Refuse what is no workbook before it is unpacked."""
    with path.open("rb") as stream:
        if stream.read(4) == _COMPOUND:
            raise _refused(path, "table-locked")
    try:
        with zipfile.ZipFile(path) as package:
            parts = package.infolist()
    except zipfile.BadZipFile:
        raise _refused(path, "table-unread") from None
    if sum(part.file_size for part in parts) > MAX_BYTES:
        raise _refused(path, "table-large")
    if any(part.filename.endswith("vbaProject.bin") for part in parts):
        raise _refused(path, "table-macros")


def _refused(path: Path, code: str) -> ReportError:
    values = {"rows": f"{MAX_ROWS:,}", "megabytes": str(MAX_BYTES // 1_000_000)}
    return ReportError([Problem(path.as_posix(), 0, "", code, values)])


def _shown(cell: Any) -> str:
    """A cell as its number format shows it."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return " ".join(str(value).split())
    number = Decimal(f"{value:.15g}")
    if match := _FORMAT.fullmatch(cell.number_format):
        number = number * 100 if match["percent"] else number
        number = number.quantize(Decimal(1).scaleb(-len(match["places"] or "")), ROUND_HALF_UP)
        return f"{number:,f}{match['percent'] or ''}" if match["comma"] else f"{number:f}{match['percent'] or ''}"
    return f"{number:f}"


def _rows(path: Path, sheet: str, cells: Sequence[Sequence[str]], problems: list[Problem]) -> Iterator[Row]:
    first = next((number for number, row in enumerate(cells) if any(row)), None)
    if first is None:
        return
    columns = _columns(cells[first])
    if missing := [name for name in _NEEDED if name not in columns]:
        values = {"sheet": sheet, "missing": ", ".join(missing)}
        problems.append(Problem(path.as_posix(), first + 1, "", "table-columns", values))
        return
    for number, row in enumerate(cells[first + 1 :], first + 2):
        said = {name: row[at] if at < len(row) else "" for name, at in columns.items()}
        if not any(said.values()):
            continue
        if empty := [name for name in ("label", "value", "year") if not said[name]]:
            places = ", ".join(f"{get_column_letter(columns[name] + 1)}{number}" for name in empty)
            values = {"place": f"{sheet} {places}"}
            problems.append(Problem(path.as_posix(), number, "", "table-cell-empty", values))
            continue
        value, unit = said["value"], said["unit"]
        phrase = value if value.endswith(unit) else value + unit
        yield Row(sheet, number, columns["value"] + 1, said["label"], phrase, _text(said, phrase))


def _columns(header: Iterable[str]) -> dict[str, int]:
    """Columns by name, from 0; one that stands twice is none."""
    known = {word.lower(): name for name in COLUMNS for word in interface()[f"cli.column-{name}"].values()}
    found = [(known[word.lower()], at) for at, word in enumerate(header) if word.lower() in known]
    return {name: at for name, at in found if [other for other, _ in found].count(name) == 1}


def _text(said: Mapping[str, str], phrase: str) -> str:
    in_words = interface()["period.year"]["zh"]  # Texts are compared in Chinese.
    year = in_words.format(year=said["year"].removesuffix(in_words.format(year="")))
    return " ".join(word for word in (year, said["label"], phrase, said.get("scope"), said.get("note")) if word)
