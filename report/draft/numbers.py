"""The numbers of an article that no figure has yet, each as the stub of a figure.

Belongs here: which numbers, what can be read of each, and which indicator it belongs to. Does not belong here: when it
holds (`report.draft.periods`), what it is a part of (`report.draft.wholes`), its YAML (`report.draft.stubs`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from languages import ORIGINAL
from report.articles.derive import clause_of
from report.articles.passages import Passage
from report.articles.phrases import own_year
from report.articles.places import Place, place_in, place_of
from report.draft.ids import Ids
from report.draft.indicators import Indicators, period_of_figure, unit_of_stub
from report.draft.labels import label_of
from report.draft.lists import Listed, listed
from report.draft.patterns import pattern
from report.draft.periods import Context, Timing, period_of, tag_of
from report.draft.stubs import FigureStub
from report.draft.themes import Themes
from report.draft.wholes import Wholes
from report.inheritance import measures_of
from report.model import Figure, Report
from report.numerals import Numeral
from report.numerals.base import Span
from report.numerals.fold import fold
from report.numerals.neighbours import NOTHING, whole_phrase
from report.numerals.stock_names import name_spans, printed_numerals
from report.quantity import Measure, QuantityError, Rules, parse
from report.quantity.fit import proposed
from report.typed_numerals import owned_numerals


@dataclass
class _Sentence:
    """A sentence, and what is known of its numbers so far."""

    place: Place
    text: str
    context: Context
    spans: Sequence[Span]
    label: str = ""
    listed: Mapping[int, Listed] = field(default_factory=dict)
    stubs: dict[int, FigureStub] = field(default_factory=dict)

    @property
    def earlier(self) -> list[FigureStub]:
        """The numbers before, those that cannot be read included."""
        return list(self.stubs.values())

    def words(self) -> str:
        """The sentence with references for its numbers; empty where it has none, or one that cannot be read."""
        text = self.text
        if not self.stubs or any(stub.is_unread for stub in self.stubs.values()):
            return ""
        for index, (start, end) in sorted(enumerate(self.spans), reverse=True):
            if index in self.stubs:
                text = f"{text[:start]}{{{self.stubs[index].id}}}{text[end:]}"
        return f"{text[:-1]}。" if text[-1] in "；;" else text

    def names_years(self, index: int) -> bool:
        """Whether a number is the 近三年 whose numbers are listed, and none itself."""
        is_listed = any(found.reason == "recent-years" for found in self.listed.values())
        return is_listed and bool(pattern("recent_years").match(fold(self.text), self.spans[index][0]))


@dataclass
class Numbers:
    """Goes through an article and collects what is to be added.

    Attributes:
        figures: The figures, in the order of the article.
        indicators: Their indicators.
        words: The last sentence with references for its numbers.
        repeated: Numbers that figures of the report have already, at further places.
    """

    report: Report
    article: str
    themes: Themes
    ids: Ids
    indicators: Indicators
    figures: list[FigureStub] = field(default_factory=list)
    repeated: list[FigureStub] = field(default_factory=list)
    wholes: Wholes = field(default_factory=Wholes)
    words: str = ""

    def add(self, passage: Passage, context: Context) -> list[FigureStub]:
        """Add the open numbers of one sentence; its figures, those that cannot be read included."""
        place = place_in(self.article, passage)
        spans, is_open = self._phrases(place, passage.text)
        if passage.is_cell and any(is_open):  # Numbers of the label and the note are no values.
            start = passage.text.index(f" {passage.value}", passage.text.index(passage.label) + len(passage.label)) + 1
            spans, is_open = [(start, start + len(passage.value))], [True]
        sentence = _Sentence(place, passage.text, context, spans, passage.label)
        sentence.listed = listed(passage.text, spans, context.year or context.default)
        self.wholes.enter(passage)
        for index, open_ in enumerate(is_open):
            if not open_ or sentence.names_years(index):
                continue
            stub = sentence.stubs[index] = self._stub(sentence, index)
            if not stub.is_known and all(stub is not known for known in self.figures):
                self.figures.append(stub)
        self.words = sentence.words()
        return sentence.earlier

    def _phrases(self, place: Place, text: str) -> tuple[list[Span], list[bool]]:
        """Where the phrases of numbers stand, and which of them no figure has.

        Numbers that touch are one where they read as one.
        """
        if any(place_of(excuse.source) == place for excuse in self.report.excuses):
            return [], []
        here = [f for f in self.report.figures if any(place_of(s) == place for s in f.sources)]
        names = [
            *(match.span() for match in owned_numerals(self.report, ORIGINAL).finditer(fold(text))),
            *name_spans(text, ORIGINAL),
        ]
        spans: list[Span] = []
        is_open: list[bool] = []
        for numeral in printed_numerals(text):
            if numeral.kind != "number":
                continue
            if any(start <= numeral.start and numeral.end <= end for start, end in names):
                continue
            of_year = {"source": ""} if own_year(text[: numeral.start]) else NOTHING
            start, end = whole_phrase(text, numeral.start, numeral.end, of_year)
            open_ = not _is_covered(numeral, here)
            if spans and start <= spans[-1][1]:
                first = spans[-1][0]
                if start < spans[-1][1] or measures_of(text[first:end], self.report.rules):
                    spans[-1], is_open[-1] = (first, max(end, spans[-1][1])), is_open[-1] or open_
                    continue
            spans.append((start, end))
            is_open.append(open_)
        return spans, is_open

    def _stub(self, sentence: _Sentence, index: int) -> FigureStub:
        start, end = sentence.spans[index]
        text = sentence.text
        stated, quote = text[start:end], clause_of(text, start, end)
        measures = measures_of(stated, self.report.rules)
        stub = FigureStub("", "", stated, quote, sentence.place, "", {}, is_unread=True, is_cell=bool(sentence.label))
        if not measures or text.count(quote) != 1 or quote.count(stated) != 1:
            stub.reason = "currency" if not measures and _lacks_currency(stated, self.report.rules) else "unread"
            return stub
        quantity = parse(stated, measures[0], self.report.rules)
        measure = measures[0]
        is_change = quantity.direction is not None
        if len(measures) > 1 and (likely := proposed(quantity.kind, change=is_change)) in measures:
            measure = likely
        timing = self._timing(sentence, index, is_change=is_change)
        if timing.outside:
            stub.reason = "years-outside"
            return stub
        stub.is_unread, stub.status, stub.period, stub.quantity = False, timing.status, timing.period, quantity
        stub.measure, stub.reason = measure if len(measures) > 1 else "", timing.reason
        return self._placed(sentence, index, stub, measure)

    def _timing(self, sentence: _Sentence, index: int, *, is_change: bool) -> Timing:
        has_base = any(not other.is_unread and not other.change_of for other in sentence.earlier)
        start, list_ = sentence.spans[index][0], sentence.listed.get(index)
        return period_of(sentence.text, start, sentence.context, list_, is_change=is_change, has_base=has_base)

    def _placed(self, sentence: _Sentence, index: int, stub: FigureStub, measure: Measure) -> FigureStub:
        """The stub with its indicator and id; where it repeats a number, that number with one place more."""
        quantity = stub.quantity
        assert quantity is not None
        stub.label = self._label(sentence, index, stub)
        is_change = quantity.direction is not None and "compared_with" in stub.period
        if base := _changed(stub, sentence.earlier) if is_change and not stub.label else None:
            stub.indicator, stub.change_of, stub.scope = base.indicator, base.id, base.scope
        elif followed := self._followed(sentence, index, stub):
            stub.indicator, stub.label = followed.indicator, followed.label
            stub.scope, stub.nouns = followed.scope, followed.nouns
        else:
            theme = self.themes.of(sentence.place[1], stub.label, sentence.text)
            self.indicators.give(stub, measure, theme)
        self.indicators.note(stub)
        if twin := self._twin(stub):
            return twin
        if not base:
            self.wholes.place(sentence.text, sentence.spans[index][0], stub, self.report.rules)
        tag = f"{tag_of(stub.period)}-change" if base else tag_of(stub.period)
        stub.id = self.ids.new(f"{stub.indicator}.{tag}")
        return stub

    def _label(self, sentence: _Sentence, index: int, stub: FigureStub) -> str:
        """What the words in front of a number call it, or its list does."""
        text, start = sentence.text, sentence.spans[index][0]
        if sentence.label:
            return sentence.label
        if list_ := sentence.listed.get(index):
            return list_.label or sentence.listed[list_.first].label
        at = text.rfind(stub.quote, 0, start + len(stub.quote))
        label = label_of(text[max(at, 0) : start])
        if (annual := pattern("annual").search(stub.stated)) and not label and sentence.earlier:
            return f"{sentence.earlier[-1].label}（{annual[0]}）"
        share = pattern("share_of").search(fold(text[:start]))
        if share and not label and sentence.earlier:
            return f"{sentence.earlier[-1].label}（{share[0]}）"
        part = self.wholes.rate_of(text, start, stub)  # 病床使用率79.4%，其中公立医院86.0%
        return f"{part.label}（{label}）" if part and part.label and label else label

    def _followed(self, sentence: _Sentence, index: int, stub: FigureStub) -> FigureStub | None:
        """The number before of which this is another year: of its list, or the last one of its unit."""
        list_ = sentence.listed.get(index)
        if list_ and list_.first in sentence.stubs and list_.first != index:
            first = sentence.stubs[list_.first]
            return None if first.is_unread else first
        is_dated = list_.year if list_ else own_year(sentence.text[: sentence.spans[index][0]])
        if stub.label or not is_dated:
            return None
        here = (stub.place[1], stub.place[2])
        for other in reversed([*self.figures, *sentence.earlier]):
            if (other.place[1], other.place[2]) != here:
                return None
            if not (other.is_unread or other.change_of) and unit_of_stub(other) == unit_of_stub(stub):
                return other if other.period != stub.period else None
        return None

    def _twin(self, stub: FigureStub) -> FigureStub | None:
        """The figure that has this number already, with this place; drafted before, or of the report."""
        same = (stub.indicator, stub.stated, stub.period, stub.change_of)
        for other in self.figures:
            if other.is_cell == stub.is_cell and (other.indicator, other.stated, other.period, other.change_of) == same:
                other.further += [stub.place] if stub.place not in (other.place, *other.further) else []
                return other
        for figure in self.report.figures:
            if (figure.indicator, figure.stated, period_of_figure(figure), figure.change_of or "") == same:
                stub.id, stub.is_known = figure.id, True
                self.repeated.append(stub)
                return stub
        return None


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
        year = other.period.get("year", other.period.get("end_of"))
        if other.is_unread or other.change_of or year != stub.period["year"]:
            continue
        if not pattern("relative").search(other.label):
            return other if other.status == stub.status else None
    return None
