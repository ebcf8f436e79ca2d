"""Citations: what is known of a source and no more, in three styles, beside examples written by hand from the rules."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from building import ADDRESS, ROOT

from report.citation import cite, cite_report
from report.load import load_report
from report.model import Author, Report, Text
from samples import real_report

COMMUNIQUE = {
    "type": "report",
    "title": Text(zh="2023年我国卫生健康事业发展统计公报", en="Statistical communiqué on health, 2023"),
    "subtitle": None,
    "authors": (Author(zh="国家卫生健康委员会", en="National Health Commission"),),
    "date": "2024-08-29",
}
ONLINE = {"address": "https://example.org/c2023", "accessed": date(2026, 11, 20)}
BODY = Text(zh="国家卫生健康委员会", en="National Health Commission")
PRESS = Text(zh="中国统计出版社", en="China Statistics Press")
BEIJING = Text(zh="北京", en="Beijing")
PERSON = Author(zh="曾彦予", family="Zeng", given="Yanyu")
GB_PLACE, APA_PLACE = "“核心提示”第4段第1句", "Section “Key points”, para. 4, sentence 1."
ENGLISH = (
    "National Health Commission. (2024). 2023年我国卫生健康事业发展统计公报 [Statistical communiqué on health, 2023]."
)


@pytest.fixture(scope="module")
def report() -> Report:
    return real_report()


def cited(report: Report, page: str = "", **values: Any) -> Mapping[str, str]:
    """The citation of a figure whose source has these values and nothing else that can be left out."""
    bare: dict[str, Any] = dict.fromkeys(("subtitle", "byline", "publisher", "not_stated"))
    articles = [article.model_copy(update={**bare, "authors": (), **values}) for article in report.articles]
    return cite(replace(report, articles=tuple(articles)), "mutual-recognition.2026-02", page)


def test_a_heading_is_cited_as_it_is_printed(report: Report) -> None:
    assert "“综合医改蹄疾步稳”第1段第12句" in cite(report, "mutual-recognition.2024", "")["gbt7714"]
    assert "“加强服务能力”第1段第5句" in cite(report, "county-visit-share.2025", "")["gbt7714"]
    unlike = {section.heading: section.as_printed for section in report.article["a2026"].sections if section.printed}
    assert unlike == {}  # All headings of this article are as printed.


def parsed(entry: str) -> tuple[str, str, dict[str, str]]:
    """Kind, key and fields of an entry, read strictly: braces balance, and nothing stands outside them but a month."""
    head = re.fullmatch(r"@(\w+)\{([\w.-]+),\n(.*)\n\}", entry, re.DOTALL)
    assert head, entry
    fields = {}
    for line in head[3].splitlines():
        field = re.fullmatch(r"(\w+) = (\{.*\}|[a-z]{3}),", line)
        assert field, line
        depth = 0
        bare = re.sub(r"\\[{}]", "", field[2])
        for place, character in enumerate(bare):
            depth += {"{": 1, "}": -1}.get(character, 0)
            assert depth > 0 or place == len(bare) - 1 or not bare.startswith("{"), line
        assert depth == 0, line
        if field[1] != "url":
            assert not re.search(r"(?<!\\)[#$%&_]", field[2]), line
        assert field[1] not in fields
        fields[field[1]] = re.sub(r"^\{(.*)\}$", r"\1", field[2])
    return head[1], head[2], fields


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
        "note = {Section “Key points”, paragraph 4, sentence 1},",
        "}",
    ]


# Each beside the example of GB/T 7714—2015 or of the APA's manual that it follows.
EXAMPLES = {
    # GB/T 4.6, as “国务院新闻办公室. 白皮书…[R/OL]. (2013-04-16)[2014-06-11]. http://…”; APA 10.4: the body is both.
    "a body publishes its report online": (
        COMMUNIQUE | ONLINE | {"publisher": BODY},
        f"国家卫生健康委员会. 2023年我国卫生健康事业发展统计公报[R/OL]. {GB_PLACE}(2024-08-29)[2026-11-20]. "
        "https://example.org/c2023.",
        f"{ENGLISH} {APA_PLACE} https://example.org/c2023",
    ),
    # GB/T 4.1 and 4.6: town: publisher, year; the day besides, since it is more than the year.
    "a press publishes a body's report online": (
        COMMUNIQUE | ONLINE | {"publisher": PRESS, "place": BEIJING},
        "国家卫生健康委员会. 2023年我国卫生健康事业发展统计公报[R/OL]. 北京: 中国统计出版社, 2024: "
        f"{GB_PLACE}(2024-08-29)[2026-11-20]. https://example.org/c2023.",
        f"{ENGLISH} China Statistics Press. {APA_PLACE} https://example.org/c2023",
    ),
    # GB/T 4.1, as “World Health Organization. …[R]. Geneva: WHO, 1970.”: a printed work keeps its publisher.
    "a body prints its report": (
        COMMUNIQUE | {"publisher": BODY, "place": BEIJING},
        f"国家卫生健康委员会. 2023年我国卫生健康事业发展统计公报[R]. 北京: 国家卫生健康委员会, 2024: {GB_PLACE}.",
        f"{ENGLISH} {APA_PLACE}",
    ),
    # GB/T 8.4.1.3, 8.4.2.3: what a printed work does not state stands in brackets.
    "a date is all that is known": (
        COMMUNIQUE | {"authors": (), "date": "2024"},
        f"2023年我国卫生健康事业发展统计公报[R]. [出版地不详]: [出版者不详], 2024: {GB_PLACE}.",
        f"2023年我国卫生健康事业发展统计公报 [Statistical communiqué on health, 2023]. (2024). {APA_PLACE}",
    ),
    # GB/T 4.4 and 8.4.3.2, as “张田勤. 罪犯DNA库与生命伦理学计划[N]. 大众科技报, 2000-11-12(7).”
    "a newspaper": (
        {"type": "newspaper", "title": Text(zh="书香更近", en="Books nearer home"), "authors": (PERSON,)}
        | {"publisher": Text(zh="株洲日报", en="Zhuzhou Daily"), "date": "2025-01-03"},
        f"曾彦予. 书香更近[N]. 株洲日报, 2025-01-03: {GB_PLACE}.",
        f"Zeng, Y. (2025, January 3). 书香更近 [Books nearer home]. Zhuzhou Daily. {APA_PLACE}",
    ),
    # As “北京市人民政府办公厅. …的通知: 京政办发〔2005〕37号[A/OL]. (2005-07-12)[2011-07-12]. http://…”.
    "a numbered notice, without a day of access": (
        {
            "type": "document",
            "title": Text(zh="工作通知", en="Notice"),
            "subtitle": Text(zh="某发〔2025〕3号", en="No. 3 of 2025"),
        }
        | {"authors": COMMUNIQUE["authors"], "date": "2025-07", "address": "https://example.org/3"},
        f"国家卫生健康委员会. 工作通知: 某发〔2025〕3号[A/OL]. {GB_PLACE}(2025-07). https://example.org/3.",
        "National Health Commission. (2025, July). 工作通知: 某发〔2025〕3号 [Notice: No. 3 of 2025]. "
        f"{APA_PLACE} https://example.org/3",
    ),
    # GB/T 8.4.1.3: an electronic one leaves out what it does not state; APA 9.16: an undated one names the day.
    "a table online without a date": (
        {"type": "table", "title": Text(zh="年末床位", en="Beds at year-end"), "authors": COMMUNIQUE["authors"]}
        | ONLINE,
        f"国家卫生健康委员会. 年末床位[DS/OL]. {GB_PLACE}[2026-11-20]. https://example.org/c2023.",
        f"National Health Commission. (n.d.). 年末床位 [Beds at year-end]. {APA_PLACE} "
        "Retrieved November 20, 2026, from https://example.org/c2023",
    ),
    # APA, as “Australian Government Productivity Commission & New Zealand Productivity Commission. (2012).”
    "a standard of two bodies": (
        {"type": "standard", "title": Text(zh="数据元", en="Data elements"), "subtitle": Text(zh="GB/T 1", en="GB/T 1")}
        | {
            "authors": (*COMMUNIQUE["authors"], Author(zh="某局", en="Some Bureau")),
            "date": "2015",
            "publisher": PRESS,
        },
        f"国家卫生健康委员会, 某局. 数据元: GB/T 1[S]. [出版地不详]: 中国统计出版社, 2015: {GB_PLACE}.",
        "National Health Commission & Some Bureau. (2015). 数据元: GB/T 1 [Data elements: GB/T 1]. "
        f"China Statistics Press. {APA_PLACE}",
    ),
}


@pytest.mark.parametrize("case", EXAMPLES)
def test_citations_are_those_made_by_hand(report: Report, case: str) -> None:
    values, gbt7714, apa = EXAMPLES[case]
    said = cited(report, **values)
    assert said["gbt7714"] == gbt7714
    assert said["apa"] == apa
    parsed(said["bibtex"])


def test_an_entry_for_bibtex_keeps_bodies_whole_and_leaves_out_what_is_not_known(report: Report) -> None:
    place = "Section “Key points”, paragraph 4, sentence 1"
    values = COMMUNIQUE | ONLINE | {"publisher": PRESS, "place": BEIJING}
    title = "{2023年我国卫生健康事业发展统计公报}"
    common = {"author": "{国家卫生健康委员会}", "title": title, "year": "2024", "month": "aug", "note": place}
    common |= {"url": "https://example.org/c2023", "urldate": "2026-11-20"}
    assert parsed(cited(report, **values)["bibtex"]) == (
        "techreport",
        "mutual-recognition.2026-02",
        common | {"institution": "{中国统计出版社}", "address": "北京"},
    )
    assert parsed(cited(report, **values | {"publisher": BODY, "place": None})["bibtex"])[0::2] == ("misc", common)
    daily = {"type": "newspaper", "publisher": PRESS, "date": "2024", "title": values["title"]}
    kind, _, fields = parsed(cited(report, **daily)["bibtex"])
    assert (kind, fields) == ("article", {"title": title, "journal": "{中国统计出版社}", "year": "2024", "note": place})
    book = {"type": "book", "publisher": PRESS, "place": BEIJING, "title": values["title"]}
    assert parsed(cited(report, **book)["bibtex"])[2]["howpublished"] == "北京: 中国统计出版社"


def test_a_publisher_that_is_said_not_to_be_known_is_not_cited(report: Report) -> None:
    unknown = Text(zh="文中未说明", en="not stated in the article")
    said = cited(report, publisher=unknown, title=Text(zh="题", en="Title"))
    assert said["gbt7714"] == f"题[Z]. [出版地不详]: [出版者不详], [日期不详]: {GB_PLACE}."
    assert said["apa"] == f"题 [Title]. (n.d.). {APA_PLACE}"


def test_of_many_authors_some_are_named(report: Report) -> None:
    authors = tuple(Author(zh=f"作者{n}", family=f"Name{n}", given="Ming") for n in range(1, 22))
    said = cited(report, authors=authors, title=Text(zh="题", en="Title"))
    assert said["gbt7714"].startswith("作者1, 作者2, 作者3, 等. 题[Z]. ")
    assert "Name19, M., . . . Name21, M. (n.d.). 题 [Title]." in said["apa"]
    assert "Name20" not in said["apa"]


def test_a_citation_names_this_sites_page_where_it_has_an_address(report: Report) -> None:
    figure = report.figure["mutual-recognition.2026-02"]
    page = f"{ADDRESS}figures/{figure.id}/"
    said = cite(report, figure.id, page)
    assert said["gbt7714"].endswith(
        f" 转引自: 株洲卫健. 检查检验结果互认[DS/OL]. 2026版第1次修订. (2026-11-22). {page}."
    )
    assert " As cited in Zhuzhou Health. (2026, November 22). " in said["apa"]
    assert said["apa"].endswith(page)
    assert parsed(said["bibtex"])[2]["url"] == page
    online = parsed(cited(report, page, **COMMUNIQUE, **ONLINE)["bibtex"])[2]
    assert online["url"] == "https://example.org/c2023"
    assert online["note"].endswith(f"; as cited in Zhuzhou Health, edition 2026, revision 1, 2026-11-22, {page}")


def test_words_that_tex_would_take_are_escaped(report: Report) -> None:
    said = cited(report, title=Text(zh=r"50% & {更多}_#1 ~^\ $", en="50% & {more}"))
    assert said["gbt7714"].startswith(r"50% & {更多}_#1 ~^\ $[Z]. ")
    _, _, fields = parsed(said["bibtex"])
    assert fields["title"] == r"{50\% \& \{更多\}\_\#1 \textasciitilde{}\textasciicircum{}\textbackslash{} \$}"
    body = parsed(cited(report, authors=(Author(zh="R and D & Co", en="R and D & Co"),))["bibtex"])[2]
    assert body["author"] == r"{R and D \& Co}"


def test_the_report_itself_is_cited(report: Report) -> None:
    said = cite_report(report, ADDRESS)
    assert said["gbt7714"] == (
        "株洲卫健: 2025年回顾 · 2026年展望（非官方）[R/OL]. 2026版第1次修订. (2026-11-22). https://example.org/report/."
    )
    assert said["apa"] == (
        "Zhuzhou Health: 2025 in review · 2026 in prospect (edition 2026, revision 1) [Unofficial report]. "
        "(2026, November 22). https://example.org/report/"
    )
    assert parsed(said["bibtex"])[2]["note"] == "Edition 2026, revision 1. Unofficial report"


def test_an_official_report_has_its_publisher_as_author_and_says_so_once() -> None:
    library = load_report(ROOT / "samples/library")
    official = replace(library, edition=library.edition.model_copy(update={"official": True}))
    assert cite_report(official, ADDRESS)["gbt7714"] == (
        "青石镇图书馆. 青石书香: 2025年回顾 · 2026年展望[R/OL]. 2026版第1次修订. (2026-03-01). https://example.org/report/."
    )
    assert cite_report(official, "") == {
        "gbt7714": "青石镇图书馆. 青石书香: 2025年回顾 · 2026年展望[R]. 2026版第1次修订. (2026-03-01).",
        "apa": "Qingshi Town Library. (2026, March 1). Qingshi Library: 2025 in review · 2026 in prospect "
        "(edition 2026, revision 1).",
        "bibtex": "@misc{report-2026.1,\nauthor = {{Qingshi Town Library}},\n"
        "title = {{Qingshi Library: 2025 in review · 2026 in prospect}},\nyear = {2026},\nmonth = mar,\n"
        "note = {Edition 2026, revision 1},\n}",
    }
