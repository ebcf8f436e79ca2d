"""Atomic publishing: what stands after a build was broken off at any moment."""

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from filelock import FileLock, Timeout

from publish.site.staging import Staging

FILES = 40

# Publishes whole sites, one after the other, until it is killed: each file of a site holds its number.
BUILDER = f"""
import sys
from pathlib import Path
from publish.site.staging import Staging
staging, number = Staging(Path(sys.argv[1])), 0
while True:
    number += 1
    folder = staging.begin()
    for name in range({FILES}):
        (folder / str(name)).write_text(f"{{sys.argv[2]}}-{{number}}")
    staging.publish()
    print(number, flush=True)
"""


def site(folder: Path, text: str) -> None:
    folder.mkdir()
    (folder / "index.html").write_text(text, encoding="utf-8")


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()} - {"site.lock"}


@pytest.mark.parametrize(
    ("left", "published"),
    [
        ({}, None),
        ({"site": "good"}, "good"),
        ({"site": "good", "site.building": "half"}, "good"),
        ({"site.building": "half"}, None),
        ({"site": "good", "site.ready": "new"}, "new"),
        ({"site.old": "good", "site.ready": "new"}, "new"),
        ({"site": "new", "site.old": "good"}, "new"),
        ({"site.old": "good"}, "good"),
    ],
)
def test_what_was_broken_off_is_finished_or_undone(tmp_path: Path, left: dict[str, str], published: str | None) -> None:
    for name, text in left.items():
        site(tmp_path / name, text)
    Staging(tmp_path / "site").recover()
    assert names(tmp_path) == ({"site"} if published else set())
    if published:
        assert (tmp_path / "site/index.html").read_text(encoding="utf-8") == published


def test_a_build_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    staging = Staging(tmp_path / "site")
    for text in ("first", "second"):
        (staging.begin() / "index.html").write_text(text, encoding="utf-8")
        staging.publish()
        assert names(tmp_path) == {"site"}
        assert (tmp_path / "site/index.html").read_text(encoding="utf-8") == text


def test_a_build_thrown_away_leaves_the_one_before(tmp_path: Path) -> None:
    site(tmp_path / "site", "good")
    staging = Staging(tmp_path / "site")
    (staging.begin() / "index.html").write_text("bad", encoding="utf-8")
    staging.discard()
    assert names(tmp_path) == {"site"}
    assert (tmp_path / "site/index.html").read_text(encoding="utf-8") == "good"


def test_a_second_build_waits_for_the_first(tmp_path: Path) -> None:
    staging = Staging(tmp_path / "site")
    folder = staging.begin()
    command = [sys.executable, "-c", f"print('begins', flush=True)\n{BUILDER}", str(tmp_path / "site"), "second"]
    here = Path(__file__).parents[3]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8", cwd=here) as second:
        assert second.stdout is not None
        assert second.stdout.readline() == "begins\n"
        time.sleep(0.5)
        assert (folder.exists(), (tmp_path / "site").exists()) == (True, False)
        staging.publish()
        assert second.stdout.readline() == "1\n"
        second.kill()


def test_a_killed_build_holds_no_lock(tmp_path: Path) -> None:
    holder = (
        "import sys, time\n"
        "from pathlib import Path\n"
        "from publish.site.staging import Staging\n"
        "staging = Staging(Path(sys.argv[1]))\n"
        "print(staging.begin(), flush=True)\n"
        "time.sleep(60)"
    )
    command = [sys.executable, "-c", holder, str(tmp_path / "site")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=Path(__file__).parents[3]) as build:
        assert build.stdout is not None
        build.stdout.readline()
        with pytest.raises(Timeout):
            FileLock(tmp_path / "site.lock", timeout=0).acquire()
        build.kill()
    Staging(tmp_path / "site").begin()
    assert names(tmp_path) == {"site.building"}


def test_a_recovery_that_fails_holds_no_lock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site(tmp_path / "site.ready", "new")
    staging = Staging(tmp_path / "site")
    monkeypatch.setattr(Path, "rename", fail)
    with pytest.raises(OSError, match=r"^disk full$"):
        staging.recover()
    monkeypatch.undo()
    FileLock(tmp_path / "site.lock", timeout=0).acquire().lock.release()
    staging.recover()
    assert names(tmp_path) == {"site"}


def fail(self: Path, target: Path) -> Path:
    raise OSError("disk full")


@pytest.mark.parametrize("kills", [10, pytest.param(100, marks=pytest.mark.slow)])
def test_kills_leave_a_whole_site(tmp_path: Path, kills: int) -> None:
    chance = random.Random(kills)
    for kill in range(kills):
        command = [sys.executable, "-c", BUILDER, str(tmp_path / "site"), str(kill)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=Path(__file__).parents[3]) as builder:
            assert builder.stdout is not None
            builder.stdout.readline()  # One build is done: from here a kill may strike at any step.
            time.sleep(chance.uniform(0, 0.02))
            builder.kill()
        whole = [
            {file.read_text(encoding="utf-8") for file in folder.iterdir()}
            for folder in tmp_path.iterdir()
            if folder.name in ("site", "site.ready", "site.old") and len(list(folder.iterdir())) == FILES
        ]
        assert any(len(texts) == 1 for texts in whole), [path.name for path in tmp_path.iterdir()]
    Staging(tmp_path / "site").recover()
    assert names(tmp_path) == {"site"}
    assert len({file.read_text(encoding="utf-8") for file in (tmp_path / "site").iterdir()}) == 1
