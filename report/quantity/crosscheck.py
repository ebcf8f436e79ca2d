"""Whether an English phrase says the number that a Chinese one says.

The English is read by rules of its own (`read_english`), not by those that wrote it, so that a slip of the writer or
a noun that smuggles a number in (“million visits”) shows. Belongs here: comparing what both say. Does not belong here:
the nouns of counts, which `validate.terms` and people look at.

Example:
    >>> agrees(parse("880.86万元", "money"), "CNY 8.8086 million")
    True
    >>> agrees(parse("2015万元", "money"), "CNY 2.015 million")
    False
"""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from report.quantity.en import write_en
from report.quantity.en_units import per_words
from report.quantity.hand import same_number
from report.quantity.read_english import Said, read_english
from report.quantity.rules import Rules
from report.quantity.units import LARGER_UNITS, UnitWords
from report.quantity.values import Amount, Form, Qualifier, Quantity, Word, direction_of

_CLOSE = Fraction(1, 200)  # A second form is rounded for reading; it may be off by half a hundredth.
_CHANGES = ("change-percent", "change-points")
_DEFAULT = Rules()


def agrees(quantity: Quantity, english: str, form: Form = "full", rules: Rules | None = None) -> bool:
    """Whether an English phrase says what a quantity says.

    Args:
        quantity: From `report.quantity.parse`.
        english: The phrase, with or without its noun.
        form: `number` leaves out the direction of a change.
        rules: The report's units and the forms of its house.
    """
    rules = rules or _DEFAULT
    if quantity.reading == "hand":
        return same_number(quantity, english, rules)
    if quantity.measure == "grade":
        return english == write_en(quantity, rules=rules)
    text = _without_periods(quantity, english)
    if quantity.english:
        own = quantity.english.replace("{noun}", "").strip().removesuffix(" of")
        return not read_english(text.replace(own, ""), rules)
    text, second = _second_form(text)
    said = read_english(text, rules)
    same = any(_same(quantity, reading, said) for reading in _readings(quantity, form, rules))
    return same and _converts(quantity, second, rules)


def _same(quantity: Quantity, zh: list[Said], en: list[Said]) -> bool:
    """Whether the numbers are equal, but for a denominator that the figure's noun or a word in front (人均) adds."""
    if len(zh) != len(en):
        return False
    if quantity.kind == "age":
        zh, en = ([replace(one, unit="") for one in said] for said in (zh, en))
    if quantity.kind == "count":
        en = [replace(one, unit="") if one.unit == "times" else one for one in en]  # 至多3次: at most 3 times
    return all(
        one == (other if one.per is not None else replace(other, per=None)) for one, other in zip(zh, en, strict=True)
    )


def _readings(quantity: Quantity, form: Form, rules: Rules) -> list[list[Said]]:
    """The numbers of a quantity as English may tell them: from 5% to 6% is two, or one that reaches to the other."""
    said = read_chinese(quantity, form, rules)
    if quantity.start is None or form != "full" or len(said) != 2:
        return [said]
    low, high = said
    return [said, [replace(high, value=low.value, to=Fraction(high.value))]]


def read_chinese(quantity: Quantity, form: Form = "full", rules: Rules | None = None) -> list[Said]:
    """The numbers of a quantity."""
    rules = rules or _DEFAULT
    said: list[Said] = []
    for index, amount in enumerate(quantity.amounts):
        if amount.style == "word" or (quantity.kind == "span" and amount.value == 1):
            continue  # The number is in a word: champion, the first year.
        if quantity.start is not None and form == "full":
            said.append(_said(quantity, quantity.start, "", rules))
        direction = _direction(quantity, amount, amount.head if index else quantity.head) if form != "number" else ""
        said.append(_said(quantity, amount, direction, rules))
        if amount.style == "each":
            said.append(Said(Fraction(amount.terms[0])))
    if quantity.kind == "ratio" and len(quantity.amounts) > 1:
        return [Said(amount.value, unit=":") for amount in quantity.amounts]
    if quantity.amounts and quantity.amounts[0].style == "and":
        return _two_units(quantity.amounts[0], said[0], rules)
    return [part for one in said for part in (_terms(one, quantity) if one.unit == ":" else [one])]


def _two_units(amount: Amount, said: Said, rules: Rules) -> list[Said]:
    """1 hour 30 minutes as its two numbers, which must make up the value."""
    smaller = rules.units.of(amount.unit)
    larger, holds = LARGER_UNITS[smaller.zh if smaller else ""]
    names = [(rules.units.by_name[name].en or ("",))[0] for name in (larger, smaller.zh if smaller else "")]
    high, low = amount.terms
    if high * holds + low != amount.value.copy_abs():
        return []
    return [replace(said, value=Fraction(high), unit=names[0]), Said(Fraction(low), unit=names[1])]


def _terms(said: Said, quantity: Quantity) -> list[Said]:
    """A ratio as English has it, term by term."""
    starting = quantity.start is not None and said.terms == quantity.start.terms
    amount = quantity.start if starting and quantity.start else quantity.amounts[0]
    return [Said(term, unit=":", direction=said.direction) for term in amount.terms]


def _said(quantity: Quantity, amount: Amount, direction: str, rules: Rules) -> Said:
    value, to = amount.value.copy_abs(), amount.to.copy_abs() if amount.to is not None else None
    unit = rules.units.of(amount.unit) if amount.unit else None
    exact: Fraction = Fraction(value)
    qualifier = amount.qualifier
    if len(amount.terms) == 2 and amount.unit == "%" and not amount.style:
        exact = Fraction(100 * int(amount.terms[1]), int(amount.terms[0]))
    if amount.style == "off":
        exact = 100 - exact
    if quantity.kind == "multiple" and amount.unit == "%" and quantity.measure != "change-percent":
        exact, to = exact / 100, to / 100 if to is not None else None
    if amount.style == "vague" or quantity.kind == "top":
        qualifier = Qualifier.EXACT
    negative = amount.value < 0 and not direction and quantity.direction is None and quantity.measure not in _CHANGES
    return Said(
        value=-exact if negative else exact,
        to=Fraction(to) if to is not None else None,
        unit=_unit(quantity, amount, unit, rules),
        qualifier=qualifier,
        direction=direction,
        per=amount.per.size if amount.per and not _money_per(amount) else None,
        terms=amount.terms if amount.unit == ":" else (),
    )


def _money_per(amount: Amount) -> bool:
    return amount.per is not None and "{size}" in amount.per.english[0]


def _unit(quantity: Quantity, amount: Amount, unit: UnitWords | None, rules: Rules) -> str:
    """The unit as English tells it: a currency, a sign, a unit of time; nothing for what has a noun."""
    if amount.currency or quantity.measure == "money":
        return amount.currency or rules.currency or "CNY"
    if amount.style in ("doubled", "unchanged") or amount.unit == ":" or amount.unit[:1] == "/":
        return "%" if amount.style == "doubled" or amount.style == "unchanged" else amount.unit[:1].replace("/", "")
    if quantity.kind == "rank":
        return "rank"
    if quantity.kind == "multiple" and quantity.measure != "change-percent":
        return "times"
    if amount.unit == "%" and amount.terms and not amount.style:
        return "fraction"
    if unit is None or unit.kind in ("count", "age", "base"):
        return ""
    return unit.en[0] if unit.en else unit.zh


def _direction(quantity: Quantity, amount: Amount, head: tuple[Word, ...]) -> str:
    """The direction as English has it in front of the number; 0.6 points better than the target has it behind."""
    said = direction_of(head)
    if any(word.kind == said and word.english.startswith("{number}") for word in head):
        return ""
    if amount.style in ("doubled", "unchanged") or (said is None and quantity.measure not in _CHANGES):
        return ""
    return "down" if amount.value < 0 else said or "up"


def _without_periods(quantity: Quantity, english: str) -> str:
    """The English without what only names a time or a base: in 2025, in the first half of the year, the 2016 figure."""
    for head in (quantity.head, *(amount.head for amount in quantity.amounts)):
        for word in head:
            behind = word.english.startswith("{number}") or word.kind == "base"
            if behind and word.kind in ("lead", "date", "base", "per", "label"):
                english = english.replace(word.english.replace("{number}", "").strip(), "").strip()
    for amount in quantity.amounts:
        if amount.per is not None and _money_per(amount):
            english = english.replace(f" per {per_words(amount.per)}", "")
    return english


def _second_form(english: str) -> tuple[str, str]:
    """The phrase without the number in brackets behind its unit, and that number; a noun has words in brackets."""
    found = re.search(r" \(([^()]*\d[^()]*)\)", english)
    return (english.replace(found[0], "", 1), found[1]) if found else (english, "")


def _converts(quantity: Quantity, second: str, rules: Rules) -> bool:
    """Whether the second form beside the stated one is the same size in the unit that it names."""
    if not second:
        return True
    said, amount = read_english(second, rules), quantity.amounts[0]
    unit = rules.units.of(amount.unit)
    if unit is None or len(said) != 1:
        return False
    exact = [Fraction(amount.value.copy_abs()) * form.by for form in unit.convert if second.endswith(form.en)]
    return any(abs(Fraction(said[0].value) - value) <= value * _CLOSE for value in exact)
