"""What bounds an amount from behind: 左右, 以上, 3年多; and the 大关 of 突破4万亿元大关, which says nothing more.

Belongs here: that. Does not belong here: bounds in front (`head`), or what a share is of (`behind`).

Example:
    >>> from report.quantity.characters import normal
    >>> from decimal import Decimal
    >>> read_tail(Cursor(normal("左右")), "percent", Amount(Decimal(5), "%")).qualifier.value
    'about'
"""

from __future__ import annotations

import re
from dataclasses import replace

from report.quantity.cursor import Cursor
from report.quantity.values import Amount, Kind, Qualifier, QuantityError
from report.quantity.words import grammar

_OVER_BEHIND = re.compile("多|余")
_THRESHOLD = re.compile("(?:的|这一)?(?:历史性|整数)?(?:大关|关口|台阶|门槛)$")  # 突破4万亿元大关


def read_tail(cursor: Cursor, kind: Kind, amount: Amount) -> Amount:
    """The amount with what bounds it from behind: 左右, 以上, 3年多."""
    start = cursor.at
    known = sorted(grammar().tails, key=len, reverse=True)
    word = next((word for word in known if cursor.take(word)), "")
    if not word and amount.to is not None and cursor.match("之间$"):
        return replace(amount, tail=cursor.printed(start))
    if word:
        name, english = grammar().tails[word]
        qualifier = Qualifier(name)
    elif cursor.match(_THRESHOLD):
        return replace(amount, tail=cursor.printed(start))
    elif kind not in ("count", "age") and cursor.match(_OVER_BEHIND):
        word, qualifier, english = cursor.printed(start), Qualifier.MORE_THAN, ""
    else:
        return amount
    if amount.qualifier is not Qualifier.EXACT:
        raise QuantityError("two-qualifiers", words=amount.inner + amount.outer + amount.core + cursor.printed(start))
    if amount.to is not None and qualifier is not Qualifier.ABOUT:
        raise QuantityError("qualifier-not-allowed", word=word)
    return replace(amount, tail=cursor.printed(start), qualifier=qualifier, bound=english)
