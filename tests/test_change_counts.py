"""How many places a change needs: CONTRIBUTING promises two for a page and two for a rule of language.

That a kind of chart is a file and its sample is shown in `charts/test_charts_kinds`, that a figure's field needs at
most four places in `report/test_facts`.
"""

import ast
import shutil
from pathlib import Path

import yaml

from macros.navigation import navigation
from macros.pages import render_pages
from report.load import load_report
from report.validate import CHECKS
from samples import GOOD, ROOT

RULES = ROOT / "report" / "validate"


def test_a_page_is_its_file_and_its_entry(tmp_path: Path) -> None:
    project = Path(shutil.copytree(GOOD, tmp_path / "project"))
    shutil.copytree(ROOT / "docs", project / "docs")
    (project / "docs/visit.md").write_text("# {{ title() }}\n\n{{ lead() }}\n", encoding="utf-8")
    text = {"zh": "参观", "en": "Visiting"}
    entry = {"id": "visit", "place": "main", **{key: dict(text) for key in ("title", "description", "lead")}}
    with (project / "data/pages.yml").open("a", encoding="utf-8") as stream:
        yaml.safe_dump([entry], stream, allow_unicode=True)
    report = load_report(project)
    pages = {page.language: page for page in render_pages(report, project / "docs") if page.address == "visit/"}
    assert {language: page.title for language, page in pages.items()} == text
    assert all(text[language] in page.markdown for language, page in pages.items())
    for language in ("zh", "en"):
        assert ("visit/", text[language]) in [(item.address, item.title) for item in navigation(report, language)]


def test_a_rule_is_its_module_and_its_line_in_the_list() -> None:
    """No other module of the product names a rule that stands in the list, or its module."""
    names = {check.__name__: check.__module__ for check in CHECKS}
    assert len(set(names.values())) == len(CHECKS), "a module each"
    allowed = {RULES / "__init__.py", *(RULES / f"{module.rpartition('.')[2]}.py" for module in names.values())}
    modules = [path for package in ("report", "macros", "publish") for path in sorted((ROOT / package).rglob("*.py"))]
    for path in modules:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        found = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
        assert path in allowed or not found & set(names) - _own(tree), path.relative_to(ROOT)


def _own(tree: ast.Module) -> set[str]:
    """Functions that a module defines itself or imports from elsewhere, under a name that a rule has too."""
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef)} | {
        alias.asname or alias.name
        for node in tree.body
        if isinstance(node, ast.ImportFrom) and not (node.module or "").startswith("report.validate")
        for alias in node.names
    }
