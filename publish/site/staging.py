"""Atomic publishing: a build beside the published folder, and the exchange of the two at its end.

MkDocs empties its output folder before it renders, so a build that fails or is killed would leave no site. Here it
writes into a folder beside it. The names tell how far an interrupted build came:

    .site.building          incomplete: removed
    .site.ready             complete, with the file `.report-new`: exchanged with `site`; without it, the former `site`
    .site.lock              held by the running build; the system releases it if the build is killed

The exchange is one step of the system, so that a server finds a whole site at any moment. Where the system has no such
step, or `site` is a mount point, files are replaced one by one, the home page last; `recover` completes that.

`site` may hold files of its owner or of other tools: `.git`, `CNAME`, whatever else. Only what a build wrote is
replaced or removed: the file `.report-files` lists it. A folder with other files and no list is not published into.

Example:
    >>> staging = Staging(Path("site"))  # doctest: +SKIP
    >>> build_into(staging.begin())  # doctest: +SKIP
    >>> staging.publish()  # doctest: +SKIP
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

from filelock import AcquireReturnProxy, FileLock
from mkdocs.exceptions import PluginError

from publish.site.exchange import exchange
from report.problems import Problem, os_error_problem

FILES = ".report-files"
"""The list of a folder's files that a build wrote, a line each."""
NEW = ".report-new"
"""Marks a complete build that is not published yet."""
_OWNERS = {"CNAME"}
"""Files of hosts, which no build writes and earlier versions of this program did not list either."""
_EARLIER = Path("search") / "search_index.json"
"""What every site of an earlier version has, which wrote no list."""


class Staging:
    """The published folder and those beside it. A symbolic link is followed, and stays."""

    def __init__(self, site: Path) -> None:
        self.site = site.resolve()
        self.building, self.ready = self._beside("building"), self._beside("ready")
        self._lock = FileLock(self._beside("lock"))

    def _beside(self, end: str) -> Path:
        return self.site.with_name(f".{self.site.name}.{end}")

    def problem(self, root: Path, sources: Iterable[Path]) -> Problem | None:
        """Why nothing may be published here: it would replace files that no build wrote.

        Args:
            root: The project's folder.
            sources: Folders that hold what the site is built from.
        """
        root = root.resolve()
        above = (self.site, *self.site.parents)
        if self.site in (root, *root.parents) or any(source.resolve() in above for source in sources):
            return Problem(str(self.site), 0, "", "target-sources")
        if self.site.exists() and not self._ours():
            return Problem(str(self.site), 0, "", "target-not-ours")
        return None

    def _ours(self) -> bool:
        """Whether a build may have written the folder: it has a list of files, is an earlier version's, or is empty."""
        if not self.site.is_dir():
            return False
        listed = (self.site / FILES).is_file() or (self.site / _EARLIER).is_file()
        return listed or not [path for path in self.site.iterdir() if not _is_owners(path)]

    def begin(self) -> Path:
        """Clean up after an earlier build, and give an empty folder to build into.

        Waits for a running build, until it calls `publish` or `discard`.

        Raises:
            OSError: The folder can be neither emptied nor made.
        """
        self._acquire()
        self._settle()
        self.building.mkdir()
        (self.building / FILES).touch()  # MkDocs leaves hidden files when it empties the folder.
        return self.building

    def publish(self) -> None:
        """Replace the published folder by the build.

        Raises:
            OSError: A step failed; the next `recover` completes it.
        """
        written = sorted(path.relative_to(self.building).as_posix() for path in _files(self.building))
        (self.building / FILES).write_text("".join(f"{name}\n" for name in written), encoding="utf-8", newline="\n")
        (self.building / NEW).touch()
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
        if (self.ready / NEW).exists():
            if not self.site.exists():
                self.ready.rename(self.site)
            elif not exchange(self.ready, self.site):
                self._replace_files()
        if self.ready.exists():  # The former site, or what of the new one has been copied.
            if self.site.is_dir():
                _move_strangers(self.ready, self.site)
                _remove(self.ready)
            else:
                self.ready.rename(self.site)
        (self.site / NEW).unlink(missing_ok=True)

    def _replace_files(self) -> None:
        """Put the files of the build in place one by one, the home page last, then remove those it has not."""
        new, old = _listed(self.ready), _listed(self.site)
        for name in sorted(new, key=lambda name: (name.endswith("index.html"), name.count("/") == 0, name)):
            target, beside = self.site / name, (self.site / name).with_name(f".{Path(name).name}.new")
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(self.ready / name, beside)
            beside.replace(target)
        for name in old - new:
            (self.site / name).unlink(missing_ok=True)
            _remove_empty((self.site / name).parent, self.site)
        shutil.copy2(self.ready / FILES, self.site / FILES)
        (self.ready / NEW).unlink()

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


def _files(folder: Path) -> Iterator[Path]:
    """The files of a folder and those below it, without the list and the mark."""
    for path in folder.rglob("*"):
        if (path.is_symlink() or not path.is_dir()) and path.name not in (FILES, NEW):
            yield path


def _listed(folder: Path) -> set[str]:
    """The files of a folder that a build wrote, by their path in it."""
    if (folder / FILES).is_file():
        return set((folder / FILES).read_text(encoding="utf-8").splitlines())
    paths = (path.relative_to(folder) for path in _files(folder))
    return {path.as_posix() for path in paths if not _is_owners(Path(path.parts[0]))}


def _is_owners(path: Path) -> bool:
    return path.name.startswith(".") or path.name in _OWNERS


def _move_strangers(old: Path, new: Path) -> None:
    """Move what no build wrote, whole folders where they hold nothing else; what the new folder has too stays there."""
    ours = _listed(old)
    above = {parent.as_posix() for name in ours for parent in Path(name).parents}
    for folder, subfolders, names in os.walk(old):
        for name in [*subfolders, *names]:
            path = Path(folder) / name
            place = path.relative_to(old).as_posix()
            if place in ours or place in above or name in (FILES, NEW):
                continue
            if not (new / place).exists():
                (new / place).parent.mkdir(parents=True, exist_ok=True)
                path.rename(new / place)
                if name in subfolders:
                    subfolders.remove(name)


def _remove(folder: Path) -> None:
    """Remove a folder of a build; one that is not is left, and the step that needs its name fails."""
    if (folder / FILES).exists():
        for path in folder.iterdir():
            if path.name != FILES:  # Last of all: whoever is killed here leaves a folder that is still known.
                shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()
        shutil.rmtree(folder)
    elif folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()


def _remove_empty(folder: Path, above: Path) -> None:
    while folder != above and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
