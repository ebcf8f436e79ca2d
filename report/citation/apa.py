"""Citations by the APA’s Publication Manual, 7th edition; the patterns are in `words/citation.yml`."""

from __future__ import annotations

import re
from datetime import date

from babel.dates import format_date

from languages import SIDES, TRANSLATION
from report.citation.work import Work
from report.words import citation

_LISTED = 20  # 9.8: of twenty-one authors or more, nineteen and the last are.
_YEAR_ONLY = ("report", "standard", "table", "book", "journal")  # 10.1–10.4 and 10.9 give their year alone.


def write_apa(work: Work, place: str) -> str:
    """A work as the Publication Manual, 7th edition, has it.

    9.11: a body is an author under its full name. 9.12: without an author the title comes first. 9.14, 9.17: the
    date, or `n.d.`. 9.16: the day of retrieval only where contents may change, here of undated ones. 9.29: the
    publisher, left out where it is the author, and without its town. 9.38: the title, translated in brackets.
    """
    words = citation()["apa"]
    original, title = (work.full_title("apa", side) for side in SIDES)
    if work.edition:
        title = words["edition"].format(title=title, **work.edition)
    elif original != title:
        title = words["translated"].format(title=original, translated=title)
    title = words["unofficial"].format(title=title) if work.unofficial else title
    text = words["work" if work.authors else "untitled"].format(
        authors=_apa_authors(work), date=_apa_date(work), title=title
    )
    publisher = work.publisher.en if work.publisher and not work.self_published else ""
    parts = [text, *(_ended(part) for part in (publisher, place) if part)]
    if work.address and work.accessed and not work.date:
        day = format_date(work.accessed, words["accessed-day"], locale=TRANSLATION)
        parts.append(words["accessed"].format(day=day, address=work.address))
    elif work.address:
        parts.append(work.address)
    return " ".join(parts)


def _apa_authors(work: Work) -> str:
    words = citation()["apa"]
    names = [
        author.en or words["author"].format(family=author.family, initials=_initials(author.given or ""))
        for author in work.authors
    ]
    if len(names) > _LISTED:
        return _ended(words["joins"].join(names[: _LISTED - 1]) + words["many"] + names[-1])
    bodies = len(names) == 2 and all(author.en for author in work.authors)
    last = words["two-bodies" if bodies else "last"]
    return _ended(last.join(filter(None, (words["joins"].join(names[:-1]), *names[-1:]))))


def _apa_date(work: Work) -> str:
    words = citation()["apa"]
    parts = [int(part) for part in work.date.split("-")] if work.date else []
    if not parts:
        return words["no-date"]
    pattern = ("year", "month", "day")[0 if work.type in _YEAR_ONLY and not work.edition else len(parts) - 1]
    return format_date(date(*[*parts, 1, 1][:3]), words[pattern], locale=TRANSLATION)


def _ended(words: str) -> str:
    """Words with a full stop, unless they end with one."""
    return words if words.endswith(".") else words + "."


def _initials(given: str) -> str:
    """`Yanyu` is `Y.`, `Jean-Luc` is `J.-L.`, `Mary Ann` is `M. A.`"""
    return re.sub(r"[^\W_]([\w’']*)", lambda match: match[0][0] + ".", given)
