"""Citations of a figure: the article as far as it identifies itself, and where this site shows the figure.

Belongs here: GB/T 7714 (numeric style), APA (7th edition) and BibTeX. A date, place or publisher that is
not stated is said to be unknown and never made up. The site's page is named as the way to the figure where
its address is known; GB/T 7714 and APA leave the day of access to whoever cites. Does not belong here: the
patterns (`words/citation.yml`).

Example:
    >>> cite(report, figure, "https://report.example/figures/x.2024/")["apa"]  # doctest: +SKIP
    'Zeng, Y., Xiong, Y., Hu, J., & Liu, Y. (n.d.). …'
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

from babel.dates import format_date

from report.figures import write_text
from report.model import Article, Author, Figure, Language, Report
from report.words import citation

Style = Literal["gbt7714", "apa", "bibtex"]

_NAMED = 3  # GB/T 7714: of four authors or more, three are named.
_TEX = {
    **{character: "\\" + character for character in "{}#$%&_"},
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}


def cite(report: Report, figure: Figure, page: str) -> Mapping[Style, str]:
    """A figure’s citation in every style, the same on the pages of both languages but for the address.

    Args:
        report: The report.
        figure: What is cited.
        page: Address of the figure's page; empty where the site has none yet.
    """
    writers = {"gbt7714": _gbt7714, "apa": _apa, "bibtex": _bibtex}
    return {style: writers[style](report, figure, page) for style in ("gbt7714", "apa", "bibtex")}


def _gbt7714(report: Report, figure: Figure, page: str) -> str:
    words, article = citation()["gbt7714"], report.article[figure.sources[0].article]
    names = [author.zh for author in article.authors]
    said = words["joins"].join(names[:_NAMED]) + (words["more"] if len(names) > _NAMED else "")
    text = words["online" if article.address else "work"].format(
        authors=words["authors"].format(authors=said) if names else "",
        title=_title(article, "gbt7714", "zh"),
        place=_place(report, figure, "gbt7714", "zh"),
        address=article.address,
    )
    return text + _through(report, figure, "gbt7714", "zh", page)


def _apa(report: Report, figure: Figure, page: str) -> str:
    words, article = citation()["apa"], report.article[figure.sources[0].article]
    names = [words["author"].format(family=a.family, initials=_initials(a)) for a in article.authors]
    text = words["work" if names else "untitled"].format(
        authors=words["last"].join(filter(None, (words["joins"].join(names[:-1]), *names[-1:]))),
        title=_title(article, "apa", "zh"),
        translated=_title(article, "apa", "en"),
        place=_place(report, figure, "apa", "en"),
    )
    text += words["at"].format(address=article.address) if article.address else ""
    return text + _through(report, figure, "apa", "en", page)


def _bibtex(report: Report, figure: Figure, page: str) -> str:
    words, article = citation()["bibtex"], report.article[figure.sources[0].article]
    place = _place(report, figure, "bibtex", "en")
    note = _through(report, figure, "bibtex", "en", page, place=place) or place
    fields = {
        "author": words["joins"].join(_tex(author.zh) for author in article.authors),
        "title": "{" + _tex(_title(article, "bibtex", "zh")) + "}",
        "year": "{" + words["date"] + "}",
        "note": _tex(note),
        "url": (page or article.address or "").replace("{", "%7B").replace("}", "%7D"),
    }
    lines = [f"{name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@misc{{{figure.id},", *lines, "}"])


def _title(article: Article, style: Style, language: Language) -> str:
    return citation()[style]["title"].format(title=article.title[language], subtitle=article.subtitle[language])


def _place(report: Report, figure: Figure, style: Style, language: Language) -> str:
    """Where in the article: it has no page numbers, so its section, paragraph and sentence."""
    place = figure.sources[0]
    section = report.section_of(place)
    return citation()[style]["place"].format(
        section=section.heading if language == "zh" else section.title[language],
        paragraph=place.paragraph,
        sentence=place.sentence,
    )


def _through(report: Report, figure: Figure, style: Style, language: Language, page: str, place: str = "") -> str:
    """This site's page, by which the article is cited; empty where it has no address."""
    if not page:
        return ""
    words, edition = citation()[style], report.edition
    day = words.get("day")
    return words["through"].format(
        site=write_text(report, edition.site.name, language),
        label=write_text(report, figure.label, language),
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
    """Words in which TeX finds nothing to carry out."""
    return "".join(_TEX.get(character, character) for character in words)
