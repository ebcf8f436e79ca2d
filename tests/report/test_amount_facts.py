"""What the data and the PDF add to a figure by the report's own hand, and what they say of its relations."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from publish.data.records import figure_rows
from publish.summary.document import view_of
from publish.summary.tables import figures_table
from publish.summary.tokens import Writer, plain
from report.facts import all_facts
from report.load import load_report
from report.model import Figure, Report, Text
from samples import changed, good_report, lay_out, real_report


def lines_of(report: Report, id: str) -> list[tuple[str, str]]:
    """The lines of a figure's row in the table of the PDF: small or not, and their words."""
    table = figures_table(Writer(view_of(report, "en", {})))
    (row,) = [row for group in table["groups"] for row in group["rows"] if row["id"] == id]
    lines = [line for cell in row["cells"] for line in cell]
    return [("small" if line["small"] else "line", plain(line["tokens"])) for line in lines]


def test_a_value_in_another_unit_is_marked_as_no_part_of_the_article() -> None:
    id = "visits.2024"
    change = {"stated": "32万亩", "quote": "32万亩", "noun": None}
    report = changed(good_report(), Figure, lambda f: f.model_copy(update=change) if f.id == id else f)
    (record,) = [row for row in figure_rows(report, "en") if row["id"] == id]
    assert (record["value"], record["unit"]) == ("320000", "亩")
    assert (record["converted"], record["converted_unit"]) == ("21300", "公顷")
    assert ("small", "Converted (not in the article): 320,000亩 ≈ 21,300公顷") in lines_of(report, id)
    own = replace(report, overrides={"figure.second-form": Text(zh="另", en="That is")})
    assert ("small", "That is: 320,000亩 ≈ 21,300公顷") in lines_of(own, id)
    plain_ones = [row for row in figure_rows(report, "en") if row["id"] != id]
    assert {(row["converted"], row["converted_unit"]) for row in plain_ones} == {("", "")}


def test_the_data_say_what_a_figure_is_a_change_or_a_part_of() -> None:
    report = good_report()
    ids = {"loans-change.2024": {"change_of": "visits.2024"}, "book-spending.2024": {"part_of": "visits.2024"}}
    report = changed(report, Figure, lambda f: f.model_copy(update=ids.get(f.id, {})))
    rows = {row["id"]: (row["change_of"], row["part_of"]) for row in figure_rows(report, "zh")}
    assert rows.pop("loans-change.2024") == ("visits.2024", "")
    assert rows.pop("book-spending.2024") == ("", "visits.2024")
    assert set(rows.values()) == {("", "")}


def test_a_reading_by_hand_is_marked_in_the_table_of_the_pdf(tmp_path: Path) -> None:
    report = load_report(lay_out("reading-by-hand", tmp_path))
    marked = ("small", "Read by an editor: The article says that it ran without a break.")
    assert marked in lines_of(report, "market-visits.2024")
    assert marked not in lines_of(report, "visits.2024")


def test_the_unit_is_in_the_language_of_the_page() -> None:
    """The noun, or the currency; as printed where English has no word for it."""
    units = {
        language: {facts.id: facts.amounts[0].written_unit for facts in all_facts(real_report(), language)}
        for language in ("zh", "en")
    }
    ids = (
        "mutual-recognition.2026-02",
        "licensed-village-doctors-change.2024",
        "two-new-funds.2024",
        "tcm-village.a2025",
    )
    assert [units["zh"][id] for id in ids] == ["次", "个百分点", "元", "%"]
    assert [units["en"][id] for id in ids] == ["recognitions", "percentage points", "CNY", "%"]
