"""The lines of a report's entries, for outputs that lead an editor to them.

A key names an entry by file and ids and stays the same when lines move, so that a page that holds it need not be
rendered again; the key's line is looked up when the page is shown.

Belongs here: keys and lines. Does not belong here: what is done with them (`publish.site.editor_links`).

Example:
    >>> keys = entry_keys(report)  # doctest: +SKIP
    >>> keys[id(report.figure["visits.2024"])]  # doctest: +SKIP
    'data/figures/reading.yml: visits.2024'
    >>> entry_lines(report)['data/figures/reading.yml: visits.2024']  # doctest: +SKIP
    ('data/figures/reading.yml', 6)
"""

from __future__ import annotations

from collections.abc import Mapping

from report.cached_per_report import cached_per_report
from report.model import Report
from report.model.walk import Spot, walk
from report.review.records import named_steps


@cached_per_report
def entry_keys(report: Report) -> Mapping[int, str]:
    """The key of every model of the data, by its identity (`id()`)."""
    return {id(spot.value): _key(spot) for spot in walk(report)}


@cached_per_report
def entry_lines(report: Report) -> Mapping[str, tuple[str, int]]:
    """File below the project's root, and line from 1, of every model of the data, by its key."""
    return {_key(spot): (spot.tree.file, spot.tree.line(spot.path)) for spot in walk(report)}


def _key(spot: Spot) -> str:
    return f"{spot.tree.file}: {'/'.join(named_steps(spot.tree.data, spot.path))}"
