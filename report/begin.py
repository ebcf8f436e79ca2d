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
from dataclasses import dataclass
from pathlib import Path
from string import Template

import yaml

from languages import ORIGINAL, TRANSLATION
from report.model import LANGUAGES
from report.todo_marks import MARK
from report.words import interface
from report.words.forms import message_folders

SECTIONS = ("results", "plans", "ledger", "themes", "glossary", "charts", "errata", "corrections")
"""The parts that can be chosen; figures and their sources are always laid out."""
USUAL = frozenset({"results", "charts"})
"""The parts of a report for which none are chosen."""
_SKELETONS = Path(__file__).with_name("skeletons")
_THEME = re.compile(r"^ *theme: .*\n", re.MULTILINE)
_CAUTION = re.compile(r"^caution:\n(?:  .*\n)+", re.MULTILINE)


@dataclass(frozen=True)
class Beginning:
    """How a report is begun.

    Attributes:
        year: The year that it reports.
        sections: Of `SECTIONS`; a ledger brings the plan and the results that it compares.
        names: Name of the site by language; a place to fill in where it is not given.
    """

    year: int
    sections: frozenset[str] = USUAL
    names: tuple[str, str] = ("", "")

    @property
    def parts(self) -> frozenset[str]:
        """The sections with those that they need."""
        return self.sections | ({"results", "plans"} if "ledger" in self.sections else frozenset())

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
        "articles/README.md": _skeleton("articles.md", words),
        "data/report.yml": _edition(beginning, words),
        "data/sources.yml": _source(parts, words),
        "data/home.yml": _skeleton("empty-home.yml", words),
        "data/pages.yml": _skeleton("pages.yml", words),
    }
    if "results" in parts:
        text = _skeleton("results.yml", words)
        files[f"data/results/{year}.yml"] = text if "ledger" in parts else _CAUTION.sub("", text)
    if "plans" in parts:
        files[f"data/plans/{beginning.planned}.yml"] = _skeleton("plan.yml", words)
    if "themes" not in parts:
        files = {name: _THEME.sub("", text) for name, text in files.items()}
    for name in ("units", "indicators", "figures", "glossary", "charts", "errata", "corrections"):
        if name in parts or name not in SECTIONS:
            path = "data/figures/figures.yml" if name == "figures" else f"data/{name}.yml"
            said = interface(message_folders())[f"cli.file-{name}"]
            files[path] = "".join(f"# {said[code]}\n" for code in LANGUAGES) + "[]\n"
    if "ledger" in parts:
        entry = f"- id: {beginning.planned}-first-measure\n  reported: open\n"
        files["data/ledger.yml"] = entry
    return files


def _edition(beginning: Beginning, words: Mapping[str, str]) -> str:
    parts = beginning.parts
    marks = yaml.safe_load(_skeleton("marks.yml", words))
    names = zip(beginning.names, LANGUAGES, strict=True)
    zh, en = (json.dumps(name or f"{MARK}: {marks[f'site_{code}']}", ensure_ascii=False) for name, code in names)
    text = _skeleton("empty-report.yml", {**words, ORIGINAL: zh, TRANSLATION: en, "next": str(beginning.year + 1)})
    years = [("year-review", beginning.year)] if "results" in parts else []
    years += [("year", beginning.planned)] if "plans" in parts and "ledger" not in parts else []
    if years:
        written = [_item(_skeleton(f"{name}.yml", {**words, "next": str(year)})) for name, year in years]
        text += "years:\n" + "".join(written)
    return text + (_skeleton("empty-themes.yml", words) if "themes" in parts else "")


def _source(parts: frozenset[str], words: Mapping[str, str]) -> str:
    """The article, with a section for what is reported and one for the plan."""
    reported = _skeleton("article.yml", words).partition("sections:\n")[2]
    sections = "" if parts & {"results", "plans"} == {"plans"} else reported
    sections += _skeleton("article-plan.yml", words) if "plans" in parts else ""
    return _item(_skeleton("empty-source.yml", words) + "sections:\n" + sections)


def _item(text: str) -> str:
    """An entry as an item of a list."""
    first, *rest = text.splitlines()
    return "\n".join([f"- {first}", *(f"  {line}" for line in rest)]) + "\n"


def _skeleton(name: str, words: Mapping[str, str]) -> str:
    return Template((_SKELETONS / name).read_text(encoding="utf-8")).substitute(words)
