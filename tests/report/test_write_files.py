"""Every command writes whole or not at all: killed at each of its writes, on a full disk, beside another."""

import json
import os
import shutil
import time
from collections.abc import Callable, Iterable
from itertools import count
from pathlib import Path

import pytest
from drafting import with_article
from interrupting import content, full_disk, killed_at, together
from signed import edit, sign, signed_project

from report.cli import main
from report.load import load_report
from report.write_files import READY, WRITING, settle, write_files, writing

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows has no fork")
FILES = {"data/a.yml": "new: 1\n", "data/plans/b.yml": "new: 2\n", "c.md": "new\n"}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    (root / "data").mkdir(parents=True)
    (root / "data/a.yml").write_bytes(b"old: 1\r\n")
    (root / "c.md").write_bytes(b"old\n")
    return root


def run(root: Path, *words: str) -> Callable[[], int]:
    return lambda: main(["--root", str(root), *words])


def test_line_ends_permissions_and_links_stay(project: Path) -> None:
    (project / "data/a.yml").chmod(0o640)
    (project / "d.md").symlink_to("c.md")
    write_files(project, {"data/a.yml": "new: 1\n", "d.md": "linked\n"})
    assert (project / "data/a.yml").read_bytes() == b"new: 1\r\n"
    assert (project / "data/a.yml").stat().st_mode & 0o777 == 0o640
    assert (project / "d.md").is_symlink()
    assert (project / "c.md").read_text(encoding="utf-8") == "linked\n"


def test_killed_at_any_write_all_files_are_old_or_all_are_new(project: Path, tmp_path: Path) -> None:
    states, before = [], content(project)
    for step in count(1):
        copy = Path(shutil.copytree(project, tmp_path / f"{step}"))
        if not killed_at(step, lambda copy=copy: write_files(copy, FILES)):
            break
        settle(copy)
        states.append(content(copy))
    after = {"data/a.yml": b"new: 1\r\n", "data/plans/b.yml": b"new: 2\n", "c.md": b"new\n"}
    first = states.index(after)
    assert states == [before] * first + [after] * (len(states) - first)
    assert first > 10
    assert len(states) - first > 5


def test_what_is_killed_while_it_is_taken_back_ends_in_one_of_both_states(project: Path, tmp_path: Path) -> None:
    """The last file cannot be put in place; what was put in place before is taken back."""
    before, found = content(project), set()
    names = ("data/a.yml", "c.md", "d.md")
    for step in count(1):
        copy = Path(shutil.copytree(project, tmp_path / f"{step}"))

        def write(copy: Path = copy) -> None:
            replace = os.replace

            def refuse(old: Path, new: Path) -> None:
                if Path(new).name == "d.md":
                    raise PermissionError
                replace(old, new)

            os.replace = Path.replace = refuse  # As Windows refuses to replace a file that a program has open.
            write_files(copy, dict.fromkeys(names, "new\n"))

        is_killed = killed_at(step, write)
        settle(copy)
        state = content(copy)
        found.add(tuple(sorted(state.items())))
        if not is_killed:
            assert state == before
            break
    after = {"data/a.yml": b"new\r\n", "c.md": b"new\n", "d.md": b"new\n"}
    assert found == {tuple(sorted(before.items())), tuple(sorted(after.items()))}


@pytest.mark.parametrize("size", range(0, 120, 20))
def test_on_a_full_disk_nothing_changes(project: Path, size: int) -> None:
    before = content(project)
    with full_disk(size), pytest.raises(OSError, match="File too large"):
        write_files(project, {**FILES, "c.md": "x" * 120})
    assert content(project) == before


@pytest.mark.parametrize("plan", ['["a"]', '{"../x": "00000000"}', '{"c.md": "/../../x"}', "", "\x00"])
def test_a_journal_that_no_command_wrote_changes_nothing(project: Path, plan: str) -> None:
    (project.parent / "x").write_text("mine", encoding="utf-8")
    before = content(project)
    for name in (READY, WRITING):
        (project / name).write_text(plan, encoding="utf-8")
    settle(project)
    assert content(project) == before
    assert (project.parent / "x").read_text(encoding="utf-8") == "mine"


def test_a_check_ends_what_was_begun(tmp_path: Path) -> None:
    root = signed_project(tmp_path)
    before = content(root)
    (root / "data/.home.yml.00000000").write_text("half", encoding="utf-8")
    (root / WRITING).write_text(json.dumps({"data/home.yml": "00000000"}), encoding="utf-8")
    assert main(["--root", str(root), "check"]) == 0
    assert content(root) == before


def test_two_who_sign_at_once_lose_nothing(tmp_path: Path) -> None:
    root = signed_project(tmp_path)
    names = ("book-spending.2024", "visits.2024", "2024-service-rank")
    assert {review.id for review in load_report(root).reviews if review.signed} >= set(names)
    write_files(root, {"data/verification.yml": "# none\n"})
    together(*(lambda name=name: sign(root, name) for name in names))
    assert {review.id for review in load_report(root).reviews} == set(names)


def test_a_command_waits_for_another_that_writes(tmp_path: Path) -> None:
    root = signed_project(tmp_path)
    before = content(root)
    with writing(root):
        process = os.fork()
        if not process:
            main(["--root", str(root), "schema"])
            os._exit(0)
        time.sleep(0.5)
        assert content(root) == before
    assert os.waitpid(process, 0)[1] == 0
    assert content(root) != before


def _to_sign(root: Path) -> None:
    (root / "data/verification.yml").write_text("# none\n", encoding="utf-8")


def _to_print(root: Path) -> None:
    (root / "data/articles.yml").write_text("# none\n", encoding="utf-8")


def _to_fill(root: Path) -> None:
    figure = "- {id: visits.x, indicator: visits, article: l2025, status: reported, period: {year: 2024}, "
    (root / "data/figures/new.yml").write_text(f"{figure}stated: 36.5万元}}\n", encoding="utf-8")


def _to_draft(root: Path) -> None:
    with_article(root, "# 公报\n\n## 一、馆藏\n\n全年借出3.1万册，比上年增长5.2%。\n")


def _to_translate(root: Path) -> None:
    edit(root, "data/indicators.yml", ("    en: Visits by readers\n", "    en:\n"))


def _translated(root: Path) -> None:
    _to_translate(root)
    main(["--root", str(root), "translate", "out", str(root / "out")])
    edit(root, "out/indicators.xlf", ('<target state="needs-translation" />', "<target>Visits</target>"))


COMMANDS: dict[str, tuple[Callable[[Path], object], str]] = {
    "verify": (_to_sign, "verify --articles {root}/articles --on 2026-05-05"),
    "sign": (_to_sign, "sign --all --by librarians --on 2026-05-05"),
    "articles": (_to_print, "articles {root}/articles"),
    "draft": (_to_draft, "draft c2025"),
    "template": (lambda root: None, "draft --template {root}/table.csv"),
    "fill": (_to_fill, "fill"),
    "translate out": (_to_translate, "translate out {root}/out"),
    "translate in": (_translated, "translate in {root}/out"),
    "new-year": (lambda root: None, "new-year 2027"),
    "schema": (lambda root: None, "schema"),
}


def killed_everywhere(folder: Path, command: str, steps: Iterable[int]) -> tuple[int, int, int]:
    """Kill a command at its writes, each time in a new copy of a project; the next one then finds the old or the new.

    Returns:
        How often it was killed, and how often that left the old state, and the new.
    """
    prepare, words = COMMANDS[command]
    project = signed_project(folder)
    prepare(project)
    whole = Path(shutil.copytree(project, folder / "whole"))
    assert run(whole, *words.format(root=whole).split())() == 0
    before, after, killed = content(project), content(whole), []
    assert before != after
    for step in steps:
        copy = Path(shutil.copytree(project, folder / f"{step}"))
        if not killed_at(step, run(copy, *words.format(root=copy).split())):
            break
        settle(copy)
        settle(copy / "out")
        killed.append(content(copy))
        shutil.rmtree(copy)
    mixed = [state for state in killed if state not in (before, after)]
    assert [sorted(name for name in state | after if state.get(name) != after.get(name)) for state in mixed] == []
    return len(killed), killed.count(before), killed.count(after)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_that_is_killed_leaves_the_old_or_the_new(tmp_path: Path, command: str) -> None:
    assert killed_everywhere(tmp_path, command, (4, 7))[0] == 2


@pytest.mark.slow
@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_that_is_killed_at_any_write_leaves_the_old_or_the_new(tmp_path: Path, command: str) -> None:
    killed, old, new = killed_everywhere(tmp_path, command, count(1))
    assert min(old, new) > 5
    assert killed == old + new
