"""Builds for tests: the real site and the sample, each built once for all workers, and builds of a test's own.

Here belongs running the product's builds. What a test looks at belongs to the test.

A build of a sample runs in this process (`build`). One in a process of its own (`mkdocs`) takes a second more, and is
for what only a process has: its exit status, its output, its environment, its code.

Example::

    project = copy_sample(tmp_path / "project")
    assert build(project, strict=True).succeeded
"""

import atexit
import contextlib
import functools
import io
import logging
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from filelock import FileLock
from mkdocs.commands.build import build as build_site
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, ConfigurationError

from cache.store import secret_of
from charts import drawing
from publish.commands import main
from publish.summary import api as summary

ROOT = Path(__file__).parent.parent
ADDRESS = "https://example.org/report/"  # Reserved for examples: nobody answers there.
SAMPLES = ROOT / "samples"
SAMPLE = SAMPLES / "library/data"
CODE = ("cache", "charts", "languages", "macros", "publish", "report")
PROJECT = ("data", "docs", "overrides", "hooks.py", "mkdocs.yml")
NOT_DRAWN = ("content", "pages", "templates")
"""Folders of `.cache/` with what a build stores of its pages; the others hold drawings and PDFs."""

_shared: list[Path] = []


def share(folder: Path) -> None:
    """Say where the workers of this run find what is built once for all of them."""
    _shared[:] = [folder]


def built_once(name: str, make: Callable[[Path], None]) -> Path:
    """A folder that the first worker to ask for it makes; the others wait until it is whole.

    Args:
        name: Of the folder, the same for all who ask.
        make: Fills the folder it is given, which is not there yet.
    """
    if not _shared:  # A program besides the tests, which is alone.
        share(Path(tempfile.mkdtemp(prefix="built-")))
        atexit.register(shutil.rmtree, _shared[0], ignore_errors=True)
    folder = _shared[0] / name
    with FileLock(_shared[0] / f"{name}.lock"):
        if not folder.exists():
            new = folder.with_name(f"{name}.new")
            shutil.rmtree(new, ignore_errors=True)
            make(new)
            new.rename(folder)
    return folder


def mkdocs(*arguments: str, root: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run MkDocs on a project, in a process of its own, and return what it printed, whatever its exit status."""
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SITE_URL": "", "PYTHONPATH": str(ROOT), **environment}
    command = [sys.executable, "-m", "mkdocs", *arguments]
    return subprocess.run(command, cwd=root, env=env, capture_output=True, text=True, encoding="utf-8", check=False)


def report(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the command `report` in a folder, in this process, and return what it printed."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True) for _ in range(2))
    with as_a_command(folder), pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", ["report", *arguments])
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            status = main()
    texts = [stream.buffer.getvalue().decode("utf-8") for stream in (out, err)]  # type: ignore[attr-defined]
    return subprocess.CompletedProcess(arguments, status, *texts)


@dataclass(frozen=True)
class Build:
    """What became of a build.

    Attributes:
        succeeded: Whether MkDocs would end with 0.
        messages: Its warnings and errors, as its command prints them.
    """

    succeeded: bool
    messages: str


class _Warnings(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.levelname:<8} -  {record.getMessage()}")


def build(project: Path, *, strict: bool = False, address: str = "", site: Path | None = None) -> Build:
    """Build a project in this process, with the code that is loaded here, as `mkdocs build` does in its folder.

    Args:
        project: A folder with `mkdocs.yml`.
        strict: Whether a warning is an error.
        address: Where the site will stand.
        site: Where to build; the project's own folder for it unless given.

    Raises:
        Exception: Whatever is no error of MkDocs: its command would print a traceback.
    """
    with as_a_command(project, address) as warnings:
        try:
            folder = {"site_dir": str(site)} if site else {}
            config = load_config(str(project / "mkdocs.yml"), strict=strict, **folder)
            config.plugins.on_startup(command="build", dirty=False)
            try:
                build_site(config)
            finally:
                config.plugins.on_shutdown()
        except (Abort, ConfigurationError) as error:
            return Build(False, "\n".join([*warnings.lines, str(error)]))
    return Build(True, "\n".join(warnings.lines))


@contextmanager
def as_a_command(project: Path, address: str = "") -> Iterator[_Warnings]:
    """What MkDocs changes in its process is put back: environment, folder, paths of imports, handlers of the log.

    Charts and PDFs are made in this process: in one of its own, each first imports for a second or two.
    """
    logger, warnings = logging.getLogger("mkdocs"), _Warnings()
    handlers, level = logger.handlers[:], logger.level
    logger.handlers = [warnings]
    logger.setLevel(logging.INFO)
    try:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(sys, "path", sys.path[:])
            patch.setattr(drawing, "DRAWINGS_PER_PROCESS", sys.maxsize)
            patch.setattr(summary, "workers", lambda count, **_: ThreadPoolExecutor(count))
            patch.setenv("SITE_URL", address)
            patch.setenv("NO_MKDOCS_2_WARNING", "1")
            patch.chdir(project)
            yield warnings
    finally:
        logger.handlers = handlers
        logger.setLevel(level)


@functools.cache
def built_site() -> Path:
    """The folder of the real site, built with `--strict`."""

    def make(folder: Path) -> None:
        result = mkdocs("build", "--strict", "--quiet", "--site-dir", str(folder), SITE_URL=ADDRESS)
        assert result.returncode == 0, result.stderr

    return built_once("site", make)


@functools.cache
def built_sample() -> Path:
    """The sample report as a project, built with `--strict` below `ADDRESS`: it is there to be read and copied."""

    def make(folder: Path) -> None:
        lay_out_sample(folder)
        result = build(folder, strict=True, address=ADDRESS)
        assert result.succeeded, result.messages

    return built_once("sample", make)


def copy_drawings(target: Path, source: Path = ROOT) -> Path:
    """A folder with a report's drawings and PDFs, so that a test need not make them anew, and no pages."""
    if source == ROOT:
        built_site()  # They are there then, and nobody writes them while they are copied.
    if (source / ".cache").is_dir():
        unwanted = shutil.ignore_patterns(*NOT_DRAWN, ".*")  # Those with a point are still being written.
        shutil.copytree(source / ".cache", target / ".cache", ignore=unwanted)
        shutil.copy2(secret_of(source / ".cache"), secret_of(target / ".cache"))  # Without it no entry counts.
    return target


def copy_code(target: Path) -> Path:
    """Lay the product's code into a project, which is built with it in a process of its own: a test may damage it.

    It comes compiled, so that it need not be again; Python compiles what is newer than its compiled form.
    """
    for name in CODE:
        shutil.copytree(ROOT / name, target / name, ignore=shutil.ignore_patterns("*.pyc.*"))  # Still being written.
    return target


def copy_project(target: Path) -> Path:
    """A copy of the real report and of the code, which a test may damage."""
    _lay_out(target)
    return copy_code(copy_drawings(target))


def copy_sample(target: Path) -> Path:
    """A copy of the sample report, to be built in this process: a small one in the place of the real one."""
    lay_out_sample(target)
    return copy_drawings(target, built_sample())


def lay_out_sample(target: Path, name: str = SAMPLE.parent.name) -> None:
    """A sample report as a project, to be built in this process."""
    _lay_out(target)
    shutil.rmtree(target / "data")
    shutil.copytree(SAMPLES / name, target, dirs_exist_ok=True)


def _lay_out(target: Path) -> None:
    target.mkdir(parents=True, exist_ok=True)
    for name in PROJECT:
        source = ROOT / name
        shutil.copytree(source, target / name) if source.is_dir() else shutil.copy2(source, target / name)
