"""Backlinks of a figure: the entries and charts that refer to it, with their addresses.

Belongs here: reversing references. Does not belong here: checking references (`report.validate`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from macros.ledger import PAGE, commitment_address
from macros.page_subjects import withdrawn_title, workstream_address
from report.cached_per_report import cached_per_report
from report.ledger import place_of_commitment
from report.model import Figure, Report, Text
from report.series import rows_of
from report.text import references


@dataclass(frozen=True)
class EntryLink:
    """A link to an entry of the report.

    Attributes:
        address: Page and anchor, below the language's root; `None` for an entry that is on no page any more.
        title: Its title or text.
    """

    address: str | None
    title: Text


def backlinks_of(report: Report, id: str) -> tuple[EntryLink, ...]:
    """The entries that refer to a figure, in the order of the site."""
    return _backlinks(report).get(id, ())


def place_of_entry(report: Report, id: str) -> EntryLink:
    """A link to a figure, result or commitment; a withdrawn figure has a page too.

    Raises:
        KeyError: If there is no such entry.
    """
    if id in report.figure:
        return EntryLink(f"figures/{id}/", report.figure[id].label)
    if correction := report.withdrawn.get(id):
        address = f"figures/{id}/" if correction.withdrawn == "figure" else None
        return EntryLink(address, withdrawn_title(report, correction))
    for results in report.results:
        for chapter in results.chapters:
            for result in chapter.results:
                if result.id == id:
                    return EntryLink(f"{results.year}/#{id}", result.text)
    plan, workstream, commitment = place_of_commitment(report, id)
    return EntryLink(commitment_address(plan, workstream, commitment), commitment.text)


@cached_per_report
def _backlinks(report: Report) -> Mapping[str, tuple[EntryLink, ...]]:
    found: dict[str, dict[EntryLink, None]] = {}
    for link, ids in _entries(report):
        for figure in ids:
            found.setdefault(figure, {})[link] = None
    return {figure: tuple(links) for figure, links in found.items()}


def _entries(report: Report) -> Iterator[tuple[EntryLink, list[str]]]:
    """Every entry that can refer to figures, with their ids."""
    home = report.home
    said = [text for item in home.items() for text in (item.label, item.note)]
    said += [home.headline, home.lead, home.note, *(note.text for note in home.know)]
    yield EntryLink("", report.edition.site.name), [*_named(*said), *(item.figure for item in home.items())]
    years = {year.year: year.title for year in report.edition.years}
    for results in report.results:
        yield EntryLink(f"{results.year}/#results", years.get(results.year, results.lead)), _named(results.lead)
        for chapter in results.chapters:
            texts = [text for result in chapter.results for text in (result.text, result.note)]
            yield EntryLink(f"{results.year}/#{chapter.id}", chapter.title), _named(chapter.lead, *texts)
    for plan, workstream in report.workstreams():
        texts = [text for commitment in workstream.commitments for text in (commitment.text, commitment.note)]
        address = workstream_address(plan, workstream)
        yield EntryLink(address, workstream.title), _named(workstream.lead, workstream.gap, *texts)
    for entry in report.ledger if PAGE in report.page else ():
        title = report.page[PAGE].title or report.edition.site.name
        yield EntryLink(f"ledger/#{entry.id}", title), _named(entry.note, entry.taken_up_note)
    for chart in report.charts if "charts" in report.page else ():
        marks = rows_of(report, chart)
        rows = [*(row.figure for row in marks), *(row.change for row in marks if row.change)]
        yield EntryLink(f"charts/#{chart.id}", chart.finding), [*rows, *([chart.field] if chart.field else [])]
    for figure in report.figures:
        yield EntryLink(f"figures/{figure.id}/", figure.label), _named(*_texts(figure))


def _texts(figure: Figure) -> Iterator[Text]:
    """The texts in all fields of a figure."""
    return (value for _, value in figure if isinstance(value, Text))


def _named(*texts: Text | None) -> list[str]:
    """Ids of the figures that texts refer to, the same in both languages."""
    return [reference.id for text in texts if text for reference in references(text.zh)]
