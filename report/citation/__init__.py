"""Citations of a figure and of the report: a source as far as it identifies itself, and where this site shows it.

Belongs here: GB/T 7714—2015 (numeric style), APA (7th edition) and BibTeX. Does not belong here: the patterns
(`words/citation.yml`), who publishes the report (`report.publisher`). The day on which a reader sees this site's page,
which GB/T 7714 asks for, is left to the person who cites; that of a source is its `accessed`.

Example:
    >>> cite(report, "x.2024", "https://report.example/figures/x.2024/")["apa"]  # doctest: +SKIP
    'Zeng, Y., Xiong, Y., Hu, J., & Liu, Y. (n.d.). …'
"""

from __future__ import annotations

from collections.abc import Mapping

from babel.dates import format_date

from languages import ORIGINAL, TRANSLATION
from report.citation.apa import write_apa
from report.citation.bibtex import write_bibtex
from report.citation.gbt7714 import write_gbt7714
from report.citation.work import Style, Work, work_of
from report.facts import FigureFacts, figure_facts
from report.figures import write_text
from report.model import LANGUAGES, Author, Report, Text
from report.publisher import publisher_of
from report.words import citation


def cite(report: Report, id: str, page: str) -> Mapping[Style, str]:
    """A figure’s citation in every style, the same on the pages of both languages but for the address.

    Args:
        report: The report.
        id: The figure that is cited.
        page: Address of the figure's page; empty where the site has none yet.
    """
    chinese, english = (figure_facts(report, id, side) for side in LANGUAGES)
    work = work_of(report.article[chinese.place.locator.article])
    place = _place(report, english, "bibtex")
    note = _via_page(report, english, "bibtex", page, place=place) or place
    folders = report.word_folders
    through = {"gbt7714": _via_page(report, chinese, "gbt7714", page), "apa": _via_page(report, english, "apa", page)}
    return {
        "gbt7714": write_gbt7714(work, _place(report, chinese, "gbt7714"), folders) + through["gbt7714"],
        "apa": " ".join(filter(None, (write_apa(work, _place(report, english, "apa")), through["apa"]))),
        "bibtex": write_bibtex(work, id, note, page),
    }


def cite_report(report: Report, home: str) -> Mapping[Style, str]:
    """The citation of the report itself in every style.

    Args:
        report: The report.
        home: Address of its home page; empty where it has none yet.
    """
    edition, publisher = report.edition, publisher_of(report)
    name, tagline = (
        Text(**{language: write_text(report, text, language) for language in LANGUAGES})
        for text in (edition.site.name, edition.site.tagline)
    )
    work = Work(
        "report",
        name,
        tagline,
        (Author(zh=publisher.zh, en=publisher.en),) if publisher else (),
        publisher,
        date=edition.published.isoformat(),
        address=home,
        edition={"edition": edition.edition, "revision": edition.revision},
        unofficial=not edition.official,
    )
    words = citation()["bibtex"]
    note = [words["edition"].format_map(work.edition or {}), *([words["unofficial"]] if work.unofficial else [])]
    return {
        "gbt7714": write_gbt7714(work, "", report.word_folders),
        "apa": write_apa(work, ""),
        "bibtex": write_bibtex(work, f"report-{edition.edition}.{edition.revision}", ". ".join(note), ""),
    }


def _place(report: Report, facts: FigureFacts, style: Style) -> str:
    """Where in the source: its page, or section, paragraph and sentence of one without pages; of a table, the cell."""
    place = facts.place.locator
    section = report.section_of(place)
    return citation(report.word_folders)[style]["place" if place.kind == "sentence" else place.kind].format(
        section=section.as_printed if facts.language == ORIGINAL else section.title[facts.language],
        paragraph=place.paragraph,
        sentence=place.sentence,
        cell=place.cell,
        page=place.page,
    )


def _via_page(report: Report, facts: FigureFacts, style: Style, page: str, place: str = "") -> str:
    """The part that names this site's page; empty where it has no address."""
    if not page:
        return ""
    words, edition = citation(report.word_folders)[style], report.edition
    day = words.get("day")
    return words["through"].format(
        site=write_text(report, edition.site.name, facts.language),
        label=facts.label.plain,
        edition=edition.edition,
        revision=edition.revision,
        published=format_date(edition.published, day, locale=TRANSLATION) if day else edition.published.isoformat(),
        page=page,
        place=place,
    )
