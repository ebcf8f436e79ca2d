"""What each kind of chart draws and refuses: every kind with every kind of quantity, alone and in pairs."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from chart_figures import PERIODS, TEXT, chart, figure, figures, problems, try_on
from chart_table import PAGE, guide_page

from charts.kinds import DATA_KINDS


def row(*names: str) -> list[dict[str, str]]:
    return [{"figure": f"{name}.2024"} for name in names]


# Pairs of figures that a kind draws one by one, and why not together.
PAIRS = {
    ("bars", "count", "count-other"): "",
    ("bars", "money", "money-whole"): "",
    ("bars", "percent", "percent-whole"): "",
    (
        "bars",
        "count",
        "people",
    ): "count.2024 is counted in 个, people.2024 in 人, and they stand on one axis",
    ("bars", "count", "money"): "count.2024 is a count, money.2024 an amount of money, and they stand on one axis",
    ("bars", "money", "dollars"): ("money.2024 is counted in 元, dollars.2024 in 美元, and they stand on one axis"),
    ("bars", "money", "money-per-person"): (
        "money.2024 is counted in 元, money-per-person.2024 in 元/人, and they stand on one axis"
    ),
    ("bars", "percent", "permille"): "percent.2024 is counted in %, permille.2024 in ‰, and they stand on one axis",
    ("bars", "per-100000", "permille"): (
        "per-100000.2024 is counted in /10万, permille.2024 in ‰, and they stand on one axis"
    ),
    ("bars", "per-thousand", "per-ten-thousand"): (
        "per-thousand.2024 is counted in 张/千人口, per-ten-thousand.2024 in 张/万人口, and they stand on one axis"
    ),
    ("bars", "days", "years"): "days.2024 is counted in 日, years.2024 in 年, and they stand on one axis",
    ("amounts", "money", "dollars"): ("money.2024 is counted in 元, dollars.2024 in 美元, and they stand on one axis"),
    ("cards", "count", "people"): "",
    ("cards", "money", "dollars"): "",
    ("squares", "count", "people"): "",
    ("waffle", "percent", "percent-whole"): "",
}


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    charts = [try_on(*key) for key in PAIRS]
    return problems(tmp_path_factory.mktemp("pairs") / "project", figures(), charts)


@pytest.mark.parametrize("key", PAIRS)
def test_what_shares_an_axis_is_of_one_kind(key: tuple[str, ...], said: dict[str, list[str]]) -> None:
    why = f"a chart of kind {key[0]} cannot be drawn from these figures: {PAIRS[key]}"
    assert said[try_on(*key)["id"]] == ([why] if PAIRS[key] else [])


def test_the_guides_table_says_what_is_drawn_and_what_is_refused(tmp_path: Path) -> None:
    """Every kind with every phrase and pair; `UPDATE_EXPECTED=1` writes the page anew."""
    written = guide_page(tmp_path)
    if os.environ.get("UPDATE_EXPECTED"):
        PAGE.write_text(written, encoding="utf-8", newline="\n")
    assert PAGE.read_text(encoding="utf-8") == written


@pytest.mark.parametrize("kind", [kind for kind in DATA_KINDS if "share" in DATA_KINDS[kind].measures])
def test_cumulative_beside_yearly_is_refused_but_where_they_are_parted(kind: str, tmp_path: Path) -> None:
    both = [figure("a.2024", "40%", "share"), figure("b.2024", "30%", "share", period=PERIODS["cumulative"])]
    said = problems(tmp_path, both, [chart("both", kind, row("a", "b"))])["both"]
    why = "a.2024 is for a year, b.2024 for a total up to 2024-12-31: periods of unlike length do not compare"
    assert any(why in message for message in said) == (
        kind not in ("cards", "table", "series", "trend", "multiples")  # These refuse it as no year.
    )


PARTS = {
    "of one whole": ({"a": "30个", "b": "40个"}, {"a": "w", "b": "w"}, {}, ""),
    "in per cent of it": ({"a": "30%", "b": "40%"}, {"a": "w", "b": "w"}, {}, ""),
    "of nothing": (
        {"a": "30个", "b": "40个"},
        {},
        {},
        "its rows are not parts of one figure (`part_of:`), and no `whole:` says of what they are shares",
    ),
    "of two": (
        {"a": "30个", "b": "40个"},
        {"a": "w", "b": "a"},
        {},
        "b.2024 is a part of a.2024, and parts of a whole do not overlap",
    ),
    "of words": ({"a": "30%", "b": "40%"}, {}, {"whole": TEXT}, ""),
    "too many": ({"a": "30%", "b": "80%"}, {}, {"whole": TEXT}, "its rows add up to more than their whole"),
    "no shares": (
        {"a": "30个", "b": "40个"},
        {},
        {"whole": TEXT},
        "a.2024 is no percentage of what `whole:` says; `part_of:` names the figure that an amount is a part of",
    ),
}


@pytest.mark.parametrize("case", PARTS)
def test_parts_are_parts_of_one_whole(case: str, tmp_path: Path) -> None:
    stated, of, panel, why = PARTS[case]
    made = [figure("w.2024", "100个", "count")]
    for name, phrase in stated.items():
        more = {"part_of": f"{of[name]}.2024"} if name in of else {}
        made.append(figure(f"{name}.2024", phrase, "share" if "%" in phrase else "count", **more))
    said = problems(tmp_path, made, [chart("parts", "parts", row(*stated), **panel)])["parts"]
    assert said == ([f"a chart of kind parts cannot be drawn from these figures: {why}"] if why else [])


FIELDS = {
    ("16个", "count"): "",
    ("3个", "count"): "rank.2024 (第4) is behind the last of field.2024 (3个)",
    ("约16个", "count"): "field.2024 (约16个) does not say exactly how many were ranked",
    ("16%", "share"): "field.2024 (16%) does not say exactly how many were ranked",
}


@pytest.mark.parametrize("stated", FIELDS)
def test_a_rank_is_of_an_exact_number(stated: tuple[str, str], tmp_path: Path) -> None:
    made = [figure("rank.2024", "第4", "rank"), figure("field.2024", *stated)]
    said = problems(tmp_path, made, [{**chart("rank", "ladder", row("rank")), "field": "field.2024"}])["rank"]
    why = f"a chart of kind ladder cannot be drawn from these figures: {FIELDS[stated]}"
    assert said == ([why] if FIELDS[stated] else [])
