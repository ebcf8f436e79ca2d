"""The built site: languages, links, heads and feet of its pages; and what a build that fails leaves behind."""

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from building import ADDRESS, build, built_sample, built_site, copy_project, copy_sample, mkdocs

HAN = re.compile("[\u3400-\u9fff]")
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
LANGUAGES = {"": "zh-CN", "en/": "en-GB"}


@dataclass
class Html(HTMLParser):
    """A page, taken apart.

    Attributes:
        tags: Every element with its attributes.
        ids: Every id.
        text: Every piece of text with the language it stands in.
    """

    source: str
    tags: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    text: list[tuple[str, str]] = field(default_factory=list)
    open: list[tuple[str, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self.feed(self.source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self.tags.append((tag, attributes))
        if "id" in attributes:
            self.ids.append(attributes["id"])
        if tag not in VOID:
            language = attributes.get("lang") or (self.open[-1][1] if self.open else "")
            self.open.append((tag, language))

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if data.strip() and self.open and self.open[-1][0] not in ("script", "style"):
            self.text.append((self.open[-1][1], data.strip()))

    def links(self, rel: str) -> list[dict[str, str]]:
        return [attrs for tag, attrs in self.tags if tag == "link" and rel in attrs.get("rel", "").split()]


@pytest.fixture(scope="module")
def pages() -> dict[str, Html]:
    """Every page by its address below the root of the site."""
    site = built_site()
    files = {path.relative_to(site).as_posix(): path for path in site.rglob("*.html")}
    return {name.removesuffix("index.html"): Html(path.read_text("utf-8")) for name, path in files.items()}


def of_language(pages: dict[str, Html], prefix: str) -> Iterator[tuple[str, Html]]:
    for address, page in pages.items():
        if address != "404.html" and address.startswith("en/") == (prefix == "en/"):
            yield address, page


def test_each_page_stands_in_both_languages(pages: dict[str, Html]) -> None:
    chinese = {address for address, _ in of_language(pages, "")}
    english = {address.removeprefix("en/") for address, _ in of_language(pages, "en/")}
    assert chinese == english
    assert {"", "2024/", "2025/", "2026/", "2026/reform/", "figures/", "glossary/"} <= chinese
    assert sum(address.startswith("figures/") for address in chinese) > 50


@pytest.mark.parametrize("prefix", LANGUAGES)
def test_head_names_language_and_other_versions(pages: dict[str, Html], prefix: str) -> None:
    for address, page in of_language(pages, prefix):
        plain = address.removeprefix(prefix)
        assert page.tags[0] == ("html", {"lang": LANGUAGES[prefix], "class": "no-js"}), address
        assert [link["href"] for link in page.links("canonical")] == [ADDRESS + address]
        alternates = {link["hreflang"]: link["href"] for link in page.links("alternate")}
        assert alternates == {
            "zh-CN": ADDRESS + plain,
            "en-GB": f"{ADDRESS}en/{plain}",
            "x-default": ADDRESS + plain,
        }, address


def test_switcher_leads_to_the_same_page(pages: dict[str, Html]) -> None:
    for prefix in LANGUAGES:
        for address, page in of_language(pages, prefix):
            other = address.removeprefix("en/") if prefix else f"en/{address}"
            switches = [attrs["href"] for tag, attrs in page.tags if tag == "a" and "hreflang" in attrs]
            assert [urljoin(ADDRESS + address, href) for href in switches] == [ADDRESS + other], address


def test_titles_and_descriptions_are_of_the_language(pages: dict[str, Html]) -> None:
    for address, page in of_language(pages, "en/"):
        described = [attrs["content"] for tag, attrs in page.tags if attrs.get("name") == "description"]
        assert len(described) == 1, address
        assert described[0], address
        assert not HAN.search(described[0]), address


def test_chinese_on_an_english_page_is_marked(pages: dict[str, Html]) -> None:
    unmarked = [
        (address, text)
        for address, page in of_language(pages, "en/")
        for language, text in page.text
        if HAN.search(text) and not language.startswith("zh")
    ]
    assert unmarked == []


def test_ids_are_unique_on_a_page(pages: dict[str, Html]) -> None:
    doubled = {address: [name for name in page.ids if page.ids.count(name) > 1] for address, page in pages.items()}
    assert {address: names for address, names in doubled.items() if names} == {}


def test_links_and_anchors_lead_somewhere(pages: dict[str, Html]) -> None:
    site = built_site()
    lost = []
    for address, page in pages.items():
        for tag, attrs in page.tags:
            href = attrs.get("href", attrs.get("src"))
            if href is None or tag == "link" or href.startswith(("mailto:", "data:")):
                continue
            parts = urlsplit(urljoin(ADDRESS + address, href))
            if not parts.geturl().startswith(ADDRESS):
                continue
            path = unquote(parts.path).removeprefix(urlsplit(ADDRESS).path)
            if path in pages:
                is_choice = "=" in parts.fragment  # Of the map: `map/#p=here`.
                if parts.fragment and not is_choice and unquote(parts.fragment) not in [*pages[path].ids, "__top"]:
                    lost.append((address, href))
            elif not (site / path).is_file():
                lost.append((address, href))
    assert lost == []


def test_nothing_is_fetched_from_elsewhere(pages: dict[str, Html]) -> None:
    for address, page in pages.items():
        for tag, attrs in page.tags:
            if tag == "a" or attrs.get("rel", "").strip() in ("canonical", "alternate"):
                continue
            for name in ("href", "src", "srcset", "action", "data"):
                assert not re.match(r"(?:https?:)?//", attrs.get(name, "")), (address, tag, attrs)


def test_footer_says_what_the_report_is(pages: dict[str, Html]) -> None:
    from report.load import load_report

    notices = load_report(Path(__file__).parents[3]).edition.notices
    for prefix, language in (("", "zh"), ("en/", "en")):
        for address, page in of_language(pages, prefix):
            said = [text for _, text in page.text]
            assert notices.compiled[language] in said, address
            assert notices.report_errors[language] in said, address
            assert (notices.prevails["en"] in said) == (language == "en"), address


def test_the_page_for_a_lost_address_speaks_both_languages(pages: dict[str, Html]) -> None:
    page = pages["404.html"]
    links = {urljoin(ADDRESS, attrs.get("href", "")) for tag, attrs in page.tags if tag == "a"}
    assert {ADDRESS, ADDRESS + "en/"} <= links
    assert [attrs["lang"] for tag, attrs in page.tags if attrs.get("class") == "not-found"] == ["zh-CN", "en-GB"]


def test_sitemap_lists_every_page_with_its_versions(pages: dict[str, Html]) -> None:
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    urls = ET.parse(built_site() / "sitemap.xml").getroot().findall("s:url", names)
    listed = {url.findtext("s:loc", "", names) for url in urls}
    assert listed == {ADDRESS + address for address in pages if address != "404.html"}
    assert {len(url.findall("x:link", names)) for url in urls} == {len(LANGUAGES) + 1}


def test_each_language_has_its_own_search_index() -> None:
    site = built_site()
    for prefix in LANGUAGES:
        index = json.loads((site / prefix / "search/search_index.json").read_text("utf-8"))
        places = [section["location"] for section in index["docs"]]
        assert "2026/reform/" in places
        assert not [place for place in places if place.startswith("en/")]


def test_without_an_address_there_is_none_in_the_pages(tmp_path: Path) -> None:
    result = build(copy_sample(tmp_path / "project"), strict=True, site=tmp_path / "site")
    assert (result.succeeded, result.messages) == (True, "")
    home = Html((tmp_path / "site/en/index.html").read_text("utf-8"))
    assert home.links("canonical") == home.links("alternate") == []
    assert not (tmp_path / "site/sitemap.xml").exists()


def test_a_report_with_a_problem_leaves_the_published_site_alone(tmp_path: Path) -> None:
    project = copy_sample(tmp_path / "project")
    (project / "site").mkdir()
    (project / "site/index.html").write_text("published", encoding="utf-8")
    (project / "site/.report-files").write_text("index.html\n", encoding="utf-8")
    with (project / "data/report.yml").open("a", encoding="utf-8") as stream:
        stream.write("nonsense: yes\n")
    result = mkdocs("build", root=project)
    assert result.returncode == 1
    assert "data/report.yml:" in result.stderr
    assert "nonsense" in result.stderr
    assert "Traceback" not in result.stderr
    assert {path.name for path in project.glob("*site*")} <= {"site", ".site.lock"}
    assert {path.name for path in (project / "site").iterdir()} == {".report-files", "index.html"}


def test_a_template_that_fails_midway_leaves_the_published_site_alone(tmp_path: Path) -> None:
    project = copy_sample(tmp_path / "project")
    (project / "site").mkdir()
    with (project / "overrides/partials/footer.html").open("a", encoding="utf-8") as stream:
        stream.write("{{ nothing.at.all }}\n")
    assert mkdocs("build", root=project, SITE_URL=ADDRESS).returncode == 1
    assert {path.name for path in project.glob("*site*")} == {"site", ".site.lock"}
    assert list((project / "site").iterdir()) == []


def test_a_warning_in_strict_mode_publishes_nothing(tmp_path: Path) -> None:
    project = copy_sample(tmp_path / "project")
    with (project / "docs/method.md").open("a", encoding="utf-8") as stream:
        stream.write("\n[nowhere](nowhere.md)\n")
    result = build(project, strict=True, address=ADDRESS)
    assert not result.succeeded
    assert "nowhere.md" in result.messages
    assert not (project / "site").exists()


@pytest.mark.parametrize("report", ["sample", pytest.param("real", marks=pytest.mark.slow)])
def test_two_builds_are_the_same_to_the_byte(tmp_path: Path, report: str) -> None:
    """One in another folder, zone, locale and order of sets."""
    project = (copy_project if report == "real" else copy_sample)(tmp_path / "elsewhere" / "project")
    environment = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "7", "SITE_URL": ADDRESS}
    result = mkdocs("build", "--strict", "--quiet", root=project, **environment)
    assert result.returncode == 0, result.stderr
    first = contents(built_site() if report == "real" else built_sample() / "site")
    second = contents(project / "site")
    assert sorted(first) == sorted(second)
    assert [name for name in first if first[name] != second[name]] == []


def contents(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


@pytest.mark.parametrize("trouble", ["no room", "no right"])
def test_a_disk_that_cannot_be_written_is_a_message(tmp_path: Path, trouble: str) -> None:
    """No file may grow beyond 64 KiB, as if the disk were full; or a folder stands where the build keeps its lock."""
    project, site = copy_sample(tmp_path / "project"), tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("published", encoding="utf-8")
    (site / ".report-files").write_text("index.html\n", encoding="utf-8")
    resource = pytest.importorskip("resource", reason="Windows has no such limit")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    if trouble == "no right":
        (tmp_path / ".site.lock").mkdir()
    else:
        resource.setrlimit(resource.RLIMIT_FSIZE, (65536, hard))
    try:
        result = mkdocs("build", "--quiet", "--site-dir", str(site), root=project, SITE_URL=ADDRESS)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert result.returncode == 1
    assert "Traceback" not in result.stderr
    why = "Is a directory" if trouble == "no right" else "File too large"
    expected = "expected: a file or folder that you may read and write"
    assert f"cannot be read or written: {why}\n  {expected}" in result.stderr
    assert {path.name for path in site.iterdir()} == {".report-files", "index.html"}
    assert {path.name for path in tmp_path.iterdir()} == {"site", ".site.lock", "project"}
