"""The indicator to which a number belongs: one of the report, one that is drafted already, or a new one.

Does not belong here: what the number is called (`report.draft.labels`), or its figure (`report.draft.numbers`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from languages import ORIGINAL
from languages.variants import in_script
from report.draft.ids import Ids
from report.draft.labels import is_same
from report.draft.stubs import NOUN, FigureStub, IndicatorStub
from report.model import Figure, Indicator, Report
from report.numerals.fold import fold
from report.quantity import Measure, Quantity
from report.quantity.en import says_what
from report.todo_marks import MARK

_MARKED = re.compile(rf"^{MARK}[：:]\s*")  # Of what an earlier draft left to be checked.

_Key = tuple[str, tuple[tuple[str, str], ...]]


@dataclass
class Indicators:
    """The indicators of the report, and those that are drafted.

    Attributes:
        drafted: The new ones, in the order of the article.
    """

    report: Report
    ids: Ids
    drafted: list[IndicatorStub] = field(default_factory=list)
    _values: dict[_Key, set[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Take note of the values that the report has."""
        for figure in self.report.figures:
            if figure.change_of is None:
                self._values.setdefault(_key(figure.indicator, period_of_figure(figure)), set()).add(figure.stated)

    def give(self, stub: FigureStub, measure: Measure, theme: str) -> None:
        """Give a number its indicator, with what follows from it.

        Args:
            stub: The number, with its label.
            measure: What kind of number it is.
            theme: The theme for a new indicator.
        """
        quantity = stub.quantity
        assert quantity is not None
        indicator = self._find(stub, quantity, measure, theme)
        stub.indicator = indicator.id
        if isinstance(indicator, Indicator):
            self._adapt(stub, indicator, self._nouns(quantity, measure))

    def _find(self, stub: FigureStub, quantity: Quantity, measure: Measure, theme: str) -> Indicator | IndicatorStub:
        """A known indicator whose label and unit fit and that has no other value yet, or a new one."""
        label, unit = stub.label, unit_of_stub(stub)
        if measure in ("rank", "grade"):  # Of these the indicator's unit names the kind.
            unit = next((known.zh for known in self.report.units if known.kind == measure), unit)
        fitting = [i for i in self.report.indicators if self._fits(i, label, unit, quantity)]
        known = [indicator for indicator in fitting if not self._is_stated(indicator.id, stub)]
        if known:
            return max(known, key=lambda indicator: len(indicator.label.zh))
        for drafted in self.drafted:
            same = is_same(drafted.label, label) and drafted.unit == unit
            if same and not self._is_stated(drafted.id, stub):
                return drafted
        id = self.ids.new(self.ids.name(self.report, label, stub.place))
        own = in_script(label, self.report.languages[ORIGINAL].script)
        self.drafted.append(IndicatorStub(id, theme, own, unit, self._nouns(quantity, measure)))
        return self.drafted[-1]

    def note(self, stub: FigureStub) -> None:
        """Take note of a value of an indicator."""
        if not stub.change_of:
            self._values.setdefault(_key(stub.indicator, stub.period), set()).add(stub.stated)

    def _is_stated(self, indicator: str, stub: FigureStub) -> bool:
        """Whether another value of an indicator is known for the same period: then what is counted differs."""
        return bool(self._values.get(_key(indicator, stub.period), set()) - {stub.stated})

    def _nouns(self, quantity: Quantity, measure: Measure) -> int:
        """How many nouns English needs."""
        if quantity.open_base:
            return 1
        says = all(says_what(amount, quantity, self.report.rules) for amount in quantity.amounts)
        return 0 if says or measure not in ("count", "compound") else len(quantity.amounts)

    def _adapt(self, stub: FigureStub, indicator: Indicator, nouns: int) -> None:
        """Scope and nouns of a figure whose indicator is known: those of its other figures where it has none."""
        if indicator.scope:
            stub.scope = indicator.scope.model_dump()
        if nouns and indicator.noun is None:
            own = [f.noun.en for f in self.report.figures if f.indicator == indicator.id and f.noun]
            stub.nouns = next((noun for noun in own if len(noun) == nouns), (NOUN,) * nouns)

    def _fits(self, indicator: Indicator, label: str, unit: str, quantity: Quantity) -> bool:
        units = self.report.rules.units
        own, known = units.of(indicator.unit), units.of(unit)
        same = indicator.unit == unit or (own is not None and known is not None and own.zh == known.zh)
        same = same or (quantity.kind == "count" and not unit and own is not None and own.kind == "count")
        called = fold(_MARKED.sub("", indicator.label.zh))
        near = called in fold(label) and len(called) * 4 >= len(label) * 3
        return same and bool(label) and (near or is_same(called, label))


def _key(indicator: str, period: Mapping[str, str]) -> _Key:
    return indicator, tuple(sorted(period.items()))


def unit_of_stub(stub: FigureStub) -> str:
    """The unit of a number as printed; empty where there is none."""
    return "".join(amount.unit for amount in stub.quantity.amounts) if stub.quantity else ""


def period_of_figure(figure: Figure) -> dict[str, str]:
    """The period of a figure as a stub has it."""
    return {key: str(value) for key, value in figure.period.model_dump(exclude_none=True).items()}
