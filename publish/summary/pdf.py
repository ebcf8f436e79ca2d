"""Makes the PDF of a document: Typst typesets it, pikepdf tags the row headers.

The file claims PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2); Typst refuses to write one that lacks an
alternative text, skips a level of headings or needs a glyph that the fonts do not have. Its package
cannot mark a row header, so the first cell of each row is tagged afterwards.

The same document gives the same bytes: no time, no system fonts, an id computed from the content.

Belongs here: making one file. Does not belong here: its contents (`document`), the cache (`api`).
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Literal

from charts.inputs import font_folders
from publish.summary.document_types import Document

TEMPLATE = Path(__file__).with_name("summary.typ")
STANDARDS: list[Literal["ua-1", "a-2a"]] = ["ua-1", "a-2a"]
PAPER = "#ffffff"
"""Background of drawings: white paper, not the tinted page of the site."""

_VARIABLE = re.compile(r"var\((--[a-z0-9-]+)\)")


def make_pdf(document: Document, published: date) -> bytes:
    """Typeset a document.

    Args:
        document: As `publish.summary.document` builds it.
        published: Day of the edition, the file's own date.

    Returns:
        The file.

    Raises:
        RuntimeError: Typst refuses it; the message is Typst's.
    """
    import typst

    standing = datetime(published.year, published.month, published.day, tzinfo=UTC)
    pdf, warnings = typst.compile_with_warnings(
        TEMPLATE,
        root=TEMPLATE.parent,
        font_paths=[*font_folders()],
        ignore_system_fonts=True,
        pdf_standards=[*STANDARDS],
        timestamp=int(standing.timestamp()),
        sys_inputs={"document": json.dumps(painted(document), ensure_ascii=False)},
    )
    if warnings:
        raise RuntimeError("\n".join(str(warning.message) for warning in warnings))
    return with_row_headers(pdf)


def make_pdfs(documents: Sequence[Document], published: date) -> list[tuple[bytes, int] | RuntimeError]:
    """Typeset several documents; each file with its number of pages, or Typst's error. See `make_pdf`."""
    results: list[tuple[bytes, int] | RuntimeError] = []
    for document in documents:
        try:
            content = make_pdf(document, published)
        except RuntimeError as error:
            results.append(
                RuntimeError(getattr(error, "diagnostic", None) or str(error))
            )  # Typst's own error cannot pass between processes.
        else:
            results.append((content, count_pages(content)))
    return results


def count_pages(pdf: bytes) -> int:
    """How many pages a file has."""
    import pikepdf

    with pikepdf.open(io.BytesIO(pdf)) as file:
        return len(file.pages)


def painted(value: Any, families: str = "") -> Any:
    """A document whose drawings have fonts, and light colours in place of CSS variables."""
    if isinstance(value, dict):
        if "languages" in value:
            families = ", ".join(value["languages"][value["language"]]["fonts"])
        return {key: painted(each, families) for key, each in value.items()}
    if isinstance(value, list):
        return [painted(each, families) for each in value]
    if isinstance(value, str) and value.startswith("<svg") and "xmlns=" not in value:
        from charts.style import PAPER as GROUND
        from charts.tokens import tokens

        light = {f"--{name}": value for name, value in tokens()["light"].items()} | {GROUND.variable: PAPER}
        family = f'<svg xmlns="http://www.w3.org/2000/svg" font-family="{families}"'
        return family + _VARIABLE.sub(lambda found: light[found[1]], value).removeprefix("<svg")
    return value


def with_row_headers(pdf: bytes) -> bytes:
    """The file with the first cell of each row of a table's body tagged as a row header."""
    import pikepdf

    with pikepdf.open(io.BytesIO(pdf)) as file:
        for row in _body_rows(file.Root.StructTreeRoot, inside=False):
            cells = _children(row)
            if cells and cells[0].S == pikepdf.Name.TD:
                cells[0].S = pikepdf.Name.TH
                header = pikepdf.Dictionary(O=pikepdf.Name.Table, Scope=pikepdf.Name.Row)
                # Attributes that the cell already has, such as the columns it spans, stay.
                known = cells[0].get("/A")
                cells[0].A = header if known is None else pikepdf.Array([*_as_list(known), header])
        out = io.BytesIO()
        file.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.preserve)
    return out.getvalue()


def _body_rows(element: Any, *, inside: bool) -> Iterator[Any]:
    import pikepdf

    name = element.get("/S")
    if inside and name == pikepdf.Name.TR:
        yield element
    for child in _children(element):
        yield from _body_rows(child, inside=inside or name == pikepdf.Name.TBody)


def _children(element: Any) -> list[Any]:
    import pikepdf

    found = _as_list(element.get("/K", []))
    return [child for child in found if isinstance(child, pikepdf.Dictionary) and ("/S" in child or "/K" in child)]


def _as_list(value: Any) -> list[Any]:
    import pikepdf

    return list(value) if isinstance(value, pikepdf.Array | list) else [value]
