"""Numerals typed in prose: a name owns a numeral only when it holds all of it."""

from __future__ import annotations

import re

from report.typed_numerals import typed_numerals

NAMES = re.compile("120|120急救|两个允许")


def found(text: str) -> list[str]:
    return [numeral.text for numeral in typed_numerals(text, "zh", NAMES)]


def test_a_name_owns_its_own_numeral() -> None:
    assert found("推进120急救和“两个允许”") == []


def test_a_name_does_not_own_a_number_that_begins_like_it() -> None:
    assert found("开展120所学校视力筛查") == ["120所"]
    assert found("两个项目") == ["两个"]


def test_references_and_years_are_no_typed_numerals() -> None:
    assert found("2024年，{consortia.2024}已建成") == []
