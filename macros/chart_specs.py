"""From a chart of `data/charts.yml` to what `charts` draws: numbers, and strings ready to show.

Belongs here: which values and words of a figure become which part of a drawing. Does not belong here:
drawing (`charts`), values worked out (`report.derived`), or whether the figures may stand in one chart
(`report.validate.charts`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from charts.specs.amounts import (
    BarsSpec,
    ChangeSpec,
    SeriesSpec,
    SeriesYear,
    Span,
    SpansSpec,
    Squares,
    SquaresSpec,
    Stage,
    StagesSpec,
    TargetSpec,
)
from charts.specs.base import ApartSpec, Bar, Meaning, Panel, RankSpec, Share, SharesSpec, Spec
from macros.view import View
from report.derived import (
    commitments_by_theme,
    earlier,
    first_year,
    powers_of_ten,
    worth_of_square,
    write_amount,
    write_derived,
)
from report.model import Chart, ChartPanel, ChartRow, Figure
from report.periods import write_inferred, write_period, years_of
from report.quantity import Qualifier
from report.series import rows_of

_OPEN_ENDED = {Qualifier.MORE_THAN, Qualifier.AT_LEAST}
_IN_HAND = {"reported", "secured"}
_PLANNED = {"assigned", "applied-for", "context"}


def spec_of(view: View, chart: Chart) -> Spec:
    """What to draw for a chart, in the language of the page."""
    return _KINDS[chart.kind](view, chart)


def open_ended(view: View, chart: Chart) -> bool:
    """Whether a mark of the chart stands for more than it shows."""
    return any(_is_open(view, view.report.figure[row.figure]) for row in rows_of(view.report, chart))


def before_of(view: View, row: ChartRow) -> tuple[Decimal, str]:
    """The value a year before a change, worked out: as a number and in words."""
    quantity = earlier(view.report.quantity[row.figure], view.report.quantity[row.change or ""])
    return quantity.amounts[0].value, write_derived(quantity, view.language)


def _rank(view: View, chart: Chart) -> Spec:
    row = chart.panels[0].rows[0]
    place, field = _number(view, view.report.figure[row.figure]), _number(view, view.report.figure[chart.field or ""])
    subject = view.plain(view.report.edition.subject_short)
    return RankSpec(
        language=view.language,
        place=int(place),
        field=int(field),
        marker=view.word("chart.rank-here", subject=subject, rank=view.value(row.figure)),
        first=view.word("chart.rank-first"),
        last=view.word("chart.rank-last", field=f"{int(field)}"),
        block=view.word("chart.rank-tens"),
    )


def _shares(view: View, chart: Chart) -> Spec:
    rows = tuple(_share(view, row) for row in rows_of(view.report, chart))
    return SharesSpec(language=view.language, rows=rows, scale=_scale(view))


def _scale(view: View) -> tuple[str, str, str]:
    return view.word("chart.share-none"), view.word("chart.share-half"), view.word("chart.share-all")


def _share(view: View, row: ChartRow) -> Share:
    figure = view.report.figure[row.figure]
    base = view.plain(figure.scope)
    return Share(
        what=view.plain(row.label or figure.label),
        of=base[:1].upper() + base[1:],  # It opens the label.
        value=_number(view, figure),
        text=view.value(figure),
        meaning=_meaning(view, figure),
        open_ended=_is_open(view, figure),
    )


def _apart(view: View, chart: Chart) -> Spec:
    panels = tuple(
        Panel(title=view.plain(panel.title), bars=tuple(_bar(view, row, _meaning) for row in panel.rows))
        for panel in chart.panels
    )
    caution = view.plain(chart.caution) if chart.caution else ""
    return ApartSpec(language=view.language, panels=panels, caution=caution)


def _bars(view: View, chart: Chart) -> Spec:
    panels = tuple(
        Panel(
            # A single panel's title would say again what the subtitle says.
            title=view.plain(panel.title) if len(chart.panels) > 1 else "",
            bars=_planned(view, panel) if panel.plan else tuple(_bar(view, row, _stage) for row in panel.rows),
        )
        for panel in chart.panels
    )
    return BarsSpec(language=view.language, panels=panels, none=view.word("chart.none"))


def _planned(view: View, panel: ChartPanel) -> tuple[Bar, ...]:
    """A bar for each theme of a plan."""
    counts = commitments_by_theme(view.report, panel.plan or 0)
    titles = {theme: view.plain(view.report.theme_title(theme)) for theme in counts}
    return tuple(Bar(titles[theme], Decimal(count), f"{count}", "planned") for theme, count in counts.items())


def _bar(view: View, row: ChartRow, meaning: Callable[[View, Figure], Meaning]) -> Bar:
    figure = view.report.figure[row.figure]
    return Bar(
        label=view.plain(row.label or figure.label),
        value=_number(view, figure),
        text=view.value(figure, "number"),
        meaning=meaning(view, figure),
        open_ended=_is_open(view, figure),
    )


def _squares(view: View, chart: Chart) -> Spec:
    return SquaresSpec(language=view.language, rows=tuple(_count(view, row) for row in rows_of(view.report, chart)))


def _count(view: View, row: ChartRow) -> Squares:
    figure = view.report.figure[row.figure]
    worth, words = worth_of_square(view.report, figure.id, view.language)
    return Squares(
        what=view.plain(row.label or figure.label),
        of=view.word("chart.scope", scope=view.plain(figure.scope)),
        value=_number(view, figure),
        text=view.value(figure, "number"),
        step=worth,
        key=view.word("chart.square", worth=words),
        open_ended=_is_open(view, figure),
    )


def _change(view: View, chart: Chart) -> Spec:
    row = rows_of(view.report, chart)[0]
    figure, change = view.report.figure[row.figure], view.report.figure[row.change or ""]
    before, before_text = before_of(view, row)
    return ChangeSpec(
        language=view.language,
        before=before,
        before_label=view.word("chart.before", year=change.period.compared_with),
        before_text=before_text,
        now=_number(view, figure),
        now_label=write_period(figure.period, view.language),
        now_text=view.value(figure),
        change=view.value(change),
        scale=_scale(view),
    )


def _stages(view: View, chart: Chart) -> Spec:
    figures = [view.report.figure[row.figure] for row in rows_of(view.report, chart)]
    unit = view.report.quantity[figures[0].id].amounts[0].unit
    ticks = powers_of_ten([_number(view, figure) for figure in figures])
    return StagesSpec(
        language=view.language,
        rows=tuple(_money(view, row) for row in rows_of(view.report, chart)),
        ticks=tuple((tick, write_amount(tick, unit, "money", view.language)) for tick in ticks),
        scale=view.word("chart.log"),
    )


def _money(view: View, row: ChartRow) -> Stage:
    figure = view.report.figure[row.figure]
    return Stage(
        what=view.plain(row.label or figure.label),
        status=view.word(f"status.{figure.status}"),
        value=_number(view, figure),
        text=view.value(figure),
        in_hand=figure.status in _IN_HAND,
    )


def _spans(view: View, chart: Chart) -> Spec:
    return SpansSpec(language=view.language, rows=tuple(_span(view, row) for row in rows_of(view.report, chart)))


def _span(view: View, row: ChartRow) -> Span:
    figure = view.report.figure[row.figure]
    inferred = write_inferred(figure.period, view.language)
    return Span(
        what=view.plain(row.label or figure.label),
        text=view.value(figure),
        first=first_year(figure.period),
        last=figure.period.through or 0,
        first_text=view.word("chart.span-first", year=first_year(figure.period)),
        last_text=view.word("chart.span-inferred" if inferred else "chart.span-last", year=figure.period.through),
    )


def _target(view: View, chart: Chart) -> Spec:
    row = rows_of(view.report, chart)[0]
    figure = view.report.figure[row.figure]
    return TargetSpec(
        language=view.language,
        what=view.word("chart.scope", scope=view.plain(figure.scope)),
        of=view.plain(row.label or figure.label),
        label=view.word("chart.target", period=view.period(figure)),
        value=_number(view, figure),
        text=view.value(figure),
        result_label=view.word("chart.result"),
        result=view.plain(row.result) if row.result else "",
        scale=_scale(view),
    )


def _series(view: View, chart: Chart) -> Spec:
    """The years of an indicator; a year between two of them that nobody reported keeps its place, empty."""
    figures = [view.report.figure[row.figure] for row in rows_of(view.report, chart)]
    of_year = {figure.period.year or 0: figure for figure in figures}
    rows = []
    for year in range(min(of_year), max(of_year) + 1):
        figure = of_year.get(year)
        rows.append(
            SeriesYear(
                label=view.word("period.year", year=year),
                value=_number(view, figure) if figure else None,
                text=view.value(figure, "number") if figure else view.word("chart.no-year"),
                open_ended=bool(figure and _is_open(view, figure)),
            )
        )
    return SeriesSpec(language=view.language, rows=tuple(rows))


def _number(view: View, figure: Figure) -> Decimal:
    """The one value of a figure; `report.validate.charts` lets no other figure into a chart."""
    value = view.report.quantity[figure.id].value
    if value is None:
        raise ValueError(figure.id)
    return value


def _is_open(view: View, figure: Figure) -> bool:
    return view.report.quantity[figure.id].qualifier in _OPEN_ENDED


def _meaning(view: View, figure: Figure) -> Meaning:
    """Colour by meaning where years stand beside each other: a target, the baseline year, or a result."""
    if figure.status == "target":
        return "target"
    first = view.report.edition.years[0].year
    return "baseline" if max(years_of(figure.period), default=first + 1) <= first else "result"


def _stage(view: View, figure: Figure) -> Meaning:
    """Colour by meaning where one year stands alone: a target, something planned or assigned, or a result."""
    if figure.status == "target":
        return "target"
    return "planned" if figure.status in _PLANNED else "result"


_KINDS: Mapping[str, Callable[[View, Chart], Spec]] = {
    "rank": _rank,
    "shares": _shares,
    "apart": _apart,
    "change": _change,
    "stages": _stages,
    "spans": _spans,
    "squares": _squares,
    "bars": _bars,
    "target": _target,
    "series": _series,
}
