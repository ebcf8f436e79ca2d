"""The copy to read offline: its names, its links, and the whole of it in a real browser, from disk."""

import os
import re
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from building import ADDRESS, ROOT, built_sample, built_site, copy_drawings, report
from playwright.sync_api import Browser, Page, expect

from publish.new_report import start_report
from publish.site import offline
from samples import real_report

FOLDER = "U 盘 (1)/株洲 #2"
"""Where a reader may unpack it: spaces, Chinese, what addresses must spell out."""
QUERIES = {
    "": {"中医": "2026/tcm/", "夜市": "figures/night-market-sessions.2024/"},
    "en/": {"bonds": "figures/treasury-bonds.2024/"},
}
RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")


def report_offline(report: Path, target: Path) -> subprocess.CompletedProcess[str]:
    """Run `report offline` on a report."""
    code = "import sys; from publish.commands import main; sys.exit(main())"
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SITE_URL": ADDRESS, "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [sys.executable, "-c", code, "offline", str(target)], cwd=report, env=environment, capture_output=True,
        text=True, encoding="utf-8", check=False,
    )  # fmt: skip


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The zip, as its command makes it."""
    target = tmp_path_factory.mktemp("offline")
    done = report_offline(ROOT, target)
    assert done.returncode == 0, done.stderr
    assert [done.stdout.strip()] == [path.as_posix() for path in target.iterdir()]
    return next(target.iterdir())


@pytest.fixture(scope="module")
def copy(packed: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The copy, unpacked where a reader might."""
    folder = tmp_path_factory.mktemp("reader") / FOLDER
    with zipfile.ZipFile(packed) as zipped:
        zipped.extractall(folder)
    return folder / packed.stem


class Addresses(HTMLParser):
    """The ids of a page, and what it links to or fetches, by element."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.links: list[tuple[str, str]] = []
        self.feed(file.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.ids.add(given.get("id", ""))
        if tag == "link" and given.get("rel", "").strip() in ("canonical", "alternate"):
            return
        self.links += [(tag, given[name]) for name in ("href", "src") if name in given]


@pytest.fixture(scope="module")
def pages(copy: Path) -> dict[Path, Addresses]:
    return {file: Addresses(file) for file in copy.rglob("*.html")}


def test_names_fit_every_system(packed: Path) -> None:
    names = zipfile.ZipFile(packed).namelist()
    assert packed.stem == offline.archive_name(real_report())
    assert {name.partition("/")[0] for name in names} == {packed.stem}
    parts = {part for name in names for part in name.split("/")}
    assert [part for part in parts if not re.fullmatch(r"[A-Za-z0-9_.-]*[A-Za-z0-9_-]", part)] == []
    assert [part for part in parts if RESERVED.fullmatch(part)] == []
    assert len({name.lower() for name in names}) == len(names)
    assert max(map(len, names)) < 120  # Windows takes 260 with the folders above.


def test_the_same_files_give_the_same_bytes(tmp_path: Path) -> None:
    contents = []
    for number in (1, 2):
        site = tmp_path / f"site{number}"
        for name in ("b/index.html", "a.html", "404.html", "a.js.map") if number == 1 else ("a.html", "b/index.html"):
            (site / name).parent.mkdir(parents=True, exist_ok=True)
            (site / name).write_text(name, encoding="utf-8")
        os.utime(site / "a.html", (time.time(), 1_000_000_000 * number))
        offline._pack(site, tmp_path / f"{number}.zip", real_report())
        contents.append((tmp_path / f"{number}.zip").read_bytes())
    assert contents[0] == contents[1]


def test_it_has_every_page_and_nothing_for_servers(copy: Path, pages: dict[Path, Addresses]) -> None:
    site = built_site()
    published = {path.relative_to(site).as_posix() for path in site.rglob("*.html")} - {"404.html"}
    assert {path.relative_to(copy).as_posix() for path in pages} == published
    assert list(copy.rglob("card.png")) == []
    assert not (copy / "sitemap.xml").exists()
    home = (copy / "index.html").read_text(encoding="utf-8")
    assert "http-equiv" not in home
    assert "og:image" not in home
    assert f'<link rel="canonical" href="{ADDRESS}">' in home


def test_every_link_leads_to_a_file(copy: Path, pages: dict[Path, Addresses]) -> None:
    lost = []
    for file, page in pages.items():
        for tag, link in page.links:
            parts = urlsplit(link)
            if tag == "a" and parts.scheme in ("http", "https", "mailto"):
                continue
            target = Path(os.path.normpath(file.parent / unquote(parts.path))) if parts.path else file
            stays = not parts.scheme and not parts.netloc and target.is_relative_to(copy) and target.is_file()
            ids = pages[target].ids | {"", "__top"} if target in pages else {unquote(parts.fragment)}
            chosen = target.parent.name == "map" and parts.fragment.startswith("p=")  # A choice of the map's filters.
            if not stays or (unquote(parts.fragment) not in ids and not chosen):
                lost.append((file.relative_to(copy).as_posix(), tag, link))
    assert lost == []


@pytest.fixture
def said(browser: Browser) -> list[str]:
    """What pages of this test wrote to the console, could not find, or asked another host for."""
    return []


@pytest.fixture
def page(browser: Browser, said: list[str]) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    # A page that is left, or a file that is kept, breaks off what was still under way.
    page.on("requestfailed", lambda r: None if r.failure == "net::ERR_ABORTED" else said.append(f"failed: {r.url}"))
    page.on("request", lambda r: None if r.url.startswith(("file:", "data:", "about:")) else said.append(r.url))
    yield page
    context.close()


@pytest.mark.parametrize("prefix", QUERIES)
def test_search_finds_and_opens_from_disk(page: Page, said: list[str], copy: Path, prefix: str) -> None:
    for query, found in QUERIES[prefix].items():
        page.goto((copy / prefix / "2025/index.html").as_uri())
        page.locator(".md-search__input").click()
        page.locator(".md-search__input").fill(query)
        page.locator(".md-search__input").press("Shift")  # Material listens to keys.
        page.locator(".md-search-result__item > a").first.click()
        page.wait_for_url(lambda url, found=found: f"/{prefix}{found}index.html" in url)
        assert page.locator("article h1").is_visible()
    assert said == []


def test_pages_work_from_disk(page: Page, said: list[str], copy: Path) -> None:
    page.goto((copy / "index.html").as_uri())
    page.locator("article a.fig").first.click()
    page.locator("#figure-card q").wait_for()
    page.locator("#figure-card a").click()
    expect(page).to_have_url(re.compile(r"(?<!/en)/figures/[^/]+/index\.html$"))
    page.locator("header a[hreflang=en-GB]").click()
    expect(page).to_have_url(re.compile(r"/en/figures/[^/]+/index\.html$"))
    page.goto((copy / "en/figures/index.html").as_uri())
    page.locator("form.bar input[type=search], form.bar input[name=q]").fill("nurseries")
    shown = page.locator("table.figures tbody tr:not(.grp):visible").count()
    assert 0 < shown < 10
    page.goto((copy / "charts/index.html").as_uri())
    assert page.locator("figure.chart svg:visible").count() >= 5
    assert said == []
    page.locator("figure.chart summary").first.click()
    with page.expect_download() as download:
        page.locator("figure.chart .dl a[download]", has_text="CSV").first.click()
    assert download.value.path().stat().st_size > 100


def test_a_report_with_a_problem_makes_no_zip(tmp_path: Path) -> None:
    done = report_offline(ROOT / "samples/library", tmp_path / "out")
    assert done.returncode == 1
    assert "mkdocs.yml' does not exist" in done.stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("file", "slip", "said"),
    [
        ("data/strings.yml", "# TODO: check\n", "still to be filled: check"),
        ("docs/method.md", "\n{{ nothing.at.all }}\n", "docs/method.md:"),
        ("theme/partials/footer.html", "{{ nothing.at.all }}", "footer.html:1: UndefinedError: 'nothing' is undefined"),
    ],
)
def test_what_keeps_it_from_being_made_is_said(tmp_path: Path, file: str, slip: str, said: str) -> None:
    start_report(tmp_path / "r")
    place = tmp_path / "r" / file
    place.parent.mkdir(parents=True, exist_ok=True)
    with place.open("a", encoding="utf-8") as stream:
        stream.write(slip)
    settings = tmp_path / "r/mkdocs.yml"
    if file.startswith("theme/"):
        text = settings.read_text(encoding="utf-8")
        settings.write_text(text.replace("name: material\n", "name: material\n  custom_dir: theme\n"), encoding="utf-8")
    copy_drawings(tmp_path / "r", built_sample())
    done = report("--root", "r", "offline", "out", folder=tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "out").exists()
