"""A figure says what its phrase says: value, unit, quote, noun, period and indicator agree."""

from __future__ import annotations

from collections.abc import Iterator

from report.model import Figure, Indicator, Report
from report.model.walk import Spot, walk
from report.periods import years_of
from report.problems import Problem, did_you_mean
from report.quantity import Quantity, QuantityError, parse, write_en, write_zh
from report.quantity.crosscheck import agrees
from report.words import messages

_NOUNLESS = {"money", "share", "change-points", "change-percent", "rank", "grade", "duration"}


def check_figures(report: Report) -> Iterator[Problem]:
    """Phrases that do not read back, quotes without them, nouns, units, periods, indicators."""
    kinds: dict[str, str] = {unit.zh: unit.kind for unit in report.units}
    indicators = {indicator.id: indicator for indicator in report.indicators}
    for spot in walk(report):
        figure = spot.value
        if not isinstance(figure, Figure):
            continue
        yield from _quote(spot, figure)
        yield from _period(spot, figure, report)
        try:
            quantity = parse(figure.stated, figure.measure)
        except QuantityError as error:
            yield _unread(spot, figure, error)
            continue
        if (back := write_zh(quantity)) != figure.stated:
            why = messages()["_phrase"]["reads-back"]
            yield spot.problem("phrase-unread", "stated", why=why, expected=back, value=figure.stated)
        wrong_noun = list(_noun(spot, figure, quantity))
        yield from wrong_noun
        if not wrong_noun:
            yield from _english(spot, figure, quantity)
        unknown = [amount.unit for amount in quantity.amounts if amount.unit and amount.unit not in kinds]
        for unit in unknown:
            yield spot.problem("unit-unknown", "stated", unit=unit, near=did_you_mean(unit, kinds))
        if not unknown and figure.indicator in indicators:
            yield from _unit(spot, figure, quantity, indicators[figure.indicator], kinds)


def _unread(spot: Spot, figure: Figure, error: QuantityError) -> Problem:
    wording = messages()["_phrase"].get(error.code, error.code)
    why = wording.format_map({name: str(value) for name, value in error.values.items()})
    expected = messages()["_measures"][figure.measure]
    return spot.problem("phrase-unread", "stated", why=why, expected=expected, value=figure.stated)


def _quote(spot: Spot, figure: Figure) -> Iterator[Problem]:
    if figure.quote.count(figure.stated) != 1:
        yield spot.problem("quote-without-phrase", "quote", stated=figure.stated, value=figure.quote)


def _publication(article: str, given: str) -> dict[str, str]:
    return {"expected": f"at_publication: {article}", "value": f"at_publication: {given}"}


def _noun(spot: Spot, figure: Figure, quantity: Quantity) -> Iterator[Problem]:
    if figure.measure in _NOUNLESS:
        if figure.noun is not None:
            yield spot.problem("noun-needless", "noun", measure=figure.measure)
    elif figure.noun is None:
        yield spot.problem("noun-missing", "noun", measure=figure.measure)
    elif len(figure.noun.en) != len(quantity.amounts):
        amounts, nouns = str(len(quantity.amounts)), str(len(figure.noun.en))
        yield spot.problem("noun-count", "noun", expected=amounts, value=nouns)


def _english(spot: Spot, figure: Figure, quantity: Quantity) -> Iterator[Problem]:
    """What English writes is the same number; a noun may have brought another one with it."""
    english = write_en(quantity, figure.noun.en if figure.noun else None)
    if not agrees(quantity, english):
        key = "noun" if figure.noun else "stated"
        yield spot.problem("english-disagrees", key, stated=figure.stated, value=english)


def _unit(
    spot: Spot, figure: Figure, quantity: Quantity, indicator: Indicator, kinds: dict[str, str]
) -> Iterator[Problem]:
    """A figure has its indicator's unit; a rank or grade printed without one has a unit of its kind."""
    unit = "".join(amount.unit for amount in quantity.amounts)
    fits = unit == indicator.unit if unit else kinds.get(indicator.unit) == figure.measure
    if not fits and indicator.note is None:
        yield spot.problem("indicator-mixed", "indicator", expected=indicator.unit, value=unit or figure.measure)


def _period(spot: Spot, figure: Figure, report: Report) -> Iterator[Problem]:
    """The years of a figure are among those that its section speaks of."""
    place = figure.sources[0]
    article = report.article.get(place.article)
    section = next((s for s in article.sections if s.heading == place.section), None) if article else None
    if section is None:
        return
    period = figure.period
    if outside := [str(year) for year in years_of(period) if year not in section.years]:
        expected = ", ".join(map(str, section.years))
        yield spot.problem("period-outside", "period", expected=expected, value=", ".join(outside))
    if period.at_publication is not None and period.at_publication != place.article:
        yield spot.problem("period-outside", "period", **_publication(place.article, period.at_publication))
