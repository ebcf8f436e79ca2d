"""Reference pages: glossary, sources, errata, corrections; how to cite the report."""

from __future__ import annotations

from dataclasses import replace

from markupsafe import Markup

from languages import TRANSLATION
from macros.backlinks import place_of_entry
from macros.environment import block, blocks, heading_line
from macros.view import View
from report.articles.coverage import measure_coverage
from report.citation import cite_report
from report.periods import write_day


def glossary(view: View) -> Markup:
    """All terms, then all names, in alphabetical order of the page's language."""
    parts = []
    for kind in ("term", "name"):
        terms = [term for term in view.report.glossary if term.is_name == (kind == "name")]
        terms.sort(key=lambda term: term.en.casefold() if not view.form.chinese else term.id)
        words = view.markdown(view.word(f"glossary.{kind}s"))
        if terms:
            parts += [heading_line(view, 2, words, f"{kind}s"), block(view, "glossary", terms=terms)]
    return blocks(*parts)


def report_citation(view: View) -> Markup:
    """How to cite the report itself."""
    citations = cite_report(view.report, view.site_context.home_addresses.get(view.language, ""))
    english = replace(view, language=TRANSLATION)
    return block(view, "citations", title=view.word("cite.report"), citations=citations, english=english)


def articles(view: View) -> Markup:
    """The articles that the report is compiled from, each with its sections."""
    parts = []
    for article in view.report.articles:
        count = sum(len(p.sentences) for p in view.report.prints if p.article == article.id)
        parts += [heading_line(view, 2, view.heading(article.title), article.id)]
        parts += [block(view, "article", article=article, count=count)]
    return blocks(*parts)


def excused(view: View) -> Markup:
    """Coverage of the articles, and the sentences without an entry; empty before their sentences are known."""
    return block(view, "excused", coverage=measure_coverage(view.report)) if view.report.prints else Markup("")


def errata(view: View) -> Markup:
    """Defects of the articles, as printed and as read."""
    return block(view, "errata", errata=view.report.errata)


def corrections(view: View) -> Markup:
    """Corrections of the report, newest first."""
    newest = sorted(view.report.corrections, key=lambda correction: correction.date, reverse=True)
    entries = [
        (correction, write_day(correction.date, view.form), place_of_entry(view.report, correction.entry))
        for correction in newest
    ]
    return block(view, "corrections", entries=entries)
