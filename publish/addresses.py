"""Every file of the site by its address, and a check that no two share one.

Two entries with one address would overwrite each other without an error. So all addresses are collected before
anything is written: pages in both languages, the files beside them, what MkDocs and the theme write. Addresses that
differ in case alone are refused too, since some file systems do not tell them apart, and so is a file with the address
of a folder.

Belongs here: which addresses there are. Does not belong here: the contents (`macros`, `publish.data`).

Example:
    >>> page_file("figures/"), page_file("")
    ('figures/index.html', 'index.html')
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from languages import SIDES
from macros.charts import FORMATS, GALLERY
from macros.page_files import PageFile
from macros.page_subjects import Subject, main_entry
from publish import cards
from publish.site.languages import languages_of
from publish.site.search import INDEX as SEARCH
from publish.summary import api as summary
from report.model import Report
from report.model.edition import LanguageFolders
from report.model.walk import Spot, walk
from report.problems import Problem

INDEX = "index.html"
"""Name of a page's file."""
MKDOCS = ("404.html", "sitemap.xml", "sitemap.xml.gz")
RESERVED = {
    "404", "assets", "data", "downloads", "index", "readme", "search", "sitemap",
    *SIDES,
}  # fmt: skip
"""Names that no page may have: folders and files beside pages, and MkDocs' names for a folder's own page."""
_YEAR = re.compile(r"\d{4}")


@dataclass(frozen=True)
class Place:
    """Where in the project an address comes from.

    Attributes:
        file: File below the project's root.
        line: Line in it; 0 where the whole file is meant.
        path: Where in the file.
    """

    file: str
    line: int = 0
    path: str = ""

    @property
    def written(self) -> str:
        """The place as messages name it."""
        return f"{self.file}:{self.line}" if self.line else self.file


TOOL = Place("mkdocs.yml")
"""The origin of files that every report has."""


def page_file(address: str) -> str:
    """The file of a page."""
    return address + INDEX


def check_addresses(report: Report, docs: Path, files: Iterable[PageFile], data: Iterable[str]) -> Iterator[Problem]:
    """Addresses that two entries share.

    Args:
        report: The report.
        docs: The folder with the page files and the files beside them.
        files: The page files that can be rendered.
        data: Addresses of the open data, below the root of the site.
    """
    taken: dict[str, Place] = {}
    folders: dict[str, Place] = {}
    reported: set[tuple[str, str]] = set()
    for address, place, source in _addresses(report, docs, list(files), data):
        name = address.casefold()
        above = ["/".join(name.split("/")[:depth]) for depth in range(1, name.count("/") + 1)]
        first = taken.get(name) or folders.get(name) or next((taken[each] for each in above if each in taken), None)
        if first is not None:
            if place == first:  # Two page files that make the same pages.
                place = Place(source)
            if (place.written, first.written) not in reported:  # Once, not for each language and file.
                reported.add((place.written, first.written))
                values = {"address": f"/{address.removesuffix(INDEX)}", "first": first.written}
                yield Problem(place.file, place.line, place.path, "address-taken", values)
            continue
        taken[name] = place
        for folder in above:
            folders.setdefault(folder, place)


def check_names(report: Report, files: Iterable[PageFile]) -> Iterator[Problem]:
    """Pages, directions and themes whose ids are reserved."""
    places = _places(report)
    for file in files:
        for address, subject in file.pages(report):
            name = address.removesuffix("/").rpartition("/")[2]
            own = not file.each and (name in RESERVED or _YEAR.fullmatch(name))
            if address and (own or (file.each in ("workstreams", "themes") and name in ("index", "readme"))):
                place = _place(report, file, subject, places)
                yield Problem(place.file, place.line, place.path, "address-reserved", {"id": name})


def check_folders(report: Report, files: Iterable[PageFile]) -> Iterator[Problem]:
    """Folders of languages in which pages or files of the site stand."""
    parts = {address.partition("/")[0] for file in files for address, _ in file.pages(report)}
    for spot in walk(report):
        if isinstance(spot.value, LanguageFolders):
            taken = {side: name for side, name in spot.value if name and name in (RESERVED | parts) - {*SIDES}}
            yield from (spot.problem("folder-taken", side, folder=name) for side, name in taken.items())


def _addresses(
    report: Report, docs: Path, files: list[PageFile], data: Iterable[str]
) -> Iterator[tuple[str, Place, str]]:
    """Every file of the site, what it comes from, and the page file that makes it; the product's own come first."""
    languages = languages_of(report)
    for name in (*MKDOCS, *(language.address(SEARCH.as_posix()) for language in languages)):
        yield name, TOOL, ""
    yield from ((f"{summary.FOLDER}/{name}", TOOL, "") for name in summary.file_names())
    for path in sorted(path for path in docs.rglob("*") if path.is_file() and path.suffix != ".md"):
        name = path.relative_to(docs).as_posix()
        yield name, Place(f"docs/{name}"), ""
    places = _places(report)
    figures = {f"/{figure.id}/figure.json": places[id(figure)] for figure in report.figures}
    for name in data:
        yield name, figures.get(name[name.find("/") :].removeprefix("/figures"), TOOL), ""
    for language in languages:
        for file in files:
            for address, subject in file.pages(report):
                place = _place(report, file, subject, places)
                for name in (page_file(address), address + cards.NAME):
                    yield language.address(name), place, file.name
        for chart in report.charts:
            yield from ((language.address(f"{GALLERY}{chart.id}.{end}"), places[id(chart)], "") for end in FORMATS)


def _places(report: Report) -> Mapping[int, Place]:
    """The place of each model with an address of its own, by its identity."""
    return {id(spot.value): _of(spot) for spot in walk(report)}


def _of(spot: Spot) -> Place:
    path = (*spot.path, next((key for key in ("id", "year", "entry") if hasattr(spot.value, key)), ""))
    return Place(spot.tree.file, spot.tree.line(path), spot.tree.subject(path))


def _place(report: Report, file: PageFile, subject: Subject, places: Mapping[int, Place]) -> Place:
    """Where the address of a page comes from."""
    if subject is None:
        return places.get(id(report.page[file.id]), Place(file.name))
    return places[id(main_entry(subject))]
