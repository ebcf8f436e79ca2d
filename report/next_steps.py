"""What is to be done next in a report that has been begun, in the order in which one works.

Belongs here: the steps that are open. Does not belong here: what is wrong (`report.validate`), or the order of files
(`report.problems`), which problems share.

Example:
    >>> next_steps(Path("."), load_report(Path(".")))  # doctest: +SKIP
    []
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from report.articles.passages import article_folders
from report.data_files import data_files
from report.file_kinds import FILE_KINDS
from report.model import Report
from report.problems import place_in_work
from report.todo_marks import marked_lines
from report.validate.reviews import open_reviews

_TO_FILL = {"indicators", "figures", "glossary", "charts", "errata"}
"""What has a file to be filled: one without entries is either filled or removed."""


@dataclass(frozen=True)
class Step:
    """One thing to do.

    Attributes:
        place: The file, with the first line where that helps.
        why: Key of the words for what is open, below `cli.next-`.
        count: How many places are open; 0 where they are not counted.
        about: Key of the words for what the file holds, below `cli.file-`; empty where `why` says enough.
    """

    place: str
    why: str
    count: int = 0
    about: str = ""


def next_steps(root: Path, report: Report) -> list[Step]:
    """What is open in a report without problems; empty for one that can be published."""
    steps = [*_files(root, report), *_texts(root, report), *_reviews(report)]
    return sorted(steps, key=lambda step: place_in_work(step.place.partition(":")[0]))


def _files(root: Path, report: Report) -> Iterator[Step]:
    """Files with places to fill in, those that hold words of the sample, and those that hold nothing yet."""
    for kind in FILE_KINDS:
        for path in data_files(root, kind.pattern):
            text, file = path.read_text(encoding="utf-8-sig"), path.relative_to(root).as_posix()
            if lines := marked_lines(text):
                yield Step(f"{file}:{lines[0]}", "fill", len(lines), kind.field)
            rows = enumerate(text.splitlines(), 1)
            if ours := [number for number, row in rows if any(words in row for words in _sample_words())]:
                yield Step(f"{file}:{ours[0]}", "sample", len(ours), kind.field)
            if not lines and kind.field in _TO_FILL and not getattr(report, kind.field):
                yield Step(file, "empty", about=kind.field)


@cache
def _sample_words() -> tuple[str, ...]:
    """Words of the sample of a report, which no other has."""
    return tuple(yaml.safe_load((Path(__file__).parent / "skeletons/sample.yml").read_text(encoding="utf-8")))


def _texts(root: Path, report: Report) -> Iterator[Step]:
    """Sources without figures, and those whose sentences are not known yet, so that no place in them can be checked."""
    printed = {each.article for each in report.prints}
    used = {source.article for figure in report.figures for source in figure.sources}
    for article in report.articles:
        ends = ("csv", "xlsx") if article.type == "table" else ("txt",)
        names = [f"{article.id}.{end}" for end in ends]
        there = [name for name in names for folder in article_folders(root) if (folder / name).is_file()]
        if there and article.id not in used:
            yield Step(f"articles/{there[0]}", "draft")
        elif article.id not in printed:
            yield Step(f"articles/{names[0]}", "text")


def _reviews(report: Report) -> Iterator[Step]:
    """Commitments to look up, then entries to check and sign once nothing else is open."""
    if count := sum(entry.reported == "open" for entry in report.ledger):
        yield Step("data/ledger.yml", "look-up", count)
    if report.edition.verification == "required" and (count := len(open_reviews(report))):
        yield Step("data/verification.yml", "review", count)
