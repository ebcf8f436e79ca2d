"""Atomic publishing: a build beside the published folder, and the swap at its end.

MkDocs empties its output folder before it renders, so a build that fails or is killed would leave
nothing good behind. Here it writes into `site.building` instead. The steps after it are renames, each
of them atomic, and each state between them can be told from the names alone:

    site.building           not finished: thrown away
    site.ready              whole: it will become `site`
    site.old                what `site` was: thrown away once `site` stands again
    site.lock               held by the build that is running, and let go by the system if it is killed

So at any moment `site`, `site.ready` or `site.old` is whole, and `recover` finishes what was broken off.

Example:
    >>> staging = Staging(Path("site"))  # doctest: +SKIP
    >>> build_into(staging.begin())  # doctest: +SKIP
    >>> staging.publish()  # doctest: +SKIP
"""

from __future__ import annotations

import shutil
from pathlib import Path

from filelock import AcquireReturnProxy, FileLock
from mkdocs.exceptions import PluginError

from report.problems import os_error_problem


class Staging:
    """The published folder and its neighbours."""

    def __init__(self, site: Path) -> None:
        self.site = site
        self.building = site.with_name(site.name + ".building")
        self.ready = site.with_name(site.name + ".ready")
        self.old = site.with_name(site.name + ".old")
        self._lock = FileLock(site.with_name(site.name + ".lock"))

    def begin(self) -> Path:
        """Settle what an earlier build left, and give an empty folder to build into.

        A build that runs already is waited for: `publish` or `discard` lets the next one begin.

        Raises:
            OSError: The folder can be neither emptied nor made.
        """
        self._acquire()
        self._settle()
        self.building.mkdir()
        return self.building

    def publish(self) -> None:
        """Put the finished build in the place of the published folder.

        Raises:
            OSError: A rename failed; the next `recover` settles it.
        """
        self.building.rename(self.ready)
        self._settle()
        self._lock.release()

    def discard(self) -> None:
        """Throw an unfinished build away; the published folder is not touched."""
        if self._lock.is_locked:
            _remove(self.building)
            self._lock.release()

    def recover(self) -> None:
        """Finish or undo what an interrupted build left behind."""
        with self._acquire():
            self._settle()

    def _settle(self) -> None:
        _remove(self.building)
        if self.ready.exists():
            if self.site.exists():
                _remove(self.old)
                self.site.rename(self.old)
            self.ready.rename(self.site)
        elif self.old.exists() and not self.site.exists():
            self.old.rename(self.site)
        _remove(self.old)

    def _acquire(self) -> AcquireReturnProxy[FileLock]:
        """Wait for the lock, however long the build that holds it takes."""
        self.site.parent.mkdir(parents=True, exist_ok=True)
        return self._lock.acquire()


def refusal(error: OSError, staging: Staging | None) -> PluginError:
    """How a build ends that the system does not let write, on a full disk for example.

    Args:
        error: What the system said.
        staging: Where the build went; none where it had not begun.
    """
    return PluginError(os_error_problem(error, str(staging.site) if staging else "site").render())


def _remove(folder: Path) -> None:
    if folder.is_symlink() or folder.is_file():
        folder.unlink()
    elif folder.exists():
        shutil.rmtree(folder)
