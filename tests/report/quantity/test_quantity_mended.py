"""Phrases that were once read wrongly without a word, and the others of their kinds."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from tables import for_each

from report.quantity import QuantityError, Rules, parse, to_plain, write_en, write_zh
from report.quantity.crosscheck import agrees

PHRASES: dict[str, list[dict[str, Any]]] = yaml.safe_load(
    (Path(__file__).parents[2] / "quantity_silent.yml").read_text(encoding="utf-8")
)


@for_each("phrase", PHRASES["read"])
def test_each_reads_as_it_states(phrase: dict[str, Any]) -> None:
    rules = Rules(currency=phrase.get("currency", "CNY"))
    quantity = parse(phrase["stated"], phrase["measure"], rules)
    english = write_en(quantity, tuple(map(tuple, phrase.get("noun", ()))), rules=rules)
    values = [to_plain(amount.value) for amount in quantity.amounts]
    assert (values, quantity.qualifier, english) == (phrase["values"], phrase["qualifier"], phrase["en"])
    assert write_zh(quantity) == phrase["stated"]
    assert agrees(quantity, english, rules=rules)


@for_each("phrase", PHRASES["refused"])
def test_each_is_refused_with_its_reason(phrase: dict[str, Any]) -> None:
    with pytest.raises(QuantityError) as caught:
        parse(phrase["stated"], phrase["measure"], Rules(currency="CNY"))
    assert caught.value.code == phrase["refused"]
