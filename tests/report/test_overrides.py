"""Words that a report says in its own way: each key of the interface either changes an output, or is refused."""

import html
import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest
from library_projects import copy_library, refused

from macros.chart_data import csv_of
from macros.figure_cards import write_cards
from macros.interface import edition_words
from macros.navigation import navigation
from macros.pages import render_pages
from publish.data import files as open_data
from publish.site.languages import languages_of
from publish.summary.document import documents, view_of
from report.file_size import write_size
from report.load import load_report
from report.model import LANGUAGES, Language, Period, Report, Text
from report.model.ledger import Reported
from report.model.plans import Result
from report.model.sources import Erratum, Excuse
from report.periods import write_inferred, write_period
from report.text import references
from report.words import interface
from samples import GOOD, ROOT, lay_out

TOOL = [key for key in interface() if key.startswith(("cli.", "preview.")) and key != "preview.unfilled"]
TOOL.append("chart.drawing")
SITE = [key for key in interface() if key not in TOOL]

# What neither sample shows, since no entry is in that state: the key is made of a value of the data, all of which
# have their words.
OF_VALUES = {
    "status.": (*get_args(Result.model_fields["status"].annotation), "target", "assigned"),
    "ledger.": get_args(Reported),
    "erratum.": get_args(Erratum.model_fields["kind"].annotation),
    "excuse.": get_args(Excuse.model_fields["reason"].annotation),
    "withdrawn.": ("figure", "result", "commitment"),
    "measure.": tuple(key.removeprefix("measure.") for key in SITE if key.startswith("measure.")),
}

IN_OTHER_REPORTS = {"chart.no-year", "filter.order", "nav.about", "nav.earlier-years"} | {
    *("home.measure", "home.all-measure", "home.met", "home.met-one", "home.progress", "home.ledger-only"),
    "places.place",
    *("tag.met", "plan.listed-one", "plan.count-one", "direction.count-one", "direction.all", "theme.none"),
    *(
        *(f"chart.{key}" for key in ("open-ended", "counted-status", "source-plans", "title")),
        *(f"chart.{key}" for key in ("none", "pair", "counted")),
        "notice.official",
        "notice.unofficial",
        "source.place",
        "summary.eyebrow",
        "source.date",
        "source.address",
        "source.licence",
        "repository.title",
        "repository.body",
        "figure.second-form",
        "chart.same",
        "chart.same-cut",
        "chart.rounded",
        "chart.trend-no-year",
        "chart.break",
        "chart.break-in",
        "page.full",
        "page.short",
        "map.lead-one",
        "map.home-per",
        "cell.full",
        "cell.short",
    ),
}
"""Words of a span whose end is printed, a series with a gap, figures without themes; an official report and a
source that tells more of itself: no report here has any. Those of repositories, of a value in another unit, of some
charts, of cells and pages, and of a large map are looked at where these are tested (test_repository_links,
test_amount_facts, test_charts_drawn, test_draft_tables, test_paged_sources, test_entry_map)."""


def override(report: Report, keys: list[str]) -> Report:
    """The report with its own words for some keys: the key itself, then the placeholders that it has."""

    def word(key: str, language: str) -> str:
        names = dict.fromkeys(reference.id for reference in references(interface()[key][language]))
        return f"«{key}»" + "".join(f"{{{name}}}" for name in names)

    texts = {key: Text(**{language: word(key, language) for language in LANGUAGES}) for key in keys}
    return replace(report, overrides=texts)


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Iterator[set[str]]:
    """The keys that are seen in the outputs of reports whose every word is their own.

    Their drawings are looked at as they are given, not drawn.
    """
    with pytest.MonkeyPatch.context() as patch:
        for module in ("macros.charts", "macros.ledger_chart"):
            drawing = lambda kind, spec, *_, **words: f"<svg>{spec} {words}</svg>"  # noqa: E731
            patch.setattr(sys.modules[module], "inline", drawing)
        # States that no entry of the samples is in.
        cases = ("withdrawn", "reading-by-hand", "figures-related", "parts-overlap")
        others = [load_report(lay_out(case, tmp_path_factory.mktemp(case))) for case in cases]
        others.append(load_report(ROOT / "samples/communique"))
        # Nothing is reviewed here, and nothing was corrected.
        real = replace(load_report(ROOT), reviews=(), corrections=())
        reports = (override(report, SITE) for report in (load_report(GOOD), *others, real))
        yield {key for report in reports for text in outputs(report) for key in re.findall("«(.+?)»", text)}


def outputs(report: Report) -> Iterator[str]:
    data = open_data.make_files(report, "https://example.org/")
    for page in render_pages(report, ROOT / "docs", open_data.site_context(report, data, "https://example.org/")):
        yield html.unescape(f"{page.title}{page.description}{page.markdown}")
    yield from (content.decode() for name, content in data.items() if name.endswith("json"))
    for language in LANGUAGES:
        view = view_of(report, language, Path())
        yield from (f"{document}" for document in documents(view, "https://example.org/").values())
        yield write_cards(report, language)
        yield from (csv_of(view, chart).decode() for chart in report.charts)
        yield from (word for item in navigation(report, language) for word in [item.title])
    for language in languages_of(report):
        yield from theme_words(report, language.code)


def theme_words(report: Report, language: Language) -> list[str]:
    """The interface words that the theme's templates print, and those that MkDocs is given."""
    files = [ROOT / "mkdocs.yml", *(ROOT / "overrides").rglob("*.html"), *(ROOT / "publish/site").glob("*.py")]
    source = "\n".join(file.read_text(encoding="utf-8") for file in files)
    words = edition_words(report, language)
    return [word for key, word in words.items() if re.search(rf"\b{re.escape(key)}\b", source)]


def made_of_values() -> Iterator[str]:
    for prefix, values in OF_VALUES.items():
        yield from (f"{prefix}{value}" for value in values)


PERIODS = {
    "year": {"year": "2024"},
    "year-compared": {"year": "2024", "compared_with": "2023"},
    "year_ended": {"year_ended": "2025-03-31"},
    "year_ended-compared": {"year_ended": "2025-03-31", "compared_with": "2024"},
    "end_of": {"end_of": "2024"},
    "as_at": {"as_at": "2026-02-05"},
    "by_end_of": {"by_end_of": "2026"},
    "within": {"within": "2026"},
    "at_publication": {"at_publication": "l2025"},
    "cumulative_to": {"cumulative_to": "2026-02-05"},
    "through": {"through": "2024", "years": "9"},
    "about_years": {"about_years": "3"},
    "assessed": {"assessed": "2024", "reported": "2025"},
    "assessed-unknown": {"assessed": "not-stated", "reported": "2025"},
}


@pytest.mark.parametrize("key", SITE)
def test_a_word_of_the_site_changes_an_output(shown: set[str], key: str) -> None:
    report = override(load_report(GOOD), [key])
    prefix, _, form = key.partition(".")
    if prefix == "period":
        period, english = Period.model_validate(PERIODS[form]), report.languages["en"]
        assert write_period(period, english, report.interface_word).startswith(f"«{key}»")
    elif prefix == "inferred":
        period = Period.model_validate({"year": "2024", "inferred": form})
        assert write_inferred(period, "zh", report.interface_word) == f"«{key}»"
    elif prefix == "size":
        sizes = {"bytes": 1, "kilobytes": 1_000, "megabytes": 1_000_000, "gigabytes": 1_000_000_000}
        assert write_size(sizes[form], "en", report.interface_word).startswith(f"«{key}»")
    elif key not in {*made_of_values(), *IN_OTHER_REPORTS}:
        assert key in shown


def test_words_of_the_tool_are_refused_with_their_lines(tmp_path: Path) -> None:
    project = copy_library(tmp_path / "project")
    rows = [f"{key}:\n  zh: 好\n  en: Fine\n" for key in TOOL]
    (project / "data/strings.yml").write_text("".join(rows), encoding="utf-8")
    assert refused(lambda: load_report(project)) == [
        f"data/strings.yml:{number * 3 + 1}: {key}: `{key}` is a word of the tool, not of the site"
        for number, key in enumerate(TOOL)
    ]
