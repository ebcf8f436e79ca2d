"""Writing a quantity in English: full, as a bare number, or short.

From the inside out: number, unit or noun, denominator (`en_units`), bound, then the words in front of the Chinese
number: what stands before English ("raised to"), the direction ("up"), what stands behind ("year on year").
Belongs here: that order. Does not belong here: the words themselves (`words/quantities.yml`, `words/grammar.yml`,
`words/units.yml`) or the rule of rounding (`values.shortened`).

Example:
    >>> write_en(parse("20余万人次", "count"), ("recognition", "recognitions"))
    'more than 200,000 recognitions'
"""

from __future__ import annotations

from report.quantity.en_numbers import ordinal
from report.quantity.en_units import Nouns, Writing, measured
from report.quantity.grades import write_grade
from report.quantity.rules import Rules
from report.quantity.values import Amount, Form, Quantity, QuantityError, Word, direction_of, to_plain
from report.quantity.words import quantity_words

Noun = tuple[str, str]
"""Singular and plural."""

_CHANGES = ("change-percent", "change-points")
_DEFAULT = Rules()
_RESPECTIVELY = "respectively"


def write_en(
    quantity: Quantity, noun: Noun | Nouns | None = None, form: Form = "full", rules: Rules | None = None
) -> str:
    """A quantity in English.

    Args:
        quantity: From `parse`.
        noun: What is counted, for counts and compounds: one pair, or a tuple with a pair for each amount.
            Without it, and for the other measures, the number stands alone.
        form: `full` rounds nothing: "more than 200,000 recognitions", "up 6.29 percentage points".
            `number` leaves out noun, direction and the words in front: "25.17%", "CNY 8.8086 million".
            `short` has at most three significant digits, no noun, but keeps direction and qualifier; an exact
            number that was rounded is "about 219,000".
        rules: The report's units and the forms of its house.

    Raises:
        QuantityError: `noun-mismatch`, where the number of nouns is not that of the amounts.
    """
    rules = rules or _DEFAULT
    nouns = _nouns(noun, quantity, rules)
    if quantity.measure == "grade" and quantity.grade:
        return write_grade(quantity.grade) or quantity.grade
    if quantity.english:
        return _in_words(quantity, nouns, form)
    writing = Writing(quantity, form, rules)
    if quantity.kind == "ratio" and len(quantity.amounts) > 1:
        return ":".join(to_plain(amount.value) for amount in quantity.amounts)
    parts = [_part(writing, index, nouns) for index in range(len(quantity.amounts))]
    joins = quantity_words().joins
    text = joins["last"].join(filter(None, (joins["between"].join(parts[:-1]), parts[-1])))
    together = any(_RESPECTIVELY in word.english for word in quantity.head)
    return joins[_RESPECTIVELY].format(list=text) if together and len(parts) > 1 and form == "full" else text


def says_what(amount: Amount, quantity: Quantity, rules: Rules) -> bool:
    """Whether the unit of an amount is English enough, so that it needs no noun: a share, money, tonnes."""
    if amount.unit in ("%", ":") or amount.unit[:1] == "/" or amount.currency or quantity.kind in ("multiple", "ratio"):
        return True
    unit = rules.units.of(amount.unit) if amount.unit else None
    return unit is not None and unit.en is not None


def _nouns(noun: Noun | Nouns | None, quantity: Quantity, rules: Rules) -> tuple[Noun | None, ...]:
    """A pair for each amount, or for each that has no English of its own; none where none are given or needed."""
    if not noun or not (quantity.measure in ("count", "compound") or quantity.open_base):
        return ()
    pairs: list[Noun] = []
    match noun:
        case (str(one), str(many)):
            pairs.append((one, many))
        case _:
            pairs.extend((str(one), str(many)) for one, many in noun)
    if len(pairs) == max(len(quantity.amounts), 1):
        return tuple(pairs)
    needing = [not says_what(amount, quantity, rules) for amount in quantity.amounts]
    if len(pairs) != sum(needing):
        raise QuantityError("noun-mismatch", expected=str(len(quantity.amounts)), got=str(len(pairs)))
    given = iter(pairs)
    return tuple(next(given) if needs else None for needs in needing)


def _in_words(quantity: Quantity, nouns: tuple[Noun | None, ...], form: Form) -> str:
    noun = nouns[0][1] if nouns and nouns[0] and form == "full" else ""
    text = quantity.english.replace("{noun}", noun).removesuffix(" of ").strip()
    return _around(text, quantity.head, None) if form == "full" else text


def _part(writing: Writing, index: int, nouns: tuple[Noun | None, ...]) -> str:
    """One amount with all that stands around it."""
    quantity, amount = writing.quantity, writing.quantity.amounts[index]
    noun = nouns[index] if nouns else None
    head = amount.head if index else quantity.head
    text = _ranked(quantity, amount) or measured(writing, amount, None if quantity.open_base else noun)
    if quantity.start is not None and writing.form == "full":
        low = _ranked(quantity, quantity.start) or measured(writing, quantity.start, None, bare=True)
        text = quantity_words().ranges["from"].format(low=low, high=text)
    if writing.form == "full":
        base = next((word.english or _named(quantity, noun) for word in head if word.kind == "base"), "")
        if base:
            key = "multiple-base" if quantity.kind == "multiple" else "share-of"
            text = quantity_words().forms[key].format(number=text, base=base)
        return _around(text, head, quantity.start, _direction(quantity, amount, head))
    if writing.form == "short" and (direction := _direction(quantity, amount, head)):
        return direction.format(number=text)
    return text


def _named(quantity: Quantity, noun: Noun | None) -> str:
    """The figure's noun for a base that is not known."""
    if noun is None:
        raise QuantityError("base-open", base=quantity.open_base, text=quantity.stated)
    return noun[1]


def _ranked(quantity: Quantity, amount: Amount) -> str:
    if quantity.measure != "rank" and amount.style != "top":
        return ""
    if amount.style == "word":
        return amount.printed
    if quantity.kind == "top" and amount.unit == "":
        return ""
    if quantity.kind != "rank":
        return ""
    occasion = quantity_words().occasions.get(amount.unit, "")
    return f"{ordinal(to_plain(amount.value))} {occasion}".rstrip()


def _direction(quantity: Quantity, amount: Amount, head: tuple[Word, ...]) -> str:
    """The pattern of the direction that an amount has by its sign or its words; nothing where it has none."""
    words, said = quantity_words(), direction_of(head)
    if amount.style in ("doubled", "unchanged") or (said is None and quantity.measure not in _CHANGES):
        return ""
    direction = "down" if amount.value < 0 else said or "up"
    if said == direction:
        word = next(word for word in head if word.kind == said)
        if word.english and word.english != words.directions[direction]:
            return word.english
    by = "-by" if len(amount.terms) == 2 and amount.style == "" else ""
    return words.directions[direction + by]


def _around(text: str, head: tuple[Word, ...], start: Amount | None, direction: str = "") -> str:
    """The words in front of the Chinese number, each where English has it."""
    around = sorted(
        (word for word in head if word.kind in ("lead", "date", "per", "label")),
        key=lambda word: ("per", "label", "lead", "date").index(word.kind),
    )
    said = (word.english for word in around if word.english)
    patterns = list(dict.fromkeys(said))  # 扣除价格因素实际增长 says it twice.
    patterns.sort(key=lambda pattern: pattern.endswith(quantity_words().closing))
    for pattern in patterns:
        if not pattern.startswith("{number}"):
            text = pattern.format(number=text)
    if direction:
        text = direction.format(number=text)
    for word in head:
        if word.kind == "level" and word.english:
            level = word.english.replace("to {number}", "{number}") if start is not None else word.english
            text = level.format(number=text)
            for rough, smooth in quantity_words().smooth.items():
                text = text.replace(rough, smooth)
    for pattern in patterns:
        if pattern.startswith("{number}") and _RESPECTIVELY not in pattern:
            text = pattern.format(number=text)
    return text
