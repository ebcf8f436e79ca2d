"""The home page: finding, chart, figures, years, directions, sources."""

from __future__ import annotations

from markupsafe import Markup

from macros.charts import chart
from macros.environment import block
from macros.view import View
from macros.years import directions


def home_title(view: View) -> Markup:
    """The finding, for the page's first heading."""
    return view.heading(view.report.home.headline)


def home_lead(view: View) -> Markup:
    """The lead below the finding."""
    return block(view, "lead", text=view.report.home.lead, id="home", contents=False)


def home_chart(view: View) -> Markup:
    """The chart beside the headline; empty where there is none."""
    return chart(view, view.report.home_chart.id) if view.report.home_chart else Markup("")


def home_figures(view: View) -> Markup:
    """Groups of figures, each with a note; empty where there are none."""
    groups = view.report.home.groups
    return block(view, "home_figures", groups=groups) if groups else Markup("")


def home_years(view: View) -> Markup:
    """The years of the report with their descriptions; empty where it has none."""
    years = view.report.edition.years
    return block(view, "home_years", years=years) if years else Markup("")


def home_directions(view: View) -> Markup:
    """The workstreams of the plan that is ahead; empty where the report has no outlook."""
    return directions(view, view.report.outlook) if view.report.outlook else Markup("")


def home_sources(view: View) -> Markup:
    """The articles that the report is compiled from."""
    return block(view, "home_sources", articles=view.report.articles)
