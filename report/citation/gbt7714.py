"""Citations by GB/T 7714—2015, numeric style; the patterns are in `words/citation.yml`."""

from __future__ import annotations

from collections.abc import Mapping

from languages import ORIGINAL
from report.citation.work import CONTAINERS, Work
from report.words import citation

_NAMED = 3  # 8.1.2: of four authors or more, three are named.


def write_gbt7714(work: Work, place: str, folders: tuple[str, ...] = ()) -> str:
    """A work as GB/T 7714—2015 has it.

    4.1 (printed) and 4.6 (electronic): author. title: other title[kind/medium]. edition. town: publisher, year:
    pages(updated)[accessed]. address. 4.4: of a newspaper, its name and full date (8.4.3.2). A printed work says that
    town or publisher is not known (8.4.1.3, 8.4.2.3), which an electronic one leaves out; so it does a publisher who is
    its author, as in the example of 4.6. Without an author the title comes first (8.1.3). `folders` are those of the
    report's words.
    """
    words, names = citation(folders)["gbt7714"], [author.zh for author in work.authors]
    authors = words["joins"].join(names[:_NAMED]) + (words["more"] if len(names) > _NAMED else "")
    title = work.full_title("gbt7714", ORIGINAL)
    head = words["head"].format(
        authors=words["authors"].format(authors=authors) if names else "",
        title=words["unofficial"].format(title=title) if work.unofficial else title,
        mark=words[work.type],
        medium=words["online"] if work.address else "",
        edition=words["edition"].format_map(work.edition) if work.edition else "",
    )
    body = _imprint(work, words)
    full_date_given = work.type == "newspaper" and body
    body = ": ".join(filter(None, (body, place)))
    if work.address or work.edition:
        updated = work.date if work.date and not full_date_given and (len(work.date) > 4 or body == place) else ""
        body += f"({updated})" if updated else ""
        body += f"[{work.accessed.isoformat()}]" if work.accessed and work.address else ""
    return head + ". ".join(filter(None, (body, work.address))) + "."


def _imprint(work: Work, words: Mapping[str, str]) -> str:
    """Town, publisher and year; of a newspaper or journal, its name and date. Empty for some electronic works."""
    year, electronic = work.date[:4], bool(work.address or work.edition)
    publisher = work.publisher.zh if work.publisher else ""
    if work.type in CONTAINERS and publisher:
        dated = (work.date if work.type == "newspaper" else year) or ("" if electronic else words["no-date"])
        return words["contained"].format(publisher=publisher, date=dated) if dated else publisher
    if electronic:
        if not publisher or work.self_published:
            return ""
        town = ": ".join(filter(None, (work.place.zh if work.place else "", publisher)))
        return ", ".join(filter(None, (town, year)))
    return words["imprint"].format(
        place=work.place.zh if work.place else words["no-place"],
        publisher=publisher or words["no-publisher"],
        year=year or words["no-date"],
    )
