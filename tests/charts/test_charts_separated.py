"""Values that must not be compared: blocks apart, a dotted rule with the reason, no line that joins."""

from dataclasses import replace
from decimal import Decimal

import pytest
from chart_boxes import assert_labels_stand_free, labels, marks, text_boxes
from chart_samples.separated import SAMPLE as SEPARATED

from charts import NARROW, WIDE, Panel, Value, draw
from charts.kinds.separated import SeparatedSpec
from languages import pair

ZH, EN = pair({}).values()

LANGUAGES = ("zh", "en")
WIDTHS = (WIDE, NARROW)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_bars_of_a_panel_are_to_scale_from_zero(language: str, width: int) -> None:
    figure = draw("separated", SEPARATED[language], width)
    earlier, later = marks(figure, "bar baseline"), marks(figure, "bar result")
    values = [[float(bar.value) for bar in panel.bars] for panel in SEPARATED[language].panels]
    for before, after, (first, second) in zip(earlier, later, values, strict=True):
        assert before.left == after.left
        assert (before.right - before.left) / (after.right - after.left) == pytest.approx(first / second)


def test_panels_stand_side_by_side_or_one_below_the_other() -> None:
    first, second = marks(draw("separated", SEPARATED["zh"], WIDE), "bar result")
    assert (first.top, first.right < second.left) == (second.top, True)
    first, second = marks(draw("separated", SEPARATED["zh"], NARROW), "bar result")
    assert (first.left, first.bottom < second.top) == (second.left, True)


@pytest.mark.parametrize(("width", "rules"), [(WIDE, 1), (NARROW, 2)])
def test_a_dotted_rule_with_the_caution_parts_the_periods(width: int, rules: int) -> None:
    figure = draw("separated", SEPARATED["zh"], width)
    dotted = marks(figure, "dotted")
    cautions = [box for box in text_boxes(figure) if box.name == SEPARATED["zh"].caution]
    assert (len(dotted), len(cautions)) == (rules, rules)
    first = [box for gid in ("bar baseline", "bar result") for box in marks(figure, gid)[:1]]
    assert first[0].bottom < dotted[0].top < cautions[0].top < cautions[0].bottom < first[1].top


def test_no_line_joins_the_periods() -> None:
    figure = draw("separated", SEPARATED["zh"], WIDE)
    lines = figure.axes[0].lines
    assert [line.get_gid() for line in lines] == ["dotted"]
    assert len(set(lines[0].get_ydata())) == 1


def test_more_than_is_drawn_as_three_strokes_after_the_bar() -> None:
    figure = draw("separated", SEPARATED["zh"], WIDE)
    strokes, bars = marks(figure, "stroke"), marks(figure, "bar baseline")
    assert len(strokes) == 6  # for each of the two bars of 2024
    assert bars[0].right < strokes[0].left < strokes[1].left < strokes[2].left < bars[0].right + 14
    values = {box.name: box for box in text_boxes(figure)}
    assert values["20余万人次"].left > strokes[2].right


def test_values_without_room_beside_their_bars_stand_above_them() -> None:
    figure = draw("separated", SEPARATED["en"], WIDE)
    value = next(box for box in text_boxes(figure) if box.name == "more than 200,000 recognitions")
    assert value.bottom < marks(figure, "bar baseline")[0].top


def test_values_of_very_different_size_fit() -> None:
    bars = (
        Value("2024", Decimal(1), "more than CNY 1 thousand", "baseline", open_ended=True),
        Value("2025", Decimal(10**12), "1"),
    )
    for width in WIDTHS:
        assert_labels_stand_free(
            draw("separated", SeparatedSpec(EN, (Panel("Money", bars),), "Not like for like"), width)
        )


def test_zero_is_a_bar_of_no_length() -> None:
    bars = (Value("2024", Decimal(0), "0"), Value("2025", Decimal(5), "5"))
    figure = draw("separated", SeparatedSpec(EN, (Panel("Cases", bars),), "Not like for like"), WIDE)
    assert marks(figure, "bar")[0].right == 0


def test_three_blocks_and_three_panels_fit() -> None:
    bars = tuple(Value(f"{year}年，范围未说明", Decimal(year), f"{year}件") for year in (2024, 2025, 2026))
    spec = SeparatedSpec(ZH, tuple(Panel(f"第{number}类", bars) for number in range(3)), "口径不同")
    for width in WIDTHS:
        figure = draw("separated", spec, width)
        assert_labels_stand_free(figure)
        assert labels(figure).count("口径不同") == (2 if width == WIDE else 6)


def test_what_cannot_be_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^value is -1, below zero$"):
        Value("", Decimal(-1), "")
    with pytest.raises(ValueError, match=r"^bars are missing, or all are zero$"):
        Panel("", ())
    panel = SEPARATED["zh"].panels[0]
    with pytest.raises(ValueError, match=r"^panels are missing, or hold different numbers of bars$"):
        replace(SEPARATED["zh"], panels=(panel, replace(panel, bars=panel.bars[1:])))
