"""The report as one value: every file of `data/`, read and typed.

Belongs here: the aggregate and the look-ups that several layers need. Does not belong here: reading
files (`report.load`), checking across files (`report.validate`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any

from languages import ORIGINAL, TRANSLATION, pair
from languages import Language as Form
from report.model.base import Language, Locator, Text
from report.model.charts import Chart
from report.model.edition import Edition
from report.model.figure import Figure, Indicator
from report.model.ledger import LedgerEntry
from report.model.naming import named_in
from report.model.plans import Commitment, Plan, Result, Workstream, YearResults
from report.model.review import Review
from report.model.sources import Article, ArticlePrint, Correction, Erratum, Excuse, Section
from report.model.units import Unit
from report.model.words import Home, PageWords, Term
from report.quantity import House, Quantity, Rules, Units, UnitWords, by_hand, parse, unit_words, units_with
from report.vocabulary import fill
from report.words import interface, open_data
from report.yaml.reader import Steps, Tree


@dataclass(frozen=True, eq=False)  # Compared by identity: a key of the cache in `walk`.
class Placed:
    """An entry of a file, with its path there.

    Attributes:
        inherited: Fields of a figure that are not written there, but at its indicator or for its whole file.
    """

    tree: Tree
    path: Steps
    value: Any
    inherited: frozenset[str] = frozenset()


def rules_of(units: Iterable[Unit], edition: Edition | None) -> Rules:
    """How phrases are read and written with a report's units, currency and English style."""
    known = _units(tuple(unit_words(unit.model_dump(exclude_none=True)) for unit in units))
    return Rules(known, edition.currency or "", House(**edition.english.model_dump())) if edition else Rules(known)


@lru_cache(maxsize=16)  # One table for equal units: what was read by it is remembered.
def _units(words: tuple[UnitWords, ...]) -> Units:
    return units_with(words)


@dataclass(frozen=True)
class Report:
    """A whole report; one from `load_report` has passed every check.

    Attributes:
        placed: Every entry with the place it was read from, for messages.
        files: The fields whose file is there, with entries or without.
        drawings: The SVG files of `data/drawings/` by name.
    """

    edition: Edition
    home: Home
    articles: tuple[Article, ...]
    prints: tuple[ArticlePrint, ...]
    units: tuple[Unit, ...]
    indicators: tuple[Indicator, ...]
    figures: tuple[Figure, ...]
    results: tuple[YearResults, ...]
    plans: tuple[Plan, ...]
    ledger: tuple[LedgerEntry, ...]
    charts: tuple[Chart, ...]
    glossary: tuple[Term, ...]
    errata: tuple[Erratum, ...]
    corrections: tuple[Correction, ...]
    excuses: tuple[Excuse, ...]
    pages: tuple[PageWords, ...]
    overrides: Mapping[str, Text]
    reviews: tuple[Review, ...] = ()
    placed: tuple[Placed, ...] = ()
    files: frozenset[str] = frozenset()
    drawings: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def figure(self) -> Mapping[str, Figure]:
        """Figures by id."""
        return {figure.id: figure for figure in self.figures}

    @cached_property
    def indicator(self) -> Mapping[str, Indicator]:
        """Indicators by id."""
        return {indicator.id: indicator for indicator in self.indicators}

    @cached_property
    def quantity(self) -> Mapping[str, Quantity]:
        """The quantity that each figure's phrase states, by the figure's id."""
        return {figure.id: self.read(figure) for figure in self.figures}

    @cached_property
    def languages(self) -> Mapping[Language, Form]:
        """The form of each of its languages, by side."""
        return pair({ORIGINAL: self.edition.languages.zh, TRANSLATION: self.edition.languages.en})

    @property
    def word_folders(self) -> tuple[str, ...]:
        """Folders of the product's words in these forms, below `report/words/`."""
        return tuple(folder for form in self.languages.values() for folder in form.words)

    def read(self, figure: Figure) -> Quantity:
        """The quantity that a figure's phrase states: by an editor's reading where the figure has one, else by rule.

        Raises:
            QuantityError: No rule reads it.
        """
        if figure.reading is not None:
            return by_hand(figure.stated, figure.measure, figure.reading.hand, self.rules)
        return parse(figure.stated, figure.measure, self.rules)

    @cached_property
    def rules(self) -> Rules:
        """How phrases are read and written: the report's units, currency and English style."""
        return rules_of(self.units, self.edition)

    @cached_property
    def term(self) -> Mapping[str, Term]:
        """Terms by id."""
        return {term.id: term for term in self.glossary}

    @cached_property
    def _places_of(self) -> Mapping[str, tuple[str, ...]]:
        """Ids of the places and institutions that each result and commitment names, by its id."""
        names = [term for term in self.glossary if term.is_name]
        entries: tuple[Result | Commitment, ...] = (*self.all_results(), *self.all_commitments())
        return {entry.id: named_in(entry, names) for entry in entries}

    def places_of(self, entry: Result | Commitment) -> tuple[str, ...]:
        """Ids of the places and institutions that an entry names, in the order of the glossary."""
        return self._places_of[entry.id]

    @cached_property
    def named_places(self) -> tuple[Term, ...]:
        """The places and institutions that any entry names, in the order of the glossary."""
        named = {id for ids in self._places_of.values() for id in ids}
        return tuple(term for term in self.glossary if term.id in named)

    @cached_property
    def article(self) -> Mapping[str, Article]:
        """Articles by id."""
        return {article.id: article for article in self.articles}

    @cached_property
    def chart(self) -> Mapping[str, Chart]:
        """Charts by id."""
        return {chart.id: chart for chart in self.charts}

    @cached_property
    def withdrawn(self) -> Mapping[str, Correction]:
        """The corrections that withdraw an entry, by its id."""
        return {correction.entry: correction for correction in self.corrections if correction.withdrawn}

    @cached_property
    def absent(self) -> frozenset[str]:
        """The optional parts that the report lacks. Their pages have the same ids, and are absent with them.

        A part is there once it has entries; corrections once they have a file, since none so far is worth saying.
        """
        parts = {
            "figures": self.figures,
            "charts": self.charts,
            "glossary": self.glossary,
            "errata": self.errata,
            "corrections": self.corrections or "corrections" in self.files,
            "themes": self.edition.themes,
            "places": self.named_places,
            "ledger": any(self.has_ledger(plan) for plan in self.plans),
            "map": any(self.all_results()) or any(self.all_commitments()),
        }
        return frozenset(part for part, entries in parts.items() if not entries)

    @cached_property
    def page(self) -> Mapping[str, PageWords]:
        """Words of the pages by id, in their order, without those of absent parts."""
        return {page.id: page for page in self.pages if page.id not in self.absent}

    @property
    def home_chart(self) -> Chart | None:
        """The chart beside the headline of the home page; none where the report has no charts."""
        return self.chart.get(self.home.chart or "")

    @property
    def outlook(self) -> Plan | None:
        """The latest plan whose year has no results yet: what is ahead."""
        ahead = (plan for plan in self.plans if self.results_of(plan.year) is None)
        return max(ahead, key=lambda plan: plan.year, default=None)

    def has_ledger(self, plan: Plan) -> bool:
        """Whether the ledger records what became of a plan: its year has results, and a commitment has an entry."""
        entered = {entry.id for entry in self.ledger}
        own = {commitment.id for commitment in plan.all_commitments()}
        return self.results_of(plan.year) is not None and not own.isdisjoint(entered)

    def section_of(self, place: Locator) -> Section:
        """The section of a place; where no section has the heading yet, a stand-in with the heading itself."""
        title = Text(zh=place.section, en=place.section)
        stand_in = Section.model_construct(heading=place.section, title=title, years=())
        return self.article[place.article].section_at(place) or stand_in

    def plan_of(self, year: int) -> Plan | None:
        """The plan for a year, if there is one."""
        return next((plan for plan in self.plans if plan.year == year), None)

    def results_of(self, year: int) -> YearResults | None:
        """The results of a year, if any are reported."""
        return next((results for results in self.results if results.year == year), None)

    def all_results(self) -> Iterator[Result]:
        """Every result, year by year."""
        return (r for results in self.results for chapter in results.chapters for r in chapter.results)

    def workstreams(self) -> Iterator[tuple[Plan, Workstream]]:
        """Every workstream with its plan."""
        return ((plan, workstream) for plan in self.plans for workstream in plan.workstreams)

    def all_commitments(self) -> Iterator[Commitment]:
        """Every commitment, plan by plan."""
        return (commitment for plan in self.plans for commitment in plan.all_commitments())

    def theme_title(self, theme: str) -> Text:
        """The name of a theme."""
        return next(known.title for known in self.edition.themes if known.id == theme)

    def interface_word(self, key: str, language: Language) -> str:
        """A word of the interface: the report's own if it overrides it, else the product's, in its vocabulary."""
        override = self.overrides.get(key)
        word = override[language] if override else interface(self.word_folders)[key][language]
        return fill(word, self.edition.words, language, self.word_folders)

    def open_data_word(self, key: str, language: Language) -> str:
        """A text of `words/open_data.yml`, in the report's vocabulary."""
        return fill(open_data(self.word_folders)[key][language], self.edition.words, language, self.word_folders)
