"""What the published scripts and styles ask of an engine: nothing that one of the last two years lacks.

The engines are named once, as `browserslist` in tests/lint/package.json. Older ones lose comfort and no content: what
once left a reader without it has a test of its own here, which needs no npm.
"""

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from building import ROOT

LINT = ROOT / "tests/lint"
ASSETS = ROOT / "docs/assets"
SHORTHAND = re.compile(r"text-decoration:\s*[^;}\s]+\s+[^;}]+")  # WebKit before 26.2 drops it whole.
METHODS = re.compile(r"\.(?:at|findLast|toSorted|toReversed|checkVisibility)\(")  # Chromium 85–91 and Safari 14–15.3.


@pytest.mark.parametrize(("ending", "lacking"), [("css", SHORTHAND), ("js", METHODS)])
def test_what_left_readers_without_content_is_not_used(ending: str, lacking: re.Pattern[str]) -> None:
    files = [*ASSETS.glob(f"*.{ending}"), *(ROOT / "publish/site").glob(f"*.{ending}")]
    found = {file.name: lacking.findall(file.read_text(encoding="utf-8")) for file in files}
    assert {name: each for name, each in found.items() if each} == {}


def test_a_click_is_never_lost() -> None:
    """A script that stops a link follows it itself where it fails."""
    script = (ASSETS / "figures.js").read_text(encoding="utf-8")
    assert "open(figure).catch(() => location.assign(figure.href))" in script


def test_the_engines_are_said_where_readers_look() -> None:
    engines = json.loads((LINT / "package.json").read_text(encoding="utf-8"))["browserslist"]
    versions = [engine.replace(" >= ", " ") for engine in engines]
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [version for version in versions if version not in readme] == []


@pytest.mark.slow
def test_scripts_and_styles_fit_the_engines(tmp_path: Path) -> None:
    npm = shutil.which("npm")
    if not npm:
        pytest.skip("no npm: scripts and styles are not linted against the supported engines")
    shutil.copytree(LINT, tmp_path, dirs_exist_ok=True)
    for file in [*ASSETS.glob("*.css"), *ASSETS.glob("*.js")]:
        shutil.copy(file, tmp_path)
    told: dict[str, Any] = {"cwd": tmp_path, "capture_output": True, "encoding": "utf-8", "check": False}
    quiet = ["--no-audit", "--no-fund", "--no-package-lock", "--loglevel=error"]
    installed = subprocess.run([npm, "install", *quiet], **told)
    if installed.returncode:
        pytest.skip(f"npm could not install the linters: {installed.stderr[:200]}")
    for command in (["eslint", *(file.name for file in ASSETS.glob("*.js"))], ["stylelint", "*.css"]):
        run = subprocess.run([npm, "exec", "--", *command], **told)
        assert run.returncode == 0, (run.stdout + run.stderr)[:3000]
