"""Phrases of statistical communiqués, with the name of what is measured in them."""

from __future__ import annotations

from itertools import product
from pathlib import Path
from typing import Any

import pytest
import yaml
from tables import for_each

from report.quantity import Measure, QuantityError, Rules, parse, to_plain, write_en, write_zh
from report.quantity.crosscheck import agrees

PHRASES: dict[str, list[dict[str, Any]]] = yaml.safe_load(
    (Path(__file__).parents[2] / "quantity_communiques.yml").read_text(encoding="utf-8")
)


def test_each_reads_as_it_must_in_both_languages() -> None:
    wrong = []
    for phrase in PHRASES["read"]:
        rules = Rules(currency=phrase.get("currency", "CNY"))
        try:
            quantity = parse(phrase["stated"], phrase["measure"], rules)
        except QuantityError as error:
            wrong.append((phrase["stated"], error.code, dict(error.values)))
            continue
        english = write_en(quantity, rules=rules)
        values = [to_plain(amount.value) for amount in quantity.amounts]
        if (values, quantity.qualifier, english) != (phrase["values"], phrase["qualifier"], phrase["en"]):
            wrong.append((phrase["stated"], values, quantity.qualifier, english))
        assert write_zh(quantity) == phrase["stated"]
        counted_against = " per " in english.replace("per thousand", "")
        assert counted_against == any(amount.per for amount in quantity.amounts), phrase["stated"]
        assert agrees(quantity, english, rules=rules), phrase["stated"]
    assert wrong == []


@pytest.mark.parametrize("phrase", PHRASES["refused"], ids=lambda phrase: str(phrase["stated"]))
def test_more_than_one_quantity_is_refused_with_its_reason(phrase: dict[str, Any]) -> None:
    with pytest.raises(QuantityError) as caught:
        parse(phrase["stated"], phrase["measure"])
    assert caught.value.code == phrase["refused"]


# A verb may be part of the name behind it, and a name may hold one: neither makes a change of the number.
NOT_CHANGES = [
    ("质量提升行动20项", "count"), ("压缩天然气产量5亿立方米", "count"), ("改造提升工程12个", "count"),
    ("提升工程5亿元", "money"), ("第三产业对经济增长的贡献率为58.1%", "change-percent"),
]  # fmt: skip


@pytest.mark.parametrize(("stated", "measure"), NOT_CHANGES)
def test_a_verb_in_a_name_makes_no_change(stated: str, measure: Measure) -> None:
    with pytest.raises(QuantityError):
        parse(stated, measure)


@for_each(("word", "english"), [
    ("力争", "as the target"), ("争取", "as the target"), ("目标为", "as the target"), ("确保", "to be ensured"),
    ("预计", "expected"), ("有望", "expected"), ("将达", "expected"), ("计划", "planned"), ("拟达", "planned"),
])  # fmt: skip
def test_what_is_not_yet_so_is_said_in_english(word: str, english: str) -> None:
    for name in ("", "医院"):
        assert write_en(parse(f"{name}{word}100家", "count")) == f"100 {english}"


def test_a_base_without_english_needs_the_noun() -> None:
    quantity = parse("占鸡蛋孵化量的40.9%", "share")
    assert write_en(quantity, ("egg hatched", "eggs hatched")) == "40.9% of eggs hatched"
    assert write_en(quantity, form="number") == "40.9%"
    with pytest.raises(QuantityError) as caught:
        write_en(quantity)
    assert (caught.value.code, caught.value.values["base"]) == ("base-open", "鸡蛋孵化量")


# What stands in front may be a name or may belong to the number: nothing that may belong to it is stepped over.
NOT_NAMES = (
    "险些", "勉强", "直逼", "濒临", "差点", "几近", "未及", "没有达到", "尚未达到", "无法达到",
    "跌破", "冲破", "不止", "岂止", "最高补贴", "最低", "高于", "倒数", "半数", "两倍于", "每", "从",
    "过去", "约莫", "大致", "大体", "粗略", "估计", "估算", "预估", "何止", "封顶", "保底", "兜底",
    "堪比", "媲美", "远未", "至今未", "早已超", "眼看", "力保", "可达", "不见得",
    "只有不到", "逾越", "接近于", "满", "够", "缺", "负", "零下",
)  # fmt: skip


@for_each(("word", "name"), product(NOT_NAMES, ("", "医院", "基层医疗卫生机构数")))
def test_what_may_belong_to_the_number_is_no_name(word: str, name: str) -> None:
    try:
        quantity = parse(f"{name}{word}100家", "count")
    except QuantityError:
        return
    assert quantity.qualifier != "exact", word
