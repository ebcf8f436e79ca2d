"""The tables of the annual summary: all figures, the glossary, the errata.

Belongs here: columns and rows as values. Does not belong here: other parts of a chapter (`publish.summary.document`).
A row's first cell is its header (`publish.summary.pdf`); a cell is a list of lines, each large or small.

Example::

    figures_table(writer)  # {"kind": "table", "columns": […], "groups": [{"title": "Health-care reform", "rows": […]}]}
"""

from __future__ import annotations

from collections.abc import Iterable

from languages import ORIGINAL, SIDES
from publish.summary.part_types import Column, Line, RowGroup, Table, TableRow
from publish.summary.tokens import Tokens, Writer, plain
from report.facts import FigureFacts, all_facts
from report.model import Erratum, Term


def figures_table(writer: Writer) -> Table:
    """All figures by theme: value and phrase as stated, label, period, source and caveat."""
    view = writer.view
    figures = all_facts(view.report, view.language)
    groups = [
        _group(
            view.plain(theme.title) if theme else "",
            [_figure(writer, facts) for facts in figures if facts.theme == (theme and theme.id)],
        )
        for theme in view.report.edition.themes or (None,)
    ]
    headings = [("figure.label", 45), ("figure.value", 18), ("figure.period", 16), ("figure.source", 21)]
    return table(writer, headings, groups)


def _figure(writer: Writer, facts: FigureFacts) -> TableRow:
    value: Tokens = writer.words(facts.value)
    same = facts.language == ORIGINAL and facts.value == facts.stated
    stated = [] if same else writer.foreign(facts.stated, ORIGINAL)
    status = [] if facts.status == "reported" else writer.words(facts.status_word)
    return row(
        facts.id,
        [line(writer.text(facts.label.text)), small(writer.text(facts.scope.text)), small(caveat(writer, facts))],
        [
            line([["bold", token[1]] if token[0] == "text" else token for token in value]),
            small(stated),
            small(status),
            small(_noted(writer, "figure.second-form", writer.words(facts.second_form))),
            small(_noted(writer, "figure.by-hand", writer.text(facts.reason.text) if facts.reason else [])),
        ],
        [line(writer.words(facts.period.full))],
        [line(writer.words(facts.place.short))],
    )


def caveat(writer: Writer, facts: FigureFacts) -> Tokens:
    """The caveat of a figure after its label; empty where it has none."""
    if facts.caveat is None:
        return []
    return [*writer.word("figure.caveat"), *writer.word("list.colon"), *writer.text(facts.caveat.text)]


def _noted(writer: Writer, key: str, tokens: Tokens) -> Tokens:
    """What is added to a figure by the report's own hand, named as such; empty where nothing is."""
    return [*writer.word(key), *writer.word("list.colon"), *tokens] if tokens else []


def glossary_table(writer: Writer) -> Table:
    """All terms, then all names, in the order of the document's language."""
    view = writer.view
    groups = []
    for kind in ("term", "name"):
        terms = [term for term in view.report.glossary if term.is_name == (kind == "name")]
        terms.sort(key=lambda term: term.en.casefold() if not view.form.chinese else term.id)
        groups.append(_group(view.word(f"glossary.{kind}s"), [_term(writer, term) for term in terms]))
    if view.language == ORIGINAL:
        headings = [("glossary.zh", 27), ("glossary.en", 39), ("glossary.note", 34)]  # English takes more room.
    else:
        headings = [("glossary.en", 33), ("glossary.zh", 22), ("glossary.note", 45)]
    return table(writer, headings, groups)


def _term(writer: Writer, term: Term) -> TableRow:
    view, columns, said = writer.view, [], set[str]()
    for language in sorted(SIDES, key=lambda side: side != view.language):
        comma = view.report.interface_word("list.comma", language)
        name, *forms = term.all_forms(language)
        own = [form for form in forms if form not in said]  # What is the same in both, such as 5G, stands once.
        main = [] if name in said else [line(writer.foreign(name, language))]
        columns.append([*main, small(writer.foreign(comma.join(own), language))])
        said |= {name, *forms}
    note = [line(writer.text(term.note))] if term.note else []
    if term.note and term.named_source:
        note.append(small(writer.word("note.source", source=writer.view.plain(term.named_source))))
    return row("", *columns, note)


def errata_table(writer: Writer) -> Table:
    """Defects of the articles, article by article: as printed, our reading, a note, the place."""
    report = writer.view.report
    groups = [
        _group(
            writer.view.plain(article.title), [_erratum(writer, e) for e in report.errata if e.article == article.id]
        )
        for article in report.articles
    ]
    headings = [("erratum.printed", 19), ("erratum.reading", 17), ("glossary.note", 37), ("figure.source", 27)]
    return table(writer, headings, groups)


def _erratum(writer: Writer, erratum: Erratum) -> TableRow:
    kind = writer.word(f"erratum.{erratum.kind}")
    printed = [line(writer.foreign(erratum.printed, ORIGINAL))] if erratum.printed else []
    reading = [line(writer.foreign(erratum.reading, ORIGINAL) if erratum.reading else writer.word("erratum.unchanged"))]
    places = [line(writer.words(writer.view.place(place, "place.short"))) for place in erratum.sources]
    head = [*printed, small(kind)] if printed else [line(kind)]  # A row's header is never empty.
    return row("", head, reading if printed else [], [line(writer.text(erratum.note))], places)


def table(writer: Writer, headings: Iterable[tuple[str, int]], groups: list[RowGroup], **values: object) -> Table:
    """A table by groups, without empty ones; `values` fill the placeholders of its headings."""
    columns = [Column(head=writer.view.word(key, **values), width=width) for key, width in headings]
    return {"kind": "table", "columns": columns, "groups": [group for group in groups if group["rows"]]}


def _group(title: str, rows: list[TableRow]) -> RowGroup:
    return {"title": title, "rows": rows}


def row(id: str, *cells: list[Line]) -> TableRow:
    """A row; each cell is a list of lines."""
    return {"id": id, "cells": [[line for line in lines if plain(line["tokens"])] for lines in cells]}


def line(tokens: Tokens) -> Line:
    """A line of a cell."""
    return {"tokens": tokens, "small": False}


def small(tokens: Tokens) -> Line:
    """A line of a cell in small type."""
    return {"tokens": tokens, "small": True}
