"""Parts and their whole: what rounding and qualifiers leave possible, and what they do not."""

from decimal import Decimal

import pytest

from report.quantity import Measure, parse
from report.quantity.sums import compare, rounding


@pytest.mark.parametrize(
    ("measure", "parts", "whole", "found"),
    [
        ("count", ["3个", "5个"], "8个", "equal"),
        ("count", ["3个", "6个"], "8个", "above"),
        ("count", ["3个", "4个"], "8个", "below"),
        ("count", ["1.2万个", "2.3万个"], "3.6万个", "equal"),  # 12,499 and 23,499 make 35,998.
        ("count", ["1.2万个", "2.3万个"], "3.8万个", "below"),
        ("count", ["1.2万个", "2.3万个"], "3.3万个", "above"),
        ("count", ["12345个"], "1.2万个", "equal"),
        ("count", ["12645个"], "1.2万个", "above"),
        ("share", ["33.3%", "33.3%", "33.3%"], "100%", "equal"),
        ("share", ["40%", "62%"], "100%", "above"),
        ("count", ["至少3个", "5个"], "20个", "equal"),
        ("count", ["至少3个", "5个"], "7个", "above"),
        ("count", ["不超过3个", "5个"], "6个", "equal"),
        ("count", ["约100个", "100个"], "195个", "equal"),
        ("count", ["约100个", "100个"], "185个", "above"),
        ("count", ["近100个", "100个"], "200个", "equal"),
        ("count", ["近100个", "100个"], "201个", "below"),
        ("count", ["5个"], "4个以上", "equal"),
        ("money", ["1.5亿元", "2.5亿元"], "4亿元", "equal"),
        ("money", ["1.5亿元", "2500万元"], "4亿元", "below"),
    ],
)
def test_parts_stand_to_their_whole(measure: Measure, parts: list[str], whole: str, found: str) -> None:
    assert compare([parse(part, measure) for part in parts], parse(whole, measure)) == found


@pytest.mark.parametrize(
    ("stated", "measure", "half"),
    [
        ("1070785个", "count", "0"),
        ("2,000个", "count", "0"),
        ("1.20万个", "count", "50"),
        ("20万个", "count", "5000"),
        ("53%", "share", "0.5"),
        ("53.43%", "share", "0.005"),
        ("三十个", "count", "0"),
        ("0.5吨", "count", "0.05"),
    ],
)
def test_half_of_the_last_digit_printed_is_open(stated: str, measure: Measure, half: str) -> None:
    assert rounding(parse(stated, measure).amounts[0]) == Decimal(half)
