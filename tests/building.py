"""The real site, built once for all tests that look at it, as it would stand below a sub-path.

Here belongs running the product's own commands from tests. What a test looks at belongs to the test.
"""

import atexit
import functools
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from cache.store import secret_of

ROOT = Path(__file__).parent.parent
ADDRESS = "https://example.org/report/"  # Reserved for examples: nobody answers there.
SAMPLE = ROOT / "samples/library/data"
SOURCES = ("cache", "charts", "data", "docs", "macros", "overrides", "publish", "report", "hooks.py", "mkdocs.yml")
NOT_DRAWN = ("content", "pages", "templates")
"""Folders of `.cache/` with what a build stores of its pages; the others hold drawings and PDFs."""


def mkdocs(*arguments: str, root: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run MkDocs on a project and return what it printed, whatever its exit status."""
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SITE_URL": "", **environment}
    command = [sys.executable, "-m", "mkdocs", *arguments]
    return subprocess.run(
        command, cwd=root, env=env, capture_output=True, text=True, encoding="utf-8", check=False, timeout=120
    )


@functools.cache
def built_site() -> Path:
    """The folder of the real site, built with `--strict`."""
    folder = Path(tempfile.mkdtemp(prefix="built-site-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    result = mkdocs("build", "--strict", "--quiet", "--site-dir", str(folder / "site"), SITE_URL=ADDRESS)
    assert result.returncode == 0, result.stderr
    return folder / "site"


def copy_secret(source: Path, target: Path) -> None:
    """Let the entries of a copied cache count in a project."""
    shutil.copy2(secret_of(source / ".cache"), secret_of(target / ".cache"))


def copy_drawings(target: Path) -> Path:
    """A folder with this report's drawings, so that a test need not draw them anew."""
    if (ROOT / ".cache/charts").is_dir():
        shutil.copytree(ROOT / ".cache/charts", target / ".cache/charts")
        copy_secret(ROOT, target)
    return target


def copy_project(target: Path) -> Path:
    """A copy of the project that a test may damage, with its drawings, which take a while, and no pages."""
    if (ROOT / ".cache").is_dir():
        shutil.copytree(ROOT / ".cache", target / ".cache", ignore=shutil.ignore_patterns(*NOT_DRAWN))
        copy_secret(ROOT, target)
    for name in SOURCES:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, target / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            target.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, target / name)
    return target


def copy_sample(target: Path) -> Path:
    """A copy of the project with a small report in the place of the real one: it is built in a third of the time."""
    copy_project(target)
    shutil.rmtree(target / "data")
    shutil.copytree(SAMPLE, target / "data")
    return target
