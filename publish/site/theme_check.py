"""The theme's templates, looked through without a page: what Jinja would refuse, or print nothing for.

MkDocs prints nothing for a name that it does not know, so that a misspelt one would pass unseen.

Belongs here: syntax, names, filters, and templates that are included. Does not belong here: what a template says of
a real page, which a trial build shows (`publish.site.trial`).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import jinja2
from jinja2 import meta, nodes

from publish.paths import OVERRIDES
from report.problems import Problem, did_you_mean

# What MkDocs and Material give every template, besides what `publish.site.template_context` gives.
_GIVEN = {
    "alternates", "alternates_of", "base_url", "build_date_utc", "cards", "config", "env", "extra_css",
    "extra_javascript", "index", "language", "languages", "linked_data", "loop", "mkdocs_version", "nav", "offline",
    "page", "pages", "policy", "search_worker", "share", "site_files", "super", "trail", "unfilled", "words",
    "words_of", "self", "caller", "varargs", "kwargs",
}  # fmt: skip
_FILTERS = ("url", "tojson", "script_tag")
"""Filters that MkDocs adds."""


def overrides_of(root: Path) -> Path:
    """The report's theme templates, or the tool's where it has none."""
    own = root / "overrides"
    return own if own.is_dir() else OVERRIDES


def check_theme(folder: Path) -> Iterator[Problem]:
    """What is wrong with the templates of a folder.

    Args:
        folder: The report's or the tool's `overrides/`.
    """
    env = _environment()
    files = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if path.is_file()}
    trees: dict[str, nodes.Template] = {}
    for name, path in files.items():
        if path.suffix in (".html", ".xml"):
            try:
                text = path.read_text(encoding="utf-8")
                trees[name] = env.parse(text, name)
                env.compile(text, name)  # Finds filters and tests that are not there.
            except jinja2.TemplateSyntaxError as error:
                yield Problem(f"overrides/{name}", error.lineno, "", "broken", {"why": f"{error.message}"})
                trees.pop(name, None)
            except UnicodeDecodeError:
                yield Problem(f"overrides/{name}", 0, "", "file-encoding")
    if len(trees) < len([path for path in files.values() if path.suffix in (".html", ".xml")]):
        return  # A name may be set in a template that cannot be read.
    known = _GIVEN | set(env.globals) | _theme_names().union(*(_assigned(tree) for tree in trees.values()))
    templates = {path.relative_to(root).as_posix() for root in _theme_folders() for path in root.rglob("*.html")}
    for name, tree in trees.items():
        yield from _names(name, tree, known)
        for wanted in meta.find_referenced_templates(tree):
            if wanted is not None and wanted not in files and wanted not in templates and not _is_icon(wanted):
                line = next((node.lineno for node in _references(tree) if _names_template(node, wanted)), 0)
                yield Problem(f"overrides/{name}", line, "", "template-missing", {"name": wanted})


def _names(name: str, tree: nodes.Template, known: set[str]) -> Iterator[Problem]:
    unknown = meta.find_undeclared_variables(tree) - known
    for node in tree.find_all(nodes.Name):
        if node.name in unknown:
            unknown.discard(node.name)  # Where it stands first.
            values = {"name": node.name, "near": did_you_mean(node.name, known)}
            yield Problem(f"overrides/{name}", node.lineno, "", "template-name", values)


def _references(tree: nodes.Template) -> Iterator[nodes.Node]:
    yield from tree.find_all((nodes.Include, nodes.Extends, nodes.Import, nodes.FromImport))


def _names_template(node: nodes.Node, wanted: str) -> bool:
    return any(constant.value == wanted for constant in node.find_all(nodes.Const))


def _is_icon(name: str) -> bool:
    return any((root / name).is_file() for root in _theme_folders())


@cache
def _environment() -> jinja2.Environment:
    """An environment with MkDocs' filters, which here do nothing."""
    env = jinja2.Environment(autoescape=False)
    env.filters |= dict.fromkeys(_FILTERS, str)
    return env


@cache
def _theme_folders() -> tuple[Path, ...]:
    import material  # Takes 0.1 s: only a check that gets this far pays it.

    return (Path(str(material.__file__)).parent / "templates",)


@cache
def _theme_names() -> frozenset[str]:
    """What Material's own templates set before they include others."""
    found: set[str] = set()
    for root in _theme_folders():
        for path in (*root.glob("*.html"), *root.glob("partials/*.html"), *root.glob("blocks/*.html")):
            found |= _assigned(_environment().parse(path.read_text(encoding="utf-8")))
    return frozenset(found)


def _assigned(tree: nodes.Template) -> set[str]:
    """Names that a template sets, and so hands on to what it includes."""
    names = {node.name for node in tree.find_all(nodes.Name) if node.ctx in ("store", "param")}
    names |= {node.name for node in tree.find_all(nodes.Macro)}
    return names | {node.target for node in tree.find_all(nodes.Import)}
