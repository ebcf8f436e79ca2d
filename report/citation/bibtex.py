"""Citations as entries that BibTeX and biblatex read; the patterns are in `words/citation.yml`."""

from __future__ import annotations

import re

from languages import ORIGINAL, TRANSLATION
from report.citation.work import CONTAINERS, Work
from report.model import Author, Language
from report.words import citation

_TEX = {
    **{character: "\\" + character for character in "{}#$%&_"},
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def write_bibtex(work: Work, key: str, note: str, page: str) -> str:
    r"""A work as an entry that BibTeX and biblatex read.

    Braces keep the names of bodies whole, and titles in their case; TeX's special characters are escaped. What is not
    known is left out: `@misc` requires nothing. Where site and source both have an address, the note has the site's.
    """
    words, container = citation()["bibtex"], work.type in CONTAINERS and bool(work.publisher)
    publisher = work.publisher if work.publisher and not work.self_published else None
    technical = work.type == "report" and publisher is not None and bool(work.authors) and bool(work.date)
    both = page and work.address and page != work.address
    language = TRANSLATION if work.edition else ORIGINAL
    name = publisher[language] if publisher else ""
    town = work.place[language] if work.place else ""
    howpublished = words["imprint"].format(place=town, publisher=name) if town and name else town or name
    month = _MONTHS[int(work.date[5:7]) - 1] if len(work.date) > 4 else ""
    fields = {
        "author": "{" + words["joins"].join(_bibtex_author(author, language) for author in work.authors) + "}",
        "title": "{{" + _tex(work.full_title("bibtex", language)) + "}}",
        "journal": "{{" + _tex(name) + "}}" if container else "",
        "institution": "{{" + _tex(name) + "}}" if technical else "",
        "address": "{" + _tex(town) + "}" if technical and town else "",
        "howpublished": "{" + _tex(howpublished) + "}" if howpublished and not container and not technical else "",
        "year": f"{{{work.date[:4]}}}" if work.date else "",
        "month": month,
        "note": "{" + _tex(note + (words["at"].format(page=page) if both else "")) + "}" if note else "",
        "url": "{" + (work.address or page).replace("{", "%7B").replace("}", "%7D") + "}",
        "urldate": f"{{{work.accessed.isoformat()}}}" if work.accessed and work.address else "",
    }
    kind = "article" if container and work.date else "techreport" if technical else "misc"
    lines = [f"{field} = {value}," for field, value in fields.items() if value not in ("", "{}")]
    return "\n".join([f"@{kind}{{{key},", *lines, "}"])


def _bibtex_author(author: Author, language: Language) -> str:
    """A body in braces, which BibTeX takes as one name; a person whose name has spaces too."""
    name = _tex(author.english if language == TRANSLATION else author.zh)
    return "{" + name + "}" if author.en or re.search(r"[\s,]", name) else name


def _tex(words: str) -> str:
    """Words with the special characters of TeX escaped."""
    return "".join(_TEX.get(character, character) for character in words)
