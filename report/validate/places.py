"""Every locator leads to a sentence that exists."""

from __future__ import annotations

from collections.abc import Iterator

from report.model import Article, ArticlePrint, Erratum, Locator, Report
from report.model.figure import Period
from report.problems import Problem, did_you_mean
from report.validate.walk import Spot, walk


def check_places(report: Report) -> Iterator[Problem]:
    """Unknown articles, sections, paragraphs and sentences."""
    ids = [article.id for article in report.articles]
    sentences = {
        (printed.article, s.section, s.paragraph, s.sentence) for printed in report.prints for s in printed.sentences
    }
    for spot in walk(report):
        value = spot.value
        if isinstance(value, Locator):
            yield from _locator(spot, value, report, ids, sentences)
        named = _article_named(value)
        if named is not None and named[1] not in ids:
            values = {"near": did_you_mean(named[1], ids), "known": ", ".join(ids)}
            yield spot.problem("unknown-source", named[0], id=named[1], **values)
        if isinstance(value, Article):
            yield from _headings(spot, value, report)


def _article_named(value: object) -> tuple[str, str] | None:
    if isinstance(value, ArticlePrint | Erratum | Locator):
        return "article", value.article
    if isinstance(value, Period) and value.at_publication is not None:
        return "at_publication", value.at_publication
    return None


def _locator(
    spot: Spot, value: Locator, report: Report, ids: list[str], sentences: set[tuple[str, str, int, int]]
) -> Iterator[Problem]:
    if value.article not in ids:
        return
    place = (value.article, value.section)
    headings = [section.heading for section in report.article[value.article].sections]
    if value.section not in headings:
        near = did_you_mean(value.section, headings)
        yield spot.problem("locator-section", "section", section=value.section, article=value.article, near=near)
    elif (*place, value.paragraph, value.sentence) not in sentences:
        there = [s for *around, p, s in sentences if (*around, p) == (*place, value.paragraph)]
        paragraphs = {p for *around, p, _ in sentences if tuple(around) == place}
        key = "sentence" if there else "paragraph"
        last = max(there) if there else max(paragraphs, default=0)
        values = {"expected": f"{key} 1–{last}", "value": f"{key} {getattr(value, key)}"}
        yield spot.problem("locator-place", key, article=value.article, **values)


def _headings(spot: Spot, article: Article, report: Report) -> Iterator[Problem]:
    """A section that the fingerprints do not know is a slip in `sources.yml`."""
    known = {s.section for printed in report.prints if printed.article == article.id for s in printed.sentences}
    for number, section in enumerate(article.sections):
        if known and section.heading not in known:
            values = {"section": section.heading, "near": did_you_mean(section.heading, known)}
            yield spot.problem("locator-section", "sections", number, "heading", article=article.id, **values)
