"""A draft as a whole: read the report, go through an article, and check that the report loads with the outcome.

Belongs here: the order of the steps, what is done about a stub that the report's checks refuse. Does not belong here:
what a stub says (`report.draft.numbers`, `report.draft.sentences`), where it goes (`report.draft.files`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from report.articles.passages import Passage, fingerprints, remaining_prints
from report.draft.files import (
    Files,
    add_caution,
    add_entries,
    add_figures,
    add_indicators,
    add_places,
    add_terms,
    term_comment,
)
from report.draft.ids import Ids, taken_ids
from report.draft.indicators import Indicators
from report.draft.lists import years_listed
from report.draft.numbers import Numbers
from report.draft.patterns import pattern
from report.draft.periods import Context, is_plan_heading, years_named
from report.draft.sentences import Sentences, terms
from report.draft.stubs import EntryStub, FigureStub, IndicatorStub, text_rows, year_yaml
from report.draft.themes import Themes
from report.load import read_report
from report.model import Report
from report.model.base import PAGES
from report.problems import Problem, ReportError, did_you_mean
from report.schema import with_schema_line
from report.todo_marks import has_todo
from report.try_files import new_problems
from report.yaml.edit import Addition, add_keys, append_items, replace_values, scalar
from report.yaml.reader import Steps

_OF_PARTS = {"part-of-another", "parts-above", "parts-below"}


@dataclass
class Draft:
    """What a draft adds.

    Attributes:
        files: Content by path below the project's root: files that change, and new ones.
    """

    figures: list[FigureStub] = field(default_factory=list)
    indicators: list[IndicatorStub] = field(default_factory=list)
    entries: list[EntryStub] = field(default_factory=list)
    terms: list[str] = field(default_factory=list)
    repeated: list[FigureStub] = field(default_factory=list)
    files: dict[str, str] = field(default_factory=dict)


def draft_article(root: Path, article: str, articles: Mapping[str, Sequence[Passage]]) -> Draft:
    """Draft what an article holds and the report does not.

    Args:
        root: The project's folder.
        article: Id of the article.
        articles: The articles' texts that are at hand.

    Raises:
        ReportError: The report cannot be read, has no such article, its text is not at hand, or it prints amounts of
            money without a currency where the report names none.
    """
    report = _read(root)
    if article not in report.article or article not in articles:
        ids = [known.id for known in report.articles]
        values = {"id": article, "near": did_you_mean(article, ids), "known": ", ".join(ids)}
        code = "articles-missing" if article in report.article else "unknown-source"
        if article in report.article:
            ends = (".xlsx", ".csv") if report.article[article].type == "table" else (".txt",)
            values["known"] = ", ".join(article + end for end in ends)
        raise ReportError([Problem("data/sources.yml", 0, "", code, values)])
    passages = articles[article]
    files = Files(root)
    _add_prints(files, report, articles)
    contexts = _contexts(report, article, passages)
    _add_sections(files, report, article, contexts)
    draft = _stubs(report, article, passages, contexts)
    _refuse_without_currency(draft)
    for _ in range(4):
        written = Files(root, dict(files.changed))
        _add_all(written, report, article, list(contexts), draft)
        wrong = new_problems(root, written.changed)
        if not _demote(draft, wrong):
            break
    if wrong:
        raise ReportError(wrong)
    _forget_known(draft, Files(root), f"data/figures/{article}.yml")
    draft.files = written.changed
    return draft


def _refuse_without_currency(draft: Draft) -> None:
    """Amounts have parts, changes and sentences, which a later run could not add to what was drafted without them."""
    stated = [figure.stated for figure in draft.figures if figure.reason == "currency"]
    if stated:
        raise ReportError([Problem("data/report.yml", 0, "", "currency-missing", {"value": ", ".join(stated[:3])})])


def _forget_known(draft: Draft, before: Files, name: str) -> None:
    """Leave out what stands in comments already."""
    known = before.text(name)
    draft.figures = [figure for figure in draft.figures if not figure.is_unread or figure.comment() not in known]
    known = before.text("data/glossary.yml")
    draft.terms = [word for word in draft.terms if term_comment(word) not in known]


def _read(root: Path) -> Report:
    report, problems = read_report(root)
    if report is None:
        raise ReportError(problems)
    return report


def _add_prints(files: Files, report: Report, articles: Mapping[str, Sequence[Passage]]) -> None:
    """The fingerprints of the texts at hand, as `report articles` writes them."""
    ids = [article.id for article in report.articles]
    others = remaining_prints(files.root, ids, articles)
    known = {id: articles.get(id) or others[id] for id in ids if id in articles or id in others}
    text = fingerprints(known)
    if text not in files.text("data/articles.yml"):
        files.changed["data/articles.yml"] = with_schema_line(text, "articles.yml")


def _contexts(report: Report, article: str, passages: Sequence[Passage]) -> dict[str, Context]:
    """What is known of each section, by heading in the order of the article."""
    known = {section.heading: section.years for section in report.article[article].sections}
    named = [year for passage in passages for year in years_named(passage.text)]
    editions = [year.year for year in report.edition.years] or named or [report.edition.published.year - 1]
    contexts: dict[str, Context] = {}
    for heading in dict.fromkeys(passage.section for passage in passages):
        named = [y for p in passages if p.section == heading for y in years_named(p.text)]
        through = [year for p in passages if p.section == heading for year in years_listed(p.text, max(editions))]
        titled = years_named(heading)
        if heading == PAGES:  # The sections of a document with pages are not printed as headings here.
            known[heading] = tuple(sorted({year for years in known.values() for year in years}))
        years = known[heading] if heading in known else _years([*named, *through, *titled], editions)
        open_to = [year for year in editions if year in years] or list(years)
        counted = Counter([year for year in titled if year in years] or [year for year in named if year in open_to])
        default = counted.most_common(1)[0][0] if counted else open_to[0]
        if is_plan := is_plan_heading(heading) and not counted:  # A plan that names no year is for the next.
            default = max(open_to) + 1
            years = years if heading in known else (*years, default)
            default = default if default in years else max(open_to)
        contexts[heading] = Context(years, default, is_plan or is_plan_heading(heading))
    return contexts


def _years(named: Sequence[int], editions: Sequence[int]) -> tuple[int, ...]:
    """Years that a section may speak of: those it names, those of the report, and the one before each of these."""
    years = {*named, *editions}
    return tuple(sorted(year for year in {*years, *(year - 1 for year in years)} if 1900 <= year <= 2100))


def _add_sections(files: Files, report: Report, article: str, contexts: Mapping[str, Context]) -> None:
    """Sections of the article that `sources.yml` does not list."""
    name = "data/sources.yml"
    number, known = next((n, a) for n, a in enumerate(report.articles) if a.id == article)
    listed = [section.heading for section in known.sections]
    missing = [heading for heading in contexts if heading not in (*listed, PAGES)]
    to_fill = [n for n, heading in enumerate(listed) if has_todo(heading)][: len(missing)]
    for place, heading in zip(to_fill, missing, strict=False):  # Places that a new report leaves for headings.
        rows = yaml.safe_load(_section(heading, contexts[heading]))
        path = (number, "sections", place)
        values: dict[Steps, str] = {(*path, "heading"): scalar(heading), (*path, "years"): str(rows["years"])}
        values |= {(*path, "title", key): scalar(words) for key, words in rows["title"].items()}
        files.changed[name] = replace_values(files.text(name), values)
    rest = missing[len(to_fill) :]
    files.append(name, (number, "sections"), [_section(heading, contexts[heading]) for heading in rest])


def _section(heading: str, context: Context) -> str:
    """A section as an item of a list."""
    title = text_rows("title", "section", title=pattern("heading_number").sub("", heading) or heading)
    years = ", ".join(map(str, context.years))
    return "\n".join([f"heading: {scalar(heading)}", *title, f"years: [{years}]"])


def _stubs(report: Report, article: str, passages: Sequence[Passage], contexts: Mapping[str, Context]) -> Draft:
    themes, ids = Themes(report, article), Ids(set(taken_ids(report)), list(contexts))
    indicators = Indicators(report, ids)
    numbers = Numbers(report, article, themes, ids, indicators)
    sentences = Sentences(report, article, themes, ids)
    draft = Draft(numbers.figures, indicators.drafted, [], list(terms(report, passages)))
    draft.repeated = numbers.repeated
    for passage in passages:
        context = contexts[passage.section]
        context.enter(passage.paragraph)
        figures = numbers.add(passage, context)
        context.read(passage.text)
        if not passage.is_cell and (entry := sentences.entry(passage, context, figures, numbers.words)):
            draft.entries.append(entry)
    return draft


def _add_all(files: Files, report: Report, article: str, headings: Sequence[str], draft: Draft) -> None:
    """Each stub into its file."""
    add_indicators(files, draft.indicators)
    statuses = Counter(figure.status for figure in draft.figures if figure.status)
    periods = Counter(tuple(figure.period.items()) for figure in draft.figures if figure.period)
    defaults: dict[str, Any] = {"article": article, "status": statuses.most_common(1)[0][0] if statuses else "reported"}
    defaults["period"] = dict(periods.most_common(1)[0][0]) if periods else {}
    add_figures(files, f"data/figures/{article}.yml", draft.figures, defaults)
    add_places(files, draft.repeated)
    planned = {e.year for e in draft.entries if e.is_planned} | {plan.year for plan in report.plans}
    reported = {e.year for e in draft.entries if not e.is_planned} | {results.year for results in report.results}
    both = planned & reported
    titles = {heading: report.article[article].title.zh if heading == PAGES else heading for heading in headings}
    add_entries(files, draft.entries, titles, both)
    for results in report.results:
        if results.year in both and results.caution is None:
            add_caution(files, results.year)
    add_terms(files, draft.terms)
    _add_years(files, report, planned | reported, reported)
    waiting = [c.id for plan in report.plans if plan.year in both for w in plan.workstreams for c in w.commitments]
    waiting += [entry.id for entry in draft.entries if entry.is_planned and entry.year in both]
    known = {entry.id for entry in report.ledger}
    files.append("data/ledger.yml", (), [f"id: {id}\nreported: open" for id in waiting if id not in known])


def _add_years(files: Files, report: Report, years: Iterable[int], reported: Collection[int]) -> None:
    """Years that `report.yml` does not list, and that now have results or a plan."""
    known = {year.year for year in report.edition.years}
    items = [year_yaml(year, is_reported=year in reported) for year in sorted(set(years) - known)]
    name = "data/report.yml"
    if items and "years" in files.data(name):
        files.append(name, ("years",), items)
    elif items:
        rows = append_items("[]\n", (), items).rstrip("\n")
        files.changed[name] = add_keys(files.text(name), [Addition((), "years", rows)])


def _demote(draft: Draft, problems: Iterable[Problem]) -> bool:
    """Turn refused figures into comments, and take figures and short quotes from refused entries; whether any was."""
    about_parts = [problem for problem in problems if problem.code in _OF_PARTS]
    refused = {problem.path.partition(":")[0] for problem in problems if problem not in about_parts}
    changed = False
    unlike = {problem.path.partition(":")[0] for problem in about_parts}
    for figure in draft.figures:
        if figure.part_of and not unlike.isdisjoint((figure.id, figure.part_of)):
            figure.part_of, changed = "", True
    for figure in draft.figures:
        if figure.id in refused and not figure.is_unread:
            figure.is_unread = changed = True
    unread = {figure.id for figure in draft.figures if figure.is_unread and figure.id}
    for figure in draft.figures:
        if figure.part_of in unread:
            figure.part_of, changed = "", True
        if figure.change_of in unread and not figure.is_unread:
            figure.is_unread = changed = True
    used = {figure.indicator for figure in draft.figures if not figure.is_unread}
    draft.indicators = [stub for stub in draft.indicators if stub.id in used]
    for stub in draft.indicators:
        if stub.id in refused and stub.label:
            stub.label, changed = "", True
    for entry in draft.entries:
        if entry.words and (entry.id in refused or not unread.isdisjoint(entry.figures)):
            entry.words, changed = "", True
            if unread.isdisjoint(entry.figures):
                continue
        if entry.figures and (entry.id in refused or not unread.isdisjoint(entry.figures)):
            entry.figures, changed = [id for id in entry.figures if id not in unread and entry.id not in refused], True
    return changed
