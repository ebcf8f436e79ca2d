"""A warm build is the build from nothing, to the byte, after whatever has changed; and it does less."""

import shutil
from hashlib import sha256
from pathlib import Path

import building
import pytest
from building import ADDRESS, NOT_DRAWN, copy_code, copy_sample, mkdocs

from cache.fingerprint import file_digests, fingerprint
from cache.store import Cache
from macros.pages import render_pages
from publish.cache.build_inputs import code_fingerprint, packages
from publish.cache.rendered_pages import PageCache, RenderedPage
from samples import good_report

# What is edited, with what, and how many pages that may leave as they were: `some` or `none`. Those that leave some
# are built from nothing too, each on its own; the others make every page anew and are compared once, after the last.
EDITS = {
    "a figure": ("data/figures/reading.yml", "接待读者\n", "到馆读者\n", "some"),
    "a word": ("report/words/interface.yml", "  en: Search\n", "  en: Search this site\n", "none"),
    "a page's heading": ("data/pages.yml", "  en: What became easier\n", "  en: What is easier now\n", "some"),
    "a title in the navigation": ("data/pages.yml", "    zh: 首页\n", "    zh: 开头\n", "none"),
    "a template": ("macros/templates/lead.jinja", "", "<p>edited</p>\n", "none"),
    "a template of the theme": ("overrides/partials/footer.html", "<footer", "<footer data-edited", "none"),
    "styles": ("docs/assets/site.css", "", "\nbody { order: 1 }\n", "none"),
    "a page file": ("docs/glossary.md", "", "\n{{ lead() }}\n", "some"),
    "settings": ("mkdocs.yml", "    - navigation.top\n", "", "none"),
    "code": ("languages/languages.yml", "lang: en-GB", "lang: en-AU", "none"),
}


SHORT = ("a figure", "a template of the theme")
"""Of these `make test` makes: an entry, which leaves most pages as they were, and the theme, which leaves none."""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The sample report with nothing cached but drawings."""
    return copy_sample(tmp_path / "project")


def build(project: Path, address: str = ADDRESS) -> dict[str, str]:
    """The hash of every file of a new build, by its path; in a process of its own where it has code of its own."""
    if (project / "publish").is_dir():
        result = mkdocs("build", "--quiet", root=project, SITE_URL=address)
        assert result.returncode == 0, result.stderr
    else:
        done = building.build(project, address=address)
        assert done.succeeded, done.messages
    files = {path.relative_to(project / "site").as_posix(): path for path in (project / "site").rglob("*")}
    return {name: sha256(path.read_bytes()).hexdigest() for name, path in files.items() if path.is_file()}


def cached(project: Path) -> set[str]:
    return {path.name for path in (project / ".cache/pages").iterdir()}


def different(first: dict[str, str], second: dict[str, str]) -> list[str]:
    return sorted(name for name in first.keys() | second.keys() if first.get(name) != second.get(name))


@pytest.mark.parametrize("edits", [SHORT, pytest.param(tuple(EDITS), marks=pytest.mark.slow)], ids=["short", "long"])
def test_after_any_edit_a_warm_build_is_the_build_from_nothing(project: Path, edits: tuple[str, ...]) -> None:
    if edits != SHORT:
        copy_code(project)  # They are of the code too.
    before = build(project)
    pages = sum(name.endswith("index.html") for name in before)
    assert different(before, build(project)) == []
    for what in edits:
        name, old, new, unchanged = EDITS[what]
        file, known = project / name, cached(project)
        text = file.read_text(encoding="utf-8")
        assert old in text, what
        file.write_text(text.replace(old, new, 1) if old else text + new, encoding="utf-8")
        warm = build(project)
        made_anew = len(cached(project) - known)
        assert different(before, warm), what
        assert {"none": made_anew == pages, "some": 0 < made_anew < pages}[unchanged], (what, made_anew, pages)
        if unchanged == "some" or what == edits[-1]:
            assert different(warm, from_nothing(project)) == [], what
        before = warm


def from_nothing(project: Path) -> dict[str, str]:
    """The hashes of a build that finds drawings alone; the cache is afterwards what it was before."""
    shutil.move(project / ".cache", project / "cache-before")
    shutil.copytree(project / "cache-before", project / ".cache", ignore=shutil.ignore_patterns(*NOT_DRAWN))
    files = build(project)
    shutil.rmtree(project / ".cache")
    shutil.move(project / "cache-before", project / ".cache")
    return files


def test_another_package_or_address_makes_every_page_anew(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = sum(name.endswith("index.html") for name in build(project))
    assert len(cached(project)) == pages
    (tmp_path / "other" / "jinja_extra-1.0.dist-info").mkdir(parents=True)
    with monkeypatch.context() as patch:
        patch.syspath_prepend(tmp_path / "other")
        code_fingerprint.cache_clear()  # Once for a process.
        build(project)
    code_fingerprint.cache_clear()
    assert len(cached(project)) == 2 * pages
    build(project, "https://example.org/elsewhere/")
    assert len(cached(project)) == 3 * pages
    assert "https://example.org/elsewhere/" in (project / "site/index.html").read_text(encoding="utf-8")
    build(project)
    assert "elsewhere" not in (project / "site/index.html").read_text(encoding="utf-8")
    assert len(cached(project)) == 3 * pages


def test_a_page_of_a_build_that_warned_is_not_cached_and_warns_again(project: Path) -> None:
    with (project / "docs/method.md").open("a", encoding="utf-8") as stream:
        stream.write("\n[nowhere](nowhere.md)\n")
    for _ in range(2):
        done = building.build(project, address=ADDRESS)
        assert (done.succeeded, "nowhere.md" in done.messages) == (True, True)
    assert not (project / ".cache/pages").exists()


def test_packages_count_by_their_version() -> None:
    assert any(name.startswith("mkdocs_material-") for name in packages())


def test_a_folder_behind_a_link_counts(project: Path) -> None:
    (project / "data/figures").rename(project / "moved")
    (project / "data/figures").symlink_to("../moved")
    before = build(project)
    file = project / "moved/reading.yml"
    file.write_text(file.read_text(encoding="utf-8").replace("接待读者\n", "到馆读者\n", 1), encoding="utf-8")
    assert len(different(before, build(project))) > 1


def test_what_was_edited_while_pages_were_rendered_is_not_kept(tmp_path: Path) -> None:
    (tmp_path / "theme").mkdir()
    (tmp_path / "theme/main.html").write_text("one", encoding="utf-8")
    places = (tmp_path / "theme",)
    read = fingerprint(file_digests(places))
    for text, kept in (("one", True), ("two", False)):
        (tmp_path / "theme/main.html").write_text(text, encoding="utf-8")
        cache = Cache(tmp_path / text, "pages")
        page = render_pages(good_report(), Path(building.ROOT) / "docs")[0]
        head, address = {page.language: {page.address: {}}}, (page.language, page.address)
        PageCache(cache, "", head, {address: ""}, places, read).put([(page, RenderedPage("html", []))])
        assert (tmp_path / text / "pages").exists() is kept
