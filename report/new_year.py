"""Next year's files, written from this year's: what `report new-year` does.

This year's plan becomes next year's review: results of this year and a plan of the next are laid out, every
commitment of this year goes to the ledger as `open`, the new article has its place in `sources.yml`, and
each text that names a year is marked. All places to fill in hold the mark of `report.todo_marks`, which the preview
shows and a strict build refuses. No page, id or address of this year changes.

Belongs here: which files change, and how. Does not belong here: editing YAML (`report.yaml.edit`), the words
of the new entries (`skeletons/`).
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from string import Template

import yaml

from report.load import load_report
from report.model import LANGUAGES, Report, Text
from report.model.walk import walk
from report.problems import Problem, ReportError
from report.schema import SCHEMA_LINE_START, with_schema_line
from report.text import Plain, parse_text
from report.todo_marks import MARK, marked_lines
from report.write_files import write_files
from report.yaml.edit import append_items, comment_above, replace_value
from report.yaml.reader import Steps

SKELETONS = Path(__file__).with_name("skeletons")
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
        raise ReportError([_flow_list_problem(report, error.args[0])]) from error
    _check_outcome(root, files)
    marks = sum(len(marked_lines(content)) for content in files.values())
    return NewYear(year, files, marks, len(ids))


def _files(report: Report, root: Path, words: Mapping[str, str]) -> tuple[dict[str, str], list[str]]:
    """Every file that changes or is new, and the commitments that go to the ledger."""
    year = int(words["next"])
    files = {name: _read(root / name) for name in _NAMES_YEARS}
    files["data/report.yml"] = _edition(report, files["data/report.yml"], words)
    for name in _NAMES_YEARS:
        files[name] = _mark_texts(report, name, files[name], words)
    files["data/sources.yml"] = append_items(_read(root / "data/sources.yml"), (), [_skeleton("article", words)])
    ids = _commitments(report, year - 1)
    files |= _ledger(root, ids)
    for name, skeleton in ((f"results/{year - 1}.yml", "results"), (f"plans/{year}.yml", "plan")):
        files[f"data/{name}"] = with_schema_line(_skeleton(skeleton, words), name)
    return files, ids


def _flow_list_problem(report: Report, path: Steps) -> Problem:
    """A list in brackets, to which nothing can be added line by line: the edition's years, or the articles."""
    name = "data/report.yml" if path else "data/sources.yml"
    tree = next(placed.tree for placed in report.placed if placed.tree.file == name)
    return Problem(name, tree.line(path), tree.subject(path), "list-in-brackets")


def _year_problems(report: Report, root: Path, year: int) -> Iterator[Problem]:
    """Why the year cannot be begun: it exists already, or another one comes first."""
    years = [known.year for known in report.edition.years]
    last = max(years)
    place = next(placed for placed in report.placed if placed.value is report.edition)
    line = place.tree.line(("years", years.index(last), "year"))
    names = (f"data/results/{year - 1}.yml", f"data/plans/{year}.yml")
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
    plan = report.plan_of(year - 1)
    own_pages = "yes" if plan and plan.own_pages else "no"
    theme = report.edition.themes[0].id
    return {"this": this, "next": str(year), "article": article, "theme": theme, "own_pages": own_pages}


def _edition(report: Report, text: str, words: Mapping[str, str]) -> str:
    """The edition moved on: its name, its first revision, its years; days and notices to be looked at."""
    text = replace_value(text, ("edition",), f'"{words["next"]}"')
    text = replace_value(text, ("revision",), "1")
    text = append_items(text, ("years",), [_skeleton("year", words)])
    this = next(number for number, year in enumerate(report.edition.years) if str(year.year) == words["this"])
    for key in ("title", "short", "description"):
        text = comment_above(text, ("years", this, key), _mark("year", words))
    for key in ("published", "data_as_of"):
        text = comment_above(text, (key,), _mark(key, words))
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
    return [commitment.id for part in plan.workstreams for commitment in part.commitments] if plan else []


def _ledger(root: Path, ids: list[str]) -> dict[str, str]:
    """The ledger with this year's commitments behind those before; unchanged where there are none."""
    path = root / "data/ledger.yml"
    entries = [f"id: {id}\nreported: open" for id in ids]
    if not entries:
        return {}
    return {"data/ledger.yml": append_items(_read(path) if path.exists() else "[]\n", (), entries)}


def _check_outcome(root: Path, files: Mapping[str, str]) -> None:
    """Load a copy of the report with the new files, so that a problem is raised before anything is written."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        shutil.copytree(root / "data", copy / "data")
        write_files(copy, files)
        load_report(copy)


def _skeleton(name: str, words: Mapping[str, str]) -> str:
    return Template(_read(SKELETONS / f"{name}.yml")).substitute(words)


def _mark(name: str, words: Mapping[str, str]) -> str:
    """The comment that marks a place, without its `#`."""
    marks = yaml.safe_load(_read(SKELETONS / "marks.yml"))
    return f"{MARK}: {Template(marks[name]).substitute(words)}"


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8-sig")
