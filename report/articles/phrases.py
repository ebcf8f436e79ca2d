"""Whether a figure's phrase is whole: it leaves out no neighbour that changes its value.

It is compared with the sentence itself, with its fingerprint in `data/articles.yml`, and with the figure's own
quote, as far as each is available. Does not belong here: which neighbours change a value
(`report.numerals.neighbours`), or which figures are checked (`report.validate.quotes`, `report.review.commands`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from report.articles.places import format_place, place_of
from report.model import Figure, Locator, Sentence
from report.model.walk import Spot
from report.numerals import Numeral, find_zh
from report.numerals.fold import fold
from report.numerals.neighbours import GAP, whole_letters, whole_phrase
from report.numerals.stock_names import numerals_in
from report.problems import Problem
from report.words import drafting


def own_year(before: str) -> re.Match[str] | None:
    """The year that stands directly in front of a number, 2019年的 or 上年的; its first group is empty for the last."""
    return re.search(drafting()["own_year"], fold(before))


def whole_in_sentence(figure: Figure, sentence: str) -> str | None:
    """The phrase with the neighbours it leaves out; empty where it is whole, None where it is not in the sentence."""
    around = max(sentence.find(figure.quote), 0)
    start = sentence.find(figure.stated, around)
    if start < 0:
        return None
    end = start + len(figure.stated)
    whole = _extend(figure, sentence, start, end)
    return "" if whole == (start, end) else sentence[slice(*whole)]


def whole_by_record(figure: Figure, sentence: Sentence | None, *, is_quoted: bool) -> str:
    """The same by the fingerprint of the sentence and the quote; also empty where neither decides.

    Args:
        figure: The figure.
        sentence: Its fingerprint; None where that was written before fingerprints had phrases.
        is_quoted: Whether it is the sentence that the quote is taken from.
    """
    by_quote = _whole_in_quote(figure, _phrases(sentence) if sentence else ()) if is_quoted else ""
    return by_quote or (_whole_by_print(figure, sentence, figure.quote if is_quoted else "") if sentence else "")


def cut_phrase(spot: Spot, figure: Figure, whole: str, locator: Locator) -> Problem:
    """The problem that a phrase leaves out neighbours."""
    values = {"whole": whole, "stated": figure.stated, "place": format_place(place_of(locator))}
    return spot.problem("phrase-cut", "stated", **values)


def _extend(figure: Figure, text: str, start: int, end: int) -> tuple[int, int]:
    if figure.measure == "grade":
        return whole_letters(text, start, end)
    carried = {"scope": f"{figure.scope.zh}\n{figure.label.zh}"}
    if figure.period.compared_with:
        carried["compared_with"] = ""
    year, said = figure.period.calendar_year, own_year(figure.quote.partition(figure.stated)[0])
    if year and said and said[1] in (None, str(year)):  # 从2019年的77.3岁提高到: a value of 2019.
        carried["source"] = ""
    return whole_phrase(text, start, end, carried)


def _whole_in_quote(figure: Figure, phrases: Sequence[str]) -> str:
    """The phrase with its neighbours in the quote.

    A quote may cut words at its ends, 近 of 附近; a neighbour there counts unless a fingerprint contradicts it.
    """
    quote, start = figure.quote, figure.quote.find(figure.stated)
    end = start + len(figure.stated)
    if start < 0:
        return ""
    first, last = _extend(figure, quote, start, end)
    whole = quote[first:last]
    is_inside = (first > 0 or first == start) and (last < len(quote) or last == end)
    known = not phrases or any(whole in phrase for phrase in phrases)
    return whole if (first, last) != (start, end) and (is_inside or known) else ""


def _whole_by_print(figure: Figure, sentence: Sentence, quote: str) -> str:
    """The wider phrase by the fingerprint, where the numeral is printed with one at each of its places."""
    if figure.measure == "grade":
        return ""
    for numeral in find_zh(figure.stated):
        pairs = list(zip(sentence.numerals, _phrases(sentence), strict=True))
        printed = [phrase for whole, phrase in pairs if numeral.text in numerals_in(whole)]
        if not printed:  # The numeral itself is cut, or is none of the sentence.
            return next((p for whole, p in pairs if numeral.text in whole), "")
        fitting = [p for p in printed if not quote or _fits_quote(quote, figure.stated, numeral, p)]
        wholes = [_wider_phrase(figure, numeral, phrase) for phrase in fitting or printed]
        if wholes and all(wholes):
            return wholes[0]
    return ""


def _phrases(sentence: Sentence) -> tuple[str, ...]:
    return sentence.phrases or sentence.numerals


def _fits_quote(quote: str, stated: str, numeral: Numeral, phrase: str) -> bool:
    """Whether quote and printed phrase have the same words beside the numeral, as far as both go."""
    start = quote.find(stated) + numeral.start
    return _join(quote[:start], quote[start + len(numeral.text) :], numeral.text, phrase) is not None


def _wider_phrase(figure: Figure, numeral: Numeral, phrase: str) -> str:
    """The wider phrase that is printed; empty where the stated one is whole."""
    before, behind = figure.stated[: numeral.start], figure.stated[numeral.end :]
    joined = _join(before, behind, numeral.text, phrase)
    if joined is None:  # Other words are printed beside the numeral than those stated.
        return phrase
    text, start = joined
    start -= len(before)
    end = start + len(figure.stated)
    whole = _extend(figure, text, start, end)
    return "" if whole == (start, end) else text[slice(*whole)].removesuffix(GAP)


def _join(before: str, behind: str, numeral: str, phrase: str) -> tuple[str, int] | None:
    """A numeral with the words beside it in two texts, and its index there; None where they differ."""
    for place in indexes(phrase, numeral):
        ahead, rest = phrase[:place], phrase[place + len(numeral) :]
        left = _longer_text(ahead, before, from_end=True)
        right = _longer_text(rest, behind, from_end=False)
        if left is not None and right is not None:
            return left + numeral + right, len(left)
    return None


def indexes(text: str, words: str) -> Iterator[int]:
    """Where words begin in a text, also where they overlap."""
    return (match.start() for match in re.finditer(f"(?={re.escape(words)})", text))


def _longer_text(printed: str, other: str, *, from_end: bool) -> str | None:
    """The longer of two texts if the other is its end (or beginning), compared up to a gap; else None."""
    known = printed.rpartition(GAP)[2] if from_end else printed.partition(GAP)[0]
    short, long = sorted((known, other), key=len)
    if not (long.endswith(short) if from_end else long.startswith(short)):
        return None
    return printed if len(other) <= len(known) else other
