"""What keeps the annual summary from being made: each slip with its message, its file and its line."""

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import typst
from building import copy_drawings

from charts.inputs import FONTS
from charts.style import RESULT
from publish.summary import api as summary
from publish.summary.checks import check_document, check_report
from publish.summary.document import documents, view_of
from publish.summary.document_types import Chapter
from publish.summary.hyphens import unhyphenated
from publish.summary.pdf import TEMPLATE
from publish.summary.tokens import Writer
from report.ledger import STATUSES
from report.model import Report, Text
from report.problems import ReportError
from samples import good_report, real_report

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def report() -> Report:
    return real_report()


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for caches that holds the drawings."""
    return copy_drawings(tmp_path_factory.mktemp("drawn"))


def heads(problems: object) -> list[str]:
    return [problem.render().splitlines()[0] for problem in problems]  # type: ignore[attr-defined]


def line_of(file: str, words: str) -> int:
    """The line of a file of `data/` that begins with some words."""
    lines = (ROOT / "data" / file).read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if line.startswith(words))


def with_changed(report: Report, old: str, new: str) -> Report:
    """The report as it would be read if one text of its data were another."""

    def changed(node: object) -> object:
        if isinstance(node, str):
            return node.replace(old, new)
        if isinstance(node, dict):
            return {key: changed(value) for key, value in node.items()}
        return tuple(changed(value) for value in node) if isinstance(node, tuple) else node

    trees = {id(p.tree): replace(p.tree, data=changed(p.tree.data)) for p in report.placed}
    return replace(report, placed=tuple(replace(p, tree=trees[id(p.tree)]) for p in report.placed))


def test_the_report_has_none(report: Report) -> None:
    assert heads(check_report(report)) == []


def test_a_word_too_long_for_its_cell(report: Report) -> None:
    term = report.glossary[0]
    changed = with_changed(report, term.en, "Pneumonoultramicroscopicsilicovolcanoconiosis")
    assert (
        f"data/glossary.yml:{line_of('glossary.yml', f'  en: {term.en}')}: {term.id}: en: "
        "too long for a cell of the annual summary: “Pneumonoultramicroscopicsilicovolcanoconiosis”"
    ) in heads(check_report(changed))


def test_a_cell_that_would_fill_a_page(report: Report) -> None:
    term = report.glossary[0]
    changed = with_changed(report, term.en, "word " * 200)
    assert (
        f"data/glossary.yml:{line_of('glossary.yml', f'  en: {term.en}')}: {term.id}: en: "
        "too long for a cell of the annual summary (1000 characters)"
    ) in heads(check_report(changed))


def test_a_year_without_content_has_no_chapter(report: Report, drawn: Path) -> None:
    *years, last = report.edition.years
    empty = last.model_copy(update={"year": 2027, "title": Text(zh="2027年", en="The year 2027")})
    more = replace(report, edition=report.edition.model_copy(update={"years": (*years, last, empty)}))
    headings = [f"{chapter['heading']}" for chapter in chapters(more, drawn)]
    assert [heading for heading in headings if str(last.year) in heading]
    assert not [heading for heading in headings if "2027" in heading]
    assert list(check_report(more)) == []


def chapters(report: Report, drawn: Path) -> list[Chapter]:
    """The chapters of the whole summary in English."""
    return documents(view_of(report, "en", drawn), "")[""]["chapters"]


def test_a_glyph_that_no_font_holds(report: Report, drawn: Path) -> None:
    rare = "䶮"
    changed = with_changed(report, "株洲市卫健系统", f"株洲市卫健系统{rare}")
    subject = Text(zh=f"株洲市卫健系统{rare}", en="Zhuzhou")
    changed = replace(changed, edition=report.edition.model_copy(update={"subject": subject}))
    with pytest.raises(ReportError) as raised:
        list(summary.make_summaries(changed, drawn, "", separate_processes=False))
    found = raised.value.render().splitlines()[0]
    assert found.startswith("data/report.yml:")
    assert found.endswith(f"the fonts of the annual summary lack {rare} (U+4DAE)")


def test_a_hand_out_of_more_than_two_pages(report: Report, drawn: Path) -> None:
    home = report.home.model_copy(update={"headline": Text(zh="很长的标题。" * 200, en="A long headline. " * 200)})
    with pytest.raises(ReportError) as raised:
        list(summary.make_summaries(replace(report, home=home), drawn, "", separate_processes=False))
    assert "annual-summary-en-2pages.pdf: the two-page hand-out has" in raised.value.render()
    said = ReportError(list(summary.check_summaries(replace(report, home=home), drawn, "")))
    assert said.render() == raised.value.render(), "a preview says what `report check` does"


def test_what_looks_like_markup_is_text(report: Report, drawn: Path) -> None:
    """Typst and HTML alike: an editor's `#`, `*`, `$` and `<` are characters."""
    odd = Text(zh="#let x = 1 *a* $b$ <c> @d", en="#let x = 1 *a* $b$ <c> @d _e_ `f` [g]")
    view = view_of(report, "en", drawn)
    assert Writer(view).text(odd) == [["text", odd.en]]
    home = report.home.model_copy(update={"headline": odd})
    files = dict(summary.make_summaries(replace(report, home=home), drawn, "", separate_processes=False))
    assert len(files) == 6


def test_each_status_of_the_ledger_has_squares_of_its_own(tmp_path: Path) -> None:
    """In the shapes of the chart beside them, where green is what was reported, and what is taken up is hollow."""
    good = good_report()
    bare = replace(good, home=good.home.model_copy(update={"chart": None}))  # Nothing is drawn.
    document = documents(view_of(bare, "en", tmp_path), "")["-annex"]
    shapes = {status: squares_of(document, status) for status in (*STATUSES, "taken-up", "not-taken-up")}
    assert [status for status, shape in shapes.items() if RESULT.light in shape] == ["met", "progress"]
    assert shapes.pop("not-taken-up") == shapes["not-mentioned"]
    assert len(set(shapes.values())) == len(shapes)


def squares_of(document: Any, status: str) -> str:
    """What is drawn for a square of a status more than for none, as SVG."""
    drawn: list[list[str]] = []
    for number in ("0", "1"):
        closing = {**document["closing"], "statements": [[["squares", number, status]]]}
        words = {"document": json.dumps({**document, "chapters": [], "closing": closing})}
        svg = typst.compile(TEMPLATE, format="svg", font_paths=[FONTS], ignore_system_fonts=True, sys_inputs=words)
        drawn.append([element for element in svg.decode().split("<") if element.startswith("path ")])
    return "".join(element for element in drawn[1] if element not in drawn[0])


def test_chinese_words_are_told_apart_in_english(report: Report, drawn: Path) -> None:
    writer = Writer(view_of(report, "en", drawn))
    assert writer.words("Lukou (渌口区).") == [["text", "Lukou ("], ["zh", "渌口区"], ["text", ")."]]


def test_american_breaks_are_kept_out() -> None:
    pattern = re.compile(unhyphenated(["democracy demonstration", "close-knit well-being"], "en_GB"))
    kept = [found.group() for found in pattern.finditer("A close-knit democracy, a demonstration, well-being.")]
    assert kept == ["democracy", "well-being"]


def test_no_missing_glyph_in_either_language(report: Report, drawn: Path) -> None:
    for language in ("zh", "en"):
        made = documents(view_of(report, language, drawn), "https://example.org/")
        assert [heads(check_document(report, document)) for document in made.values()] == [[], [], []]
