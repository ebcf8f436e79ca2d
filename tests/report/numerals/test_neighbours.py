"""What stands beside a phrase: one that leaves it out is refused by the text, the fingerprint and the quote."""

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from neighbours import Case, cut_phrases, whole_phrases
from tables import for_each

from report.articles.passages import split_article
from report.articles.phrases import whole_by_record, whole_in_sentence
from report.model import ArticlePrint, Figure, Report, Sentence, Text
from report.model.period import Period
from report.numerals.neighbours import printed_phrases, whole_phrase
from report.validate.quotes import check_quotes
from samples import changed, good_report, real_report

CUT = list(cut_phrases(300, seed=14))
WHOLE = list(whole_phrases())


@cache
def a_figure() -> Figure:
    return next(figure for figure in good_report().figures if figure.id == "visits.2024")


def figure_of(case: Case, quote: str) -> Figure:
    return a_figure().model_copy(update={"stated": case.stated, "quote": quote, "period": Period.model_construct()})


def print_of(text: str) -> Sentence:
    """The fingerprint of a text of one sentence, as it is read back from its file."""
    passage = next(iter(split_article(f"## 一\n{text}\n")))
    values = {"section": "一", "paragraph": "1", "sentence": "1", "length": str(passage.length)}
    lists = {"numerals": passage.numerals, "phrases": passage.phrases}
    return Sentence.model_validate({**values, "sha256": passage.sha256, **lists})


@for_each("case", CUT)
def test_a_phrase_that_leaves_out_a_neighbour_is_refused(case: Case) -> None:
    sentence = case.text.split("；")[0]
    whole = whole_in_sentence(figure_of(case, case.stated), sentence)
    assert whole
    assert case.stated in whole
    assert len(whole) > len(case.stated)
    assert whole_by_record(figure_of(case, sentence), None, is_quoted=True), "by the quote"
    printed = print_of(case.text)
    assert whole_by_record(figure_of(case, case.stated), printed, is_quoted=True), f"by {printed.phrases}"
    assert whole_by_record(figure_of(case, case.stated), printed, is_quoted=False), f"by {printed.phrases}"


@for_each("case", WHOLE)
def test_a_whole_phrase_is_accepted(case: Case) -> None:
    assert whole_in_sentence(figure_of(case, case.stated), case.text) == ""
    printed = print_of(case.text)
    assert whole_by_record(figure_of(case, case.stated), printed, is_quoted=True) == ""
    assert whole_by_record(figure_of(case, case.text), None, is_quoted=True) == ""


@pytest.mark.parametrize(
    ("text", "stated", "whole"),
    [
        ("合格率不到50%。", "50%", "不到50%"),
        ("用了一年半。", "一年", "一年半"),
        ("增长率为-0.99‰。", "0.99‰", "增长率为-0.99‰"),
        ("互认21.89万次。", "1.89万次", "21.89万次"),
        ("共108.8万人。", "8.8万人", "108.8万人"),
        ("由全省第6位上升到第5位。", "第6位", "由全省第6位上升到"),
        ("从1.69:1缩小到1.60:1。", "1.69:1", "从1.69:1缩小到"),
        ("一、二级共10～15個。", "10", "10～15個"),
        ("控制在5.5%以内。", "5.5%", "5.5%以内"),
        ("年均增长7%以上。", "增长7%以上", "年均增长7%以上"),
        ("为2016年的1.7倍。", "1.7倍", "为2016年的1.7倍"),
        ("分别增长14.5%和12.4%。", "12.4%", "增长14.5%和12.4%"),
        ("床位由2022年6.92张增加到2023年7.23张。", "6.92张", "由2022年6.92张增加到"),
        ("收入3万億美元以上。", "3万億", "3万億美元以上"),
    ],
)
def test_the_longer_phrase_is_offered(text: str, stated: str, whole: str) -> None:
    start = text.index(stated)
    assert text[slice(*whole_phrase(text, start, start + len(stated)))] == whole


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("上升至第11名。", "第11名"),
        ("由全省第6位上升到第5位。", "第5位"),
        ("由5家医院组成。", "5家"),
        ("5人到3家医院。", "5人"),
        ("433个——这是全部。", "433个"),
        ("可提供6类15项服务。", "15项"),
        ("附近5家、就近3所。", "5家"),
        ("从3个方面推进。", "3个"),
        ("从3家医院抽调5人到3个村。", "3家"),
        ("床位由2022年6.92张增加到2023年7.23张。", "7.23张"),
        ("按可比价格上涨5.3%。", "上涨5.3%"),
        ("孕产妇死亡率下降到15.1/10万。", "15.1/10万"),
        ("总诊疗人次95.5亿，比上年增加11.3亿人次。", "95.5亿"),
    ],
)
def test_what_changes_nothing_is_no_part(text: str, stated: str) -> None:
    start = text.index(stated)
    assert text[slice(*whole_phrase(text, start, start + len(stated)))] == stated


def test_the_year_before_may_be_said_by_the_period() -> None:
    """同比 in 同比提升 is what `compared_with` says; 环比 and 年均 are said by nothing else."""
    case = Case("借阅量同比提升12.5%。", "提升12.5%", 5)
    assert whole_in_sentence(figure_of(case, case.text), case.text) == "同比提升12.5%"
    period = Period.model_construct(year=2024, compared_with=2023)
    figure = figure_of(case, case.text).model_copy(update={"period": period})
    assert whole_in_sentence(figure, case.text) == ""
    assert whole_by_record(figure, print_of(case.text), is_quoted=True) == ""
    assert whole_in_sentence(figure, "借阅量年均提升12.5%。") == "年均提升12.5%"


@pytest.mark.parametrize(
    ("year", "whole"), [(2019, ""), (2023, "从2019年的77.3岁提高到")], ids=["of that year", "of the later year"]
)
def test_where_a_change_began_is_a_figure_of_its_own_year(year: int, whole: str) -> None:
    case = Case("预期寿命从2019年的77.3岁提高到2023年的78.6岁。", "77.3岁", 11)
    figure = figure_of(case, case.text).model_copy(update={"period": Period.model_construct(year=year)})
    assert whole_in_sentence(figure, case.text) == whole
    assert bool(whole_by_record(figure, print_of(case.text), is_quoted=True)) == bool(whole)


def test_each_of_them_may_be_said_by_the_scope() -> None:
    case = Case("每个县区至少有1家。", "至少有1家", 4)
    assert whole_in_sentence(figure_of(case, case.text), case.text) == "每个县区至少有1家"
    figure = figure_of(case, case.text).model_copy(update={"scope": Text(zh="每个县区", en="every county")})
    assert whole_in_sentence(figure, case.text) == ""
    assert whole_by_record(figure, print_of(case.text), is_quoted=True) == ""


@pytest.mark.parametrize(("text", "stated", "whole"), [("获A+等次。", "A", "A+"), ("5A级景区。", "A级", "5A级")])
def test_a_grade_is_cut_by_letters_and_signs(text: str, stated: str, whole: str) -> None:
    figure = a_figure().model_copy(update={"measure": "grade", "stated": stated, "quote": text})
    assert whole_in_sentence(figure, text) == whole
    assert whole_in_sentence(figure.model_copy(update={"stated": whole}), text) == ""


def test_the_quote_tells_apart_what_is_printed_twice() -> None:
    text = "不到50%的村建成，50%的镇达标。"
    printed = print_of(text)
    assert printed.numerals == ("50%", "50%")
    assert printed.phrases == ("不到50%", "50%")
    by_quote = {
        quote: whole_by_record(figure_of(Case(text, "50%", 0), quote), printed, is_quoted=True)
        for quote in ("不到50%的村", "50%的镇", "建成，50%")
    }
    assert by_quote == {"不到50%的村": "不到50%", "50%的镇": "", "建成，50%": ""}


def test_a_quote_that_begins_inside_a_word_is_not_misread() -> None:
    """The quote 近5家 is cut out of 附近5家; the fingerprint knows."""
    text = "附近5家医院参加。"
    figure = figure_of(Case(text, "5家", 0), "近5家医院")
    assert whole_by_record(figure, print_of(text), is_quoted=True) == ""
    assert whole_by_record(figure, None, is_quoted=True) == "近5家"


def test_words_that_could_be_any_are_left_out_of_a_fingerprint() -> None:
    text = "由改革之前的35%稳步提高到60%。"
    assert printed_phrases(text) == ("由…35%…提高到…", "60%")


def test_nothing_but_numbers_and_words_of_the_table_is_kept_of_a_sentence() -> None:
    for printed in real_report().prints:
        for sentence in printed.sentences:
            assert sum(map(len, sentence.phrases)) <= sum(map(len, sentence.numerals)) + 8


@pytest.mark.parametrize("report", [good_report(), real_report()], ids=["sample", "report"])
def test_no_phrase_of_the_reports_is_cut(report: Report) -> None:
    assert [problem.render() for problem in check_quotes(report)] == []


def test_fingerprints_of_older_rules_stay_valid() -> None:
    """They have no phrases and lack numerals without a digit; the quote still shows what is cut."""

    def older(article: ArticlePrint) -> ArticlePrint:
        sentences = tuple(sentence.model_copy(update={"phrases": ()}) for sentence in article.sentences)
        return article.model_copy(update={"rules": None, "sentences": sentences})

    def cut(figure: Figure) -> Figure:
        return figure.model_copy(update={"stated": "3家"}) if figure.id == "village-rooms.2025" else figure

    report = changed(good_report(), ArticlePrint, older)
    assert list(check_quotes(report)) == []
    (problem,) = check_quotes(changed(report, Figure, cut))
    assert (problem.code, problem.values["whole"]) == ("phrase-cut", "至少有3家")


def test_fingerprints_show_what_the_quote_does_not() -> None:
    """The quote begins with the phrase, so that only the fingerprint, or the text, knows of 至少有."""

    def cut(figure: Figure) -> Figure:
        values = {"stated": "3家", "quote": "3家"}
        return figure.model_copy(update=values) if figure.id == "village-rooms.2025" else figure

    (problem,) = check_quotes(changed(good_report(), Figure, cut))
    assert problem.render() == (
        "data/figures/reading.yml:80: village-rooms.2025: stated: "
        "the article says more in l2025 明年计划 1.1: 至少有3家\n"
        "  expected: 至少有3家\n"
        "  got: 3家\n"
        "  hint: copy the whole phrase: the words beside the number change its value, sign, unit, bound or rank"
        " / 提示：请照抄完整短语：数字旁的这些字会改变其数值、正负、单位、界限或名次"
    )


PRINTED = "0123456789.%—-至到从由第一二三十百万亿余多半家人年每不到近约上下以内同比增长提高，。/:"


@given(st.data(), st.text(alphabet=PRINTED, min_size=1))
def test_the_whole_phrase_of_any_text_holds_the_phrase(data: st.DataObject, text: str) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    first, last = whole_phrase(text, start, end)
    assert 0 <= first <= start < end <= last <= len(text)
    assert whole_phrase(text, first, last) == (first, last), "and is whole itself"
