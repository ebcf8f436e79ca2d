"""Measure everything, write `bench/README.md`, compare with the committed ratios.

Example::

    python -m bench                     # about a quarter of an hour on two quiet cores
    python -m bench --runs 2 --largest 0
    python -m bench --accept            # writes the ratios that later runs are compared with
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from bench import builds, growth, preview, results
from bench.projects import ROOT, ours, plain


def main() -> int:
    """Measure, and write the results."""
    parser = argparse.ArgumentParser(prog="python -m bench")
    parser.add_argument("--runs", type=int, default=10, help="of each contestant (default: 10)")
    parser.add_argument("--largest", type=int, default=growth.LARGEST, help="size of the largest report; 0: none")
    parser.add_argument("--accept", action="store_true", help="write ratios.yml too")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        project = ours(folder / "ours")
        _log("a build from nothing, then its steps")
        whole, steps = builds.cold(project)
        others = plain(project, folder / "plain")
        _log("builds, in turns")
        built = builds.compared(project, others, options.runs)
        _log("previews, in turns")
        shown = preview.compared(project, others, options.runs)
        _log("larger reports")
        grown = growth.measure(folder, project / ".cache" / "charts", largest=options.largest)
    measured = results.Measured(whole, steps, built, shown, grown)
    sys.stdout.write(results.difference(measured))
    (ROOT / "bench" / "README.md").write_text(results.page(measured), encoding="utf-8", newline="\n")
    if options.accept:
        results.accept(measured)
    return 0


def _log(what: str) -> None:
    sys.stderr.write(f"bench: {what} …\n")


if __name__ == "__main__":
    sys.exit(main())
