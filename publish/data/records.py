"""The report as records: what the open data say of each figure and each commitment, whatever the file.

Every file of the open data is written from these records, so that no two of them can differ. Values are
text in base units (`218900`, `-25.17`): no reader's floating point touches them. A language changes
label, noun, scope, caveat and other words; ids, codes, numbers and what is printed are the same in both.

Belongs here: which fields there are and what fills them. Does not belong here: file formats
(`publish.data.tables`, `publish.data.datapackage`) or the words that describe a field (`report/words/open_data.yml`).

Example:
    >>> figure_rows(report, "en")[0]["value"]  # doctest: +SKIP
    '3'
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from report.figures import write_figure, write_figure_period, write_text
from report.model import Commitment, Figure, Language, Plan, Report, Text, Workstream
from report.periods import bounds
from report.quantity import Amount, to_plain
from report.review.records import is_verified
from report.text import references

Row = dict[str, str]
"""A row of a table: a field a column, as text; empty where there is nothing."""

FIGURE_COLUMNS = (
    "id", "indicator", "value", "qualifier", "unit", "noun", "measure", "status", "period_start", "period_end",
    "scope", "stated", "article", "section", "paragraph", "sentence", "caveat", "verified",
    "label", "theme", "written", "period", "inferred", "quote", "amount",
)  # fmt: skip
"""Columns of `figures.csv`. New ones are added behind these: the order is a promise."""

COMMITMENT_COLUMNS = (
    "id", "year", "workstream", "workstream_title", "theme", "text", "quote", "article", "section", "paragraph",
    "sentence", "figures", "note", "note_source", "reported", "taken_up",
)  # fmt: skip
"""Columns of `commitments.csv`, likewise."""


def verified(report: Report, figure: Figure) -> Literal["yes", "no"]:
    """Whether the figure has been checked against its article: `no` as long as no such check is recorded.

    The one place that says so, for every file.
    """
    return "yes" if is_verified(report, figure) else "no"


def figure_rows(report: Report, language: Language) -> list[Row]:
    """Every figure as rows: one each; for a compound one an amount, told apart by `amount`."""
    return [row for figure in report.figures for row in _figure_rows(report, figure, language)]


def _figure_rows(report: Report, figure: Figure, language: Language) -> list[Row]:
    record = figure_record(report, figure, language)
    period, place = record["period"], record["sources"][0]
    shared = {name: record[name] or "" for name in FIGURE_COLUMNS if isinstance(record.get(name, {}), str | None)}
    shared |= {
        "period": period["words"],
        "period_start": period["start"] or "",
        "period_end": period["end"] or "",
        "inferred": period["inferred"] or "",
        **{name: str(place[name]) for name in ("article", "section", "paragraph", "sentence")},
    }
    amounts: list[Row] = [{name: value or "" for name, value in amount.items()} for amount in record["amounts"]]
    rows = [{**shared, **amount, "amount": str(number)} for number, amount in enumerate(amounts, 1)]
    return [{name: row[name] for name in FIGURE_COLUMNS} for row in rows]


def figure_record(report: Report, figure: Figure, language: Language) -> dict[str, Any]:
    """A figure as JSON has it; `None` where there is nothing."""
    start, end = bounds(figure.period)
    period, inferred = write_figure_period(report, figure, language)
    return {
        "id": figure.id,
        "indicator": figure.indicator,
        "theme": figure.theme,
        "label": write_text(report, figure.label, language),
        "written": write_figure(report, figure.id, language),
        "stated": figure.stated,
        "quote": figure.quote,
        "measure": figure.measure,
        "status": figure.status,
        "amounts": _amounts(report, figure, language),
        "period": {
            "start": start.isoformat() if start else None,
            "end": end.isoformat() if end else None,
            "words": period,
            "inferred": inferred or None,
        },
        "scope": write_text(report, figure.scope, language),
        "caveat": _optional(report, figure.caveat, language),
        "sources": [place.model_dump() for place in figure.sources],
        "verified": verified(report, figure),
    }


def _amounts(report: Report, figure: Figure, language: Language) -> list[dict[str, str | None]]:
    """The amounts of a figure; a grade, which has none, gives one without a value."""
    quantity = report.quantity[figure.id]
    unit = next(indicator.unit for indicator in report.indicators if indicator.id == figure.indicator)
    if not quantity.amounts:
        noun = _noun(report, figure, 0, unit, language)
        return [{"value": None, "qualifier": quantity.qualifier.value, "unit": unit, "noun": noun}]
    return [
        _amount(amount, amount.unit or unit, _noun(report, figure, number, amount.unit or unit, language))
        for number, amount in enumerate(quantity.amounts)
    ]


def _amount(amount: Amount, unit: str, noun: str | None) -> dict[str, str | None]:
    return {"value": to_plain(amount.value), "qualifier": amount.qualifier.value, "unit": unit, "noun": noun}


def _noun(report: Report, figure: Figure, number: int, unit: str, language: Language) -> str | None:
    """What is counted or measured: in Chinese the unit says it, in English the figure's noun or the unit's."""
    if language == "zh":
        return unit
    if figure.noun:
        return figure.noun.en[number][1]
    return next((known.en[1] for known in report.units if known.zh == unit and known.en), None)


def commitment_rows(report: Report, language: Language) -> list[Row]:
    """Every commitment of every plan, a row each."""
    rows = []
    for record in commitment_records(report, language):
        place = record["sources"][0]
        row = {name: str(record[name] or "") for name in COMMITMENT_COLUMNS if name in record}
        row |= {name: str(place[name]) for name in ("article", "section", "paragraph", "sentence")}
        row |= {name: " ".join(record[name]) for name in ("figures", "taken_up")}
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
        "theme": commitment.theme,
        "text": write_text(report, commitment.text, language),
        "quote": commitment.quote,
        "figures": list(dict.fromkeys(reference.id for reference in references(commitment.text.zh))),
        "sources": [place.model_dump() for place in commitment.sources],
        "note": _optional(report, commitment.note, language),
        "note_source": _optional(report, commitment.note_source, language),
        "reported": outcome and outcome.reported,
        "evidence": [each.model_dump() for each in outcome.evidence] if outcome else [],
        "taken_up": list(outcome.taken_up) if outcome else [],
    }


def about(report: Report, language: Language) -> Mapping[str, Any]:
    """What every JSON file says of the report that it is part of."""
    edition = report.edition
    return {
        "name": write_text(report, edition.site.name, language),
        "description": write_text(report, edition.site.description, language),
        "language": language,
        "edition": edition.edition,
        "revision": edition.revision,
        "published": edition.published.isoformat(),
        "data_as_of": edition.data_as_of.isoformat(),
        "official": edition.official,
        "notice": write_text(report, edition.notices.compiled, language),
        "licence": edition.licence and {
            "id": edition.licence.id,
            "address": edition.licence.address,
            "notice": write_text(report, edition.licence.notice, language),
        },
        "articles": [
            {
                "id": article.id,
                "title": article.title[language],
                "subtitle": article.subtitle[language],
                "byline": article.byline[language],
                "publisher": article.publisher[language],
                "not_stated": article.not_stated[language],
            }
            for article in report.articles
        ],
    }


def _optional(report: Report, text: Text | None, language: Language) -> str | None:
    return None if text is None else write_text(report, text, language)
