"""Tables as CSV that spreadsheets read correctly and do not run: all CSV files of the product are written here.

Spreadsheets run a cell of a CSV file that begins with `=`, `+`, `-` or `@`, or with a tab or line break:
such text is written with an apostrophe in front (OWASP, CSV Injection); a plain number is left a number. And
Excel takes CSV without a byte-order mark for another encoding than UTF-8.

Example:
    >>> escape_formula("=1+1"), escape_formula("-25.17")
    ("'=1+1", '-25.17')
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable

BOM = "\ufeff"
NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?")
"""A cell that is a plain number."""

# Also in their full-width forms, which spreadsheets of Chinese and Japanese readers take for the same.
_FORMULA = tuple("=+-@\t\r\n\0＝＋－＠")


def escape_formula(cell: str) -> str:
    """A cell of a CSV file that a spreadsheet shows and does not run."""
    return "'" + cell if cell.startswith(_FORMULA) and not NUMBER.fullmatch(cell) else cell


def csv_bytes(columns: Iterable[str], rows: Iterable[Iterable[str]]) -> bytes:
    """A table as CSV (RFC 4180), UTF-8 with a byte-order mark.

    Args:
        columns: The words of the first line.
        rows: The cells of each further line, in that order.
    """
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerows(map(escape_formula, cells) for cells in (columns, *rows))
    return (BOM + stream.getvalue()).encode()
