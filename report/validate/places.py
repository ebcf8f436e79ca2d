"""Checks that every locator names a sentence that exists."""

from __future__ import annotations

from collections.abc import Iterator, Set

from report.articles.places import Place, place_of, printed_sentences
from report.model import Article, ArticlePrint, Erratum, Locator, Report
from report.model.base import PAGES
from report.model.period import Period
from report.model.walk import Spot, walk
from report.problems import Problem, did_you_mean
from report.todo_marks import has_todo

Sentences = Set[Place]


def check_places(report: Report) -> Iterator[Problem]:
    """Unknown articles, sections, paragraphs and sentences."""
    ids = [article.id for article in report.articles]
    printed = {printed.article for printed in report.prints}
    paged = {printed.article for printed in report.prints if printed.sentences[0].kind == "page"}
    unprinted: set[str] = set()
    sentences = printed_sentences(report).keys()
    for spot in walk(report):
        value = spot.value
        if isinstance(value, Locator) and value.article in ids and not has_todo(value.section):
            if value.article in printed:
                yield from _locator(spot, value, sentences)
            elif value.article not in unprinted:  # Reported once: every place in it is wrong for the same reason.
                unprinted.add(value.article)
                yield spot.problem("article-unprinted", "article", article=value.article)
        named = _article_named(value)
        if named is not None and named[1] not in ids:
            values = {"near": did_you_mean(named[1], ids), "known": ", ".join(ids)}
            yield spot.problem("unknown-source", named[0], id=named[1], **values)
        if isinstance(value, ArticlePrint) and value.sentences[0].kind == "sentence":
            yield from _order(spot, value)
        if isinstance(value, Article) and not any(has_todo(section.heading) for section in value.sections):
            yield from () if value.id in paged else _headings(spot, value, sentences)


def _order(spot: Spot, printed: ArticlePrint) -> Iterator[Problem]:
    """Gaps in the numbers of sentences and paragraphs, which the generated file does not have."""
    before = ("", 0, 0)
    closed: set[str] = set()
    for number, sentence in enumerate(printed.sentences):
        here = (sentence.section, sentence.paragraph, sentence.sentence)
        section, paragraph, last = before
        follows = [(section, paragraph, last + 1), (section, paragraph + 1, 1)]
        if sentence.section != section:
            closed.add(section)
            follows = [(sentence.section, 1, 1)]
        if here not in (follows if last or sentence.section != section else ()) or sentence.section in closed:
            expected = " / ".join(_format_position(*place) for place in follows)
            yield spot.problem("articles-order", "sentences", number, expected=expected, value=_format_position(*here))
            return
        before = here


def _format_position(section: str, paragraph: int, sentence: int) -> str:
    return f"{section} {paragraph}.{sentence}"


def _article_named(value: object) -> tuple[str, str] | None:
    if isinstance(value, ArticlePrint | Erratum | Locator):
        return "article", value.article
    if isinstance(value, Period) and value.at_publication is not None:
        return "at_publication", value.at_publication
    return None


def _locator(spot: Spot, value: Locator, sentences: Sentences) -> Iterator[Problem]:
    place = (value.article, value.section)
    last_of = {found.paragraph: found.sentence for found in sorted(sentences) if found[:2] == place}
    if not last_of and value.page:
        yield spot.problem("locator-pages", "page", article=value.article)
    elif not last_of and value.cell:
        near = did_you_mean(value.section, _printed_headings(value.article, sentences))
        yield spot.problem("locator-sheet", "sheet", sheet=value.section, article=value.article, near=near)
    elif not last_of and PAGES in _printed_headings(value.article, sentences):
        yield spot.problem("locator-unpaged", "section", article=value.article)
    elif not last_of:
        near = did_you_mean(value.section, _printed_headings(value.article, sentences))
        yield spot.problem("locator-section", "section", section=value.section, article=value.article, near=near)
    elif place_of(value) not in sentences:
        if value.cell:
            yield spot.problem("locator-cell", "cell", article=value.article, value=value.cell)
            return
        there = last_of.get(value.paragraph)
        key, last = ("sentence", there) if there else ("page" if value.page else "paragraph", max(last_of))
        first = min(last_of) if key == "page" else 1
        values = {"expected": f"{key} {first}–{last}", "value": f"{key} {getattr(value, key)}"}
        yield spot.problem("locator-place", key, article=value.article, **values)


def _printed_headings(article: str, sentences: Sentences) -> list[str]:
    return list(dict.fromkeys(section for name, section, *_ in sorted(sentences) if name == article))


def _headings(spot: Spot, article: Article, sentences: Sentences) -> Iterator[Problem]:
    """Differences between the sections in `sources.yml` and those of the fingerprints."""
    printed = _printed_headings(article.id, sentences)
    listed = [section.heading for section in article.sections]
    lost = [heading for heading in printed if heading not in listed]
    wrong = [number for number, heading in enumerate(listed) if printed and heading not in printed]
    for number in wrong:
        values = {"section": listed[number], "near": did_you_mean(listed[number], lost or printed)}
        yield spot.problem("locator-section", "sections", number, "heading", article=article.id, **values)
    if lost and not wrong:
        yield spot.problem("section-unlisted", "sections", section=", ".join(lost))
