"""Citations of a figure: the article as far as it identifies itself, and where this site shows the figure.

Belongs here: GB/T 7714 (numeric style), APA (7th edition) and BibTeX. A date, place or publisher that is
not stated is written as unknown. The site's page is named where its address is known; the day of access, which
GB/T 7714 and APA ask for, is left to the person who cites. Does not belong here: the
patterns (`words/citation.yml`).

Example:
    >>> cite(report, "x.2024", "https://report.example/figures/x.2024/")["apa"]  # doctest: +SKIP
    'Zeng, Y., Xiong, Y., Hu, J., & Liu, Y. (n.d.). …'
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

from babel.dates import format_date

from report.facts import FigureFacts, figure_facts
from report.figures import write_text
from report.model import Article, Author, Language, Report
from report.words import citation

Style = Literal["gbt7714", "apa", "bibtex"]

_NAMED = 3  # GB/T 7714: of four authors or more, three are named.
_TEX = {
    **{character: "\\" + character for character in "{}#$%&_"},
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}


def cite(report: Report, id: str, page: str) -> Mapping[Style, str]:
    """A figure’s citation in every style, the same on the pages of both languages but for the address.

    Args:
        report: The report.
        id: The figure that is cited.
        page: Address of the figure's page; empty where the site has none yet.
    """
    chinese, english = figure_facts(report, id, "zh"), figure_facts(report, id, "en")
    return {
        "gbt7714": _gbt7714(report, chinese, page),
        "apa": _apa(report, english, page),
        "bibtex": _bibtex(report, english, page),
    }


def _gbt7714(report: Report, facts: FigureFacts, page: str) -> str:
    words, article = citation()["gbt7714"], report.article[facts.place.locator.article]
    names = [author.zh for author in article.authors]
    authors = words["joins"].join(names[:_NAMED]) + (words["more"] if len(names) > _NAMED else "")
    text = words["online" if article.address else "work"].format(
        authors=words["authors"].format(authors=authors) if names else "",
        title=_title(article, "gbt7714", "zh"),
        place=_place(report, facts, "gbt7714"),
        address=article.address,
    )
    return text + _via_page(report, facts, "gbt7714", page)


def _apa(report: Report, facts: FigureFacts, page: str) -> str:
    words, article = citation()["apa"], report.article[facts.place.locator.article]
    names = [words["author"].format(family=a.family, initials=_initials(a)) for a in article.authors]
    text = words["work" if names else "untitled"].format(
        authors=words["last"].join(filter(None, (words["joins"].join(names[:-1]), *names[-1:]))),
        title=_title(article, "apa", "zh"),
        translated=_title(article, "apa", "en"),
        place=_place(report, facts, "apa"),
    )
    text += words["at"].format(address=article.address) if article.address else ""
    return text + _via_page(report, facts, "apa", page)


def _bibtex(report: Report, facts: FigureFacts, page: str) -> str:
    words, article = citation()["bibtex"], report.article[facts.place.locator.article]
    place = _place(report, facts, "bibtex")
    note = _via_page(report, facts, "bibtex", page, place=place) or place
    fields = {
        "author": words["joins"].join(_tex(author.zh) for author in article.authors),
        "title": "{" + _tex(_title(article, "bibtex", "zh")) + "}",
        "year": "{" + words["date"] + "}",
        "note": _tex(note),
        "url": (page or article.address or "").replace("{", "%7B").replace("}", "%7D"),
    }
    lines = [f"{name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@misc{{{facts.id},", *lines, "}"])


def _title(article: Article, style: Style, language: Language) -> str:
    return citation()[style]["title"].format(title=article.title[language], subtitle=article.subtitle[language])


def _place(report: Report, facts: FigureFacts, style: Style) -> str:
    """Where in the article: it has no page numbers, so its section, paragraph and sentence."""
    place = facts.place.locator
    section = report.section_of(place)
    return citation()[style]["place"].format(
        section=section.heading if facts.language == "zh" else section.title[facts.language],
        paragraph=place.paragraph,
        sentence=place.sentence,
    )


def _via_page(report: Report, facts: FigureFacts, style: Style, page: str, place: str = "") -> str:
    """The part that names this site's page; empty where it has no address."""
    if not page:
        return ""
    words, edition = citation()[style], report.edition
    day = words.get("day")
    return words["through"].format(
        site=write_text(report, edition.site.name, facts.language),
        label=facts.label.plain,
        edition=edition.edition,
        revision=edition.revision,
        published=format_date(edition.published, day, locale="en") if day else edition.published.isoformat(),
        page=page,
        place=place,
    )


def _initials(author: Author) -> str:
    """`Yanyu` is `Y.`, `Jean-Luc` is `J.-L.`, `Mary Ann` is `M. A.`"""
    return re.sub(r"[^\W_]([\w’']*)", lambda match: match[0][0] + ".", author.given)


def _tex(words: str) -> str:
    """Words with the special characters of TeX escaped."""
    return "".join(_TEX.get(character, character) for character in words)
