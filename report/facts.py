"""A figure as the outputs show it: one projection of each figure in each language.

Pages, figure cards, lists, charts' tables, open data, citations, share cards and the PDF read a figure through
`FigureFacts`, so that no two of them can differ. A new field of a figure is added to the model, then here, then to
the output that shows it.

Belongs here: everything that is said of one figure. Does not belong here: how a value, a place or a period is
written (`report.figures`, `report.periods`), markup (`macros`), or what several figures make together
(`report.series`, `report.derived`).

Example:
    >>> facts = figure_facts(report, "visits.2024", "en")  # doctest: +SKIP
    >>> facts.value, facts.period.full, facts.page  # doctest: +SKIP
    ('more than 12,000 visits', '2024', 'figures/visits.2024/')
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from languages import ORIGINAL, TRANSLATION
from report.amount_facts import AmountFacts, amount_facts
from report.cached_per_report import cached_per_report
from report.figures import (
    has_form,
    write_conversion,
    write_figure,
    write_figure_period,
    write_place,
    write_second_form,
    write_text,
)
from report.model import LANGUAGES, Figure, Language, Locator, Report, Text
from report.model.figure import Status
from report.periods import bounds, years_of
from report.quantity import Measure, Quantity
from report.quantity.values import Reading
from report.review.records import is_verified
from report.text import FIGURE_FORMS

_PERIOD_AND_INFERRED: Mapping[Language, str] = {ORIGINAL: "{}（{}）", TRANSLATION: "{} ({})"}


@dataclass(frozen=True)
class Wording:
    """A text of the report in one language.

    Attributes:
        text: The text with its references, for an output that turns them into links.
        plain: The same as plain words.
    """

    text: Text
    plain: str


@dataclass(frozen=True)
class PeriodFacts:
    """When a figure holds.

    Attributes:
        words: The period without what is inferred of it.
        inferred: What of it is inferred; empty where nothing is.
        full: Both.
        start: Its first day; `None` where the article does not state it.
        end: Its last day, likewise.
        years: The calendar years that it names, the year of the figure last.
    """

    words: str
    inferred: str
    full: str
    start: date | None
    end: date | None
    years: tuple[int, ...]


@dataclass(frozen=True)
class PlaceFacts:
    """A place where a figure is stated.

    Attributes:
        locator: Article, section, paragraph and sentence.
        full: The place with the article's title.
        short: The place without it, for narrow columns.
    """

    locator: Locator
    full: str
    short: str


@dataclass(frozen=True)
class FigureFacts:
    """One figure in one language.

    Attributes:
        id: Its permanent id.
        language: The language of all words below.
        page: Address of its page below the language's root.
        file: Address of its JSON file, likewise.
        indicator: Id of its indicator.
        theme: Id of its theme; `None` where the report has no themes.
        theme_title: Title of the theme, plain words; empty where it has none.
        label: What is measured.
        forms: The value in each form that a reference may ask for: `full`, `number`, `short`, `date` where the
            period is cumulative to a day, and `rose`, `up`, `increase` where it states a change.
        conversion: How the value follows from the phrase as stated; empty where it is as printed.
        second_form: The value in another unit, which the article does not print; empty where there is none.
        quantity: The value as numbers, for what is compared, sorted or drawn.
        amounts: The value as data files write it, at least one amount.
        measure: Code of the kind of number it is.
        measure_word: The same in words.
        status: Code of its status: reported, a target …
        status_word: The same in words.
        period: When it holds.
        scope: Whom or what it covers.
        stated: The phrase as printed, in Chinese.
        quote: The passage that holds the phrase, in Chinese.
        places: Where it is stated; the first is quoted.
        caveat: What must not be done with it; `None` where nothing is said.
        meaning: What it means to a citizen, likewise.
        written: The value in full, in each language.
        reading: Whether the value was read by `rule` or by `hand`.
        reason: Why an editor reads it so; `None` where it was read by rule.
        change_of: Id of the figure whose change it is.
        part_of: Id of the figure that it is a part of.
        parts_note: Why the parts of the figure do not add up; `None` where nothing is said.
        verified: Whether it is on record as checked against its article, as it stands now.
    """

    id: str
    language: Language
    page: str
    file: str
    indicator: str
    theme: str | None
    theme_title: str
    label: Wording
    forms: Mapping[str, str]
    conversion: str
    second_form: str
    quantity: Quantity
    amounts: tuple[AmountFacts, ...]
    measure: Measure
    measure_word: str
    status: Status
    status_word: str
    period: PeriodFacts
    scope: Wording
    stated: str
    quote: str
    places: tuple[PlaceFacts, ...]
    caveat: Wording | None
    meaning: Wording | None
    written: Mapping[Language, str]
    reading: Reading
    reason: Wording | None
    change_of: str | None
    part_of: str | None
    parts_note: Wording | None
    verified: bool

    @property
    def value(self) -> str:
        """The value in full, with its unit or noun."""
        return self.forms["full"]

    @property
    def place(self) -> PlaceFacts:
        """The place that is quoted."""
        return self.places[0]


def figure_facts(report: Report, id: str, language: Language) -> FigureFacts:
    """The facts of one figure.

    Raises:
        KeyError: The report has no such figure.
    """
    return _facts(report)[id, language]


def all_facts(report: Report, language: Language) -> tuple[FigureFacts, ...]:
    """The facts of every figure, in the order of the data."""
    return tuple(figure_facts(report, figure.id, language) for figure in report.figures)


@cached_per_report
def _facts(report: Report) -> Mapping[tuple[str, Language], FigureFacts]:
    return {(figure.id, code): _figure_facts(report, figure, code) for figure in report.figures for code in LANGUAGES}


def _figure_facts(report: Report, figure: Figure, language: Language) -> FigureFacts:
    def wording(text: Text) -> Wording:
        return Wording(text, write_text(report, text, language))

    page, theme = f"figures/{figure.id}/", figure.theme if report.edition.themes else None
    return FigureFacts(
        id=figure.id,
        language=language,
        page=page,
        file=f"{page}figure.json",
        indicator=figure.indicator,
        theme=theme,
        theme_title=write_text(report, report.theme_title(theme), language) if theme else "",
        label=wording(figure.label),
        forms=_forms(report, figure, language),
        conversion=write_conversion(report, figure),
        second_form=write_second_form(report, figure),
        quantity=report.quantity[figure.id],
        amounts=amount_facts(report, figure, language),
        measure=figure.measure,
        measure_word=report.interface_word(f"measure.{figure.measure}", language),
        status=figure.status,
        status_word=report.interface_word(f"status.{figure.status}", language),
        period=_period(report, figure, language),
        scope=wording(figure.scope),
        stated=figure.stated,
        quote=figure.quote,
        places=tuple(_place(report, place, language) for place in figure.sources),
        caveat=wording(figure.caveat) if figure.caveat else None,
        meaning=wording(figure.meaning) if figure.meaning else None,
        written={code: write_figure(report, figure.id, code) for code in LANGUAGES},
        reading=report.quantity[figure.id].reading,
        reason=wording(figure.reading.reason) if figure.reading else None,
        change_of=figure.change_of,
        part_of=figure.part_of,
        parts_note=wording(figure.parts.note) if figure.parts and figure.parts.note else None,
        verified=is_verified(report, figure),
    )


def _forms(report: Report, figure: Figure, language: Language) -> Mapping[str, str]:
    forms = (form for form in FIGURE_FORMS if has_form(report, figure.id, form))
    return {form: write_figure(report, figure.id, language, form) for form in forms}


def _period(report: Report, figure: Figure, language: Language) -> PeriodFacts:
    words, inferred = write_figure_period(report, figure, language)
    start, end = bounds(figure.period)
    full = _PERIOD_AND_INFERRED[language].format(words, inferred) if inferred else words
    return PeriodFacts(words, inferred, full, start, end, years_of(figure.period))


def _place(report: Report, place: Locator, language: Language) -> PlaceFacts:
    return PlaceFacts(place, write_place(report, place, language), write_place(report, place, language, "place.short"))
