"""Thousands of mistakes in the real data: each is told with its file and line, or does no harm.

A few dozen in each run; ten thousand by `pytest tests/report/test_fuzz.py --all-mutations`.
"""

import pytest
from fuzz import Tally, run
from fuzz_mistakes import MISTAKES

FEW = 75  # Of each kind of mistake a few.
PART = 250  # So many, with a seed of its own.
PARTS = 40
FATAL = {"crash", "slow", "generic", "wrote"}


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "part" in metafunc.fixturenames:
        metafunc.parametrize("part", range(PARTS if metafunc.config.getoption("all_mutations") else 1))


@pytest.fixture(scope="module")
def count(request: pytest.FixtureRequest) -> int:
    return PART if request.config.getoption("all_mutations") else FEW


@pytest.fixture(scope="module")
def tally() -> Tally:
    return Tally()


def test_no_slip_ends_in_silence_or_in_a_traceback(part: int, count: int, tally: Tally) -> None:
    verdicts = list(run(count, part))
    for verdict in verdicts:
        tally.add(verdict)
    assert [f"{verdict.mutant}\n{verdict.messages}" for verdict in verdicts if verdict.answer in FATAL] == []
    assert {verdict.mutant.kind for verdict in verdicts} == set(MISTAKES)


def test_what_is_told_leads_to_the_slip(count: int, tally: Tally, capsys: pytest.CaptureFixture[str]) -> None:
    assert tally.refused > count / 2
    assert tally.rendered  # Of a part, all that were good may lack a page's words: pages themselves say so.
    with capsys.disabled():
        print(f"\n{tally}")  # noqa: T201  # The figures of a full run are for the note.
    assert tally.named >= 0.98
    assert tally.near >= 0.90
