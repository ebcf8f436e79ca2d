"""Measure everything, tell it in `bench/README.md`, compare it with the committed ratios.

Example::

    python -m bench                     # about a quarter of an hour on two quiet cores
    python -m bench --runs 2 --largest 0
    python -m bench --accept            # what is measured becomes what later runs are compared with
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from bench import builds, growth, preview, tell
from bench.projects import ROOT, ours, plain


def main() -> int:
    """Measure and tell."""
    parser = argparse.ArgumentParser(prog="python -m bench")
    parser.add_argument("--runs", type=int, default=10, help="of each contestant (default: 10)")
    parser.add_argument("--largest", type=int, default=growth.LARGEST, help="size of the largest report; 0: none")
    parser.add_argument("--accept", action="store_true", help="write ratios.yml too")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        project = ours(folder / "ours")
        _say("a build from nothing, then its steps")
        whole, steps = builds.cold(project)
        others = plain(project, folder / "plain")
        _say("builds, in turns")
        built = builds.compared(project, others, options.runs)
        _say("previews, in turns")
        shown = preview.compared(project, others, options.runs)
        _say("larger reports")
        grown = growth.measure(folder, project / ".cache" / "charts", largest=options.largest)
    measured = tell.Measured(whole, steps, built, shown, grown)
    sys.stdout.write(tell.difference(measured))
    (ROOT / "bench" / "README.md").write_text(tell.page(measured), encoding="utf-8", newline="\n")
    if options.accept:
        tell.accept(measured)
    return 0


def _say(what: str) -> None:
    sys.stderr.write(f"bench: {what} …\n")


if __name__ == "__main__":
    sys.exit(main())
