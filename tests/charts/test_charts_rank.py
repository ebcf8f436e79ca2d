"""A place in a field: squares, strip, labels."""

from dataclasses import replace

import pytest
from chart_boxes import assert_labels_stand_free, labels, marks, text_boxes
from chart_samples.rank import SAMPLE as RANK
from matplotlib.colors import to_hex

from charts import NARROW, WIDE, draw, style

WIDTHS = (WIDE, NARROW)


@pytest.mark.parametrize(
    ("place", "field"), [(1, 2), (10, 10), (11, 14), (40, 433), (433, 433), (100, 101), (999, 999)]
)
@pytest.mark.parametrize("width", WIDTHS)
def test_labels_stand_free_wherever_the_place_is(place: int, field: int, width: int) -> None:
    assert_labels_stand_free(draw("rank", replace(RANK["en"], place=place, field=field), width))


def test_ten_squares_hold_the_place_and_its_neighbours() -> None:
    figure = draw("rank", replace(RANK["en"], place=14), WIDE)
    assert [label for label in labels(figure) if label.isdigit()] == [str(number) for number in range(11, 21)]
    assert len(marks(figure, "hollow")) == 9


def test_only_the_place_is_filled_and_its_name_stands_over_it() -> None:
    figure = draw("rank", RANK["zh"], WIDE)
    numbers = {box.name: box for box in text_boxes(figure)}
    square = marks(figure, "mark")[0]
    middle = (square.left + square.right) / 2
    assert square.left < numbers["4"].left < numbers["4"].right < square.right
    assert (numbers["株洲第4"].left + numbers["株洲第4"].right) / 2 == pytest.approx(middle, abs=1)


@pytest.mark.parametrize("width", WIDTHS)
def test_strip_is_the_whole_field_ten_a_block(width: int) -> None:
    blocks = marks(draw("rank", RANK["zh"], width), "mark")[1:-1]  # without the place's square and tick
    assert len(blocks) == 44
    assert (blocks[0].left, blocks[-1].right) == pytest.approx((0, width))
    assert blocks[-1].right - blocks[-1].left == pytest.approx(width * 3 / 433, abs=0.1)


def test_tick_stands_at_the_place() -> None:
    tick = marks(draw("rank", replace(RANK["zh"], place=200), WIDE), "mark")[-1]
    assert (tick.left + tick.right) / 2 == pytest.approx(WIDE * 199.5 / 433)


def test_a_note_without_room_between_the_ends_moves_below_them() -> None:
    spec = replace(RANK["en"], block="one block stands for ten consecutive places")
    beside, below = draw("rank", spec, WIDE), draw("rank", spec, NARROW)
    assert_labels_stand_free(below)
    assert below.bbox.height > beside.bbox.height


def test_a_note_too_long_for_a_line_is_cut_into_lines() -> None:
    spec = replace(RANK["en"], block="one block of the strip stands for ten consecutive places of the whole field")
    assert_labels_stand_free(draw("rank", spec, NARROW))


def test_a_name_wider_than_the_drawing_is_refused() -> None:
    spec = replace(RANK["en"], marker="A" * 60)
    with pytest.raises(ValueError, match="does not fit"):
        draw("rank", spec, NARROW)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"place": 0}, "place is 0, not from 1 to 433"),
        ({"place": 434}, "place is 434, not from 1 to 433"),
        ({"field": 1}, "field is 1, not from 2 to 999"),
        ({"field": 1000}, "field is 1000, not from 2 to 999"),
    ],
)
def test_what_cannot_be_is_refused(change: dict[str, int], message: str) -> None:
    with pytest.raises(ValueError, match=f"^{message}$"):
        replace(RANK["zh"], **change)


def test_the_place_is_drawn_as_a_result_and_the_field_as_national() -> None:
    figure = draw("rank", RANK["zh"], WIDE)
    squares, *strip, tick = [
        to_hex(patch.get_facecolor()) for patch in figure.axes[0].patches if patch.get_gid() == "mark"
    ]
    assert {squares, tick} == {style.RESULT.sentinel}
    assert set(strip) == {style.NATIONAL.sentinel}
