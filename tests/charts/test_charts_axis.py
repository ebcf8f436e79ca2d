"""Axes on which small changes show: where they begin and end."""

from decimal import Decimal

import pytest

from charts.axis import Axis, axis_around


@pytest.mark.parametrize(
    ("values", "low", "high"),
    [
        (["77.3", "77.9", "78.6"], "77", "79"),
        (["3", "8"], "0", "8"),
        (["95.5", "84.2"], "80", "100"),
        (["0.05", "0.051"], "0.05", "0.051"),
        (["5", "5"], "4", "6"),
        (["0", "0"], "0", "0.5"),
        (["9057580000000", "8532700000000"], "8400000000000", "9200000000000"),
    ],
)
def test_the_ends_are_whole_steps_around_the_values(values: list[str], low: str, high: str) -> None:
    axis = axis_around(map(Decimal, values))
    assert (axis.low, axis.high) == (Decimal(low), Decimal(high))
    assert "E" not in f"{axis.low}{axis.high}"


def test_an_axis_without_length_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^the axis runs from 1 to 1$"):
        Axis(Decimal(1), Decimal(1))
