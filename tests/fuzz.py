"""Slips of the hand in the real data, thousands of them, and whether what is said of each leads to it.

A mutant is one file of `data/` with one thing done to it by a seeded generator: a line or an entry deleted,
doubled, moved or swapped, a key or a value retyped, languages exchanged, punctuation of the wrong width,
the file cut short or saved in another encoding. It is read and checked in this process, like any report;
what is not mutated is read once, as in a preview.

    python tests/fuzz.py [--count N] [--seed N] [--show]      the figures, and each mutant that is not led to

Here belongs how mutants are judged and counted. What is done to them stands in `fuzz_mistakes`.
"""

import argparse
import random
import shutil
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from fuzz_mistakes import MISTAKES, Mutant

from macros.pages import render_pages
from publish.data import files as open_data
from report.load import load_report
from report.problems import Problem, ReportError

ROOT = Path(__file__).parent.parent
LONGEST = 10.0  # Seconds of the processor for an answer.
GENERIC = {"yaml-syntax"}  # Says that something is wrong, in a parser's words, and not what.
RENDERED = 50
NEAR = 2  # Lines between what was done and what is said of it.


@dataclass(frozen=True)
class Verdict:
    """What became of a mutant.

    Attributes:
        mutant: What was done.
        answer: `good`, `near`, `file` (named, with another line), `elsewhere`, or what must not happen: `crash`,
            `slow`, `generic`, `wrote`.
        messages: The messages, or the traceback.
    """

    mutant: Mutant
    answer: str
    messages: str = ""


class MutatedProject:
    """A copy of the project's data in which one file at a time is mutated."""

    def __init__(self, folder: Path) -> None:
        self.root = folder
        shutil.copytree(ROOT / "data", folder / "data", ignore=shutil.ignore_patterns("schema"))
        (folder / "site").mkdir()
        (folder / "site" / "index.html").write_text("published\n", encoding="utf-8")
        paths = sorted((folder / "data").rglob("*.yml"))
        self.files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
        self.state = self._state()

    def mutants(self, count: int, seed: int) -> Iterator[Mutant]:
        """So many mutants; of each kind of mistake about as many."""
        chance = random.Random(seed)
        count_made = 0
        while count_made < count:
            file = chance.choice(list(self.files))
            kind = list(MISTAKES)[count_made % len(MISTAKES)]
            mutant = MISTAKES[kind](chance, file, self.files[file])
            if mutant is not None and mutant.content != self.files[file]:
                count_made += 1
                yield mutant.named(kind)

    def judge(self, mutant: Mutant, *, rendered: bool = False) -> Verdict:
        """Read and check the data with one file mutated; render the pages, too, if they are asked for."""
        path = self.root / mutant.file
        path.write_bytes(mutant.content)
        begun = time.process_time()
        try:
            verdict = self._judged(mutant, rendered)
        finally:
            took = time.process_time() - begun
            path.write_bytes(self.files[mutant.file])
        if took > LONGEST + (LONGEST if rendered else 0):  # All pages, in both languages, are a build.
            return Verdict(mutant, "slow", f"{took:.0f} s")
        if self._state() != self.state:
            return Verdict(mutant, "wrote", verdict.messages)
        return verdict

    def _judged(self, mutant: Mutant, rendered: bool) -> Verdict:
        try:
            report = load_report(self.root)
            if rendered:
                render_pages(
                    report, ROOT / "docs", open_data.site_context(report, open_data.make_files(report, ""), "")
                )
            return Verdict(mutant, "good", "rendered" if rendered else "")
        except ReportError as error:
            return Verdict(mutant, _answer(mutant, error.problems), error.render())
        except Exception:  # Whatever it is: no editor may see it.
            return Verdict(mutant, "crash", traceback.format_exc())

    def _state(self) -> dict[str, int]:
        """What stands in the folder: names and sizes; a mutated file is put back before this is asked."""
        return {str(path): path.stat().st_size for path in self.root.rglob("*") if path.is_file()}


def _answer(mutant: Mutant, problems: list[Problem]) -> str:
    if any(problem.code in GENERIC for problem in problems):
        return "generic"
    lines = [p.line for p in problems if p.file == mutant.file]
    elsewhere = [p for p in problems if mutant.file in p.render() and p.file != mutant.file]
    if any(mutant.first - NEAR <= line <= mutant.last + NEAR for line in lines):
        return "near"
    if any(_near_words(mutant, problem) for problem in elsewhere):
        return "near"
    return "file" if lines or elsewhere else "elsewhere"


def _near_words(mutant: Mutant, problem: Problem) -> bool:
    """Whether a message of another file names a line of the mutated one, as for what is given twice."""
    words = problem.render().split(f"{mutant.file}:")[1:]
    numbers = ["".join(c for c in word[:6].partition(")")[0] if c.isdigit()) for word in words]
    return any(number and mutant.first - NEAR <= int(number) <= mutant.last + NEAR for number in numbers)


@dataclass
class Tally:
    """The figures of a run."""

    answers: Counter[str] = field(default_factory=Counter)
    kinds: dict[str, Counter[str]] = field(default_factory=dict)
    missed: list[Verdict] = field(default_factory=list)
    rendered: int = 0

    def add(self, verdict: Verdict) -> None:
        self.answers[verdict.answer] += 1
        self.rendered += verdict.messages == "rendered"
        self.kinds.setdefault(verdict.mutant.kind, Counter())[verdict.answer] += 1
        if verdict.answer not in ("good", "near"):
            self.missed.append(verdict)

    def __str__(self) -> str:
        return f"{dict(self.answers)}; file named {self.named:.1%}, line {self.near:.1%}"

    @property
    def refused(self) -> int:
        return self.answers.total() - self.answers["good"]

    @property
    def named(self) -> float:
        """Share of the refused mutants whose file is named."""
        return (self.answers["near"] + self.answers["file"]) / max(self.refused, 1)

    @property
    def near(self) -> float:
        """Share of the refused mutants whose line is named too, within two."""
        return self.answers["near"] / max(self.refused, 1)


def run(count: int, seed: int) -> Iterator[Verdict]:
    """Make so many mutants and judge them; of what is good, one in `RENDERED` is rendered."""
    with tempfile.TemporaryDirectory() as folder:
        project = MutatedProject(Path(folder))
        good = rendered = 0
        for mutant in project.mutants(count, seed):
            verdict = project.judge(mutant)
            if verdict.answer == "good":
                if good >= rendered * RENDERED:  # One that the pages refuse leaves its turn to the next.
                    verdict = project.judge(mutant, rendered=True)
                    rendered += verdict.answer == "good"
                good += 1
            yield verdict


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", action="store_true", help="print each mutant that is not led to")
    options = parser.parse_args()
    tally = Tally()
    for verdict in run(options.count, options.seed):
        tally.add(verdict)
        if options.show and verdict.answer not in ("good", "near"):
            print(f"--- {verdict.answer}: {verdict.mutant}\n{verdict.messages[:1500]}", flush=True)  # noqa: T201  # It is a tool.
    for kind, answers in sorted(tally.kinds.items()):
        print(f"{kind:24} {dict(answers)}")  # noqa: T201
    print(tally)  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main())
