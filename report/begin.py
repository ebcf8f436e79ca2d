"""An empty report, to be filled with an agency's own: what `report new --empty` writes into `data/` and `articles/`.

Each place to fill in holds the mark of `report.todo_marks`, so that the preview shows it and a strict build refuses it.

Belongs here: which files an empty report has, by the parts that are wanted. Does not belong here: their words
(`skeletons/`), pages and settings (`publish.new_report`).

Example:
    >>> sorted(empty_files(Beginning(2025, frozenset({"results"}))))[:2]
    ['articles/README.md', 'data/figures/figures.yml']
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from string import Template

import yaml

from languages import ORIGINAL, TRANSLATION, Side, pair
from report.model import LANGUAGES
from report.skeleton_files import read_skeleton
from report.todo_marks import MARK
from report.words import interface

SECTIONS = ("results", "plans", "ledger", "themes", "glossary", "charts", "errata", "corrections")
"""The parts that can be chosen; figures and their sources are always laid out."""
USUAL = frozenset({"results", "charts"})
"""The parts of a report for which none are chosen."""
_THEME = re.compile(r"^ *theme: .*\n", re.MULTILINE)
_CAUTION = re.compile(r"^caution:\n(?:  .*\n)+", re.MULTILINE)


@dataclass(frozen=True)
class Beginning:
    """How a report is begun.

    Attributes:
        year: The year that it reports.
        sections: Of `SECTIONS`; a ledger brings the plan and the results that it compares.
        names: Name of the site by language; a place to fill in where it is not given.
        languages: Tags of its languages by side; the usual ones where none is given.
    """

    year: int
    sections: frozenset[str] = USUAL
    names: tuple[str, str] = ("", "")
    languages: Mapping[Side, str] = field(default_factory=dict)

    @property
    def parts(self) -> frozenset[str]:
        """The sections with those that they need."""
        return self.sections | ({"results", "plans"} if "ledger" in self.sections else frozenset())

    @property
    def folders(self) -> tuple[str, ...]:
        """The folders of words for the form of its Chinese."""
        return pair(self.languages)[ORIGINAL].words

    @property
    def currency(self) -> str:
        """The currency of a bare 元 in the region of its Chinese."""
        return pair(self.languages)[ORIGINAL].currency

    @property
    def planned(self) -> int:
        """The year of the plan: the next one, unless the ledger sets it beside results or it stands alone."""
        return self.year + ("results" in self.parts and "ledger" not in self.parts)


def empty_files(beginning: Beginning) -> Mapping[str, str]:
    """The files of an empty report, by path below its folder."""
    parts, year = beginning.parts, str(beginning.year)
    words = {
        "year": year, "this": year, "next": str(beginning.planned), "article": f"a{year}", "theme": "first",
        "part": "planned" if "ledger" in parts else "first", "own_pages": "no",
    }  # fmt: skip
    files = {
        "articles/README.md": _skeleton("articles.md", words, beginning.folders),
        "data/report.yml": _edition(beginning, words),
        "data/sources.yml": _source(beginning, words),
        "data/home.yml": _skeleton("empty-home.yml", words, beginning.folders),
        "data/pages.yml": _skeleton("pages.yml", words, beginning.folders),
    }
    if "results" in parts:
        text = _skeleton("results.yml", words, beginning.folders)
        files[f"data/results/{year}.yml"] = text if "ledger" in parts else _CAUTION.sub("", text)
    if "plans" in parts:
        files[f"data/plans/{beginning.planned}.yml"] = _skeleton("plan.yml", words, beginning.folders)
    if "themes" not in parts:
        files = {name: _THEME.sub("", text) for name, text in files.items()}
    for name in ("units", "indicators", "figures", "glossary", "charts", "errata", "corrections"):
        if name in parts or name not in SECTIONS:
            path = "data/figures/figures.yml" if name == "figures" else f"data/{name}.yml"
            said = interface(beginning.folders)[f"cli.file-{name}"]
            files[path] = "".join(f"# {said[code]}\n" for code in LANGUAGES) + "[]\n"
    if "ledger" in parts:
        entry = f"- id: {beginning.planned}-first-measure\n  reported: open\n"
        files["data/ledger.yml"] = entry
    return files


def _edition(beginning: Beginning, words: Mapping[str, str]) -> str:
    parts, folders = beginning.parts, beginning.folders
    marks = yaml.safe_load(_skeleton("marks.yml", words, beginning.folders))
    names = zip(beginning.names, LANGUAGES, strict=True)
    zh, en = (json.dumps(name or f"{MARK}: {marks[f'site_{code}']}", ensure_ascii=False) for name, code in names)
    text = _skeleton(
        "empty-report.yml",
        {**words, ORIGINAL: zh, TRANSLATION: en, "next": str(beginning.year + 1), "currency": beginning.currency},
        folders,
    )
    if tags := beginning.languages:
        text += f"languages: {{{', '.join(f'{side}: {tag}' for side, tag in tags.items())}}}\n"
    years = [("year-review", beginning.year)] if "results" in parts else []
    years += [("year", beginning.planned)] if "plans" in parts and "ledger" not in parts else []
    if years:
        written = [_item(_skeleton(f"{name}.yml", {**words, "next": str(year)}, folders)) for name, year in years]
        text += "years:\n" + "".join(written)
    return text + (_skeleton("empty-themes.yml", words, folders) if "themes" in parts else "")


def _source(beginning: Beginning, words: Mapping[str, str]) -> str:
    """The article, with a section for what is reported and one for the plan."""
    parts = beginning.parts
    reported = _skeleton("article.yml", words, beginning.folders).partition("sections:\n")[2]
    sections = "" if parts & {"results", "plans"} == {"plans"} else reported
    sections += _skeleton("article-plan.yml", words, beginning.folders) if "plans" in parts else ""
    return _item(_skeleton("empty-source.yml", words, beginning.folders) + "sections:\n" + sections)


def _item(text: str) -> str:
    """An entry as an item of a list."""
    first, *rest = text.splitlines()
    return "\n".join([f"- {first}", *(f"  {line}" for line in rest)]) + "\n"


def _skeleton(name: str, words: Mapping[str, str], folders: tuple[str, ...]) -> str:
    return Template(read_skeleton(name, folders)).substitute(words)
