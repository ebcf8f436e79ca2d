"""What keeps a kind of chart from drawing a figure, or several of them together, by what it declares (`charts.kind`).

Belongs here: these rules, for every kind. Does not belong here: the entries in which they are broken
(`report.validate.charts`), what one kind alone refuses (its `check`).

Example:
    >>> from charts.kinds import DATA_KINDS
    >>> refused(DATA_KINDS["waffle"], ChartFigure(id="a", measure="rank", status="reported", scope=("", "")))
    ('measure', {'id': 'a', 'measure': 'rank'})
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import permutations
from operator import attrgetter
from typing import Any

from charts.kind import ChartKind
from charts.kinds import DATA_KINDS
from charts.marks import ChartFigure
from report.series import OPEN_ENDED
from report.words import messages

Reason = tuple[str, dict[str, str]]
"""The key of its message among `_charts` of `messages.yml`, and the values of its placeholders."""

_DRAWABLE = frozenset({"count", "age", "money", "percent", "rate", "rank", "duration", "points"})  # One number each.
_WHOLE = 100


def refused(kind: ChartKind[Any], figure: ChartFigure) -> Reason | None:
    """Why a kind cannot draw a figure; none if it can."""
    return next(_reasons(kind, figure), None)


def _reasons(kind: ChartKind[Any], figure: ChartFigure) -> Iterator[Reason]:
    named = {"id": figure.id, "stated": figure.stated}
    if figure.measure not in kind.measures:
        yield "measure", {"id": figure.id, "measure": figure.measure}
    if figure.is_change and kind.changes == "none":
        yield "change", named
    if not figure.is_change and kind.changes == "only":
        yield "amount", named
    if kind.percent and figure.rate:
        yield "percent", {**named, "unit": figure.unit}
    if figure.rate and not kind.rates:
        yield "rate", {**named, "unit": figure.unit}
    if figure.chained and not (kind.writes_values or kind.separates or figure.is_change):
        yield "chained", named
    if not kind.writes_values and figure.measure != "grade":  # Whoever draws grades writes them.
        yield from _not_one_value(kind, figure, named)
    if figure.status not in kind.statuses:
        key = "no-target" if kind.statuses == {"target"} else "target" if figure.status == "target" else "status"
        yield key, {"id": figure.id, "status": figure.status}
    if kind.periods and figure.period not in kind.periods:
        yield "period-form", {"id": figure.id, "period": figure.period, "periods": ", ".join(sorted(kind.periods))}


def _not_one_value(kind: ChartKind[Any], figure: ChartFigure, named: dict[str, str]) -> Iterator[Reason]:
    """A mark has one end: a range has two, and a bound is drawn only by kinds that have a sign for it."""
    if figure.form not in _DRAWABLE:
        yield "range" if figure.form == "range" else "words", named
    if figure.qualifier != "exact" and not (kind.open_ended and figure.qualifier in OPEN_ENDED):
        yield "qualifier", {**named, "qualifier": figure.qualifier}
    if figure.value is not None and figure.value < 0 and not figure.is_change:
        yield "below-zero", named
    if kind.percent and figure.value is not None and figure.value > _WHOLE:
        yield "above-whole", named


def kinds_for(panels: Sequence[Sequence[ChartFigure]]) -> list[str]:
    """The kinds that draw these figures together and need no more than them, or words that say how they differ."""
    every = [figure for panel in panels for figure in panel]
    return [
        name
        for name, kind in DATA_KINDS.items()
        if every
        and not {*kind.required_keys, "whole"} & kind.keys - {"caution"}
        and not kind.max_marks
        and all(refused(kind, figure) is None for figure in every)
        and not [*apart(kind, panels)]
        and not [*kind.check(panels)]
    ]


def is_plain_count(figure: ChartFigure) -> bool:
    """Whether a figure says exactly how many there are."""
    exact = figure.qualifier == "exact" and not (figure.is_change or figure.rate)
    return figure.measure == "count" and figure.form in _DRAWABLE and exact


def apart(kind: ChartKind[Any], panels: Sequence[Sequence[ChartFigure]]) -> Iterator[tuple[int | None, Reason]]:
    """What the figures of a chart may not differ in.

    Yields:
        The number of the panel, or none for the whole chart, and the reason.
    """
    every = [figure for panel in panels for figure in panel]
    groups: list[tuple[int | None, Sequence[ChartFigure]]] = []
    if kind.axis == "chart":
        groups = [(None, every)]
    elif kind.axis == "panel":
        groups = list(enumerate(panels))
    for number, figures in groups:
        unit = _loose_unit if kind.separates else attrgetter("unit") if kind.percent else _unit_and_base
        for key, of in (("mixed", attrgetter("measure")), ("units", unit)):
            if reason := differing(key, figures, of):
                yield number, reason
                break
    if not (kind.writes_values or kind.separates) and (reason := differing("lengths", every, _length)):
        yield None, reason
    if not (kind.writes_values or kind.separates or kind.axis == "mark") and (reason := _unlike_sides(every)):
        yield None, reason
    for number, ids in enumerate([figure.id for figure in panel] for panel in panels):
        if again := next((id for at, id in enumerate(ids) if id in ids[:at]), None):
            yield number, ("again", {"id": again})


def _unit_and_base(figure: ChartFigure) -> str:
    """Shares of unlike bases share no axis, unless each has a track that is all of its own."""
    return f"{figure.base}{figure.unit}"


def _loose_unit(figure: ChartFigure) -> str:
    """Where the reason is drawn between them, 次 may stand under 人次, but not 美元 under 元 on one scale."""
    return "" if figure.measure == "count" and not figure.rate else figure.unit


def _length(figure: ChartFigure) -> str:
    """A point in time stands beside any year, but not beside a sum of several or of part of one."""
    return figure.length or messages()["_lengths"]["year"]


def _unlike_sides(figures: Sequence[ChartFigure]) -> Reason | None:
    """The first two figures of which one is, say, what came within a year and the other what there was at its end."""
    for first, other in permutations(figures, 2):
        of_other = {group: (side, words) for group, side, words in other.sides}
        for group, side, words in first.sides:
            other_side, other_words = of_other.get(group, ("", "not said to be that"))
            one_of_it = group == "added" and first.indicator == other.indicator
            if side != other_side and (other_side or one_of_it):
                return "sides", {"id": first.id, "side": words, "other": other.id, "other_side": other_words}
    return None


def differing(key: str, figures: Iterable[ChartFigure], of: Callable[[ChartFigure], str]) -> Reason | None:
    """The reason with the first two figures that differ; none if all agree."""
    first: ChartFigure | None = None
    for figure in figures:
        first = first or figure
        if of(figure) != of(first):
            values = {"id": first.id, "value": of(first), "other": figure.id, "other_value": of(figure)}
            return key, values
    return None
