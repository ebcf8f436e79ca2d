"""Words are never markup, script, template or formula, whatever an editor types, and wherever it is shown.

Two lines of defence, each tested as if the other were not there: the checks refuse markup and braces in every
bilingual text, and the outputs write whatever gets past them as text.
"""

import csv
import io
import json
import os
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest
from building import ROOT, copy_sample
from hostile import ATTACK, SHORT, hostile
from playwright.sync_api import Browser
from pypdf import PdfReader

from macros.pages import CACHE
from publish.summary.document import documents, view_of
from publish.summary.pdf import make_pdf
from report.csv_table import escape_formula
from report.load import load_report
from report.model import LANGUAGES, Text
from report.model.walk import walk
from report.validate.prose import check_prose
from report.validate.references import check_references
from samples import good_report

TEMPLATE = ["{{ 7*7 }}", "{% for a in b %}", "{# x #}", "{{", "}}"]
MARKUP = ["<script>boom()</script>", "</script>", "<!-- x", "<img src=x onerror=boom()>", "&lt;", "&#x3c;"]


REFUSALS = {"braces", "markup", "unknown-figure", "reference-space", "interface-value"}


@pytest.mark.parametrize("attack", TEMPLATE + MARKUP)
def test_no_text_of_a_report_may_hold_markup_or_a_template(attack: str) -> None:
    report = hostile(good_report(), attack)
    texts = [spot for spot in walk(report) if isinstance(spot.value, Text)]
    wanted = {(spot.tree.file, spot.tree.line((*spot.path, key))) for spot in texts for key in LANGUAGES}
    problems = [*check_prose(report), *check_references(report)]
    assert len(wanted) > 200
    assert wanted - {(problem.file, problem.line) for problem in problems if problem.code in REFUSALS} == set()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample report with the attack in every word, built as it is."""
    project = copy_sample(tmp_path_factory.mktemp("hostile") / "project")
    shutil.rmtree(project / ".cache")  # What is kept there was made of other words.
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), str(Path(__file__).parents[1])])}
    done = subprocess.run(
        [sys.executable, str(Path(__file__).parents[1] / "hostile.py")], cwd=project, capture_output=True, text=True,
        encoding="utf-8", env={**environment, "NO_MKDOCS_2_WARNING": "1"}, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return project / "site"


class Reader(HTMLParser):
    """What a browser would make of a page: scripts, attributes, words."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.scripts: list[tuple[str, str]] = []
        self.attributes: list[tuple[str, str]] = []
        self.words = ""
        self.inside = ""
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes += [(name, value or "") for name, value in attrs]
        if tag in ("script", "style"):  # A page's style names its font by a hash.
            self.inside = dict(attrs).get("type") or tag
            self.scripts.append((self.inside, ""))

    def handle_endtag(self, tag: str) -> None:
        self.inside = "" if tag in ("script", "style") else self.inside

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.scripts[-1] = (self.inside, self.scripts[-1][1] + data)
        else:
            self.words += data


def test_no_page_runs_or_loses_what_was_written(site: Path) -> None:
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > 50
    seen = 0
    for path in pages:
        page = Reader(path.read_text(encoding="utf-8"))
        where = path.relative_to(site).as_posix()
        assert [pair for pair in page.attributes if pair[0].startswith("on") and "boom" in pair[1]] == [], where
        links = [value for name, value in page.attributes if name in {"href", "src", "action"}]
        assert [link for link in links if link.strip().lower().startswith(("javascript", "data:text"))] == [], where
        assert [value for name, value in page.attributes if (name, value) == ("src", "x")] == [], where
        for kind, code in page.scripts:
            if kind == "application/ld+json":
                json.loads(code)
            else:
                assert "boom" not in code, where
        assert "49" not in page.words.replace("2049", ""), where
        seen += ATTACK in page.words
    assert seen > len(pages) / 2


def test_a_browser_runs_nothing_of_it(site: Path, browser: Browser) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    called: list[str] = []
    page.expose_function("boom", lambda *_: called.append(page.url))
    figure = next(path.parent for path in sorted((site / "figures").glob("*/index.html")))
    for folder in (site, figure, site / "glossary", site / "en" / "charts"):
        page.goto((folder / "index.html").as_uri())
        page.mouse.move(300, 300)
        assert "boom(2)" in page.inner_text("body")
        assert page.locator("img[src=x]").count() == 0
    assert called == []
    context.close()


def test_tables_hold_no_formula(site: Path) -> None:
    tables = sorted(site.rglob("*.csv"))
    assert tables
    cells = [
        cell for path in tables for row in csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"))) for cell in row
    ]
    assert [cell for cell in cells if escape_formula(cell) != cell] == []
    assert any(cell.startswith("'=1+1|<script>") for cell in cells)


def test_json_and_search_index_say_what_was_written(site: Path) -> None:
    files = sorted(site.rglob("*.json"))
    assert len(files) > 20
    texts = [json.dumps(json.loads(path.read_text(encoding="utf-8")), ensure_ascii=False) for path in files]
    assert sum("boom(1)" in text for text in texts) > 20
    index = json.loads((site / "en/search/search_index.json").read_text(encoding="utf-8"))
    shown = " ".join(section["title"] + section["text"] for section in index["docs"])
    assert "<script" not in shown
    assert "&lt;script&gt;boom" in shown


def test_drawings_are_well_formed_and_hold_no_script(site: Path) -> None:
    drawings = sorted(site.rglob("charts/**/*.svg"))
    assert drawings
    for path in drawings:
        root = ElementTree.fromstring(path.read_bytes())
        names = {element.tag.rpartition("}")[2] for element in root.iter()}
        assert not names & {"script", "foreignObject", "a", "image", "b"}, path.name
        assert not [name for element in root.iter() for name in element.attrib if name.lower().startswith("on")]
    assert any(SHORT in "".join(ElementTree.fromstring(path.read_bytes()).itertext()) for path in drawings)


def test_the_summary_shows_it_as_words(site: Path) -> None:
    report = hostile(load_report(site.parent), ATTACK)
    document = documents(view_of(report, "en", site.parent / CACHE), "https://example.org/")[""]
    reader = PdfReader(io.BytesIO(make_pdf(document, report.edition.published)))
    words = "".join(page.extract_text() for page in reader.pages)
    assert "boom(1)" in words
    assert "onerror" in words
    assert not {"/OpenAction", "/AA"} & set(reader.root_object)
    annotations = [note.get_object() for page in reader.pages for note in page.get("/Annots", [])]
    assert all(note["/Subtype"] == "/Link" for note in annotations)
    uris = [note["/A"]["/URI"] for note in annotations if "/URI" in note.get("/A", {})]
    assert [uri for uri in uris if not uri.startswith("https://")] == []
