"""Next year's files, written from this year's: what `report new-year` does.

This year's plan becomes next year's review: results of this year and a plan of the next are laid out, every
commitment of this year goes to the ledger as `open`. Where the last year has results already, the report looks back,
and the next year is given what that one has. The new article has its place in `sources.yml`, and each text that names a
year is marked. All places to fill in hold the mark of `report.todo_marks`, which the preview shows and a strict build
refuses. No page, id or address of this year changes.

Belongs here: which files change, and how. Does not belong here: editing YAML (`report.yaml.edit`), the words
of the new entries (`skeletons/`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from string import Template
from typing import Any

import yaml

from report.load import load_report
from report.model import LANGUAGES, Report, Text
from report.model.walk import walk
from report.problems import Problem, ReportError
from report.schema import SCHEMA_LINE_START, with_schema_line
from report.skeleton_files import read_skeleton
from report.text import Plain, parse_text
from report.todo_marks import MARK, marked_lines
from report.try_files import changed_copy
from report.words.forms import report_folders
from report.yaml.edit import append_items, comment_above, replace_values
from report.yaml.reader import Steps

_THEME = re.compile(r"^ *theme: .*\n", re.MULTILINE)
_COMPILED = re.compile(r"^ +compiled:", re.MULTILINE)
_NAMES_YEARS = ("data/report.yml", "data/home.yml", "data/pages.yml")


@dataclass(frozen=True)
class NewYear:
    """The files of a new year.

    Attributes:
        year: The new year.
        files: Content by path below the project's root: files that change, and new ones.
        marks: How many places editors have to fill in or check.
        open: How many commitments went to the ledger.
    """

    year: int
    files: Mapping[str, str]
    marks: int
    open: int


def prepare_year(root: Path, year: int) -> NewYear:
    """Next year's files, checked: the report loads with them.

    Args:
        root: The project's folder.
        year: The year after the last one of the report.

    Raises:
        ReportError: The report has problems, is of this year already, or its last year is another.
    """
    report = load_report(root)
    if problems := list(_year_problems(report, root, year)):
        raise ReportError(problems)
    words = _words(report, year)
    try:
        files, ids = _files(report, root, words)
    except KeyError as error:
        path: Steps = error.args[0]
        name = "data/report.yml" if path else "data/sources.yml"
        raise ReportError([_flow_list_problem(report, name, path)]) from error
    with changed_copy(root, files) as copy:  # A problem is raised before anything is written.
        new = load_report(copy)
    files["data/pages.yml"] = _new_pages(root, report, new, files["data/pages.yml"])
    marks = sum(len(marked_lines(content)) for content in files.values())
    return NewYear(year, files, marks, len(ids))


def _files(report: Report, root: Path, words: Mapping[str, str]) -> tuple[dict[str, str], list[str]]:
    """Every file that changes or is new, and the commitments that go to the ledger."""
    year = int(words["next"])
    files = {name: _read(root / name) for name in _NAMES_YEARS}
    files["data/report.yml"] = _edition(report, files["data/report.yml"], words)
    for name in _NAMES_YEARS:
        files[name] = _mark_texts(report, name, files[name], words)
    reviewed, planned = _new_parts(report, year)
    part = words["theme"] if reviewed != planned else f"{words['theme']}-plan"  # Both are on the page of the year.
    filled = {**words, "this": str(reviewed), "next": str(planned), "part": part}
    article = _skeleton("article", filled) + (_skeleton("article-plan", filled) if planned else "")
    files["data/sources.yml"] = append_items(_read(root / "data/sources.yml"), (), [article])
    ids = _commitments(report, reviewed) if _keeps_ledger(report) else []
    files |= _ledger(root, report, ids)
    for name, skeleton in _new_files(reviewed, planned):
        text = _skeleton(skeleton, filled)
        files[f"data/{name}"] = with_schema_line(text if report.edition.themes else _THEME.sub("", text), name)
    return files, ids


def _new_parts(report: Report, year: int) -> tuple[int, int | None]:
    """The year whose results are laid out, and the year of the plan, if any.

    After a year with a plan alone these are that year and the new one; else the new year is as the last one.
    """
    if report.plan_of(year - 1) and not report.results_of(year - 1):
        return year - 1, year
    return year, year if report.plan_of(year - 1) else None


def _new_files(reviewed: int, planned: int | None) -> list[tuple[str, str]]:
    """The files of the new year below `data/`, with the skeleton of each."""
    plan = [(f"plans/{planned}.yml", "plan")] if planned else []
    return [(f"results/{reviewed}.yml", "results"), *plan]


def _flow_list_problem(report: Report, name: str, path: Steps) -> Problem:
    """A list in brackets, to which nothing can be added line by line."""
    tree = next(placed.tree for placed in report.placed if placed.tree.file == name)
    return Problem(name, tree.line(path), tree.subject(path), "list-in-brackets")


def _year_problems(report: Report, root: Path, year: int) -> Iterator[Problem]:
    """Why the year cannot be begun: it exists already, or another one comes first."""
    years = [known.year for known in report.edition.years]
    last = max(years, default=year - 1)
    place = next(placed for placed in report.placed if placed.value is report.edition)
    line = place.tree.line(("years", years.index(last), "year")) if years else 0
    names = [f"data/{name}" for name, _ in _new_files(*_new_parts(report, year))]
    if year in years:
        yield Problem(place.tree.file, line, "years", "year-begun", {"year": str(year), "next": str(last + 1)})
    elif year != last + 1:
        yield Problem(place.tree.file, line, "years", "year-not-next", {"year": str(year), "next": str(last + 1)})
    else:
        for name in names:
            if (root / name).exists():
                yield Problem(name, 0, "", "year-file", {"year": str(year)})


def _words(report: Report, year: int) -> dict[str, str]:
    """The values of the skeletons' placeholders."""
    this = str(year - 1)
    named = [article.id for article in report.articles if this in article.id]
    article = named[-1].replace(this, str(year)) if named else f"article-{year}"
    article = f"{article}-new" if article in report.article else article
    plan = report.plan_of(year - 1)
    own_pages = "yes" if plan and plan.own_pages else "no"
    theme = report.edition.themes[0].id if report.edition.themes else "first"
    return {"this": this, "next": str(year), "article": article, "theme": theme, "own_pages": own_pages}


def _edition(report: Report, text: str, words: Mapping[str, str]) -> str:
    """The edition moved on: its name, its first revision, its years; days and notices to be looked at."""
    text = replace_values(text, {("edition",): f'"{words["next"]}"', ("revision",): "1"})
    if not report.edition.years and "years:" not in text:
        text = text.rstrip("\n") + "\nyears: []\n"
    reviewed, _ = _new_parts(report, int(words["next"]))
    skeleton = "year-review" if str(reviewed) == words["next"] else "year"
    text = append_items(text, ("years",), [_skeleton(skeleton, words)])
    for number in (number for number, year in enumerate(report.edition.years) if year.year == reviewed):
        for key in ("title", "short", "description"):
            text = comment_above(text, ("years", number, key), _mark("year", words))
    for key in ("published", "data_as_of"):
        text = comment_above(text, (key,), _mark(key, words))
    if not _COMPILED.search(text):  # A report need not say it.
        return text
    return comment_above(text, ("notices", "compiled"), _mark("compiled", words))


def _mark_texts(report: Report, name: str, text: str, words: Mapping[str, str]) -> str:
    """Each text that names a year of the report is marked; the years' own words are marked already."""
    years = [str(year.year) for year in report.edition.years]
    places: list[Steps] = []
    for spot in walk(report):
        marked = spot.path[:1] in (("years",), ("names",)) or spot.path[:2] == ("notices", "compiled")
        if spot.tree.file == name and isinstance(spot.value, Text) and not marked and _speaks_of(spot.value, years):
            places.append(spot.path)
    for path in sorted(places, key=lambda path: [str(step).zfill(4) for step in path]):
        text = comment_above(text, path, _mark("speaks", words))
    if name == "data/report.yml":
        return text
    first, rest = text.split("\n", 1) if text.startswith(SCHEMA_LINE_START) else ("", text)
    return "\n".join(filter(None, [first, f"# {_mark('page', words)}", rest]))


def _speaks_of(text: Text, years: list[str]) -> bool:
    parts = [span.text for language in LANGUAGES for span in parse_text(text[language]) if isinstance(span, Plain)]
    return any(year in words for words in parts for year in years)


def _commitments(report: Report, year: int) -> list[str]:
    plan = report.plan_of(year)
    return [commitment.id for commitment in plan.all_commitments()] if plan else []


def _keeps_ledger(report: Report) -> bool:
    """Whether commitments go to a ledger: not where plans were reviewed before and none was recorded."""
    return bool(report.ledger) or not any(report.results_of(plan.year) for plan in report.plans)


def _ledger(root: Path, report: Report, ids: list[str]) -> dict[str, str]:
    """The ledger with this year's commitments behind those before; unchanged where there are none."""
    path = root / "data/ledger.yml"
    text = _read(path) if path.exists() else ""
    entries = [f"id: {id}\nreported: open" for id in ids]
    if yaml.safe_load(text) is None:  # Comments alone, or no file.
        text = "\n".join(filter(None, [text.rstrip("\n"), "[]\n"]))
    try:
        return {"data/ledger.yml": append_items(text, (), entries)} if entries else {}
    except KeyError:
        raise ReportError([_flow_list_problem(report, "data/ledger.yml", ())]) from None


def _new_pages(root: Path, report: Report, new: Report, text: str) -> str:
    """`pages.yml` with words for the pages and headings of parts that the report had not before."""
    skeleton = {page["id"]: page for page in yaml.safe_load(read_skeleton("pages.yml", report_folders()))}
    home = next(number for number, page in enumerate(new.pages) if page.id == "index")
    begun = {"years": not report.edition.years, "directions": not report.plans, "ledger": "ledger" in report.absent}
    headings = {section.id for section in new.pages[home].sections}
    for section in skeleton["index"]["sections"]:
        if begun.get(section["id"]) and section["id"] not in headings:
            text = append_items(text, (home, "sections"), [_as_yaml(section)])
    for id, wanted in (("year", begun["years"]), ("ledger", begun["ledger"] and "ledger" not in new.absent)):
        if wanted and all(page.id != id for page in new.pages) and (root / "docs" / f"{id}.md").exists():
            text = append_items(text, (), [_as_yaml(skeleton[id])])
    return text


def _as_yaml(value: Any) -> str:
    return str(yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=10_000))


def _skeleton(name: str, words: Mapping[str, str]) -> str:
    return Template(read_skeleton(f"{name}.yml", report_folders())).substitute(words)


def _mark(name: str, words: Mapping[str, str]) -> str:
    """The comment that marks a place, without its `#`."""
    marks = yaml.safe_load(read_skeleton("marks.yml", report_folders()))
    return f"{MARK}: {Template(marks[name]).substitute(words)}"


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8-sig")
