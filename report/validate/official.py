"""An official report says nowhere that it is not official.

Belongs here: that rule. Does not belong here: what pages say of the publisher (`report.publisher`).
"""

from __future__ import annotations

from collections.abc import Iterator

from report.model import LANGUAGES, Report, Text
from report.model.walk import walk
from report.problems import Problem
from report.publisher import denial_in


def check_official(report: Report) -> Iterator[Problem]:
    """Texts of an official report that deny it; words of glossary and sources are others' and may say anything."""
    if not report.edition.official:
        return
    for spot in walk(report):
        if isinstance(spot.value, Text) and spot.tree.file not in ("data/glossary.yml", "data/sources.yml"):
            for language in LANGUAGES:
                if words := denial_in(spot.value[language], language):
                    yield spot.problem("official-denied", language, words=words)
