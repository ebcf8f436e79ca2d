"""The macros that a page in `docs/` may call.

A macro gets the `View` of its page from the environment and returns whole HTML blocks, which Markdown does not
change, or Markdown headings. The template of its HTML has its name, in `templates/`.

===================  ==========================================================================
on every page        `title` `lead` `heading(id)` `paragraphs(id)` `sections`; pages below a page: `hub`
home                 `home_hero` `home_tiles` `home_figures` `home_directions` `home_map` `home_downloads` `home_know`
                     `home_places` `home_sources`
a year               `year_plan` `year_results`
a direction          `workstream`
a theme              `theme_years` `theme_charts` `theme_figures`; all themes: `theme_list`
the ledger           `ledger_counts` `ledger_chart` `ledger_table` `ledger_again`
a figure             `figure` `former_figure`
open data            `downloads` `report_citation`
lists                `figures_table` `glossary` `articles` `excused` `errata` `corrections`
charts               `chart(id)` `chart_page` `gallery`
map of all entries   `map_lead` `entry_map`
places               `places_filter` `places`
annual summary       `summary` `summary_files`
===================  ==========================================================================
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from markupsafe import Markup

from macros.charts import chart, chart_page, gallery
from macros.directions import workstream
from macros.downloads import downloads, home_downloads, summary_files
from macros.entry_map import entry_map, home_map, map_lead
from macros.figures import figure, figures_table, former_figure
from macros.home import home_directions, home_figures, home_hero, home_know, home_sources, home_tiles
from macros.ledger import ledger_again, ledger_counts, ledger_table
from macros.ledger_chart import ledger_chart
from macros.page_text import heading, hub, lead, paragraphs, sections, title
from macros.places import home_places, places, places_filter
from macros.reference import articles, corrections, errata, excused, glossary, report_citation
from macros.themes import theme_charts, theme_figures, theme_list, theme_years
from macros.years import summary, year_plan, year_results

Macro = Callable[..., Markup]

MACROS: Mapping[str, Macro] = {
    macro.__name__: macro
    for macro in (
        title, lead, heading, paragraphs, sections, hub,
        home_hero, home_tiles, home_figures, home_directions, home_map, home_places, home_downloads,
        home_know, home_sources,
        year_plan, year_results,
        workstream,
        theme_years, theme_charts, theme_figures, theme_list,
        ledger_counts, ledger_chart, ledger_table, ledger_again,
        figure, former_figure,
        figures_table, glossary, articles, excused, errata, corrections,
        chart, chart_page, gallery,
        map_lead, entry_map,
        places_filter, places,
        downloads, report_citation,
        summary, summary_files,
    )
}  # fmt: skip
