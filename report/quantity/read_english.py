"""Reading the numbers of an English phrase: value, range, unit, bound, direction, denominator.

It knows English by its own patterns and takes only the lists of words from the tables, so that a slip in writing is
seen. Belongs here: reading. Does not belong here: comparing with Chinese (`crosscheck`).

Example:
    >>> read_english("more than 200,000 recognitions")[0].value
    Fraction(200000, 1)
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from report.quantity.rules import Rules
from report.quantity.units import Units
from report.quantity.values import Qualifier
from report.quantity.words import grammar, quantity_words

_SCALES = {"million": 10**6, "billion": 10**9, "trillion": 10**12}
_BEFORE = {
    "more than": Qualifier.MORE_THAN, "over": Qualifier.MORE_THAN, "at least": Qualifier.AT_LEAST,
    "about": Qualifier.ABOUT, "an estimated": Qualifier.ABOUT, "nearly": Qualifier.NEARLY, "at most": Qualifier.AT_MOST,
    "no more than": Qualifier.AT_MOST, "no less than": Qualifier.AT_LEAST, "within": Qualifier.AT_MOST,
    "less than": Qualifier.LESS_THAN, "fewer than": Qualifier.LESS_THAN, "under": Qualifier.LESS_THAN,
}  # fmt: skip
_CHANGES = ("rose", "up", "increase")
_BEHIND = {"and above": Qualifier.AT_LEAST, "and below": Qualifier.AT_MOST}
_NAMES = {"CNY": "CNY", "US$": "USD", "HK$": "HKD", "NT$": "TWD"}
_DIGITS = r"-?\d[\d,]*(?:\.\d+)?"


@dataclass(frozen=True)
class Said:
    """One number of a phrase.

    Attributes:
        value: Its size, in base units; signed only where a minus stands before it.
        to: The upper end of a range.
        unit: A currency, a sign, a unit of time, `rank`, `times`, `fraction`, `:`; empty for what has a noun.
        qualifier: How it bounds the quantity.
        direction: `up`, `down`, or empty.
        per: The number behind `per`; 1 for a unit alone.
        terms: Of a ratio.
    """

    value: Fraction | Decimal
    to: Fraction | None = None
    unit: str = ""
    qualifier: Qualifier = Qualifier.EXACT
    direction: str = ""
    per: Decimal | None = None
    terms: tuple[Decimal, ...] = ()


def read_english(text: str, rules: Rules | None = None) -> list[Said]:
    """The numbers of an English phrase, in their order. A number that is not read whole is not read at all."""
    rules = rules or Rules()
    found: list[Said] = []
    text = re.sub(r"\btwice\b", "2 times", text)
    for match in _pattern(rules.units).finditer(text):
        said = _one(match, rules, text)
        found.extend(said)
    return found


def _one(match: re.Match[str], rules: Rules, text: str) -> list[Said]:
    direction = _directions().get((match["direction"] or "").strip(), "")
    qualifier = _BEFORE.get((match["qualifier"] or "").strip()) or _BEHIND.get((match["behind"] or "").strip())
    qualifier = qualifier or Qualifier.EXACT
    if match["ratio"]:
        return [Said(Decimal(term), unit=":", direction=direction) for term in match["ratio"].split(":")]
    said = Said(Fraction(0), qualifier=qualifier, direction=direction, per=_per(match, text))
    if match["said"]:
        words = _in_words(match["said"], said)
        return [replace(words, unit=_unit_named(match["saidunit"], rules)) if match["saidunit"] else words]
    value, unit = _value(match["number"], match["scale"]), _unit(match, rules)
    value = -value if (match["money"] or "").startswith("-") else value
    to = _value(match["to"], match["toscale"]) if match["to"] else None
    return [Said(value, to, unit, qualifier, direction, said.per)]


def _value(number: str, scale: str | None) -> Fraction:
    cardinals = quantity_words().cardinals
    plain = str(cardinals.index(number)) if number in cardinals else number.replace(",", "")
    return Fraction(plain) * _SCALES.get((scale or "").strip(), 1)


def _per(match: re.Match[str], text: str) -> Decimal | None:
    if match["per"] is None:
        behind = re.match(r"[a-zA-Z°’' -]*? per (?P<size>[\d,]+)?(?![\d,]*\.)", text[match.end() :])
        if behind is None or re.match(r"[^,]*? per (?:CNY|thousand)", text[match.end() :]):
            return None
        return Decimal(behind["size"].replace(",", "")) if behind["size"] else Decimal(1)
    return Decimal(match["per"].replace(",", ""))


def _in_words(said: str, rest: Said) -> Said:
    """Half, two thirds, dozens, doubled, half a year, two and a half hours."""
    words = quantity_words()
    for power, word in words.vague.items():
        if said == word:
            low = Fraction(2 * 10 ** int(power))
            return Said(low, Fraction(10 ** (int(power) + 1) - 1), rest.unit, rest.qualifier, rest.direction, rest.per)
    for hundred, word in words.doubled.items():
        if said == word:
            return Said(Fraction(int(hundred)), None, "%", rest.qualifier)
    if said == words.forms["unchanged"]:
        return Said(Fraction(0), None, "%", rest.qualifier)
    if "half" in said and said != "half":
        return _half(said, rest)
    return Said(_fraction(said) * 100, None, "fraction", rest.qualifier, rest.direction, rest.per)


def _half(said: str, rest: Said) -> Said:
    words = said.split()
    cardinals = quantity_words().cardinals
    if words[0] == "half":
        value, unit = Fraction(1, 2), " ".join(words[2:])
    elif words[0] in ("a", "an"):
        value, unit = Fraction(3, 2), " ".join(words[1:-3])
    else:
        whole = cardinals.index(words[0]) if words[0] in cardinals else int(words[0])
        value, unit = whole + Fraction(1, 2), " ".join(words[4:])
    return Said(value, None, unit.removesuffix("s") if unit != "s" else unit, rest.qualifier, rest.direction, rest.per)


def _fraction(said: str) -> Fraction:
    if said == "half":
        return Fraction(1, 2)
    if "/" in said:
        return Fraction(said)
    words = quantity_words()
    number, part = said.split()
    of = next(int(size) for size, pair in words.fractions.items() if part in pair)
    return Fraction(words.cardinals.index(number), of)


def _unit(match: re.Match[str], rules: Rules) -> str:
    if match["money"]:
        return _currency(match["money"].strip().removeprefix("-"), rules.units)
    if match["ordinal"]:
        return "rank"
    unit = (match["unit"] or match["lowunit"] or "").strip()
    if unit in ("%", "percent", "per cent"):
        return "%"
    if unit.startswith("of ") or unit == "":
        return ""
    return "times" if unit == "times" else _unit_named(unit, rules)


def _unit_named(unit: str, rules: Rules) -> str:
    for known in rules.units.by_name.values():
        if known.en and unit in known.en and known.kind in ("points", "duration", "share"):
            return known.en[0]
        if known.en and unit in known.en and known.kind == "money":
            return known.currency or rules.currency or "CNY"
    return ""


def _currency(sign: str, units: Units) -> str:
    for known in units.by_name.values():
        if known.currency and sign in (known.currency, known.pattern.replace("{number}", "").strip()):
            return known.currency
    return _NAMES.get(sign, sign)


@lru_cache(maxsize=1)
def _directions() -> dict[str, str]:
    known: dict[str, str] = {}
    for verb in grammar().verbs.values():
        if verb.by:
            known[verb.by.replace("{number}", "").strip()] = verb.direction
    for entry in grammar().contributions:
        said = {entry.up: "down" if entry.drag else "up", entry.down: "down"}
        known |= {english.partition("{")[0].strip(): way for english, way in said.items() if english}
    for pace in grammar().paces.values():
        known |= {pace[way].replace("{number}", "").strip(): way for way in ("up", "down")}
    words = quantity_words()
    forms = [*words.directions.items(), *(pair for form in _CHANGES for pair in words.changes[form].items())]
    for name, pattern in forms:
        known[pattern.replace("{number}", "").strip()] = name.removesuffix("-by")
    return known


def _leads() -> set[str]:
    """The words that stand between a direction and its number: only, a further."""
    said = (*grammar().leads.values(), *grammar().named)
    patterns = {pattern for pattern in said if not pattern.startswith("{number}")}
    manners = {adjective for _, adjective in grammar().manners.values()}
    return {pattern.replace("{number}", "").strip() for pattern in patterns} | manners | {"aged", "top"}


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(set(words), key=len, reverse=True) if word)


@lru_cache(maxsize=4)
def _pattern_of(currencies: tuple[str, ...], endings: tuple[str, ...]) -> re.Pattern[str]:
    words = quantity_words()
    said = [*words.vague.values(), *words.doubled.values(), words.forms["unchanged"]]
    parts = _any(part for pair in words.fractions.values() for part in pair)
    cardinals = _any(words.cardinals)
    money = rf"(?:(?:{_any(currencies)})\ ?)"
    number = rf"(?:{_DIGITS}|(?:{cardinals})(?![\w-]))"
    scale = "|".join(_SCALES)
    ending = rf"(?:{_any(endings)})\b"
    half = rf"half\ an?\ {ending}|an?\ {ending}\ and\ a\ half|(?:(?:{cardinals})|\d+)\ and\ a\ half\ {ending}"
    lead = rf"(?:(?:{_any(_leads())})\ )*"
    return re.compile(
        rf"""
        (?<![\w.,$:/-])(?<!per\ )
        (?:(?P<direction>{_any(_directions())})\ )?
        {lead}
        (?:(?P<qualifier>{_any(_BEFORE)})\ )?
        (?:
          (?P<ratio>\d[\d.]*(?::\d[\d.]*)+)
        | (?P<said>{half}|(?:{cardinals})\ (?:{parts})\b|\d+/\d+|half\b|(?:{_any(said)})\b)
          (?:(?:\ of)?\ (?!year\ on\ )(?P<saidunit>{_any(endings)})\b)?
        | (?P<money>-?{money})?
          (?P<number>{number})
          (?P<ordinal>st|nd|rd|th)?
          (?:\ (?P<scale>{scale}))?
          (?P<lowunit>%|\ (?:percent|per\ cent)\b)?
          (?:\ (?:to|or)\ (?:{money})?(?P<to>{number})(?:\ (?P<toscale>{scale}))?)?
          (?P<unit>%|\ (?!year\ on\ )(?:times|percent|per\ cent|per\ thousand|{_any(endings)})\b)?
          (?P<off>\ off\b)?
        )
        (?P<behind>\ and\ (?:above|below))?
        (?:\ per\ (?P<per>\d[\d,]*)(?![\d.]))?
        """,
        re.VERBOSE,
    )


def _pattern(units: Units) -> re.Pattern[str]:
    known = list(units.by_name.values())
    currencies = (
        {"CNY"}
        | {unit.currency for unit in known}
        | {u.pattern.replace("{number}", "").strip() for u in known if u.kind == "money"}
    )
    endings = {word for unit in known if unit.en and unit.kind in ("points", "duration", "money") for word in unit.en}
    return _pattern_of(tuple(sorted(filter(None, currencies))), tuple(sorted(endings)))
