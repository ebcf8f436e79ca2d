"""The editors' guide says what is there: its commands, files, keys and pictures.

Belongs here: the guide against the product. How its pictures are made stands in `guide_pictures`.
"""

import re
import struct
from pathlib import Path

import pytest
from building import SAMPLES as REPORTS
from guide_pictures import (
    ERROR_HEIGHT,
    GUIDE,
    HOME_HEIGHT,
    HOME_WIDTH,
    PREVIEW_HEIGHT,
    SAMPLE_HEIGHT,
    SAMPLE_WIDTH,
    WIDTH,
    broken,
    picture,
)  # fmt: skip
from playwright.sync_api import Browser

from charts.kinds import DATA_KINDS
from publish import commands as command
from publish.new_report import start_report
from samples import ROOT

TEXT = (GUIDE / "editing.md").read_text(encoding="utf-8")
LARGEST = 120_000
"""A picture of more bytes would be felt by everyone who clones the repository."""


def size(content: bytes) -> tuple[int, int]:
    assert content.startswith(b"\x89PNG\r\n")
    width, height = struct.unpack(">II", content[16:24])
    return width, height


def test_its_commands_exist(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.argv", ["report", "--help"])
    with pytest.raises(SystemExit, match="0"):
        command.main()
    known = set(re.findall(r"(?m)^ {4}([a-z-]+) ", capsys.readouterr().out))
    named = set(re.findall(r"(?m)(?:`|^|/)report ([a-z-]+)", TEXT))
    assert named == {
        "check",
        "articles",
        "new-year",
        "new",
        "coverage",
        "verify",
        "sign",
        "pdf",
        "offline",
        "draft",
        "fill",
        "translate",
    }
    assert named <= known


def test_what_it_links_to_is_there() -> None:
    links = [link for link in re.findall(r"\]\(([^)#]+)\)", TEXT) if "://" not in link]
    assert {"preview.png", "error.png", "../data/README.md"} <= set(links)
    assert [link for link in links if not (GUIDE / link).is_file()] == []


SIZES = {
    "preview.png": (WIDTH, PREVIEW_HEIGHT),
    "error.png": (WIDTH, ERROR_HEIGHT),
    "home.png": (HOME_WIDTH, HOME_HEIGHT),
}


@pytest.mark.parametrize("name", SIZES)
def test_its_pictures_are_of_the_size_that_the_script_makes(name: str) -> None:
    content = (GUIDE / name).read_bytes()
    assert size(content) == SIZES[name]
    assert len(content) < LARGEST


def test_each_sample_has_its_picture_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for name in sorted(path.name for path in REPORTS.iterdir() if path.is_dir()):
        content = (GUIDE / f"samples/{name}.png").read_bytes()
        assert size(content) == (SAMPLE_WIDTH, SAMPLE_HEIGHT)
        assert len(content) < 60_000
        assert f"](guide/samples/{name}.png)" in readme


def test_each_kind_of_chart_has_its_picture() -> None:
    sizes = {path.stem: size(path.read_bytes())[0] for path in (GUIDE / "charts").glob("*.png")}
    assert sizes == dict.fromkeys(DATA_KINDS, sizes["bars"])


def test_the_error_page_of_the_picture_can_be_made_again(browser: Browser, tmp_path: Path) -> None:
    start_report(tmp_path / "library")
    page = broken(tmp_path / "library")
    for said in ("data/figures/reading.yml:16", "visits.2024: scope.en: missing", "请在 zh 旁补上 en"):
        assert said in page
    assert size(picture(browser, ERROR_HEIGHT, html=page)) == (WIDTH, ERROR_HEIGHT)


def test_its_snippets_are_the_ones_there_are() -> None:
    snippets = (ROOT / ".vscode/report.code-snippets").read_text(encoding="utf-8")
    for prefix in ("shuzi", "tubiao", "chengnuo", "figure", "chart", "commitment"):
        assert f"`{prefix}`" in TEXT
        assert f'"{prefix}"' in snippets
