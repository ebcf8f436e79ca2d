"""No page is published without its title, its text or its language: a check and a build refuse the same.

Here belongs what an emptied or cut file of `docs/` or `overrides/` leads to. What is wrong inside one: test_check.
"""

import shutil
from pathlib import Path

import pytest
from building import build
from library_projects import build_of, change, check_of, copy_library
from mkdocs.exceptions import MkDocsException

from publish.site.whole_pages import missing_parts
from samples import ROOT


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project to damage."""
    return copy_library(tmp_path / "project")


EMPTIED = {
    "home": ("docs/index.md", "", "docs/index.md:1: the page / has no title"),
    "single page": ("docs/method.md", " \n", "docs/method.md:1: the page /method/ has no title"),
    "title": ("docs/method.md", "# {{ title() }}\n", "docs/method.md:1: the page /method/ has a title and no text"),
    "a generated page": ("docs/year.md", "", "docs/year.md:1: page `year` makes no page for each of the years"),
    "its text": ("docs/year.md", "---\neach: years\n---\n", "docs/year.md:1: the page /2024/ has no title"),
    "template": ("overrides/main.html", "", "overrides/main.html:1: an empty template"),
    "part of it": ("overrides/partials/footer.html", "\n\n", "overrides/partials/footer.html:1: an empty template"),
    "page not found": ("overrides/404.html", "", "overrides/404.html:1: an empty template"),
    "sitemap": ("overrides/sitemap.xml", "", "overrides/sitemap.xml:1: an empty template"),
    "another encoding": ("overrides/main.html", "\0\0", "overrides/main.html:1: not UTF-8"),
}  # fmt: skip


@pytest.mark.parametrize("case", EMPTIED)
def test_an_emptied_file_is_refused_alike(project: Path, case: str) -> None:
    """As a full disk or a killed program leaves it."""
    name, text, message = EMPTIED[case]
    shutil.copytree(ROOT / "overrides", project / "overrides")
    (project / name).write_text(text, encoding="utf-8")
    found = check_of(project)
    assert message in found
    assert build_of(project) == found


LACKING = {
    "title": ("{% block htmltitle %}", "{% block htmltitle %}<title></title>{% endblock %}{% block no %}", "<title>"),
    "text": ("{% block content %}", "{% block content %}{% endblock %}{% block no %}", "<h1>, <main>"),
    "part of the text": ("{{ page.content |", "{{ page.content | truncate(900) |", "<main>"),
}


@pytest.mark.parametrize("case", LACKING)
def test_a_page_that_lacks_what_every_page_needs_is_refused_alike(project: Path, case: str) -> None:
    old, new, what = LACKING[case]
    shutil.copytree(ROOT / "overrides", project / "overrides")
    change(project, "mkdocs.yml", "  name: material\n", "  name: material\n  custom_dir: overrides\n")
    change(project, "overrides/main.html", old, new)
    (found,) = check_of(project)
    assert found.startswith("overrides/main.html:1: the page /")
    assert found.endswith(f" would be published without {what}")
    if case == "title":
        shutil.copy(ROOT / "hooks.py", project)
        with pytest.raises(MkDocsException, match=f"would be published without {what}"):
            build(project, strict=True)
        assert not (project / "site").exists()


def test_a_language_that_is_not_the_page_s_is_refused() -> None:
    page = '<html lang="en"><title>Sources</title><main><h1>Sources</h1><p>Two.</main>'
    assert missing_parts(page, "zh-Hans", "Sources", "Two.") == ['<html lang="zh-Hans">']
    assert missing_parts("", "en", "Sources", "Two.") == ['<html lang="en">', "<title>", "<h1>", "<main>"]
    assert missing_parts(page, "en", "Sources", "<p>Two and <b>three.</b></p>") == ["<main>"]
