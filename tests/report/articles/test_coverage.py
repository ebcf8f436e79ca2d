"""Nothing is left out: each sentence named or excused, each numeral owned."""

from dataclasses import replace
from pathlib import Path

import pytest

from report.articles.coverage import MAX_EXCUSES, measure_coverage
from report.articles.passages import check_article_numerals, check_article_quotes, read_articles
from report.model import ArticlePrint, Excuse, Figure, Locator, Plan, Report, Sentence, Term
from samples import GOOD, changed, good_report, real_report, without

ADD_OR_EXCUSE = "add the fact, or say why the sentence holds none / 提示：请补录该事实，或在 data/coverage.yml 说明理由"


def open_in(report: Report) -> list[str]:
    return [problem.render() for problem in measure_coverage(report).problems]


def place(paragraph: int, sentence: int) -> Locator:
    values = {"article": "l2025", "section": "年度回顾", "paragraph": str(paragraph), "sentence": str(sentence)}
    return Locator.model_validate(values)


def with_numerals(*numerals: str) -> Report:
    """The good project with numerals in the sentence that is excused."""

    def add(sentence: Sentence) -> Sentence:
        first = (sentence.section, sentence.paragraph, sentence.sentence) == ("年度回顾", 1, 2)
        return sentence.model_copy(update={"numerals": numerals}) if first else sentence

    def printed(article: ArticlePrint) -> ArticlePrint:
        if article.article != "l2025":
            return article
        return article.model_copy(update={"sentences": tuple(map(add, article.sentences))})

    return changed(good_report(), ArticlePrint, printed)


def test_the_good_project_is_covered() -> None:
    coverage = measure_coverage(good_report())
    assert (coverage.sentences, coverage.named, len(coverage.excused), coverage.problems) == (15, 13, 2, ())


def test_a_sentence_that_nothing_names_is_open() -> None:
    report = without(good_report(), Figure, lambda figure: figure.id == "book-spending.2024")
    assert open_in(report) == [
        "data/articles.yml: sentence named by no entry: l2025 年度回顾 2.2\n"
        "  expected: an entry that names it, or an excuse in data/coverage.yml\n"
        f"  hint: {ADD_OR_EXCUSE}",
        "data/articles.yml: numeral owned by nothing: 36.5万元 in l2025 年度回顾 2.2\n"
        "  expected: a figure whose phrase holds it, a term or a name\n"
        "  hint: add the figure or the term / 提示：请补录该数字，或加入术语、专名",
    ]


def test_an_erratum_names_no_sentence() -> None:
    """An entry on a misprint says nothing of what the sentence reports; its excuse may stand beside it."""
    report = without(good_report(), Excuse, lambda excuse: excuse.reason == "repeats")
    assert [message.splitlines()[0] for message in open_in(report)] == [
        "data/articles.yml: sentence named by no entry: l2026 今年方向 1.3"
    ]


@pytest.mark.parametrize(("reason", "of"), [("transition", None), ("preamble", None), ("repeats", "visits.2024")])
def test_each_reason_excuses(reason: str, of: str | None) -> None:
    change = {"reason": reason, "of": of}
    assert open_in(changed(good_report(), Excuse, lambda excuse: excuse.model_copy(update=change))) == []


def test_what_is_named_needs_no_excuse() -> None:
    report = changed(
        good_report(),
        Excuse,
        lambda excuse: excuse.model_copy(update={"source": place(1, 1)}) if excuse.of else excuse,
    )
    assert open_in(report) == [
        "data/articles.yml: sentence named by no entry: l2026 今年方向 1.3\n"
        "  expected: an entry that names it, or an excuse in data/coverage.yml\n"
        f"  hint: {ADD_OR_EXCUSE}",
        "data/coverage.yml:3: [2].source: sentence both named and excused: l2025 年度回顾 1.1\n"
        "  expected: one of the two\n"
        "  hint: remove the excuse / 提示：请删去免录说明",
    ]


def test_excuses_have_an_end() -> None:
    report = good_report()
    many = tuple(report.excuses[0] for _ in range(MAX_EXCUSES + 1))
    told = [problem.code for problem in measure_coverage(replace(report, excuses=many[:-1])).problems]
    assert "excuses-many" not in told
    (problem,) = [p for p in measure_coverage(replace(report, excuses=many)).problems if p.code == "excuses-many"]
    assert problem.render() == (
        f"data/coverage.yml: {MAX_EXCUSES + 1} sentences excused\n"
        f"  expected: at most {MAX_EXCUSES}\n"
        "  hint: enter the facts instead / 提示：请改为录入事实"
    )


@pytest.mark.parametrize("numeral", ["2024年", "2025年底", "1月31日", "六个", "三味"])
def test_dates_terms_and_names_own_their_numerals(numeral: str) -> None:
    assert open_in(with_numerals(numeral)) == []


@pytest.mark.parametrize(
    "numeral", ["9家", "两个", "1.2万余人次", "贰拾家", "廿三家", "卅年", "Ⅲ家", "½", "𝟐𝟎家", "２０％", "㉑项", "㈡"]
)
def test_a_numeral_of_another_sentence_is_not_owned(numeral: str) -> None:
    assert [problem.values["numeral"] for problem in measure_coverage(with_numerals(numeral)).problems] == [numeral]


def test_a_term_owns_what_it_holds_no_longer_once_it_is_gone() -> None:
    report = without(with_numerals("六个"), Term, lambda term: term.id == "six-ones")
    assert [problem.code for problem in measure_coverage(report).problems] == ["numeral-open"]


def test_a_plan_that_is_gone_leaves_its_sentences_open() -> None:
    report = without(good_report(), Plan, lambda plan: plan.year == 2026)
    assert [problem.values["place"] for problem in measure_coverage(report).problems] == ["l2026 今年方向 1.2"]


def test_the_report_covers_both_articles() -> None:
    coverage = measure_coverage(real_report())
    assert [problem.render() for problem in coverage.problems] == []
    assert coverage.sentences == 127
    assert len(coverage.excused) <= MAX_EXCUSES == 15


def test_the_report_quotes_both_articles(articles: Path) -> None:
    report = real_report()
    found = read_articles(articles, [article.id for article in report.articles])
    problems = [*check_article_quotes(report, found), *check_article_numerals(report, found)]
    assert [problem.render() for problem in problems] == []


def test_the_good_project_quotes_its_articles() -> None:
    found = read_articles(GOOD / "articles", ["l2025", "l2026"])
    assert [*check_article_quotes(good_report(), found), *check_article_numerals(good_report(), found)] == []
