"""The annual summary: its six files as a reader, a screen reader and an archive meet them.

Here belongs what is true of the finished files. What keeps them from being made: test_summary_checks.py.
"""

import io
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf
import pypdf
import pyphen
import pytest
from building import built_sample, copy_drawings
from conftest import unavailable
from paper import filled_share, smallest_type

from publish.data.files import write_files
from publish.summary import api as summary
from publish.summary.document import documents, view_of
from report.figures import write_figure, write_text
from report.ledger import plan_reviews
from report.model import LANGUAGES, Report, Text
from samples import good_report, real_report

ROOT = Path(__file__).parents[3]
WHOLE = [f"annual-summary-{language}.pdf" for language in LANGUAGES]
ANNEXES = [f"annual-summary-{language}-annex.pdf" for language in LANGUAGES]
ADDRESS = "https://example.org/report/"


@pytest.fixture(scope="module")
def report() -> Report:
    return real_report()


@pytest.fixture(scope="module")
def folder(report: Report, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The six files of this repository's report, with an address."""
    folder = copy_drawings(tmp_path_factory.mktemp("summary"))  # The PDFs of the built site are among them.
    write_files(folder, dict(summary.make_summaries(report, folder, ADDRESS)))
    return folder


@cache
def text_of(file: Path) -> str:
    return "".join(page.extract_text() for page in pypdf.PdfReader(file).pages)


def solid(text: str) -> str:
    """A text without spaces and without the hyphens of its lines."""
    return re.sub(r"(?<=[a-z])-\n(?=[a-z])|[\s\u00ad]+", "", text)


def elements(file: pikepdf.Pdf) -> Iterator[Any]:
    """Every element of the structure tree."""
    waiting = [file.Root.StructTreeRoot]
    while waiting:
        element = waiting.pop()
        if isinstance(element, pikepdf.Array):
            waiting += list(element)
        elif isinstance(element, pikepdf.Dictionary) and ("/S" in element or "/K" in element):
            yield element
            waiting += [element.K] if "/K" in element else []


def scope(element: Any) -> str:
    known = element.get("/A", [])
    owned = known if isinstance(known, pikepdf.Array) else [known]
    return next((str(each.Scope) for each in owned if "/Scope" in each), "")


def test_the_six_files(folder: Path) -> None:
    assert sorted(path.name for path in folder.glob("*.pdf")) == sorted(summary.file_names())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_figure_is_found(report: Report, folder: Path, language: Any) -> None:
    text = solid(text_of(folder / f"annual-summary-{language}-annex.pdf"))
    written = {figure.id: solid(write_figure(report, figure.id, language)) for figure in report.figures}
    assert {id: value for id, value in written.items() if value not in text} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_result_and_commitment_is_found(report: Report, folder: Path, language: Any) -> None:
    text = solid(text_of(folder / f"annual-summary-{language}.pdf")).replace("-", "")
    entries = [*report.all_results(), *report.all_commitments()]
    assert entries
    # A page may end, and its edges come between, in the middle of an entry: its beginning is looked for.
    begins = {entry.id: solid(write_text(report, entry.text, language)).replace("-", "")[:12] for entry in entries}
    assert {id: begin for id, begin in begins.items() if begin not in text} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_ledger_says_what_silence_means(report: Report, folder: Path, language: Any) -> None:
    """Above the results of its year, and beside the counts in the annex, where every commitment has its row."""
    review = plan_reviews(report)[0]
    assert review.results.caution
    caution = solid(write_text(report, review.results.caution, language))
    for name in (f"annual-summary-{language}.pdf", f"annual-summary-{language}-annex.pdf"):
        assert caution in solid(text_of(folder / name))
    text = solid(text_of(folder / f"annual-summary-{language}-annex.pdf"))
    silent = solid(report.interface_word("ledger.not-mentioned", language))
    assert text.count(silent) > review.count("not-mentioned")
    for entry in review.entries.values():
        assert [each.quote for each in entry.evidence if solid(each.quote) not in text] == []
    with pikepdf.open(folder / f"annual-summary-{language}-annex.pdf") as file:
        tags = Counter(str(each.get("/S")) for each in elements(file))
    assert tags["/Table"] >= 6  # counts, commitments, what is taken up again; figures, glossary, errata


def test_the_text_holds_characters_only(folder: Path) -> None:
    """No radicals, no private use, no replacement: what a search or a screen reader could not know."""
    for name in summary.file_names():
        strange = [c for c in text_of(folder / name) if re.match("[\u2e80-\u2fdf\ue000-\uf8ff\uf900-\ufaff\ufffd]", c)]
        assert strange == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_how_many_pages_and_how_full(folder: Path, language: Any) -> None:
    files = {end: pypdf.PdfReader(folder / f"annual-summary-{language}{end}.pdf").pages for end in summary.ENDS}
    assert 16 <= len(files[""]) <= 20
    assert len(files["-2pages"]) == 2
    for pages in files.values():
        assert [number for number, page in enumerate(pages, 1) if filled_share(page) < 1 / 3] == []
    assert min(map(smallest_type, files["-2pages"])) >= 8.5


@pytest.mark.parametrize("language", LANGUAGES)
def test_results_come_first_then_plans_map_charts_and_method(report: Report, folder: Path, language: Any) -> None:
    outline = pypdf.PdfReader(folder / f"annual-summary-{language}.pdf").outline
    chapters = [str(each.title) for each in outline if not isinstance(each, list)]
    results, plan = (report.interface_word(f"map.stage-{key}", language) for key in ("results", "plan"))
    assert chapters[2:] == [
        *(results.format(year=year) for year in (2025, 2024)),
        *(plan.format(year=year) for year in (2026, 2025)),
        report.interface_word("summary.all", language),
        *(title[language] for page in ("charts", "method") if (title := report.page[page].title)),
    ]


@pytest.mark.parametrize("name", summary.file_names())
def test_names_and_languages(folder: Path, name: str) -> None:
    english = "-en" in name
    with pikepdf.open(folder / name) as file:
        root = file.Root
        assert str(root.Lang) == ("en-GB" if english else "zh-CN")
        assert bool(root.MarkInfo.Marked)
        assert bool(root.ViewerPreferences.DisplayDocTitle)
        assert str(file.docinfo.Title)
        languages = Counter(str(each.Lang) for each in elements(file) if "/Lang" in each)
        if name in ANNEXES:  # the other language stands in the glossary, and in English among the sources too
            assert languages["zh-CN" if english else "en-GB"] > 100


@pytest.mark.parametrize("name", WHOLE)
def test_outline_and_headings(report: Report, folder: Path, name: str) -> None:
    outline = pypdf.PdfReader(folder / name).outline
    chapters = [each for each in outline if not isinstance(each, list)]
    assert len(chapters) == 9  # finding, contents; two of results, two of plans; map, charts, method
    with pikepdf.open(folder / name) as file:
        tags = Counter(str(each.get("/S")) for each in elements(file))
    assert tags["/H1"] == len(chapters)
    assert tags["/H2"] > 10


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_title_begins_with_a_capital(report: Report, folder: Path, language: Any) -> None:
    """Also where the subject, as sentences have it, begins with an article."""
    subject = Text(zh="全国卫生系统", en="the national health system")
    changed = replace(report, edition=report.edition.model_copy(update={"subject": subject}))
    for document in documents(view_of(changed, language, folder), "").values():
        assert document["title"].startswith({"zh": "全国卫生系统", "en": "The national health system"}[language])
        assert document["head"].startswith({"zh": "全国卫生系统", "en": "The national health system"}[language])


@pytest.mark.parametrize("name", WHOLE)
def test_pictures_say_what_they_show(report: Report, folder: Path, name: str) -> None:
    with pikepdf.open(folder / name) as file:
        pictures = [each for each in elements(file) if each.get("/S") == pikepdf.Name.Figure]
        assert all(str(each.get("/Alt", "")).strip() for each in pictures)
        shown = {str(each.Alt) for each in pictures}
    assert len(shown) >= len(report.charts)


@pytest.mark.parametrize("name", ANNEXES)
def test_tables_have_both_headers(report: Report, folder: Path, name: str) -> None:
    with pikepdf.open(folder / name) as file:
        scopes = Counter(scope(each) for each in elements(file) if each.get("/S") == pikepdf.Name.TH)
        rows = [
            row
            for body in elements(file)
            if body.get("/S") == pikepdf.Name.TBody
            for row in body.K
            if row.S == pikepdf.Name.TR
        ]
        assert all(row.K[0].S == pikepdf.Name.TH for row in rows)
    assert scopes["/Row"] >= len(report.figures) + len(report.glossary) + len(report.errata)
    assert scopes["/Column"] >= 4
    assert "" not in scopes


def test_the_english_says_which_text_prevails(report: Report, folder: Path) -> None:
    for name in ("annual-summary-en.pdf", "annual-summary-en-2pages.pdf"):
        assert solid(report.edition.notices.prevails.en) in solid(text_of(folder / name))
    assert solid(report.edition.notices.compiled.zh) in solid(text_of(folder / "annual-summary-zh.pdf"))


def test_lines_end_where_a_british_book_parts_words(folder: Path) -> None:
    british = pyphen.Pyphen(lang="en_GB")
    text = text_of(folder / "annual-summary-en.pdf")
    parted = re.findall(r"([A-Za-z]+)[-\u00ad] ?\n([a-z]+)", text)
    assert len(parted) > 5
    data = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "data").rglob("*.yml"))
    written = {f"{a}-{b}" for a, b in parted if f"{a}-{b}" in data}  # with a hyphen of its own, as health-care
    wrong = [f"{a}-{b}" for a, b in parted if len(a) not in british.positions(f"{a}{b}".lower())]
    wrong = [word for word in wrong if word not in written]
    assert wrong == []


def test_chinese_lines_begin_well(folder: Path) -> None:
    lines = text_of(folder / "annual-summary-zh.pdf").splitlines()
    assert [line for line in lines if re.match(r"[，。、；：？！）》”]", line)] == []


def test_an_address_brings_codes_and_none_brings_none(report: Report, folder: Path) -> None:
    without = dict(summary.make_summaries(report, folder, "", separate_processes=False))["annual-summary-en.pdf"]
    assert "example.org" in text_of(folder / "annual-summary-en.pdf")
    with pikepdf.open(folder / "annual-summary-en.pdf") as file:
        codes = {str(e.Alt) for e in elements(file) if e.get("/S") == pikepdf.Name.Figure and ADDRESS in str(e.Alt)}
        assert codes == {f"QR code for {ADDRESS}en/"}
    with pikepdf.open(io.BytesIO(without)) as file:
        assert not [e for e in elements(file) if "QR" in str(e.get("/Alt", ""))]


def test_same_bytes_again(report: Report, folder: Path, tmp_path: Path) -> None:
    """In another folder, so that nothing comes from a cache, and in this process."""
    again = dict(summary.make_summaries(report, tmp_path, ADDRESS, separate_processes=False))
    assert [name for name, content in again.items() if content != (folder / name).read_bytes()] == []


def test_a_warm_build_imports_neither_typst_nor_matplotlib(report: Report, folder: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from report.load import load_report; "
        "from publish.summary import api as summary; "
        f"files = dict(summary.make_summaries(load_report(Path({str(ROOT)!r})), Path({str(folder)!r}), {ADDRESS!r})); "
        "sys.exit(len(files) != 6 or bool({'typst', 'matplotlib', 'pikepdf'} & set(sys.modules)))"
    )
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)


def test_the_preview_makes_files_when_they_are_asked_for(tmp_path: Path) -> None:
    class Site:
        pass

    site = Site()
    site.report = good_report()  # type: ignore[attr-defined]
    passed: list[str] = []

    def application(environ: dict[str, Any], start_response: Any) -> list[bytes]:
        passed.append(environ["PATH_INFO"])
        return []

    folder = copy_drawings(tmp_path, built_sample())
    answer = summary.serve_on_request(application, folder, tmp_path / "site", lambda: site)
    answer({"PATH_INFO": "/2025/"}, None)
    assert not (tmp_path / "site").exists()
    answer({"PATH_INFO": "/downloads/annual-summary-zh.pdf"}, None)
    assert sorted(path.name for path in (tmp_path / "site/downloads").iterdir()) == sorted(summary.file_names())
    assert passed == ["/2025/", "/downloads/annual-summary-zh.pdf"]


@pytest.mark.parametrize("form", ["short", pytest.param("long", marks=pytest.mark.slow)])
def test_verapdf_finds_nothing(request: pytest.FixtureRequest, form: str) -> None:
    """PDF/UA-1 and PDF/A-2a, by the rules of veraPDF; in short PDF/UA-1 alone, and a hand-out of the sample."""
    if not shutil.which("java") or subprocess.run(["java", "-version"], capture_output=True, check=False).returncode:
        unavailable("no Java runtime: tests/setup_java.sh could not install one")
    if form == "long":
        flavours, files = "ua1,2a", [str(request.getfixturevalue("folder") / name) for name in summary.file_names()]
    else:
        flavours, files = "ua1", [
            str(built_sample() / f"site/downloads/annual-summary-en{end}.pdf") for end in summary.ENDS
        ]
    command = [sys.executable, str(Path(__file__).parents[2] / "verapdf.py"), flavours, *files]
    found = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert (found.stdout, found.returncode) == ("", 0), found.stderr
