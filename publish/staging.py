"""Whole or not at all: a build beside the published folder, and the swap at its end.

MkDocs empties its output folder before it renders, so a build that fails or is killed would leave
nothing good behind. Here it writes into `site.building` instead. The steps after it are renames, each
of them atomic, and each state between them can be told from the names alone:

    site.building           not finished: thrown away
    site.ready              whole: it will become `site`
    site.old                what `site` was: thrown away once `site` stands again

So at any moment `site`, `site.ready` or `site.old` is whole, and `recover` finishes what was broken off.

Example:
    >>> staging = Staging(Path("site"))  # doctest: +SKIP
    >>> build_into(staging.begin())  # doctest: +SKIP
    >>> staging.publish()  # doctest: +SKIP
"""

from __future__ import annotations

import shutil
from pathlib import Path


class Staging:
    """The published folder and its three neighbours."""

    def __init__(self, site: Path) -> None:
        self.site = site
        self.building = site.with_name(site.name + ".building")
        self.ready = site.with_name(site.name + ".ready")
        self.old = site.with_name(site.name + ".old")

    def begin(self) -> Path:
        """Settle what an earlier build left, and give an empty folder to build into.

        Raises:
            OSError: The folder can be neither emptied nor made.
        """
        self.recover()
        self.building.mkdir(parents=True)
        return self.building

    def publish(self) -> None:
        """Put the finished build in the place of the published folder.

        Raises:
            OSError: A rename failed; the next `recover` settles it.
        """
        self.building.rename(self.ready)
        self._swap()

    def discard(self) -> None:
        """Throw an unfinished build away; the published folder is not touched."""
        _remove(self.building)

    def recover(self) -> None:
        """Finish or undo what an interrupted build left behind."""
        self.discard()
        if self.ready.exists():
            self._swap()
        elif self.old.exists() and not self.site.exists():
            self.old.rename(self.site)
        _remove(self.old)

    def _swap(self) -> None:
        # `site.old` can stand only beside a whole `site.ready` here: `begin` has settled older ones.
        if self.site.exists():
            _remove(self.old)
            self.site.rename(self.old)
        self.ready.rename(self.site)
        _remove(self.old)


def _remove(folder: Path) -> None:
    if folder.is_symlink() or folder.is_file():
        folder.unlink()
    elif folder.exists():
        shutil.rmtree(folder)
