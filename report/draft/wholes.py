"""What a number is a part of: 全国医院38355个，其中公立医院11772个; 卫生总费用90575.8亿元，其中政府支出占26.7%.

Belongs here: which whole the words name. Does not belong here: whether the parts may be added up in the report
(`report.validate.relations`).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from report.articles.passages import Passage
from report.draft.labels import is_same, label_of
from report.draft.patterns import pattern
from report.draft.stubs import FigureStub
from report.numerals.fold import fold
from report.quantity import Rules


@dataclass
class Wholes:
    """Goes through a paragraph.

    Attributes:
        whole: What the words behind 其中 are parts of, up to the end of the sentence with 。
        parts: Its parts so far.
        last: The last number that may have parts.
        before: The last number of any kind that is no change.
        seen: All numbers that may have parts.
    """

    whole: FigureStub | None = None
    parts: list[FigureStub] = field(default_factory=list)
    last: FigureStub | None = None
    before: FigureStub | None = None
    seen: list[FigureStub] = field(default_factory=list)
    _opened: int = -1
    _paragraph: tuple[str, int] = ("", 0)
    _ended: bool = True

    def enter(self, passage: Passage) -> None:
        """Go to a sentence; those that end with ； go on."""
        if (passage.section, passage.paragraph) != self._paragraph:
            self.last = self.before = None
            self._paragraph, self._ended = (passage.section, passage.paragraph), True
        if self._ended:
            self.whole = None
        self._opened, self._ended = -1, passage.text[-1:] not in "；;"

    def place(self, text: str, start: int, stub: FigureStub, rules: Rules) -> None:
        """Say in a number what it is a part of, and take note of it.

        Args:
            text: The sentence.
            start: Where the phrase of the number begins.
            stub: The number.
            rules: How units are read.
        """
        if stub.quantity is None or stub.quantity.direction is not None:
            return
        before = fold(text)[:start]
        if (opened := max((match.start() for match in pattern("of_them").finditer(before)), default=-1)) > self._opened:
            self.whole, self.parts, self._opened = self.last, [], opened
        is_share, whole = bool(pattern("share_of").search(before)), self.whole
        if whole is None and is_share and self.last and self.last.place == stub.place:
            whole = self.whole = self.last
            self.parts = []
        if named := pattern("share_in").search(before):
            is_share, whole = True, self._called(label_of(named[1]), stub)
        elif whole is not None:
            whole = self._of_period(whole, stub)
        if whole is not None and self._is_part(stub, whole, rules, is_share=is_share):
            stub.part_of = whole.id
            self.parts.append(stub)
        elif not named:
            self.whole = None
        self.before = stub
        if _has_parts(stub):
            self.last = stub
            self.seen.append(stub)

    def _called(self, label: str, stub: FigureStub) -> FigureStub | None:
        """The number so called of the same period."""
        found = (other for other in self.seen if is_same(other.label, label) and other.period == stub.period)
        return next(found, None)

    def _of_period(self, whole: FigureStub, stub: FigureStub) -> FigureStub:
        """The whole of the year of its part, where both go through years."""
        like = (other for other in self.seen if other.indicator == whole.indicator and other.period == stub.period)
        return whole if whole.period == stub.period else next(like, whole)

    def rate_of(self, text: str, start: int, stub: FigureStub) -> FigureStub | None:
        """The number of a whole whose like is said of a part: 医院病床使用率79.4%，其中公立医院86.0%."""
        whole = self.before
        if whole is None or whole.quantity is None or stub.quantity is None or _has_parts(whole):
            return None
        opened = max((match.start() for match in pattern("of_them").finditer(fold(text)[:start])), default=-1)
        is_new = opened > self._opened and not pattern("share_of").search(fold(text)[:start])
        units = [[amount.unit for amount in each.amounts] for each in (whole.quantity, stub.quantity)]
        return whole if is_new and units[0] == units[1] and stub.quantity.direction is None else None

    def _is_part(self, stub: FigureStub, whole: FigureStub, rules: Rules, *, is_share: bool) -> bool:
        part, all_ = stub.quantity, whole.quantity
        if part is None or all_ is None or part.value is None or all_.value is None or part.direction is not None:
            return False
        if (stub.period, stub.status) != (whole.period, whole.status) or stub is whole:
            return False
        limit = all_.value
        if is_share and part.kind == "percent" and part.amounts[0].unit == "%":
            limit = Decimal("100.5")
        elif part.kind != all_.kind or not _has_parts(stub) or _unit_of(stub, rules) != _unit_of(whole, rules):
            return False
        same = [other for other in self.parts if other.part_of == whole.id]
        like = [other.quantity for other in same if other.quantity and other.quantity.kind == part.kind]
        return sum((each.value for each in like if each.value is not None), part.value) <= limit


def _has_parts(stub: FigureStub) -> bool:
    """Whether a number is an amount that is added up: no rate, average or change."""
    quantity = stub.quantity
    if quantity is None or quantity.kind not in ("count", "money") or quantity.value is None or quantity.direction:
        return False
    return quantity.amounts[0].per is None and not pattern("no_whole").search(fold(stub.label))


def _unit_of(stub: FigureStub, rules: Rules) -> str:
    unit = stub.quantity.amounts[0].unit if stub.quantity else ""
    known = rules.units.of(unit)
    return known.zh if known else unit
