"""Direction and bound of an amount, from the words in front of it: 下降超过5% is -5 and more than.

Belongs here: giving an amount its sign and its bound. Does not belong here: the words (`head`), or whether they go
with the measure (`fit`).

Example:
    >>> bounded(Amount(Decimal(5), "%"), (Word("超过", "qualifier"),)).qualifier.value
    'more-than'
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from report.quantity.head import head_qualifier
from report.quantity.values import Amount, Kind, Measure, Qualifier, QuantityError, Word, direction_of, times

_HUNDRED = Decimal(100)


def signed(amount: Amount, kind: Kind, measure: Measure, head: tuple[Word, ...]) -> Amount:
    """The amount with its direction as sign, and a multiple as the percentage that it stands for."""
    if kind == "multiple" and (measure == "change-percent" or measure == "share") and amount.unit != "%":
        hundred = times(amount.value, _HUNDRED)
        to = times(amount.to, _HUNDRED) if amount.to is not None else None
        doubled = hundred == _HUNDRED and to is None and direction_of(head) == "up"  # 增长一倍
        core = amount.core or amount.printed + amount.unit + amount.tail
        style = "doubled" if doubled else amount.style
        amount = replace(amount, value=hundred, to=to, unit="%", core=core, style=style)
    direction = direction_of(head)
    if direction is None:
        return amount
    if amount.value < 0:
        if direction == "down":
            raise QuantityError("two-directions", words="".join(word.text for word in head) + amount.core)
        return amount
    if direction == "up" or not (amount.value or amount.to):
        return amount
    to = amount.to.copy_negate() if amount.to is not None else None
    return replace(amount, value=amount.value.copy_negate() if amount.value else amount.value, to=to)


def bounded(amount: Amount, head: tuple[Word, ...]) -> Amount:
    """The amount with the bound that stands in front of it."""
    qualifier, english = head_qualifier(head)
    if qualifier is Qualifier.EXACT:
        return amount
    same = amount.qualifier is qualifier and qualifier in (Qualifier.AT_MOST, Qualifier.LESS_THAN)
    if amount.qualifier is not Qualifier.EXACT and not same:
        word = next(word.text for word in head if word.kind == "qualifier")
        behind = amount.inner + amount.outer + amount.tail or amount.core
        raise QuantityError("two-qualifiers", words=word + behind)
    if amount.to is not None and qualifier is not Qualifier.ABOUT:
        raise QuantityError("qualifier-not-allowed", word=next(w.text for w in head if w.kind == "qualifier"))
    return replace(amount, qualifier=qualifier, bound=english or amount.bound)
