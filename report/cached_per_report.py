"""What is made once of a report, however often it is asked for.

A report does not change once it is loaded, so what is worked out from all of it holds as long as it is the
same object. Belongs here: remembering by identity. Does not belong here: what outlives a build (`publish.cache.store`).

Example::

    @once
    def by_year(report: Report) -> Mapping[int, Plan]: ...
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from report.model import Report

Made = TypeVar("Made")


def once(make: Callable[[Report], Made]) -> Callable[[Report], Made]:
    """A function that remembers its answer for the report it was last asked about, and for no other.

    Args:
        make: Works something out from a report, and from nothing else; nobody may change what it returns.
    """
    last: list[tuple[Report, Made]] = []

    @wraps(make)
    def answer(report: Report) -> Made:
        if not last or last[0][0] is not report:  # Not `==`: comparing two reports would read all of both.
            last[:] = [(report, make(report))]
        return last[0][1]

    return answer
