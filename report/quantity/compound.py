"""Several amounts that are one figure: 6方面109项, 2个区、2个市, 46个项目68亿元, and a ratio of several terms.

Belongs here: reading them, and refusing a figure with its change. Does not belong here: lists of one kind
(`parser`), or nouns (`noun`).

Example:
    >>> from report.quantity.characters import normal
    >>> [str(amount.value) for amount in read_compound(Cursor(normal("6类15项")), Rules(), "6类15项").amounts]
    ['6', '15']
"""

from __future__ import annotations

import re
from dataclasses import replace

from report.quantity.amounts import read_amount
from report.quantity.bounds import bounded, signed
from report.quantity.cursor import Cursor
from report.quantity.fit import finished, is_change
from report.quantity.head import read_head
from report.quantity.noun import read_noun
from report.quantity.numbers import starts_number
from report.quantity.rules import Rules
from report.quantity.shares import ratio_terms
from report.quantity.values import Amount, Kind, Measure, Quantity, QuantityError

AND = re.compile("、|,|，|和|及|与|/")


def read_compound(cursor: Cursor, rules: Rules, stated: str) -> Quantity:
    """6方面109项, 2个区、2个市, 46个项目68亿元; and a ratio of several terms."""
    head = read_head(cursor, rules)
    amounts: list[Amount] = []
    kinds: set[Kind] = set()
    while cursor.rest or not amounts:
        own = read_head(cursor, rules) if amounts else ()
        if amounts and not any(starts_number(cursor.rest[at:]) for at in range(len(cursor.rest))):
            raise QuantityError("trailing-text", rest=cursor.printed_rest, read=cursor.printed(0))
        kind, amount = read_amount(cursor, rules, head if not amounts else own)
        if kind in ("count", "age"):
            at = cursor.at
            read_noun(cursor, rules, amount, kind, more=True)
            if not amount.unit and cursor.at == at:
                raise QuantityError("unit-missing", number=cursor.printed(0))
        elif kind == "ratio" and not amounts and not cursor.rest:
            return finished(cursor, Quantity("compound", ratio_terms(amount), head, kind="ratio", stated=stated))
        elif kind in ("ratio", "multiple"):
            raise QuantityError("several-amounts", text=stated)
        amounts.append(replace(bounded(signed(amount, kind, "compound", own), own), head=own))
        kinds.add(kind)
        cursor.match(AND)
    if not is_change(head) and any(is_change(amount.head) for amount in amounts):
        raise QuantityError("level-and-change", text=stated)
    if any(word.kind in ("up", "down", "level") for amount in amounts for word in amount.head) or is_change(head):
        _refuse_changes(kinds, stated)
    if all(amount.value == 1 and kind == "count" for amount in amounts for kind in kinds) and len(amounts) > 1:
        raise QuantityError("one-each", text=stated)
    if len(amounts) < 2:
        raise QuantityError("one-amount", text=stated)
    return finished(cursor, Quantity("compound", tuple(amounts), head, kind="list", stated=stated))


def _refuse_changes(kinds: set[Kind], stated: str) -> None:
    """Changes are no compound: those of one kind are listed under their own measure, others are figures each."""
    measures: dict[frozenset[Kind], Measure] = {
        frozenset({"percent"}): "change-percent", frozenset({"points"}): "change-points",
    }  # fmt: skip
    if measure := measures.get(frozenset(kinds)):
        raise QuantityError("wrong-measure", text=stated, measure=measure)
    raise QuantityError("level-and-change", text=stated)
