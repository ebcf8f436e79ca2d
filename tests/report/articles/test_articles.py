"""Articles split into sentences, and what the report keeps of them: fingerprints, never the text."""

import hashlib
from pathlib import Path

import pytest
import yaml

from report.articles.passages import (
    check_article_numerals,
    check_article_quotes,
    fingerprints,
    read_articles,
    split_article,
)
from report.model import Figure, Report, Term
from report.problems import ReportError
from report.schema import with_schema_line
from samples import GOOD, ROOT, changed, good_report


def sentences(text: str) -> list[tuple[str, int, int, str]]:
    return [(s.section, s.paragraph, s.sentence, s.text) for s in split_article(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("# 题\n@ 记者\n", []),
        ("## 一\n甲。乙。\n", [("一", 1, 1, "甲。"), ("一", 1, 2, "乙。")]),
        ("## 一\n甲;乙；丙\n", [("一", 1, 1, "甲;"), ("一", 1, 2, "乙；"), ("一", 1, 3, "丙")]),
        ("## 一\n甲。\n\n乙。\n## 二\n丙。\n", [("一", 1, 1, "甲。"), ("一", 2, 1, "乙。"), ("二", 1, 1, "丙。")]),
        ("## 一\n“甲。”乙（丙；）丁。\n", [("一", 1, 1, "“甲。”"), ("一", 1, 2, "乙（丙；）"), ("一", 1, 3, "丁。")]),
        ("## 一\n甲！乙？丙.丁。\n", [("一", 1, 1, "甲！乙？丙.丁。")]),
        ("## 一 \r\n  甲。  \r\n", [("一", 1, 1, "甲。")]),
        ("　　## 一\n　　甲。\n", [("一", 1, 1, "甲。")]),
    ],
)
def test_an_article_is_split(text: str, expected: list[tuple[str, int, int, str]]) -> None:
    assert sentences(text) == expected


def test_fingerprints_hold_no_text() -> None:
    written = fingerprints(read_articles(GOOD / "articles", ["l2025"]))
    digest = hashlib.sha256("购书支出36.5万元。".encode()).hexdigest()
    assert f'    sentence: 2\n    length: 11\n    sha256: {digest}\n    numerals: ["36.5万元"]\n' in written
    assert "购书" not in written


def test_a_heading_that_yaml_would_read_as_something_else_is_quoted() -> None:
    heading = '"十五五": 第1年 # 甲'
    written = fingerprints({"a": list(split_article(f"## {heading}\n乙。\n"))})
    assert yaml.safe_load(written)[0]["sentences"][0]["section"] == heading


def refused(folder: Path, *ids: str) -> list[str]:
    with pytest.raises(ReportError) as raised:
        read_articles(folder, ids)
    return [problem.render().replace(folder.as_posix(), "DIR") for problem in raised.value.problems]


def test_articles_that_are_not_there_are_left_out_as_long_as_one_is() -> None:
    assert list(read_articles(GOOD / "articles", ["l1999", "l2026"])) == ["l2026"]
    assert refused(GOOD / "articles", "l1998", "l1999") == [
        "DIR: the text of no article is in this folder\n"
        "  expected: one or more of: l1998.txt, l1999.txt\n"
        "  hint: name the folder that holds the full text of the articles of data/sources.yml, each named ID.txt; "
        "a table is ID.xlsx or ID.csv"
        " / 提示：请指明存放文章全文的目录：data/sources.yml 中的文章每篇一个文件，名为 ID.txt；"
        "表格名为 ID.xlsx 或 ID.csv"
    ]


NO_MARK = "a mark without the space behind it, or one that articles do not have"
MARKS = (
    "  hint: the title's line begins with `# `, the subtitle's with `@ `, a heading's with `## ` (a space behind)"
    " / 提示：标题行以 `# ` 开头，副标题行以 `@ ` 开头，小标题行以 `## ` 开头（后有空格）"
)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("题\n## 一\n甲。\n", ["DIR/a.txt:1: a paragraph before the first heading"]),
        ("甲。\n乙。\n丙。\n", ["DIR/a.txt:1: a paragraph before the first heading"]),
        ("# 题\n\n甲。\n", ["DIR/a.txt:3: a paragraph before the first heading"]),
        ("##一\n甲。\n", [f"DIR/a.txt:1: {NO_MARK}"]),
        ("#题\n@记者\n## 一\n甲。\n", [f"DIR/a.txt:1: {NO_MARK}", f"DIR/a.txt:2: {NO_MARK}"]),
        ("## 一\n甲。\n### 二\n乙。\n", [f"DIR/a.txt:3: {NO_MARK}"]),
        ("## 一\n甲。\n## \n乙。\n", [f"DIR/a.txt:3: {NO_MARK}"]),
        ("## 一\n甲。\n## 二\n乙。\n## 一\n丙。\n", ["DIR/a.txt:5: heading given twice (first on line 1)"]),
        ("", ["DIR/a.txt: no paragraph"]),
        ("# 题\n## 一\n", ["DIR/a.txt: no paragraph"]),
    ],
)
def test_what_would_give_a_sentence_no_place_of_its_own_is_told(text: str, told: list[str], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    assert [problem.splitlines()[0] for problem in refused(tmp_path, "a")] == told


def test_the_marks_of_an_article_are_explained(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("题\n##一\n甲。\n", encoding="utf-8")
    for problem in refused(tmp_path, "a"):
        assert problem.endswith(MARKS)


def test_an_article_in_another_encoding_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("# 题\n## 一\n甲。\n".encode("gbk"))
    with pytest.raises(ReportError) as raised:
        read_articles(tmp_path, ["a"])
    assert [(problem.code, problem.line) for problem in raised.value.problems] == [("file-encoding", 1)]


def test_a_byte_order_mark_is_no_part_of_the_first_line(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("## 一\n甲。\n".encode("utf-8-sig"))
    assert [passage.section for passage in read_articles(tmp_path, ["a"])["a"]] == ["一"]


def quotes_of(report: Report) -> list[str]:
    articles = read_articles(GOOD / "articles", ["l2025", "l2026"])
    return [problem.render() for problem in check_article_quotes(report, articles)]


def test_the_quotes_of_the_good_project_are_found() -> None:
    assert quotes_of(good_report()) == []


def test_a_quote_that_is_not_in_its_sentence_is_told() -> None:
    def misquote(figure: Figure) -> Figure:
        quote = "购书花了36.5万元" if figure.id == "book-spending.2024" else figure.quote
        return figure.model_copy(update={"quote": quote})

    assert quotes_of(changed(good_report(), Figure, misquote)) == [
        "data/figures/reading.yml:46: book-spending.2024: quote: the quote does not occur once in its sentence\n"
        "  expected: a short passage of l2025 年度回顾 2.2\n"
        "  got: 购书花了36.5万元\n"
        "  hint: copy it from the article, or correct the place / 提示：请照抄原文，或改正出处"
    ]


@pytest.mark.parametrize("quote", ["图书馆", "接待读者", "青石镇图书馆居第2名。"])
def test_a_quote_stands_once_in_the_sentence_named_first(quote: str) -> None:
    """Twice, in another sentence, or with a stop that is not there: none of them is evidence."""

    def misquote(figure: Figure) -> Figure:
        return figure.model_copy(update={"quote": quote}) if figure.id == "service-rank.2024" else figure

    told = quotes_of(changed(good_report(), Figure, misquote))
    assert [message.splitlines()[2] for message in told] == [f"  got: {quote}"]


def test_a_numeral_outside_its_term_is_told() -> None:
    """Coverage by fingerprints lets `16家` be owned by any term that holds it; with the text it must stand in one."""
    report = changed(good_report(), Term, lambda term: term.model_copy(update={"zh": "16家联盟"}))
    report = changed(report, Figure, lambda figure: figure.model_copy(update={"stated": "17家", "quote": "17家"}))
    articles = read_articles(GOOD / "articles", ["l2025"])
    numerals = [problem.values["numeral"] for problem in check_article_numerals(report, articles)]
    assert numerals[0] == "16家"
    assert "2024年" not in numerals


def test_the_committed_fingerprints_are_of_these_articles(articles: Path) -> None:
    ids = sorted(path.stem for path in articles.glob("*.txt"))
    found = read_articles(articles, ids)
    assert sum(len(passages) for passages in found.values()) == 127
    written = with_schema_line(fingerprints(found), "articles.yml")
    assert (ROOT / "data/articles.yml").read_text(encoding="utf-8") == written, "run `report articles`"
