"""The published table of quantities is the one that the grammar and the units make.

After a change of either, write it anew, then read every line of the difference::

    UPDATE_EXPECTED=1 python -m pytest tests/report/quantity/test_quantity_table.py
"""

import os
from typing import cast, get_args

import pytest

from report.quantity import Measure, parse
from report.quantity.table import kinds, table
from report.quantity.values import Kind
from samples import ROOT

PAGE = ROOT / "guide" / "quantities.md"


def test_the_page_is_as_generated() -> None:
    if os.environ.get("UPDATE_EXPECTED"):
        PAGE.write_text(table(), encoding="utf-8", newline="\n")
    assert PAGE.read_text(encoding="utf-8") == table()


@pytest.mark.parametrize("kind", get_args(Kind))
def test_each_kind_is_shown_by_examples_of_it(kind: str) -> None:
    examples = kinds()[kind]["examples"]
    read = [(stated, parse(stated, cast(Measure, measure)).kind) for stated, measure, *_ in examples]
    # Several shares in one phrase are a list for the reader of the guide, and of their own kind for the program.
    assert [stated for stated, found in read if found != kind and (kind, found) != ("list", "percent")] == []
