"""Processes of a build end with it, and a build with who started it."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
WORK = """
import os, sys, time
from charts.workers import workers
if __name__ == "__main__":
    with workers(2) as pool:
        print(*(pool.submit(os.getpid).result() for _ in range(2)), flush=True)
        pool.submit(time.sleep, 60), pool.submit(time.sleep, 60)
        time.sleep(60)
"""
BUILD = (
    "import time; from charts.workers import end_with_parent; end_with_parent(); print(1, flush=True); time.sleep(60)"
)
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT)}


def seconds_until_closed(process: subprocess.Popen[str]) -> float:
    """How long what reads a process's output waits for its end: until no process of it is left."""
    begun = time.monotonic()
    process.communicate(timeout=30)
    return time.monotonic() - begun


@pytest.mark.parametrize("signal_number", [signal.SIGTERM, signal.SIGKILL])
def test_workers_end_with_their_build(signal_number: signal.Signals, tmp_path: Path) -> None:
    script = tmp_path / "build.py"
    script.write_text(WORK, encoding="utf-8")
    with subprocess.Popen([sys.executable, script], stdout=subprocess.PIPE, encoding="utf-8", env=ENVIRONMENT) as build:
        assert build.stdout is not None
        assert build.stdout.readline().split()  # They are at work.
        build.send_signal(signal_number)
        assert seconds_until_closed(build) < 2


def test_a_build_ends_with_what_started_it() -> None:
    command = ["sh", "-c", f"'{sys.executable}' -c '{BUILD}' & wait"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, encoding="utf-8", env=ENVIRONMENT,
        preexec_fn=lambda: signal.signal(signal.SIGHUP, signal.SIG_DFL),  # The tests may run under nohup themselves.
    ) as shell:  # fmt: skip
        assert shell.stdout is not None
        assert shell.stdout.readline() == "1\n"
        shell.kill()
        assert seconds_until_closed(shell) < 2


def test_a_build_that_is_to_outlive_its_parent_goes_on() -> None:
    command = ["sh", "-c", f"nohup '{sys.executable}' -c '{BUILD}' & echo $!; wait"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8", env=ENVIRONMENT) as shell:
        assert shell.stdout is not None
        build, said = int(shell.stdout.readline()), shell.stdout.readline()
        shell.kill()
        time.sleep(1.5)
        os.kill(build, signal.SIGKILL)  # Raises where it had ended.
        assert said == "1\n"
