"""A figure says what its phrase says: value, unit, quote, noun, period and indicator agree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, get_args

from languages import ORIGINAL, SIDES, TRANSLATION
from report.inheritance import reads_as
from report.model import Figure, Indicator, Report
from report.model.figure import WITHOUT_NOUN
from report.model.walk import Spot, walk
from report.periods import years_of
from report.problems import Problem, did_you_mean
from report.quantity import Code, Measure, Quantity, QuantityError, Rules, parse, write_en, write_zh
from report.quantity.crosscheck import agrees
from report.quantity.en import says_what
from report.validate.readings import NOT_BY_HAND, check_fits, read_by_rule, written
from report.words import messages


def check_figures(report: Report) -> Iterator[Problem]:
    """Phrases that are not read, quotes without them, nouns, periods, indicators."""
    for spot in walk(report):
        figure = spot.value
        if not isinstance(figure, Figure):
            continue
        yield from _quote(spot, figure)
        yield from _period(spot, figure, report)
        unread = list(_reading(spot, figure, report.rules))
        yield from unread
        if unread:
            if figure.noun is not None and figure.measure in WITHOUT_NOUN:
                yield spot.problem("noun-needless", "noun", measure=figure.measure)
            continue
        quantity = report.read(figure)
        if (back := write_zh(quantity)) != figure.stated:
            yield _refused(spot, figure, "reads-back", {"text": back})
        wrong_noun = list(_noun(spot, figure, quantity, report.rules))
        yield from wrong_noun
        if not wrong_noun:
            yield from _english(spot, figure, quantity, report.rules)
        if figure.indicator in report.indicator and figure.change_of is None:
            yield from _unit(spot, figure, quantity, report.indicator[figure.indicator], report)


def _reading(spot: Spot, figure: Figure, rules: Rules) -> Iterator[Problem]:
    """A phrase that is read neither by rule nor by hand, or by both."""
    reading = figure.reading
    try:
        quantity = parse(figure.stated, figure.measure, rules)
    except QuantityError as error:
        if reading is None or error.code in NOT_BY_HAND:
            yield _unread(spot, figure, error, rules)
        else:
            yield from check_fits(spot, figure, reading, rules)
    else:
        if reading is not None:
            yield read_by_rule(spot, figure, reading, quantity, rules)


def _unread(spot: Spot, figure: Figure, error: QuantityError, rules: Rules) -> Problem:
    """Why a phrase is not read, what to do, and under which measure it would be read."""
    if error.code == "unit-unknown":
        unit = error.values["unit"]
        return spot.problem("unit-unknown", "stated", unit=unit, near=did_you_mean(unit, rules.units.by_name))
    other = ""
    if error.code not in ("wrong-measure", "date", "currency-open", "fall-above-all"):
        other = next((m for m in get_args(Measure) if m != figure.measure and reads_as(figure.stated, m, rules)), "")
    return _refused(spot, figure, error.code, error.values, other)


def _refused(spot: Spot, figure: Figure, code: Code, values: Mapping[str, str], other: str = "") -> Problem:
    words: Mapping[str, Any] = messages()["_phrase"]
    why = words[code]["what"].format_map(values)
    do = {language: words[code][language].format_map(values) for language in SIDES}
    if other and f"measure: {other}" not in do[TRANSLATION]:
        do = {language: f"{do[language]}; {words['other'][language].format(measure=other)}" for language in do}
    expected = messages()["_measures"][figure.measure]
    told = {"why": why, "expected": expected, "value": figure.stated, "do_en": do[TRANSLATION], "do_zh": do[ORIGINAL]}
    return spot.problem("phrase-unread", "stated", **told)


def _quote(spot: Spot, figure: Figure) -> Iterator[Problem]:
    if figure.quote.count(figure.stated) != 1:
        yield spot.problem("quote-without-phrase", "quote", stated=figure.stated, value=figure.quote)


def _noun(spot: Spot, figure: Figure, quantity: Quantity, rules: Rules) -> Iterator[Problem]:
    """A noun where something is counted; none where the unit says what: an age, a rate, tonnes."""
    if quantity.open_base:
        if figure.noun is None:
            values = {"base": quantity.open_base, "text": figure.stated}
            yield _refused(spot, figure, "base-open", values)
    elif figure.measure in WITHOUT_NOUN:
        if figure.noun is not None:
            yield spot.problem("noun-needless", "noun", measure=figure.measure)
    elif figure.noun is None:
        by_rule = quantity.reading == "rule"
        unnamed = by_rule and not all(says_what(amount, quantity, rules) for amount in quantity.amounts)
        if unnamed or "{noun}" in quantity.english:
            yield spot.problem("noun-missing", "noun", measure=figure.measure)
    elif len(figure.noun.en) not in _noun_counts(quantity, rules):
        amounts, nouns = str(len(quantity.amounts)), str(len(figure.noun.en))
        yield spot.problem("noun-count", "noun", expected=amounts, value=nouns)


def _noun_counts(quantity: Quantity, rules: Rules) -> set[int]:
    """How many nouns may be given: one for each amount, or for each whose unit has no English of its own."""
    return {max(len(quantity.amounts), 1), sum(not says_what(amount, quantity, rules) for amount in quantity.amounts)}


def _english(spot: Spot, figure: Figure, quantity: Quantity, rules: Rules) -> Iterator[Problem]:
    """What English writes is the same number; a noun may have brought another one with it."""
    english = write_en(quantity, figure.noun.en if figure.noun else None, rules=rules)
    if agrees(quantity, english, rules=rules):
        return
    if figure.reading is not None:
        yield spot.problem("reading-english", "reading", TRANSLATION, expected=written(figure.reading), value=english)
    else:
        key = "noun" if figure.noun else "stated"
        yield spot.problem("english-disagrees", key, stated=figure.stated, value=english)


_WITHOUT_UNIT = frozenset({"fraction", "ratio", "multiple", "top", "last", "words", "span"})
"""Kinds that no unit is printed with: their indicator has the unit of its other years."""


def _unit(spot: Spot, figure: Figure, quantity: Quantity, indicator: Indicator, report: Report) -> Iterator[Problem]:
    """A figure has its indicator's unit; what is printed without one has a unit of its kind."""
    if indicator.note is None and not _has_unit_of(figure, quantity, indicator, report):
        unit = "".join(amount.unit for amount in quantity.amounts)
        yield spot.problem("indicator-mixed", "indicator", expected=indicator.unit, value=unit or figure.measure)


def _has_unit_of(figure: Figure, quantity: Quantity, indicator: Indicator, report: Report) -> bool:
    units, kinds = report.rules.units, {unit.zh: unit.kind for unit in report.units}
    unit, own = "".join(amount.unit for amount in quantity.amounts), units.of(indicator.unit)
    known = units.of(unit)
    if unit == indicator.unit or (known is not None and own is not None and known.zh == own.zh):
        return True
    if quantity.kind == "money":
        currency = own.currency or report.rules.currency if own and own.kind == "money" else ""
        return {amount.currency for amount in quantity.amounts} == {currency}
    if quantity.kind in ("rank", "grade"):
        return kinds.get(indicator.unit) == figure.measure
    counter = quantity.kind == "count" and not unit  # 95.5亿: any counter of its indicator fits.
    return quantity.kind in _WITHOUT_UNIT or counter


def _period(spot: Spot, figure: Figure, report: Report) -> Iterator[Problem]:
    """The years of a figure are among those that its section speaks of."""
    place = figure.sources[0]
    article = report.article.get(place.article)
    section = article.section_at(place) if article else None
    if section is None:
        return
    period = figure.period
    if outside := [str(y) for y in years_of(period) if y not in (*section.years, period.compared_with)]:
        expected = ", ".join(map(str, section.years))
        yield spot.problem("period-outside", "period", expected=expected, value=", ".join(outside))
    if period.at_publication is not None and period.at_publication != place.article:
        expected, value = f"at_publication: {place.article}", f"at_publication: {period.at_publication}"
        yield spot.problem("period-outside", "period", expected=expected, value=value)
