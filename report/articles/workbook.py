"""Sheets of a workbook, each cell as it is shown: what `report.articles.tables` reads.

A workbook comes from anywhere: its size is looked at before it is unpacked, nothing in it is run, no address in it is
followed, and what it declares as XML is refused. Of a formula, the value that was stored with it counts.

Belongs here: opening workbooks. Does not belong here: what a table has to hold.
"""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from report.articles.number_formats import show
from report.problems import Problem, ReportError

MAX_BYTES = 20_000_000
"""Size of a table at most, unpacked."""
MAX_ROWS = 20_000
"""Rows of a sheet at most."""
MAX_COLUMNS = 50
"""Columns of a sheet that are read."""
_COMPOUND = b"\xd0\xcf\x11\xe0"  # Old .xls files begin so, and workbooks with a password.
_DECLARES = b"<!DOCTYPE"  # Entities are declared there; no spreadsheet program writes it.
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s/>]")
_LOCAL = (*range(27, 37), *range(50, 59))  # Formats without a code: what they show depends on the program's language.


class Fault(str):
    """What stands for a cell that cannot be read: the cause.

    Attributes:
        code: The code of the message.
    """

    code: str

    def __new__(cls, code: str, cause: str = "") -> Fault:
        """A fault, which is never empty."""
        fault = super().__new__(cls, cause or code)
        fault.code = code
        return fault


def refused(path: Path, code: str) -> ReportError:
    """The problem of a whole file."""
    values = {"rows": f"{MAX_ROWS:,}", "megabytes": str(MAX_BYTES // 1_000_000)}
    return ReportError([Problem(path.as_posix(), 0, "", code, values)])


def read_workbook(path: Path) -> dict[str, list[list[str]]]:
    """The cells of each sheet that is neither empty nor hidden; chart sheets have none.

    Raises:
        ReportError: It is no workbook, not safe to read, or too large.
    """
    from openpyxl import load_workbook  # It takes its time, and few commands need it.

    sheets: dict[str, list[list[str]]] = {}
    try:  # A broken workbook makes zipfile and openpyxl raise errors of any kind.
        parts = _unpacked(path)
        passes = (False, True) if any(map(_FORMULA.search, parts.values())) else (False,)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Of extensions that it does not know: charts, rules for entering data.
            for formulas in passes:
                book = load_workbook(_packed(parts), read_only=True, data_only=not formulas, keep_links=False)
                with closing(book):
                    for sheet in book.worksheets:
                        if sheet.sheet_state == "visible":
                            _read_sheet(sheet, sheets.setdefault(sheet.title, []), formulas=formulas)
    except ReportError:
        raise
    except Exception:
        raise refused(path, "table-unread") from None
    if any(len(cells) > MAX_ROWS for cells in sheets.values()):
        raise refused(path, "table-large")
    return {title: cells for title, cells in sheets.items() if any(map(any, cells))}


def _read_sheet(sheet: Any, cells: list[list[str]], *, formulas: bool) -> None:
    """Add the cells of a sheet, or mark those whose formula has no stored value."""
    sheet.reset_dimensions()  # What a file says of its size may be wrong.
    for number, line in enumerate(sheet.iter_rows(max_row=MAX_ROWS + 1, max_col=MAX_COLUMNS)):
        if not formulas:
            cells.append([_cell(cell) for cell in line])
        else:
            for at, cell in enumerate(line):
                if cell.data_type == "f" and not cells[number][at]:
                    cells[number][at] = Fault("table-formula")


def _cell(cell: Any) -> str:
    if cell.value is None:
        return ""
    if cell.data_type == "e":
        return Fault("table-error", str(cell.value))
    id, code = cell.style_array.numFmtId, cell.number_format
    shown = None if id in _LOCAL else show(cell.value, code)
    return Fault("table-format", str(id) if id in _LOCAL else code) if shown is None else shown


def _unpacked(path: Path) -> dict[str, bytes]:
    """The parts of a workbook by name, without chart sheets; refused where they are not safe to read."""
    with path.open("rb") as stream:
        if stream.read(4) == _COMPOUND:
            raise refused(path, "table-locked")
    with zipfile.ZipFile(path) as package:
        infos = package.infolist()
        if sum(info.file_size for info in infos) > MAX_BYTES:
            raise refused(path, "table-large")
        if any(info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for info in infos):
            raise refused(path, "table-unread")  # Of others the size after unpacking cannot be limited.
        parts = {info.filename: _read_part(package, info) for info in infos}
    if any(name.lower().endswith("vbaproject.bin") or "/macrosheets/" in name.lower() for name in parts):
        raise refused(path, "table-macros")
    if any(_DECLARES in content.replace(b"\0", b"") for content in parts.values()):  # In UTF-8 or UTF-16.
        raise refused(path, "table-declares")
    sheets = {name: content for name, content in parts.items() if "/chartsheets/" not in name}
    if len(sheets) < len(parts) and not any("/worksheets/" in name for name in sheets):
        raise refused(path, "table-chart")
    return sheets


def _read_part(package: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """A part, never more of it than it says that it has."""
    with package.open(info) as stream:
        return stream.read(info.file_size)


def _packed(parts: Mapping[str, bytes]) -> io.BytesIO:
    """The parts as a package again, of the size that was checked."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return packed
