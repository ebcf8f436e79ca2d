"""Phrases with what stands around their numbers, from a grammar written apart from the reader, and what each must say.

A phrase may be refused; where it is read, its values must be those that were meant, and its English must hold the words
without which the number would be another: of GDP, a month, in the western region. Belongs here: the grammar. Does not
belong here: its words (`quantity_contexts.yml`), numbers and bounds themselves (`quantity_phrases`).
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml


@dataclass(frozen=True)
class Stated:
    """A phrase and what it states.

    Attributes:
        text: The phrase.
        measure: Of the figure.
        values: Signed, in base units; nothing where no one figure can hold the phrase, so that it must be refused.
        words: What its English must hold, each one of several alternatives with `|` between them.
        noun: What is counted.
        kind: The production.
    """

    text: str
    measure: str
    values: tuple[Decimal, ...] | None
    words: tuple[str, ...] = ()
    noun: tuple[str, str] | None = None
    kind: str = ""


WORDS: dict[str, Any] = yaml.safe_load(Path(__file__).with_suffix(".yml").read_text(encoding="utf-8"))
SIZES = {"": 1, "千": 1000, "万": 10**4, "百万": 10**6, "亿": 10**8, "千万": 10**7}
CNY = {"百": "CNY 100", "千": "CNY 1,000", "万": "CNY 10,000", "亿": "CNY 100 million"}


def _one(dice: random.Random, name: str) -> str:
    """One of the words of a list; `_` stands for none."""
    return str(dice.choice(WORDS[name].split())).replace("_", "")


def _pair(dice: random.Random, name: str) -> tuple[str, Any]:
    word, meaning = dice.choice(list(WORDS[name].items()))
    return str(word).replace("_", ""), meaning


def _unit_of(dice: random.Random, name: str) -> tuple[str, str, Decimal]:
    """A unit, the measure that it goes with, and its size."""
    unit, measure = _pair(dice, name)
    return unit, measure, Decimal({"万": 10**4, "亿": 10**8}.get(unit[:1], 1))


def _number(dice: random.Random, most: int = 90) -> Decimal:
    digits = dice.choice([0, 0, 1, 2])
    return Decimal(dice.randint(1, most * 10**digits)).scaleb(-digits)


def _verb(dice: random.Random) -> tuple[str, int]:
    sign = dice.choice([1, -1])
    return _one(dice, "rises" if sign > 0 else "falls"), sign


def _two_clauses(dice: random.Random) -> Stated:
    """A change and a level are no one figure; two changes are, each with its sign."""
    unit, measure, size = _unit_of(dice, "changing")
    first, second, (verb, sign) = _number(dice), _number(dice), _verb(dice)
    change, behind = f"{_one(dice, 'names')}{verb}{first}{unit}", _one(dice, "separators")
    if dice.random() < 0.4:
        return Stated(f"{change}{behind}{_one(dice, 'levels')}{second}{unit}", measure, None)
    if dice.random() < 0.4:
        return Stated(
            f"{_one(dice, 'stating')}{second}{unit}{behind}{_one(dice, 'before')}{verb}{first}{unit}", measure, None
        )
    if dice.random() < 0.5:
        values = (first * sign * size, second * sign * size)
        return Stated(f"分别{verb}{first}{unit}{dice.choice('和、及')}{second}{unit}", measure, values)
    other, way = _verb(dice)
    values = (first * sign * size, second * way * size)
    return Stated(f"{change}{behind}{_one(dice, 'before')}{other}{second}{unit}", measure, values)


def _base(dice: random.Random) -> Stated:
    (base, words), link, number = _pair(dice, "bases"), _one(dice, "links"), _number(dice)
    text = f"{_one(dice, 'of')}{base}{link}{dice.choice([f'{number}%', f'约{number}%', f'百分之{number}'])}"
    return Stated(text, "share", (number,), (words,))


def _contribution(dice: random.Random) -> Stated:
    (push, sign), pushed, number = _pair(dice, "pushes"), _one(dice, "pushed"), _number(dice, 9)
    way = -1 if pushed.endswith("下降") else sign
    text = f"{_one(dice, 'subjects')}{push}{pushed}{_one(dice, 'about')}{number}个百分点"
    return Stated(text, "change-points", (number * way,), ("contribut|off|driving",))


def _unit(dice: random.Random) -> Stated:
    (unit, english), size, number = _pair(dice, "units"), dice.choice(list(SIZES)), _number(dice, 400)
    if unit in ("伏", "伏特", "赫兹") and size.endswith("千"):  # 5千伏 is 5 kilovolts.
        size = "万"
    noun = dice.choice([None, ("item", "items")])
    return Stated(f"{_one(dice, 'totals')}{number}{size}{unit}", "count", (number * SIZES[size],), (english,), noun)


def _paid(dice: random.Random) -> Stated:
    (period, english), number = _pair(dice, "periods"), Decimal(dice.randint(10, 90000))
    middle, said = _pair(dice, "middles") if dice.random() < 0.5 else ("", "")
    each = dice.choice(["", "每", "人均"])
    text = f"{_one(dice, 'payees')}{each}{period}{_one(dice, 'pay')}{middle}{_one(dice, 'is')}{number}元"
    return Stated(text, "money", (number,), (english, said, "person" if each == "人均" else ""))


def _middle(dice: random.Random) -> Stated:
    (middle, words), number = _pair(dice, "middles"), Decimal(dice.randint(2, 90))
    measured, measure = _pair(dice, "measured")
    name, unit = measured.split()
    return Stated(f"{name}{middle}{_one(dice, 'is')}{number}{unit}", measure, (number,), (words,))


def _rank(dice: random.Random) -> Stated:
    (group, english), place = _pair(dice, "groups"), dice.randint(1, 30)
    forms = {
        f"第{place}": place,
        f"第{place}位": place,
        "首位": 1,
        "前列": 0,
        f"前{place}位": place,
        "第一": 1,
        "前三": 3,
    }
    form, value = dice.choice(list(forms.items()))
    values = (Decimal(value),) if value else ()
    return Stated(f"{_one(dice, 'ranked')}{_one(dice, 'placed')}{group}{form}", "rank", values, (english,))


def _from_to(dice: random.Random) -> Stated:
    """Both ends in one unit; or the first without one, as in speech."""
    (unit, _, size), (other, measure, more) = _unit_of(dice, "moving"), _unit_of(dice, "moving")
    if dice.random() < 0.5:
        unit, size = other, more
    first, second = sorted((_number(dice, 400), _number(dice, 400)))
    text = f"由{first}{unit}{_one(dice, 'rising_to')}{second}{other}"
    if unit.lstrip("万亿") != other.lstrip("万亿"):
        return Stated(text, measure, None)
    said = f"{first * size:,f}"
    return Stated(text, measure, (second * more,), (f"{said.rstrip('0').rstrip('.') if '.' in said else said}|illion",))


def _denominator(dice: random.Random) -> Stated:
    (base, english), size, number = _pair(dice, "money"), dice.choice(list(CNY)), _number(dice, 400)
    name, unit = _pair(dice, "consumed")
    if dice.random() < 0.3 and unit != "元":
        return Stated(f"{number}{unit}/{size}元{base}", "count", (number,), (CNY[size], english))
    text = f"每{size}元{base}{name}{number}{unit}"
    return Stated(text, "money" if unit == "元" else "count", (number,), (CNY[size], english))


def _compared(dice: random.Random) -> Stated:
    (time, words), (verb, sign), number = _pair(dice, "times"), _verb(dice), _number(dice)
    (unit, measure, size), (manner, said) = _unit_of(dice, "changing"), _pair(dice, "manners")
    text = f"{_one(dice, 'names')}{time}{manner}{verb}{number}{unit}"
    return Stated(text, measure, (number * sign * size,), (words, said))


def _multiple(dice: random.Random) -> Stated:
    (verb, sign), number = _verb(dice), _number(dice, 9)
    values = (number * 100,) if sign > 0 and number >= Decimal("0.1") else None
    return Stated(f"{_one(dice, 'before')}{verb}{number}倍", "change-percent", values)


KINDS: tuple[Callable[[random.Random], Stated], ...] = (
    _two_clauses, _base, _contribution, _unit, _paid, _middle, _rank, _from_to, _denominator, _compared, _multiple,
)  # fmt: skip


def stated(dice: random.Random) -> Stated:
    """A phrase in its context."""
    make = dice.choice(KINDS)
    return replace(make(dice), kind=make.__name__[1:])


def is_said(meant: Stated, english: str) -> bool:
    """Whether an English phrase holds what it must."""
    text = english.lower()
    return all(any(word.lower() in text for word in words.split("|")) for words in meant.words)
