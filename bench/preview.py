"""The preview: how long after an edit the new page is served, here and in plain `mkdocs serve`.

Belongs here: two servers side by side, edited in turns. Time is by the clock from the saved file to the answer
that holds the edit; it includes the quarter of a second for which MkDocs waits for further edits.
"""

from __future__ import annotations

import os
import socket
import subprocess
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.edits import charted_figure, plain_figure
from bench.measure import Run, in_turns
from bench.projects import PYTHON

TIMEOUT = 120
"""Seconds, after which a preview that does not show an edit has failed."""
POLL = 0.02
"""Seconds between two requests."""


def compared(ours: Path, plain: Path, times: int) -> dict[str, list[Run]]:
    """Runs of each, in turns, each after one that is not counted.

    Raises:
        RuntimeError: A preview did not show an edit.
    """
    with served(ours) as (our_address, our_process), served(plain) as (address, process):

        def our_edit(edits: Callable[[], str], id: str) -> Callable[[], Run]:
            return lambda: _shown(edits, f"{our_address}en/figures/{id}/", our_process)

        charted, single = charted_figure("p"), plain_figure()
        page = plain / "docs/en/figures" / charted.id / "index.md"
        number = iter(range(1000))

        def plain_edit() -> str:
            new = f"edited-{next(number)}"
            with page.open("a", encoding="utf-8") as stream:
                stream.write(f"\n\n{new}\n")
            return new

        contestants = {
            "plain mkdocs serve, one page edited": lambda: _shown(
                plain_edit, f"{address}en/figures/{charted.id}/", process
            ),
            "our preview, a figure of a chart edited": our_edit(lambda: charted.make(ours), charted.id),
            "our preview, another figure edited": our_edit(lambda: single.make(ours), single.id),
        }
        for once in contestants.values():
            once()
        return in_turns(contestants, times)


@contextmanager
def served(project: Path) -> Iterator[tuple[str, int]]:
    """A running preview: its address and its process."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = (PYTHON, "-m", "mkdocs", "serve", "--quiet", "--dev-addr", f"127.0.0.1:{port}")
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    process = subprocess.Popen(command, cwd=project, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait(f"http://127.0.0.1:{port}/", "<article")
        yield f"http://127.0.0.1:{port}/", process.pid
    finally:
        process.terminate()
        process.wait()


def _shown(edit: Callable[[], str], address: str, process: int) -> Run:
    work, start = _work(process), time.perf_counter()
    _wait(address, edit())
    return Run(time.perf_counter() - start, _work(process) - work)


def _wait(address: str, text: str) -> None:
    end = time.monotonic() + TIMEOUT
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(address, timeout=TIMEOUT) as answer:
                if text in answer.read().decode():
                    return
        except OSError:
            pass
        time.sleep(POLL)
    raise RuntimeError(f"{address}: {text}")


def _work(process: int) -> float:
    """Seconds of processor of a running process, on Linux; 0 elsewhere."""
    file = Path(f"/proc/{process}/stat")
    if not file.is_file():
        return 0
    fields = file.read_text(encoding="utf-8").rpartition(")")[2].split()
    return sum(int(fields[place]) for place in (11, 12)) / os.sysconf("SC_CLK_TCK")
