"""Where the languages stand below the address of a site: each in a folder, or either at the root."""

import json
import re
import shutil
from dataclasses import replace
from functools import cache
from pathlib import Path
from urllib.parse import urljoin
from xml.etree import ElementTree

import pypdf
import pytest
from building import ADDRESS, as_a_command, build, built_once, built_sample, copy_sample
from library_projects import add, check_of, copy_library

from macros.page_files import read_page_files
from macros.pages import render_pages
from publish.addresses import check_folders
from publish.data import files as open_data
from publish.markdown_export import write_trees
from publish.site.languages import languages_of, site_address
from publish.site.offline import make_zip
from report.load import load_report
from report.model import Report
from samples import ROOT, good_report

HELPERS = ("index.md~", "#index.md#", "._index.md", ".index.md.swp", "~$table.xlsx")
"""What programs leave beside the files that they edit; none of it is published."""
FOLDERS = {"zh": "tc/", "en": "en/"}
TAGS = {"zh": "zh-CN", "en": "en-GB"}
_LINK = re.compile(r'\s(?:href|src)="([^"#?]+)')
_CANONICAL = re.compile(r'<link rel="canonical" href="([^"]*)">')
_ALTERNATE = re.compile(r'<link rel="alternate ?" hreflang="([^"]*)" href="([^"]*)">')


@cache
def project() -> Path:
    """The sample with both languages in folders, built below `ADDRESS`."""

    def make(folder: Path) -> None:
        copy_sample(folder)
        add(folder, "data/report.yml", "folders: {zh: tc, en: en}\n")
        for name in HELPERS:
            (folder / "docs" / name).write_text("a: [", encoding="utf-8")
        result = build(folder, strict=True, address=ADDRESS)
        assert (result.succeeded, result.messages) == (True, "")

    return built_once("folders", make)


@cache
def site() -> Path:
    return project() / "site"


def read(name: str) -> str:
    return (site() / name).read_text(encoding="utf-8")


def files_of(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def dead_links(folder: Path, root: str) -> set[str]:
    """Links of the pages of a folder, which stands at an address, that lead to none of its files."""
    there, dead = files_of(folder), set()
    for page in (name for name in there if name.endswith(".html")):
        for link in _LINK.findall((folder / page).read_text(encoding="utf-8")):
            name = urljoin(root + page, link).removeprefix(root)
            if "://" not in name and not {name, f"{name}index.html"} & there:
                dead.add(f"{page}: {link}")
    return dead


def test_the_same_files_stand_in_the_folder_as_at_the_root() -> None:
    shared = ("assets/", "downloads/")
    usual = {name for name in files_of(built_sample() / "site") if not name.startswith(shared)}
    of_root = {"404.html", "sitemap.xml", "sitemap.xml.gz", ".report-files"}
    moved = {name if name in of_root or name.startswith("en/") else f"tc/{name}" for name in usual}
    found = {name for name in files_of(site()) if not name.startswith(shared)}
    assert found == moved | {"index.html"}
    assert {path.name for path in (site() / "downloads").iterdir()} == {
        path.name for path in (built_sample() / "site/downloads").iterdir()
    }


def test_the_root_leads_to_the_first_language_and_links_to_both() -> None:
    page = read("index.html")
    assert '<html lang="zh-CN">' in page
    assert '<meta http-equiv="refresh" content="0; url=tc/">' in page
    assert _CANONICAL.findall(page) == [f"{ADDRESS}tc/"]
    assert [*_ALTERNATE.findall(page)] == [
        ("zh-CN", f"{ADDRESS}tc/"), ("en-GB", f"{ADDRESS}en/"), ("x-default", f"{ADDRESS}tc/"),
    ]  # fmt: skip
    assert '<a href="tc/" lang="zh-CN" hreflang="zh-CN">青石书香</a>' in page
    assert '<a href="en/" lang="en-GB" hreflang="en-GB">Qingshi Library</a>' in page
    assert "<script" not in page
    assert "default-src 'none'" in page


def test_every_link_of_a_page_leads_to_a_file() -> None:
    assert dead_links(site(), ADDRESS) == set()


@pytest.mark.parametrize("language", FOLDERS)
def test_a_page_names_its_address_and_the_other_language(language: str) -> None:
    page = read(f"{FOLDERS[language]}figures/visits.2024/index.html")
    address = f"{ADDRESS}{FOLDERS[language]}figures/visits.2024/"
    assert _CANONICAL.findall(page) == [address]
    assert _ALTERNATE.findall(page) == [
        ("zh-CN", f"{ADDRESS}tc/figures/visits.2024/"),
        ("en-GB", f"{ADDRESS}en/figures/visits.2024/"),
        ("x-default", f"{ADDRESS}tc/figures/visits.2024/"),
    ]
    assert f'<meta property="og:image" content="{address}card.png">' in page
    assert address in page.partition("<article")[2]  # In its citations.


@pytest.mark.parametrize("language", FOLDERS)
def test_data_and_descriptions_name_the_folder(language: str) -> None:
    home = ADDRESS + FOLDERS[language]
    figure = json.loads(read(f"{FOLDERS[language]}figures/visits.2024/figure.json"))["figure"]
    assert figure["url"] == f"{home}figures/visits.2024/"
    assert home in json.dumps(figure["citations"])
    assert json.loads(read(f"{FOLDERS[language]}data/figures.json"))["report"]["url"] == home
    page = read(f"{FOLDERS[language]}figures/index.html")
    described = json.loads(page.partition('<script type="application/ld+json">')[2].partition("</script>")[0])
    assert (described["url"], described["inLanguage"]) == (f"{home}figures/", TAGS[language])
    names = {each["contentUrl"].removeprefix(ADDRESS) for each in described["distribution"]}
    assert len(names) > 3
    assert names <= files_of(site())
    pdf = pypdf.PdfReader(site() / f"downloads/annual-summary-{language}.pdf")
    printed = "".join(page.extract_text() for page in pdf.pages).replace("\u200b", "")  # Where its lines may end.
    assert home.removeprefix("https://") in printed


def test_the_sitemap_lists_every_page_but_the_root() -> None:
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    entries = ElementTree.fromstring(read("sitemap.xml")).findall("s:url", names)
    found = {entry.findtext("s:loc", "", names) for entry in entries}
    pages = {name for name in files_of(site()) if name.endswith("/index.html")}
    assert found == {ADDRESS + name.removesuffix("index.html") for name in pages}
    defaults = [entry.find("x:link[@hreflang='x-default']", names) for entry in entries]
    assert all(link is not None and link.get("href", "").startswith(f"{ADDRESS}tc/") for link in defaults)


def test_each_language_searches_its_own_pages_also_from_an_unknown_address() -> None:
    for folder in FOLDERS.values():
        docs = json.loads(read(f"{folder}search/search_index.json"))["docs"]
        there = {doc["location"].partition("#")[0] for doc in docs}
        assert "figures/visits.2024/" in there
        assert all((site() / folder / name / "index.html").is_file() for name in there)
    page = read("404.html")
    assert '"base": "/report/tc/"' in page
    assert '"search": "/report/assets/search.js' in page
    assert 'href="/report/tc/"' in page
    assert 'href="/report/en/"' in page


def test_the_copy_to_read_offline_opens_at_its_root(tmp_path: Path) -> None:
    with as_a_command(project(), ADDRESS):
        shutil.unpack_archive(make_zip(project(), tmp_path), tmp_path / "unpacked")
    (copy,) = (tmp_path / "unpacked").iterdir()
    page = (copy / "index.html").read_text(encoding="utf-8")
    assert 'content="0; url=tc/index.html"' in page
    assert 'href="en/index.html"' in page
    assert "Content-Security-Policy" not in page
    assert dead_links(copy, "http://copy/") == set()
    assert (copy / "tc/search/search_index.js").is_file()


def test_each_exported_language_has_a_root_of_its_own(tmp_path: Path) -> None:
    for folder in write_trees(project(), tmp_path, ADDRESS):
        docs = files_of(folder / "docs")
        assert {"index.md", "figures/visits.2024/figure.json", "charts/satisfaction.svg", "data/report.xlsx"} <= docs
        assert not [name for name in docs if name.startswith(("tc/", "en/"))]


def report_with(folders: dict[str, str]) -> Report:
    report = good_report()
    update = {"folders": report.edition.folders.model_copy(update=folders)}
    return replace(report, edition=report.edition.model_copy(update=update))


def test_either_language_may_stand_at_the_root_and_is_then_the_default() -> None:
    report = report_with({"zh": "zh", "en": ""})
    assert [language.address("2025/") for language in languages_of(report)] == ["2025/", "zh/2025/"]
    data = open_data.make_files(report, ADDRESS)
    assert {"data/figures.csv", "zh/data/figures.csv"} <= set(data)
    context = open_data.site_context(report, data, ADDRESS)
    assert context.home_addresses == {"en": ADDRESS, "zh": f"{ADDRESS}zh/"}
    pages = {(page.language, page.address): page.markdown for page in render_pages(report, ROOT / "docs", context)}
    assert 'href="../downloads/annual-summary-en.pdf"' in pages["en", "summary/"]
    assert 'href="../../downloads/annual-summary-zh.pdf"' in pages["zh", "summary/"]


@pytest.mark.parametrize(
    ("given", "own", "address"),
    [
        ("https://a.example/r", None, "https://a.example/r/"),
        ("", "https://b.example", "https://b.example/"),
        ("https://a.example/", "https://b.example", "https://a.example/"),
        ("", None, ""),
    ],
)
def test_the_address_of_the_site(given: str, own: str | None, address: str) -> None:
    report = good_report()
    edition = report.edition.model_copy(update={"site": report.edition.site.model_copy(update={"address": own})})
    assert site_address(replace(report, edition=edition), given) == address


@pytest.mark.parametrize("folder", ["figures", "data", "assets", "downloads", "search", "themes", "index", "novel"])
def test_a_folder_in_which_something_stands_is_refused(tmp_path: Path, folder: str) -> None:
    root = copy_library(tmp_path / "project")
    add(root, "data/pages.yml", "- id: novel\n  title: {zh: 页, en: Page}\n")
    add(root, "docs/novel.md", "# {{ title() }} { #top }\n")
    add(root, "data/report.yml", f"folders: {{zh: tc, en: {folder}}}\n")
    report = load_report(root)
    found = list(check_folders(report, read_page_files(report, root / "docs", [])))
    said = "cannot be the folder of a language here: pages or files of the site stand there"
    assert [problem.render().splitlines()[0] for problem in found] == [
        f"data/report.yml:77: folders.en: `{folder}` {said}"
    ]


def test_check_refuses_the_folder_of_a_page(tmp_path: Path) -> None:
    root = copy_library(tmp_path / "project")
    add(root, "data/report.yml", "folders: {zh: glossary, en: en}\n")
    said = "`glossary` cannot be the folder of a language here: pages or files of the site stand there"
    assert check_of(root) == [f"data/report.yml:77: folders.zh: {said}"]


def test_a_folder_that_windows_cannot_make_is_refused(tmp_path: Path) -> None:
    root = copy_library(tmp_path / "project")
    add(root, "data/report.yml", "folders: {zh: con, en: en}\n")
    assert check_of(root) == ["data/report.yml:77: folders.zh: `con` cannot be the name of a folder on Windows"]
