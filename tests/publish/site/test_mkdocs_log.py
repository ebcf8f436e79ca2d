"""Warnings of a build: counted anew by each, also after edited code was loaded again."""

import importlib
import logging
import sys
from collections.abc import Iterator

import pytest

from publish.site import mkdocs_log

LOGGER = logging.getLogger("mkdocs")


@pytest.fixture(autouse=True)
def handlers() -> Iterator[None]:
    """The handlers of MkDocs' logger as they were before."""
    before = list(LOGGER.handlers)
    LOGGER.handlers[:] = []
    yield
    LOGGER.handlers[:] = before


def test_each_build_counts_anew() -> None:
    for _ in range(2):
        mkdocs_log.count_warnings()
        assert mkdocs_log.warnings() == 0
        logging.getLogger("mkdocs.report").warning("once")
        assert mkdocs_log.warnings() == 1


def test_warnings_before_a_reload_of_the_code_do_not_count_after_it(monkeypatch: pytest.MonkeyPatch) -> None:
    mkdocs_log.count_warnings()
    LOGGER.warning("of the old code")
    monkeypatch.delitem(sys.modules, mkdocs_log.__name__)  # As hooks.py does when code was edited.
    again = importlib.import_module(mkdocs_log.__name__)
    again.count_warnings()
    assert again.warnings() == 0
    LOGGER.warning("of the new code")
    assert again.warnings() == 1
    assert len(LOGGER.handlers) == 1


def test_other_counters_count_too() -> None:
    """MkDocs refuses a strict build by its own, which may have counted before ours."""
    other = mkdocs_log.CountHandler(level=logging.WARNING)
    LOGGER.addHandler(other)
    LOGGER.warning("before the report is loaded")
    mkdocs_log.count_warnings()
    assert mkdocs_log.warnings() == 1
