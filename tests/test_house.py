"""The rules of the house, held by reading the repository's own files.

Here belongs what every file must keep to: import directions, size, where visible words may stand,
what the guides must name, what may not be committed. What one module must do is tested beside it.
"""

import ast
import fnmatch
import importlib
import io
import os
import re
import subprocess
import sys
import tokenize
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parent.parent
PACKAGES = ("cache", "charts", "report", "macros", "publish")

# What each may import besides the standard library and itself. Arrows point one way, downwards:
# a row names only rows above it.
MAY_IMPORT = {
    "cache": set(),
    "languages": {"yaml"},
    "charts": {"cache", "languages", "matplotlib"},
    # Of charts, `charts.kinds` alone.
    "report": {"languages", "charts", "pydantic", "pydantic_core", "yaml", "babel", "openpyxl", "filelock"},
    "macros": {"report", "languages", "charts", "jinja2", "markupsafe"},
    "publish": {"report", "cache", "languages", "charts", "macros", "jinja2", "markupsafe", "mkdocs", "jieba"}
    | {"xlsxwriter", "typst", "pikepdf", "segno", "pyphen", "tinycss2", "PIL", "pydantic", "filelock", "fontTools"},
    "hooks.py": {"publish", "mkdocs"},
}

TARGETS = [
    "build", "serve", "test", "test-all", "samples", "check", "pdf", "offline", "bench", "lock", "audit", "clean",
    "help",
]  # fmt: skip

LINES_OF_A_FILE = 300
LINES_OF_A_FUNCTION = 60

# Numerals are these modules' subject. A kind of chart is one file, with its words, so that adding one touches no other.
# Every other Chinese word is in data/ or report/words/.
MAY_HOLD_CHINESE = ("report/quantity/*.py", "report/numerals/*.py", "charts/kinds/*.py", "tests/*")
CHINESE = re.compile("[\u3400-\u9fff]")

# The brackets keep this list from finding itself.
FOREIGN = re.compile(
    r"[.][.]/shared"  # folders of one machine
    r"|(?:^|[^.\w])/(?:wor[k]|roo[t]|hom[e]/\w|User[s])/"
    r"|(?:extra-)?index-ur[l]|find-lin[k]s"  # package indexes, by option or by host
    r"|[p]ypi[.]org|[p]ythonhosted|registry[.][n]pmjs"
)


def repository_files() -> list[Path]:
    """All files that are, or are about to be, in the repository: the tree without what .gitignore names."""
    ignored = [".git", ".hypothesis", *(ROOT / ".gitignore").read_text(encoding="utf-8").split()]

    def kept(folder: Path, name: str) -> bool:
        """A pattern that begins with `/` is for the top of the tree alone."""
        return not any(
            fnmatch.fnmatch(name, pattern.strip("/")) for pattern in ignored if folder == ROOT or pattern[0] != "/"
        )

    files = []
    for folder, subfolders, names in os.walk(ROOT):
        subfolders[:] = sorted(each for each in subfolders if kept(Path(folder), each))
        files += [Path(folder) / name for name in sorted(names) if kept(Path(folder), name)]
    return files


FILES = repository_files()
PYTHON = [path for path in FILES if path.suffix == ".py"]


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def parts_with_rules() -> Iterator[tuple[str, Path]]:
    for part in MAY_IMPORT:
        for path in PYTHON:
            if name(path) == part or name(path).startswith(f"{part}/"):
                yield part, path


def imported(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Each import of a module as line and top-level name; `import_module("x")` counts too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name.partition(".")[0]) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield node.lineno, (node.module or "").partition(".")[0]
        elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith(("import_module", "__import__")):
            match node.args:
                case [ast.Constant(value=str(module)), *_]:
                    yield node.lineno, module.partition(".")[0]
                case [ast.JoinedStr(values=[ast.Constant(value=str(module)), *_]), *_] if "." in module:
                    yield node.lineno, module.partition(".")[0]
                case _:
                    yield node.lineno, "a module whose name is computed"


def test_imports_point_one_way() -> None:
    wrong = [
        f"{name(path)}:{line}: {part} may not import {module}"
        for part, path in parts_with_rules()
        for line, module in imported(ast.parse(read(path)))
        if module not in {part, *MAY_IMPORT[part], *sys.stdlib_module_names}
    ]
    assert wrong == []


@pytest.mark.parametrize("package", PACKAGES)
def test_packages_are_this_repositorys(package: str) -> None:
    """Short names are easily taken: another `charts` on the path, or tests/charts/, would hide ours."""
    found = importlib.import_module(package)
    assert [Path(folder).resolve() for folder in found.__path__] == [ROOT / package]
    assert found.__file__, f"{package}/__init__.py is missing"


def test_charts_import_without_matplotlib() -> None:
    """A warm build draws nothing, so that it must not pay for matplotlib: that is imported where it draws."""
    code = "import sys, charts; sys.exit('matplotlib' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)


def test_one_module_writes_csv_and_text_goes_into_workbooks_as_text() -> None:
    """What a spreadsheet would carry out is escaped in one place: `report.csv_table`, `publish.data.tables`."""
    calls = {
        f"{name(path)}: {ast.unparse(node.func)}"
        for path in PYTHON
        if not name(path).startswith("tests/")
        for node in ast.walk(ast.parse(read(path)))
        if isinstance(node, ast.Call) and re.search(r"csv\.(Dict)?[wW]riter$|sheet\.write", ast.unparse(node.func))
    }
    assert calls == {
        "publish/data/tables.py: sheet.write_number",
        "publish/data/tables.py: sheet.write_string",
        "report/csv_table.py: csv.writer",
    }


def test_no_file_is_too_long() -> None:
    long = {name(path): len(read(path).splitlines()) for path in PYTHON}
    assert {path: lines for path, lines in long.items() if lines > LINES_OF_A_FILE} == {}


def test_no_function_is_too_long() -> None:
    long = [
        f"{name(path)}:{node.lineno}: {node.name} has {lines} lines"
        for path in PYTHON
        for node in ast.walk(ast.parse(read(path)))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (lines := (node.end_lineno or 0) - node.lineno + 1) > LINES_OF_A_FUNCTION
    ]
    assert long == []


def chinese_strings(source: str) -> list[int]:
    """Lines where a string holds Chinese; docstrings, comments and escapes do not count."""
    described = {
        node.value.lineno
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    return [
        token.start[0]
        for token in tokenize.generate_tokens(io.StringIO(source).readline)
        if tokenize.tok_name[token.type] in {"STRING", "FSTRING_MIDDLE"}
        and CHINESE.search(token.string)
        and token.start[0] not in described
    ]


def test_chinese_strings_are_found() -> None:
    allowed = '"""文档"""\na = 1  # 注释\n"""字段：说明\n例"""\nb = "[\\u4e00-\\u9fff]"\n'
    assert chinese_strings(allowed) == []
    assert set(chinese_strings(allowed + 'c = "第"\nd = f"第{a}名"\n')) == {6, 7}


def test_visible_chinese_stands_in_data() -> None:
    wrong = [
        f"{name(path)}:{line}"
        for path in PYTHON
        if not any(fnmatch.fnmatch(name(path), pattern) for pattern in MAY_HOLD_CHINESE)
        for line in chinese_strings(read(path))
    ]
    assert wrong == [], "words belong in data/ or report/words/"


def test_nothing_of_one_machine_is_committed() -> None:
    wrong = []
    for path in FILES:
        try:
            lines = read(path).splitlines()
        except UnicodeDecodeError:
            continue  # a font, a picture, or a sample in another encoding
        wrong += [f"{name(path)}:{row}" for row, line in enumerate(lines, 1) if FOREIGN.search(line)]
    assert wrong == []


def test_no_mark_of_a_conflict_is_left() -> None:
    marked = [name(path) for path in FILES if re.search(rb"^(<{7}|>{7}) ", path.read_bytes(), re.M)]
    assert marked == ["tests/sites/merge-conflict/data/figures/reading.yml"]  # What the message for it is shown by.


def targets() -> dict[str, str]:
    """The targets of the Makefile with their help; a target without help maps to an empty text."""
    found = re.findall(r"^([a-z-]+):(?!=)(?:.*?## (.+))?", read(ROOT / "Makefile"), re.MULTILINE)
    return dict(found)


def test_every_target_has_its_help_and_its_place_in_the_guides() -> None:
    guides = read(ROOT / "README.md") + read(ROOT / "CONTRIBUTING.md")
    assert list(targets()) == TARGETS
    assert [target for target, text in targets().items() if not text] == []
    assert [target for target in targets() if f"make {target}" not in guides] == []


@pytest.mark.parametrize("guide", ["README.md", "CONTRIBUTING.md", ".ci/run"])
def test_guides_and_ci_use_targets_that_exist(guide: str) -> None:
    commands = re.findall(r"(?:^|`)make ([a-z]+)", read(ROOT / guide), re.MULTILINE)
    assert commands
    assert set(commands) <= set(targets())


@pytest.mark.parametrize("guide", ["README.md", "CONTRIBUTING.md"])
def test_paths_in_the_guides_exist(guide: str) -> None:
    made = {"site/", "site/downloads/", "pdf/", "offline/", ".venv/", "build/sbom.json"}  # by make
    paths = re.findall(r"`([\w.-]+/[\w./-]*)`", read(ROOT / guide))
    links = re.findall(r"\]\(([\w./-]+)\)", read(ROOT / guide))
    assert [path for path in paths + links if path not in made and not (ROOT / path).exists()] == []


def locked(file: str) -> dict[str, list[str]]:
    """The lines of a lock file by the lower-case name they are about, with their hashes."""
    entries: dict[str, list[str]] = {}
    for entry in re.split(r"\n(?=\S)", read(ROOT / file)):
        if not entry.startswith("#"):
            entries.setdefault(Requirement(entry.partition("\\")[0]).name.lower(), []).append(entry)
    return entries


@pytest.mark.parametrize("file", ["requirements.txt", "requirements-dev.txt", "requirements-build.txt"])
def test_requirements_are_pinned_and_hashed_and_name_no_address(file: str) -> None:
    entries = [entry for versions in locked(file).values() for entry in versions]
    assert [entry for entry in entries if "==" not in entry or "--hash=sha256:" not in entry] == []
    assert not re.search(r"://|^-| @ ", read(ROOT / file), re.MULTILINE)


def test_requirements_serve_every_system() -> None:
    """Windows needs colorama; an older Python needs older releases. A lock of one machine has neither."""
    assert "colorama" in locked("requirements.txt")
    assert "; python_full_version" in read(ROOT / "requirements.txt")


@pytest.mark.parametrize("file", ["requirements.txt", "requirements-dev.txt"])
def test_requirements_follow_pyproject(file: str) -> None:
    project = tomllib.loads(read(ROOT / "pyproject.toml"))["project"]
    extra = project["optional-dependencies"]["dev"] if "dev" in file else []
    entries = locked(file)
    stale = [
        wanted
        for wanted in map(Requirement, project["dependencies"] + extra)
        for entry in entries.get(wanted.name.lower(), ["none==0 "])
        if not wanted.specifier.contains(re.findall(r"==(\S+)", entry)[0])
    ]
    assert stale == [], "run make lock"


def test_tests_install_what_the_site_is_built_with() -> None:
    site, tests = locked("requirements.txt"), locked("requirements-dev.txt")
    versions = {package: [entry.split()[0] for entry in entries] for package, entries in site.items()}
    assert {package: [entry.split()[0] for entry in tests[package]] for package in site} == versions
