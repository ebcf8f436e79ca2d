"""The tables of the annual summary: all figures, the glossary, the errata.

Belongs here: columns and rows as values. Does not belong here: other parts of a chapter (`summary_document`).
A row's first cell is its header (`summary_pdf`); a cell is a list of lines, each large or small.

Example::

    figures_table(writer)  # {"kind": "table", "columns": […], "groups": [{"title": "Health-care reform", "rows": […]}]}
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from publish.summary.tokens import Tokens, Writer, plain
from report.model import Erratum, Figure, Language, Term

Part = dict[str, Any]


def figures_table(writer: Writer) -> Part:
    """All figures by theme: value and phrase as stated, label, period, source and caveat."""
    view = writer.view
    groups = [
        _group(view.plain(theme.title), [_figure(writer, f) for f in view.report.figures if f.theme == theme.id])
        for theme in view.report.edition.themes
    ]
    heads = [("figure.label", 45), ("figure.value", 18), ("figure.period", 16), ("figure.source", 21)]
    return table(writer, heads, groups)


def _figure(writer: Writer, figure: Figure) -> Part:
    view = writer.view
    value: Tokens = writer.words(view.value(figure))
    stated = (
        [] if view.language == "zh" and view.value(figure) == figure.stated else writer.foreign(figure.stated, "zh")
    )
    status = [] if figure.status == "reported" else writer.word(f"status.{figure.status}")
    return row(
        f"{figure.id}",
        [line(writer.text(figure.label)), small(writer.text(figure.scope)), small(caveat(writer, figure))],
        [
            line([["bold", token[1]] if token[0] == "text" else token for token in value]),
            small(stated),
            small(status),
        ],
        [line(writer.words(view.period(figure)))],
        [line(writer.words(view.place(figure.sources[0], "place.short")))],
    )


def caveat(writer: Writer, figure: Figure) -> Tokens:
    """What must not be done with a figure, after the word that says so; empty where nothing is."""
    if figure.caveat is None:
        return []
    return [*writer.word("figure.caveat"), *writer.word("list.colon"), *writer.text(figure.caveat)]


def glossary_table(writer: Writer) -> Part:
    """All terms, then all names, in the order of the document's language."""
    view = writer.view
    groups = []
    for kind in ("term", "name"):
        terms = [term for term in view.report.glossary if term.kind == kind]
        terms.sort(key=lambda term: term.en.casefold() if view.language == "en" else term.id)
        groups.append(_group(view.word(f"glossary.{kind}s"), [_term(writer, term) for term in terms]))
    if view.language == "zh":
        heads = [("glossary.zh", 27), ("glossary.en", 39), ("glossary.note", 34)]  # English takes more room.
    else:
        heads = [("glossary.en", 33), ("glossary.zh", 22), ("glossary.note", 45)]
    return table(writer, heads, groups)


def _term(writer: Writer, term: Term) -> Part:
    view, columns = writer.view, []
    order: tuple[Language, Language] = ("en", "zh") if view.language == "en" else ("zh", "en")
    for language in order:
        comma = view.report.interface_word("list.comma", language)
        forms = writer.foreign(comma.join(term.all_forms(language)[1:]), language)
        columns.append([line(writer.foreign(term.zh if language == "zh" else term.en, language)), small(forms)])
    note = [line(writer.text(term.note))] if term.note else []
    if term.note and term.note_source:
        note.append(small(writer.word("note.source", source=writer.view.plain(term.note_source))))
    return row("", *columns, note)


def errata_table(writer: Writer) -> Part:
    """Defects of the articles, article by article: as printed, our reading, what is odd, where."""
    report = writer.view.report
    groups = [
        _group(
            writer.view.plain(article.title), [_erratum(writer, e) for e in report.errata if e.article == article.id]
        )
        for article in report.articles
    ]
    heads = [("erratum.printed", 19), ("erratum.reading", 17), ("glossary.note", 37), ("figure.source", 27)]
    return table(writer, heads, groups)


def _erratum(writer: Writer, erratum: Erratum) -> Part:
    kind = writer.word(f"erratum.{erratum.kind}")
    printed = [line(writer.foreign(erratum.printed, "zh"))] if erratum.printed else []
    reading = [line(writer.foreign(erratum.reading, "zh") if erratum.reading else writer.word("erratum.unchanged"))]
    places = [line(writer.words(writer.view.place(place, "place.short"))) for place in erratum.sources]
    head = [*printed, small(kind)] if printed else [line(kind)]  # A row's header is never empty.
    return row("", head, reading if printed else [], [line(writer.text(erratum.note))], places)


def table(writer: Writer, heads: Iterable[tuple[str, int]], groups: list[Part], **values: object) -> Part:
    """A table by groups, of which those without rows are left out; `values` are what its heads name."""
    columns = [{"head": writer.view.word(key, **values), "width": width} for key, width in heads]
    return {"kind": "table", "columns": columns, "groups": [group for group in groups if group["rows"]]}


def _group(title: str, rows: list[Part]) -> Part:
    return {"title": title, "rows": rows}


def row(id: str, *cells: list[Part]) -> Part:
    """A row; each cell is a list of lines."""
    return {"id": id, "cells": [[line for line in lines if plain(line["tokens"])] for lines in cells]}


def line(tokens: Tokens) -> Part:
    """A line of a cell."""
    return {"tokens": tokens, "small": False}


def small(tokens: Tokens) -> Part:
    """A line of a cell in small type."""
    return {"tokens": tokens, "small": True}
