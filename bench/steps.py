"""The time of each step of a build, run in one process and written into a file as a list.

Belongs here: the order of a build as `publish.cache.site_content` has it. Run in the folder of a project:

    python bench/steps.py steps.json
    python bench/steps.py --draw        # draws what is missing, and nothing else
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_times: list[tuple[str, float, float]] = []


@contextmanager
def step(name: str) -> Iterator[None]:
    """Measure the time of the block."""
    seconds, work = time.perf_counter(), sum(os.times()[:4])
    yield
    _times.append((name, time.perf_counter() - seconds, sum(os.times()[:4]) - work))


def main(root: Path, target: Path) -> None:
    """Run all steps of a build except MkDocs' own."""
    sys.path.insert(0, str(root))
    with step("imports"):
        from macros.charts import draw_all
        from macros.pages import CACHE, render_pages
        from publish import cards
        from publish.data import files as open_data
        from publish.summary import pdf as summary_pdf
        from publish.summary.document import documents, view_of
        from report.load import load_report, read_report
    with step("read YAML"):
        read_report(root)
    with step("check"):
        report = load_report(root)
    with step("draw charts, on all cores"):
        draw_all(report, root / CACHE, lambda done, count: None)
    with step("open data"):
        data = open_data.make_files(report, "")
    with step("render pages to Markdown"):
        pages = render_pages(report, root / "docs", open_data.site_context(data, ""))
    with step("draw share cards, on all cores"):
        cards.make_cards(report, pages, root)
    for language in ("zh", "en"):
        for end, document in documents(view_of(report, language, root / CACHE), "").items():
            with step(f"PDF annual-summary-{language}{end}"):
                summary_pdf.make_pdf(document, report.edition.published)
    target.write_text(json.dumps(_times), encoding="utf-8")


def draw(root: Path) -> None:
    """Draw the charts that are not drawn yet."""
    sys.path.insert(0, str(root))
    from macros.charts import draw_all
    from macros.pages import CACHE
    from report.load import load_report

    draw_all(load_report(root), root / CACHE, lambda done, count: None)


if __name__ == "__main__":  # Drawing starts processes that read this file too.
    if sys.argv[1] == "--draw":
        draw(Path.cwd())
    else:
        main(Path.cwd(), Path(sys.argv[1]))
