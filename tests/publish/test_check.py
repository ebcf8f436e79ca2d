"""`report check` and a build refuse the same, with file and line, and nothing ends in a traceback.

The sample library is damaged in one place at a time: in its data, its page files, the theme's templates and Typst's.
Here belongs what both have to say of it. What single checks say of the data: test_sites.
"""

import shutil
from pathlib import Path

import pytest
from library_projects import add, build_of, change, check_of, copy_library, line_of

from publish import cards
from publish.site import theme_check
from publish.summary import api, pdf
from samples import CASES, ROOT, SITES, lay_out


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project to damage."""
    return copy_library(tmp_path / "project")


def test_the_sample_is_accepted_and_nothing_is_written(project: Path) -> None:
    before = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
    assert check_of(project) == []
    assert {path: path.read_bytes() for path in project.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("cases", [CASES[::5], pytest.param(CASES, marks=pytest.mark.slow)], ids=["short", "long"])
def test_small_projects_are_refused_alike(tmp_path: Path, cases: list[str]) -> None:
    """Those whose data are refused, which test_sites checks one by one; a few that are accepted go on below."""
    for case in cases:
        if (SITES / case / "expected.txt").read_text(encoding="utf-8").startswith("No problems"):
            continue
        root = lay_out(case, tmp_path / case)
        shutil.copytree(ROOT / "docs", root / "docs")
        found = check_of(root)
        assert found, case
        assert build_of(root) == found, case


PAGES = {
    "undefined name": ("docs/method.md", "\n{{ nope() }}\n", 7, "the page cannot be rendered: 'nope' is undefined"),
    "syntax": ("docs/method.md", "\n{{ title( }}\n", 7, "the page cannot be rendered: unexpected '}', expected ')'"),
    "missing template": ("docs/method.md", '\n{% include "x.html" %}\n', 7, "there is no template `x.html`"),
    "unknown heading": ("docs/method.md", '\n{{ heading("x") }}\n', 7, "no heading `x` for this page"),
    "dead link": ("docs/method.md", '\n<a href="../no/">x</a>\n', 0, "a link on /method/ leads to nothing: ../no/"),
    "dead anchor": ("docs/method.md", '\n<a href="#no">x</a>\n', 0, "a link on /method/ leads to nothing: #no"),
    "anchor twice": ("docs/method.md", "\n## x { #top }\n\nx\n", 0, "the anchor `top` stands twice on /method/"),
    "merge": ("docs/method.md", "\n=======\n", 7, "a merge that is not resolved: the line begins with `=======`"),
    "odd space": ("docs/method.md", "\n##\u3000x\n", 7, "a full-width space (U+3000) in place of a plain space"),
    "odd call": ("docs/method.md", "\n{{\u2003lead() }}\n", 7, "an unusual space (U+2003) in place of a plain space"),
    "no width": ("docs/method.md", "\nx\u200by\n", 7, "an invisible control character (U+200B)"),
    "wide braces": ("docs/method.md", "\n｛｛ lead() ｝｝\n", 7, "full-width braces: ｛｛"),
    "copy": ("docs/method 2.md", "x", 0, "a copy of method.md, which another program has made, and which is not read"),
    "nested page": ("docs/more/x.md", "# x\n", 0, "a page in a folder of docs/, which nothing renders"),
}  # fmt: skip


@pytest.mark.parametrize("case", PAGES)
def test_a_damaged_page_is_refused_alike(project: Path, case: str) -> None:
    name, text, line, message = PAGES[case]
    add(project, name, text)
    place = f"{name}:{line}" if line else name
    assert check_of(project) == [f"{place}: {message}"]
    assert build_of(project) == [f"{place}: {message}"]


def test_a_heading_underlined_is_no_merge(project: Path) -> None:
    add(project, "docs/method.md", "\nA heading { #underlined }\n=======\n\nWords.\n")
    assert check_of(project) == []


@pytest.mark.parametrize("name", ["Method.md", "method.MD", "method.markdown"])
def test_a_page_file_in_another_spelling_is_named(project: Path, name: str) -> None:
    (project / "docs/method.md").rename(project / "docs" / name)
    assert check_of(project) == [f"docs/{name}: the name of the file is not written as it must be"]


def test_helper_files_of_programs_are_passed_over(project: Path) -> None:
    (project / "docs/.#method.md").symlink_to("li@host.1234:5678")  # As Emacs locks a file.
    (project / "data/figures/.#reading.yml").symlink_to("li@host.1234:5678")
    (project / "docs/._method.md").write_bytes(b"\0\5\x16\7\xff")
    for name in ("docs/method.md~", "docs/#method.md#", "data/figures/.reading.yml.swp", "data/Thumbs.db"):
        (project / name).write_bytes(b"\0\xff")
    assert check_of(project) == []


@pytest.mark.parametrize("name", ["docs/assets/x.txt", "data/figures"])
def test_a_link_out_of_the_project_is_refused(project: Path, tmp_path: Path, name: str) -> None:
    target = tmp_path / "elsewhere"
    if (project / name).exists():
        (project / name).rename(target)
    else:
        target.write_text("[]\n", encoding="utf-8")
    (project / name).parent.mkdir(exist_ok=True)
    (project / name).symlink_to(target)
    assert f"{name}: a symbolic link that leads out of the project: {target}" in check_of(project)


def test_a_merge_in_the_settings_is_told_by_its_line(project: Path) -> None:
    line = line_of(project, "mkdocs.yml", "docs_dir:")
    change(project, "mkdocs.yml", "docs_dir:", "<<<<<<< HEAD\ndocs_dir:")
    assert check_of(project) == [f"mkdocs.yml:{line}: a merge that is not resolved: the line begins with `<<<<<<<`"]


FRONT = {
    "no end": ("---\neach: years\n\n# x\n", 1, "the front matter has no end"),
    "late": ("\n---\neach: years\n---\n# x\n", 2, "front matter that does not begin on the first line"),
    "no mapping": ("---\n- each: years\n---\n# x\n", 2, "the front matter is no list of settings"),
    "unknown key": ("---\neach: years\ntitel: x\n---\n# x\n", 3, "titel: unknown key"),
    "misspelt key": ("---\neahc: years\n---\n# x\n", 2, "eahc: unknown key; did you mean each?"),
    "unknown value": ("---\neach: yeers\n---\n# x\n", 2, "`each: yeers` is not known; did you mean years?"),
    "a list": ("---\neach: [years]\n---\n# x\n", 2, "`each: [years]` is not known; did you mean years?"),
    "no YAML": ('---\neach: "years\n---\n# x\n', 2, "a quotation mark is opened here and not closed in its place"),
    "empty": ("---\n---\n# x\n", 1, "page `year` makes no page for each of the years"),
    "none": ("# x\n", 1, "page `year` makes no page for each of the years"),
    "another": ("---\neach: themes\n---\n# x\n", 2, "page `year` makes no page for each of the years"),
}


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("case", FRONT)
def test_front_matter_that_cannot_be_read_is_refused(tmp_path: Path, case: str, ends: str) -> None:
    from macros.page_files import read_page_file

    text, line, message = FRONT[case]
    path = tmp_path / "year.md"
    path.write_bytes(text.replace("\n", ends).encode())
    file, problems = read_page_file(path)
    assert file is None
    assert [problem.render().splitlines()[0] for problem in problems] == [f"docs/year.md:{line}: {message}"]


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_front_matter_is_read_whatever_ends_its_lines(tmp_path: Path, ends: str) -> None:
    from macros.page_files import read_page_file

    path = tmp_path / "year.md"
    path.write_bytes("\ufeff---\neach: years\n---\n# x\n".replace("\n", ends).encode())
    file, problems = read_page_file(path)
    assert problems == []
    assert file is not None
    assert (file.each, file.body, file.offset) == ("years", "# x\n", 3)


THEME = {
    "undefined name": ("partials/footer.html", "{{ nothing.at.all }}\n", "unknown name `nothing`"),
    "unknown word": ("404.html", '{{ words["nav.hoem"] }}\n', "unknown name `nav.hoem`"),
    "unknown filter": ("partials/footer.html", "{{ words | nofilter }}\n", "No filter named 'nofilter'."),
    "syntax": ("main.html", "{% if %}\n", "Expected an expression, got 'end of statement block'"),
    "missing template": ("404.html", '{% include "nope.html" %}\n', "there is no template `nope.html`"),
}


@pytest.mark.parametrize("case", THEME)
def test_a_damaged_theme_is_refused_alike(project: Path, case: str) -> None:
    name, text, message = THEME[case]
    shutil.copytree(ROOT / "overrides", project / "overrides")
    line = len((project / "overrides" / name).read_text(encoding="utf-8").splitlines()) + 1
    add(project, f"overrides/{name}", text)
    found = check_of(project)
    assert [problem.partition("; did")[0] for problem in found] == [f"overrides/{name}:{line}: {message}"]
    assert build_of(project) == found


def test_a_template_that_fails_on_a_page_is_named_with_its_line(project: Path) -> None:
    """What only a page shows, a few pages of each kind show; a build says the same when it comes to them."""
    shutil.copytree(ROOT / "overrides", project / "overrides")
    change(project, "mkdocs.yml", "  name: material\n", "  name: material\n  custom_dir: overrides\n")
    add(project, "overrides/partials/footer.html", "{{ page.nothing.at_all }}\n")
    line = line_of(project, "overrides/partials/footer.html", "at_all")
    (found,) = check_of(project)
    assert found.startswith(f"overrides/partials/footer.html:{line}: UndefinedError: ")


def test_settings_that_mkdocs_refuses_are_listed(project: Path) -> None:
    add(project, "mkdocs.yml", "\nnonsense: [\n")
    (found,) = check_of(project)
    assert found.startswith("mkdocs.yml:")


def test_what_mkdocs_warns_of_is_refused_by_a_strict_check_alone(project: Path) -> None:
    add(project, "docs/method.md", "\n[nowhere](nowhere.md)\n")
    assert [line.partition(": ")[0] for line in check_of(project)] == ["mkdocs.yml", "mkdocs.yml"]
    assert check_of(project, strict=False) == []


def test_what_the_theme_is_given_is_what_its_check_knows() -> None:
    """A name that is added for templates is added to the list that they are checked against."""
    import ast

    tree = ast.parse((ROOT / "publish/site/template_context.py").read_text(encoding="utf-8"))
    given = {keyword.arg for node in ast.walk(tree) if isinstance(node, ast.Call) for keyword in node.keywords}
    dicts = [node for node in ast.walk(tree) if isinstance(node, ast.Dict)]
    keys = {key.value for node in dicts for key in node.keys if isinstance(key, ast.Constant)}
    assert {name for name in given | keys if name} <= theme_check._GIVEN


@pytest.mark.parametrize(
    ("module", "name", "file", "said"),
    [
        (pdf, "TEMPLATE", "summary.typ", "the annual summary cannot be set: unknown variable: nothing-of-this-name"),
        (cards, "TEMPLATE", "cards.typ", "the share cards cannot be set: unknown variable: nothing-of-this-name"),
    ],
)
def test_a_damaged_typst_template_is_named_with_its_line(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: object, name: str, file: str, said: str
) -> None:
    source: Path = getattr(module, name)
    for each in source.parent.glob("*.typ"):  # The templates that it includes.
        shutil.copy(each, tmp_path)
    damaged = tmp_path / file
    damaged.write_text(source.read_text(encoding="utf-8") + "\n#nothing-of-this-name\n", encoding="utf-8")
    line = len(damaged.read_text(encoding="utf-8").splitlines())
    monkeypatch.setattr(module, name, damaged)
    monkeypatch.setattr(api, "CACHE_KIND", "none")  # A damaged template finds no file in the cache.
    found = check_of(project)
    assert found
    assert all(f"{file}:{line}: " in problem and problem.endswith(said) for problem in found)


def test_where_the_text_of_an_article_is_at_hand_check_and_build_read_it(project: Path) -> None:
    """A word that the quote leaves out, and that the fingerprint does not know of, stands in the sentence."""
    shutil.copytree(ROOT / "samples/library/articles", project / "articles", dirs_exist_ok=True)
    assert check_of(project) == []
    change(project, "articles/l2025.txt", "满意率达98%", "满意率不到98%")
    found = check_of(project)
    assert build_of(project) == found
    assert any("不到98%" in problem for problem in found)


TYPESET = {
    "a hand-out that is too long": (
        ("data/home.yml", "  zh: 全年接待读者{visits.2024}\n", "  zh: " + "读者{visits.2024}，很多。" * 80 + "\n"),
        "data/home.yml: annual-summary-zh-2pages.pdf: the two-page hand-out has",
    ),
    "a character without a glyph, in the summary": (
        ("data/home.yml", "全年接待读者", "全年接待䶮读者"),
        "data/home.yml:5: headline.zh: the fonts of the annual summary lack 䶮 (U+4DAE)",
    ),
    "a character without a glyph, on a card alone": (
        ("data/pages.yml", "    zh: 术语表\n", "    zh: 术语表䶮\n"),
        "the fonts of the annual summary lack 䶮 (U+4DAE)",
    ),
    "a word too long for a cell": (
        ("data/glossary.yml", "en: The county evaluates", "en: Donaudampfschifffahrtsgesellschaft evaluates"),
        "too long for a cell of the annual summary: “Donaudampfschifffahrtsgesellschaft”",
    ),
}


@pytest.mark.parametrize("case", TYPESET)
def test_the_preview_says_what_only_typesetting_tells(project: Path, case: str) -> None:
    slip, said = TYPESET[case]
    change(project, *slip)
    found = check_of(project, strict=False)
    assert any(said in problem for problem in found), found
    assert build_of(project, strict=False, preview=True) == found
