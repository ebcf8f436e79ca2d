"""What the pages and the PDF say of a source: a row for each part that is known.

Belongs here: which rows there are and their order. Does not belong here: citations (`report.citation`), HTML.
"""

from __future__ import annotations

from datetime import date

from languages import ORIGINAL
from languages import Language as Form
from report.model import Article, Language, Report, Text
from report.periods import write_day


def source_facts(report: Report, article: Article, language: Language) -> list[tuple[str, Text | str]]:
    """Key of the interface word, and what is said, of each row of a source: a text of the report, or plain words.

    Of a source that gives no byline, its authors are named.
    """

    def word(key: str) -> str:
        return report.interface_word(key, language)

    names = [author.zh if language == ORIGINAL else author.english for author in article.authors]
    rows: dict[str, Text | str | None] = {
        "source.byline": article.byline or word("list.comma").join(names),
        "source.publisher": article.publisher,
        "source.place": article.place,
        "source.date": _day(article.date, report.languages[language]) if article.date else "",
        "source.address": article.address or "",
        "source.licence": article.licence,
        "source.not-stated": article.not_stated,
    }
    return [(key, said) for key, said in rows.items() if said]


def full_title(report: Report, article: Article, language: Language) -> str:
    """A source's title and subtitle together."""
    title = article.title[language]
    if article.subtitle is None:
        return title
    return report.interface_word("source.full-title", language).format(title=title, subtitle=article.subtitle[language])


def _day(written: str, language: Form) -> str:
    """A day in words; a month or a year as it is."""
    return write_day(date.fromisoformat(written), language) if len(written) > len("2026-02") else written
