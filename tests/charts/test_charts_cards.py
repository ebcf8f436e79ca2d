"""Numbers that must not be compared, and diagrams without a scale: cards and fans."""

from dataclasses import replace
from pathlib import Path

import pytest
from chart_boxes import assert_labels_stand_free, labels, marks, text_boxes
from chart_figures import chart, figure, problems
from chart_samples.cards import SAMPLE as CARDS
from chart_samples.fan import SAMPLE as FAN

from charts import NARROW, WIDE, draw
from charts.kinds.cards import Card, CardsSpec
from charts.kinds.fan import Fan, FanSpec
from languages import pair

ZH, EN = pair({}).values()
WIDTHS = (WIDE, NARROW)


def test_cards_stand_side_by_side_or_one_below_the_other() -> None:
    first, second = marks(draw("cards", CARDS["zh"], WIDE), "card")
    assert (first.top, first.right < second.left) == (second.top, True)
    first, second = marks(draw("cards", CARDS["zh"], NARROW), "card")
    assert (first.left, first.bottom < second.top) == (second.left, True)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_nothing_but_a_dotted_rule_with_the_reason_joins_them(language: str, width: int) -> None:
    drawn = draw("cards", CARDS[language], width)
    assert [line.get_gid() for line in drawn.axes[0].lines] == ["dotted"]
    assert labels(drawn).count(CARDS[language].caution) == 1
    one, other = marks(drawn, "card")
    (rule,) = marks(drawn, "dotted")
    assert one.right < rule.left < other.left if width == WIDE else one.bottom < rule.top < other.top
    assert marks(drawn, "bar") == []


def test_numbers_of_all_cards_have_one_size() -> None:
    drawn = draw("cards", CARDS["en"], WIDE)
    sizes = {text.get_fontsize() for text in drawn.axes[0].texts if text.get_gid() == "label display"}
    assert len(sizes) == 1


def test_three_cards_of_long_words_fit() -> None:
    cards = tuple(
        Card(f"{year}年", "范围未说明", ((f"{year}件", "第一类"), ("more than 1 thousand million", "第二类")))
        for year in (2024, 2025, 2026)
    )
    for width in WIDTHS:
        assert_labels_stand_free(draw("cards", CardsSpec(ZH, cards, "口径不同"), width))


def test_each_of_a_few_has_a_strand_and_the_words_stand_beside() -> None:
    drawn = draw("fan", FAN["zh"], WIDE)
    assert len(marks(drawn, "curve")) == 10 + 14
    right = {box.name: box.left for box in text_boxes(drawn)}
    dots = [box for box in marks(drawn, "dot") if box.right - box.left > 10]
    assert dots[0].right < right["4.9万余名"] < dots[1].left


def test_specs_that_show_nothing_are_refused() -> None:
    with pytest.raises(ValueError, match=r"^there is one card, which nothing is kept apart from$"):
        replace(CARDS["zh"], cards=CARDS["zh"].cards[:1])
    with pytest.raises(ValueError, match=r"^a card holds no number$"):
        Card("", "", ())
    with pytest.raises(ValueError, match=r"^fans are missing$"):
        FanSpec(EN, ())
    with pytest.raises(ValueError, match=r"^strands are 17, not from 1 to 16$"):
        Fan(("17", ""), ("1", ""), 17)


MADE = [
    figure("a.2024", "14家", "count"),
    figure("b.2024", "2133人", "count"),
    figure("none.2024", "0人", "count"),
    figure("range.2024", "10至15个", "count"),
    figure("grade.2024", "A+", "grade"),
]
REFUSED = {
    ("fan", ("a",)): "a fan has two rows, those who act and those whom they reach; this has 1",
    ("fan", ("none", "b")): "none.2024 (0人) is no number of people or things from one up",
    ("fan", ("range", "b")): "range.2024 (10至15个) is no number of people or things from one up",
    ("fan", ("grade", "b")): "grade.2024 is a grade",
    ("fan", ("a", "b")): "",
    ("cards", ("a",)): "there is one card: each panel needs a row for every card",
    ("cards", ("a", "b")): "",
}


def test_what_they_cannot_show_is_refused(tmp_path: Path) -> None:
    charts = []
    for kind, ids in REFUSED:
        more = {"caution": {"zh": "口径不同", "en": "Not like for like"}} if kind == "cards" else {}
        charts.append({**chart("-".join((kind, *ids)), kind, [{"figure": f"{id}.2024"} for id in ids]), **more})
    said = problems(tmp_path, MADE, charts)
    for (kind, ids), why in REFUSED.items():
        begin = f"a chart of kind {kind} cannot be drawn from these figures: "
        assert said["-".join((kind, *ids))] == ([begin + why] if why else [])
