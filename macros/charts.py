"""Charts on pages and as files: finding, drawings, source, notes, data, downloads.

Each chart has two drawings, wide and narrow; the page shows the one that fits. Drawings are cached by content;
`draw_all` fills the cache in parallel before pages are rendered.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from charts import NARROW, WIDE, Drawing, MissingGlyphError, draw_missing, inline
from charts.drawing import Format, Progress
from macros.chart_data import alt_of, csv_of, data_of, file_notes, notes_of, source_line
from macros.chart_embed import embed_address, embed_page, snippet_of
from macros.chart_marks import spec_of
from macros.environment import block, blocks
from macros.page_subjects import chart_address
from macros.view import CallError, View
from report.model import LANGUAGES, Chart, Language, Report
from report.problems import Problem, ReportError

GALLERY = "charts/"
"""Address of the gallery and of the files of charts, below the language's root."""
FORMATS = ("csv", "svg", "png")


@dataclass(frozen=True)
class ChartFile:
    """A file of a chart, beside the pages.

    Attributes:
        language: Its language.
        address: Below the language's root, `charts/reform-rank.csv`.
        content: Its bytes.
    """

    language: Language
    address: str
    content: bytes


def chart(view: View, id: str) -> Markup:
    """A chart by its id."""
    if id not in view.report.chart:
        raise CallError("chart-missing", id, view.report.chart)
    return _chart(view, view.report.chart[id])


def chart_page(view: View) -> Markup:
    """The chart of the page, below its question, with what embeds it elsewhere."""
    each: Chart = view.subject
    return blocks(block(view, "chart_question", chart=each), _chart(view, each, own=True))


def gallery(view: View) -> Markup:
    """Every chart, its finding as a heading."""
    figures = Markup("\n").join(_chart(view, each, as_heading=True) for each in view.report.charts)
    return Markup('<div class="charts">\n{}\n</div>').format(figures)


def charts_beside(view: View, year: int, id: str) -> list[Markup]:
    """The charts that `data/charts.yml` places beside a chapter or workstream."""
    return [_chart(view, each) for each in view.report.charts if f"{year}/{id}" in each.beside]


def chart_files(report: Report, cache: Path, homes: Mapping[Language, str] | None = None) -> Iterator[ChartFile]:
    """The files of every chart: CSV, SVG, PNG, and the page for a frame of another site.

    Args:
        report: The report.
        cache: Folder of cached drawings.
        homes: Address of the home page of each language, with `/` at its end, where it is known.
    """
    homes = homes or {}
    for view, each in _every_chart(report, cache):
        yield ChartFile(view.language, f"{GALLERY}{each.id}.csv", csv_of(view, each))
        yield ChartFile(view.language, embed_address(each), embed_of(view, each, homes.get(view.language, "")))
        try:
            for drawing in _file_drawings(view, each):
                yield ChartFile(view.language, f"{GALLERY}{each.id}.{drawing.format}", drawing.content(cache))
        except ValueError as error:
            raise ReportError([_undrawable(view, each, error)]) from error


def check_files(report: Report, cache: Path) -> Iterator[Problem]:
    """Problems with drawing the files of charts, whose titles and notes the drawings of pages do not have.

    Nothing is saved, and cached drawings are not drawn again.
    """
    for view, each in _every_chart(report, cache):
        try:
            drawing = _file_drawings(view, each)[0]  # SVG alone: PNG has the same content.
            if drawing.cached(cache) is None:
                drawing.check()
        except ValueError as error:
            yield _undrawable(view, each, error)


def draw_all(report: Report, cache: Path, progress: Progress) -> int:
    """Draw in parallel what is not in the cache and return how many; errors are raised where the chart is shown."""
    drawings: list[Drawing] = []
    for view, each in _every_chart(report, cache):
        with suppress(ValueError):
            drawings += [*_page_drawings(view, each), *_file_drawings(view, each)]
    return draw_missing(drawings, cache, progress)


def embed_of(view: View, chart: Chart, home: str) -> bytes:
    """A chart as a page for a frame of another site."""
    drawings = [drawing_of(view, chart, name, width) for name, width in (("wide", WIDE), ("narrow", NARROW))]
    return embed_page(view, chart, drawings, home).encode()


def _every_chart(report: Report, cache: Path) -> Iterator[tuple[View, Chart]]:
    """Every chart in every language, with a view of the gallery's page, for drawings that belong to no page."""
    for language in LANGUAGES:
        view = View(report, language, GALLERY, report.pages[0], cache)
        yield from ((view, chart) for chart in report.charts)


def _page_drawings(view: View, chart: Chart) -> list[Drawing]:
    spec, title, alt = spec_of(view, chart), view.plain(chart.finding), alt_of(view, chart)
    return [Drawing("inline", chart.kind, spec, title, alt, width) for width in (WIDE, NARROW)]


def _file_drawings(view: View, chart: Chart) -> list[Drawing]:
    spec, title, alt = spec_of(view, chart), view.plain(chart.finding), alt_of(view, chart)
    subtitle, notes = view.plain(chart.subtitle), file_notes(view, chart)
    formats: tuple[Format, ...] = ("svg", "png")
    return [Drawing(format, chart.kind, spec, title, alt, WIDE, subtitle, notes) for format in formats]


def _chart(view: View, chart: Chart, *, as_heading: bool = False, own: bool = False) -> Markup:
    data = data_of(view, chart)
    # Where the chart itself says how not to read it, what its figures say of the same is in their cards.
    figures = [view.facts(mark.figure.id) for mark in data if mark.figure and not (chart.differs or chart.caution)]
    return block(
        view,
        "chart",
        chart=chart,
        drawings=[drawing_of(view, chart, name, width) for name, width in (("wide", WIDE), ("narrow", NARROW))],
        data=data,
        source=source_line(view, chart),
        notes=notes_of(view, chart),
        caveats=list(dict.fromkeys(facts.caveat.text for facts in figures if facts.caveat)),
        files=[(name.upper(), view.link(f"{GALLERY}{chart.id}.{name}")) for name in FORMATS],
        as_heading=as_heading,
        page=view.link(chart_address(chart)) if "chart" in view.report.page and not own else "",
        own=own,
        snippet=snippet_of(view, chart) if own else "",
    )


def drawing_of(view: View, chart: Chart, name: str, width: int) -> Markup:
    """One drawing as inline SVG, whose ids begin with the chart's and a name.

    Raises:
        ReportError: It cannot be drawn, a problem of the chart's entry.
    """
    words = {"title": view.plain(chart.finding), "description": alt_of(view, chart)}
    try:
        spec = spec_of(view, chart)
        svg = inline(chart.kind, spec, width, prefix=f"{chart.id}-{name}", folder=view.cache, **words)
    except ValueError as error:
        raise ReportError([_undrawable(view, chart, error)]) from error
    return Markup(svg)  # Written by `charts.export`, which escapes what it is given.


def _undrawable(view: View, chart: Chart, error: ValueError) -> Problem:
    placed = next(placed for placed in view.report.placed if placed.value is chart)
    if isinstance(error, MissingGlyphError):
        glyphs = ", ".join(f"{character} (U+{ord(character):04X})" for character in error.characters)
        return placed.tree.problem(placed.path, "chart-glyphs", glyphs=glyphs, value=error.text)
    return placed.tree.problem(placed.path, "chart-undrawable", kind=chart.kind, why=str(error))
