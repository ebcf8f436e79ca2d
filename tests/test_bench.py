"""What `make bench` leans on: larger reports that are right, edits that nothing kept fits, arithmetic. No time."""

from pathlib import Path

import pytest
from building import ROOT

from bench.edits import Edits, charted_figure, plain_figure
from bench.measure import Run, exponent, in_turns, median, ratio
from bench.synthetic import write_report
from report.load import load_report


def test_a_larger_report_passes_the_same_checks(tmp_path: Path) -> None:
    write_report(ROOT, tmp_path, times=2, seed=1)
    once, twice = load_report(ROOT), load_report(tmp_path)
    for entries in ("figures", "indicators", "charts", "ledger"):
        assert len(getattr(twice, entries)) == 2 * len(getattr(once, entries)), entries


def test_the_seed_makes_the_report(tmp_path: Path) -> None:
    for name, seed in (("first", 1), ("again", 1), ("other", 2)):
        write_report(ROOT, tmp_path / name, times=2, seed=seed)
    first, again, other = ((tmp_path / name / "data/charts.yml").read_bytes() for name in ("first", "again", "other"))
    assert first == again
    assert sorted(first.splitlines()) == sorted(other.splitlines())
    assert first != other


@pytest.mark.parametrize(("edits", "charts"), [(charted_figure("a"), 1), (plain_figure(), 0)])
def test_an_edit_is_of_as_many_charts_as_it_says(edits: Edits, charts: int) -> None:
    report = load_report(ROOT)
    assert next(figure.label.en for figure in report.figures if figure.id == edits.id).startswith(edits.label)
    assert sum(edits.id in chart.model_dump_json() for chart in report.charts) == charts


def test_no_edit_makes_a_label_that_was_there_before(tmp_path: Path) -> None:
    seen = [charted_figure("a").label]
    for mark in "ab":
        write_report(ROOT, tmp_path, times=1, seed=1)
        edits = charted_figure(mark)
        seen += [edits.make(tmp_path) for _ in range(30)]
        assert f"en: {seen[-1]}" in (tmp_path / edits.file).read_text(encoding="utf-8")
    assert len(set(seen)) == len(seen) == 61


def test_contestants_take_turns_in_both_orders() -> None:
    order: list[str] = []

    def run_of(name: str, seconds: float) -> Run:
        order.append(name)
        return Run(seconds + len(order), 2 * seconds)

    runs = in_turns({"plain": lambda: run_of("plain", 10), "ours": lambda: run_of("ours", 20)}, 3)
    assert order == ["plain", "ours", "ours", "plain", "plain", "ours"]
    assert [run.seconds for run in runs["plain"]] == [11, 14, 15]
    assert median(runs["plain"]) == 14
    assert ratio(runs, "ours", "plain", "work") == 2


@pytest.mark.parametrize("power", [0.5, 1, 2])
def test_the_exponent_is_the_power_of_growth(power: float) -> None:
    assert exponent({size: 7 * size**power for size in (1, 3, 10)}) == pytest.approx(power)
