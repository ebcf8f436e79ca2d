"""Renders the files in `docs/` to Markdown pages, in both languages.

Belongs here: rendering. Independent of MkDocs: its pages work with any generator that reads Markdown.
Does not belong here: reading page files (`macros.page_files`), navigation (`macros.navigation`).
"""

from __future__ import annotations

import re
import traceback
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import jinja2
from jinja2.runtime import Context
from markupsafe import Markup

from macros import MACROS
from macros.empty_sections import heading_without_words, without_empty_sections
from macros.environment import environment
from macros.page_files import PageFile, page_paths, read_page_file, read_page_files
from macros.page_subjects import description_of, key_figure_of, title_of
from macros.site_context import SiteContext
from macros.view import CallError, View
from report.figures import write_text
from report.model import LANGUAGES, Language, Report
from report.problems import Problem, ReportError
from report.validate.reviews import unreviewed

CACHE = Path(".cache")  # Below the project's root; `make clean` removes it.


@dataclass(frozen=True)
class Page:
    """A page in one language, rendered to Markdown.

    Attributes:
        address: Below the language's root, the same in all languages; empty for the home page.
        language: Its language.
        source: The file in `docs/` that it comes from.
        title: Its title, plain words.
        description: One sentence for search engines and link previews.
        key_figure: Id of the figure on its share card; `None` for a card with the title only.
        markdown: Its text.
    """

    address: str
    language: Language
    source: Path
    title: str
    description: str
    key_figure: str | None
    markdown: str


def render_pages(
    report: Report, docs: Path, site_context: SiteContext | None = None, *, cache: Path | None = None
) -> list[Page]:
    """Render every page in every language.

    Args:
        report: A report that has passed its checks.
        docs: The folder with the page files.
        site_context: Address of the site and files beside the pages; by default none.
        cache: Folder of cached drawings; by default that of the project.

    Raises:
        ReportError: With all problems of the page files.
    """
    problems: list[Problem] = []
    files = list(read_page_files(report, docs, problems))
    pages: list[Page] = []
    marked, given = unreviewed(report), site_context or SiteContext()
    for file in files:
        template = _parsed(file)
        if isinstance(template, Problem):
            problems.append(template)
            continue
        for language in LANGUAGES:
            first = View(report, language, "", report.page[file.id], cache or docs.parent / CACHE, None, given, marked)
            pages += _render(file, template, first, problems)
    if problems:
        raise ReportError(problems)
    return pages


def check_page_files(docs: Path) -> list[Problem]:
    """Problems of page files that can be found without a valid report."""
    problems: list[Problem] = []
    for path in page_paths(docs):
        file, wrong = read_page_file(path)
        problems += wrong
        if file is not None and isinstance(parsed := _parsed(file), Problem):
            problems.append(parsed)
    return problems


def _parsed(file: PageFile) -> jinja2.Template | Problem:
    """The template of a page file, or its syntax error."""
    try:
        return _template(file.body)
    except jinja2.TemplateSyntaxError as error:
        return Problem(file.name, error.lineno + file.offset, "", "page-template", {"why": f"{error.message}"})


@cache
def _page_environment() -> jinja2.Environment:
    """The environment of page files: that of templates, with the macros as globals."""
    env = environment().overlay()
    env.globals = {**env.globals, **{name: _bound(macro) for name, macro in MACROS.items()}}
    return env


def _bound(macro: Callable[..., Markup]) -> Callable[..., Markup]:
    """A macro for page files, with the view taken from the context."""

    @jinja2.pass_context
    def call(context: Context, *arguments: Any) -> Markup:
        return macro(context["view"], *arguments)

    return call


@cache
def _template(body: str) -> jinja2.Template:
    return _page_environment().from_string(body)


def _render(file: PageFile, template: jinja2.Template, first: View, problems: list[Problem]) -> list[Page]:
    """The pages of one file in one language, up to the first failure."""
    report, words, language = first.report, first.words, first.language
    pages = []
    for address, subject in file.pages(report):
        view = replace(first, address=address, subject=subject)
        try:
            markdown = without_empty_sections(template.render(view=view))
            if missing := heading_without_words(markdown):
                raise CallError("heading-missing", missing, (section.id for section in words.sections))
        except ReportError as error:
            problems += error.problems
            break
        except Exception as error:  # Any other error of a macro call is reported as a problem of the page.
            problems.append(_failure(file, error))
            break
        title = write_text(report, title_of(report, words, subject), language)
        description = description_of(report, words, subject, language)
        key = key_figure_of(words, subject)
        pages.append(Page(address, language, file.path, title, description, key, markdown))
    return pages


def _failure(file: PageFile, error: Exception) -> Problem:
    """The problem of a failed page, at its own line or at the line of the failed template."""
    frames = traceback.extract_tb(error.__traceback__)
    line = next((frame.lineno or 0 for frame in frames if frame.filename == "<template>"), 0) + file.offset
    if isinstance(error, CallError):
        if error.code == "heading-missing" and line == file.offset:  # Found once the page was rendered.
            call = re.search(rf"heading\(.{re.escape(error.values['key'])}.\)", file.body)
            line += file.body.count("\n", 0, call.start() if call else 0) + 1
        return Problem(file.name, line, "", error.code, error.values)
    templates = [(frame.filename, frame.lineno or 0) for frame in frames if frame.filename.endswith(".jinja")]
    if isinstance(error, jinja2.TemplateSyntaxError) and error.filename:
        templates.append((error.filename, error.lineno))
    place = file.name
    if templates:
        place, line = f"macros/templates/{Path(templates[-1][0]).name}", templates[-1][1]
    if isinstance(error, jinja2.TemplateNotFound):
        return Problem(place, line, "", "template-missing", {"name": f"{error.name}"})
    return Problem(place, line, "", "page-template", {"why": f"{error}"})
