"""Shares on bases of their own: tracks, bars from zero, labels."""

from dataclasses import replace
from decimal import Decimal

import pytest
from chart_boxes import assert_labels_stand_free, labels, marks, text_boxes
from chart_samples.shares import SAMPLE as SHARES

from charts import NARROW, WIDE, draw
from charts.kinds.shares import SharesSpec
from charts.specs.base import Share

WIDTHS = (WIDE, NARROW)


def one(value: str, **more: object) -> SharesSpec:
    row = replace(SHARES["en"].rows[1], value=Decimal(value), text=f"{value}%", **more)
    return replace(SHARES["en"], rows=(row,))


@pytest.mark.parametrize("width", WIDTHS)
def test_bars_begin_at_zero_and_are_their_share_of_the_track(width: int) -> None:
    figure = draw("shares", SHARES["zh"], width)
    for bar, track, share in zip(marks(figure, "bar"), marks(figure, "mark"), (1.0, 0.829), strict=True):
        assert (bar.left, track.left) == (0, 0)
        assert (bar.right - bar.left) / (track.right - track.left) == pytest.approx(share)


def test_each_row_has_its_own_track_label_and_base() -> None:
    figure = draw("shares", SHARES["zh"], WIDE)
    assert labels(figure) == [
        "社区卫生服务中心和建制乡镇卫生院",
        "可提供6类15项中医药服务",
        "100%",
        "村卫生室",
        "可提供中医非药物疗法",
        "82.9%",
        "0%",
        "50%",
        "100%",
    ]
    assert len(marks(figure, "mark")) == 2


def test_a_rule_parts_the_rows() -> None:
    figure = draw("shares", SHARES["zh"], WIDE)
    upper, lower = marks(figure, "bar")
    across = [rule for rule in marks(figure, "rule") if rule.right - rule.left > WIDE - 1]
    assert len(across) == 1
    assert upper.bottom < across[0].top < lower.top


@pytest.mark.parametrize("value", ["0", "0.1", "49.9", "99.99", "100"])
@pytest.mark.parametrize("width", WIDTHS)
def test_labels_stand_free_at_any_value(value: str, width: int) -> None:
    assert_labels_stand_free(draw("shares", one(value), width))


def test_an_open_ended_share_ends_in_three_strokes_with_room_for_them() -> None:
    figure = draw("shares", one("100", open_ended=True), NARROW)
    strokes = marks(figure, "stroke")
    assert len(strokes) == 3
    assert strokes[0].left > marks(figure, "bar")[0].right
    assert_labels_stand_free(figure)


def test_a_target_is_a_dashed_outline() -> None:
    figure = draw("shares", one("90", meaning="target"), WIDE)
    bar = next(patch for patch in figure.axes[0].patches if patch.get_gid() == "bar target")
    assert bar.get_facecolor()[3] == 0
    assert bar.get_linestyle() != "solid"
    assert marks(figure, "mark")[0].left == pytest.approx(marks(figure, "bar")[0].right, abs=1)


def test_long_labels_are_cut_into_lines() -> None:
    spec = one("50", of="Community health service centres and established-township health centres of the whole city")
    figure = draw("shares", spec, NARROW)
    assert_labels_stand_free(figure)
    assert all(box.left >= 0 for box in text_boxes(figure))


@pytest.mark.parametrize("value", ["-0.1", "100.1"])
def test_no_share_is_below_zero_or_above_the_whole(value: str) -> None:
    with pytest.raises(ValueError, match=f"^value is {value}, not from 0 to 100 per cent$"):
        Share("", Decimal(value), "", of="")


def test_a_chart_without_rows_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^rows are missing$"):
        replace(SHARES["zh"], rows=())
