"""Thousands of slips in the real data: each is told with its file and line, or does no harm.

A few hundred in each run; ten thousand by `pytest tests/test_fuzz.py --all-mutations`.
"""

import pytest
from fuzz import Tally, run
from fuzz_slips import SLIPS

SAMPLE = 250  # A part: so many, with a seed of its own.
PARTS = 40
FATAL = {"crash", "slow", "generic", "wrote"}


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "part" in metafunc.fixturenames:
        metafunc.parametrize("part", range(PARTS if metafunc.config.getoption("all_mutations") else 1))


@pytest.fixture(scope="module")
def tally() -> Tally:
    return Tally()


@pytest.mark.timeout(600)
def test_no_slip_ends_in_silence_or_in_a_traceback(part: int, tally: Tally) -> None:
    verdicts = list(run(SAMPLE, part))
    for verdict in verdicts:
        tally.add(verdict)
    assert [f"{verdict.mutant}\n{verdict.said}" for verdict in verdicts if verdict.answer in FATAL] == []
    assert {verdict.mutant.kind for verdict in verdicts} == set(SLIPS)


def test_what_is_told_leads_to_the_slip(tally: Tally, capsys: pytest.CaptureFixture[str]) -> None:
    assert tally.refused > SAMPLE / 2
    assert tally.rendered  # Of a part, all that were good may lack a page's words: pages themselves say so.
    with capsys.disabled():
        print(f"\n{tally}")  # noqa: T201  # The figures of a full run are for the note.
    assert tally.named >= 0.98
    assert tally.near >= 0.90
