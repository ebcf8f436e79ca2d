"""Digits of every kind are numerals in prose, Chinese and English, and in articles."""

from __future__ import annotations

import pytest

from report.numerals.en import find_en
from report.numerals.stock_names import printed_numerals
from report.numerals.zh import find_zh

ZH = [
    "２０％",
    "𝟐𝟎家",
    "½",
    "⅔",
    "贰拾家",
    "伍佰元",
    "廿三家",
    "卅年",
    "卌年",
    "Ⅲ家",
    "ⅳ期",
    "Ⅻ项",
    "①",
    "㉑项",
    "㈡",
    "㊂",
    "٢٠家",
]
EN = ["２０％", "𝟐𝟎", "½", "⅔", "Ⅲ", "ⅻ", "①", "㉑", "㈡"]


@pytest.mark.parametrize("numeral", ZH)
def test_chinese_prose_and_articles_find_it(numeral: str) -> None:
    text = f"全市有{numeral}在建。"
    assert numeral in [found.text for found in find_zh(text)]
    assert numeral in [found.text for found in printed_numerals(text)]


@pytest.mark.parametrize("numeral", EN)
def test_english_prose_finds_it(numeral: str) -> None:
    assert numeral in [found.text for found in find_en(f"The city has {numeral} clinics.")]
