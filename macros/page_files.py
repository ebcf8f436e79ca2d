"""Page files in `docs/`: their front matter, and the pages that each generates.

Belongs here: reading and checking page files before they are rendered. Does not belong here:
rendering (`macros.pages`), what a page is about (`macros.page_subjects`).

Example of a page file, whose front matter has one key::

    ---
    each: years
    ---
    # {{ title() }} { #top }
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from macros.page_subjects import EACH, Subject
from report.data_files import read_bytes
from report.model import Report
from report.problems import Problem, did_you_mean
from report.text_files import conflict_problems, copied_from, decode, is_helper_file
from report.yaml.diagnose import ODD_SPACE, control_characters, odd_space
from report.yaml.reader import read_tree

_FENCE = "---"
_ENDS = (_FENCE, "...")
# Before a text, behind the signs of a heading, and in a call.
_ODD_SPACE = re.compile(rf"^ *#* *({ODD_SPACE.pattern})|\{{[{{%#][^}}]*?({ODD_SPACE.pattern})")
_KEY = "each"
EACH_OF_PAGE: Mapping[str, str] = {
    "index": "",
    "year": "years",
    "workstream": "workstreams",
    "theme": "themes",
    "figure": "figures",
    "former-figure": "former-figures",
}
"""Required `each` of these page files, since links, navigation and lists lead to the pages they generate."""
OPTIONAL = frozenset({"map"})
"""Page files that make no page unless `data/pages.yml` lists them: reports older than these do not."""


@dataclass(frozen=True)
class PageFile:
    """A file in `docs/`.

    Attributes:
        id: Its name without `.md`.
        path: The file.
        each: Key of `EACH`, to generate a page for each subject; empty for a single page.
        body: Its text below the front matter.
        offset: Lines of the front matter, added to line numbers in messages.
    """

    id: str
    path: Path
    each: str
    body: str
    offset: int

    @property
    def name(self) -> str:
        """The file as messages name it."""
        return f"docs/{self.path.name}"

    def pages(self, report: Report) -> Iterator[tuple[str, Subject]]:
        """Address and subject of each page that the file generates."""
        return EACH[self.each](report) if self.each else iter([(_address(self.id), None)])


def read_page_files(report: Report, docs: Path, problems: list[Problem]) -> Iterator[PageFile]:
    """Every valid page file of a part that the report has; errors of others are added to `problems`."""
    problems += (problem for path in _all_files(docs) if (problem := _copied(path, docs)))
    names = {path.stem: path for path in page_paths(docs) if path.stem not in report.absent}
    misnamed = dict(_misnamed(report, docs, names))
    problems += misnamed.values()
    problems += _nested(docs)
    problems += _required(report, names)
    for number, words in enumerate(report.pages):
        if words.id not in {*names, *misnamed, *report.absent}:
            placed = next(p for p in report.placed if p.value is words)
            values = {"id": words.id, "known": ", ".join(names)}
            line = placed.tree.line((number, "id"))
            problems.append(Problem(placed.tree.file, line, words.id, "page-unknown", values))
    for name, path in names.items():
        if name not in report.page and name.lower() in misnamed:
            continue
        if name not in report.page and name in OPTIONAL:
            continue
        if name not in report.page:
            each = EACH_OF_PAGE.get(name)
            if each and next(EACH[each](report), None) is None:
                continue  # It would make no page.
            problems.append(Problem(f"docs/{path.name}", 0, "", "page-unlisted", {"id": name}))
            continue
        file, wrong = read_page_file(path)
        problems += wrong
        if file is not None:
            yield file


def page_paths(docs: Path) -> list[Path]:
    """The page files of a folder, without what programs keep for themselves, and without copies."""
    return [path for path in _all_files(docs) if _copied(path, docs) is None]


def _all_files(docs: Path) -> list[Path]:
    return [path for path in sorted(docs.glob("*.md")) if not is_helper_file(path)]


def _copied(path: Path, docs: Path) -> Problem | None:
    """The problem of a copy that another program has made."""
    of = copied_from(path, [other.name for other in _all_files(docs) if other != path])
    return Problem(f"docs/{path.name}", 0, "", "file-copy", {"of": of}) if of else None


def read_page_file(path: Path) -> tuple[PageFile | None, list[Problem]]:
    """A page file, split into front matter and body, or its problems."""
    name = f"docs/{path.name}"
    content, unread = read_bytes(path, name)
    text, problems = decode(content, name)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if problems := [unread] if unread else problems or _misread(text, name):
        return None, problems
    rows = text.split("\n")
    begin = next((number for number, row in enumerate(rows) if row.strip()), 0)
    if rows[begin].rstrip() != _FENCE:
        return _with_each(PageFile(path.stem, path, "", text, 0), 1)
    end = next((number for number, row in enumerate(rows) if number > begin and row.rstrip() in _ENDS), None)
    if begin > 0 or end is None:
        code = "page-front-late" if begin else "page-front-open"
        return None, [Problem(name, begin + 1, "", code)]
    tree = read_tree("\n".join(rows[1:end]), name)
    if tree.problems:
        return None, [replace(problem, line=problem.line + 1) for problem in tree.problems]
    data = {} if tree.data in (None, "") else tree.data
    if not isinstance(data, dict):
        return None, [Problem(name, 2, "", "page-front-mapping")]
    if unknown := [key for key in data if key != _KEY]:
        values = {"near": did_you_mean(unknown[0], [_KEY]), "known": _KEY}
        return None, [Problem(name, tree.line((unknown[0],)) + 1, unknown[0], "unknown-key", values)]
    each = data.get(_KEY, "")
    line = tree.line((_KEY,)) + 1 if data else 1
    if data and (not isinstance(each, str) or each not in EACH):
        given = f"[{', '.join(map(str, each))}]" if isinstance(each, tuple) else f"{each}"
        values = {"value": given, "near": did_you_mean(given, EACH), "known": ", ".join(EACH)}
        return None, [Problem(name, line, "", "page-each", values)]
    return _with_each(PageFile(path.stem, path, each, "\n".join(rows[end + 1 :]), end + 1), line)


def _misread(text: str, name: str) -> list[Problem]:
    """Unresolved merges, and characters that are not what they look like."""
    rows = text.split("\n")
    if conflicts := conflict_problems(text, name):
        # A line of `=` below words is a heading.
        return [p for p in conflicts if p.values["mark"][0] != "=" or not rows[p.line - 2].strip() or p.line == 1]
    wide = ((number, row) for number, row in enumerate(rows, 1) if "\uff5b\uff5b" in row)
    braces = [Problem(name, n, "", "braces-wide", {"characters": "\uff5b\uff5b", "value": row}) for n, row in wide]
    spaces = ((number, _ODD_SPACE.search(row)) for number, row in enumerate(rows, 1))
    odd = [odd_space(found[1] or found[2], number) for number, found in spaces if found]
    return braces + [Problem(name, each.line, "", each.code, each.values) for each in control_characters(text) or odd]


def _with_each(file: PageFile, line: int) -> tuple[PageFile | None, list[Problem]]:
    """The file, if its `each` is the one that its id requires."""
    needed = EACH_OF_PAGE.get(file.id, file.each)
    if file.each == needed:
        return file, []
    code = "page-each-needed" if needed else "page-each-needless"
    return None, [Problem(file.name, line, "", code, {"id": file.id, "each": needed})]


def _misnamed(report: Report, docs: Path, names: Mapping[str, Path]) -> Iterator[tuple[str, Problem]]:
    """Files whose name is that of a missing page in other letters, or with another ending; each with the page's id."""
    for path in sorted(docs.iterdir()) if docs.is_dir() else ():
        id = path.stem.lower()
        if path.suffix.lower() in (".md", ".markdown") and id in report.page and id not in {*names, *report.absent}:
            yield id, Problem(f"docs/{path.name}", 0, "", "file-name", {"right": f"docs/{id}.md"})


def _nested(docs: Path) -> Iterator[Problem]:
    """Page files in folders of `docs/`, which are not rendered."""
    for path in sorted(docs.glob("*/**/*.md")):
        yield Problem(f"docs/{path.relative_to(docs).as_posix()}", 0, "", "page-nested")


def _required(report: Report, names: Mapping[str, Path]) -> Iterator[Problem]:
    """Missing pages that others always link to; links to any other missing page are left out."""
    wanted = {"index": True}
    for id in ("year", "figure", "workstream", "former-figure"):
        wanted[id] = next(EACH[EACH_OF_PAGE[id]](report), None) is not None
    for id, is_wanted in wanted.items():
        if is_wanted and id not in report.page and id not in names:
            each = f" (each: {EACH_OF_PAGE[id]})" if EACH_OF_PAGE[id] else ""
            yield Problem("data/pages.yml", 1, "", "page-required", {"id": id, "each": each})


def _address(id: str) -> str:
    return "" if id == "index" else f"{id}/"
