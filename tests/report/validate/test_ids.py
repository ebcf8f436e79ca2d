"""What may stand only once: ids of every kind, and what other entries or records name by another key.

Ids of figures, units and of a ledger are in `tests/sites/`.
"""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from signed import signed_project

from report.load import read_report
from report.validate.ids import check_ids
from samples import GOOD


def of_pages(pages: list[Any]) -> list[Any]:
    return next(page["sections"] for page in pages if page.get("sections"))


# File, the list in it whose first item is given again, and what is said of that.
TWICE: dict[str, tuple[str, Callable[[Any], list[Any]], str, str]] = {
    "a section of a page": ("pages.yml", of_pages, "duplicate-id", "easier: id"),
    "a section of an article": ("sources.yml", lambda a: a[0]["sections"], "given-twice", "l2025: sections[3].heading"),
    "prints of an article": ("articles.yml", lambda prints: prints, "given-twice", "[3].article"),
    "a reviewer": ("report.yml", lambda edition: edition["reviewers"], "duplicate-id", "librarians: id"),
    "a year": ("report.yml", lambda edition: edition["years"], "given-twice", "years[4].year"),
}


@pytest.mark.parametrize("what", TWICE)
def test_what_may_stand_only_once_is_refused_twice(what: str, tmp_path: Path) -> None:
    name, list_of, code, path = TWICE[what]
    root = signed_project(tmp_path) if what == "a reviewer" else Path(shutil.copytree(GOOD, tmp_path / "good"))
    data = yaml.load((root / "data" / name).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    found = list_of(data)
    found.append(dict(found[0]))
    text = yaml.dump(data, Dumper=Plain, allow_unicode=True, sort_keys=False)
    (root / "data" / name).write_text(text, encoding="utf-8")
    report, problems = read_report(root)
    assert report is not None, problems
    assert [(problem.code, problem.path) for problem in check_ids(report)] == [(code, path)]


def test_a_record_of_a_review_stands_once(tmp_path: Path) -> None:
    """Two branches that are merged may each bring one; which of them held would be chance."""
    root = signed_project(tmp_path)
    record = root / "data/verification.yml"
    rows = record.read_text(encoding="utf-8").partition("\n- id: ")
    first = rows[2].partition("\n- id: ")[0]
    record.write_text(f"{rows[0]}\n- id: {first}\n- id: {rows[2]}", encoding="utf-8")
    report, problems = read_report(root)
    assert report is not None, problems
    id = first.partition("\n")[0]
    assert [(problem.code, problem.path) for problem in check_ids(report)] == [("given-twice", f"{id}: id")]


class Plain(yaml.SafeDumper):
    """Writes a value that stands twice in full, since no file of a report may hold aliases."""

    def ignore_aliases(self, data: Any) -> bool:
        return True
