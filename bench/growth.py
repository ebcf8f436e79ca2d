"""Larger reports: time, memory, how much one edit draws, how fast the list of figures is filtered.

Belongs here: sizes and what is measured at each. Does not belong here: making the reports (`synthetic`). The
annual summary's PDFs are measured on their own and not at 30 times: they would have a thousand pages.
"""

from __future__ import annotations

import contextlib
import functools
import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from bench.edits import charted_figure
from bench.measure import Run, run
from bench.projects import PYTHON, REPORT, ROOT, ours
from cache.store import secret_of

SIZES = (1, 3, 10)
"""How many times this report: exponents come from these."""
LARGEST = 30
FILTERED = 10
"""At this size the list of figures is filtered in a browser."""
SEED = 2026
SITE = (PYTHON, str(ROOT / "bench" / "without_pdfs.py"), "build", "--quiet")
PDFS = (*REPORT, "pdf", "pdf")

# Milliseconds from a key in the filter until the page has been laid out: the first characters of a label, numerals.
TIMED = """() => {
  const label = document.querySelector("table.figures .key").textContent.trim();
  return [label.slice(0, 1), label.slice(0, 2), label.slice(0, 4), "1", "2024", ""].map((word) => {
  const form = document.querySelector("form.bar"), start = performance.now();
  form.elements.q.value = word;
  form.elements.q.dispatchEvent(new Event("input", { bubbles: true }));
  document.body.getBoundingClientRect();
  return performance.now() - start;
  });
}"""


@dataclass
class Growth:
    """What was measured, by size.

    Attributes:
        first: The site from nothing, its drawings in the cache.
        warm: With nothing changed.
        edited: With a changed label of one figure that is in one chart.
        pdfs: The annual summary, all six files.
        drawn: How many charts were drawn again after that edit.
        filtered: Milliseconds for each change of the filter.
    """

    first: dict[int, Run] = field(default_factory=dict)
    warm: dict[int, Run] = field(default_factory=dict)
    edited: dict[int, Run] = field(default_factory=dict)
    pdfs: dict[int, Run] = field(default_factory=dict)
    drawn: dict[int, float] = field(default_factory=dict)
    filtered: list[float] = field(default_factory=list)


def measure(folder: Path, drawings: Path, *, largest: int = LARGEST) -> Growth:
    """Build reports of each size.

    Args:
        folder: Where they are made; one after another, since a large one takes a gigabyte of disk.
        drawings: The drawings in the cache of this report: drawing is timed by `builds`.
        largest: The size that is built once; no more than the other sizes, to leave it out.
    """
    grown = Growth()
    for size in (*SIZES, *([largest] if largest > max(SIZES) else [])):
        project = ours(folder / "grown", times=size, seed=SEED)
        shutil.copytree(drawings, project / ".cache" / "charts")
        shutil.copy2(secret_of(drawings.parent), secret_of(project / ".cache"))
        _draw_missing(project)
        grown.first[size] = run(SITE, project)
        if size <= max(SIZES):
            _measure_again(grown, project, size)
        if size == FILTERED:
            grown.filtered = _filter(project / "site")
    shutil.rmtree(folder / "grown")
    return grown


def _draw_missing(project: Path) -> None:
    """Draw the charts that show every entry, which differ in a larger report, so that they are not timed."""
    run((PYTHON, str(ROOT / "bench" / "steps.py"), "--draw"), project)


def _measure_again(grown: Growth, project: Path, size: int) -> None:
    grown.warm[size] = run(SITE, project)
    charts = project / ".cache" / "charts"
    before = set(charts.iterdir())
    charted_figure("g").make(project)
    grown.edited[size] = run(SITE, project)
    grown.drawn[size] = len(set(charts.iterdir()) - before) / FORMS
    grown.pdfs[size] = run(PDFS, project)


FORMS = 4
"""Drawings of one chart in the language of the label that is edited: two widths for pages, a vector file, a picture."""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *arguments: object) -> None:
        pass


@contextlib.contextmanager
def _served(site: Path) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(site))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def _filter(site: Path) -> list[float]:
    """Milliseconds for each change of the filter; nothing where there is no browser."""
    from playwright.sync_api import Error, sync_playwright

    with _served(site) as address, sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(
                executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
            )
        except Error:
            return []
        page = browser.new_page()
        page.goto(f"{address}figures/")
        times: list[float] = page.evaluate(TIMED)
        browser.close()
    return times
