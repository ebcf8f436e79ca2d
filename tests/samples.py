"""The good sample project and the real report as values, and ways of changing them.

Here belongs what several test modules do with either. What one module alone needs stays there.
"""

import shutil
from collections.abc import Callable
from dataclasses import fields, replace
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from macros.pages import Page, render_pages
from report.load import load_report
from report.model import Placed, Report

ROOT = Path(__file__).parent.parent
GOOD = ROOT / "samples" / "library"
SITES = Path(__file__).parent / "sites"
CASES = sorted(path.name for path in SITES.iterdir() if path.is_dir())
SIGNED = SITES / "translation-stale" / "data"  # A record of the good project's reviews.


def lay_out(case: str, folder: Path) -> Path:
    """The good project with a case laid over it."""
    shutil.copytree(GOOD, folder, dirs_exist_ok=True)
    if (SITES / case / "data").is_dir():
        shutil.copytree(SITES / case / "data", folder / "data", dirs_exist_ok=True)
    removed = SITES / case / "removed.txt"
    for line in removed.read_text(encoding="utf-8").split() if removed.exists() else ():
        path = folder / line
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()
    return folder


@cache
def good_report() -> Report:
    return load_report(GOOD)


@cache
def real_report() -> Report:
    return load_report(ROOT)


@cache
def real_pages() -> dict[tuple[str, str], Page]:
    """The pages of the real report, as Markdown, by address and language."""
    return {(page.address, page.language): page for page in render_pages(real_report(), ROOT / "docs")}


def changed(report: Report, model: type[BaseModel], change: Callable[[Any], Any]) -> Report:
    """A report in which each entry of a file that is a `model` is changed, in its fields and in `placed`."""
    placed = tuple(
        Placed(entry.tree, entry.path, change(entry.value)) if isinstance(entry.value, model) else entry
        for entry in report.placed
    )
    new = {id(old.value): entry.value for old, entry in zip(report.placed, placed, strict=True)}
    kept_lists: dict[str, Any] = {
        name: tuple(new.get(id(value), value) for value in values)
        for name, values in _lists(report).items()
        if name != "placed"
    }
    return replace(report, placed=placed, **kept_lists)


def without(report: Report, model: type[BaseModel], unwanted: Callable[[Any], bool]) -> Report:
    """A report that lacks some of its entries."""
    gone = {id(entry.value) for entry in report.placed if isinstance(entry.value, model) and unwanted(entry.value)}

    def kept(value: Any) -> bool:
        return id(value.value if isinstance(value, Placed) else value) not in gone

    kept_lists: dict[str, Any] = {name: tuple(filter(kept, values)) for name, values in _lists(report).items()}
    return replace(report, **kept_lists)


def _lists(report: Report) -> dict[str, tuple[Any, ...]]:
    """The lists that a report is made of, by name, without what it has worked out from them."""
    made_of = {each.name: getattr(report, each.name) for each in fields(report)}
    return {name: values for name, values in made_of.items() if isinstance(values, tuple)}


def themeless(report: Report) -> Report:
    """A report without themes."""
    return replace(report, edition=report.edition.model_copy(update={"themes": ()}))


def times(report: Report, factor: int) -> Report:
    """A report with each result and commitment several times, under ids of their own."""

    def again(of: Any, name: str) -> Any:
        entries = [(entry, n) for entry in getattr(of, name) for n in range(factor)]
        return of.model_copy(
            update={name: tuple(entry.model_copy(update={"id": f"{entry.id}-{n}"}) for entry, n in entries)}
        )

    def within(of: Any, parts: str, name: str) -> Any:
        return of.model_copy(update={parts: tuple(again(part, name) for part in getattr(of, parts))})

    return replace(
        report,
        results=tuple(within(each, "chapters", "results") for each in report.results),
        plans=tuple(within(each, "workstreams", "commitments") for each in report.plans),
    )
