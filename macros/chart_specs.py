"""From a chart of `data/charts.yml` to what `charts` draws: numbers, and strings ready to show.

Belongs here: which values and words of a figure become which part of a drawing. Does not belong here:
drawing (`charts`), or whether the figures may stand in one chart (`report.validate.charts`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from charts.spec import ApartSpec, Bar, Meaning, Panel, RankSpec, Share, SharesSpec, Spec
from macros.view import View
from report.model import Chart, ChartRow, Figure
from report.periods import years_of
from report.quantity import Qualifier

_OPEN_ENDED = {Qualifier.MORE_THAN, Qualifier.AT_LEAST}


def spec_of(view: View, chart: Chart) -> Spec:
    """What to draw for a chart, in the language of the page."""
    return _KINDS[chart.kind](view, chart)


def open_ended(view: View, chart: Chart) -> bool:
    """Whether a mark of the chart stands for more than it shows."""
    return any(_is_open(view, view.report.figure[row.figure]) for panel in chart.panels for row in panel.rows)


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
    rows = [row for panel in chart.panels for row in panel.rows]
    return SharesSpec(
        language=view.language,
        rows=tuple(_share(view, row) for row in rows),
        scale=(view.word("chart.share-none"), view.word("chart.share-half"), view.word("chart.share-all")),
    )


def _share(view: View, row: ChartRow) -> Share:
    figure = view.report.figure[row.figure]
    return Share(
        what=view.plain(row.label or figure.label),
        of=view.plain(figure.scope),
        value=_number(view, figure),
        text=view.value(figure),
        meaning=_meaning(view, figure),
        open_ended=_is_open(view, figure),
    )


def _apart(view: View, chart: Chart) -> Spec:
    panels = tuple(
        Panel(title=view.plain(panel.title), bars=tuple(_bar(view, row) for row in panel.rows))
        for panel in chart.panels
    )
    caution = view.plain(chart.caution) if chart.caution else ""
    return ApartSpec(language=view.language, panels=panels, caution=caution)


def _bar(view: View, row: ChartRow) -> Bar:
    figure = view.report.figure[row.figure]
    return Bar(
        label=view.plain(row.label or figure.label),
        value=_number(view, figure),
        text=view.value(figure, "number"),
        meaning=_meaning(view, figure),
        open_ended=_is_open(view, figure),
    )


def _number(view: View, figure: Figure) -> Decimal:
    """The one value of a figure; `report.validate.charts` lets no other figure into a chart."""
    value = view.report.quantity[figure.id].value
    if value is None:
        raise ValueError(figure.id)
    return value


def _is_open(view: View, figure: Figure) -> bool:
    return view.report.quantity[figure.id].qualifier in _OPEN_ENDED


def _meaning(view: View, figure: Figure) -> Meaning:
    """Colour by meaning: a target, the baseline year, or a result."""
    if figure.status == "target":
        return "target"
    first = view.report.edition.years[0].year
    return "baseline" if max(years_of(figure.period), default=first + 1) <= first else "result"


_KINDS: Mapping[str, Callable[[View, Chart], Spec]] = {"rank": _rank, "shares": _shares, "apart": _apart}
