"""How the packages may depend on each other, and that CONTRIBUTING's map of them is theirs.

Here belongs what holds between modules of any package. Which third-party packages each may import, and in which
direction the top-level packages point, is in `test_house`.
"""

import ast
import re
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

ROOT = Path(__file__).parent.parent
PACKAGES = ("cache", "charts", "languages", "macros", "publish", "report")
MODULES = {
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path
    for package in PACKAGES
    for path in sorted((ROOT / package).rglob("*.py"))
}


def imports(path: Path) -> Iterator[tuple[int, str, str]]:
    """What loading a module imports of this project, as line, module, name; no type hints, no late imports."""
    for node in _loaded(ast.parse(path.read_text(encoding="utf-8")).body):
        if isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] in PACKAGES:
            yield from ((node.lineno, node.module or "", alias.name) for alias in node.names)


def _loaded(statements: list[ast.stmt]) -> Iterator[ast.stmt]:
    for statement in statements:
        if isinstance(statement, ast.If | ast.Try) and "TYPE_CHECKING" not in ast.unparse(statement).splitlines()[0]:
            yield from _loaded(statement.body)
        else:
            yield statement


def package_of(module: str) -> str:
    """The folder that a module stands in, dotted; of a package, itself."""
    return module if MODULES[module].stem == "__init__" else module.rpartition(".")[0]


def target(module: str, name: str) -> str:
    """The module that an import loads: `from a import b` loads `a.b` where that is a module."""
    return f"{module}.{name}" if f"{module}.{name}" in MODULES else module


def test_no_import_closes_a_circle() -> None:
    graph = {
        module: {target(source, name) for _, source, name in imports(path)} - {module}
        for module, path in MODULES.items()
    }
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        raise AssertionError(" -> ".join(error.args[1])) from None


def test_what_is_private_to_a_package_is_not_imported_from_outside() -> None:
    """Private is a name or a module that begins with an underscore; a package's own modules may share it."""
    wrong = [
        f"{module}:{line}: {source}.{name}"
        for module, path in MODULES.items()
        for line, source, name in imports(path)
        if any(part.startswith("_") for part in (*source.split("."), name))
        and package_of(target(source, name)) != package_of(module)
    ]
    assert wrong == []


def test_the_map_of_packages_is_what_their_docstrings_say() -> None:
    """Each package has its row in CONTRIBUTING: its path and the first line of its docstring."""
    rows = re.findall(
        r"^\| `((?:cache|charts|languages|macros|publish|report)/[\w/]*)` \| (.+) \|$", guide(), re.MULTILINE
    )
    found = {}
    for module, path in MODULES.items():
        if path.name == "__init__.py":
            docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
            found[module.replace(".", "/") + "/"] = docstring.partition("\n")[0]
    assert dict(rows) == found


def guide() -> str:
    return (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
