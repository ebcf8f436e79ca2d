"""The ledger's chapter of the annual summary: what was promised, what is reported of it, what is promised again.

Belongs here: its counts and its chart, always with the year's caution, and its two tables, as values. Does not
belong here: which plans are reviewed and what the entries say (`report.ledger`), or other chapters
(`publish.summary.document`).

Example::

    for review in plan_reviews(report):
        parts = [counted(writer, review)]  # {"kind": "beside", "parts": [{"kind": "table", …}], "notes": […]}
"""

from __future__ import annotations

from charts import WIDE
from languages import ORIGINAL
from macros.ledger import PAGE, LedgerRow, later_years, ledger_rows, status_counts
from macros.ledger_chart import alt_of, drawing_of, title_of
from publish.summary.part_types import Beside, Chart, Line, RowGroup, Table, TableRow
from publish.summary.tables import line, row, small, table
from publish.summary.tokens import Tokens, Writer
from report.ledger import PlanReview, plan_reviews
from report.model import Commitment, Report


def ledgers(report: Report) -> list[PlanReview]:
    """The reviews that have something to show; none where the report has no page for them."""
    return [review for review in plan_reviews(report) if review.entries] if PAGE in report.page else []


def counted(writer: Writer, review: PlanReview) -> Beside:
    """How many commitments have which status, then by workstream, a square for each; the caution beside both."""
    headings = [("ledger.status", 34), ("ledger.count", 14), ("ledger.square", 52)]
    groups: list[RowGroup] = [
        {"title": title, "rows": [_count(writer, status, number) for status, number in counts]}
        for title, counts in status_counts(writer.view, review)
    ]
    caption = writer.word("ledger.caption", year=review.plan.year, count=len(review.entries))
    label = writer.view.word("figure.caveat")
    return {
        "kind": "beside",
        "title": caption,
        "parts": [table(writer, headings, groups), _by_workstream(writer, review)],
        "notes": [{"label": label, "tokens": tokens, "source": []} for tokens in cautions(writer, review)],
    }


def _by_workstream(writer: Writer, review: PlanReview) -> Chart:
    """The chart of the site's ledger page: each commitment a square, in the row of its workstream."""
    view = writer.view
    title, alt = writer.words(title_of(view, review)), alt_of(view, review)
    svg = drawing_of(view, review, "wide", WIDE)
    return {"kind": "chart", "title": title, "subtitle": [], "svg": svg, "alt": alt, "notes": []}


def counted_in_words(writer: Writer, review: PlanReview) -> Tokens:
    """The counts as a line, which ends with the caution."""
    view = writer.view
    comma, semicolon = view.word("list.comma"), view.word("list.semicolon")
    listed = semicolon.join(
        comma.join(f"{view.word(f'ledger.{status}')} {number}" for status, number in counts)
        for _, counts in status_counts(view, review)
    )
    counts = [*writer.words(listed), *writer.word("list.stop"), *writer.word("summary.gap")]
    return [*counts, *writer.joined(cautions(writer, review), "summary.gap")]


def cautions(writer: Writer, review: PlanReview) -> list[Tokens]:
    """What silence does not mean: of the article about the year, and of a section that a later plan lacks."""
    view = writer.view
    silence = [writer.text(review.results.caution)] if review.results.caution else []
    return silence + [
        writer.word("ledger.gap", year=plan.year, title=view.plain(part.title))
        for plan in review.later
        for part in plan.workstreams
        if part.gap
    ]


def entries_table(writer: Writer, review: PlanReview) -> Table:
    """Every commitment by workstream: what is reported of it, with the evidence, and what takes it up."""
    headings = [("ledger.commitment", 35), ("ledger.reported", 34), *([("ledger.again", 31)] if review.later else [])]
    groups: list[RowGroup] = [
        {
            "title": writer.view.plain(part.title),
            "rows": [_entry(writer, review, each) for each in ledger_rows(writer.view.report, review, part)],
        }
        for part in review.plan.workstreams
    ]
    return table(writer, headings, groups, year=review.plan.year, years=later_years(writer.view, review))


def again_table(writer: Writer, review: PlanReview) -> Table:
    """What was promised beside what is promised again, each as printed and with its place."""
    rows = [
        row(
            "",
            _promise(writer, each.commitment),
            [promised for again in each.taken_up_by for promised in _promise(writer, again.commitment)],
        )
        for part in review.plan.workstreams
        for each in ledger_rows(writer.view.report, review, part)
        if each.taken_up_by
    ]
    headings = [("ledger.commitment", 50), ("ledger.measure", 50)]
    return table(
        writer, headings, [{"title": "", "rows": rows}], year=review.plan.year, years=later_years(writer.view, review)
    )


def _count(writer: Writer, status: str, number: int) -> TableRow:
    squares: Tokens = [["squares", str(number), status]] if number else []
    return row("", [line(writer.word(f"ledger.{status}"))], [line(writer.words(str(number)))], [line(squares)])


def _entry(writer: Writer, review: PlanReview, each: LedgerRow) -> TableRow:
    reported = [line(_status(writer, each.entry.reported))]
    for evidence in each.entry.evidence:
        reported.append(line(writer.foreign(evidence.quote, ORIGINAL)))
        reported.append(small(writer.words(writer.view.place(evidence.sources[0], "place.short"))))
    again = [line(_status(writer, "taken-up" if each.taken_up_by else "not-taken-up"))]
    again += [line(writer.text(other.commitment.text)) for other in each.taken_up_by]
    for lines, note in ((reported, each.entry.note), (again, each.entry.taken_up_note)):
        if note:
            reading = [*writer.word("ledger.reading"), *writer.word("list.colon"), *writer.text(note)]
            lines.append(small(reading))
    return row("", [line(writer.text(each.commitment.text))], reported, *([again] if review.later else []))


def _status(writer: Writer, status: str) -> Tokens:
    """The word of a status, in bold unless nothing is reported."""
    words = writer.word(f"ledger.{status}")
    return words if status.startswith("not-") else [["bold", words[0][1]]]


def _promise(writer: Writer, commitment: Commitment) -> list[Line]:
    place = writer.words(writer.view.place(commitment.sources[0], "place.short"))
    quote = writer.foreign(commitment.quote, ORIGINAL)
    if writer.view.language == ORIGINAL:
        return [line(quote), small(place)]
    return [line(writer.text(commitment.text)), small(quote), small(place)]
