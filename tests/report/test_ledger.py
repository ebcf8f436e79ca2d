"""The ledger: what becomes of commitments, from real data and small changes to it. Refusals are in `sites/ledger-*`."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from macros.pages import Page, render_pages
from report.articles.coverage import measure_coverage
from report.articles.passages import check_article_quotes, read_articles
from report.figures import write_text
from report.ledger import STATUSES, place_of_commitment, plan_reviews, reviewed_plans
from report.load import load_report
from report.model import Evidence, Language, Locator, Report
from samples import real_pages, real_report

ROOT = Path(__file__).parents[2]
GOOD = ROOT / "samples" / "library"
LANGUAGES: tuple[Language, ...] = ("zh", "en")
COUNT = re.compile(r'<td class="n tnum" role="cell">(\d+)</td>.*?aria-hidden="true">((?:<i></i>)*)</span>')


@pytest.fixture(scope="module")
def report() -> Report:
    return real_report()


@pytest.fixture(scope="module")
def pages() -> dict[tuple[str, str], Page]:
    return real_pages()


def later(report: Report) -> Report:
    """The report a year on: the latest plan has results too, and nothing in the ledger yet."""
    plan = max(report.plans, key=lambda plan: plan.year)
    results = report.results_of(reviewed_plans(report)[0].year)
    assert results is not None
    return replace(report, results=(*report.results, results.model_copy(update={"year": plan.year})))


def test_a_plan_is_reviewed_once_its_year_has_results(report: Report) -> None:
    years = [plan.year for plan in reviewed_plans(report)]
    with_results = {results.year for results in report.results}
    assert years == sorted({plan.year for plan in report.plans} & with_results, reverse=True)
    assert reviewed_plans(replace(report, results=())) == ()
    assert [plan.year for plan in reviewed_plans(later(report))] == [max(plan.year for plan in report.plans), *years]


def test_every_commitment_of_a_reviewed_plan_has_one_entry(report: Report) -> None:
    entries = [entry.id for entry in report.ledger]
    promised = [c.id for plan in reviewed_plans(report) for part in plan.workstreams for c in part.commitments]
    assert sorted(entries) == sorted(promised)


def test_counts_add_up(report: Report) -> None:
    for review in plan_reviews(report):
        total = len(list(review.plan.all_commitments()))
        assert sum(review.count(status) for status in STATUSES) == total
        assert 0 <= review.taken_up() <= total


def test_evidence_stands_where_the_year_is_reported_and_only_there(report: Report) -> None:
    for review in plan_reviews(report):
        summary = {
            (place.article, place.section)
            for chapter in review.results.chapters
            for result in chapter.results
            for place in result.sources
        }
        for entry in review.entries.values():
            assert bool(entry.evidence) == (entry.reported != "not-mentioned"), entry.id
            assert {(p.article, p.section) for e in entry.evidence for p in e.sources} <= summary, entry.id


def test_what_takes_a_commitment_up_is_of_a_later_plan(report: Report) -> None:
    for review in plan_reviews(report):
        for entry in review.entries.values():
            assert all(place_of_commitment(report, id)[0].year > review.plan.year for id in entry.taken_up)


def test_targets_that_the_second_article_does_not_mention_are_not_mentioned(report: Report) -> None:
    entry = {entry.id: entry for entry in report.ledger}
    for id in ("2025-county-visit-share", "2025-medical-childcare"):
        assert entry[id].reported == "not-mentioned"
        assert entry[id].taken_up == ()


def test_a_quote_of_evidence_is_looked_up_in_its_sentence(articles: Path) -> None:
    report = load_report(ROOT)
    texts = read_articles(articles, [article.id for article in report.articles])
    assert list(check_article_quotes(report, texts)) == []


def test_a_wrong_quote_of_evidence_is_found(tmp_path: Path) -> None:
    root = shutil.copytree(GOOD, tmp_path / "good")
    ledger = root / "data/ledger.yml"
    ledger.write_text(ledger.read_text("utf-8").replace("提升6个百分点", "提升7个百分点"), "utf-8")
    texts = read_articles(root / "articles", ["l2025", "l2026"])
    found = [problem.render().splitlines()[0] for problem in check_article_quotes(load_report(root), texts)]
    wrong = "the quote does not occur once in its sentence"
    assert found == [f"data/ledger.yml:11: 2025-digital-target: evidence[1].quote: {wrong}"]


def test_evidence_covers_no_sentence(report: Report) -> None:
    """A fact that nothing but the ledger's evidence names is not entered: the result itself must be."""
    bare = tuple(entry.model_copy(update={"evidence": ()}) for entry in report.ledger)
    kept = tuple(p for p in report.placed if p.tree.file != "data/ledger.yml")
    assert measure_coverage(replace(report, ledger=bare, placed=kept)).named == measure_coverage(report).named


@pytest.mark.parametrize("language", LANGUAGES)
def test_counts_stand_as_numbers_and_squares_beside_the_caution(
    report: Report, pages: dict[tuple[str, str], Page], language: Language
) -> None:
    review = plan_reviews(report)[0]
    text = pages["ledger/", language].markdown
    block = text[text.index('<section class="ledger-counts">') :]
    block = block[: block.index("</section>")]
    found = [(int(number), squares.count("<i>")) for number, squares in COUNT.findall(block)]
    total = len(review.entries)
    counts = [review.count(status) for status in review.statuses] + [review.taken_up(), total - review.taken_up()]
    assert found == [(count, count) for count in counts]
    assert review.results.caution is not None
    assert write_text(report, review.results.caution, language) in re.sub(r"<[^>]+>", "", block)


def test_the_squares_of_each_status_have_a_rule_of_their_own() -> None:
    """Else those of entries still to be assessed would differ from those not mentioned by a shade alone."""
    macro = (ROOT / "macros/templates/parts.jinja").read_text(encoding="utf-8")
    classes = re.findall(r'": "(\w+)"', macro[macro.index("macro status_class") : macro.index("macro status(")])
    rules = re.findall(r"^\.u-(\w+) ", (ROOT / "docs/assets/tables.css").read_text(encoding="utf-8"), re.MULTILINE)
    assert set(classes) == set(rules)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_commitment_stands_on_the_page_with_word_shape_and_evidence(
    report: Report, pages: dict[tuple[str, str], Page], language: Language
) -> None:
    text = pages["ledger/", language].markdown
    year = pages["2025/", language].markdown
    for review in plan_reviews(report):
        for id, entry in review.entries.items():
            row = text[text.index(f'<tr role="row" id="{id}">') :]
            row = row[: row.index("</tr>")]
            word = report.interface_word(f"ledger.{entry.reported}", language)
            assert re.search(rf"<svg [^>]*>(.|\n)*?</svg>{re.escape(word)}</span>", row), id
            assert all(evidence.quote in row for evidence in entry.evidence), id
            assert all(f"#{other}" in row for other in entry.taken_up), id
            line = year[year.index(f'<li id="{id}"') :].partition("</li>")[0]
            known = entry.reported in ("met", "progress")
            assert (f'ledger/#{id}">{report.interface_word("tag.progress", language)}' in line) == known, id
            assert line.count('<a class="tag"') == bool(entry.taken_up), id
            assert all(f"#{other}" in line for other in entry.taken_up[:1]), id


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_matrix_quotes_both_sides(report: Report, pages: dict[tuple[str, str], Page], language: Language) -> None:
    text = pages["ledger/", language].markdown
    matrix = text[text.index("{ #again }") :]
    for entry in report.ledger:
        for id in entry.taken_up:
            for commitment in (place_of_commitment(report, entry.id)[2], place_of_commitment(report, id)[2]):
                assert commitment.quote in matrix, commitment.id


def test_a_report_that_reviews_nothing_yet_shows_no_counts(report: Report) -> None:
    young = replace(report, results=(), ledger=())
    for page in render_pages(young, ROOT / "docs"):
        assert "ledger-counts" not in page.markdown
        assert 'class="tag' not in page.markdown


def test_next_year_shows_the_status_on_the_pages_of_the_directions(report: Report) -> None:
    """A plan whose parts have pages of their own is reviewed like any other, without a change of code."""
    plan = max(report.plans, key=lambda plan: plan.year)
    ids = [commitment.id for part in plan.workstreams for commitment in part.commitments]
    place = Locator(article="a2026", section="核心提示", paragraph="1", sentence="1")
    evidence = (Evidence(quote="高质量发展", sources=(place,)),)
    kind = type(report.ledger[0])
    entries = [kind(id=id, reported="met", evidence=evidence) for id in ids]
    grown = replace(later(report), ledger=(*report.ledger, *entries))
    pages = {(page.address, page.language): page.markdown for page in render_pages(grown, ROOT / "docs")}
    assert f"ledger/#{ids[0]}" in "".join(text for (address, _), text in pages.items() if address.startswith("2026/"))
    assert pages["ledger/", "zh"].count('<section class="ledger-counts">') == 2
