"""A decorator that caches what a function computes from a whole report.

A report does not change once it is loaded, so a result is valid as long as the report is the same object. Does not
belong here: the cache that later builds read (`cache`).

Example::

    @cached_per_report
    def by_year(report: Report) -> Mapping[int, Plan]: ...
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from report.model import Report

T = TypeVar("T")


def cached_per_report(function: Callable[[Report], T]) -> Callable[[Report], T]:
    """A function that caches its result for the report it was last called with, and for no other.

    Args:
        function: Depends on the report and on nothing else; no caller may change what it returns.
    """
    last: list[tuple[Report, T]] = []

    @wraps(function)
    def cached(report: Report) -> T:
        if not last or last[0][0] is not report:  # Not `==`: comparing two reports would read all of both.
            last[:] = [(report, function(report))]
        return last[0][1]

    return cached
