"""A new report, and its next year, from the first command to the published site; no Python is touched.

Belongs here: the two commands end to end, as an editor runs them. What each alone must do stands in
`test_new_year` and `test_series`.
"""

import re
import shutil
import tomllib
from pathlib import Path

import pytest
import yaml
from building import ADDRESS, CODE, build, built_sample, copy_drawings, report

from samples import ROOT

FILLED = Path(__file__).parents[1] / "new_year"
OURS = re.compile("株洲|[Zz]huzhou|卫健")


def pages(site: Path) -> dict[str, set[str]]:
    """The addresses of a built site, with the ids on each."""
    found = {path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in site.rglob("*.html")}
    return {address: set(re.findall(r' id="([^"]+)"', text)) for address, text in found.items()}


def texts(folder: Path) -> dict[str, str]:
    kinds = {".yml", ".md", ".txt", ".html", ".json", ".csv", ".xml", ".py", ".js"}
    files = (path for path in folder.rglob("*") if path.suffix in kinds)
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in files}


def fill(folder: Path) -> None:
    """What an editor does with a new year: types over the marks, deletes comments that hold, looks commitments up."""
    shutil.copytree(FILLED / "data", folder / "data", dirs_exist_ok=True)
    shutil.copytree(FILLED / "articles", folder / "articles", dirs_exist_ok=True)
    typed = yaml.safe_load((FILLED / "filled.yml").read_text(encoding="utf-8"))
    for path in sorted((folder / "data").rglob("*.yml")):
        text = path.read_text(encoding="utf-8")
        for mark, words in typed.get(path.relative_to(folder).as_posix(), {}).items():
            assert mark in text
            text = text.replace(mark, words)
        text = re.sub(r"(?m)^ *# TODO: .*\n", "", text)
        path.write_text(text.replace("reported: open", "reported: not-mentioned"), encoding="utf-8", newline="\n")
    charts = folder / "data/charts.yml"
    more = (FILLED / "charts.yml").read_text(encoding="utf-8")
    charts.write_text(charts.read_text(encoding="utf-8") + more, encoding="utf-8", newline="\n")


def test_a_new_report_and_its_next_year(tmp_path: Path) -> None:
    folder = tmp_path / "library"
    said = report("new", "library", folder=tmp_path)
    assert (said.returncode, said.stderr) == (0, "")
    assert said.stdout.endswith("A new report is there. Next: cd library && mkdocs serve\n")
    copy_drawings(folder, built_sample())
    first = build(folder, strict=True, address=ADDRESS)
    assert first.succeeded, first.messages
    before = pages(folder / "site")
    assert {"index.html", "en/index.html", "ledger/index.html", "en/2026/service/index.html"} <= set(before)
    assert {"service-rank", "satisfaction"} <= before["charts/index.html"]
    assert {"assets/stylesheets", "assets/figures.js", "downloads", "data"} <= {
        path.relative_to(folder / "site").as_posix() for path in (folder / "site").rglob("*")
    }
    assert [name for name, text in texts(folder).items() if OURS.search(text)] == []

    said = report("new-year", "2027", folder=folder)
    assert (said.returncode, said.stderr) == (0, "")
    assert report("check", folder=folder).returncode == 0, "a preview shows what is there"
    drafts = report("pdf", "pdf", folder=folder)
    assert drafts.returncode == 1
    assert "data/results/2026.yml:5: lead.zh: still to be filled: 2026年结果的导语。" in drafts.stderr
    assert not (folder / "pdf").exists()
    refused = build(folder, strict=True, address=ADDRESS)
    assert not refused.succeeded
    assert "data/results/2026.yml:5: lead.zh: still to be filled: 2026年结果的导语。" in refused.messages
    assert "data/ledger.yml:21: 2026-courses: reported: not looked up yet" in refused.messages
    assert pages(folder / "site") == before, "the good site stays"

    fill(folder)
    assert report("articles", "articles", folder=folder).returncode == 0
    second = build(folder, strict=True, address=ADDRESS)
    assert second.succeeded, second.messages
    after = pages(folder / "site")
    assert set(before) <= set(after), "old addresses answer still"
    lost = {f"{address}#{id}" for address, ids in before.items() for id in ids - after[address]}
    unlinked = re.compile("-(wide|narrow)-|#__nav_")  # Parts of drawings, and of the theme's navigation.
    # The home page shows the directions of the newest plan; those of this year keep their own pages.
    shown = {"index.html#service", "en/index.html#service"}
    assert {place for place in lost if not unlinked.search(place)} == shown
    assert {"2027/index.html", "2027/villages/index.html", "en/figures/book-spending.2026/index.html"} <= set(after)
    assert "book-spending" in after["charts/index.html"]
    assert "2026-courses" in after["ledger/index.html"], "this year's measures are next year's ledger"


def test_a_series_of_unequal_years_is_refused(tmp_path: Path) -> None:
    assert report("new", "r", folder=tmp_path).returncode == 0
    charts = tmp_path / "r/data/charts.yml"
    chart = (FILLED / "charts.yml").read_text(encoding="utf-8").replace("book-spending", "visits")
    chart = chart.replace("visits.2026", "visits.2026-01")
    charts.write_text(charts.read_text(encoding="utf-8") + chart, encoding="utf-8")
    refused = report("--root", "r", "check", folder=tmp_path)
    assert refused.returncode == 1
    assert "these years do not join: visits.2026-01 is not of a single calendar year" in refused.stderr


@pytest.mark.parametrize("there", ["a file in it", "a file of its name"])
def test_a_folder_in_use_is_left_alone(there: str, tmp_path: Path) -> None:
    folder = tmp_path / "r"
    if there == "a file in it":
        folder.mkdir()
        (folder / "own.txt").write_text("kept", encoding="utf-8")
    else:
        folder.write_text("kept", encoding="utf-8")
    refused = report("new", "r", folder=tmp_path)
    assert refused.returncode == 1
    assert "there already, and not empty" in refused.stderr
    assert [path.read_text(encoding="utf-8") for path in tmp_path.rglob("*") if path.is_file()] == ["kept"]


def test_the_wheel_holds_the_code_and_all_that_it_reads() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]
    data = settings["package-data"]
    held = {
        path
        for package in settings["packages"]
        for pattern in ("*.py", *data.get(package, ()))
        for path in (ROOT / package.replace(".", "/")).glob(pattern)
    }
    files = {path for name in CODE for path in (ROOT / name).rglob("*.*") if path.is_file()}
    assert [path for path in sorted(files - held) if path.parent.name != "__pycache__"] == []
    for path in ("mkdocs.yml", ".gitignore", ".vscode", "docs", "overrides", "samples/library"):
        assert (ROOT / path).exists()
        assert any(pattern.split("/*")[0] == path for pattern in data["publish.engine"])
