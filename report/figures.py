"""A figure in words: its value in each language and form, its place, its period.

Belongs here: everything a page, a table or a file writes of a figure. Does not belong here: the grammar
of quantities (`report.quantity`) or HTML (`macros`).

Example:
    >>> write_figure(report, "visits.2024", "en")  # doctest: +SKIP
    'more than 12,000 visits'
"""

from __future__ import annotations

from typing import cast

from languages import ORIGINAL
from languages.variants import in_script
from report.model import Figure, Language, Locator, Report, Text
from report.periods import write_day, write_inferred, write_period
from report.quantity import ChangeForm, Form, in_two_sizes, size_of, states_change, write_change, write_en, write_zh
from report.quantity.conversion import named, second_form
from report.text import CHANGE_FORMS, Reference, TermReference, plain_words


def write_figure(report: Report, id: str, language: Language, form: str = "full") -> str:
    """A figure's value.

    Args:
        report: The report.
        id: The figure's id.
        language: The language to write.
        form: `full`, `number`, `short`, `date` for the day it is cumulative to; `rose`, `up` or `increase` of a change.
    """
    figure = report.figure[id]
    if form == "date":
        day = figure.period.cumulative_to
        if day is None:
            raise ValueError(id)
        return write_day(day, report.languages[language])
    noun = figure.noun.en if figure.noun else None
    if form in CHANGE_FORMS:
        return write_change(report.quantity[id], cast(ChangeForm, form), language, noun, report.rules)
    if language == ORIGINAL:
        return write_zh(report.quantity[id], cast(Form, form), report.languages[language].script)
    return write_en(report.quantity[id], noun, cast(Form, form), report.rules)


def has_form(report: Report, id: str, form: str) -> bool:
    """Whether a figure can be written in a form: a date only where it has one, a rise only where it states one."""
    if form == "date":
        return report.figure[id].period.cumulative_to is not None
    return form not in CHANGE_FORMS or states_change(report.quantity[id])


def write_conversion(report: Report, figure: Figure) -> str:
    """How the value follows from the phrase, `21.89万 = 21.89 × 10,000 = 218,900`, and its size in another unit.

    Empty where the value is as printed, and no unit has another beside it.
    """
    parts = []
    for amount in report.quantity[figure.id].amounts:
        if amount.magnitude and not in_two_sizes(amount.printed):
            number, value = f"{amount.printed} × {size_of(amount.magnitude):,}", f"{abs(amount.value):,}"
            parts.append(f"{amount.printed}{amount.magnitude} = {number} = {value}")
    return "; ".join(filter(None, (*parts, write_second_form(report, figure))))


def write_second_form(report: Report, figure: Figure) -> str:
    """The size in another unit, `320,000亩 ≈ 21,300公顷`; empty where the unit has no other beside it."""
    parts, units, script = [], report.rules.units, report.languages[ORIGINAL].script
    for amount in report.quantity[figure.id].amounts:
        if second := second_form(amount, units.of(amount.unit) if amount.unit else None):
            sign = "≈" if second.rounded else "="
            other = in_script(named(second.unit, units), script)
            parts.append(f"{abs(amount.value):,}{amount.unit} {sign} {second.value:,}{other}")
    return "; ".join(parts)


def write_text(report: Report, text: Text, language: Language) -> str:
    """A text as plain words, figures and terms written out."""

    def figure(reference: Reference) -> str:
        return write_figure(report, reference.id, language, reference.form)

    def term(reference: TermReference) -> str:
        found = report.term[reference.id]
        return found.zh if language == ORIGINAL else found.en

    return plain_words(text[language], figure, term)


def write_figure_period(report: Report, figure: Figure, language: Language) -> tuple[str, str]:
    """A figure's period, and what of it is our inference (empty where nothing is)."""
    titles = {article.id: article.title[language] for article in report.articles}
    word = report.interface_word
    return write_period(figure.period, report.languages[language], word, titles=titles), write_inferred(
        figure.period, language, word
    )


def write_place(report: Report, place: Locator, language: Language, key: str = "place.full") -> str:
    """A place in an article, as a citation writes it."""
    form = key.removeprefix("place.")
    key = f"cell.{form}" if place.cell else f"page.{form}" if place.page else key
    return report.interface_word(key, language).format(
        title=report.article[place.article].title[language],
        section=report.section_of(place).title[language],
        paragraph=place.paragraph,
        sentence=place.sentence,
        cell=place.cell,
        page=place.page,
    )
