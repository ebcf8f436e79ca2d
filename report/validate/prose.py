"""Checks that prose holds no typed numbers, and refers to the same figures in both languages.

So the two languages cannot differ in a number, and a number cannot be changed in one place only. Calendar
years, terms of the glossary and names of `report.yml` may hold digits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from languages import ORIGINAL, TRANSLATION
from report.figures import write_figure
from report.model import LANGUAGES, Article, Correction, Language, Report, Text
from report.model.charts import Chart
from report.model.edition import Edition
from report.model.walk import Spot, walk
from report.numerals import Numeral
from report.numerals.bare_quantity import is_unit_alone
from report.problems import Problem, excerpt
from report.quantity import QuantityError
from report.text import Plain, Reference, TermReference, parse_text
from report.typed_numerals import owned_numerals, typed_numerals
from report.words import messages

MARKUP = re.compile(r"</?[A-Za-z][^<>]*>|<!--|&(?:#\w+|[A-Za-z]\w+);")
_WIDE_BRACES = re.compile("[\uff5b\uff5d]")  # As an input method for Chinese types them.


def check_prose(report: Report) -> Iterator[Problem]:
    """Braces, markup, references that differ between the languages, numerals typed in prose."""
    owned = {language: owned_numerals(report, language) for language in LANGUAGES}
    for spot in walk(report):
        if not isinstance(spot.value, Text):
            continue
        if wide := [language for language in LANGUAGES if _WIDE_BRACES.search(spot.value[language])]:
            yield from (_wide_braces(spot, language, spot.value[language]) for language in wide)
            continue  # The references cannot be read, so that later checks would report them as missing.
        if not spot.is_override:
            yield from _references_differ(report, spot, spot.value)
        for language in LANGUAGES:
            text = spot.value[language]
            yield from _braces_and_markup(spot, language, text)
            if not _may_hold_numerals(spot):
                numerals = typed_numerals(text, language, owned[language])
                if isinstance(spot.around, Chart) and spot.path[-1] == "subtitle":
                    numerals = [numeral for numeral in numerals if not is_unit_alone(numeral.text)]
                yield from _numerals(report, spot, language, numerals)


def _may_hold_numerals(spot: Spot) -> bool:
    """Whether a text may hold numerals: titles of articles, names, and values that a correction replaced."""
    if isinstance(spot.around, Article):
        return spot.path[-1] in {"title", "subtitle"}
    if isinstance(spot.around, Correction):  # Typed out: a record must not follow the figure.
        return spot.path[-1] in {"old", "new"}
    return isinstance(spot.around, Edition) and "names" in spot.path


def _references_differ(report: Report, spot: Spot, text: Text) -> Iterator[Problem]:
    """References that only one of the languages has. Unknown ids are left to `references`."""
    zh, en = (_named(text[language]) for language in LANGUAGES)
    if zh == en or not zh | en <= {*report.figure, *(f"term:{id}" for id in report.term)}:
        return
    words = messages()["_references"]
    sides = {ORIGINAL: sorted(zh - en), TRANSLATION: sorted(en - zh)}
    value = "; ".join(words[side].format(ids=", ".join(ids)) for side, ids in sides.items() if ids)
    yield spot.problem("references-differ", TRANSLATION if zh - en else ORIGINAL, value=value)


def _named(text: str) -> set[str]:
    """Figures and terms that a text refers to, as written in it."""
    spans = parse_text(text)
    terms = {f"term:{span.id}" for span in spans if isinstance(span, TermReference)}
    return terms | {span.id for span in spans if isinstance(span, Reference)}


def _braces_and_markup(spot: Spot, language: Language, text: str) -> Iterator[Problem]:
    plain = [span.text for span in parse_text(text) if isinstance(span, Plain)]
    if any(brace in words for words in plain for brace in "{}") or "{}" in text:
        yield spot.problem("braces", language, value=text)
    if found := next((match[0] for words in plain if (match := MARKUP.search(words))), None):
        yield spot.problem("markup", language, markup=found, value=excerpt(text, found))


def _wide_braces(spot: Spot, language: Language, text: str) -> Problem:
    found = _WIDE_BRACES.findall(text)
    return spot.problem("braces-wide", language, characters=" ".join(found), value=excerpt(text, found[0]))


def _numerals(report: Report, spot: Spot, language: Language, numerals: list[Numeral]) -> Iterator[Problem]:
    if numerals:
        texts = [numeral.text for numeral in numerals]
        near = [f"{{{id}}}" for text in texts for id in _figures_of(report, text, language)]
        words = messages()["_numeral"]
        expected = words["near"].format(references=", ".join(near)) if near else words["any"].format()
        value = excerpt(spot.value[language], texts[0])
        yield spot.problem("numeral-typed", language, numeral=", ".join(texts), expected=expected, value=value)


def _figures_of(report: Report, numeral: str, language: Language) -> list[str]:
    """Figures that the numeral was probably copied from; a power of ten alone ("thousand") is of none."""
    if language == TRANSLATION and not any(map(str.isdigit, numeral)):
        return []

    def says_so(id: str) -> bool:
        try:
            return numeral in write_figure(report, id, language, "number").split(
                " " if language == TRANSLATION else None
            )
        except QuantityError:  # Its phrase is a problem of its own.
            return False

    return [figure.id for figure in report.figures if says_so(figure.id)][:2]
