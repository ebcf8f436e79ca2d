"""Pages: every file of `docs/` rendered in both languages from the real report, and what editors get wrong."""

from __future__ import annotations

import html
import re
import shutil
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import markdown
import pytest

import macros
from macros import MACROS
from macros.navigation import NavItem, navigation
from macros.pages import Page, render_pages
from macros.view import MAX_CLAUSE, View
from report.load import load_report
from report.model import Report, Text
from report.problems import ReportError
from samples import good_report, lay_out, real_report

ROOT = Path(__file__).parents[2]
HAN = re.compile(r"[\u3400-\u9fff]")


@pytest.fixture(scope="module")
def report() -> Report:
    return real_report()


@pytest.fixture(scope="module")
def pages(report: Report) -> list[Page]:
    return render_pages(report, ROOT / "docs")


class Outside(HTMLParser):
    """Text that stands outside every element marked as Chinese."""

    VOID = frozenset({"br", "img", "hr", "path", "rect", "use", "line", "circle"})

    def __init__(self) -> None:
        super().__init__()
        self.stack: list[bool] = []
        self.text: list[str] = []
        self.links: list[str] = []
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.add(tag)
        self.links += [given["href"] or ""] if "href" in given else []
        if tag not in self.VOID:
            inside = bool(self.stack) and self.stack[-1]
            self.stack.append((given["lang"] or "").startswith("zh") if "lang" in given else inside)

    def handle_endtag(self, tag: str) -> None:
        if tag not in self.VOID:
            self.stack.pop()

    def handle_data(self, data: str) -> None:
        if not (self.stack and self.stack[-1]):
            self.text.append(data)


def read(page: Page) -> Outside:
    """The page as Markdown's own HTML, parsed."""
    parsed = Outside()
    parsed.feed(markdown.markdown(page.markdown, extensions=["attr_list", "toc"]))
    return parsed


def test_both_languages_have_the_same_pages(pages: list[Page]) -> None:
    by_language = {lang: [page.address for page in pages if page.language == lang] for lang in ("zh", "en")}
    assert by_language["zh"] == by_language["en"]
    assert len(set(by_language["zh"])) == len(by_language["zh"])
    assert {"", "2024/", "2025/", "2026/", "2026/tcm/", "figures/mutual-recognition.2026-02/"} <= set(by_language["zh"])


def test_headings_have_the_same_ids_in_both_languages(pages: list[Page]) -> None:
    ids = {(p.address, p.language): re.findall(r"^#+ .*\{ #(\S+) \}$", p.markdown, re.M) for p in pages}
    for (address, language), found in ids.items():
        assert found == ids[address, "zh"], (address, language)
        assert found[0] == ("top" if address else "easier")  # The heading of the home page is in its own block.
        assert len(set(found)) == len(found), address


def test_clauses_of_chinese_headings_and_english_compounds_are_kept_together(pages: list[Page]) -> None:
    heads = {(page.address, page.language): page.markdown.partition("\n\n")[0] for page in pages}
    assert heads["2025/", "zh"] == "# 2025年做到了什么 { #top }"
    assert '<span class="keep">health-care</span>' in html.unescape(heads["2026/reform/", "en"]).lower()
    chinese = [head for (_, language), head in heads.items() if language == "zh"]
    kept = [part for head in chinese for part in re.findall(r'"keep">(.*?)</span>', head)]
    assert kept
    assert all(1 < len(html.unescape(part)) <= MAX_CLAUSE for part in kept)


def test_every_figure_stands_on_a_page_of_each_language(report: Report, pages: list[Page]) -> None:
    for language in ("zh", "en"):
        told = [p for p in pages if p.language == language and not p.address.startswith("figures/")]
        for figure in report.figures:
            link = re.compile(rf'href="[^"]*figures/{re.escape(figure.id)}/"')
            assert any(link.search(page.markdown) for page in told), (figure.id, language)


def test_english_pages_hold_no_chinese_that_is_not_marked(pages: list[Page]) -> None:
    for page in pages:
        if page.language == "en":
            text = "".join(read(page).text)
            assert not HAN.search(text), (page.address, HAN.search(text))


def test_links_between_pages_lead_to_pages_and_anchors(pages: list[Page]) -> None:
    anchors: dict[str, set[str]] = {}
    for page in pages:
        ids = re.findall(r'\bid="([^"]+)"', page.markdown) + re.findall(r"\{ #(\S+) \}$", page.markdown, re.M)
        anchors.setdefault(page.address, set()).update(ids)
    for page in pages:
        for link in re.findall(r'href="([^"]+)"(?! download)', page.markdown):
            path, _, anchor = link.partition("#")
            if path.endswith((".csv", ".svg", ".png", ".pdf")):
                continue  # Files: test_site.py looks for them in the built site.
            up = path.count("../")
            assert up == page.address.count("/") or path == "./" or not path, (page.address, link)
            address = path.replace("../", "").removeprefix("./") if path else page.address
            assert address in anchors, (page.address, link)
            choice = "=" in anchor  # Of the map: `map/#p=here`.
            assert not anchor or choice or anchor in anchors[address], (page.address, link)


def test_blocks_hold_no_blank_line(pages: list[Page]) -> None:
    """A blank line inside a block would end it for Markdown."""
    for page in pages:
        for part in page.markdown.split("\n\n"):
            opened = part.strip()
            assert not opened.startswith("<") or opened.endswith(">"), (page.address, opened[:80])


HOSTILE = "*a* _b_ `c` < d & e [x](javascript:alert(1)) ![i](x) # <b \"'"


def test_data_stays_text_whatever_it_holds(report: Report) -> None:
    text = Text(zh=HOSTILE, en=HOSTILE)
    year = report.edition.years[0].model_copy(update={"title": text, "description": text})
    edition = report.edition.model_copy(update={"years": (year, *report.edition.years[1:])})
    figure = report.figures[0].model_copy(update={"label": text, "caveat": text})
    hostile = replace(report, edition=edition, figures=(figure, *report.figures[1:]))
    page = {(p.address, p.language): p for p in render_pages(hostile, ROOT / "docs")}
    for address in ("2024/", f"figures/{figure.id}/", "figures/"):
        parsed = read(page[address, "en"])
        assert HOSTILE in "".join(parsed.text), address
        assert not [link for link in parsed.links if link.startswith("javascript")]
        assert not parsed.tags & {"img", "em", "script"}


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("# {{ title() }}\n\n{{ nope() }}\n", "docs/method.md:3: the page cannot be rendered: 'nope' is undefined"),
        (
            "# {{ title() }}\n\n\n{{ title( }}\n",
            "docs/method.md:4: the page cannot be rendered: unexpected '}', expected ')'",
        ),
        ("# {{ title() }}\n\n{{ chart('nope') }}\n", "docs/method.md:3: no chart `nope`"),
        ("---\neach: yeers\n---\n# x\n", "docs/method.md:2: `each: yeers` is not known; did you mean years?"),
        ("# {{ heading('figurs') }}\n", "docs/method.md:1: no heading `figurs` for this page; did you mean figures?"),
    ],
)
def test_a_slip_in_a_page_names_its_file_and_line(tmp_path: Path, body: str, message: str) -> None:
    docs = shutil.copytree(ROOT / "docs", tmp_path / "docs")
    (docs / "method.md").write_text(body, encoding="utf-8")
    with pytest.raises(ReportError) as raised:
        render_pages(good_report(), docs)
    assert [problem.render().splitlines()[0] for problem in raised.value.problems] == [message]


def test_a_page_without_words_and_words_without_a_page(tmp_path: Path) -> None:
    docs = shutil.copytree(ROOT / "docs", tmp_path / "docs")
    (docs / "method.md").rename(docs / "methods.md")
    with pytest.raises(ReportError) as raised:
        render_pages(good_report(), docs)
    first = [problem.render().splitlines()[0] for problem in raised.value.problems]
    assert first[0].endswith("method: page `method` has no file in docs/")
    assert first[1] == "docs/methods.md: page `methods` has no words"


def test_a_retired_id_keeps_its_address(report: Report) -> None:
    figure = report.figures[0].model_copy(update={"former_ids": ("old-name.2024",)})
    pages = render_pages(replace(report, figures=(figure, *report.figures[1:])), ROOT / "docs")
    moved = [page for page in pages if page.address == "figures/old-name.2024/"]
    assert [page.language for page in moved] == ["zh", "en"]
    assert all(f"../../figures/{figure.id}/" in page.markdown for page in moved)


def test_a_withdrawn_figure_keeps_its_address_and_says_why(tmp_path: Path) -> None:
    """The corrections alone lead there; it is no figure of the list, and no share card shows it."""
    report = load_report(lay_out("withdrawn", tmp_path))
    pages = render_pages(report, ROOT / "docs")
    zh, en = (page for page in pages if page.address == "figures/book-spending.2024/")
    assert (zh.title, en.title) == ("撤回的数字：购书支出36.5万元", "Withdrawn figure: 365,000 yuan spent on books")
    assert (zh.description, en.description) == ("文中没有这个意思。", "The article does not say so.")
    chinese = ("已于2026年3月1日撤回", "<dd>购书支出36.5万元", "<dd>不再列出", "<dd>文中没有这个意思。")
    english = ("on 1 March 2026", "<dd>365,000 yuan spent", "<dd>no longer listed", "<dd>The article does not say so.")
    for page, said in ((zh, chinese), (en, english)):
        assert [words for words in said if words not in page.markdown] == []
        assert 'href="../../corrections/"' in page.markdown
        assert 'href="../../figures/"' in page.markdown
        assert page.key_figure is None
    linking = {page.address for page in pages if "figures/book-spending.2024/" in page.markdown}
    assert linking == {"corrections/"}


def test_navigation_comes_from_the_data(report: Report) -> None:
    zh, en = navigation(report, "zh"), navigation(report, "en")

    def addresses(items: tuple[NavItem, ...]) -> list[object]:
        return [(item.address, addresses(item.children)) for item in items]

    assert addresses(zh) == addresses(en)
    year = next(item for item in zh if item.address == "2026/")
    assert [child.address for child in year.children][:2] == ["2026/reform/", "2026/capacity/"]
    assert zh[-1].address == "about/"
    assert not {item.title for item in zh} & {item.title for item in en}


def test_every_macro_is_used_by_a_page_and_listed_in_the_table_of_contents() -> None:
    texts = [path.read_text("utf-8") for path in (ROOT / "docs").glob("*.md")]
    calls = {name for text in texts for name in re.findall(r"\{\{ (\w+)\(", text)}
    listed = set(re.findall(r"`(\w+)(?:\(\w+\))?`", macros.__doc__ or ""))
    assert calls <= set(MACROS)
    assert set(MACROS) <= listed
    assert set(MACROS) - calls <= {"paragraphs", "chart"}


def test_pages_are_headings_and_one_line_calls() -> None:
    line = re.compile(r"(#+ \{\{ \w+\([^)]*\) \}\} \{ #[a-z0-9-]+ \}|\{\{ \w+\([^)]*\) \}\}|)")
    for path in (ROOT / "docs").glob("*.md"):
        text = path.read_text("utf-8")
        body = text.partition("\n---\n")[2] if text.startswith("---\n") else text
        assert all(line.fullmatch(row) for row in body.splitlines()), path.name


def test_a_link_is_relative_to_its_page(report: Report) -> None:
    words = report.pages[0]
    view = View(report, "en", "2026/tcm/", words, Path(".cache"))
    assert view.link("figures/") == "../../figures/"
    assert View(report, "en", "", words, Path(".cache")).link("") == "./"


def english(pages: list[Page], address: str) -> str:
    return next(page.markdown for page in pages if (page.address, page.language) == (address, "en"))


def test_the_filter_names_a_number_that_its_field_has_room_for(pages: list[Page]) -> None:
    numbers = re.findall(r'placeholder="for example: [^"]*?(\d+)"', english(pages, "figures/"))
    assert [len(number) for number in numbers] == [6]


def test_a_source_has_its_title_in_its_heading_alone(report: Report, pages: list[Page]) -> None:
    page = english(pages, "sources/")
    for article in report.articles:
        assert article.subtitle is not None
        assert f"<p>{article.subtitle.en.replace(chr(39), '’')}</p>" in page
        assert f">{article.title.en}" not in page
