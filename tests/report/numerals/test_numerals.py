"""Numerals in running text: first what must not be taken for one, then what must be found, and how."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.numerals import Numeral, find_en, find_zh


def found(numerals: list[Numeral]) -> list[str]:
    """What was found; dates and levels with their kind."""
    return [n.text if n.kind == "number" else f"{n.text} {n.kind}" for n in numerals]


@pytest.mark.parametrize(
    "text",
    [
        "统一标准", "统一项目管理", "进一步明确", "一体化发展", "一系列政策", "一揽子政策", "培养一批骨干", "一大批",
        "一方面，另一方面", "第一时间", "十分重要", "万一", "一般诊疗", "三明经验", "首批试点", "一次性", "一些",
        "唯一个案", "同一家", "逐一", "单一", "一起", "一线", "上一级", "一条龙", "千万不要", "千县工程", "百姓",
        "万家灯火", "千方百计", "四川", "九江", "零的突破", "A级", "A+等次", "两新", "强基、稳二、控三", "六进",
        "两改一规范", "两专科一中心", "市三医院", "三甲医院", "率先", "每年", "半年",
        "第一篇文章", "第十二届大会", "第一人民医院", "第二类疫苗",
        "发展的关键一年", "新的一年", "交出了一份亮眼的成绩单",
    ],
)  # fmt: skip
def test_words_are_no_numerals_in_chinese(text: str) -> None:
    assert found(find_zh(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "one-stop services", "one of the hospitals", "one another", "no one", "everyone and someone", "this one is",
        "the one that leads", "one by one", "One is enough", "the second session", "a second opinion", "third-party",
        "the first in the province to pilot", "first group", "at first", "twofold", "often", "content", "weight",
        "two-way referral", "A+", "tertiary", "May it be", "both", "a single county", "stone alone",
    ],
)  # fmt: skip
def test_words_are_no_numerals_in_english(text: str) -> None:
    assert found(find_en(text)) == []


@pytest.mark.parametrize(
    ("text", "numerals"),
    [
        ("互认20余万人次，节省300余万元", ["20余万人次", "300余万元"]),
        ("惠及4.5万余人次、20万余人", ["4.5万余人次", "20万余人"]),
        ("达53.43%，提升6.29个百分点", ["53.43%", "6.29个百分点"]),
        ("上升至第11名，位列全国第4、全省第2", ["第11名", "第4", "第2"]),
        ("提供6类15项服务", ["6类", "15项"]),
        ("1,047家单位", ["1,047家"]),
        ("降至14.3/10万、6.39‰", ["14.3/10万", "6.39‰"]),
        ("5G急救、市120、H7N9、A4纸", ["5G", "120", "H7N9", "A4"]),
        ("通过3年左右时间，5年行动", ["3年", "5年"]),
        ("2015万元、2159件、2133人", ["2015万元", "2159件", "2133人"]),
        ("城市四区，七大方面", ["四区", "七大方面"]),
        ("“两个允许”、四个下沉、五个统筹、三家", ["两个", "四个", "五个", "三家"]),
        ("一类保障、二类管理", ["一类", "二类"]),
        ("出生一件事，一家人、一本账、一盘棋", ["一件", "一家", "一本", "一盘"]),
        ("居全省第一、第二，第三名", ["第一", "第二", "第三名"]),
        ("“十四五”规划，二十届三中全会，市三三一医院", ["十四五", "二十届", "三三一"]),
        ("十余家、百余名、三十多万人、两千万元", ["十余家", "百余名", "三十多万人", "两千万元"]),
        ("三分之二、百分之九十", ["三分之二", "百分之九十"]),
        ("唯一一家", ["一家"]),
        ("二级以上医院，三级医院", ["二级 level", "三级 level"]),
        ("2024年，2025年底，2024年12月31日", ["2024年 date", "2025年底 date", "2024年12月31日 date"]),
        ("截至2月5日，1—10月，2021—2025年", ["2月5日 date", "1—10月 date", "2021—2025年 date"]),
        ("展望2026，2026-02-05，二〇二四年", ["2026 date", "2026-02-05 date", "二〇二四年 date"]),
        ("6个月", ["6个月"]),
    ],
)
def test_chinese(text: str, numerals: list[str]) -> None:
    assert found(find_zh(text)) == numerals


@pytest.mark.parametrize(
    ("text", "numerals"),
    [
        ("more than 200,000 recognitions", ["200,000"]),
        ("CNY 8.8086 million, CNY 2015, 2015 million", ["8.8086 million", "2015", "2015 million"]),
        ("53.43%, up 6.29 percentage points, down 2.5.", ["53.43%", "6.29", "2.5"]),
        ("ranked 4th, 11th of 433", ["4th", "11th", "433"]),
        ("5G, H7N9, the 120 line", ["5G", "H7N9", "120"]),
        ("two permissions, seven directions, Ninety", ["two", "seven", "Ninety"]),
        ("two hundred and five, twenty-one", ["two hundred and five", "twenty-one"]),
        ("hundreds of clinics, a dozen, tens of thousands", ["hundreds", "a dozen", "tens", "thousands"]),
        ("at least one nursery in one county", ["one", "one"]),
        ("“Two Improvements, One Regulation”", ["Two", "One"]),
        ("the 14th Five-Year Plan", ["14th", "Five"]),
        ("two-thirds, one-third", ["two", "one-third"]),
        ("ranked first and second in the province", ["first", "second"]),
        ("third in Hunan, came fourth, fifth place", ["third", "fourth", "fifth"]),
        ("in 2024, 2024–25, 2023-2025, the 1990s", ["2024 date", "2024–25 date", "2023-2025 date", "1990s date"]),
        ("by 5 February 2026 and March 2025", ["5 February 2026 date", "March 2025 date"]),
        ("February 5, 2026; 2026-02-05", ["February 5, 2026 date", "2026-02-05 date"]),
        ("10 may apply", ["10"]),
    ],
)
def test_english(text: str, numerals: list[str]) -> None:
    assert found(find_en(text)) == numerals


@pytest.mark.parametrize("find", [find_zh, find_en])
@given(text=st.text() | st.text(alphabet="0123456789.,%年月日第一二十百万余个家级 onetwfirsd-"))
def test_any_text_is_searched_in_order_and_no_digit_is_missed(find: Callable[[str], list[Numeral]], text: str) -> None:
    position, rest = 0, ""
    for numeral in find(text):
        assert numeral.start >= position
        assert numeral.text == text[numeral.start : numeral.end] != ""
        rest += text[position : numeral.start]
        position = numeral.end
    rest += text[position:]
    assert not any("0" <= character <= "9" for character in rest)
