"""Checks that `names:` of report.yml holds no quantities: those would be numbers without a source.

Does not belong here: what a quantity is (`report.numerals.bare_quantity`), or which numerals
a name owns in prose (`report.typed_numerals`).
"""

from __future__ import annotations

from collections.abc import Iterator

from languages import ORIGINAL
from report.model import Report
from report.model.edition import Edition
from report.model.walk import walk
from report.numerals.bare_quantity import is_bare_quantity
from report.problems import Problem


def check_names(report: Report) -> Iterator[Problem]:
    """Names whose Chinese is a quantity."""
    for spot in walk(report):
        if isinstance(spot.around, Edition) and spot.path[0] == "names" and is_bare_quantity(spot.value.zh):
            yield spot.problem("name-quantity", ORIGINAL, value=spot.value.zh)
