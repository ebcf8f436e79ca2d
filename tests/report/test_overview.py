"""All entries by theme and stage: which stages, marks and rows a report has, and that no entry is lost."""

from dataclasses import replace

from report.model import Report, YearResults
from report.overview import overview
from samples import good_report, real_report, themeless, without


def ids(report: Report) -> list[str]:
    return sorted(entry.id for entry in (*report.all_results(), *report.all_commitments()))


def test_each_entry_is_in_one_cell_by_theme_and_stage() -> None:
    report = real_report()
    seen = overview(report)
    roles = [(stage.year, stage.role) for stage in seen.stages]
    assert roles == [(2024, "done-before"), (2025, "plan-past"), (2025, "done"), (2026, "plan-ahead")]
    assert [row.id for row in seen.rows] == [theme.id for theme in report.edition.themes]
    assert seen.counts[1] == len(list(report.plans[0].all_commitments()))
    assert seen.total == len(ids(report))
    assert sorted(each.entry.id for row in seen.rows for cell in row.cells for each in cell) == ids(report)
    assert {each.entry.theme for each in seen.rows[0].cells[0]} == {seen.rows[0].id}


def test_without_themes_chapters_and_workstreams_of_one_title_are_a_row() -> None:
    report = themeless(good_report())
    seen = overview(report)
    titles = [row.title.zh for row in seen.rows]
    parts = [part for results in report.results for part in results.chapters]
    parts += [part for _, part in report.workstreams() if part.commitments]
    assert sorted(titles) == sorted({part.title.zh for part in parts})
    first = [min(stage.year for stage, cell in zip(seen.stages, row.cells, strict=True) if cell) for row in seen.rows]
    assert first == sorted(first), "year by year"
    assert len({row.id for row in seen.rows}) == len(titles)
    assert sorted(each.entry.id for row in seen.rows for cell in row.cells for each in cell) == ids(report)


def test_a_theme_or_stage_without_entries_is_left_out() -> None:
    report = without(good_report(), YearResults, lambda results: results.year == 2025)
    seen = overview(report)
    assert [(stage.year, stage.role) for stage in seen.stages] == [
        (2024, "done"),
        (2025, "plan-ahead"),
        (2026, "plan-ahead"),
    ]
    assert all(sum(row.counts) for row in seen.rows)
    nothing = replace(report, results=(), plans=())
    assert (overview(nothing).rows, overview(nothing).counts, overview(nothing).total) == ((), (), 0)
    assert "map" in nothing.absent
