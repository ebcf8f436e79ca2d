"""Problems of a report, and their messages to editors.

Belongs here: one problem, and how a list of them is written. Does not belong here:
finding problems (`load`, `validate`) or their wording (`words/messages.yml`).

Example of what an editor reads::

    data/figures/reading.yml:14: visits.2024: scope.en: missing
      expected: text in English, since zh is given
      hint: add `en:` beside `zh:` / 提示：在 zh 旁补上 en
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby

from languages import ORIGINAL, TRANSLATION
from report.words import messages

MAX_PROBLEMS = 1_000
"""Limit of problems of one file; a file of two megabytes could have half a million."""
_GROUPED = {"ledger-open"}
"""Codes that a new year brings by the hundred, with the same message for each entry."""
_SHOWN_IN_FULL = 5
"""How many of those are shown in full; the others are counted."""
_WORK = (
    "data/report.yml", "data/sources.yml", "articles/", "data/articles.yml", "data/units.yml", "data/indicators.yml",
    "data/figures/", "data/results/", "data/plans/", "data/ledger.yml", "data/glossary.yml", "data/charts.yml",
    "data/home.yml", "data/pages.yml", "data/strings.yml", "data/errata.yml", "data/corrections.yml",
    "data/coverage.yml", "data/verification.yml", "data/", "docs/",
)  # fmt: skip
"""Files in the order in which a report is written, each after those that it names entries of."""
_UNSHORTENED = {"known", "expected", "either", "what", "do_en", "do_zh", "reason"}  # In full.


@dataclass(frozen=True)
class Problem:
    """One thing that keeps a report from being published.

    Attributes:
        file: Path below the project's root, with forward slashes.
        line: Line in that file, from 1; 0 where the whole file is meant.
        path: Where in the file, e.g. ``visits.2024: scope.en``; may be empty.
        code: Key of the wording in ``words/messages.yml``.
        values: The values of the wording's placeholders.
    """

    file: str
    line: int
    path: str
    code: str
    values: Mapping[str, str] = field(default_factory=dict)

    @property
    def subject(self) -> str:
        """Where in the file, as a message names it."""
        return _shorten(self.path)

    @cached_property
    def message(self) -> str:
        """What is wrong, in a few words."""
        return self._format("message") or self.code

    @cached_property
    def expected(self) -> str:
        """What should be there; empty where the message needs no more."""
        return self._format("expected")

    @cached_property
    def got(self) -> str:
        """What is there now; empty where there is nothing to show."""
        return self._format("got")

    @cached_property
    def hint_en(self) -> str:
        """What to do, in English."""
        return self._format("hint_en")

    @cached_property
    def hint_zh(self) -> str:
        """What to do, in Chinese."""
        return self._format("hint_zh")

    def render(self) -> str:
        """The problem as an editor reads it: one headline, then indented lines."""
        place = f"{self.file}:{self.line}" if self.line else self.file
        lines = [": ".join(part for part in (place, self.subject, self.message) if part)]
        lines += [f"  {name}: {text}" for name in ("expected", "got") if (text := getattr(self, name))]
        if self.hint_en:
            lines.append(f"  hint: {self.hint_en} / {messages()['_hint'][ORIGINAL]}{self.hint_zh}")
        return "\n".join(lines)

    def _format(self, part: str) -> str:
        wording = messages()[self.code].get(part, "")
        values = self.values.items()
        return wording.format_map({name: value if name in _UNSHORTENED else _shorten(value) for name, value in values})


def os_error_problem(error: OSError, place: str) -> Problem:
    """The problem of a file or folder that cannot be read or written, a full disk included.

    Args:
        error: As the system raised it.
        place: What was being written or read, for an error that names no file, such as a full disk.
    """
    file = str(error.filename2 or error.filename or place)
    return Problem(file, 0, "", "file-unusable", {"why": error.strerror or str(error)})


class ReportError(Exception):
    """A report with problems, from which nothing may be written.

    Attributes:
        problems: All of them, each once, by file in the order in which a report is written, and by line.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Sort the problems and drop repeats."""
        unique = {problem.render(): problem for problem in problems}
        self.problems = sorted(unique.values(), key=lambda p: (place_in_work(p.file), p.line, p.path, p.code))
        super().__init__(self.render())

    def render(self) -> str:
        """All problems, then how many there are; of a long run of the same kind, the first ones."""
        words = messages()["_count"]
        lines = []
        for _, alike in groupby(self.problems, key=lambda p: (p.file, p.code) if p.code in _GROUPED else p):
            group = list(alike)
            lines += [problem.render() for problem in group[:_SHOWN_IN_FULL]]
            if rest := group[_SHOWN_IN_FULL:]:
                lines.append(words["more"].format(file=rest[0].file, count=len(rest), line=rest[0].line))
        count = words["one" if len(self.problems) == 1 else "many"]
        return "\n".join([*lines, count.format(count=len(self.problems))])


def place_in_work(file: str) -> tuple[int, str]:
    """A sort key of files: the order in which a report is written, then their names."""
    places = (place for place, start in enumerate(_WORK) if file.startswith(start))
    return next(places, len(_WORK)), file


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The nearest known words, as a ready clause; empty where nothing is near."""
    near = difflib.get_close_matches(word, list(known), n=2, cutoff=0.6)
    return messages()["_did_you_mean"][TRANSLATION].format(words=" / ".join(near)) if near else ""


def excerpt(text: str, word: str, around: int = 40) -> str:
    """The words around a word, so that a message shows the place in a long text.

    >>> excerpt("a long way to the number 12 and far beyond", "12", around=8)
    '…number 12 and far…'
    """
    at = max(text.find(word), 0)
    start, end = max(at - around, 0), min(at + len(word) + around, len(text))
    words = text[start:end].strip()
    return f"{'…' if start else ''}{words}{'…' if end < len(text) else ''}"


def _shorten(value: str, limit: int = 120) -> str:
    """A value on one line, cut to a length."""
    line = " ".join(value.split())
    return line if len(line) <= limit else line[: limit - 1] + "…"
