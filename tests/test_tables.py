"""A table of cases: no failure of one hides that of another."""

import pytest
from tables import for_each


def test_every_case_that_fails_is_named() -> None:
    @for_each(("number", "half"), [(2, 1), (3, 2), (4, 2), (6, 0)], ids=["two", "three", "four", "six"])
    def halves(number: int, half: int) -> None:
        assert number / half == 2

    with pytest.raises(pytest.fail.Exception) as failed:
        halves()
    message = str(failed.value)
    assert message.startswith("2 of 4 cases:\nthree: AssertionError: assert (3 / 2) == 2")
    assert message.endswith("six: ZeroDivisionError: division by zero")


def test_a_table_whose_cases_all_pass_passes_and_one_without_cases_does_not() -> None:
    for_each("number", [1, 2])(lambda number: None)()
    with pytest.raises(AssertionError):
        for_each("number", [])
