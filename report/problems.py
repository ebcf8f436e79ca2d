"""What is wrong with a report, said so that an editor can mend it.

Belongs here: the shape of one problem and how a list of them is written. Does not belong here:
finding problems (`load`, `validate`) or their wording (`words/messages.yml`).

Example of what an editor reads::

    data/figures/tcm.yml:14: village-clinics.2024: scope.en: missing
      expected: text in English, since zh is given
      hint: add `en:` beside `zh:` / 提示：在 zh 旁补上 en
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby

from report.words import messages

MAX_PROBLEMS = 1_000
"""Of one file: nobody reads on, and a file of two megabytes may hold half a million."""
_ALIKE = {"ledger-open"}
"""Codes that a new year brings by the hundred, told alike of each entry; the file itself is their list."""
_SHOWN = 5
"""Of those, so many are told in full; the others are counted."""
_WHOLE = {"known", "expected", "either", "what", "do_en", "do_zh"}  # What may stand there is listed to its end.


@dataclass(frozen=True)
class Problem:
    """One thing that keeps a report from being published.

    Attributes:
        file: Path below the project's root, with forward slashes.
        line: Line in that file, from 1; 0 where the whole file is meant.
        path: Where in the file, e.g. ``tcm-village.a2025: scope.en``; may be empty.
        code: Key of the wording in ``words/messages.yml``.
        values: What the wording's placeholders stand for.
    """

    file: str
    line: int
    path: str
    code: str
    values: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def message(self) -> str:
        """What is wrong, in a few words."""
        return self._say("message") or self.code

    @cached_property
    def expected(self) -> str:
        """What should stand there; empty where the message says it all."""
        return self._say("expected")

    @cached_property
    def got(self) -> str:
        """What stands there now; empty where there is nothing to show."""
        return self._say("got")

    @cached_property
    def hint_en(self) -> str:
        """What to do, in English."""
        return self._say("hint_en")

    @cached_property
    def hint_zh(self) -> str:
        """What to do, in Chinese."""
        return self._say("hint_zh")

    def render(self) -> str:
        """The problem as an editor reads it: one headline, then indented lines."""
        place = f"{self.file}:{self.line}" if self.line else self.file
        lines = [": ".join(part for part in (place, _short(self.path), self.message) if part)]
        lines += [f"  {name}: {said}" for name in ("expected", "got") if (said := getattr(self, name))]
        if self.hint_en:
            lines.append(f"  hint: {self.hint_en} / {messages()['_hint']['zh']}{self.hint_zh}")
        return "\n".join(lines)

    def _say(self, part: str) -> str:
        wording = messages()[self.code].get(part, "")
        values = self.values.items()
        return wording.format_map({name: value if name in _WHOLE else _short(value) for name, value in values})


def unusable(error: OSError, place: str) -> Problem:
    """What the system says of a file or folder that it does not let be read or written, a full disk among it.

    Args:
        error: What the system said.
        place: What was being written or read, for an error that names no file: of a full disk, none does.
    """
    file = str(error.filename2 or error.filename or place)
    return Problem(file, 0, "", "file-unusable", {"why": error.strerror or str(error)})


class ReportError(Exception):
    """A report with problems: nothing may be written from it.

    Attributes:
        problems: All of them, sorted by file and line, each once.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Sort the problems and drop repeats."""
        unique = {problem.render(): problem for problem in problems}
        self.problems = sorted(unique.values(), key=lambda p: (p.file, p.line, p.path, p.code))
        super().__init__(self.render())

    def render(self) -> str:
        """All problems, then how many there are; of a long run of the same kind, the first ones."""
        words = messages()["_count"]
        lines = []
        for _, alike in groupby(self.problems, key=lambda p: (p.file, p.code) if p.code in _ALIKE else p):
            told = list(alike)
            lines += [problem.render() for problem in told[:_SHOWN]]
            if rest := told[_SHOWN:]:
                lines.append(words["more"].format(file=rest[0].file, count=len(rest), line=rest[0].line))
        count = words["one" if len(self.problems) == 1 else "many"]
        return "\n".join([*lines, count.format(count=len(self.problems))])


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The nearest known words, as a ready clause; empty where nothing is near."""
    near = difflib.get_close_matches(word, list(known), n=2, cutoff=0.6)
    return messages()["_did_you_mean"]["en"].format(words=" / ".join(near)) if near else ""


def excerpt(text: str, word: str, around: int = 40) -> str:
    """The words around a word, so that a message shows the place in a long text.

    >>> excerpt("a long way to the number 12 and far beyond", "12", around=8)
    '…number 12 and far…'
    """
    at = max(text.find(word), 0)
    start, end = max(at - around, 0), min(at + len(word) + around, len(text))
    words = text[start:end].strip()
    return f"{'…' if start else ''}{words}{'…' if end < len(text) else ''}"


def _short(value: str, limit: int = 120) -> str:
    """A value on one line: a message quotes what is wrong, it does not repeat a chapter."""
    line = " ".join(value.split())
    return line if len(line) <= limit else line[: limit - 1] + "…"
