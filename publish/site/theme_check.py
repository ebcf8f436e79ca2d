"""Checks of the theme's templates without rendering a page: syntax, names, words, filters, missing templates.

MkDocs prints nothing for an unknown name or word, so a misspelt one would not be noticed.

Does not belong here: errors on a real page, which a trial build shows (`publish.site.trial`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from pathlib import Path

import jinja2
from jinja2 import meta, nodes

from macros.interface import OF_EDITION
from publish.paths import OVERRIDES
from report.problems import Problem, did_you_mean
from report.words import interface

# What MkDocs and Material give every template, besides what `publish.site.template_context` gives.
_GIVEN = {
    "alternates", "alternates_of", "base_url", "build_date_utc", "cards", "config", "env", "extra_css",
    "extra_javascript", "index", "language", "languages", "linked_data", "loop", "mkdocs_version", "nav", "offline",
    "page", "pages", "pages_of", "places_of", "policy", "repository", "search_worker", "share", "site_files", "super",
    "todo_count", "trail", "words", "words_of", "self", "caller", "varargs", "kwargs",
}  # fmt: skip
_FILTERS = ("url", "tojson", "script_tag")
"""Filters that MkDocs adds."""


def overrides_of(root: Path) -> Path:
    """The report's theme templates, or the tool's where it has none."""
    own = root / "overrides"
    return own if own.is_dir() else OVERRIDES


def check_theme(folder: Path) -> tuple[Problem, ...]:
    """What is wrong with the templates of a folder.

    Args:
        folder: The report's or the tool's `overrides/`.
    """
    texts: dict[str, str] = {}
    problems: list[Problem] = []
    for path in sorted(path for path in folder.rglob("*") if path.suffix in (".html", ".xml") and path.is_file()):
        name = path.relative_to(folder).as_posix()
        try:
            texts[name] = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            problems.append(Problem(f"overrides/{name}", 0, "", "file-encoding"))
    others = frozenset(path.relative_to(folder).as_posix() for path in folder.rglob("*"))
    return (*problems, *_check_texts(tuple(texts.items()), others))


@lru_cache(maxsize=8)  # Templates seldom change between two checks.
def _check_texts(texts: tuple[tuple[str, str], ...], files: frozenset[str]) -> tuple[Problem, ...]:
    """What is wrong with templates, given by name; `files` are the names of all files beside them."""
    env = _environment()
    trees: dict[str, nodes.Template] = {}
    problems: list[Problem] = []
    for name, text in texts:
        try:
            trees[name] = env.parse(text, name)
            env.compile(text, name)  # Finds unknown filters and tests.
        except jinja2.TemplateSyntaxError as error:
            problems.append(Problem(f"overrides/{name}", error.lineno, "", "broken", {"why": f"{error.message}"}))
    for name, tree in trees.items():
        for wanted in meta.find_referenced_templates(tree):
            if wanted is not None and wanted not in files and not (_theme() / wanted).is_file():
                line = next((node.lineno for node in _references(tree) if _names_template(node, wanted)), 0)
                problems.append(Problem(f"overrides/{name}", line, "", "template-missing", {"name": wanted}))
    if not problems:  # A name may be set in a template that cannot be read.
        known = _GIVEN | set(env.globals) | _theme_names().union(*(_assigned(tree) for tree in trees.values()))
        problems += [problem for name, tree in trees.items() for problem in _names(name, tree, known)]
    return tuple(problems)


def _names(name: str, tree: nodes.Template, known: set[str]) -> Iterator[Problem]:
    unknown = meta.find_undeclared_variables(tree) - known
    for node in tree.find_all(nodes.Name):
        if node.name in unknown:
            unknown.discard(node.name)  # Reported once.
            yield _unknown(name, node, node.name, known)
    words = {*interface(), *OF_EDITION}
    for subscript in tree.find_all(nodes.Getitem):
        key = getattr(subscript.arg, "value", "")
        if "." in str(key) and key not in words:  # No other key in a template has a point.
            yield _unknown(name, subscript, key, words)


def _unknown(template: str, node: nodes.Node, name: str, known: Iterable[str]) -> Problem:
    values = {"name": name, "near": did_you_mean(name, known)}
    return Problem(f"overrides/{template}", node.lineno, "", "template-name", values)


def _references(tree: nodes.Template) -> Iterator[nodes.Node]:
    yield from tree.find_all((nodes.Include, nodes.Extends, nodes.Import, nodes.FromImport))


def _names_template(node: nodes.Node, wanted: str) -> bool:
    return any(constant.value == wanted for constant in node.find_all(nodes.Const))


@cache
def _environment() -> jinja2.Environment:
    """An environment with MkDocs' filters, which do nothing here."""
    env = jinja2.Environment(autoescape=False)
    env.filters |= dict.fromkeys(_FILTERS, str)
    return env


@cache
def _theme() -> Path:
    """The folder of Material's templates."""
    from mkdocs.utils import get_theme_dir  # Takes 0.1 s, which a check without templates does not pay.

    return Path(get_theme_dir("material"))


@cache
def _theme_names() -> frozenset[str]:
    """What Material's own templates set before they include others."""
    found: set[str] = set()
    for path in (*_theme().glob("*.html"), *_theme().glob("partials/*.html"), *_theme().glob("blocks/*.html")):
        found |= _assigned(_environment().parse(path.read_text(encoding="utf-8")))
    return frozenset(found)


def _assigned(tree: nodes.Template) -> set[str]:
    """Names that a template sets, which the templates it includes can read."""
    names = {node.name for node in tree.find_all(nodes.Name) if node.ctx in ("store", "param")}
    names |= {node.name for node in tree.find_all(nodes.Macro)}
    return names | {node.target for node in tree.find_all(nodes.Import)}
