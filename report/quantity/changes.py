"""A change as a sentence needs it: rose by 9.2%, up 9.2%, an increase of 9.2%; 增长9.2%, 9.2%的增幅.

Belongs here: which quantities state a change that can be said so, and saying it. Does not belong here: how the number
is written (`en`, `zh`), or the words (`words/quantities.yml`).

Example:
    >>> from report.quantity.parser import parse
    >>> write_change(parse("同比下降25.17%", "change-percent"), "rose", "en")
    'fell by 25.17% year on year'
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Literal

from languages import ORIGINAL, Side
from report.quantity.en import Noun, write_en
from report.quantity.en_units import Nouns
from report.quantity.rules import Rules
from report.quantity.values import Amount, Quantity, Word, direction_of
from report.quantity.words import quantity_words
from report.quantity.zh import write_zh

ChangeForm = Literal["rose", "up", "increase"]

_IN_WORDS = ("doubled", "unchanged")
_MEASURES = ("change-percent", "change-points")
_BY = re.compile(r"[a-z]+ by \{number\}")  # narrowed by, extended by


def states_change(quantity: Quantity) -> bool:
    """Whether a quantity is a rise or a fall, and neither a level, a comparison nor a change of a change."""
    if quantity.reading == "hand" or quantity.english or quantity.start is not None or not quantity.amounts:
        return False
    if any(word.kind == "level" for word in quantity.head):
        return False
    heads = _heads(quantity)
    changes = quantity.measure in _MEASURES or all(map(direction_of, heads))
    return changes and all(_is_plain(word.english) for head in heads for word in head if word.kind in ("up", "down"))


def _is_plain(english: str) -> bool:
    usual = {"", *quantity_words().directions.values()}
    return english in usual or english.startswith(("up ", "down ")) or bool(_BY.fullmatch(english))


def _heads(quantity: Quantity) -> list[tuple[Word, ...]]:
    """The words in front of each amount."""
    return [amount.head if index else quantity.head for index, amount in enumerate(quantity.amounts)]


def write_change(
    quantity: Quantity,
    form: ChangeForm,
    language: Side,
    noun: Noun | Nouns | None = None,
    rules: Rules | None = None,
) -> str:
    """A change, as `states_change` has it.

    Args:
        quantity: From `parse`.
        form: With its verb (`rose`), without one (`up`), or as a noun (`increase`); falls say fell, down, a decrease.
        language: The language to write.
        noun: What is counted, for a change of a count in English.
        rules: The report's units and the forms of its house.
    """
    return _chinese(quantity, form) if language == ORIGINAL else _english(quantity, form, noun, rules)


def _english(quantity: Quantity, form: ChangeForm, noun: Noun | Nouns | None, rules: Rules | None) -> str:
    words, amounts = quantity_words(), quantity.amounts
    if form == "increase":  # As a noun what doubled rose by 100%.
        amounts = tuple(replace(a, style="" if a.style == "doubled" else a.style) for a in amounts)
    heads = [_said(head, amount, form) for head, amount in zip(_heads(quantity), amounts, strict=True)]
    amounts = (amounts[0], *(replace(amount, head=head) for amount, head in zip(amounts[1:], heads[1:], strict=True)))
    text = write_en(replace(quantity, head=heads[0], amounts=amounts), noun, rules=rules)
    unchanged = words.changes["unchanged"][form]
    return text.replace(words.forms["unchanged"], unchanged) if amounts[0].style == "unchanged" else text


def _said(head: tuple[Word, ...], amount: Amount, form: ChangeForm) -> tuple[Word, ...]:
    """The words in front, with the direction as the form says it."""
    if amount.style in _IN_WORDS:
        return head
    kind: Literal["up", "down"] = "down" if amount.value < 0 else direction_of(head) or "up"
    own = next((word.english for word in head if word.kind == kind and word.english.startswith(f"{kind} ")), "")
    number = own.removeprefix(f"{kind} ").removeprefix("by ") or "{number}"
    pattern = quantity_words().changes[form][kind].replace("{number}", number)
    return (*(word for word in head if word.kind not in ("up", "down")), Word("", kind, pattern))


def _chinese(quantity: Quantity, form: ChangeForm) -> str:
    if len(quantity.amounts) > 1 or quantity.amounts[0].style in _IN_WORDS:
        return write_zh(quantity)
    kind = "down" if quantity.amounts[0].value < 0 else quantity.direction or "up"
    number = write_zh(replace(quantity, head=()), "number").lstrip("-+－−＋负")
    if form == "increase":
        before = "".join(word.text for word in quantity.head if _stands_before(word) and _is_behind(word.english))
        bound = "".join(word.text for word in quantity.head if word.kind == "qualifier")
        return before + quantity_words().changes["increase-zh"][kind].format(number=bound + number)
    said = any(word.kind == kind for word in quantity.head)
    verb = "" if said else quantity_words().changes["verb-zh"][kind]
    return "".join(word.text for word in quantity.head if _stands_before(word) or word.kind in (kind, "qualifier")) + (
        verb + number
    )


def _stands_before(word: Word) -> bool:
    """Whether a word says against what, how often or for whom it changed: 同比, 年均, 人均."""
    return word.kind == "per" or (word.kind == "lead" and bool(word.english))


def _is_behind(english: str) -> bool:
    """Whether English has it behind the number: year on year, per person."""
    return not english or english.startswith("{number}")
