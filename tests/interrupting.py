"""Ending a program where it hurts most: killed at one of its writes, or on a full disk.

Here belongs what several test modules do to a program. What must stand afterwards belongs to them.
"""

import os
import signal
import sys
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

EVENTS = ("os.mkdir", "os.rename", "os.remove", "os.chmod")


def killed_at(step: int, action: Callable[[], object]) -> bool:
    """Run an action in a process of its own, and kill it before one of its changes of a file.

    Changes are opening to write, `EVENTS` and, as its last one, `fsync`; what is then written is cut to half of it, as
    when the machine stops too.

    Args:
        step: Which change, from 1.
        action: What runs.

    Returns:
        Whether there was such a change.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # pytest's threads do not matter to a process that ends.
        process = os.fork()
    if process:
        return os.WIFSIGNALED(os.waitpid(process, 0)[1])
    left = step

    def count() -> None:
        nonlocal left
        left -= 1
        if not left:
            os.kill(os.getpid(), signal.SIGKILL)

    def watch(event: str, details: tuple[Any, ...]) -> None:
        if event in EVENTS or (event == "open" and details[2] & (os.O_WRONLY | os.O_RDWR)):
            count()

    sync = os.fsync

    def cut(number: int) -> None:
        size = os.fstat(number).st_size
        if left == 1 and os.path.isfile(f"/proc/self/fd/{number}"):  # noqa: PTH113 # A link without a name of its own.
            os.truncate(number, size // 2)
        count()
        sync(number)

    try:
        os.fsync = cut
        sys.addaudithook(watch)
        action()
    finally:
        os._exit(0)


def together(*actions: Callable[[], object]) -> None:
    """Run actions in processes of their own, all at once, to their end."""
    processes = []
    for action in actions:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)
            processes.append(os.fork())
        if not processes[-1]:
            try:
                action()
            finally:
                os._exit(0)
    for process in processes:
        os.waitpid(process, 0)


@contextmanager
def full_disk(size: int = 0) -> Iterator[None]:
    """No file may grow beyond a size in bytes."""
    resource = pytest.importorskip("resource", reason="Windows has no such limit")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def content(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, but for the lock."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != ".report.lock")
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
