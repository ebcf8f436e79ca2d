"""Caching of what is worked out from a whole report, for as long as that report is in use.

A report does not change once it is loaded, so a result holds as long as the report is the same object. Belongs
here: the decorator. Does not belong here: what outlives a build (`cache`).

Example::

    @cached_per_report
    def by_year(report: Report) -> Mapping[int, Plan]: ...
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from report.model import Report

Result = TypeVar("Result")


def cached_per_report(function: Callable[[Report], Result]) -> Callable[[Report], Result]:
    """A function that caches its result for the report it was last called with, and for no other.

    Args:
        function: Works something out from a report, and from nothing else; no caller may change what it returns.
    """
    last: list[tuple[Report, Result]] = []

    @wraps(function)
    def cached(report: Report) -> Result:
        if not last or last[0][0] is not report:  # Not `==`: comparing two reports would read all of both.
            last[:] = [(report, function(report))]
        return last[0][1]

    return cached
