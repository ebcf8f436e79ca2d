"""Builds: from nothing once, with nothing changed, with one figure edited; beside others on the same pages; the PDFs.

Belongs here: what is built. Does not belong here: the preview (`preview`), larger reports (`growth`).
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

from bench.edits import charted_figure
from bench.measure import Run, in_turns, run
from bench.projects import MKDOCS, PYTHON, ROOT, ZENSICAL


def compared(ours: Path, plain: Path, times: int) -> dict[str, list[Run]]:
    """Runs of each contestant, in turns, each after one that is not counted."""
    figure = charted_figure("b")

    def edited() -> Run:
        figure.make(ours)
        return run(MKDOCS, ours)

    zensical = plain.with_name("zensical")
    shutil.copytree(plain, zensical, ignore=shutil.ignore_patterns("site", ".cache"))
    contestants: dict[str, Callable[[], Run]] = {
        "plain MkDocs Material": lambda: run(MKDOCS, plain),
        "ours, nothing changed": lambda: run(MKDOCS, ours),
        "ours, a figure of a chart edited (chart and PDFs made anew)": edited,
        "Zensical": lambda: run(ZENSICAL, zensical),
    }
    for once in contestants.values():
        once()
    return in_turns(contestants, times)


def cold(ours: Path) -> tuple[Run, dict[str, tuple[float, float]]]:
    """A build from nothing, and seconds and work of each of its steps, run one by one from nothing again."""
    clear_caches(ours)
    whole = run(MKDOCS, ours)
    clear_caches(ours)
    file = ours / "steps.json"
    run((PYTHON, str(ROOT / "bench" / "steps.py"), str(file)), ours)
    return whole, {name: (seconds, work) for name, seconds, work in json.loads(file.read_text("utf-8"))}


def clear_caches(project: Path) -> None:
    """Empty the caches."""
    shutil.rmtree(project / ".cache", ignore_errors=True)
