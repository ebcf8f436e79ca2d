"""From the files in `docs/` to rendered pages: Markdown, both languages, every page that data makes.

Belongs here: reading page files and rendering them. It knows no MkDocs: what it returns can be built by
any generator that takes Markdown. Does not belong here: navigation (`macros.navigation`).
"""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import jinja2
from jinja2.runtime import Context
from markupsafe import Markup

from macros import MACROS
from macros.environment import environment
from macros.page_subjects import EACH, Subject, description_of, key_figure_of, short_title_of, title_of
from macros.site_context import Outlet
from macros.view import CallError, View
from report.figures import write_text
from report.model import LANGUAGES, Language, Report
from report.problems import Problem, ReportError, did_you_mean
from report.validate.reviews import unreviewed
from report.yaml.reader import read_tree

CACHE = Path(".cache/charts")  # Below the project's root; `make clean` empties it.


@dataclass(frozen=True)
class Page:
    """A page in one language, rendered to Markdown.

    Attributes:
        address: Below the language's root, the same in all languages; empty for the home page.
        language: Its language.
        source: The file in `docs/` that it comes from.
        title: Its title, plain words.
        short_title: Its title in navigation.
        description: One sentence for search engines and link previews.
        key_figure: Id of the figure on its share card; none where the title stands alone.
        markdown: Its text.
    """

    address: str
    language: Language
    source: Path
    title: str
    short_title: str
    description: str
    key_figure: str | None
    markdown: str


@dataclass(frozen=True)
class PageFile:
    """A file in `docs/`.

    Attributes:
        id: Its name without `.md`.
        path: The file.
        each: What it makes a page for, each; empty for a single page.
        body: Its text below the front matter.
        offset: Lines of the front matter, so that messages name the file's own lines.
    """

    id: str
    path: Path
    each: str
    body: str
    offset: int

    @property
    def name(self) -> str:
        """The file as messages name it."""
        return f"docs/{self.path.name}"


def render_pages(report: Report, docs: Path, outlet: Outlet | None = None) -> list[Page]:
    """Render every page in every language.

    Args:
        report: A report that has passed its checks.
        docs: The folder with the page files.
        outlet: Where the pages will stand, and which files beside them; none is offered without.

    Raises:
        ReportError: With everything that is wrong with the page files.
    """
    problems: list[Problem] = []
    files = list(_page_files(report, docs, problems))
    pages: list[Page] = []
    marked = unreviewed(report)
    for file in files:
        try:
            template = _template(file.body)
        except jinja2.TemplateSyntaxError as error:
            why = {"why": str(error.message)}
            problems.append(Problem(file.name, error.lineno + file.offset, "", "page-template", why))
            continue
        for language in LANGUAGES:
            pages += _render(report, file, template, language, outlet or Outlet(), problems, marked)
    if problems:
        raise ReportError(problems)
    return pages


def _page_files(report: Report, docs: Path, problems: list[Problem]) -> Iterator[PageFile]:
    names = {path.stem: path for path in sorted(docs.glob("*.md"))}
    for number, words in enumerate(report.pages):
        if words.id not in names:
            placed = next(p for p in report.placed if p.value is words)
            values = {"id": words.id, "known": ", ".join(names)}
            line = placed.tree.line((number, "id"))
            problems.append(Problem(placed.tree.file, line, words.id, "page-unknown", values))
    for name, path in names.items():
        if name not in report.page:
            problems.append(Problem(f"docs/{path.name}", 0, "", "page-unlisted", {"id": name}))
            continue
        file = _page_file(path)
        if file.each and file.each not in EACH:
            values = {"value": file.each, "near": did_you_mean(file.each, EACH), "known": ", ".join(EACH)}
            problems.append(Problem(file.name, 1, "", "page-each", values))
            continue
        yield file


def _page_file(path: Path) -> PageFile:
    """A page file, its front matter (one key, `each`) parted from its body."""
    text = path.read_text(encoding="utf-8-sig")
    if not text.startswith("---\n"):
        return PageFile(path.stem, path, "", text, 0)
    head, _, body = text[4:].partition("\n---\n")
    data = read_tree(head, path.name).data
    each = data.get("each", "") if isinstance(data, dict) else ""
    return PageFile(path.stem, path, str(each), body, head.count("\n") + 3)


@cache
def _page_environment() -> jinja2.Environment:
    """The environment of page files: as that of templates, and it knows the macros."""
    env = environment().overlay()
    env.globals = {**env.globals, **{name: _bound(macro) for name, macro in MACROS.items()}}
    return env


def _bound(macro: Callable[..., Markup]) -> Callable[..., Markup]:
    """A macro as pages call it: the view is given by the environment."""

    @jinja2.pass_context
    def call(context: Context, *arguments: Any) -> Markup:
        return macro(context["view"], *arguments)

    return call


@cache
def _template(body: str) -> jinja2.Template:
    return _page_environment().from_string(body)


def _render(
    report: Report,
    file: PageFile,
    template: jinja2.Template,
    language: Language,
    outlet: Outlet,
    problems: list[Problem],
    marked: frozenset[str],
) -> list[Page]:
    """The pages of one file in one language; the first that fails stops the file."""
    words = report.page[file.id]
    made: Iterator[tuple[str, Subject]] = EACH[file.each](report) if file.each else iter([(_address(file.id), None)])
    pages = []
    for address, subject in made:
        view = View(report, language, address, words, file.path.parent.parent / CACHE, subject, outlet, marked)
        try:
            markdown = template.render(view=view)
        except ReportError as error:
            problems += error.problems
            break
        except Exception as error:  # Whatever else a page's call raises is that page's problem.
            problems.append(_failure(file, error))
            break
        title = write_text(report, title_of(report, words, subject), language)
        short = write_text(report, short_title_of(report, words, subject), language)
        description = description_of(report, words, subject, language)
        key = key_figure_of(words, subject)
        pages.append(Page(address, language, file.path, title, short, description, key, markdown))
    return pages


def _address(id: str) -> str:
    return "" if id == "index" else f"{id}/"


def _failure(file: PageFile, error: Exception) -> Problem:
    """What went wrong in a page, with the page's own line, or the line of the template that failed."""
    frames = traceback.extract_tb(error.__traceback__)
    line = next((frame.lineno or 0 for frame in frames if frame.filename == "<template>"), 0) + file.offset
    if isinstance(error, CallError):
        return Problem(file.name, line, "", error.code, error.values)
    templates = [(frame.filename, frame.lineno or 0) for frame in frames if frame.filename.endswith(".jinja")]
    if isinstance(error, jinja2.TemplateSyntaxError) and error.filename:
        templates.append((error.filename, error.lineno))
    if templates:
        where, at = templates[-1]
        return Problem(f"macros/templates/{Path(where).name}", at, "", "page-template", {"why": f"{error}"})
    return Problem(file.name, line, "", "page-template", {"why": f"{error}"})
