"""Mistakes made on purpose in the real report: none of them gets through.

A sample in each run; all of them, with the table, by `pytest --all-mutations` or `python tests/mutations.py`.
"""

from pathlib import Path

import pytest
from mutations import KINDS, Context, prepare, run

from samples import ROOT

# What content checks alone must refuse, without the record of reviews: it is wrong whoever has signed it.
# Digits of names such as 三甲, of which no figure speaks, need the articles.
BY_CONTENT = {"digit": 0.85, "unit": 1.0, "qualifier": 0.5, "reference": 0.5, "reference, en": 1.0, "term": 0.9}


@pytest.fixture(scope="module")
def made() -> Context:
    return prepare(ROOT)


@pytest.fixture
def every(request: pytest.FixtureRequest) -> int:
    return 1 if request.config.getoption("all_mutations") else 3


@pytest.mark.parametrize("kind", KINDS)
def test_a_strict_build_accepts_no_slip(kind: str, made: Context, every: int) -> None:
    row = run(ROOT, kind, made, every=every)
    assert row.made
    assert row.accepted == set()
    assert len(row.checks) >= BY_CONTENT.get(kind, 0.0) * len(row.made)


@pytest.mark.parametrize("kind", ["digit", "unit", "qualifier", "quote", "locator"])
def test_what_is_checked_against_the_articles_needs_no_record(
    kind: str, made: Context, every: int, articles: Path
) -> None:
    row = run(ROOT, kind, made, articles, every)
    assert row.made == row.checks | row.articles
