"""The home page from each combination of its parts, and what of it must be so without a script.

Belongs here: the page as a macro writes it. How it looks and works in a browser is tested in `publish/site`.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
from reading import Element, read_page

from macros.home import home_directions, home_figures, home_hero, home_know, home_sources, home_tiles
from macros.key_numbers import split_value
from macros.view import View
from report.drawings import MAX_CHARACTERS
from report.model import LANGUAGES, Home, Language, Report, Text
from report.model.words import HomeItem, HomeNote
from report.validate.drawings import check_drawings
from samples import good_report, real_report

MACROS = (home_hero, home_tiles, home_figures, home_directions, home_know, home_sources)
PARTS = ("eyebrow", "lead", "note", "drawing", "tiles", "groups", "know")
EMPTY = {"tiles": (), "groups": (), "know": ()}
NOTE = Text(zh="注", en="A note")


def with_home(report: Report, **changes: object) -> Report:
    home = report.home.model_copy(update=changes)
    placed = tuple(replace(each, value=home) if isinstance(each.value, Home) else each for each in report.placed)
    return replace(report, home=home, placed=placed)


def page_of(report: Report, language: Language = "en") -> Element:
    view = View(report, language, "", report.page["index"], Path())
    return read_page("\n".join(macro(view) for macro in MACROS))


def empty_in(page: Element) -> list[str]:
    holders = ("ul", "dl", "li", "p", "dd", "dt", "div", "span", "h3")
    return [element.tag for element in page.all() if element.tag in holders and not element.inside]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_pair_of_parts_leaves_nothing_empty(language: Language) -> None:
    for given in product((True, False), repeat=len(PARTS)):
        if 2 < sum(given) < len(PARTS) - 2:  # With at most two there or absent, every pair is shown.
            continue
        absent = {part: EMPTY.get(part) for part, is_given in zip(PARTS, given, strict=True) if not is_given}
        page = page_of(with_home(good_report(), **absent), language)
        assert empty_in(page) == [], absent
        classes = {word for element in page.all() for word in element.attrs.get("class", "").split()}
        shown = {"eyebrow": "eyebrow", "lead": "lead", "drawing": "idea", "tiles": "tiles", "groups": "less"}
        assert {part for part, name in shown.items() if name in classes} == shown.keys() - absent.keys()
        assert ("alone" in classes) == ("drawing" in absent)
        assert ("know" in classes) != any("source-list" in c or c == "entries" for c in classes), "one or the other"


def test_a_headline_has_one_gold_number() -> None:
    headline = Text(zh="读者{visits.2024}，满意率{satisfaction.2024}", en="{visits.2024}; {satisfaction.2024}")
    page = page_of(with_home(good_report(), headline=headline), "zh")
    assert [gold.text for gold in page.all("b")][:1] == ["1.2万余人次"]
    heading = next(page.all("h1"))
    assert len(list(heading.all("b"))) == 1
    assert len(list(heading.all("a", class_="fig"))) == 2
    assert next(heading.all("b")).attrs.get("class") == "nb", "it fits on a line of a narrow phone"


def test_a_tile_is_a_link_to_the_page_of_its_figure() -> None:
    tiles = list(page_of(real_report()).all("li", class_="tile"))
    links = [next(next(tile.all("div", class_="big")).all("a", class_="fig")).attrs["href"] for tile in tiles]
    assert links == [f"figures/{item.figure}/" for item in real_report().home.tiles]
    assert len(links) == 4


def test_a_note_alone_says_what_is_counted_as_in_older_files() -> None:
    old, new = HomeItem(figure="visits.2024", note=NOTE), HomeItem(figure="visits.2024", label=NOTE, note=NOTE)
    assert (old.counted, old.aside, new.counted, new.aside) == (NOTE, None, NOTE, NOTE)
    page = page_of(with_home(good_report(), tiles=(HomeItem(figure="visits.2024"),)))
    tile = next(page.all("li", class_="tile"))
    assert next(tile.all("p")).text == good_report().figure["visits.2024"].label.en


def test_directions_show_two_measures_and_lead_to_all() -> None:
    page = next(page_of(real_report(), "zh").all("ul", class_="dirs"))
    cells = [part for part in page.inside if isinstance(part, Element)]
    assert [len(list(cell.all("a", class_="e"))) for cell in cells] == [1, 2, 2, 2, 2, 2, 2, 0]
    assert next(cells[1].all("h3")).text.split() == ["就近看病", "医疗提能，15项措施"]
    assert next(cells[1].all("a", class_="e")).attrs["href"] == "2026/capacity/#2026-dialysis"
    assert cells[-1].text.split() == ["114", "项措施，看全部"]
    assert not any(a.text.endswith("。") for a in page.all("a", class_="e"))


def test_the_ledger_is_one_sentence_of_counts_with_the_caution() -> None:
    note = HomeNote.model_validate({"title": NOTE, "ledger": "yes"})
    know = next(page_of(with_home(good_report(), know=(note,))).all("div", class_="know"))
    caution = good_report().results_of(2025).caution.en  # type: ignore[union-attr]
    counted = "Of the 3 commitments for 2025, one is reported to have progressed, one is in the plan for 2026."
    assert next(know.all("p")).text.startswith(f"{counted} {caution}")
    assert [a.attrs["href"] for a in know.all("a")] == ["ledger/"]
    without = replace(good_report(), ledger=())
    assert list(page_of(with_home(without, know=(note,))).all("div", class_="know")) == []


@pytest.mark.parametrize(
    ("value", "parts"),
    [
        ("21.89万次", ("", "21.89", "万次")),
        ("直降35%", ("直降", "35%", "")),
        ("more than CNY 3 million", ("more than CNY ", "3", " million")),
        ("4th", ("", "4th", "")),
        ("第4", ("第", "4", "")),
        ("3%至5%", ("", "3%至5%", "")),
        ("A+", ("", "A+", "")),
        ("逾九成", ("", "逾九成", "")),
        ("百分之六十三點五", ("百分之六十三點五", "", "")),
    ],
)
def test_digits_are_large_and_words_around_them_small(value: str, parts: tuple[str, str, str]) -> None:
    assert split_value(value) == parts


def test_a_drawing_is_no_larger_than_a_page_can_bear() -> None:
    report = good_report()
    large = report.drawings["book-van.svg"].replace("<path", " " * MAX_CHARACTERS + "<path", 1)
    problems = list(check_drawings(replace(report, drawings={"book-van.svg": large})))
    assert [(problem.file, problem.message) for problem in problems] == [
        ("data/drawings/book-van.svg", f"{len(large)} characters in a drawing; at most {MAX_CHARACTERS}")
    ]


def test_a_drawing_says_its_words_in_the_language_of_the_page() -> None:
    words = {language: next(page_of(real_report(), language).all("svg")) for language in LANGUAGES}
    assert "甲院" in words["zh"].text
    assert "Hospital A" in words["en"].text
    assert words["en"].attrs["role"] == "img"
    assert words["en"].attrs["aria-label"].startswith("Diagram: a test done at hospital A")
