"""The kinds that show amounts and times: what is derived, open-ended, planned or aimed at looks like it."""

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import pytest
from chart_boxes import assert_labels_stand_free, labels, marks, text_boxes
from chart_samples import SAMPLES
from matplotlib.colors import to_hex
from matplotlib.figure import Figure

from charts import NARROW, WIDE, Panel, Value, draw, style
from charts.kinds.bars import BarsSpec
from charts.kinds.log_dots import LogDot
from charts.kinds.squares import Squares
from languages import pair

ZH, EN = pair({}).values()

LANGUAGES = ("zh", "en")
WIDTHS = (WIDE, NARROW)
BARS, CHANGE, LOG_DOTS = SAMPLES["bars"], SAMPLES["change"], SAMPLES["log_dots"]
SQUARES, TARGET, TIMESPANS = SAMPLES["squares"], SAMPLES["target"], SAMPLES["timespans"]


def dashes(figure: Figure) -> list[str]:
    """How outlines are drawn, by gid."""
    patches = figure.axes[0].patches
    return [f"{patch.get_gid()}: {patch.get_linestyle()}" for patch in patches if "bar" in (patch.get_gid() or "")]


@pytest.mark.parametrize("width", WIDTHS)
def test_a_change_is_two_bars_from_zero_and_the_derived_one_is_hollow(width: int) -> None:
    figure = draw("change", CHANGE["zh"], width)
    before, now = marks(figure, "bar derived")[0], marks(figure, "bar result")[0]
    assert before.left - 1 == pytest.approx(now.left)  # The outline stands inside the bar's edge.
    assert (before.right + 1) / now.right == pytest.approx(47.14 / 53.43, rel=0.002)
    hollow = next(patch for patch in figure.axes[0].patches if patch.get_gid() == "bar derived")
    assert hollow.get_facecolor()[3] == 0
    assert before.bottom < now.top


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_change_is_spanned_from_one_end_to_the_other(language: str) -> None:
    figure = draw("change", CHANGE[language], WIDE)
    rules = [line for line in figure.axes[0].lines if line.get_gid() == "rule"]
    spans = [sorted(line.get_xdata()) for line in rules if len(set(line.get_ydata())) == 1]
    ends = [marks(figure, "bar derived")[0].right + 1, marks(figure, "bar result")[0].right]
    assert spans[0] == pytest.approx(ends, abs=0.1)


def test_a_logarithmic_axis_says_so_and_each_step_is_as_wide_as_the_last() -> None:
    figure = draw("log_dots", LOG_DOTS["zh"], WIDE)
    assert any("对数刻度" in label for label in labels(figure))
    ticks = [line.get_xdata()[0] for line in figure.axes[0].lines if len(set(line.get_xdata())) == 1]
    steps = [round(after - before, 6) for before, after in pairwise(ticks[:4])]
    assert len(set(steps)) == 1


def test_money_asked_for_is_a_ring_and_no_bar_stands_on_a_logarithmic_axis() -> None:
    figure = draw("log_dots", LOG_DOTS["en"], WIDE)
    assert (len(marks(figure, "dot")), len(marks(figure, "ring")), marks(figure, "bar")) == (1, 1, [])
    ring = next(patch for patch in figure.axes[0].patches if patch.get_gid() == "ring")
    assert to_hex(ring.get_facecolor()) == style.PAPER.sentinel


@pytest.mark.parametrize("width", WIDTHS)
def test_unbroken_years_are_blocks_that_end_together_and_begin_hollow(width: int) -> None:
    figure = draw("timespans", TIMESPANS["zh"], width)
    solid, hollow = marks(figure, "mark"), marks(figure, "hollow")
    assert (len(solid), len(hollow)) == (26 - 1 + 14 - 1, 2)
    assert solid[24].right == pytest.approx(solid[-1].right)
    assert solid[24].right == pytest.approx(width)
    assert hollow[0].left < hollow[1].left


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
    assert (fourteen.right - fourteen.left) / (eighteen.right - eighteen.left) == pytest.approx(14 / 18)
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


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_target_is_a_dashed_outline_and_its_result_is_words_without_a_bar(language: str) -> None:
    figure = draw("target", TARGET[language], WIDE)
    assert dashes(figure) == ["bar target: (0, (5, 3))"]
    result = next(box for box in text_boxes(figure) if box.name == TARGET[language].result_label)
    assert marks(figure, "bar target")[0].bottom < result.top
    assert [box for box in (*marks(figure, "bar"), *marks(figure, "mark")) if box.bottom > result.top] == []


def test_what_cannot_be_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^value is 0: a logarithmic axis has no zero$"):
        LogDot("", Decimal(0), "", status="", secured=True)
    with pytest.raises(ValueError, match=r"^a value is outside the ticks$"):
        replace(LOG_DOTS["en"], ticks=((Decimal(1), "1"), (Decimal(10), "10")))
    with pytest.raises(ValueError, match=r"^'2133' by 1 is not more than 0 and at most 100 squares$"):
        Squares("", Decimal(2133), "2133", of="", step=Decimal(1), key="")
    with pytest.raises(ValueError, match=r"^a share is above 100 per cent$"):
        replace(CHANGE["en"], before=replace(CHANGE["en"].before, value=Decimal(101)))
    with pytest.raises(ValueError, match=r"^last is 2024, before 2030$"):
        replace(TIMESPANS["en"].rows[0], first=2030)
    for spec, missing in ((BARS["en"], "panels"), (SQUARES["en"], "rows"), (TIMESPANS["en"], "rows")):
        with pytest.raises(ValueError, match=rf"^{missing} are missing$"):
            replace(spec, **{missing: ()})
