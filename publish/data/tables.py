"""Rows as a workbook, the same bytes from the same rows.

Text is written into text cells, which a spreadsheet never evaluates. A workbook holds floating-point numbers, so a
value of more than 15 digits is written as text.

Belongs here: how a cell is written so that no program misreads it. Does not belong here: the contents of
cells (`publish.data.records`), CSV (`report.csv_table`).
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from publish.data.records import Row
from report.csv_table import NUMBER

_EXACT_DIGITS = 15  # As many as a double can hold.
_WIDEST = 60  # Characters of a column; longer text runs on.


def workbook_bytes(
    sheets: Mapping[str, Sequence[Row]], numbers: Iterable[str], *, title: str, comment: str, created: date
) -> bytes:
    """A workbook with one sheet for each table; nothing in it depends on the time or machine of the build.

    Args:
        sheets: Rows by the name of their sheet; at least one row each.
        numbers: Columns that hold numbers.
        title: Title of the workbook.
        comment: The comment in its properties.
        created: The date in its properties.
    """
    import xlsxwriter  # Only here: other commands do not pay for it.

    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    day = datetime(created.year, created.month, created.day)
    book.set_properties({"title": title, "comments": comment, "created": day})
    bold = book.add_format({"bold": True})
    numeric = set(numbers)
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        columns = list(rows[0])
        for number, column in enumerate(columns):
            sheet.write_string(0, number, column, bold)
            widest = max(map(_width, [column, *(row[column] for row in rows)]))
            sheet.set_column(number, number, min(_WIDEST, widest))
            for line, row in enumerate(rows, 1):
                _write(sheet, line, number, row[column], number_wanted=column in numeric)
        sheet.freeze_panes(1, 1)
        sheet.autofilter(0, 0, len(rows), len(columns) - 1)
    book.close()
    return stream.getvalue()


def _write(sheet: Any, line: int, column: int, cell: str, *, number_wanted: bool) -> None:
    """Write a cell as a number where it is one and stays exact, else as text, which is never evaluated."""
    digits = sum(character.isdigit() for character in cell)
    if number_wanted and NUMBER.fullmatch(cell) and digits <= _EXACT_DIGITS:
        # A float would be written to 16 digits: 82.9 as 82.90000000000001. A decimal is written as it is.
        sheet.write_number(line, column, Decimal(cell))
    elif cell:
        sheet.write_string(line, column, cell)


def _width(cell: str) -> int:
    """Width in characters of Latin text; Chinese ones take two."""
    return 2 + sum(2 if ord(character) > 0x2E80 else 1 for character in cell)
