"""Links from a page to the repository that it is built from: to edit what it shows, and to report an error in it.

Belongs here: which file a page comes from, and the addresses of the programs that serve repositories. Does not belong
here: the words (`report/words/interface.yml`, keys `repository.*`), links into an editor (`publish.site.editor_links`).

Example:
    >>> edit_address("https://github.com/agency/report", "github", "main", "data/home.yml")
    'https://github.com/agency/report/edit/main/data/home.yml'
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain
from pathlib import Path
from urllib.parse import quote, urlencode

from macros.page_subjects import EACH, Direction, Subject, main_entry
from macros.pages import Page
from publish.site.languages import Language
from report.cached_per_report import cached_per_report
from report.model import Figure, Report, ReportYear, ThemeWords, Workstream
from report.model.edition import repository_kind

_EDIT = {"github": "edit", "gitlab": "-/edit", "gitea": "_edit", "forgejo": "_edit", "gitee": "edit"}
_NEW_ISSUE = {"gitlab": "-/issues/new"}
_FIELDS = {"gitlab": ("issue[title]", "issue[description]"), "gitee": None}  # Gitee documents no fields to fill in.
_END = "\0"  # Where the page's address ends; no text can hold it.
_NO_WORDS = ("#", "{{", "{%", "{#", "---", "each:")  # How lines of a page file begin that hold no words of their own.


def repository_links(report: Report, root: Path, page: Page, language: Language, address: str) -> dict[str, str]:
    """The links of a page; none where the report names no repository.

    Args:
        report: The report.
        root: The project's folder.
        page: The page.
        language: Its language.
        address: Address of the site, with `/` at its end; empty where it is not known.

    Returns:
        `edit` and `report`, and `end`, where in the latter the page's own address ends; empty where it is not in it.
    """
    edition = report.edition
    kind = edition.repository_kind or repository_kind(edition.repository or "")
    if edition.repository is None or kind is None:
        return {}
    subject = _subjects(report).get(page.address)
    url = (address or "/") + language.address(page.address) + _END
    values = {"address": url, "entry": _entry(page, subject), "edition": edition.edition, "revision": edition.revision}
    title = report.interface_word("repository.title", page.language).format(page=page.title)
    body = report.interface_word("repository.body", page.language).format_map(values)
    source = _source(report, root, page, subject)
    parts = report_address(edition.repository, kind, title, body).split(quote(_END))
    return {
        "edit": edit_address(edition.repository, kind, edition.repository_branch, source),
        "report": "".join(parts),
        "end": str(len(parts[0])) if len(parts) > 1 else "",
    }


def edit_address(repository: str, kind: str, branch: str, file: str) -> str:
    """The address at which a file can be changed in a browser."""
    return f"{_home(repository)}/{_EDIT[kind]}/{quote(branch)}/{quote(file)}"


def report_address(repository: str, kind: str, title: str, body: str) -> str:
    """The address of a new issue, with its title and text filled in where its program takes them."""
    address, fields = f"{_home(repository)}/{_NEW_ISSUE.get(kind, 'issues/new')}", _FIELDS.get(kind, ("title", "body"))
    if fields is None:
        return address
    return f"{address}?{urlencode(dict(zip(fields, (title, body), strict=True)), quote_via=quote)}"


def _home(repository: str) -> str:
    return repository.rstrip("/").removesuffix(".git")


@cached_per_report
def _subjects(report: Report) -> Mapping[str, Subject]:
    return dict(chain.from_iterable(each(report) for each in EACH.values()))


@cached_per_report
def _files(report: Report) -> Mapping[int, str]:
    """The file of each entry, by the entry's identity."""
    return {id(placed.value): placed.tree.file for placed in report.placed}


def _placed_entry(report: Report, subject: Subject) -> object:
    """The entry of a file that holds what a page is mostly about."""
    match subject:
        case ReportYear():
            return report.results_of(subject.year) or report.plan_of(subject.year) or report.edition
        case Direction():
            return subject.plan
        case ThemeWords():
            return report.edition
    return main_entry(subject)


def _entry(page: Page, subject: Subject) -> str:
    """The id of what a page is about."""
    match main_entry(subject):
        case Figure(id=id) | Workstream(id=id):
            return id
    return page.address.strip("/") or page.source.stem


def _source(report: Report, root: Path, page: Page, subject: Subject) -> str:
    """The file that an editor of a page changes, below the project's root.

    Of a page without a subject, that is the file of the entries that it lists; its own file where that has words; else
    the file with the words of all pages.
    """
    if subject is not None:
        return _files(report)[id(_placed_entry(report, subject))]
    name = "home" if page.source.stem == "index" else page.source.stem
    if (file := f"data/{name}.yml") in _files(report).values():
        return file
    own = root / "docs" / page.source.name
    if own.is_file():
        lines = (line.strip() for line in own.read_text(encoding="utf-8-sig").splitlines())
        if any(line and not line.startswith(_NO_WORDS) for line in lines):
            return f"docs/{own.name}"
    return "data/pages.yml"
