"""The home page: the finding, what became easier, the years, the directions, the sources."""

from __future__ import annotations

from markupsafe import Markup

from macros.charts import chart
from macros.environment import block
from macros.view import View


def home_title(view: View) -> Markup:
    """The finding, for the page's first heading."""
    return view.heading(view.report.home.headline)


def home_lead(view: View) -> Markup:
    """What the finding means."""
    return block(view, "lead", text=view.report.home.lead, id="home", contents=False)


def home_chart(view: View) -> Markup:
    """The chart beside the headline."""
    return chart(view, view.report.home.chart)


def home_figures(view: View) -> Markup:
    """Figures with the words that make them mean something."""
    return block(view, "home_figures", groups=view.report.home.groups)


def home_years(view: View) -> Markup:
    """The years of the report, with what each page holds."""
    return block(view, "home_years", years=view.report.edition.years)


def home_directions(view: View) -> Markup:
    """The parts of the latest plan; nothing where the report has no plan."""
    plan = max(view.report.plans, key=lambda plan: plan.year, default=None)
    return block(view, "home_directions", plan=plan) if plan else Markup("")


def home_sources(view: View) -> Markup:
    """What the report is compiled from."""
    return block(view, "home_sources", articles=view.report.articles)
