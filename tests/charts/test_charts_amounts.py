"""The kinds that show amounts and times: what is derived, open-ended, planned or aimed at looks like it."""

from dataclasses import replace
from decimal import Decimal

import pytest
from chart_boxes import Box, assert_labels_stand_free, labels, marks
from chart_samples import SAMPLES
from matplotlib.colors import to_hex
from matplotlib.figure import Figure

from charts import NARROW, WIDE, Panel, Value, draw, style
from charts.kinds.bars import BarsSpec
from charts.kinds.squares import Squares
from languages import pair

ZH, EN = pair({}).values()

LANGUAGES = ("zh", "en")
WIDTHS = (WIDE, NARROW)
BARS, CHANGE, AMOUNTS = SAMPLES["bars"], SAMPLES["before-after"], SAMPLES["amounts"]
SQUARES, GAUGE, TIMESPANS = SAMPLES["squares"], SAMPLES["gauge"], SAMPLES["timespans"]


def dashes(figure: Figure) -> list[str]:
    """How outlines are drawn, by gid."""
    patches = figure.axes[0].patches
    return [f"{patch.get_gid()}: {patch.get_linestyle()}" for patch in patches if "bar" in (patch.get_gid() or "")]


def discs(figure: Figure) -> list[Box]:
    return [*marks(figure, "ring"), *marks(figure, "dot")]


@pytest.mark.parametrize("width", WIDTHS)
def test_a_change_is_two_marks_on_a_scale_from_zero_and_the_derived_one_is_hollow(width: int) -> None:
    figure = draw("before-after", CHANGE["zh"], width)
    before, now = discs(figure)
    (track,) = marks(figure, "card")
    for box, value in ((before, 47.14), (now, 53.43)):
        place = ((box.left + box.right) / 2 - 12) / (width - 24)
        assert place == pytest.approx(value / 100, abs=0.001)
    assert (track.left, track.right) == pytest.approx((12 + 2, width - 12 - 2))  # Its outline makes the corners.
    assert [label for label in labels(figure) if label.endswith("0%")] == ["0%", "50%", "100%"]


@pytest.mark.parametrize(("was", "now"), [("2", "5"), ("97", "99"), ("60", "3"), ("99", "97"), ("0", "100")])
@pytest.mark.parametrize("width", WIDTHS)
def test_the_words_of_a_change_stand_free_wherever_it_is(was: str, now: str, width: int) -> None:
    spec = replace(
        CHANGE["en"],
        before=Value("2023 (derived)", Decimal(was), f"{was}%", "derived"),
        now=Value("2024", Decimal(now), f"{now}%"),
    )
    assert_labels_stand_free(draw("before-after", spec, width))


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_amounts_are_to_one_linear_scale_and_what_is_asked_for_is_dashed(language: str, width: int) -> None:
    figure = draw("amounts", AMOUNTS[language], width)
    (had,), asked = marks(figure, "mark"), marks(figure, "hollow")
    assert (asked[1].right - asked[1].left) / (asked[0].right - asked[0].left) == pytest.approx(2.55 / 13.86, abs=0.02)
    assert had.right < 15  # 20 million beside 1.386 billion.
    found = [patch for patch in figure.axes[0].patches if patch.get_gid() == "hollow"]
    assert {(patch.get_linestyle(), patch.get_facecolor()[3]) for patch in found} == {((0, (5, 3)), 0)}


@pytest.mark.parametrize("value", ["1", "200000000", "1000000000", "1386000000"])
@pytest.mark.parametrize("width", WIDTHS)
def test_a_long_value_stands_inside_its_bar_beside_it_or_above(value: str, width: int) -> None:
    spec = AMOUNTS["en"].scales[0]
    text = "more than CNY 1.386 thousand million"
    for secured, open_ended in ((True, True), (False, False)):
        row = replace(spec.rows[0], value=Decimal(value), text=text, secured=secured, open_ended=open_ended)
        scale = replace(spec, rows=(row, spec.rows[1]))
        assert_labels_stand_free(draw("amounts", replace(AMOUNTS["en"], scales=(scale,)), width))


def test_amounts_of_two_panels_share_no_scale() -> None:
    scale = replace(AMOUNTS["zh"].scales[0], title="资金")
    figure = draw("amounts", replace(AMOUNTS["zh"], scales=(scale, replace(scale, title="另一种"))), NARROW)
    assert_labels_stand_free(figure)
    assert (len(marks(figure, "dotted")), labels(figure).count("0")) == (1, 2)


@pytest.mark.parametrize("width", WIDTHS)
def test_unbroken_years_are_blocks_that_end_together_and_begin_hollow(width: int) -> None:
    figure = draw("timespans", TIMESPANS["zh"], width)
    blocks = [patch.get_path() for patch in figure.axes[0].patches if patch.get_gid() == "mark"]
    assert [int((path.codes == path.MOVETO).sum()) for path in blocks] == [26 - 1, 14 - 1]
    solid, hollow = marks(figure, "mark"), marks(figure, "hollow")
    assert solid[0].right == solid[1].right
    assert hollow[0].left < hollow[1].left
    assert "2024" in labels(figure)
    assert len(marks(figure, "hover:2024")) == 2


def test_squares_count_and_a_part_of_one_is_an_outline_with_a_part_filled() -> None:
    figure = draw("squares", SQUARES["zh"], WIDE)
    solid, hollow = marks(figure, "mark"), marks(figure, "hollow")
    assert len(solid) == 11 + 49 + 14
    assert len(hollow) == 1  # 1,047 is ten squares of a hundred and nearly half of another.
    part = min(solid, key=lambda box: box.right - box.left)
    assert part.right - part.left == pytest.approx(4.7)
    assert (part.left, part.top) == pytest.approx((hollow[0].left - 0.75, hollow[0].top - 0.75), abs=0.8)


def test_more_than_is_drawn_as_strokes_after_the_last_square() -> None:
    figure = draw("squares", SQUARES["en"], NARROW)
    strokes, solid = marks(figure, "stroke"), marks(figure, "mark")
    assert len(strokes) == 3
    last = max((box for box in solid if box.top == pytest.approx(strokes[0].top)), key=lambda box: box.right)
    assert 0 < strokes[0].left - last.right < 5


def test_bars_of_all_panels_share_one_scale_and_zero_is_words() -> None:
    figure = draw("bars", BARS["en"], WIDE)
    fourteen, eighteen = marks(figure, "bar planned")
    lengths = [box.right - box.left + 2 for box in (fourteen, eighteen)]  # Outlines stand inside the edges.
    assert lengths[0] / lengths[1] == pytest.approx(14 / 18)
    assert labels(figure).count("none listed") == 2
    assert "0" not in labels(figure)


def test_an_open_ended_bar_of_a_target_is_dashed_with_strokes() -> None:
    panel = Panel(
        "", (Value("2025", Decimal(1), "at least 1", "target", open_ended=True), Value("2024", Decimal(3), "3"))
    )
    figure = draw("bars", BarsSpec(EN, panels=(panel,)), NARROW)
    assert len(marks(figure, "stroke")) == 3
    assert dashes(figure)[0] == "bar target: (0, (5, 3))"
    assert_labels_stand_free(figure)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("value", ["1", "50", "90", "100"])
def test_a_target_is_a_dashed_line_on_an_empty_gauge(value: str, width: int) -> None:
    target = replace(GAUGE["en"].target, value=Decimal(value), text=f"{value}%")
    figure = draw("gauge", replace(GAUGE["en"], target=target), width)
    assert_labels_stand_free(figure)
    curves = [patch for patch in figure.axes[0].patches if patch.get_gid() == "curve"]
    assert [(to_hex(curve.get_edgecolor()), curve.get_linestyle() != "solid") for curve in curves] == [
        (style.GRID.sentinel, False),
        (style.PLAN.sentinel, True),
    ]
    assert style.RESULT.sentinel not in {to_hex(text.get_color()) for text in figure.axes[0].texts}


def test_what_cannot_be_is_refused() -> None:
    scale = AMOUNTS["en"].scales[0]
    with pytest.raises(ValueError, match=r"^every amount is zero$"):
        replace(scale, rows=(replace(scale.rows[0], value=Decimal(0)),))
    with pytest.raises(ValueError, match=r"^'90%' and '(a target )+' do not fit a gauge$"):
        draw("gauge", replace(GAUGE["en"], target=replace(GAUGE["en"].target, label="a target " * 20)), WIDE)
    with pytest.raises(ValueError, match=r"^'2133' by 1 is not more than 0 and at most 100 squares$"):
        Squares("", Decimal(2133), "2133", of="", step=Decimal(1), key="")
    with pytest.raises(ValueError, match=r"^a value is above the end of the scale, 100%$"):
        replace(CHANGE["en"], before=replace(CHANGE["en"].before, value=Decimal(101)))
    with pytest.raises(ValueError, match=r"^last is 2024, before 2030$"):
        replace(TIMESPANS["en"].rows[0], first=2030)
    for spec, missing in ((BARS["en"], "panels"), (SQUARES["en"], "rows"), (TIMESPANS["en"], "rows")):
        with pytest.raises(ValueError, match=rf"^{missing} are missing$"):
            replace(spec, **{missing: ()})
