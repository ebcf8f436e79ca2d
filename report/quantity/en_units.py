"""A number in English with its unit or noun, its denominator, its bound and its second form.

Belongs here: what stands right around the number. Does not belong here: direction and the words in front (`en`).

Example:
    >>> quantity = parse("每百户37.5辆", "count")
    >>> measured(Writing(quantity, "full", Rules()), quantity.amounts[0], ("car", "cars"))
    '37.5 cars per 100 households'
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from report.quantity import en_numbers
from report.quantity.conversion import with_second_form
from report.quantity.rules import Rules
from report.quantity.units import UnitWords
from report.quantity.values import Amount, Form, Per, Qualifier, Quantity, shortened, times, to_plain
from report.quantity.words import quantity_words

Nouns = tuple[tuple[str, str], ...]
_TEN, _HUNDRED = Decimal(10), Decimal(100)


@dataclass(frozen=True)
class Writing:
    """What is written, in which form and by which rules."""

    quantity: Quantity
    form: Form
    rules: Rules

    def unit(self, amount: Amount) -> UnitWords | None:
        """What is known of an amount's unit."""
        if amount.currency and amount.currency != "CNY":
            return self.currency(amount.currency)
        if amount.currency and not amount.unit:
            return self.currency(amount.currency)
        unit = self.rules.units.of(amount.unit) if amount.unit else None
        if unit and unit.kind == "money" and not unit.currency:
            return self.currency(amount.currency or self.rules.currency)
        return unit

    def currency(self, code: str) -> UnitWords:
        """A currency, by its code."""
        units = self.rules.units.by_name.values()
        return next((unit for unit in units if unit.currency == code), UnitWords(code, "money", currency=code))


def measured(writing: Writing, amount: Amount, noun: tuple[str, str] | None, *, bare: bool = False) -> str:
    """An amount with all that stands right around it.

    Args:
        writing: The quantity, the form and the rules.
        amount: The amount.
        noun: What is counted.
        bare: Whether unit and noun are left out: of the first of two counts, from 10 to 15 teams.
    """
    size, qualifier = amount.value.copy_abs(), amount.qualifier
    if writing.form == "short":
        size, qualifier = shortened(amount, writing.quantity.measure)
    unit = writing.unit(amount)
    if unit is not None and unit.kind == "age":
        return _aged(writing, amount, size, qualifier, noun)
    shown = noun if writing.form == "full" else None
    measuring = unit and unit.kind == "count" and writing.quantity.kind != "multiple"
    if unit and unit.en and measuring and (noun is None or (shown and unit.dimension)):  # 95分 are 95 marks.
        shown = _of_unit(unit.en, shown)
    text, one = _number(writing, amount, size, unit, shown)
    counted = shown is not None and not bare and _takes_noun(amount, unit, shown)
    if counted and shown is not None:
        text = _with_noun(text, shown, amount, one=one)
    text = _signed(text, writing, amount)
    if not (amount.style in ("vague", "top") or writing.quantity.kind == "top" or bare):
        text = _bounded(
            text, qualifier, amount, counted=counted or writing.quantity.measure == "count", rules=writing.rules
        )
    if amount.per and not _has_per(shown, amount.per):
        text = _per(text, amount.per)
    with_second = writing.form == "full" and not bare and len(writing.quantity.amounts) == 1
    return with_second_form(text, amount, unit, noun) if with_second else text


def _of_unit(unit: tuple[str, str], noun: tuple[str, str] | None) -> tuple[str, str]:
    """A unit with what it is of, hectares of forest; the noun alone where it holds the unit itself."""
    if noun is None:
        return unit
    if any(set(unit[at].split()) & set(noun[at].split()) for at in (0, 1)):
        return noun
    return _of(unit[0], noun[1]), _of(unit[1], noun[1])


def _signed(text: str, writing: Writing, amount: Amount) -> str:
    """Minus where no direction says it."""
    directed = writing.quantity.direction or writing.quantity.measure.startswith("change")
    return quantity_words().forms["minus"].format(number=text) if amount.value < 0 and not directed else text


def _takes_noun(amount: Amount, unit: UnitWords | None, noun: tuple[str, str]) -> bool:
    """Ratios and multiples stand alone; a noun that only names 成 or 倍 adds nothing to 70% and 1.7 times."""
    if amount.unit == ":" or (unit and unit.kind == "multiple"):
        return False
    return amount.unit != "%" or noun[0] not in ("tenth", "time", "percent", "per cent", "half", "fold", "%")


def _number(
    writing: Writing, amount: Amount, size: Decimal, unit: UnitWords | None, noun: tuple[str, str] | None
) -> tuple[str, bool]:
    """Number and unit, and whether it is one, so that the singular follows."""
    words, kind = quantity_words(), writing.quantity.kind
    if kind == "top":
        return words.forms["top"].format(number=_percent(size, writing) if amount.unit else f"{size:,f}"), False
    if amount.style in ("doubled", "unchanged"):
        said = words.doubled[to_plain(amount.value)] if amount.style == "doubled" else words.forms["unchanged"]
        return said, False
    if amount.unit == ":":
        return ":".join(to_plain(term) for term in amount.terms), False
    if amount.style == "off":
        return words.forms["off"].format(number=_percent(_HUNDRED - size, writing)), False
    if amount.unit == "%" and len(amount.terms) == 2:
        return en_numbers.fraction(amount), False
    if amount.style == "vague":
        return _vague(amount, unit), False
    if kind == "multiple" and writing.quantity.measure != "change-percent":
        return _multiple(writing, amount, size), False
    ends = [size] if amount.to is None else [size, amount.to.copy_abs()]
    numbers = [_digits(writing, end, amount, unit, noun) for end in ends]
    one = numbers == ["1"] or numbers == [words.cardinals[1]]
    return _with_unit(writing, amount, unit, numbers, noun, one=one), one


def _digits(writing: Writing, size: Decimal, amount: Amount, unit: UnitWords | None, noun: object) -> str:
    measure = writing.quantity.measure
    things = measure in ("count", "compound") and noun and not (unit and unit.en)
    if amount.value > 0 and (things or (measure == "duration" and writing.form == "full" and size < _TEN)):
        return en_numbers.counted(size, writing.rules.house)
    if unit is None or unit.kind in ("count", "money", "age"):
        return en_numbers.scaled(size)
    return f"{size:,f}"


def _with_unit(
    writing: Writing,
    amount: Amount,
    unit: UnitWords | None,
    numbers: list[str],
    noun: tuple[str, str] | None,
    *,
    one: bool,
) -> str:
    """One number or two with the unit, before or behind each or once behind both, as the unit needs."""
    words = quantity_words()
    join = words.ranges["or" if amount.style == "or" else "to"]
    joined = join.format(low=numbers[0], high=numbers[-1]) if len(numbers) > 1 else numbers[0]
    if amount.unit == "%" or (unit and unit.zh == "%"):
        return _each(numbers, join, lambda number: _percent_text(number, writing), amount)
    if unit and unit.kind == "money" and noun is None:
        pattern = _money(unit, writing)
        if pattern.endswith("{number}"):
            return _each(numbers, join, lambda number: pattern.replace("{number}", number), amount)
        return pattern.replace("{number}", joined)
    if unit and unit.pattern and unit.kind != "count":
        return unit.pattern.replace("{number}", joined)
    if unit and unit.en and unit.kind in ("points", "duration"):
        if amount.style == "and":
            return en_numbers.with_smaller(amount, unit, writing.rules.units)
        if amount.style == "half":
            return en_numbers.with_half(amount, unit.en)
        text = f"{joined} {unit.en[0 if one else 1]}"
        return _span(text, amount) if amount.style in ("past", "next", "first") else text
    return joined


def _span(text: str, amount: Amount) -> str:
    """The past three years; the first year."""
    words, number, unit = quantity_words(), int(amount.value), text.partition(" ")[2]
    if number == 1:
        return words.forms[amount.style].format(number=unit)
    written = words.cardinals[number] if number < len(words.cardinals) else f"{number:,d}"
    return words.forms[amount.style].format(number=f"{written} {unit}")


def _each(numbers: list[str], join: str, write: object, amount: Amount) -> str:
    assert callable(write)
    if amount.style == "each":
        count = quantity_words().cardinals[int(amount.terms[0])]
        return quantity_words().forms["each-of"].format(number=write(numbers[0]), count=count)
    written = [str(write(number)) for number in numbers]
    return join.format(low=written[0], high=written[-1]) if len(written) > 1 else written[0]


def _percent(size: Decimal, writing: Writing) -> str:
    return _percent_text(f"{size:,f}", writing)


def _percent_text(number: str, writing: Writing) -> str:
    return quantity_words().percents[writing.rules.house.percent].format(number=number)


def _money(unit: UnitWords, writing: Writing) -> str:
    house, words = writing.rules.house, quantity_words()
    if house.money == "name" and unit.en:
        return words.forms["money-name"].replace("{unit}", unit.en[1])
    if house.money == "code" or not unit.pattern:
        return words.forms["money-code"].replace("{unit}", unit.currency)
    return unit.pattern


def _vague(amount: Amount, unit: UnitWords | None) -> str:
    text = en_numbers.vague(amount)
    named = unit and unit.kind in ("money", "duration") and unit.en
    if not named:
        return text
    if unit is None or unit.en is None:
        raise ValueError(amount.unit)
    return _of(text, unit.en[1])


def _of(text: str, noun: str) -> str:
    words = quantity_words()
    return f"{text} {noun}" if text == words.vague["0"] else words.forms["of"].format(number=text, noun=noun)


def _multiple(writing: Writing, amount: Amount, size: Decimal) -> str:
    whole = amount.unit == "%"
    ends = [times(end, Decimal("0.01")) if whole else end for end in (size, amount.to) if end is not None]
    numbers = [f"{end:,f}" for end in ends]
    joined = quantity_words().ranges["to"].format(low=numbers[0], high=numbers[-1]) if len(numbers) > 1 else numbers[0]
    if joined == "2":
        return quantity_words().forms["twice"]
    return quantity_words().forms["multiple"].format(number=joined)


def _with_noun(text: str, noun: tuple[str, str], amount: Amount, *, one: bool) -> str:
    if amount.style == "vague":
        return _of(text, noun[1])
    if amount.unit == "%" and amount.style not in ("off", "top"):
        return quantity_words().forms["of"].format(number=text, noun=noun[1])
    return f"{text} {noun[0 if one else 1]}"


def _bounded(text: str, qualifier: Qualifier, amount: Amount, *, counted: bool, rules: Rules) -> str:
    words = quantity_words()
    if amount.bound and qualifier is amount.qualifier and not counted:
        return amount.bound.format(number=text)
    if qualifier is Qualifier.MORE_THAN:
        return words.overs[rules.house.more_than].format(number=text)
    if qualifier is Qualifier.LESS_THAN and counted and amount.unit != "%" and not amount.per:
        return words.forms["fewer"].format(number=text)
    return words.qualifiers[qualifier].format(number=text)


def _per(text: str, per: Per) -> str:
    return quantity_words().forms["per"].format(number=text, base=per_words(per))


def per_words(per: Per) -> str:
    """A denominator in English: person, 1,000 people, 100,000."""
    if not per.english[0]:
        return f"{per.size:,f}"
    if "{size}" in per.english[0]:  # Of money, CNY 10,000 of GDP.
        return per.english[0].replace("{size}", en_numbers.scaled(per.size))
    return per.english[0] if per.size == 1 else f"{per.size:,f} {per.english[1]}"


def _has_per(noun: tuple[str, str] | None, per: Per) -> bool:
    """Whether the figure's noun says the denominator already: milligrams per cubic metre."""
    return noun is not None and noun[1].endswith(f" per {per_words(per)}")


def _aged(writing: Writing, amount: Amount, size: Decimal, qualifier: Qualifier, noun: tuple[str, str] | None) -> str:
    """Aged 60 and above; aged 0 to 15; 80.2 years."""
    words = quantity_words()
    unit = writing.unit(amount)
    if unit is None or unit.en is None:
        raise ValueError(amount.unit)
    months = "" if unit.en[0] == "year" else f" {unit.en[1]}"
    if amount.to is not None:
        number = words.ranges["to"].format(low=f"{size:,f}", high=f"{amount.to:,f}")
        return words.ages["range"].format(number=number + months)
    if amount.style == "aged":
        return words.ages["bare"].format(number=f"{size:,f}" + months)
    if qualifier in words.ages and not direction_said(writing.quantity):
        return words.ages[qualifier].format(number=f"{size:,f}" + months)
    name = noun if noun and writing.form == "full" else unit.en
    number = f"{size:,f}"
    return _bounded(
        f"{number} {name[0 if number == '1' else 1]}", qualifier, amount, counted=False, rules=writing.rules
    )


def direction_said(quantity: Quantity) -> bool:
    """Whether words in front make it a change."""
    return quantity.direction is not None
