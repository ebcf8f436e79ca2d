"""The `report` command: what it prints, where, and with which exit status."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from string import Formatter

import pytest

from publish.failures import find_problems
from report.cli import main
from report.command_words import message_line
from report.model import Report
from report.schema import schema_line, with_schema_line
from report.words import interface
from samples import GOOD, ROOT


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return Path(shutil.copytree(GOOD, tmp_path / "project"))


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_check_says_how_much_there_is(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(GOOD), "check"]) == 0
    assert capsys.readouterr().out.startswith("No problems: 13 figures, 3 results, 5 commitments.\nNext, in this")


def test_check_of_the_real_report(capsys: pytest.CaptureFixture[str]) -> None:
    status = main(["--root", str(ROOT), "check"])
    assert capsys.readouterr().err == ""
    assert status == 0


def test_problems_go_to_standard_error(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "data/glossary.yml").unlink()
    assert main(["--root", str(project), "check"]) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.endswith("\n2 problems. Nothing was written.\n")


def test_coverage_prints_each_excuse_and_the_counts(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(GOOD), "coverage", "--articles", str(GOOD / "articles")]) == 0
    assert capsys.readouterr().out == (
        "l2025 年度回顾 1.2: transition\n"
        "l2026 今年方向 1.3: repeats 2026-home-delivery\n"
        "15 sentences: 13 named by an entry, 2 excused; 18 numerals; 0 open.\n"
    )


def test_what_is_open_is_an_error_told_once(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With the articles a numeral is found open by two routes; it is one problem."""
    article = project / "articles/l2025.txt"
    text = article.read_text(encoding="utf-8").replace("这是不平凡的时光。", "这是9家的时光。")
    article.write_text(text, encoding="utf-8")
    assert main(["--root", str(project), "articles", str(project / "articles")]) == 0
    assert main(["--root", str(project), "coverage", "--articles", str(project / "articles")]) == 1
    printed = capsys.readouterr()
    assert "19 numerals; 1 open." in printed.out
    assert printed.err.splitlines()[0] == "data/articles.yml: numeral owned by nothing: 9家 in l2025 年度回顾 1.2"
    assert printed.err.endswith("\n1 problem. Nothing was written.\n")


def test_a_quote_is_looked_up_in_the_articles_only(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = project / "data/figures/reading.yml"
    text = path.read_text(encoding="utf-8").replace("quote: 购书支出36.5万元", "quote: 支出为36.5万元")
    path.write_text(text, encoding="utf-8")
    assert main(["--root", str(project), "coverage"]) == 0
    assert main(["--root", str(project), "coverage", "--articles", str(project / "articles")]) == 1
    assert "the quote does not occur once in its sentence" in capsys.readouterr().err


def test_articles_writes_fingerprints(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = project / "data/articles.yml"
    before = target.read_bytes()
    target.unlink()
    assert main(["--root", str(project), "articles", str(project / "articles")]) == 0
    assert capsys.readouterr().out == f"Wrote {target.as_posix()}: l2025, 9 sentences; l2026, 6 sentences.\n"
    assert target.read_text(encoding="utf-8") == with_schema_line(before.decode(), "articles.yml")


def test_articles_of_an_empty_folder_leaves_the_fingerprints(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files(project)
    (tmp_path / "empty").mkdir()
    assert main(["--root", str(project), "articles", str(tmp_path / "empty")]) == 1
    assert "the text of no article is in this folder" in capsys.readouterr().err
    assert files(project) == before


def test_articles_whose_texts_are_elsewhere_keep_their_fingerprints(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target, folder = project / "data/articles.yml", tmp_path / "new"
    before = target.read_text(encoding="utf-8")
    folder.mkdir()
    (folder / "l2026.txt").write_text("## 年度回顾\n甲3家。\n", encoding="utf-8")
    (folder / "notes.txt").write_text("乙。", encoding="utf-8")
    assert main(["--root", str(project), "articles", str(folder)]) == 0
    assert capsys.readouterr().out == (
        f"Wrote {target.as_posix()}: l2026, 1 sentence; kept l2025 (not in {folder.as_posix()}/); "
        "passed over notes.txt (no article of data/sources.yml).\n"
    )
    kept, new = target.read_text(encoding="utf-8").split("- article: l2026\n")
    assert kept == with_schema_line(before, "articles.yml").split("- article: l2026\n")[0]
    assert "length: 4\n" in new
    assert 'numerals: ["3家"]\n' in new


def test_fingerprints_that_cannot_be_kept_are_not_lost(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With conflict marks in the file, only the texts of all articles can bring it back."""
    target = project / "data/articles.yml"
    target.write_text("<<<<<<< HEAD\n" + target.read_text(encoding="utf-8"), encoding="utf-8")
    text = project / "articles/l2026.txt"
    text.rename(project / "l2026.txt")
    before = files(project)
    assert main(["--root", str(project), "articles", str(project / "articles")]) == 1
    assert "data/articles.yml:1: a merge that is not resolved" in capsys.readouterr().err
    assert files(project) == before
    (project / "l2026.txt").rename(text)
    assert main(["--root", str(project), "articles", str(project / "articles")]) == 0
    assert main(["--root", str(project), "check"]) == 0


def test_articles_in_another_encoding_leave_the_fingerprints(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "articles/l2026.txt").write_bytes("## 一\n甲。\n".encode("gbk"))
    before = files(project)
    assert main(["--root", str(project), "articles", str(project / "articles")]) == 1
    assert "not UTF-8" in capsys.readouterr().err
    assert files(project) == before


def test_an_article_that_is_not_there_is_named(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = project / "articles"
    (folder / "l2026.txt").unlink()
    assert main(["--root", str(project), "coverage", "--articles", str(folder)]) == 0
    assert f"Not every quote was looked up: l2026.txt not in {folder.as_posix()}/.\n" in capsys.readouterr().out
    (folder / "l2025.txt").unlink()
    assert main(["--root", str(project), "coverage", "--articles", str(folder)]) == 1
    assert "expected: one or more of: l2025.txt, l2026.txt\n" in capsys.readouterr().err


def test_a_file_in_place_of_a_folder_is_named(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(project), "coverage", "--articles", str(project / "data/home.yml")]) == 1
    assert "home.yml" in capsys.readouterr().err


def test_schema_writes_a_file_a_kind(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(project), "schema"]) == 0
    written = [Path(line) for line in capsys.readouterr().out.splitlines()]
    schemas, others = written[:18], written[18:]
    assert len(schemas) == len(set(schemas)) == 18
    assert all(path.is_file() and path.parent == project / "data/schema" for path in schemas)
    data = sorted((project / "data").rglob("*.yml"))
    assert sorted(others) == sorted([project / "data/README.md", *data])
    for path in data:
        line = schema_line(path.relative_to(project / "data").as_posix())
        assert path.read_text(encoding="utf-8").startswith(f"{line}\n")
    assert main(["--root", str(project), "check"]) == 0


@pytest.mark.parametrize("arguments", [[], ["publish"], ["check", "now"], ["articles"]])
def test_wrong_arguments_end_with_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as raised:
        main(arguments)
    assert raised.value.code == 2
    assert "usage: report" in capsys.readouterr().err


@pytest.mark.parametrize("day", ["22.11.2026", "2026-11-31", "today"])
def test_a_day_is_written_as_in_the_calendar_of_the_data(day: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as raised:
        main(["verify", "--articles", ".", "--on", day])
    assert raised.value.code == 2
    assert capsys.readouterr().err.endswith(f"argument --on: expected a day as 2026-12-31, got {day}\n")


@pytest.mark.parametrize("command", ["check", "verify", "sign", "coverage", "articles", "schema"])
def test_each_command_has_its_help(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as raised:
        main([command, "--help"])
    assert raised.value.code == 0
    assert len(capsys.readouterr().out.splitlines()) > 3


def test_a_console_that_is_not_utf8_shows_what_it_can(project: Path) -> None:
    (project / "data/home.yml").unlink()
    result = subprocess.run(
        [sys.executable, "-c", "import sys; from report.cli import main; sys.exit(main())", "check"],
        cwd=project,
        env={**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
    )
    assert result.returncode == 1
    assert "提示：请新建 data/home.yml" in result.stderr.decode("utf-8")
    assert b"Traceback" not in result.stderr


@pytest.mark.parametrize(
    ("set_to", "language"),
    [
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "zh_TW"}, "zh-Hant"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": ""}, "zh"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({}, "en"),
    ],
)
def test_the_command_speaks_the_language_of_the_locale(
    set_to: dict[str, str], language: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in set_to.items():
        monkeypatch.setenv(name, value)
    assert main(["--root", str(GOOD), "check"]) == 0
    said = {
        "zh": "没有问题：数字13个，结果3条，计划与措施5条。\n",
        "zh-Hant": "沒有問題：數字13個，結果3項，計畫與措施5項。\n",
        "en": "No problems: 13 figures, 3 results, 5 commitments.\n",
    }
    assert capsys.readouterr().out.startswith(said[language])


CLI = [key for key in interface() if key.startswith("cli.")]

COMMANDS = (
    "report/cli.py", "report/drafting.py", "report/begin.py", "report/begin_options.py", "report/next_steps.py",
    "report/file_kinds.py", "publish/commands.py", "publish/new_report.py",
)  # fmt: skip


@pytest.mark.parametrize("key", CLI)
def test_every_word_of_the_command_is_printed_in_both_languages(key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each is named by the code that prints it, and both languages use the same values."""
    both = interface()[key]
    names = {language: {n for _, n, _, _ in Formatter().parse(words) if n} for language, words in both.items()}
    assert names["zh"] == names["en"]
    source = "".join((ROOT / name).read_text(encoding="utf-8") for name in COMMANDS)
    command = key.removeprefix("cli.").removesuffix("-folder")
    of_many = re.sub("^(file|next)-|-one$", "", command)  # Named by what the file holds, or by what is open.
    assert any(mark + name in source for name in (key.removesuffix("-one"), command, of_many) for mark in "\"'")
    for locale, language in (("zh_CN.UTF-8", "zh"), ("en_GB.UTF-8", "en")):
        monkeypatch.setenv("LC_ALL", locale)
        values = dict.fromkeys(names[language], "7")
        assert message_line(key, **values) == interface()[key][language].format_map(values) + "\n"


def test_help_says_which_language(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    with pytest.raises(SystemExit):
        main(["--help"])
    printed = capsys.readouterr().out
    assert "LC_ALL、LC_MESSAGES 或 LANG" in printed
    assert "列出数据、页面与模板中的全部问题" in printed


PACKAGES = ("report", "macros", "charts", "publish", "bench")
MODULES = sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))


def test_a_module_with_a_main_can_be_run() -> None:
    """What defines `main` runs it as a module; there is one command line, and the modules behind it have none."""
    texts = {path: path.read_text(encoding="utf-8") for path in MODULES}
    with_main = {path for path, text in texts.items() if re.search(r"^def main\(", text, re.MULTILINE)}
    guarded = {path for path, text in texts.items() if '__name__ == "__main__"' in text}
    assert with_main - guarded == set()
    tools = {"bench/__main__.py", "bench/steps.py", "publish/site/dictionary.py"}
    lines = {path.relative_to(ROOT).as_posix() for path in with_main}
    assert lines - tools == {"report/cli.py", "publish/commands.py"}


@pytest.mark.parametrize("module", ["report", "publish", "report.cli", "publish.commands"])
def test_the_command_runs_as_a_module(module: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", module, "--root", str(ROOT / "nowhere"), "check"],
        cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False,
        env={**os.environ, "LC_ALL": "C"},
    )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr.splitlines()[0] == "data/: folder missing"


def test_an_unexpected_error_is_a_message(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def broken(root: Path, *, strict: bool, articles: Path | None) -> Report:
        raise ZeroDivisionError("by nought")

    assert main(["check"], check=broken, explain=find_problems) == 1
    assert ": ZeroDivisionError: by nought\n" in capsys.readouterr().err
