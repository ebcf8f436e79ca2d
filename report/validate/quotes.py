"""Checks that the numbers of quotes and phrases are those of their sentence and of the figures in their text.

`data/articles.yml` has every numeral of every sentence with the words beside it that change its value, so that a
mistyped digit and a phrase cut short are found without the articles' texts. Does not belong here: whether the other
words are right (`report.articles.passages`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from languages import ORIGINAL
from report.articles.phrases import cut_phrase, whole_by_record
from report.articles.places import Place, place_in, place_of
from report.model import LANGUAGES, Commitment, Figure, Report, Result, Sentence
from report.model.walk import Spot, walk
from report.numerals import Numeral, find_zh
from report.numerals.fold import fold
from report.numerals.stock_names import numerals_in
from report.problems import Problem
from report.quantity import QuantityError, Word, parse
from report.series import quantity_of
from report.text import references

_Prints = Mapping[Place, tuple[Sentence, bool]]
"""The fingerprint of each sentence, and whether it has phrases."""


def check_quotes(report: Report) -> Iterator[Problem]:
    """Numerals that the sentence does not hold; quotes with another value than the figure referred to."""
    printed = {
        place_in(article.article, found): (found, article.rules is not None)
        for article in report.prints
        for found in article.sentences
    }
    for spot in walk(report):
        if isinstance(spot.value, Figure):
            yield from _check_phrase(spot, spot.value, printed)
        if isinstance(spot.value, Result | Commitment):
            yield from _check_references(spot, spot.value, report)
            contradictions = list(_check_values(spot, spot.value, report))
            yield from contradictions
            if contradictions:
                continue
        if isinstance(spot.value, Figure | Result | Commitment):
            yield from _check_quote(spot, spot.value, printed)


def _check_phrase(spot: Spot, figure: Figure, printed: _Prints) -> Iterator[Problem]:
    """Sentences of a figure that do not hold its phrase, or hold more of it."""
    for number, locator in enumerate(figure.sources):
        sentence, has_phrases = printed.get(place_of(locator), (None, False))
        if whole := whole_by_record(figure, sentence if has_phrases else None, is_quoted=number == 0):
            yield cut_phrase(spot, figure, whole, locator)
            return
        if sentence is None:
            continue
        if lost := [n.text for n in find_zh(figure.stated) if not _is_printed(n.text, sentence, has_phrases)]:
            values = {"numeral": ", ".join(lost), "known": ", ".join(sentence.numerals) or "–"}
            yield spot.problem("numeral-not-printed", "stated", number=str(number + 1), **values)
            return


def _is_printed(numeral: str, sentence: Sentence, has_phrases: bool) -> bool:
    """Whether a fingerprint has a numeral. One by older rules lacks kinds of numerals without a digit."""
    if any(numeral in numerals_in(printed) for printed in sentence.numerals):
        return True
    digits = _digits(numeral)
    return not has_phrases and (not digits or digits in [_digits(printed) for printed in sentence.numerals])


def _digits(numeral: str) -> str:
    return re.sub(r"[^0-9.]", "", fold(numeral))


def _check_quote(spot: Spot, entry: Figure | Result | Commitment, printed: _Prints) -> Iterator[Problem]:
    """Numerals of a quote that its sentence does not have; at the ends of the quote they may be cut."""
    sentence, has_phrases = printed.get(place_of(entry.sources[0]), (None, False))
    for found in find_zh(entry.quote) if sentence is not None else ():
        if isinstance(entry, Figure) and found.text in [n.text for n in find_zh(entry.stated)]:
            continue  # Reported for the phrase already.
        if sentence and not any(_is_same_numeral(found, whole, len(entry.quote)) for whole in sentence.numerals):
            if _is_printed(found.text, sentence, has_phrases):
                continue
            values = {"numeral": found.text, "known": ", ".join(sentence.numerals) or "–"}
            yield spot.problem("numeral-not-printed", "quote", number="1", **values)


def _is_same_numeral(found: Numeral, whole: str, length: int) -> bool:
    """Whether a quote's numeral is one of the sentence; a quote may begin or end inside 二十届 or 2025年底."""
    cut_before = found.start == 0 and whole.endswith(found.text) and not whole[0].isascii()
    cut_behind = found.end == length and whole.startswith(found.text)
    return found.text == whole or cut_before or (cut_behind and not found.text[-1].isascii())


def _check_references(spot: Spot, entry: Result | Commitment, report: Report) -> Iterator[Problem]:
    """Figures that the text refers to, and that none of the entry's sentences states."""
    here = {place_of(locator) for locator in entry.sources}
    for id in dict.fromkeys(reference.id for reference in references(entry.text.zh)):
        figure = report.figure.get(id)  # That both languages refer to the same ones is a check of its own.
        if figure is not None and here.isdisjoint(place_of(locator) for locator in figure.sources):
            yield spot.problem("reference-elsewhere", "text", ORIGINAL, id=id)


def _check_values(spot: Spot, entry: Result | Commitment, report: Report) -> Iterator[Problem]:
    """Amounts of a quote with the unit of a figure that the text refers to, and none of these figures' values."""
    place = place_of(entry.sources[0])
    ids = dict.fromkeys(reference.id for language in LANGUAGES for reference in references(entry.text[language]))
    figures = [
        figure
        for id in ids
        if (figure := report.figure.get(id)) is not None and place in [place_of(locator) for locator in figure.sources]
    ]
    known = [amount for figure in figures for amount in _amounts(report, figure.stated, figure)]
    phrases = [figure.stated for figure in figures]
    for figure in figures:
        for numeral in find_zh(entry.quote):
            amounts = _amounts(report, numeral.text, figure)
            units = {unit for unit, *_ in _amounts(report, figure.stated, figure)}
            if any(numeral.text in phrase for phrase in phrases) or not amounts:
                continue
            if any(amount[0] in units and amount not in known for amount in amounts):
                yield spot.problem("quote-contradicts", "quote", id=figure.id, stated=figure.stated, value=entry.quote)
                return


def _amounts(report: Report, phrase: str, figure: Figure) -> list[tuple[str, Decimal]]:
    """Unit and size of each amount of a phrase. A change is read with the figure's own words in front."""
    for words in (phrase, "".join(word.text for word in _head_of(report, figure)) + phrase):
        try:
            amounts = parse(words, figure.measure, report.rules).amounts
            return [(amount.unit, amount.value.copy_abs()) for amount in amounts]
        except QuantityError:
            continue
    return []


def _head_of(report: Report, figure: Figure) -> tuple[Word, ...]:
    quantity = quantity_of(report, figure)
    return quantity.head if quantity else ()
