"""Links from the preview into the editor: each entry at its line, in both languages, after an edit, not published."""

import re
from collections.abc import Callable, Iterable
from html import unescape
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from building import built_sample, copy_sample
from library_projects import change

from publish.cache.site_content import SiteContent, build_content, decode, encode
from publish.report_content import ContentRequest
from publish.site.editor_links import (
    EDITORS,
    editor_address,
    editor_setting,
    serve_with_editor_links,
    with_editor_links,
)
from report.load import load_report
from report.problems import ReportError

LINK = re.compile(r'<a class="edit-line" href="([^"]*)" title="([^"]*)" aria-label="[^"]*"><span>([^<]*)</span></a>')


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample as a project, with its drawings."""
    return copy_sample(tmp_path_factory.mktemp("links") / "project")


def content(root: Path) -> SiteContent:
    """What the preview has of a project."""
    return build_content(ContentRequest(root, root / "docs", "", False, preview=True), lambda _: None)


def linked(root: Path) -> dict[tuple[str, str], str]:
    """Every page of the preview with its links, as Markdown, by address and language."""
    site = content(root)
    pages = {(page.address, page.language): page.markdown for page in site.pages}
    return {page: with_editor_links(text, site.lines, root, EDITORS["vscode"]) for page, text in pages.items()}


def entries(root: Path) -> dict[str, str]:
    """Words that the line of each entry begins with, by its id."""
    report = load_report(root)
    named = [*report.figures, *report.all_results(), *report.all_commitments(), *report.charts, *report.glossary]
    named += [*report.errata, *report.articles, *report.edition.themes, *(part for _, part in report.workstreams())]
    return {entry.id: f"- id: {entry.id}" for entry in named} | {
        f"{entry.id} of the ledger": f"- id: {entry.id}" for entry in report.ledger
    }


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_entry_leads_to_its_line(project: Path, language: str) -> None:
    found = set()
    for (_, of), text in linked(project).items():
        for href, title, place in LINK.findall(text) if of == language else ():
            file, line = place.split(":")
            assert unescape(href) == f"vscode://file{project.as_posix()}/{file}:{line}"
            assert title == f"{'编辑' if language == 'zh' else 'Edit'} {place}"
            rows = (project / file).read_text(encoding="utf-8").splitlines()
            found.add((file, rows[int(line) - 1].strip()))
        assert "data-edit" not in text
    for name, row in entries(project).items():
        file = "data/ledger.yml" if "ledger" in name else "data/"
        assert any(words == row and at.startswith(file) for at, words in found), name


def test_every_heading_of_the_data_leads_to_its_line(project: Path) -> None:
    for (address, _), text in linked(project).items():
        for heading in re.findall(r"^##? .*$", text, re.MULTILINE):
            assert LINK.search(heading) or re.search(r"#(terms|names|top|plan|before|y\d+(-plan)?) }$", heading), (
                address, heading,
            )  # The others are words of the product.


def test_lines_are_right_after_an_edit_and_pages_are_not_made_anew(tmp_path: Path) -> None:
    root = copy_sample(tmp_path / "project")
    before = content(root)
    change(root, "data/figures/reading.yml", "- id:", "# a note\n# of two lines\n- id:")
    after = content(root)
    key = next(key for key in after.lines if key.startswith("data/figures/reading.yml: "))
    assert after.lines[key][1] == before.lines[key][1] + 2
    assert after.pages == before.pages
    assert decode(encode(after)) == after


def test_a_label_that_a_figure_inherits_leads_to_the_figure(tmp_path: Path) -> None:
    root = copy_sample(tmp_path / "project")
    change(root, "data/figures/reading.yml", "  label:\n    zh: 接待读者\n    en: Visits by readers\n", "")
    heading = linked(root)["figures/visits.2024/", "en"].splitlines()[0]
    assert LINK.findall(heading)[0][2] == "data/figures/reading.yml:1"


def test_nothing_of_it_is_published() -> None:
    files = [path for path in (built_sample() / "site").rglob("*") if path.suffix in {".html", ".js", ".css", ".json"}]
    assert files
    for path in files:
        text = path.read_text(encoding="utf-8")
        assert not any(words in text for words in ("edit-line", "data-edit", "vscode:")), path


ADDRESSES = {
    ("vscode", "/home/me/report"): "vscode://file/home/me/report/data/home.yml:4",
    ("vscode", "C:/报告 一"): "vscode://file/C:/%E6%8A%A5%E5%91%8A%20%E4%B8%80/data/home.yml:4",
    ("idea", "/home/me"): "idea://open?file=/home/me/data/home.yml&line=4",
    ("idea", "C:/me"): "idea://open?file=C:/me/data/home.yml&line=4",
    ("sublime", "/home/me"): "subl://open?url=file:///home/me/data/home.yml&line=4",
    ("vscode://vscode-remote/wsl+U{path}:{line}", "/me"): "vscode://vscode-remote/wsl+U/me/data/home.yml:4",
}


@pytest.mark.parametrize("case", ADDRESSES)
def test_the_address_fits_the_editor(case: tuple[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    editor, root = case
    monkeypatch.setenv("REPORT_EDITOR", editor)
    assert editor_address(editor_setting(), Path(root) / "data/home.yml", 4) == ADDRESSES[case]


@pytest.mark.parametrize("editor", ["notepad", "javascript:alert('{path}')", "myeditor://open"])
def test_a_setting_that_is_no_editor_is_refused(editor: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REPORT_EDITOR", editor)
    with pytest.raises(ReportError) as refused:
        editor_setting()
    assert str(refused.value).splitlines()[:2] == [
        f"REPORT_EDITOR: not an editor: {editor}",
        f"  expected: one of: {', '.join(EDITORS)}; or an address such as vscode://file/{{path}}:{{line}}",
    ]


MARK = b'<head></head><p>x<a class="edit-line" data-edit="data/a&amp;b.yml: x" title="Edit"></a></p>'
Served = Callable[[dict[str, Any], Callable[..., None]], Iterable[bytes]]


def served(monkeypatch: pytest.MonkeyPatch, kind: str, editor: str = "", *, failed: bool = False) -> tuple[str, int]:
    """What a browser is given for a page with a mark, and the length that it is told."""
    monkeypatch.setenv("REPORT_EDITOR", editor)
    told: dict[str, str] = {}

    def page(_: dict[str, Any], start: Callable[..., None]) -> Iterable[bytes]:
        start("200 OK", [("Content-Type", kind), ("Content-Length", str(len(MARK)))])
        return [MARK[:20], MARK[20:]]

    state = SimpleNamespace(content=SimpleNamespace(lines={"data/a&b.yml: x": ("data/a&b.yml", 7)}))
    answer = serve_with_editor_links(page, Path("/r"), lambda: None if failed else state)
    body = b"".join(answer({}, lambda _, headers: told.update(headers)))
    return body.decode(), int(told["Content-Length"])


def test_a_page_is_served_with_links(monkeypatch: pytest.MonkeyPatch) -> None:
    page, length = served(monkeypatch, "text/html")
    assert '<a class="edit-line" href="vscode://file/r/data/a%26b.yml:7" title="Edit data/a&amp;b.yml:7" aria' in page
    assert "<span>data/a&amp;b.yml:7</span></a></p>" in page
    assert page.count("<style>") == 1
    assert length == len(page.encode())


def test_other_files_and_pages_of_a_failed_build_are_served_as_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    assert served(monkeypatch, "text/plain") == (MARK.decode(), len(MARK))
    assert served(monkeypatch, "text/html", failed=True) == (MARK.decode(), len(MARK))


def test_no_editor_leaves_no_trace(monkeypatch: pytest.MonkeyPatch) -> None:
    assert served(monkeypatch, "text/html", "none")[0] == "<head></head><p>x</p>"
