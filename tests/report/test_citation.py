"""Citations: what is known of an article and no more, in three styles."""

from __future__ import annotations

from dataclasses import replace

import pytest
from building import ADDRESS, ROOT

from report.citation import cite
from report.load import load_report
from report.model import Report, Text


@pytest.fixture(scope="module")
def report() -> Report:
    return load_report(ROOT)


def test_a_citation_says_what_is_known_and_no_more(report: Report) -> None:
    figure = report.figure["mutual-recognition.2026-02"]
    said = cite(report, figure.id, "")
    assert said["gbt7714"] == (
        "曾彦予, 熊燕, 刘源, 等. 筑牢健康屏障 绘就民生画卷: 株洲市卫健系统2026年发展蓝图展望[Z]. "
        "[出版地不详]: [出版者不详], [日期不详]: “核心提示”第4段第1句."
    )
    assert said["apa"].startswith("Zeng, Y., Xiong, Y., Liu, Y., & Hu, J. (n.d.). 筑牢健康屏障 绘就民生画卷: ")
    assert said["apa"].endswith(" Section “Key points”, para. 4, sentence 1.")
    assert said["bibtex"].splitlines() == [
        "@misc{mutual-recognition.2026-02,",
        "author = {曾彦予 and 熊燕 and 刘源 and 胡金菊},",
        "title = {{筑牢健康屏障 绘就民生画卷: 株洲市卫健系统2026年发展蓝图展望}},",
        "year = {{[n.d.]}},",
        "note = {Section “Key points”, paragraph 4, sentence 1},",
        "}",
    ]


def test_a_citation_names_this_sites_page_where_it_has_an_address(report: Report) -> None:
    figure = report.figure["mutual-recognition.2026-02"]
    page = f"{ADDRESS}figures/{figure.id}/"
    said = cite(report, figure.id, page)
    assert said["gbt7714"].endswith(
        f" 转引自: 株洲卫健. 检查检验结果互认[DS/OL]. 2026版第1次修订. (2026-11-22). {page}."
    )
    assert " As cited in Zhuzhou Health. (2026, November 22). " in said["apa"]
    assert said["apa"].endswith(page)
    assert f"url = {{{page}}}," in said["bibtex"]


def test_an_article_without_authors_and_words_that_tex_would_take(report: Report) -> None:
    figure = report.figures[0]
    title = Text(zh="50% & {更多}_#1", en="50% & {more}")
    bare = [article.model_copy(update={"authors": (), "title": title}) for article in report.articles]
    said = cite(replace(report, articles=tuple(bare)), figure.id, "")
    assert said["gbt7714"].startswith("50% & {更多}_#1: ")
    assert said["apa"].startswith("50% & {更多}_#1: ")
    assert "]. (n.d.). Section" in said["apa"]
    assert r"title = {{50\% \& \{更多\}\_\#1: " in said["bibtex"]
    assert "author" not in said["bibtex"]
