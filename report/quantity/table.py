"""The published table of what is read, `guide/quantities.md`: every kind with examples, every unit.

It is written from the grammar and the tables themselves, each example as it is read and written now. Belongs here:
laying it out. Does not belong here: which kinds there are (`words/quantity_kinds.yml`) or units (`words/units.yml`).

Example:
    >>> table().splitlines()[0]
    '# 读得懂的数量 · Quantities that are read'
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from string import Template
from typing import Any, cast

from languages import ORIGINAL, TRANSLATION
from report.quantity.en import write_en
from report.quantity.parser import parse
from report.quantity.units import UnitWords, product_entries
from report.quantity.values import Measure, Quantity, to_plain
from report.word_files import read_words

_FRAME = Path(__file__).parent.parent / "skeletons" / "quantities.md"


def kinds() -> Mapping[str, Any]:
    """Name and examples of each kind, by the kind."""
    words: Mapping[str, Any] = read_words("quantity_kinds.yml")
    return words


def table() -> str:
    """The whole page, as Markdown."""
    frame = Template(_FRAME.read_text(encoding="utf-8"))
    return frame.substitute(kinds="\n".join(_kinds()), units="\n".join(_units()))


def _kinds() -> Iterator[str]:
    for kind, words in kinds().items():
        yield f"| **{words[ORIGINAL]}**<br>{words[TRANSLATION]} | | `{kind}` | |"
        for stated, measure, *nouns in words["examples"]:
            quantity = parse(stated, cast(Measure, measure))
            english = write_en(quantity, tuple((one, many) for one, many in nouns) or None)
            yield f"| {stated} | `{measure}` | {_value(quantity)} | {english} |"


def _value(quantity: Quantity) -> str:
    ends = (
        to_plain(amount.value) + (f" … {to_plain(amount.to)}" if amount.to is not None else "")
        for amount in quantity.amounts
    )
    return "; ".join(ends)


def _units() -> Iterator[str]:
    groups: dict[str, list[UnitWords]] = {}
    for unit in product_entries():
        groups.setdefault(unit.dimension or unit.kind, []).append(unit)
    for group, units in groups.items():
        yield f"| `{group}` | {' · '.join(map(_named, units))} |"


def _named(unit: UnitWords) -> str:
    names = "/".join((unit.zh, *unit.variants))
    english = unit.en[1] if unit.en else (unit.per[1] if unit.per and unit.kind == "base" else "")
    return f"{names} ({english})" if english else names
