"""The words of the theme's templates: header, footer, not-found page.

Belongs here: gathering them for one language. Does not belong here: the words (`report/words/`, `data/`).
"""

from __future__ import annotations

from collections.abc import Mapping

from languages import ORIGINAL
from report.figures import write_text
from report.model import Language, Report, Text
from report.periods import write_day
from report.publisher import notice_of
from report.words import interface

OF_EDITION = (
    "site.name", "site.tagline", "site.description", "footer.compiled", "footer.report-errors", "footer.prevails",
    "footer.summary",
)  # fmt: skip
"""Words of the edition that templates read besides the product's interface words."""


def edition_words(report: Report, language: Language) -> Mapping[str, str]:
    """Every interface word of one language, with the edition's own words for header and footer filled in.

    `footer.prevails` is empty in Chinese, since it says that the Chinese text prevails. `footer.summary` is the page
    that lists the PDFs with their sizes; empty where the report has none.
    """
    edition, site, notices = report.edition, report.edition.site, report.edition.notices
    form = report.languages[language]

    def plain(text: Text) -> str:
        return write_text(report, text, language)

    words = {key: report.interface_word(key, language) for key in interface(report.word_folders)}
    return words | {
        "site.name": plain(site.name),
        "site.tagline": plain(site.tagline),
        "site.description": plain(site.description),
        "footer.edition": words["footer.edition"].format(
            edition=edition.edition, revision=edition.revision, published=write_day(edition.published, form)
        ),
        "footer.data-as-of": words["footer.data-as-of"].format(day=write_day(edition.data_as_of, form)),
        "footer.compiled": notice_of(report, language),
        "footer.report-errors": plain(notices.report_errors),
        "footer.summary": "summary/" if "summary" in report.page else "",
        "footer.prevails": "" if language == ORIGINAL else plain(notices.prevails),
    }
