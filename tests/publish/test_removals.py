"""Whatever may be absent is: each page, section, file and optional key is taken away, one at a time.

The report then either builds without it, pages, PDFs and all, or is refused with file and line. Nothing else
happens: no error of the code, and no link to what is no longer there.

A whole check, with PDFs and the theme's pages, takes most of a second: here each thing alone goes without those, then
all that may be absent is absent at once for a whole check. `make test-all` checks each thing wholly.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from library_projects import check_of, copy_library, report_check_of
from pydantic import BaseModel

from macros.page_files import OPTIONAL
from report.file_kinds import FILE_KINDS
from samples import GOOD

WORDS = yaml.safe_load((GOOD / "data/pages.yml").read_text(encoding="utf-8"))
PAGES = [page["id"] for page in WORDS]
NEEDED = {"index", "year", "figure", "workstream", "former-figure"}
"""Pages that others lead to wherever they stand; the sample has a plan with pages of its own, and a retired id."""

Check = Callable[[Path], list[str]]


def whole_check_of(root: Path) -> list[str]:
    return check_of(root, strict=False)


CHECKS = pytest.mark.parametrize(
    "check", [report_check_of, pytest.param(whole_check_of, marks=pytest.mark.slow)], ids=["short", "long"]
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_library(tmp_path / "project")


def read(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def write(path: Path, data: Any) -> None:
    path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=10_000), encoding="utf-8")


def take_page(root: Path, id: str) -> None:
    write(root / "data/pages.yml", [page for page in read(root / "data/pages.yml") if page["id"] != id])
    (root / f"docs/{id}.md").unlink()


@CHECKS
@pytest.mark.parametrize("id", PAGES)
def test_a_page_that_is_taken_away(project: Path, id: str, check: Check) -> None:
    take_page(project, id)
    said = [f"data/pages.yml:1: page `{id}` is missing"] if id in NEEDED else []
    assert check(project) == said


@pytest.mark.parametrize("id", PAGES)
def test_the_words_of_a_page_that_are_taken_away(project: Path, id: str) -> None:
    write(project / "data/pages.yml", [page for page in read(project / "data/pages.yml") if page["id"] != id])
    if id in OPTIONAL:
        assert whole_check_of(project) == []
        return
    assert f"docs/{id}.md: page `{id}` has no words" in whole_check_of(project)


def test_all_pages_that_may_be_absent_are_absent_at_once(project: Path) -> None:
    for id in PAGES:
        if id not in NEEDED:
            take_page(project, id)
    assert whole_check_of(project) == []


SECTIONS = [(page["id"], section["id"]) for page in WORDS for section in page.get("sections", [])]


NEEDED_SECTIONS = {("figures", "data"), ("theme", "charts"), ("theme", "figures"), ("ledger", "entries")}
"""Macros ask for the headings of these, or lead to what stands below them."""


def take_section(root: Path, page: str, section: str) -> None:
    pages = read(root / "data/pages.yml")
    for words in pages:
        words["sections"] = [each for each in words.get("sections", []) if words["id"] != page or each["id"] != section]
        if not words["sections"]:
            del words["sections"]
    write(root / "data/pages.yml", pages)


def take_heading(root: Path, page: str, section: str) -> None:
    path = root / f"docs/{page}.md"
    parts = path.read_text(encoding="utf-8").split("\n## ")
    path.write_text("\n## ".join(part for part in parts if f"#{section} }}" not in part), encoding="utf-8")


@CHECKS
@pytest.mark.parametrize(("page", "section"), SECTIONS)
def test_a_section_that_is_taken_away(project: Path, page: str, section: str, check: Check) -> None:
    """Alone, its heading in the page file is refused; with its heading and what stands below it, it is gone."""
    take_section(project, page, section)
    for problem in check(project):
        assert problem.startswith(f"docs/{page}.md:")
        assert f"no heading `{section}` for this page" in problem
    take_heading(project, page, section)
    found = check(project)
    assert all(problem.startswith("docs/") for problem in found)
    assert found == [] or (page, section) in NEEDED_SECTIONS


def test_all_sections_that_may_be_absent_are_absent_at_once(project: Path) -> None:
    for page, section in SECTIONS:
        if (page, section) not in NEEDED_SECTIONS:
            take_section(project, page, section)
            take_heading(project, page, section)
    assert whole_check_of(project) == []


FILES = [kind.pattern for kind in FILE_KINDS]


def take_files(root: Path, pattern: str) -> None:
    for path in (root / "data").glob(pattern):
        path.unlink()


@CHECKS
def test_files_that_are_taken_away(project: Path, tmp_path: Path, check: Check) -> None:
    accepted = []
    for number, pattern in enumerate(FILES):
        root = copy_library(tmp_path / str(number))
        take_files(root, pattern)
        found = check(root)
        for problem in found:
            assert problem.startswith(("data/", "docs/")), pattern
            assert "Error" not in problem, pattern
        accepted += [pattern] if not found else []
    for pattern in accepted:
        take_files(project, pattern)
    assert len(accepted) > 3
    assert whole_check_of(project) == []


def optional_keys() -> Iterator[tuple[str, tuple[str | int, ...]]]:
    """The first use of each key that a model may do without, by file and path."""
    seen: set[tuple[type[BaseModel], str]] = set()
    root = GOOD
    for kind in FILE_KINDS:
        for path in sorted((root / "data").glob(kind.pattern)):
            data = read(path)
            entries = [((), data)] if kind.layout == "one" else [((number,), each) for number, each in enumerate(data)]
            for start, entry in entries if kind.layout != "mapping" else ():
                for steps, model, key in _optional(kind.model, entry, start):
                    if (model, key) not in seen:
                        seen.add((model, key))
                        yield path.relative_to(root).as_posix(), (*steps, key)


def _optional(model: type[BaseModel], entry: Any, path: tuple[str | int, ...]) -> Iterator[tuple[Any, Any, str]]:
    for key, value in entry.items() if isinstance(entry, dict) else ():
        field = model.model_fields.get(key)
        if field is None:
            continue
        if not field.is_required():
            yield path, model, key
        inner = _models(field.annotation)
        for number, item in enumerate(value if isinstance(value, list) else [value]):
            below = (*path, key, number) if isinstance(value, list) else (*path, key)
            for each in inner:
                yield from _optional(each, item, below)


def _models(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [found for part in getattr(annotation, "__args__", ()) for found in _models(part)]


def take_key(root: Path, name: str, path: tuple[str | int, ...]) -> None:
    data = read(root / name)
    node = data
    for step in path[:-1]:
        node = node[step]
    del node[path[-1]]
    write(root / name, data)


@CHECKS
@pytest.mark.parametrize("third", range(3))
def test_keys_that_are_taken_away(project: Path, third: int, check: Check) -> None:
    accepted = []
    for name, path in list(optional_keys())[third::3]:
        before = (project / name).read_bytes()
        take_key(project, name, path)
        found = check(project)
        for problem in found:
            assert problem.startswith(("data/", "docs/")), (name, path)
            assert "Error" not in problem, (name, path)
            assert "has no attribute" not in problem, (name, path)
        accepted += [(name, path)] if not found else []
        (project / name).write_bytes(before)
    for name, path in reversed(accepted):  # So that no key goes before those below it.
        take_key(project, name, path)
    assert len(accepted) > 5
    assert whole_check_of(project) == []
