"""A reading by hand stands only where no rule reads the phrase, fits its measure, and says one number in English.

Belongs here: these checks. Does not belong here: phrases that are read by rule (`report.validate.figures`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from languages import ORIGINAL, TRANSLATION
from report.model import Figure
from report.model.figure import ReadingByHand
from report.model.walk import Spot
from report.problems import Problem, did_you_mean
from report.quantity import Code, Quantity, Rules, by_hand, to_plain, write_en
from report.quantity.hand import kinds_for, misfit
from report.words import messages

NOT_BY_HAND: frozenset[Code] = frozenset(
    {"wrong-measure", "date", "fall-above-all", "moves-other-way", "currency-open"}
)
"""Reasons that leave nothing to read by hand: the phrase is read, no quantity, of no currency, or in contradiction."""


def check_fits(spot: Spot, figure: Figure, reading: ReadingByHand, rules: Rules) -> Iterator[Problem]:
    """What of a reading does not go together: value, unit, range, noun, measure."""
    if why := misfit(figure.measure, reading.hand):
        misfits: Mapping[str, Any] = messages()["_reading"]
        words = misfits[why]
        why = words["what"].format(measure=figure.measure)
        yield spot.problem("reading-misfit", "reading", why=why, do_en=words[TRANSLATION], do_zh=words[ORIGINAL])
    elif reading.unit:
        yield from _unit(spot, figure, reading.unit, rules)


def _unit(spot: Spot, figure: Figure, name: str, rules: Rules) -> Iterator[Problem]:
    unit, kinds = rules.units.of(name), kinds_for(figure.measure)
    if unit and unit.kind == "money" and not (unit.currency or rules.currency):
        refusals: Mapping[str, Any] = messages()["_phrase"]
        asked = refusals["currency-open"]
        what = asked["what"].format(text=name)
        told = {"do_en": asked[TRANSLATION], "do_zh": asked[ORIGINAL]}
        yield spot.problem("reading-misfit", "reading", "unit", why=what, **told)
    elif unit is None:
        near = did_you_mean(name, rules.units.by_name)
        yield spot.problem("reading-unit-unknown", "reading", "unit", unit=name, near=near)
    elif unit.kind not in kinds:
        values = {"measure": figure.measure, "kind": unit.kind, "known": ", ".join(sorted(kinds))}
        yield spot.problem("reading-unit", "reading", "unit", unit=name, **values)


def read_by_rule(spot: Spot, figure: Figure, reading: ReadingByHand, quantity: Quantity, rules: Rules) -> Problem:
    """The problem of a reading beside a phrase that a rule reads: needless, or contradicting it."""
    read = by_hand(figure.stated, figure.measure, reading.hand, rules)
    if _numbers(read, rules) == _numbers(quantity, rules):
        return spot.problem("reading-needless", "reading", stated=figure.stated)
    read_as = write_en(quantity, form="number" if quantity.open_base else "full", rules=rules)
    return spot.problem("reading-contradicts", "reading", expected=read_as, value=written(reading))


def _numbers(quantity: Quantity, rules: Rules) -> list[tuple[object, ...]]:
    units = [rules.units.of(amount.unit) for amount in quantity.amounts]
    return [
        (amount.value, amount.to, amount.qualifier, unit.zh if unit else amount.unit)
        for amount, unit in zip(quantity.amounts, units, strict=True)
    ]


def written(reading: ReadingByHand) -> str:
    """Qualifier, number and unit of a reading as its keys have them, for messages."""
    ends = [to_plain(end) for end in (reading.value, reading.to) if end is not None]
    qualifier = reading.qualifier if reading.qualifier != "exact" else None
    return " ".join(filter(None, (qualifier, " to ".join(ends), reading.unit))) or reading.en
