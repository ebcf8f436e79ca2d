"""Converts a chart of `data/charts.yml` to marks with formatted values, from which its kind builds its spec.

Belongs here: values and words of figures and of counted entries, the same for every kind. Does not belong here:
specs (`charts.kinds`), or whether the figures may be in one chart (`report.validate.charts`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any

from charts.kinds import DATA_KINDS
from charts.marks import NO_VALUE, ChartContent, Mark, MarkPanel, ValueForm
from charts.specs.base import Spec
from macros.view import View
from report.derived import commitments_by_theme, write_value
from report.model import Chart, ChartPanel, ChartRow, Figure, Report
from report.parts import parts_of_whole
from report.series import OPEN_ENDED, rows_of_panel, stated_of

_PLAIN = frozenset({"reported", "secured"})  # Statuses that go without saying.


def spec_of(view: View, chart: Chart) -> Spec:
    """The spec of a chart, in the language of the page."""
    build = DATA_KINDS[chart.kind].build
    assert build is not None  # `DATA_KINDS` holds no others.
    spec: Spec = build(content_of(view, chart))
    return spec


def content_of(view: View, chart: Chart) -> ChartContent:
    """A chart's marks and words, in the language of the page."""
    figures = view.report.figure

    def write(mark: Mark, value: Decimal, form: ValueForm) -> str:
        figure = figures[mark.figure.id if mark.figure else ""]
        noun = figure.noun.en if figure.noun else None
        return write_value(view.report.quantity[figure.id], value, noun, view.form, form)

    return ChartContent(
        language=view.form,
        panels=_told_apart(view, chart.kind, tuple(_panel(view, panel) for panel in chart.panels)),
        word=view.word,
        write=write,
        subject=view.plain(view.report.edition.subject_short),
        field=_mark(view, figures[chart.field]) if chart.field else None,
        caution=view.plain(chart.caution) if chart.caution else "",
    )


def _panel(view: View, panel: ChartPanel) -> MarkPanel:
    marks = tuple(_mark(view, view.report.figure[row.figure], row) for row in rows_of_panel(view.report, panel))
    counted = _counted(view, panel.plan) if panel.plan else ()
    return MarkPanel(
        title=view.plain(panel.title),
        marks=marks + counted,
        counted=panel.plan is not None,
        breaks=tuple((each.year, view.plain(each.why)) for each in panel.breaks or ()),
        **_whole(view, panel),
    )


def _whole(view: View, panel: ChartPanel) -> dict[str, Any]:
    """What the marks of a panel are the parts of, if it is one thing."""
    figures = [view.report.figure[row.figure] for row in panel.rows]
    wholes = {figure.part_of for figure in figures}
    id = wholes.pop() if len(wholes) == 1 else None
    if panel.whole is None and id is None:
        return {}
    return {
        "whole": _mark(view, view.report.figure[id]) if id and panel.whole is None else None,
        "whole_words": view.plain(panel.whole) if panel.whole else "",
        "complete": parts_of_whole(view.report, figures, view.report.figure.get(id or "")) == "equal",
    }


def _told_apart(view: View, kind: str, panels: tuple[MarkPanel, ...]) -> tuple[MarkPanel, ...]:
    """Panels whose labels say in what their marks differ: title, period or scope, and status beside results."""
    titled = DATA_KINDS[kind].titled or len(panels) == 1
    groups = [panel.marks for panel in panels] if titled else [tuple(m for panel in panels for m in panel.marks)]
    alike = [Counter(mark.label for mark in marks) for marks in groups]
    results = any(mark.figure and mark.figure.status in _PLAIN for panel in panels for mark in panel.marks)

    def added(mark: Mark, title: str, group: int) -> Iterator[str]:
        if not titled:
            yield title
        if alike[group][mark.label] > 1 and not DATA_KINDS[kind].writes_values:  # It writes them itself.
            same = [other for other in groups[group] if other.label == mark.label]
            yield from ([mark.period] if len({other.period for other in same}) > 1 else ())
            yield from ([mark.scope] if len({other.scope for other in same}) > 1 else ())
        status = mark.figure.status if mark.figure else "reported"
        if DATA_KINDS[kind].names_status and results and status not in _PLAIN:
            yield mark.status

    def labelled(mark: Mark, title: str, group: int) -> Mark:
        what = view.word("list.comma").join(added(mark, title, group))
        return replace(mark, label=view.word("chart.qualified", label=mark.label, what=what)) if what else mark

    return tuple(
        replace(panel, marks=tuple(labelled(mark, panel.title, number if titled else 0) for mark in panel.marks))
        for number, panel in enumerate(panels)
    )


def _mark(view: View, figure: Figure, row: ChartRow | None = None) -> Mark:
    facts = view.facts(figure.id)
    change = view.report.figure[row.change] if row and row.change else None
    return Mark(
        figure=stated_of(view.report, figure, change),
        name=facts.label.plain,
        label=view.plain(row.label) if row and row.label else facts.label.plain,
        value=NO_VALUE if facts.quantity.value is None else facts.quantity.value,
        text=facts.value,
        number=facts.forms["number"],
        unit=facts.amounts[0].written_unit,
        period=facts.period.full,
        scope=facts.scope.plain,
        status=facts.status_word,
        source=facts.place.full,
        baseline=_is_baseline(view.report, facts.period.years),
        open_ended=facts.quantity.qualifier in OPEN_ENDED,
        change=_mark(view, change) if change else None,
        result=view.plain(row.result) if row and row.result else "",
    )


def _is_baseline(report: Report, years: tuple[int, ...]) -> bool:
    """Whether a figure is of the first year, where a later one has results, or of a year before."""
    first = min((year.year for year in report.edition.years), default=0)
    last = first if any(results.year > first for results in report.results) else first - 1
    return max(years, default=first + 1) <= last


def _counted(view: View, year: int) -> tuple[Mark, ...]:
    """Counts of a plan's commitments by theme."""
    plan = view.report.plan_of(year)
    counts = commitments_by_theme(view.report, year)
    titles = {theme: view.plain(view.report.theme_title(theme)) for theme in counts}
    return tuple(
        Mark(
            figure=None,
            name=titles[theme],
            label=titles[theme],
            value=Decimal(count),
            text=f"{count}",
            number=f"{count}",
            unit="",
            period=view.word("period.year", year=year),
            scope=view.plain(plan.title) if plan else "",
            status=view.word("chart.counted-status"),
        )
        for theme, count in counts.items()
    )
