"""The report as records: the fields of each figure and each commitment in the open data.

Every file of the open data is written from these records, so that no two of them can differ. Values are
text in base units (`218900`, `-25.17`), so that no program rounds them. A language changes
label, noun, scope, caveat and other words; ids, codes, numbers and what is printed are the same in both.

Belongs here: which fields there are and what fills them. Does not belong here: file formats
(`publish.data.tables`, `publish.data.datapackage`) or the words that describe a field (`report/words/open_data.yml`).

Example:
    >>> figure_rows(report, "en")[0]["value"]  # doctest: +SKIP
    '3'
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from languages import ORIGINAL, TRANSLATION
from report.citation import cite_report
from report.facts import FigureFacts, all_facts
from report.figures import write_text
from report.model import Commitment, Language, Locator, Plan, Report, Text, Workstream
from report.publisher import notice_of, publisher_of
from report.text import references

Row = dict[str, str]
"""A row of a table: a field a column, as text; empty where there is nothing."""

FIGURE_COLUMNS = (
    "id", "indicator", "value", "qualifier", "unit", "noun", "measure", "status", "period_start", "period_end",
    "scope", "stated", "article", "section", "paragraph", "sentence", "caveat", "verified",
    "label", "theme", "written", "period", "inferred", "quote", "amount",
    "value_to", "per", "currency", "reading", "written_zh", "written_en",
    "change_of", "part_of", "reason", "converted", "converted_unit", "cell", "page",
)  # fmt: skip
"""Columns of `figures.csv`. New ones are added at the end, since programs may rely on the order."""

COMMITMENT_COLUMNS = (
    "id", "year", "workstream", "workstream_title", "theme", "text", "quote", "article", "section", "paragraph",
    "sentence", "figures", "note", "note_source", "reported", "taken_up", "cell", "page",
    "places",
)  # fmt: skip
"""Columns of `commitments.csv`, likewise."""


_SOURCE_TEXTS = ("subtitle", "byline", "publisher", "place", "licence", "not_stated")


def figure_rows(report: Report, language: Language) -> list[Row]:
    """Every figure as rows: one each; for a compound figure one for each amount, numbered by `amount`."""
    return [row for facts in all_facts(report, language) for row in _figure_rows(facts)]


def _figure_rows(facts: FigureFacts) -> list[Row]:
    record = figure_record(facts)
    period = record["period"]
    shared = {name: record[name] or "" for name in FIGURE_COLUMNS if isinstance(record.get(name, {}), str | None)}
    shared |= {
        "period": period["words"],
        "period_start": period["start"] or "",
        "period_end": period["end"] or "",
        "inferred": period["inferred"] or "",
        **_place_row(facts.place.locator),
    }
    amounts: list[Row] = [{name: value or "" for name, value in amount.items()} for amount in record["amounts"]]
    rows = [{**shared, **amount, "amount": str(number)} for number, amount in enumerate(amounts, 1)]
    return [{name: row[name] for name in FIGURE_COLUMNS} for row in rows]


def _place_row(place: Locator) -> Row:
    """A place in columns: the section of a cell is its sheet, and a page has none."""
    said = place.model_dump()
    said["section"] = said.get("sheet") or said.get("section")
    return {name: str(said.get(name) or "") for name in ("article", "section", "paragraph", "sentence", "cell", "page")}


def figure_record(facts: FigureFacts) -> dict[str, Any]:
    """A figure as JSON has it; `None` where there is nothing."""
    period = facts.period
    return {
        "id": facts.id,
        "indicator": facts.indicator,
        "theme": facts.theme,
        "label": facts.label.plain,
        "written": facts.value,
        "stated": facts.stated,
        "quote": facts.quote,
        "measure": facts.measure,
        "status": facts.status,
        "amounts": [asdict(amount) for amount in facts.amounts],
        "period": {
            "start": period.start.isoformat() if period.start else None,
            "end": period.end.isoformat() if period.end else None,
            "words": period.words,
            "inferred": period.inferred or None,
        },
        "scope": facts.scope.plain,
        "caveat": facts.caveat.plain if facts.caveat else None,
        "sources": [place.locator.model_dump() for place in facts.places],
        "verified": "yes" if facts.verified else "no",
        "reading": facts.reading,
        "written_zh": facts.written[ORIGINAL],
        "written_en": facts.written[TRANSLATION],
        "change_of": facts.change_of,
        "part_of": facts.part_of,
        "reason": facts.reason.plain if facts.reason else None,
    }


def commitment_rows(report: Report, language: Language) -> list[Row]:
    """Every commitment of every plan, a row each."""
    rows = []
    places = {commitment.id: commitment.sources[0] for commitment in report.all_commitments()}
    for record in commitment_records(report, language):
        row = {name: str(record[name] or "") for name in COMMITMENT_COLUMNS if name in record}
        row |= _place_row(places[record["id"]])
        row |= {name: " ".join(record[name]) for name in ("figures", "taken_up", "places")}
        rows.append({name: row[name] for name in COMMITMENT_COLUMNS})
    return rows


def commitment_records(report: Report, language: Language) -> list[dict[str, Any]]:
    """Every commitment as JSON has it, plan by plan."""
    return [
        _commitment(report, plan, workstream, commitment, language)
        for plan, workstream in report.workstreams()
        for commitment in workstream.commitments
    ]


def _commitment(
    report: Report, plan: Plan, workstream: Workstream, commitment: Commitment, language: Language
) -> dict[str, Any]:
    outcome = next((entry for entry in report.ledger if entry.id == commitment.id), None)
    return {
        "id": commitment.id,
        "year": plan.year,
        "workstream": workstream.id,
        "workstream_title": write_text(report, workstream.title, language),
        "theme": commitment.theme if report.edition.themes else None,
        "text": write_text(report, commitment.text, language),
        "quote": commitment.quote,
        "figures": list(dict.fromkeys(reference.id for reference in references(commitment.text.zh))),
        "sources": [place.model_dump() for place in commitment.sources],
        "note": _optional(report, commitment.note, language),
        "note_source": _optional(report, commitment.named_source, language),
        "reported": outcome and outcome.reported,
        "evidence": [each.model_dump() for each in outcome.evidence] if outcome else [],
        "taken_up": list(outcome.taken_up) if outcome else [],
        "places": list(report.places_of(commitment)),
    }


def report_record(report: Report, language: Language, home: str) -> Mapping[str, Any]:
    """The record of the report in every JSON file; `home` is the address of the site in the language, or empty."""
    edition, publisher = report.edition, publisher_of(report)
    return {
        "name": write_text(report, edition.site.name, language),
        "description": write_text(report, edition.site.description, language),
        "language": language,
        "edition": edition.edition,
        "revision": edition.revision,
        "published": edition.published.isoformat(),
        "data_as_of": edition.data_as_of.isoformat(),
        "official": edition.official,
        "notice": notice_of(report, language),
        "publisher": publisher[language] if publisher else None,
        "citations": cite_report(report, home),
        "licence": edition.licence
        and {
            "id": edition.licence.id,
            "address": edition.licence.address,
            "notice": write_text(report, edition.licence.notice, language),
        },
        "articles": [
            {
                "id": article.id,
                "title": article.title[language],
                "type": article.type,
                **{name: _said(getattr(article, name), language) for name in _SOURCE_TEXTS},
                "authors": [author.zh if language == ORIGINAL else author.english for author in article.authors],
                "date": article.date,
                "address": article.address,
            }
            for article in report.articles
        ],
    }


def _said(text: Text | None, language: Language) -> str | None:
    return None if text is None else text[language]


def _optional(report: Report, text: Text | None, language: Language) -> str | None:
    return None if text is None else write_text(report, text, language)
