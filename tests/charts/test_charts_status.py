"""Statuses as squares: one each, different in shape, explained below."""

from dataclasses import replace

import pytest
from chart_boxes import assert_labels_stand_free, labels, marks
from chart_samples.status import SAMPLE as STATUS

from charts import NARROW, WIDE, draw
from charts.kinds.status import StatusRow, StatusSpec, StatusSquare

WIDTHS = (WIDE, NARROW)


def one_row(*squares: StatusSquare) -> StatusSpec:
    return replace(STATUS["en"], rows=(StatusRow("Medical disciplines", squares, str(len(squares))),))


@pytest.mark.parametrize("width", WIDTHS)
def test_each_thing_has_a_square(width: int) -> None:
    spec = one_row(*[StatusSquare("hollow")] * 62)
    keyed = sum(square.shade != "full" for square, _ in spec.key)
    squares = marks(draw("status", spec, width), "hollow")
    assert len(squares) == 62 + keyed
    assert len({(round(s.left), round(s.top)) for s in squares}) == 62 + keyed, "none hides another"
    assert all(s.left >= 0 and s.right <= width for s in squares)


@pytest.mark.parametrize("count", [1, 14, 15, 16, 17, 18, 19, 62])
@pytest.mark.parametrize("width", WIDTHS)
def test_the_count_stands_behind_the_last_square(width: int, count: int) -> None:
    figure = draw("status", one_row(*[StatusSquare("hollow")] * count), width)
    assert_labels_stand_free(figure)
    assert str(count) in labels(figure)


def test_shades_differ_in_shape() -> None:
    spec = replace(one_row(StatusSquare("full"), StatusSquare("half"), StatusSquare("hollow", dot=True)))
    figure = draw("status", spec, WIDE)
    in_row = [mark for mark in marks(figure, "mark") if mark.top < 20]
    assert [round(mark.right - mark.left) for mark in in_row] == [12, 6, 4], "whole, half, dot"
    assert len([mark for mark in marks(figure, "hollow") if mark.top < 20]) == 2


def test_the_key_stands_below_the_rule() -> None:
    figure = draw("status", STATUS["zh"], WIDE)
    rule = marks(figure, "rule")[0]
    below = [mark for mark in marks(figure, "hollow") if mark.top > rule.bottom]
    assert len(below) == 3
    assert labels(figure)[-1] == "2026年再次提出"


def test_what_cannot_be_understood_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^rows are missing$"):
        replace(STATUS["zh"], rows=())
    with pytest.raises(ValueError, match=r"^squares are missing: x$"):
        StatusRow("x", (), "0")
    with pytest.raises(ValueError, match=r"^the key does not explain full, half$"):
        replace(STATUS["zh"], key=STATUS["zh"].key[2:])
