"""Places as steps with an open end, and a grade as a seal."""

from dataclasses import replace

import pytest
from chart_boxes import assert_labels_stand_free, labels, marks
from chart_figures import chart, figure, problems
from chart_samples.ladder import SAMPLE as LADDER
from matplotlib.colors import to_hex

from charts import NARROW, WIDE, draw, style
from charts.kinds.ladder import Ladder, LadderSpec
from languages import pair

ZH, EN = pair({}).values()
WIDTHS = (WIDE, NARROW)


@pytest.mark.parametrize(
    ("place", "field", "shown"),
    [
        (1, None, [1, 2, 3, 4, 5]),
        (4, None, [1, 2, 3, 4, 5, 6]),
        (40, None, [36, 37, 38, 39, 40, 41, 42]),
        (2, 16, [1, 2, 3, 4, 5, 16]),
        (16, 16, [12, 13, 14, 15, 16]),
        (1, 2, [1, 2]),
        (433, None, [429, 430, 431, 432, 433, 434, 435]),
        (999, 999, [995, 996, 997, 998, 999]),
    ],
)
@pytest.mark.parametrize("width", WIDTHS)
def test_the_steps_around_a_place_are_shown(place: int, field: int | None, shown: list[int], width: int) -> None:
    drawn = draw("ladder", replace(LADDER["en"], ladders=(Ladder("place", place, "", field),)), width)
    assert_labels_stand_free(drawn)
    assert [int(label) for label in labels(drawn) if label.isdigit()] == shown


def test_only_its_own_place_is_filled() -> None:
    drawn = draw("ladder", LadderSpec(EN, (Ladder("place", 4, "4th"),)), WIDE)
    discs = [box for box in marks(drawn, "dot") if box.right - box.left > 10]
    assert len(discs) == 1
    number = next(text for text in drawn.axes[0].texts if text.get_text() == "4")
    assert to_hex(number.get_color()) == style.ON_RESULT.sentinel
    assert discs[0].left < number.get_position()[0] < discs[0].right


@pytest.mark.parametrize(("field", "dots"), [(None, 3), (16, 3), (6, 0)])
def test_an_end_that_is_not_known_stays_open(field: int | None, dots: int) -> None:
    drawn = draw("ladder", LadderSpec(EN, (Ladder("place", 4, "4th", field),)), WIDE)
    assert len([box for box in marks(drawn, "dot") if box.right - box.left < 5]) == dots


@pytest.mark.parametrize("grade", ["A+", "优秀", "二等奖", "Excellent"])
@pytest.mark.parametrize("width", WIDTHS)
def test_a_grade_is_a_seal(grade: str, width: int) -> None:
    spec = LADDER["zh"]
    drawn = draw("ladder", replace(spec, seal=replace(spec.seal, text=grade)), width)
    assert_labels_stand_free(drawn)
    (text,) = [text for text in drawn.axes[0].texts if text.get_text() == grade]
    assert text.get_gid() == "inside display"


def test_what_cannot_be_drawn_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^place is 7, not from 1 to 6$"):
        Ladder("", 7, "", 6)
    with pytest.raises(ValueError, match=r"^no place in a ranking is given$"):
        LadderSpec(EN, ())
    seal = replace(LADDER["en"].seal, text="Outstandingly good")
    said = r"^the grade 'Outstandingly good' is too long for a seal; a chart of kind table writes it out$"
    with pytest.raises(ValueError, match=said):
        draw("ladder", replace(LADDER["en"], seal=seal), WIDE)


REFUSED = {
    ("a",): "it has no rank, and a grade alone is no ladder",
    ("r", "a", "b"): "b.2024 is a second grade, and there is one seal",
    ("r", "a"): "",
    ("first",): "first.2024 is stated as 前10名, which gives no single exact number to draw",
}


def test_what_no_ladder_shows_is_refused(tmp_path: object) -> None:
    made = [
        figure("r.2024", "第4", "rank"),
        figure("first.2024", "前10名", "rank"),
        *(figure(f"{id}.2024", "A+", "grade") for id in "ab"),
    ]
    charts = [chart("-".join(ids), "ladder", [{"figure": f"{id}.2024"} for id in ids]) for ids in REFUSED]
    said = problems(tmp_path, made, charts)
    why = "a chart of kind ladder cannot be drawn from these figures: "
    assert said == {"-".join(ids): [why + reason] if reason else [] for ids, reason in REFUSED.items()}
