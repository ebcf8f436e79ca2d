"""The file in which a missing entry probably belongs, for hints to editors.

Does not belong here: noticing what is missing (`references`, `ledger`).

Example:
    >>> file_of_figure(report, "consortia.2023")  # doctest: +SKIP
    'data/figures/reform.yml'
"""

from __future__ import annotations

from itertools import takewhile
from typing import Any

from report.model import Commitment, Figure, Report, Result
from report.model.walk import walk


def file_of_figure(report: Report, id: str) -> str:
    """The file with the figures of the theme that the id's indicator has; the folder where that is unknown."""
    name = id.partition(".")[0]
    theme = report.indicator[name].theme if name in report.indicator else None
    files = {figure.theme: file for figure, file in _entries_with_file(report, Figure)}
    named_so = f"data/figures/{theme}.yml"
    return files.get(theme or "") or (named_so if theme else "data/figures/")


def file_of_entry(report: Report, id: str) -> str:
    """The file of the figures, results or commitments whose ids begin alike, by whole words."""
    if "." in id:
        return file_of_figure(report, id)
    return _file_with_similar_id(_entries_with_file(report, Commitment, Result), id) or "data/"


def file_of_commitment(report: Report, id: str) -> str:
    """The plan whose commitments have ids that begin alike, as those of a year do; else the folder."""
    return _file_with_similar_id(_entries_with_file(report, Commitment), id) or "data/plans/"


def _file_with_similar_id(placed: list[tuple[Any, str]], id: str) -> str:
    """The file of the entry whose id begins most like this one; empty where none does."""
    files = {value.id: file for value, file in placed}
    nearest = max(files, key=lambda known: _shared_words(known, id), default="")
    return files[nearest] if _shared_words(nearest, id) else ""


def _shared_words(one: str, other: str) -> int:
    """How many words two ids begin with alike."""
    pairs = zip(one.split("-"), other.split("-"), strict=False)
    return len(list(takewhile(lambda pair: pair[0] == pair[1], pairs)))


def _entries_with_file(report: Report, *kinds: type[Any]) -> list[tuple[Any, str]]:
    return [(spot.value, spot.tree.file) for spot in walk(report) if isinstance(spot.value, kinds)]
