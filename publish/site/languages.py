"""The languages of the site: their codes and addresses.

Belongs here: what differs between two language versions of a page apart from its text. Does not
belong here: the words themselves (`report/words/`, `data/strings.yml`).

Example:
    >>> [language.address("2025/") for language in languages_of(report)]  # doctest: +SKIP
    ['2025/', 'en/2025/']
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from report.model import Report
from report.model.base import Language as Code


@dataclass(frozen=True)
class Language:
    """One language version of the site.

    Attributes:
        code: Key of the language in `data/`.
        tag: BCP 47 tag, for `lang` and `hreflang`.
        script: Its script, for search.
        prefix: Folder of its pages below the root of the site; empty for the one at the root.
        locale: Its name in Open Graph.
        theme: Name of Material's own words for it.
        display: The font that its headings and large figures are cut from.
        prepositions: Words of one character that no line of a heading ends with.
    """

    code: Code
    tag: str
    script: str
    prefix: str
    locale: str
    theme: str
    display: str
    prepositions: str

    def address(self, page: str) -> str:
        """Address of a page of this language below the root of the site; `page` ends in `/` or is empty."""
        return self.prefix + page

    def home(self, site: str) -> str:
        """Address of its home page below that of the site; empty where that is not known."""
        return site + self.prefix if site else ""


def languages_of(report: Report) -> tuple[Language, ...]:
    """The languages of a report, the default first: the one at the root of the site, else the original.

    Pages without a language are in the default, and readers of any other language are sent there.
    """
    folders = report.edition.folders.model_dump()
    languages = (
        Language(
            side,
            form.lang,
            form.script,
            folders[side] and f"{folders[side]}/",
            form.open_graph,
            form.theme,
            form.display,
            form.prepositions,
        )
        for side, form in report.languages.items()
    )
    return tuple(sorted(languages, key=lambda language: bool(language.prefix)))


def language_of(address: str, languages: Sequence[Language]) -> Language:
    """The language whose folder an address is in; the default, the first of them, where it is in none."""
    within = (language for language in languages if address.startswith(language.prefix))
    return max(within, key=lambda language: len(language.prefix), default=languages[0])


def site_address(report: Report, given: str) -> str:
    """Address of the site, the one given or else the report's own, with `/` at its end; empty where none is known."""
    address = (given or report.edition.site.address or "").rstrip("/")
    return f"{address}/" if address else ""
