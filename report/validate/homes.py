"""Where something that is named, and is not there, would stand: the file that an editor opens next.

Belongs here: the guess of a file. Does not belong here: noticing what is missing (`references`, `ledger`).

Example:
    >>> file_of_figure(report, "consortia.2023")  # doctest: +SKIP
    'data/figures/reform.yml'
"""

from __future__ import annotations

from itertools import takewhile
from typing import Any

from report.model import Commitment, Figure, Report, Result
from report.validate.walk import walk


def file_of_figure(report: Report, id: str) -> str:
    """The file with the figures of the theme that the id's indicator has; the folder where nothing tells."""
    name = id.partition(".")[0]
    theme = next((known.theme for known in report.indicators if known.id == name), None)
    files = {figure.theme: file for figure, file in _placed(report, Figure)}
    named_so = f"data/figures/{theme}.yml"
    return files.get(theme or "") or (named_so if theme else "data/figures/")


def file_of_entry(report: Report, id: str) -> str:
    """The file of the figures, results or commitments whose ids begin alike, by whole words."""
    if "." in id:
        return file_of_figure(report, id)
    alike = {value.id: file for value, file in _placed(report, Commitment, Result)}
    nearest = max(alike, key=lambda known: _shared(known, id), default="")
    return alike[nearest] if _shared(nearest, id) else "data/"


def _shared(one: str, other: str) -> int:
    """How many words two ids begin with alike."""
    pairs = zip(one.split("-"), other.split("-"), strict=False)
    return len(list(takewhile(lambda pair: pair[0] == pair[1], pairs)))


def _placed(report: Report, *kinds: type[Any]) -> list[tuple[Any, str]]:
    return [(spot.value, spot.tree.file) for spot in walk(report) if isinstance(spot.value, kinds)]
