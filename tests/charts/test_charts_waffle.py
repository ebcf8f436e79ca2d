"""Shares as squares of a hundred, each in a panel of its own."""

from dataclasses import replace
from decimal import Decimal

import pytest
from chart_boxes import assert_labels_stand_free, labels, marks, text_boxes
from chart_samples.waffle import SAMPLE as WAFFLE
from matplotlib.colors import to_hex
from matplotlib.figure import Figure

from charts import NARROW, WIDE, draw, style
from charts.kinds.waffle import WaffleSpec
from charts.specs.base import Share

WIDTHS = (WIDE, NARROW)


def one(value: str, **more: object) -> WaffleSpec:
    row = replace(WAFFLE["en"].rows[1], value=Decimal(value), text=f"{value}%", **more)
    return replace(WAFFLE["en"], rows=(row,))


def squares(figure: Figure, colour: style.Colour) -> int:
    """How many soft squares have a colour, filled or as an outline."""
    found = [patch for patch in figure.axes[0].patches if patch.get_gid() in ("mark", "hollow")]
    paths = [patch.get_path() for patch in found if colour.sentinel == to_hex(patch.get_edgecolor())]
    return sum(int((path.codes == path.MOVETO).sum()) for path in paths if path.codes is not None)


@pytest.mark.parametrize(("value", "full"), [("0", 0), ("0.1", 0), ("49.9", 49), ("82.9", 82), ("100", 100)])
@pytest.mark.parametrize("width", WIDTHS)
def test_a_share_is_so_many_of_a_hundred_squares(value: str, full: int, width: int) -> None:
    figure = draw("waffle", one(value), width)
    assert_labels_stand_free(figure)
    assert (squares(figure, style.RESULT), squares(figure, style.GRID)) == (full, 100 - full)


def test_the_last_square_is_filled_in_part() -> None:
    figure = draw("waffle", one("82.9"), NARROW)
    part = min(marks(figure, "mark"), key=lambda box: box.right - box.left)
    assert part.right - part.left == pytest.approx(0.9 * 12, abs=0.01)


def test_panels_stand_apart_with_a_dotted_rule_and_no_common_axis() -> None:
    for width, upright in ((WIDE, True), (NARROW, False)):
        (rule,) = marks(draw("waffle", WAFFLE["zh"], width), "dotted")
        assert (rule.right - rule.left < 1) == upright
    assert "50%" not in labels(draw("waffle", WAFFLE["zh"], WIDE))


def test_a_target_is_outlined() -> None:
    figure = draw("waffle", one("90", meaning="target"), WIDE)
    hollow = [patch for patch in figure.axes[0].patches if patch.get_gid() == "hollow"]
    assert [patch.get_facecolor()[3] for patch in hollow] == [0]
    assert (squares(figure, style.PLAN), squares(figure, style.GRID)) == (90, 100)


def test_more_than_a_share_ends_in_three_strokes() -> None:
    figure = draw("waffle", one("80", open_ended=True), NARROW)
    assert len(marks(figure, "stroke")) == 3
    assert_labels_stand_free(figure)


def test_long_labels_are_cut_into_lines() -> None:
    spec = one("50", of="Community health service centres and established-township health centres of the whole city")
    assert all(box.left >= 0 for box in text_boxes(draw("waffle", spec, NARROW)))


@pytest.mark.parametrize("value", ["-0.1", "100.1"])
def test_no_share_is_below_zero_or_above_the_whole(value: str) -> None:
    with pytest.raises(ValueError, match=f"^value is {value}, not from 0 to 100 per cent$"):
        Share("", Decimal(value), "", of="")


def test_a_chart_without_rows_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^rows are missing$"):
        replace(WAFFLE["zh"], rows=())
