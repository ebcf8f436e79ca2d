"""Every part of a report may be absent: what is absent leaves nothing behind, and what is there is whole.

A covering table of the parts (`report_parts`), each report read, checked and rendered as a strict build does; one of
them built to the end, with site, PDF and zip, and all of them in the long form.

Belongs here: reports of which something is absent. Does not belong here: files and keys that are taken away from a
report that needs them (`test_removals`).
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from building import ADDRESS, build, report
from reading import Element, read_page
from report_parts import Parts, lay_out_parts, name_of, pairwise_parts

from macros.entry_kind import result_classifier
from macros.navigation import NavItem, navigation
from publish.check import check_project
from publish.report_content import ContentRequest, prepare_content
from publish.site.languages import languages_of
from publish.summary.document import documents, view_of
from samples import GOOD, good_report

TABLE = pairwise_parts()
BUILT = TABLE[1:2]
OTHERS = [pytest.param(parts, marks=pytest.mark.slow, id=name_of(parts)) for parts in TABLE if parts not in BUILT]
WORDS = {page["id"]: page for page in yaml.safe_load((GOOD / "data/pages.yml").read_text(encoding="utf-8"))}
LISTS = ("figures", "ledger", "errata", "corrections", "glossary", "charts", "themes")
"""Parts with a page, an entry of the menu and, most of them, a chapter."""
HEADING = re.compile(r"^(#{1,6}) (.*) \{ #(\S+) \}$", re.MULTILINE)
HOLDERS = {"ul", "ol", "table", "tbody", "dl", "dd", "li", "p", "section", "aside", "select", "tr", "nav"}


@pytest.mark.parametrize("parts", TABLE, ids=name_of)
def test_what_is_absent_leaves_nothing_behind(parts: Parts, tmp_path: Path) -> None:
    root = lay_out_parts(tmp_path / "project", parts)
    content = prepare_content(ContentRequest(root, root / "docs", "", strict=True, preview=True))
    for page in content.pages:
        html = HEADING.sub(lambda h: f'<h{len(h[1])} id="{h[3]}">{h[2]}</h{len(h[1])}>', page.markdown)
        assert list(faults_of(read_page(html))) == [], (page.language, page.address)
    for language in languages_of(content.report):
        pages = {page.address for page in content.pages if page.language == language.code}
        assert {part for part in LISTS if f"{part}/" in pages} == {part for part in LISTS if parts[part]}
        home = next(p.markdown for p in content.pages if (p.address, p.language) == ("", language.code))
        ahead = parts["plans"] and (parts["years"] > 1 or not parts["results"])
        assert (" { #directions }" in home) == ahead, "a plan whose year has results is no outlook"
        menu = set(addresses_of(navigation(content.report, language.code))) - {None}
        assert menu <= pages
        assert {f"{year.year}/" for year in content.report.edition.years} <= menu
        both = documents(view_of(content.report, language.code, root / ".cache/charts"), "")
        chapters = {plain(chapter["heading"]) for each in both.values() for chapter in each["chapters"]}
        titled = {part: WORDS[part]["title"][language.code] for part in LISTS if part not in ("corrections", "themes")}
        assert {part for part, title in titled.items() if title in chapters} == {part for part in titled if parts[part]}
        assert list(holes(both)) == []
        if parts["figures"]:
            order = content.report.interface_word("filter.order", language.code)
            figures = next(p for p in content.pages if (p.address, p.language) == ("figures/", language.code))
            assert (order in figures.markdown) != parts["themes"]
    tables = {address.rpartition("/")[2] for address in content.data if address.startswith("data/")}
    assert ("commitments.csv" in tables, "figures.csv" in tables) == (parts["plans"], parts["figures"])
    assert ("report.xlsx" in tables) == bool(parts["plans"] or parts["figures"])


@pytest.mark.parametrize("parts", [*BUILT, *OTHERS], ids=name_of)
def test_a_report_that_lacks_parts_is_built(parts: Parts, tmp_path: Path) -> None:
    root = lay_out_parts(tmp_path / "project", parts)
    assert check_project(root, strict=True)
    built = build(root, strict=True, address=ADDRESS)
    assert built.succeeded, built.messages
    site = root / "site"
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    assert len([name for name in files if name.endswith(".pdf")]) == 6
    for name in sorted(name for name in files if name.endswith(".html")):
        page = read_page((site / name).read_text(encoding="utf-8"))
        assert sorted(set(dead_links(page, name, files))) == [], name
    made = report("offline", "offline", folder=root)
    assert (made.returncode, len(list((root / "offline").glob("*.zip")))) == (0, 1), made.stderr
    made = report("pdf", "pdf", folder=root)
    assert (made.returncode, made.stderr, len(list((root / "pdf").iterdir()))) == (0, "", 6)
    made = report("render", "out", folder=root)
    assert (made.returncode, made.stderr) == (0, "")


@pytest.mark.parametrize("parts", TABLE, ids=name_of)
def test_a_new_year_begins_from_each(parts: Parts, tmp_path: Path) -> None:
    root = lay_out_parts(tmp_path / "project", parts)
    last = max((int(path.stem) for path in root.glob("data/*/20*.yml")), default=2026)
    made = report("new-year", str(last + 1), folder=root)
    assert (made.returncode, made.stderr) == (0, "")
    content = prepare_content(ContentRequest(root, root / "docs", "", strict=False, preview=True))
    assert f"{last + 1}/" in {page.address for page in content.pages}


def test_the_results_of_a_first_year_are_no_baseline() -> None:
    """A first report has the results of one year and the plan of the next: its results are what it is about."""
    report = good_report()
    years = tuple(year for year in report.edition.years if year.year > 2024)
    edition = report.edition.model_copy(update={"years": years})
    results, plans = (report.results_of(2025),), (report.plan_of(2026),)
    first = replace(report, edition=edition, results=results, plans=plans, ledger=())
    text = next(result.text for result in first.all_results())
    assert result_classifier(first, 2025)(text) == ""
    before = report.results_of(2024)
    assert result_classifier(report, 2024)(before.lead) == "baseline"


def faults_of(page: Element) -> Iterator[str]:
    """Headings with nothing before the next one of their level, and what is to hold something and is empty."""
    below = 0
    for element in reversed(list(page.all())):
        if re.fullmatch("h[2-6]", element.tag):
            level = int(element.tag[1])
            term = any("term" in around.attrs.get("class", "") for around in element.ancestors())
            if level >= below and not term:
                yield f"nothing below the heading {element.text!r}"
            below = level
        elif element.tag in ("p", "li", "td", "svg", "dd"):
            below = 7
        shown = element.text.strip() or element.attrs.get("role") == "status" or "hidden" in element.attrs
        if element.tag in HOLDERS and not shown and not list(element.all("svg")):
            yield f"an empty {element.tag} {element.attrs}"


def addresses_of(items: tuple[NavItem, ...]) -> Iterator[str | None]:
    for item in items:
        yield item.address
        yield from addresses_of(item.children)


def holes(value: Any, at: str = "") -> Iterator[str]:
    """Headings, tables and lists of a document that hold nothing."""
    if isinstance(value, dict):
        if "heading" in value and "parts" in value and not (value["parts"] or value["sections"]):
            yield f"{at}: {plain(value['heading'])}"
        if value.get("kind") == "table" and not value["groups"]:
            yield f"{at}: a table"
        if value.get("kind") == "entries" and not value["items"]:
            yield f"{at}: a list"
        for key, each in value.items():
            yield from holes(each, f"{at}.{key}")
    elif isinstance(value, list):
        for number, each in enumerate(value):
            yield from holes(each, f"{at}[{number}]")


def plain(tokens: list[list[str]]) -> str:
    return "".join(token[1] for token in tokens)


def dead_links(page: Element, name: str, files: set[str]) -> Iterator[str]:
    """Addresses below the site that a page names and that are no file of it, JSON-LD included."""
    links = [element.attrs.get(key, "") for element in page.all() for key in ("href", "src")]
    for script in page.all("script", type="application/ld+json"):
        links += re.findall(re.escape(ADDRESS) + r'[^"]*', script.text)
    for link in links:
        path = link.split("#")[0].split("?")[0]
        if not path or (re.match("[a-z]+:", path) and not path.startswith(ADDRESS)):
            continue
        target = path.removeprefix(ADDRESS) if path.startswith(ADDRESS) else joined(name, path)
        target += "index.html" if not target or target.endswith("/") else ""
        if target not in files:
            yield link


def joined(name: str, path: str) -> str:
    steps: list[str] = [] if path.startswith("/") else name.split("/")[:-1]
    for step in path.removeprefix("/").removeprefix("report/").split("/"):
        if step == "..":
            steps.pop()
        elif step != ".":
            steps.append(step)
    return "/".join(steps)
