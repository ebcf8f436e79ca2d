"""The page of results, and the comparison with the committed ratios.

Belongs here: tables and words. Does not belong here: measuring. No name of a machine, path or address is written.
"""

from __future__ import annotations

import os
import platform
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import yaml

from bench.growth import FILTERED, SIZES, Growth
from bench.measure import Run, exponent, median, ratio

HERE = Path(__file__).parent
RATIOS = HERE / "ratios.yml"
STEPS = HERE / "STEPS.md"
PACKAGES = ("mkdocs", "mkdocs-material", "Markdown", "Jinja2", "PyYAML", "pydantic", "matplotlib", "typst", "zensical")
BUILD, PREVIEW = "plain MkDocs Material", "plain mkdocs serve, one page edited"
"""The contestants that others are compared with."""


@dataclass(frozen=True)
class Measured:
    """All that was measured."""

    cold: Run
    steps: Mapping[str, tuple[float, float]]
    builds: Mapping[str, Sequence[Run]]
    previews: Mapping[str, Sequence[Run]]
    growth: Growth


def ratios(measured: Measured) -> dict[str, float]:
    """What later runs are compared with: no seconds, since machines differ."""
    found = {}
    for runs, to in ((measured.builds, BUILD), (measured.previews, PREVIEW)):
        for name in runs:
            if name != to:
                found[f"{name}, time"] = ratio(runs, name, to)
                found[f"{name}, work"] = ratio(runs, name, to, "work")
    found["a build from nothing, time"] = measured.cold.seconds / median(measured.builds[BUILD])
    grown = measured.growth
    for name, sizes in (("from nothing", grown.first), ("one edit", grown.edited), ("PDFs", grown.pdfs)):
        found[f"growth {name}, work, exponent"] = exponent({size: sizes[size].work for size in SIZES})
        found[f"growth {name}, memory, exponent"] = exponent({size: sizes[size].memory for size in SIZES})
    return {name: round(value, 2) for name, value in found.items()}


def difference(measured: Measured) -> str:
    """Each ratio beside the committed one: for information, nothing fails."""
    known = yaml.safe_load(RATIOS.read_text(encoding="utf-8")) if RATIOS.is_file() else {}
    lines = [f"{'':66} {'now':>7} {'committed':>10} {'difference':>11}"]
    for name, now in ratios(measured).items():
        before = known.get(name)
        rest = f"{before:10.2f} {now / before - 1:+11.0%}" if before else f"{'–':>10} {'–':>11}"
        lines.append(f"{name:66} {now:7.2f} {rest}")
    return "\n".join(lines) + "\n"


def accept(measured: Measured) -> None:
    """Write the ratios that later runs are compared with."""
    text = "# Ratios of the run in README.md, written by `python -m bench --accept`; see there.\n"
    rows = yaml.safe_dump(ratios(measured), sort_keys=False, allow_unicode=True)
    RATIOS.write_text(text + rows, encoding="utf-8", newline="\n")


def page(measured: Measured) -> str:
    """The page of results as Markdown."""
    return "\n".join(_page(measured)) + "\n"


def _page(measured: Measured) -> Iterator[str]:
    yield "# How fast\n"
    yield "Written by `make bench`, which measures all of it in one run; contestants take turns. Time is by the clock,"
    yield "work is processor time with that of children. No run is left out. How it became so: [STEPS.md](STEPS.md).\n"
    yield from _machine()
    yield "\n## A build from nothing\n"
    yield f"`mkdocs build`, empty caches: {measured.cold.seconds:.1f} s, work {measured.cold.work:.1f} s, "
    yield f"{measured.cold.memory:.0f} MB at most. Its steps, run one by one:\n"
    rows = [(name, f"{seconds:.2f}", f"{work:.2f}") for name, (seconds, work) in measured.steps.items()]
    yield from _table(("step", "time, s", "work, s"), rows)
    yield "\nThe rest is MkDocs: Markdown, the theme's templates, search, files.\n"
    yield "## Builds beside others\n"
    yield "The same pages, both languages in one project: those that `report render` writes.\n"
    yield from _contest(measured.builds, BUILD)
    yield "\n## An edit in the preview\n"
    yield "From the saved file to the page that shows it. The others edit one Markdown file of one language.\n"
    yield from _contest(measured.previews, PREVIEW)
    yield "\n## Growth\n"
    yield from _growth(measured.growth)
    yield "\n## Every run\n"
    yield "Time and work in seconds.\n"
    for name, runs in (*measured.builds.items(), *measured.previews.items()):
        yield f"- {name}: " + ", ".join(f"{each.seconds:.2f} ({each.work:.2f})" for each in runs)


def _machine() -> Iterator[str]:
    versions = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    machine = f"{os.cpu_count()} cores, {_processor()}, {platform.system()}, Python {platform.python_version()}"
    yield f"{machine}; {versions}."


def _processor() -> str:
    """The processor's model, on Linux; the machine's architecture elsewhere."""
    file = Path("/proc/cpuinfo")
    lines = file.read_text(encoding="utf-8").splitlines() if file.is_file() else []
    models = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return models[0] if models else platform.machine()


def _contest(runs: Mapping[str, Sequence[Run]], to: str) -> Iterator[str]:
    rows = []
    for name, each in runs.items():
        times = f"{ratio(runs, name, to):.2f}", f"{ratio(runs, name, to, 'work'):.2f}"
        spread = f"{min(run.seconds for run in each):.2f}–{max(run.seconds for run in each):.2f}"
        rows.append((name, f"{len(each)}", f"{median(each):.2f}", spread, f"{median(each, 'work'):.2f}", *times))
    yield from _table(("", "runs", "time, median, s", "range", "work, median, s", "time, ratio", "work, ratio"), rows)


def _growth(grown: Growth) -> Iterator[str]:
    yield "Synthetic reports, seeded: every figure, indicator, result, commitment and chart so many times"
    yield "(`bench/synthetic.py`). The site without PDFs, its drawings found; then the six PDFs.\n"
    rows = []
    kinds = {"from nothing": grown.first, "nothing changed": grown.warm, "one edit": grown.edited, "PDFs": grown.pdfs}
    for name, sizes in kinds.items():
        for what, unit in (("work", "s"), ("memory", "MB")):
            cells = [f"{getattr(sizes[size], what):.1f}" if size in sizes else "–" for size in grown.first]
            power = exponent({size: getattr(sizes[size], what) for size in SIZES})
            rows.append((f"{name}, {what}, {unit}", *cells, f"{power:.2f}"))
    yield from _table(("", *(f"{size} ×" for size in grown.first), "exponent, 1–10 ×"), rows)
    drawn = ", ".join(f"{count:g} at {size} ×" for size, count in grown.drawn.items())
    yield f"\nCharts drawn anew after one edit: {drawn}."
    times = ", ".join(f"{each:.0f}" for each in grown.filtered) or "no browser"
    yield f"Filter of the list of figures at {FILTERED} ×, each change until it is laid out, ms: {times}."


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield "| " + " | ".join(head) + " |"
    yield "|" + "---|" * len(head)
    for row in rows:
        yield "| " + " | ".join(row) + " |"
