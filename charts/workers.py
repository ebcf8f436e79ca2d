"""Processes that work for a build and end with it.

Belongs here: starting them, and noticing that who started a process is gone. Does not belong here: what they do.
"""

from __future__ import annotations

import os
import signal
import time
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from multiprocessing import get_context, parent_process
from threading import Thread

PAUSE = 0.5
"""Seconds between two looks at who is the parent of a build."""


def workers(count: int, *, tasks_each: int | None = None) -> ProcessPoolExecutor:
    """A pool of processes, which end at once where the build is killed.

    They are spawned, so that nothing of this process is copied: threads, open files, memory.

    Args:
        count: How many.
        tasks_each: After how many tasks one is replaced, which frees its memory; never unless given.
    """
    start = get_context("spawn")
    return ProcessPoolExecutor(count, mp_context=start, initializer=_end_with_the_build, max_tasks_per_child=tasks_each)


def _end_with_the_build() -> None:
    Thread(target=_wait_for_its_end, daemon=True).start()


def _wait_for_its_end() -> None:
    if (build := parent_process()) is not None:
        build.join()
        os._exit(1)  # The work is for nobody: neither files nor pipes are to be closed in order.


@cache
def end_with_parent() -> None:
    """End this process as SIGTERM does once its parent has ended, such as make or a job that was stopped.

    One that was started to outlive its parent, by `nohup`, ignores SIGHUP and goes on. Windows tells no process that
    its parent has ended.
    """
    if os.name == "posix" and signal.getsignal(signal.SIGHUP) != signal.SIG_IGN:
        Thread(target=_watch_parent, args=(os.getppid(),), daemon=True).start()


def _watch_parent(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(PAUSE)
    os.kill(os.getpid(), signal.SIGTERM)
