"""Addresses and anchors: what would make one page or entry hide another is refused, with file and line."""

from pathlib import Path

import pytest
from library_projects import add, build_of, change, check_of, copy_library, line_of

from macros.page_files import read_page_files
from publish.addresses import check_addresses, check_names
from publish.data import files as open_data
from report.load import load_report
from report.problems import Problem, ReportError

RESERVED = ["en", "zh", "2025", "2031", "data", "downloads", "assets", "search", "404", "sitemap", "readme"]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_library(tmp_path / "project")


def addresses(root: Path) -> list[str]:
    """The first line of each problem with the addresses of a project."""
    report, problems = load_report(root), list[Problem]()
    files = list(read_page_files(report, root / "docs", problems))
    problems += [*check_names(report, files), *check_addresses(report, root / "docs", files, _data(root))]
    return [problem.render().splitlines()[0] for problem in ReportError(problems).problems]


def _data(root: Path) -> list[str]:
    return list(open_data.make_files(load_report(root), ""))


def test_the_sample_has_none(project: Path) -> None:
    assert addresses(project) == []


@pytest.mark.parametrize("id", RESERVED)
def test_a_page_may_not_be_called_as_something_of_the_site(project: Path, id: str) -> None:
    add(project, "data/pages.yml", f'- id: "{id}"\n  title: {{zh: 页, en: Page}}\n')
    add(project, f"docs/{id}.md", "# {{ title() }} { #top }\n")
    line = line_of(project, "data/pages.yml", f'- id: "{id}"')
    said = f"data/pages.yml:{line}: {id}: id: `{id}` cannot be the name of a page here: the site needs it for itself"
    assert said in addresses(project)


def test_a_page_that_would_vanish_is_refused_by_check_and_build(project: Path) -> None:
    """Of two pages at one address a reader would see one."""
    add(project, "data/pages.yml", '- id: "2025"\n  title: {zh: 页, en: Page}\n')
    add(project, "docs/2025.md", "# {{ title() }} { #top }\n")
    year, page = line_of(project, "data/report.yml", "year: 2025"), line_of(project, "data/pages.yml", '"2025"')
    found = check_of(project)
    places = f"data/report.yml:{year}", f"data/pages.yml:{page}"
    assert [problem for problem in found if "the address /2025/ is taken" in problem] in (
        [f"{places[0]}: years[2].year: the address /2025/ is taken (first by {places[1]})"],
        [f"{places[1]}: 2025: id: the address /2025/ is taken (first by {places[0]})"],
    )
    assert build_of(project) == found


@pytest.mark.parametrize("id", ["index", "readme"])
def test_a_direction_may_not_be_called_as_the_page_above_it(project: Path, id: str) -> None:
    change(project, "data/plans/2026.yml", "- id: service", f"- id: {id}")
    line = line_of(project, "data/plans/2026.yml", f"- id: {id}")
    said = f"{id}: id: `{id}` cannot be the name of a page here: the site needs it for itself"
    assert f"data/plans/2026.yml:{line}: {said}" in addresses(project)


def test_a_theme_may_not_be_called_as_the_page_above_it(project: Path) -> None:
    for path in (project / "data").rglob("*.yml"):
        path.write_text(path.read_text(encoding="utf-8").replace("theme: service", "theme: index"), encoding="utf-8")
    change(project, "data/report.yml", "- id: service", "- id: index")
    line = line_of(project, "data/report.yml", "- id: index")
    said = f"data/report.yml:{line}: index: id: `index` cannot be the name of a page here: the site needs it for itself"
    assert said in addresses(project)


def test_a_chart_whose_picture_is_the_card_of_the_gallery(project: Path) -> None:
    change(project, "data/charts.yml", "- id: satisfaction", "- id: card")
    chart = line_of(project, "data/charts.yml", "- id: card")
    pages = (project / "data/pages.yml").read_text(encoding="utf-8").splitlines()
    page = max(number for number, row in enumerate(pages, 1) if row == "- id: charts")
    said = f"data/charts.yml:{chart}: card: id: the address /charts/card.png is taken (first by data/pages.yml:{page})"
    assert addresses(project) == [said]


def test_two_page_files_that_make_the_same_pages(project: Path) -> None:
    add(project, "data/pages.yml", "- id: years\n")
    add(project, "docs/years.md", "---\neach: years\n---\n# {{ title() }} { #top }\n")
    line = line_of(project, "data/report.yml", "year: 2024")
    assert f"docs/years.md: the address /2024/ is taken (first by data/report.yml:{line})" in addresses(project)


BESIDE = ["data/figures.csv", "Data/Figures.csv", "downloads/annual-summary-en.pdf", "404.html"]


@pytest.mark.parametrize("name", BESIDE)
def test_a_file_beside_the_pages_that_the_site_writes_too(project: Path, name: str) -> None:
    """Also where it differs in case alone: not every disk tells the two apart."""
    add(project, f"docs/{name}", "x")
    (found,) = addresses(project)
    assert "is taken (first by" in found
    assert f"docs/{name}" in found


def test_a_file_where_a_page_needs_a_folder(project: Path) -> None:
    add(project, "docs/method", "x")
    line = line_of(project, "data/pages.yml", "- id: method")
    said = f"data/pages.yml:{line}: method: id: the address /method/ is taken (first by docs/method)"
    assert addresses(project) == [said]


ANCHORS = {
    "chapter": ("data/results/2025.yml", "- id: reading", "- id: results", "results", "/2025/"),
    "workstream": ("data/plans/2025.yml", "- id: rooms", "- id: plan", "plan", "/2025/"),
    "chapter and workstream": ("data/plans/2025.yml", "- id: rooms", "- id: reading", "reading", "/2025/"),
    "term": ("data/glossary.yml", "- id: six-ones", "- id: terms", "terms", "/glossary/"),
    "chart": ("data/charts.yml", "- id: satisfaction", "- id: top", "top", "/charts/"),
    "erratum": ("data/errata.yml", "- id: weekend-hours", "- id: top", "top", "/errata/"),
}


@pytest.mark.parametrize("case", ANCHORS)
def test_an_anchor_that_stands_twice_on_a_page(project: Path, case: str) -> None:
    name, old, new, id, page = ANCHORS[case]
    change(project, name, old, new)
    line = line_of(project, name, new)
    found = [problem for problem in check_of(project, strict=False) if f"stands twice on {page}" in problem]
    assert [problem.partition(" (first")[0] for problem in found] == [
        f"{name}:{line}: {id}: id: the anchor `{id}` stands twice on {page}"
    ]
