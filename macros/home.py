"""The home page: headline, tiles, results, the plan ahead, where the report comes from.

A macro is empty where `data/home.yml` or the report lacks its part, and its heading is then left out.
"""

from __future__ import annotations

import re

from markupsafe import Markup

from macros.charts import chart
from macros.environment import block
from macros.key_numbers import key_number
from macros.ledger import PAGE, commitment_address, later_years
from macros.page_subjects import workstream_address
from macros.view import View
from report.drawings import filled
from report.ledger import plan_reviews
from report.model import Plan, Workstream
from report.model.words import HomeNote

MEASURES = 2
"""Measures of a direction that the home page shows."""
WIDEST, WIDEST_ENGLISH = 7, 10
"""Of a headline's figure that does not break, in em of its type."""
LATIN = "\u2fff"
"""Characters above are an em wide, those below about half an em."""
_FIGURE = re.compile('<a class="fig".*?</a>')


def home_hero(view: View) -> Markup:
    """The headline with its first figure set apart, what it means, and a drawing or a chart."""
    home, report = view.report.home, view.report
    headline = _FIGURE.sub(lambda figure: _set_apart(view, figure[0]), str(view.heading(home.headline)), count=1)
    beside = chart(view, report.home_chart.id) if report.home_chart else Markup("")
    if home.drawing:
        labels = {label.id: view.plain(label.text) for label in home.drawing.labels}
        beside = Markup(filled(report.drawings[home.drawing.file], labels, "idea", view.plain(home.drawing.alt)))
    return block(view, "home_hero", home=home, headline=Markup(headline), beside=beside)


def _set_apart(view: View, figure: str) -> str:
    """A figure of the headline in gold; it does not break where a line of the narrowest phone holds it."""
    width = sum(1 if character > LATIN else 0.55 for character in Markup(figure).striptags())
    whole = ' class="nb"' if width <= (WIDEST if view.form.chinese else WIDEST_ENGLISH) else ""
    return f"{'<wbr>' if view.form.chinese else ''}<b{whole}>{figure}</b>"


def home_tiles(view: View) -> Markup:
    """Up to four figures, each from another field."""
    tiles = view.report.home.tiles
    return block(view, "home_tiles", tiles=tiles, key_number=key_number) if tiles else Markup("")


def home_figures(view: View) -> Markup:
    """Groups of figures of the results, and a link to the latest results."""
    groups = view.report.home.groups
    if not groups:
        return Markup("")
    year = max((results.year for results in view.report.results), default=None)
    return block(view, "home_figures", groups=groups, key_number=key_number, intro=_intro(view, "easier"), year=year)


def home_directions(view: View) -> Markup:
    """The workstreams of the plan that is ahead, each with its first measures; the last cell leads to all."""
    plan = view.report.outlook
    if not plan:
        return Markup("")
    parts = [(part, workstream_address(plan, part), _measures(view, plan, part)) for part in plan.workstreams]
    count = sum(1 for _ in plan.all_commitments())
    return block(view, "home_directions", parts=parts, year=plan.year, count=count, intro=_intro(view, "directions"))


def home_know(view: View) -> Markup:
    """Paragraphs on where the report comes from."""
    notes = [(note, _sentences(view, note), _pages(view, note)) for note in view.report.home.know]
    notes = [(note, said, pages) for note, said, pages in notes if said or pages]
    return block(view, "home_know", notes=notes) if notes else Markup("")


def home_sources(view: View) -> Markup:
    """The articles that the report is compiled from, where no paragraph says so."""
    return Markup("") if view.report.home.know else block(view, "home_sources", articles=view.report.articles)


def _intro(view: View, id: str) -> Markup:
    """The prose of a section below its heading; empty where it has none."""
    texts = [text for section in view.words.sections if section.id == id for text in section.paragraphs]
    lines = (Markup('<p class="intro">{}{}</p>').format(view.text(text), view.edit_mark(text)) for text in texts)
    return Markup("\n").join(lines)


def _measures(view: View, plan: Plan, part: Workstream) -> list[tuple[str, str]]:
    """Words and address of what a direction shows; without measures, its aim."""
    shown = [(each.short or each.text, commitment_address(plan, part, each)) for each in part.highlighted[:MEASURES]]
    if not shown and part.aim:
        shown = [(part.aim, workstream_address(plan, part))]
    said = [(view.plain(text).rstrip("。."), address) for text, address in shown]
    return [(words[:1].upper() + words[1:], address) for words, address in said]  # A figure may begin them.


def _sentences(view: View, note: HomeNote) -> list[Markup]:
    """What a paragraph says, with the counts of the latest ledger and the caution of its year."""
    said = [view.text(note.text)] if note.text else []
    latest = plan_reviews(view.report)[:1] if note.ledger else ()
    for review in latest:
        values = {"year": review.plan.year, "years": later_years(view, review)}
        counts = {"met": review.count("met"), "progress": review.count("progress"), "taken-up": review.taken_up()}
        found = [
            view.word(f"home.{key}" if count > 1 else f"home.{key}-one", count=count, **values)
            for key, count in counts.items()
            if count
        ]
        words = view.word("home.ledger" if found else "home.ledger-only", count=len(review.entries), **values)
        counted = words + view.word("list.clause").join(found) + view.word("list.stop")
        said += [view.marked(counted), *([view.text(review.results.caution)] if review.results.caution else [])]
    return said


def _pages(view: View, note: HomeNote) -> list[tuple[str, str]]:
    """Name and address of the pages that a paragraph leads to, without those of parts that the report lacks."""
    ids = [*note.pages, *([PAGE] if note.ledger and PAGE not in note.pages else [])]
    pages = [view.report.page[id] for id in ids if id in view.report.page]
    return [(view.plain(page.short or page.title), f"{page.id}/") for page in pages if page.title]
