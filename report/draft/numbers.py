"""The numbers of an article that no figure has yet, each as the stub of a figure.

Belongs here: which numbers, what can be read of each, and which indicator it belongs to. Does not belong here: when it
holds (`report.draft.periods`), its YAML (`report.draft.stubs`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from report.articles.derive import clause_of
from report.articles.passages import Passage
from report.articles.places import Place, place_of
from report.draft.patterns import pattern
from report.draft.periods import Context, period_of, tag_of
from report.draft.stubs import NOUN, FigureStub, IndicatorStub
from report.inheritance import measures_of
from report.model import Figure, Indicator, Report
from report.numerals import Numeral, find_zh
from report.numerals.fold import fold
from report.numerals.neighbours import whole_phrase
from report.numerals.stock_names import name_spans, printed_numerals
from report.quantity import Measure, Quantity, QuantityError, Rules, parse
from report.quantity.en import says_what
from report.quantity.fit import proposed
from report.typed_numerals import owned_numerals


@dataclass
class Numbers:
    """Goes through an article and collects what is to be added.

    Attributes:
        figures: The figures, in the order of the article.
        indicators: The indicators that they need.
        units: The units that they are counted in, as printed.
    """

    report: Report
    article: str
    theme: str
    taken: set[str] = field(default_factory=set)
    figures: list[FigureStub] = field(default_factory=list)
    indicators: list[IndicatorStub] = field(default_factory=list)
    units: list[str] = field(default_factory=list)

    def add(self, passage: Passage, context: Context) -> list[FigureStub]:
        """Add the open numbers of one sentence; the figures added, those that cannot be read included."""
        place = (self.article, passage.section, passage.paragraph, passage.sentence)
        added: list[FigureStub] = []
        spans = self._open_spans(place, passage.text)
        if passage.is_cell and spans:  # Numbers of the label and the note are no values.
            start = passage.text.index(f" {passage.value}", passage.text.index(passage.label) + len(passage.label)) + 1
            spans = [(start, start + len(passage.value))]
        for start, end in spans:
            added.append(self._stub(place, passage, start, end, context, added))
        self.figures += added
        return added

    def _open_spans(self, place: Place, text: str) -> list[tuple[int, int]]:
        """Where the phrases of numbers stand that no figure has: numbers that touch are one where they read as one."""
        if any(place_of(excuse.source) == place for excuse in self.report.excuses):
            return []
        here = [f for f in self.report.figures if any(place_of(s) == place for s in f.sources)]
        names = [
            *(match.span() for match in owned_numerals(self.report, "zh").finditer(fold(text))),
            *name_spans(text, "zh"),
        ]
        spans: list[tuple[int, int]] = []
        for numeral in printed_numerals(text):
            if numeral.kind != "number" or _is_covered(numeral, here):
                continue
            if any(start <= numeral.start and numeral.end <= end for start, end in names):
                continue
            start, end = whole_phrase(text, numeral.start, numeral.end)
            if spans and start <= spans[-1][1]:
                first = spans[-1][0]
                if start < spans[-1][1] or measures_of(text[first:end], self.report.rules):
                    spans[-1] = (first, max(end, spans[-1][1]))
                    continue
            spans.append((start, end))
        return spans

    def _stub(
        self, place: Place, passage: Passage, start: int, end: int, context: Context, earlier: Sequence[FigureStub]
    ) -> FigureStub:
        text = passage.text
        stated, quote = text[start:end], clause_of(text, start, end)
        measures = measures_of(stated, self.report.rules)
        if not measures or text.count(quote) != 1 or quote.count(stated) != 1:
            reason = "currency" if not measures and _lacks_currency(stated, self.report.rules) else "unread"
            return FigureStub("", "", stated, quote, place, "", {}, is_unread=True, reason=reason)
        quantity = parse(stated, measures[0], self.report.rules)
        measure = measures[0]
        is_change = quantity.direction is not None
        if len(measures) > 1 and (likely := proposed(quantity.kind, change=is_change)) in measures:
            measure = likely
        has_base = any(not other.is_unread and not other.change_of for other in earlier)
        self.units += [amount.unit for amount in quantity.amounts if amount.unit]
        status, period = period_of(text, start, context, is_change=is_change, has_base=has_base)
        stub = FigureStub("", "", stated, quote, place, status, period, is_cell=passage.is_cell)
        stub.measure = measure if len(measures) > 1 else ""
        label = passage.label or _label(text[max(text.rfind(quote, 0, start + len(quote)), 0) : start])
        base = _changed(stub, earlier) if is_change and not label and "compared_with" in period else None
        if base is not None:
            stub.indicator, stub.change_of, stub.scope = base.indicator, base.id, base.scope
        else:
            known = [*self.figures, *earlier]
            indicator = self._indicator(label, quantity, measure, lambda id: self._is_stated(id, stub, known))
            stub.indicator = indicator.id
            if isinstance(indicator, Indicator):
                self._adapt(stub, indicator, self._nouns(quantity, measure))
        tag = f"{tag_of(period)}-change" if base else tag_of(period)
        stub.id = self._new_id(f"{stub.indicator}.{tag}")
        return stub

    def _is_stated(self, indicator: str, stub: FigureStub, drafted: Sequence[FigureStub]) -> bool:
        """Whether another value of an indicator is known for the same period: then what is counted differs."""
        others = [(f.indicator, f.stated, dict(f.period)) for f in drafted if not f.change_of]
        others += [
            (f.indicator, f.stated, {key: str(value) for key, value in f.period.model_dump(exclude_none=True).items()})
            for f in self.report.figures
            if f.change_of is None
        ]
        return any((id, period) == (indicator, stub.period) and said != stub.stated for id, said, period in others)

    def _indicator(
        self, label: str, quantity: Quantity, measure: Measure, is_stated: Callable[[str], bool]
    ) -> Indicator | IndicatorStub:
        """A known indicator whose label and unit fit and that has no other value yet, or a new one."""
        unit = "".join(amount.unit for amount in quantity.amounts)
        if measure in ("rank", "grade"):  # Of these the indicator's unit names the kind.
            unit = next((known.zh for known in self.report.units if known.kind == measure), unit)
        known = [i for i in self.report.indicators if self._fits(i, label, unit, quantity) and not is_stated(i.id)]
        if known:
            return max(known, key=lambda indicator: len(indicator.label.zh))
        for stub in self.indicators:
            if label and stub.label == label and stub.unit == unit and not is_stated(stub.id):
                return stub
        of = self.article.replace(".", "-")
        id = self._new_id(f"{of}-{len(self.indicators) + 1}")
        stub = IndicatorStub(id, self.theme, label, unit, self._nouns(quantity, measure))
        self.indicators.append(stub)
        return stub

    def _nouns(self, quantity: Quantity, measure: Measure) -> int:
        """How many nouns English needs."""
        says = all(says_what(amount, quantity, self.report.rules) for amount in quantity.amounts)
        return 0 if says or measure not in ("count", "compound") else len(quantity.amounts)

    def _adapt(self, stub: FigureStub, indicator: Indicator, nouns: int) -> None:
        """Scope and nouns of a figure whose indicator is known: those of its other figures where it has none."""
        if indicator.scope:
            stub.scope = {"zh": indicator.scope.zh, "en": indicator.scope.en}
        if nouns and indicator.noun is None:
            own = [f.noun.en for f in self.report.figures if f.indicator == indicator.id and f.noun]
            stub.nouns = next((noun for noun in own if len(noun) == nouns), (NOUN,) * nouns)

    def _fits(self, indicator: Indicator, label: str, unit: str, quantity: Quantity) -> bool:
        units = self.report.rules.units
        own, known = units.of(indicator.unit), units.of(unit)
        same = indicator.unit == unit or (own is not None and known is not None and own.zh == known.zh)
        same = same or (quantity.kind == "count" and not unit and own is not None and own.kind == "count")
        called = fold(indicator.label.zh)
        return same and bool(label) and called in fold(label) and len(called) * 4 >= len(label) * 3

    def _new_id(self, wanted: str) -> str:
        id, number = wanted, 2
        while id in self.taken:
            id, number = f"{wanted}-{number}", number + 1
        self.taken.add(id)
        return id


def _lacks_currency(stated: str, rules: Rules) -> bool:
    try:
        parse(stated, "money", rules)
    except QuantityError as error:
        return error.code == "currency-open"
    return False


def _is_covered(numeral: Numeral, figures: Sequence[Figure]) -> bool:
    """As `report coverage` counts it."""
    return any(numeral.text in figure.quote or figure.stated in numeral.text for figure in figures)


def _changed(stub: FigureStub, earlier: Sequence[FigureStub]) -> FigureStub | None:
    """The figure before in the sentence, of which this one states the change."""
    for other in reversed(earlier):
        if other.is_unread or other.change_of or "year" not in other.period:
            continue
        return other if other.period["year"] == stub.period["year"] and other.status == stub.status else None
    return None


def _label(before: str) -> str:
    """What the words in front of a number call it: without connectives, dates and verbs, and without other numbers."""
    last = max((numeral.end for numeral in find_zh(before)), default=0)
    words = before[last:] if last else before
    words = words.strip()
    first = pattern("before_label").match(fold(words))
    words = words[first.end() :] if first else words
    last_words = pattern("behind_label").search(fold(words))
    return (words[: last_words.start()] if last_words else words).strip()


def taken_ids(report: Report) -> Iterator[str]:
    """Ids that no new entry may have."""
    yield from (indicator.id for indicator in report.indicators)
    yield from (id for figure in report.figures for id in (figure.id, *figure.former_ids))
    yield from (result.id for result in report.all_results())
    yield from (commitment.id for commitment in report.all_commitments())
    yield from report.withdrawn
