"""A chart with everything around it: finding, drawing, source, caveats, data.

Two drawings are made, wide and narrow; the page shows the one that fits. They are kept by content, so a
warm build draws none.
"""

from __future__ import annotations

from markupsafe import Markup

from charts import NARROW, WIDE, inline
from macros.chart_specs import open_ended, spec_of
from macros.environment import block, blocks, heading_line
from macros.view import CallError, View
from report.model import Chart, Figure
from report.problems import Problem, ReportError


def chart(view: View, id: str) -> Markup:
    """A chart by its id, wherever it stands."""
    if id not in view.report.chart:
        raise CallError("chart-missing", id, view.report.chart)
    return _chart(view, view.report.chart[id])


def gallery(view: View) -> Markup:
    """Every chart, each under the question that it answers."""
    parts: list[Markup] = []
    for each in view.report.charts:
        parts += [heading_line(view, 2, view.heading(each.question), each.id), _chart(view, each)]
    return blocks(*parts)


def _chart(view: View, chart: Chart) -> Markup:
    figures = [view.report.figure[row.figure] for panel in chart.panels for row in panel.rows]
    if chart.field:
        figures.append(view.report.figure[chart.field])
    return block(
        view,
        "chart",
        chart=chart,
        drawings=[_drawing(view, chart, name, width) for name, width in (("wide", WIDE), ("narrow", NARROW))],
        figures=figures,
        places=_places(view, figures),
        caveats=[figure.caveat for figure in figures if figure.caveat],
        open_ended=open_ended(view, chart),
    )


def _drawing(view: View, chart: Chart, name: str, width: int) -> Markup:
    """One drawing as inline SVG. What cannot be drawn is a problem of the chart's entry."""
    words = {"title": view.plain(chart.finding), "description": view.plain(chart.alt)}
    try:
        spec = spec_of(view, chart)
        svg = inline(chart.kind, spec, width, prefix=f"{chart.id}-{name}", folder=view.cache, **words)
    except ValueError as error:
        raise ReportError([_undrawable(view, chart, error)]) from error
    return Markup(svg)  # Written by `charts.export`, which escapes what it is given.


def _undrawable(view: View, chart: Chart, error: ValueError) -> Problem:
    placed = next(placed for placed in view.report.placed if placed.value is chart)
    line, path = placed.tree.line(placed.path), placed.tree.subject(placed.path)
    missing = getattr(error, "characters", None)
    if missing is not None:
        glyphs = ", ".join(f"{character} (U+{ord(character):04X})" for character in missing)
        values = {"glyphs": glyphs, "value": str(getattr(error, "text", ""))}
        return Problem(placed.tree.file, line, path, "chart-glyphs", values)
    return Problem(placed.tree.file, line, path, "chart-undrawable", {"kind": chart.kind, "why": str(error)})


def _places(view: View, figures: list[Figure]) -> list[str]:
    """Where the figures are stated, each place once."""
    return list(dict.fromkeys(view.place(figure.sources[0]) for figure in figures))
