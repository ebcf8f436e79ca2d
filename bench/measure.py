"""Runs of commands with their time and memory, and statistics of them.

Contestants take turns, so that other work of the machine affects all of them alike; results are ratios.

Belongs here: numbers. Does not belong here: which commands are run.

Example::

    runs = in_turns({"plain": lambda: run([...], Path("a")), "ours": lambda: run([...], Path("b"))}, times=10)
    ratio(runs, "ours", "plain")
"""

from __future__ import annotations

import math
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Run:
    """One run.

    Attributes:
        seconds: By the clock.
        work: Seconds of processor, its children's included; less affected by other processes.
        memory: Megabytes at most, of its largest process; 0 where that was not measured.
    """

    seconds: float
    work: float
    memory: float = 0


Runs = Mapping[str, Sequence[Run]]


def run(command: Sequence[str], folder: Path, **environment: str) -> Run:
    """Run a command to its end.

    Raises:
        RuntimeError: It failed; the message is its output.
    """
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true", **environment}
    with tempfile.TemporaryFile() as output:
        start = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, env=env, stdout=output, stderr=output)
        _, status, used = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            output.seek(0)
            raise RuntimeError(f"{' '.join(command)}\n{output.read().decode()}")
    bytes_each = 1 if sys.platform == "darwin" else 1024
    return Run(seconds, used.ru_utime + used.ru_stime, used.ru_maxrss * bytes_each / 1e6)


def in_turns(contestants: Mapping[str, Callable[[], Run]], times: int) -> dict[str, list[Run]]:
    """Each contestant in turn, so many times; the order is reversed each time."""
    runs: dict[str, list[Run]] = {name: [] for name in contestants}
    for number in range(times):
        for name in list(contestants)[:: -1 if number % 2 else 1]:
            runs[name].append(contestants[name]())
    return runs


def median(runs: Sequence[Run], what: str = "seconds") -> float:
    """The median of one of the values of `Run`."""
    return statistics.median(getattr(each, what) for each in runs)


def ratio(runs: Runs, of: str, to: str, what: str = "seconds") -> float:
    """How many times as much one contestant takes as another, by their medians."""
    return median(runs[of], what) / median(runs[to], what)


def exponent(values: Mapping[int, float]) -> float:
    """The power of its size with which a value grows: 1 is linear. Least squares in logarithms."""
    points = [(math.log(size), math.log(value)) for size, value in values.items()]
    across, up = (statistics.mean(axis) for axis in zip(*points, strict=True))
    return sum((x - across) * (y - up) for x, y in points) / sum((x - across) ** 2 for x, _ in points)
