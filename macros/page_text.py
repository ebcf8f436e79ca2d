"""Titles, leads and prose of pages, from `data/pages.yml` or from the page's subject."""

from __future__ import annotations

from markupsafe import Markup

from macros.directions import direction_lead
from macros.empty_sections import NO_HEADING
from macros.environment import block, blocks, heading_line
from macros.navigation import pages_below
from macros.page_subjects import Direction, main_entry, theme_address, title_of
from macros.view import View
from report.model import ReportYear, ThemeWords


def title(view: View) -> Markup:
    """The page's title, for its first heading."""
    return view.heading(title_of(view.report, view.words, view.subject), main_entry(view.subject))


def lead(view: View) -> Markup:
    """The sentence or two that open the page, where it has any, and its contents."""
    if isinstance(view.subject, Direction):
        return direction_lead(view, view.subject)
    if isinstance(view.subject, ThemeWords):
        themes = [(theme, theme_address(theme)) for theme in view.report.edition.themes]
        return block(view, "theme_lead", text=view.words.lead, themes=themes)
    if isinstance(view.subject, ReportYear):
        return block(view, "lead", text=view.subject.description, id="report", contents=True)
    return block(view, "lead", text=view.words.lead, id=f"pages/{view.words.id}", contents=True)


def hub(view: View) -> Markup:
    """The pages below this one in the navigation, each with what it holds."""
    pages = [(page.title, f"{page.id}/", page.description) for page in pages_below(view.report, view.words.id)]
    return block(view, "hub", pages=[page for page in pages if page[0]])


def heading(view: View, id: str) -> Markup:
    """The heading of a section; where the page has no words for it, a mark that only an empty section may have."""
    section = next((section for section in view.words.sections if section.id == id), None)
    return view.heading(section.title) if section else Markup(NO_HEADING.format(id))


def paragraphs(view: View, id: str) -> Markup:
    """The prose of a section."""
    return block(view, "paragraphs", paragraphs=view.section(id).paragraphs)


def sections(view: View) -> Markup:
    """Every section of the page, heading and prose."""
    parts = []
    for section in view.words.sections:
        parts += [heading_line(view, 2, view.heading(section.title), section.id), paragraphs(view, section.id)]
    return blocks(*parts)
