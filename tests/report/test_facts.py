"""A figure's facts: what they say, that every output reads a figure through them, and how many places a field needs."""

import json
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from macros.figure_cards import write_cards
from macros.pages import render_pages
from publish.cards import card_of
from publish.data.files import make_files
from publish.data.json_ld import linked_data
from publish.data.records import figure_rows
from publish.site.languages import languages_of
from publish.summary.document import documents, view_of
from report.facts import FigureFacts, all_facts, figure_facts
from report.load import load_report
from report.model import Figure
from samples import GOOD, ROOT, good_report, lay_out, real_report

Readers = Mapping[str, set[str]]

# What reads a figure's own entry while outputs are made, besides its facts and the checks: the fields, and what for.
MAY_READ = {
    "report/model/report.py": {"stated", "measure", "reading"},  # reads the phrase as a quantity
    "report/figures.py": {"noun", "period"},  # writes value and period
    "report/bases.py": {"stated", "label", "scope", "quote"},  # finds words that say what a number is
    "report/series.py": {  # decides what may stand in one chart, before any words are chosen
        *("indicator", "label", "stated", "measure", "status", "scope", "period", "change_of", "part_of"),
    },
    "report/articles/coverage.py": {"stated", "quote"},  # counts the numerals of the articles
    "macros/backlinks.py": {"label"},  # titles of links, texts of two languages
    "macros/page_subjects.py": {"label", "former_ids"},  # titles of pages, pages of retired ids
    "macros/themes.py": {"theme"},  # counts
    "macros/entry_kind.py": {"period", "status"},  # compares with the year of a page
    "macros/figures_index.py": {"period"},  # sorts
    "macros/chart_marks.py": {"noun", "part_of"},  # writes another value in the same words, finds the whole
}
CHECKS = ("report/facts.py", "report/amount_facts.py", "report/review/", "report/validate/")


def test_the_facts_of_a_figure() -> None:
    facts = figure_facts(good_report(), "visits.2024", "en")
    assert (facts.page, facts.file) == ("figures/visits.2024/", "figures/visits.2024/figure.json")
    assert facts.value == facts.forms["full"] == "more than 12,000 visits"
    assert facts.forms["number"] == "more than 12,000"
    assert "date" not in facts.forms
    assert facts.conversion == "1.2万 = 1.2 × 10,000 = 12,000"
    (amount,) = facts.amounts
    assert (amount.value, amount.qualifier, amount.unit, amount.noun) == ("12000", "more-than", "人次", "visits")
    assert (facts.period.full, facts.period.years) == ("2024", (2024,))
    assert (f"{facts.period.start}", f"{facts.period.end}") == ("2024-01-01", "2024-12-31")
    assert (facts.label.plain, facts.scope.plain, facts.status_word) == ("Visits by readers", "the town", "Reported")
    assert facts.place.full.endswith("section “The year in review”, paragraph 2, sentence 1")
    assert not facts.verified


def test_what_is_inferred_of_a_period_stands_behind_it() -> None:
    chinese = figure_facts(good_report(), "book-van-years.2025", "zh").period
    assert chinese.full == "至2025年，连续5年（截止年份为本站推断）"
    english = figure_facts(good_report(), "book-van-years.2025", "en").period
    assert english.full == f"5 years running, up to 2025 ({english.inferred})"
    assert (english.start, f"{english.end}") == (None, "2025-12-31")


def test_a_grade_has_one_amount_without_a_value() -> None:
    (amount,) = figure_facts(good_report(), "service-grade.2024", "zh").amounts
    assert (amount.value, amount.qualifier) == (None, "exact")
    first, second = figure_facts(good_report(), "courses.2026", "en").amounts
    assert ((first.value, first.noun), (second.value, second.noun)) == (("2", "categories"), ("6", "courses"))


def test_all_facts_stand_in_the_order_of_the_data() -> None:
    assert [facts.id for facts in all_facts(good_report(), "zh")] == [figure.id for figure in good_report().figures]


def test_an_unknown_figure_has_no_facts() -> None:
    with pytest.raises(KeyError):
        figure_facts(good_report(), "none.2024", "zh")


# --- who reads what


def traced(monkeypatch: pytest.MonkeyPatch, model: type, names: set[str]) -> dict[str, set[str]]:
    """The files that read the attributes of a class from now on, by the attribute."""
    readers: dict[str, set[str]] = {name: set() for name in names}

    def read(self: Any, name: str) -> Any:
        if name in readers:
            file = _reader(sys._getframe(1))
            if file:
                readers[name].add(file)
        return object.__getattribute__(self, name)

    monkeypatch.setattr(model, "__getattribute__", read, raising=False)
    return readers


def _reader(frame: FrameType | None) -> str:
    """The file of this project that asked, behind Jinja's own code; empty for a test."""
    while frame is not None and "site-packages" in frame.f_code.co_filename:
        frame = frame.f_back
    path = Path(frame.f_code.co_filename) if frame else Path()
    inside = path.is_relative_to(ROOT) and not path.is_relative_to(ROOT / "tests")
    return path.relative_to(ROOT).as_posix() if inside else ""


@pytest.fixture(scope="module")
def readers() -> tuple[Readers, Readers]:
    """Which files read a field of a figure, and which one of its facts, while every output is made."""
    report = real_report()
    with pytest.MonkeyPatch.context() as patch:
        figure = traced(patch, Figure, set(Figure.model_fields))
        facts = traced(patch, FigureFacts, {field.name for field in fields(FigureFacts)} | {"value", "place"})
        files = make_files(report, "")
        for page in render_pages(report, ROOT / "docs"):
            card_of(report, page)
        for language in languages_of(report):
            write_cards(report, language.code)
            linked_data(report, language, "figures/", "", files)
            documents(view_of(report, language.code, ROOT / ".cache"), "")
    return figure, facts


def test_outputs_read_a_figure_through_its_facts(readers: tuple[Readers, Readers]) -> None:
    figure, _ = readers
    others = {
        (file, name)
        for name, files in figure.items()
        for file in files
        if name != "id" and name not in MAY_READ.get(file, set()) and not file.startswith(CHECKS)
    }
    assert others == set()


def test_every_fact_is_shown_somewhere(readers: tuple[Readers, Readers]) -> None:
    _, facts = readers
    assert [name for name, files in facts.items() if not files - {"report/facts.py"}] == []


def test_who_shows_a_caveat(readers: tuple[Readers, Readers]) -> None:
    """A field that nearly every output shows: each reads it once, from the facts."""
    _, facts = readers
    assert facts["caveat"] == {
        "macros/charts.py",
        "macros/templates/figure.jinja",
        "macros/templates/figure_card.jinja",
        "macros/templates/figures_table.jinja",
        "publish/cards.py",
        "publish/data/records.py",
        "publish/summary/tables.py",
    }


# --- how many places a new field needs

MODEL = {
    "report/model/figure.py": (
        '    meaning: Text | None = None\n',
        '    unit_note: Text | None = None\n    """How it is counted."""\n',
    ),
}  # fmt: skip
FACTS = {
    "report/facts.py": (
        "    verified: bool\n",
        "    unit_note: Wording | None\n",
        "        verified=is_verified(report, figure),\n",
        "        unit_note=wording(figure.unit_note) if figure.unit_note else None,\n",
    ),
}
PAGE = {
    "macros/templates/figure.jinja": (
        "{% if facts.measure not in",
        '{% if facts.unit_note %}\n<div><dt>{{ view.word("figure.unit-note") }}</dt>'
        "<dd>{{ view.text(facts.unit_note.text) }}</dd></div>\n{% endif %}\n",
    ),
    "report/words/interface.yml": ("figure.caveat:\n", "figure.unit-note:\n  zh: 计法\n  en: How it is counted\n"),
}
FILES = {
    "publish/data/records.py": (
        ')  # fmt: skip\n"""Columns of `figures.csv`',
        '    "unit_note",\n',
        '        "verified": ',
        '        "unit_note": facts.unit_note.plain if facts.unit_note else None,\n',
    ),
    "report/words/open_data.yml": ("column.verified:\n", "column.unit_note:\n  zh: 计法\n  en: How it is counted\n"),
}
ENTRY = "  unit_note:\n    zh: 按到馆人次计，另见{library-field.2024}\n    en: Each visit counts {library-field.2024}\n"
SHOW = """
import json, sys
from pathlib import Path
from macros.backlinks import backlinks_of
from macros.figures import figure
from macros.view import View
from publish.data.files import make_files
from report.load import load_report
report = load_report(Path("project"))
view = View(report, "en", "figures/visits.2024/", report.page["figure"], Path(), report.figure["visits.2024"])
files = make_files(report, "")
record = json.loads(files["en/figures/visits.2024/figure.json"])["figure"]
rows = files["en/data/figures.csv"].decode("utf-8-sig").splitlines()
package = json.loads(files["data/datapackage.json"])["resources"][0]["schema"]["fields"]
print(json.dumps({
    "page": str(figure(view)), "json": record.get("unit_note"), "csv": [rows[0], rows[1]],
    "column": [field["description"] for field in package if field["name"] == "unit_note"],
    "uses": [use.address for use in backlinks_of(report, "library-field.2024")],
}))
"""


def write_in(root: Path, edits: Mapping[str, tuple[str, ...]]) -> None:
    """Insert lines into files: after each text that is found once, the lines to insert before it."""
    for name, pairs in edits.items():
        path = root / name
        text = path.read_text(encoding="utf-8")
        for known, new in zip(pairs[::2], pairs[1::2], strict=True):
            assert text.count(known) == 1, (name, known)
            text = text.replace(known, new + known)
        path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("output", [PAGE, FILES], ids=["page", "files"])
def test_a_new_field_needs_four_places(tmp_path: Path, output: Mapping[str, tuple[str, ...]]) -> None:
    """Model, facts, the output that shows it, its words: a field added there alone is shown."""
    places = {**MODEL, **FACTS, **output}
    assert len(places) <= 4
    for package in ("report", "macros", "publish", "charts", "cache"):
        shutil.copytree(ROOT / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__", "fonts"))
    shutil.copytree(GOOD, tmp_path / "project")
    write_in(tmp_path, places)
    figures = tmp_path / "project/data/figures/reading.yml"
    entry = "  scope:\n    zh: 全镇\n    en: the town\n"
    figures.write_text(figures.read_text("utf-8").replace(entry, ENTRY + entry, 1), "utf-8")
    run = [sys.executable, "-c", SHOW]
    result = subprocess.run(run, cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", check=False)
    assert result.returncode == 0, result.stderr
    shown = json.loads(result.stdout)
    assert "figures/visits.2024/" in shown["uses"]  # References in a new text are found without a line for it.
    if output is PAGE:
        assert '<dt>How it is counted</dt><dd>Each visit counts <a class="fig"' in shown["page"]
    else:
        assert shown["json"] == "Each visit counts 16 libraries"
        assert shown["csv"][0].endswith(",cell,page,unit_note")
        assert shown["csv"][1].endswith(",Each visit counts 16 libraries")
        assert shown["column"] == ["计法"]


def test_a_reading_by_hand_is_marked_with_its_reason_on_page_card_and_in_the_data(tmp_path: Path) -> None:
    report = load_report(lay_out("reading-by-hand", tmp_path))
    id, reason = "market-visits.2024", "The article says that it ran without a break."
    facts = figure_facts(report, id, "en")
    assert (facts.value, facts.reading, facts.reason and facts.reason.plain) == (
        "more than 12,000 visits", "hand", reason,
    )  # fmt: skip
    assert figure_facts(report, "visits.2024", "en").reason is None
    row = f"<dt>Read by an editor</dt><dd>{reason}</dd>"
    pages = {page.address: page.markdown for page in render_pages(report, ROOT / "docs") if page.language == "en"}
    cards = json.loads(write_cards(report, "en").removeprefix("figureCards(").removesuffix(");\n"))
    for text, by_rule in ((pages[f"figures/{id}/"], pages["figures/visits.2024/"]), (cards[id], cards["visits.2024"])):
        assert row in text
        assert "Read by an editor" not in by_rule
    (record,) = [row for row in figure_rows(report, "en") if row["id"] == id]
    names = ("value", "qualifier", "unit", "reading", "stated", "written_zh", "reason")
    shown = {name: record[name] for name in names}
    assert shown == {
        "value": "12000", "qualifier": "more-than", "unit": "人次", "reading": "hand", "stated": "读者1.2万余人次；",
        "written_zh": "读者1.2万余人次；", "reason": reason,
    }  # fmt: skip
