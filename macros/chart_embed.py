"""A chart for other sites: a page that needs nothing besides itself, and the snippet that shows it in a frame.

Belongs here: that page and the snippet. Does not belong here: drawings (`macros.charts`), words (`macros.chart_data`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from markupsafe import Markup, escape

from charts.style import DISPLAY
from charts.tokens import tokens
from macros.chart_data import file_notes
from macros.environment import environment
from macros.page_subjects import chart_address
from macros.view import View
from report.model import Chart

HEIGHT = 640
"""Height in px of the frame: of most charts in a column of text; a higher one scrolls."""
_SPOT = re.compile(r'(<path\b[^>]*\bdata-tip="([^"]*)"[^>]*?)\s*/>')
"""A place that says a value; here a browser says it, without a script."""


def embed_address(chart: Chart) -> str:
    """Address of the page for frames, below the language's root; `.htm`, since it is no page of the site itself."""
    return f"{chart_address(chart)}embed.htm"


def embed_page(view: View, chart: Chart, drawings: Sequence[Markup], home: str) -> str:
    """The page for frames.

    Args:
        view: Any page in the chart's language.
        chart: The chart.
        drawings: Wide and narrow, as on pages.
        home: Address of the site in this language, with `/` at its end; empty where it is not known.
    """
    said = [Markup(_SPOT.sub(r"\1><title>\2</title></path>", str(drawing))) for drawing in drawings]
    has_page = home and "chart" in view.report.page
    html = (
        environment()
        .get_template("chart_embed.jinja")
        .render(
            view=view,
            chart=chart,
            drawings=said,
            notes=file_notes(view, chart),
            address=home + chart_address(chart) if has_page else home,
            colours=Markup(_colours()),
            family=Markup(view.form.font_family),
            display=Markup(DISPLAY),
        )
    )
    return html + "\n"


def snippet_of(view: View, chart: Chart) -> str:
    """The HTML that shows the chart in another site; with the file's name alone where the site has no address yet."""
    home = view.site_context.home_addresses.get(view.language, "")
    source = home + embed_address(chart) if home else "embed.htm"
    return (
        f'<iframe src="{escape(source)}" title="{escape(view.plain(chart.finding))}" '
        f'width="100%" height="{HEIGHT}" loading="lazy" style="border:0"></iframe>'
    )


def _colours() -> str:
    """The variables of the drawings, light and dark as the reader's system is."""
    light, dark = (
        "".join(f"--{name}: {colour}; " for name, colour in tokens()[scheme].items()) for scheme in ("light", "dark")
    )
    return f":root {{ {light}color-scheme: light dark; }}\n@media (prefers-color-scheme: dark) {{ :root {{ {dark}}} }}"
