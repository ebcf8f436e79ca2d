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
    (folder / ".report-files").write_text("index.html\n", encoding="utf-8")
    if text == "new":
        (folder / ".report-new").touch()


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()} - {".site.lock"}


def shown(folder: Path) -> dict[str, str]:
    """The files of a folder, by their path in it."""
    files = (path for path in folder.rglob("*") if path.is_file() and not path.name.startswith(".report-"))
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in files}


@pytest.mark.parametrize(
    ("left", "published"),
    [
        ({}, None),
        ({"site": "good"}, "good"),
        ({"site": "good", ".site.building": "half"}, "good"),
        ({".site.building": "half"}, None),
        ({"site": "good", ".site.ready": "new"}, "new"),
        ({".site.ready": "new"}, "new"),
        ({"site": "new", ".site.ready": "good"}, "new"),
        ({".site.ready": "good"}, "good"),
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
            FileLock(tmp_path / ".site.lock", timeout=0).acquire()
        build.kill()
    Staging(tmp_path / "site").begin()
    assert names(tmp_path) == {".site.building"}


def test_a_recovery_that_fails_holds_no_lock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site(tmp_path / ".site.ready", "new")
    staging = Staging(tmp_path / "site")
    monkeypatch.setattr(Path, "rename", fail)
    with pytest.raises(OSError, match=r"^disk full$"):
        staging.recover()
    monkeypatch.undo()
    FileLock(tmp_path / ".site.lock", timeout=0).acquire().lock.release()
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
            set(shown(folder).values())
            for folder in tmp_path.iterdir()
            if folder.name in ("site", ".site.ready") and len(shown(folder)) == FILES
        ]
        assert any(len(texts) == 1 for texts in whole), [path.name for path in tmp_path.iterdir()]
    Staging(tmp_path / "site").recover()
    assert names(tmp_path) == {"site"}
    assert len(set(shown(tmp_path / "site").values())) == 1


OTHERS = {".git/config": "unpushed", "CNAME": "example.org", ".nojekyll": "", "own/notes.txt": "a", "own/a/b.txt": "b"}


def with_others(folder: Path) -> None:
    """A published site among files of its owner."""
    site(folder, "good")
    for name, text in OTHERS.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def publish(target: Path, *names: str) -> None:
    staging = Staging(target)
    folder = staging.begin()
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(f"new {name}", encoding="utf-8")
    staging.publish()


@pytest.mark.parametrize("way", ["exchange", "files"])
def test_files_of_others_stay(tmp_path: Path, way: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if way == "files":  # As at a mount point, or on a system that exchanges no folders.
        monkeypatch.setattr("publish.site.staging.exchange", lambda one, other: False)
    with_others(tmp_path / "site")
    for pages in (("index.html", "2025/index.html", "own/page.html"), ("index.html", "2026/index.html")):
        publish(tmp_path / "site", *pages)
        assert shown(tmp_path / "site") == OTHERS | {name: f"new {name}" for name in pages}
        assert names(tmp_path) == {"site"}
    assert not (tmp_path / "site/2025").exists()


def test_a_link_is_followed(tmp_path: Path) -> None:
    with_others(tmp_path / "elsewhere")
    (tmp_path / "site").symlink_to("elsewhere")
    publish(tmp_path / "site", "index.html")
    assert (tmp_path / "site").is_symlink()
    assert shown(tmp_path / "elsewhere") == {**OTHERS, "index.html": "new index.html"}


def test_a_site_of_an_earlier_version_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "site/search").mkdir(parents=True)
    for name in ("search/search_index.json", "gone.html", "CNAME"):
        (tmp_path / "site" / name).write_text("old", encoding="utf-8")
    assert Staging(tmp_path / "site").problem(tmp_path, []) is None
    publish(tmp_path / "site", "index.html")
    assert shown(tmp_path / "site") == {"index.html": "new index.html", "CNAME": "old"}


@pytest.mark.parametrize(
    ("target", "code"),
    [
        (".", "target-sources"),
        ("..", "target-sources"),
        ("data", "target-sources"),
        ("data/site", "target-sources"),
        ("docs/assets", "target-sources"),
        ("notes", "target-not-ours"),
        ("notes/list.txt", "target-not-ours"),
        ("link", "target-sources"),
        ("empty", None),
        ("build/site", None),
        ("repository", None),
    ],
)
def test_what_holds_files_of_others_is_refused(tmp_path: Path, target: str, code: str | None) -> None:
    root = tmp_path / "project"
    for name in ("data/report.yml", "docs/assets/site.css", "notes/list.txt", "repository/.git/config"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).touch()
    (root / "empty").mkdir()
    (root / "link").symlink_to("data")
    problem = Staging(root / target).problem(root, [root / "data", root / "docs"])
    assert (problem and problem.code) == code


def test_there_is_a_site_at_every_moment(tmp_path: Path) -> None:
    """Linux and macOS exchange folders in one step: whoever looks at any time finds the home page."""
    site(tmp_path / "site", "good")
    looker = "import os, sys\nprint(flush=True)\nprint(sum(not os.path.exists(sys.argv[1]) for _ in range(200_000)))"
    command = [sys.executable, "-c", looker, str(tmp_path / "site/index.html")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8") as looking:
        assert looking.stdout is not None
        looking.stdout.readline()
        for _ in range(30):
            publish(tmp_path / "site", "index.html")
        assert looking.stdout.readline() == "0\n"
