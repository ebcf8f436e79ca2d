"""Links to a report's repository: which file, which address, encoded for both languages; none without a repository."""

from dataclasses import replace
from html import escape
from pathlib import Path
from urllib.parse import parse_qs, quote, unquote, urlsplit

import pytest
from building import ADDRESS, build, built_sample, copy_sample
from library_projects import change, check_of, copy_library
from playwright.sync_api import Browser

from macros.pages import Page, render_pages
from publish.site.languages import languages_of
from publish.site.repository_links import edit_address, report_address, repository_links
from report.load import load_report
from report.model import Placed, Report, Text
from report.model.edition import repository_kind
from samples import ROOT, good_report

GITHUB = "https://github.com/agency/report"


def report_in(repository: str | None) -> Report:
    report = good_report()
    edition = report.edition.model_copy(update={"repository": repository})
    placed = tuple(Placed(p.tree, p.path, edition) if p.value is report.edition else p for p in report.placed)
    return replace(report, edition=edition, placed=placed)


def links(address: str, code: str, *, site: str = ADDRESS, root: Path = ROOT) -> dict[str, str]:
    report = report_in(GITHUB)
    page = next(p for p in render_pages(report, ROOT / "docs") if (p.address, p.language) == (address, code))
    return repository_links(report, root, page, next(each for each in languages_of(report) if each.code == code), site)


def test_an_error_is_reported_in_the_reports_own_words() -> None:
    words = {"repository.title": Text(zh="题", en="On {page}"), "repository.body": Text(zh="文", en="At {address}")}
    report = replace(report_in(GITHUB), overrides=words)
    page = next(p for p in render_pages(report, ROOT / "docs") if (p.address, p.language) == ("2025/", "en"))
    english = next(each for each in languages_of(report) if each.code == "en")
    written = " ".join(repository_links(report, ROOT, page, english, ADDRESS).values())
    assert "title=On%20" in written
    assert "body=At%20http" in written


FILES = {
    "": "data/home.yml",
    "2025/": "data/results/2025.yml",
    "2026/": "data/plans/2026.yml",
    "glossary/": "data/glossary.yml",
    "charts/": "data/charts.yml",
    "ledger/": "data/ledger.yml",
    "errata/": "data/errata.yml",
    "sources/": "data/sources.yml",
    "figures/": "data/pages.yml",
    "method/": "data/pages.yml",
    "themes/reading/": "data/report.yml",
    "figures/visits.2024/": "data/figures/reading.yml",
}


def test_a_page_is_edited_where_what_it_shows_is_written() -> None:
    report = report_in(GITHUB)
    found = {}
    for page in render_pages(report, ROOT / "docs"):
        language = next(each for each in languages_of(report) if each.code == page.language)
        found[page.address] = repository_links(report, ROOT, page, language, ADDRESS)["edit"]
    assert set(found.values()) <= {f"{GITHUB}/edit/main/{tree.tree.file}" for tree in report.placed}
    for address, file in FILES.items():
        assert found[address] == f"{GITHUB}/edit/main/{file}", address


def test_a_page_file_with_words_of_its_own_is_edited_itself(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/method.md").write_text("# {{ title() }} { #top }\n\nWords of its own.\n", encoding="utf-8")
    assert links("method/", "en", root=tmp_path)["edit"] == f"{GITHUB}/edit/main/docs/method.md"


@pytest.mark.parametrize("code", ["zh", "en"])
def test_an_error_is_reported_with_page_and_entry(code: str) -> None:
    address = "" if code == "zh" else "en/"
    found = links("figures/visits.2024/", code)
    query = urlsplit(found["report"]).query
    assert query.isascii()
    fields = {name: value for name, (value,) in parse_qs(query, strict_parsing=True).items()}
    assert set(fields) == {"title", "body"}
    title = {"zh": "差错：接待读者", "en": "Error: Visits"}[code]
    assert fields["title"].startswith(title)
    url = f"{ADDRESS}{address}figures/visits.2024/"
    names = ("页面：", "条目：") if code == "zh" else ("Page: ", "Entry: ")
    assert fields["body"].splitlines()[:2] == [f"{names[0]}{url}", f"{names[1]}visits.2024"]
    assert found["report"][: int(found["end"])].endswith(quote(url, safe=""))


def test_the_place_on_the_page_follows_its_address_whatever_the_title() -> None:
    """Of a home page whose site has no address, the address is a slash, as the title may hold one."""
    page = Page("", "zh", Path("index.md"), "3/4的读者", "x", None, "")
    report = report_in(GITHUB)
    found = repository_links(report, ROOT, page, languages_of(report)[0], "")
    before, after = found["report"][: int(found["end"])], found["report"][int(found["end"]) :]
    assert parse_qs(urlsplit(before).query) == {"title": ["差错：3/4的读者"], "body": ["页面：/"]}
    assert unquote(after).startswith("\n条目：index\n版本：")


def test_the_script_adds_the_place_behind_the_address(browser: Browser) -> None:
    found = links("figures/visits.2024/", "zh")
    page = browser.new_page()
    page.goto("about:blank#top")
    page.set_content(f'<a class="report-error" href="{escape(found["report"])}" data-end="{found["end"]}">x</a>')
    page.add_script_tag(content=(ROOT / "docs/assets/anchors.js").read_text(encoding="utf-8"))
    page.evaluate("addEventListener('click', event => event.preventDefault())")  # Nothing is requested.
    for _ in range(2):  # A second click adds nothing.
        page.locator("a").dispatch_event("click")
    href = page.locator("a").get_attribute("href") or ""
    page.close()
    before, after = found["report"][: int(found["end"])], found["report"][int(found["end"]) :]
    assert href == f"{before}%23top{after}"


def test_a_report_may_name_the_address_twice() -> None:
    body = Text(zh="{address}，又{address}。", en="{address}, {address}.")
    report = replace(report_in(GITHUB), overrides={"repository.body": body})
    page = Page("2025/", "zh", Path("year.md"), "题", "x", None, "")
    found = repository_links(report, ROOT, page, languages_of(report)[0], ADDRESS)
    assert unquote(found["report"]).endswith(f"body={ADDRESS}2025/，又{ADDRESS}2025/。")
    assert unquote(found["report"][int(found["end"]) :]) == f"，又{ADDRESS}2025/。"


def test_without_an_address_of_the_site_the_page_is_still_named() -> None:
    body = parse_qs(urlsplit(links("figures/visits.2024/", "en", site="")["report"]).query)["body"][0]
    assert body.startswith("Page: /en/figures/visits.2024/\nEntry: visits.2024\n")


HOSTS = {
    GITHUB: (
        f"{GITHUB}/edit/main/data/a%20%E4%B8%80.yml",
        f"{GITHUB}/issues/new?title=%E4%B8%80&body=a%26b%0A",
    ),
    "https://gitlab.example.org/group/part/report.git/": (
        "https://gitlab.example.org/group/part/report/-/edit/main/data/a%20%E4%B8%80.yml",
        "https://gitlab.example.org/group/part/report/-/issues/new?"
        "issue%5Btitle%5D=%E4%B8%80&issue%5Bdescription%5D=a%26b%0A",
    ),
    "https://gitee.com/agency/report": (
        "https://gitee.com/agency/report/edit/main/data/a%20%E4%B8%80.yml",
        "https://gitee.com/agency/report/issues/new",
    ),
    "https://codeberg.org/agency/report": (
        "https://codeberg.org/agency/report/_edit/main/data/a%20%E4%B8%80.yml",
        "https://codeberg.org/agency/report/issues/new?title=%E4%B8%80&body=a%26b%0A",
    ),
    "https://code.example.org:8443/git/agency/report": (
        "https://code.example.org:8443/git/agency/report/_edit/main/data/a%20%E4%B8%80.yml",
        "https://code.example.org:8443/git/agency/report/issues/new?title=%E4%B8%80&body=a%26b%0A",
    ),
}
OWN = {"https://code.example.org:8443/git/agency/report": "gitea"}
"""Of those whose address does not say what serves them."""


@pytest.mark.parametrize("repository", HOSTS)
def test_each_host_has_its_own_addresses(repository: str) -> None:
    edit, report = HOSTS[repository]
    kind = repository_kind(repository) or OWN[repository]
    assert edit_address(repository, kind, "main", "data/a 一.yml") == edit
    assert report_address(repository, kind, "一", "a&b\n") == report


@pytest.mark.parametrize(
    "address",
    ["https://example.org/github/report", f"{GITHUB}/tree/main", "https://github.com/agency", "github.com/a/b",
     "https://gitlab.com/a/b/-/tree/main", "https://codeberg.org/a/b/src/branch/main"],
)  # fmt: skip
def test_what_is_no_repository_has_no_kind(address: str) -> None:
    assert repository_kind(address) is None


def test_gitee_gets_a_plain_link() -> None:
    """No documentation says which fields of its form an address may fill in."""
    report = report_in("https://gitee.com/agency/report")
    page = next(p for p in render_pages(report, ROOT / "docs") if (p.address, p.language) == ("glossary/", "en"))
    found = repository_links(report, ROOT, page, languages_of(report)[1], ADDRESS)
    assert (found["report"], found["end"]) == ("https://gitee.com/agency/report/issues/new", "")


def test_an_agencys_own_address_needs_its_kind(tmp_path: Path) -> None:
    project = copy_library(tmp_path / "project")
    own = "repository: https://code.example.org/agency/report\n"
    change(project, "data/report.yml", "official:", f"{own}official:")
    assert check_of(project, strict=False) == [
        "data/report.yml:6: repository: the address does not say what serves this repository"
    ]
    change(project, "data/report.yml", own, f"{own}repository_kind: forgejo\n")
    assert check_of(project, strict=False) == []
    report = load_report(project)
    page = next(p for p in render_pages(report, ROOT / "docs") if (p.address, p.language) == ("glossary/", "en"))
    found = repository_links(report, ROOT, page, languages_of(report)[1], ADDRESS)
    assert found["edit"] == "https://code.example.org/agency/report/_edit/main/data/glossary.yml"


def test_only_a_report_with_a_repository_has_links(tmp_path: Path) -> None:
    page = Page("", "en", Path("index.md"), "x", "x", None, "")
    assert repository_links(report_in(None), ROOT, page, languages_of(report_in(None))[1], ADDRESS) == {}
    assert "report-error" not in (built_sample() / "site/en/index.html").read_text(encoding="utf-8")
    project = copy_sample(tmp_path / "project")
    change(project, "data/report.yml", "official:", f"repository: {GITHUB}\nofficial:")
    assert build(project, address=ADDRESS).succeeded
    for name, word in {"index.html": "改这一页", "en/glossary/index.html": "Edit this page"}.items():
        html = (project / "site" / name).read_text(encoding="utf-8")
        footer = html[html.index("<footer") :]
        file = "home" if name == "index.html" else "glossary"
        assert f'<a href="{GITHUB}/edit/main/data/{file}.yml">{word}</a>' in footer
        assert f'class="report-error" href="{GITHUB}/issues/new?title=' in footer
        assert html.count("report-error") == 1
    assert "report-error" not in (project / "site/404.html").read_text(encoding="utf-8")
