"""Edits that an editor might make, each to a new text, so that nothing in a cache fits it.

Belongs here: which figures are edited. The charted one is in a chart too, which is then drawn again.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path

from bench.projects import edit


class Edits:
    """Edits of the English label of one figure.

    Attributes:
        id: The figure's.
        file: Its file, below the project's root.
        label: Its label, or the start of it.
        mark: A letter that every edited label holds.
    """

    def __init__(self, id: str, file: str, label: str, mark: str) -> None:
        self.id, self.file, self.label, self.mark = id, file, label, mark
        self._now = label
        self._next = self._labels()

    def make(self, project: Path) -> str:
        """Edit the label once more, and return it."""
        before, self._now = self._now, next(self._next)
        edit(project / self.file, before, self._now)
        return self._now

    def _labels(self) -> Iterator[str]:
        for number in itertools.count():
            letters = chr(97 + number // 26) + chr(97 + number % 26)  # A label may hold no numeral.
            yield f"{self.label} {self.mark}{letters}"


def plain_figure() -> Edits:
    """A figure that is in no chart."""
    label = "Rank of Baitutan Central Township Health Centre"
    return Edits("township-rank.2024", "data/figures/capacity.yml", label, "q")


def charted_figure(mark: str) -> Edits:
    """A figure whose label a chart shows: that chart is drawn again.

    Args:
        mark: A letter of its own for each project that finds the drawings of another.
    """
    label = "Investment applied for from ultra-long treasury bonds"
    return Edits("treasury-bonds.2024", "data/figures/capacity.yml", label, mark)
