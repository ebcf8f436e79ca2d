"""Atomic publishing: a build beside the published folder, and the swap at its end.

MkDocs empties its output folder before it renders, so a build that fails or is killed would leave
no site. Here it writes into `site.building` instead. The steps after it are renames, each of them atomic,
and the names alone show the state between them:

    site.building           incomplete: removed
    site.ready              complete: becomes `site`
    site.old                the former `site`: removed once `site` exists again
    site.lock               held by the running build; the system releases it if the build is killed

So at any moment `site`, `site.ready` or `site.old` is complete, and `recover` completes an interrupted swap.

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
    """The published folder and those beside it."""

    def __init__(self, site: Path) -> None:
        self.site = site
        self.building = site.with_name(site.name + ".building")
        self.ready = site.with_name(site.name + ".ready")
        self.old = site.with_name(site.name + ".old")
        self._lock = FileLock(site.with_name(site.name + ".lock"))

    def begin(self) -> Path:
        """Clean up after an earlier build, and give an empty folder to build into.

        Waits for a running build, until it calls `publish` or `discard`.

        Raises:
            OSError: The folder can be neither emptied nor made.
        """
        self._acquire()
        self._settle()
        self.building.mkdir()
        return self.building

    def publish(self) -> None:
        """Replace the published folder by the build.

        Raises:
            OSError: A rename failed; the next `recover` completes it.
        """
        self.building.rename(self.ready)
        self._settle()
        self._lock.release()

    def discard(self) -> None:
        """Remove an incomplete build; the published folder is not touched."""
        if self._lock.is_locked:
            _remove(self.building)
            self._lock.release()

    def recover(self) -> None:
        """Complete or undo an interrupted build."""
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


def write_error(error: OSError, staging: Staging | None) -> PluginError:
    """MkDocs' error for a folder that cannot be written, on a full disk for example.

    Args:
        error: The system's error.
        staging: The folders of the build; none where it had not begun.
    """
    return PluginError(os_error_problem(error, str(staging.site) if staging else "site").render())


def _remove(folder: Path) -> None:
    if folder.is_symlink() or folder.is_file():
        folder.unlink()
    elif folder.exists():
        shutil.rmtree(folder)
