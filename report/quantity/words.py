"""The words around numbers: the English ones of `words/quantities.yml`, the Chinese grammar of `words/grammar.yml`.

Belongs here: the shape of these files. Does not belong here: how a quantity is put together (`en`) or read
(`head`, `amounts`).

Example:
    >>> quantity_words().qualifiers["about"]
    'about {number}'
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from languages import ORIGINAL, TRANSLATION
from report.quantity.values import Per
from report.word_files import read_words


@dataclass(frozen=True)
class QuantityWords:
    """Patterns hold `{number}`; pairs are singular and plural.

    Attributes:
        qualifiers: Pattern by the value of a `Qualifier`.
        directions: Pattern for `up` and `down`, and `up-by` and `down-by` before a fraction.
        changes: Patterns of a change by form and direction.
        doubled: What is said of a change by 100%, 300% that Chinese says by 翻番.
        scales: Size and pattern, largest first.
        ordinals: Ending by last digit, `other` for the rest.
        occasions: What an ordinal counts by its Chinese counter, 次.
        vague: Word of a size by the power of ten of its lower bound.
        several: Pattern with `{noun}` by the Chinese word for a number that is not said.
        cardinals: Zero to ten.
        months: January to December.
        quarters: First to fourth.
        nth: First to tenth.
        censuses: English by the Chinese kind.
        indexed: What an index of 100 stands for.
        beginnings: Since when a movement goes, by the Chinese words.
        closing: Ends of patterns that stand behind all others.
        running: What 连续 counts by, singular and plural.
        fractions: Pair by denominator.
        ages: Pattern by qualifier, and for a `range`.
        smooth: What is written instead where a level and a bound meet.
        grades: English by the Chinese grade.
        forms: Every other pattern by its key.
    """

    qualifiers: Mapping[str, str]
    directions: Mapping[str, str]
    changes: Mapping[str, Mapping[str, str]]
    doubled: Mapping[str, str]
    scales: tuple[tuple[Decimal, str], ...]
    ordinals: Mapping[str, str]
    occasions: Mapping[str, str]
    ranges: Mapping[str, str]
    vague: Mapping[str, str]
    several: Mapping[str, str]
    cardinals: tuple[str, ...]
    months: tuple[str, ...]
    quarters: tuple[str, ...]
    nth: tuple[str, ...]
    censuses: Mapping[str, str]
    indexed: Mapping[str, str]
    beginnings: Mapping[str, str]
    closing: tuple[str, ...]
    running: Mapping[str, tuple[str, str]]
    fractions: Mapping[str, tuple[str, str]]
    ages: Mapping[str, str]
    grades: Mapping[str, str]
    joins: Mapping[str, str]
    smooth: Mapping[str, str]
    percents: Mapping[str, str]
    overs: Mapping[str, str]
    grade_forms: Mapping[str, str]
    forms: Mapping[str, str]


@dataclass(frozen=True)
class Verb:
    """A verb of change.

    Attributes:
        direction: `up` or `down`.
        to: English of a level, for the verb with 到 or 至; empty where it makes none.
        by: English of a change, where it is not the usual one.
        amount: English of an amount behind it that is no fall: what was saved.
    """

    direction: str
    to: str = ""
    by: str = ""
    amount: str = ""


@dataclass(frozen=True)
class Contribution:
    """What a name does to a change behind it: 拉动经济 of 拉动经济增长1.2个百分点.

    Attributes:
        zh: Pattern of the word in the name.
        up: English where the verb is a rise, with `{what}`.
        down: The same of a fall; either is empty where that is refused.
        drag: Whether what rises by it falls: 拖累.
    """

    zh: re.Pattern[str]
    up: str
    down: str
    drag: bool


@dataclass(frozen=True)
class Fixed:
    """What is said in words: a rank (榜首), a value (零新增), or what no number says (历史新高)."""

    en: str
    value: str = ""
    rank: str = ""
    measures: tuple[str, ...] = ()


@dataclass(frozen=True)
class Grammar:
    """The Chinese words around a number, each with what it does.

    Attributes:
        characters: Simplified by Traditional character.
        formal: Plain numeral by the one of cheques.
        verbs: Verb of change by its word.
        levels: English by the words that say where something stands, 保持在.
        leads: English by the other words in front.
        rates: Denominator and the English behind it by the word that makes a rate, 人均.
        qualifiers: Qualifier and English (empty for the usual one) by word in front of the number.
        tails: The same behind it.
        fixed: What is said in words.
        groups: English of what a rank is among.
        named: English of what a name in front says of its number, by a pattern of names: a median, a month.
        contributions: What makes a contribution of the verb behind it.
        grows: English of what is contributed to, by the end of the name and the verb.
        left_out: English of what a change leaves out: 剔除一次性因素后.
        of_money: English of what an amount of money in a denominator is of: 每百元营业收入.
        manners: Adverb and adjective of a change by the word in front of its verb, 大幅.
        paces: English of a rise and of a fall by points of what is itself the size of a change, 增速.
    """

    characters: Mapping[str, str]
    formal: Mapping[str, str]
    verbs: Mapping[str, Verb]
    level_ends: tuple[str, ...]
    changed_by: tuple[str, ...]
    levels: Mapping[str, str]
    leads: Mapping[str, str]
    rates: Mapping[str, tuple[Per, str]]
    qualifiers: Mapping[str, tuple[str, str]]
    tails: Mapping[str, tuple[str, str]]
    fixed: Mapping[str, Fixed]
    groups: Mapping[str, str]
    named: Mapping[str, str]
    contributions: tuple[Contribution, ...]
    grows: Mapping[str, str]
    left_out: Mapping[str, str]
    of_money: Mapping[str, str]
    manners: Mapping[str, tuple[str, str]]
    paces: Mapping[str, Mapping[str, str]]


@cache
def quantity_words() -> QuantityWords:
    """The English words, read once. A file that lacks a part fails here, not while a page is written."""
    words = dict(read_words("quantities.yml"))
    groups = {name: words.pop(name) for name in _GROUPS}
    groups["scales"] = tuple((Decimal(size), pattern) for size, pattern in groups["scales"])
    groups["fractions"] = {number: (one, many) for number, (one, many) in groups["fractions"].items()}
    groups |= {name: tuple(groups[name]) for name in ("cardinals", "months", "quarters", "nth", "closing")}
    groups["percents"], groups["overs"] = words.pop("percent-forms"), words.pop("more-than-forms")
    return QuantityWords(**groups, grade_forms=words.pop("grade-forms"), forms=words)


_GROUPS = (
    "qualifiers", "directions", "changes", "doubled", "scales", "ordinals", "occasions", "ranges", "vague", "several",
    "cardinals", "months", "quarters", "nth", "censuses", "running", "indexed", "beginnings", "closing",
    "fractions", "ages", "grades", "joins", "smooth",
)  # fmt: skip


@cache
def grammar() -> Grammar:
    """The Chinese words, read once."""
    words = read_words("grammar.yml")
    return Grammar(
        characters={pair[0]: pair[1] for pair in words["characters"].split() if pair[0] != pair[1]},
        formal={pair[0]: pair[1] for pair in words["formal"].split()},
        verbs=dict(_verbs(words["verbs"])),
        level_ends=tuple(words["level_ends"]),
        changed_by=tuple(words["changed_by"]),
        levels=_by_word(words["levels"]),
        leads=_by_word(words["leads"]),
        rates={word: (_per(entry), entry.get(TRANSLATION, "")) for entry in words["rates"] for word in entry[ORIGINAL]},
        qualifiers=_bounds(words["qualifiers"]),
        tails=_bounds(words["tails"]),
        fixed=dict(_fixed(words["fixed"])),
        groups=words["groups"],
        named=words["named"],
        contributions=tuple(
            Contribution(re.compile(entry[ORIGINAL]), entry["up"], entry["down"], entry.get("drag", False))
            for entry in words["contributions"]
        ),
        grows=words["grows"],
        left_out=words["left_out"],
        of_money=words["of_money"],
        manners={word: (adverb, adjective) for word, (adverb, adjective) in words["manners"].items()},
        paces={word: entry for entry in words["paces"] for word in entry[ORIGINAL]},
    )


def _verbs(groups: Mapping[str, list[dict[str, Any]]]) -> list[tuple[str, Verb]]:
    return [
        (word, Verb(direction, entry.get("to", ""), entry.get("by", ""), entry.get("amount", "")))
        for direction, entries in groups.items()
        for entry in entries
        for word in entry[ORIGINAL]
    ]


def _by_word(groups: Mapping[str, list[str]]) -> dict[str, str]:
    return {word: english for english, words in groups.items() for word in words}


def _bounds(groups: Mapping[str, Mapping[str, list[str]]]) -> dict[str, tuple[str, str]]:
    return {
        word: (name, english)
        for name, patterns in groups.items()
        for english, words in patterns.items()
        for word in words
    }


def _per(entry: dict[str, Any]) -> Per:
    one, many = entry["per"]
    return Per(Decimal(1), entry["unit"], entry["unit"], (one, many))


def _fixed(entries: list[dict[str, Any]]) -> list[tuple[str, Fixed]]:
    return [
        (
            word,
            Fixed(
                entry.get(TRANSLATION, ""),
                entry.get("value", ""),
                entry.get("rank", ""),
                tuple(entry.get("measures", ["rank"])),
            ),
        )
        for entry in entries
        for word in entry[ORIGINAL]
    ]
