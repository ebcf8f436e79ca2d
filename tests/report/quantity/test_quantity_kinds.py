"""Phrases of each kind that public reports print: value, bound and English, or the reason why none is read."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from tables import for_each

from report.model import Figure, Indicator, Report
from report.model.figure import Noun
from report.quantity import House, QuantityError, Rules, parse, to_plain, write_en, write_zh
from report.quantity.crosscheck import agrees
from report.validate.figures import check_figures
from samples import changed, good_report

KINDS: dict[str, list[dict[str, Any]]] = yaml.safe_load(
    (Path(__file__).parents[2] / "quantity_kinds.yml").read_text(encoding="utf-8")
)
PHRASES = [phrase for phrases in KINDS.values() for phrase in phrases]
READ = [phrase for phrase in PHRASES if "refused" not in phrase]
REFUSED = [phrase for phrase in PHRASES if "refused" in phrase]
HOUSES = (
    House(),
    House(money="name", percent="per cent", more_than="over", small_numbers="words"),
    House(money="code", percent="percent", more_than="over", small_numbers="words"),
)


def name(phrase: dict[str, Any]) -> str:
    return f"{phrase['stated']}-{phrase['measure']}"


def nouns(phrase: dict[str, Any]) -> tuple[tuple[str, str], ...] | None:
    return tuple((one, many) for one, many in phrase.get("noun", ())) or None


def in_a_report(phrase: dict[str, Any]) -> Report:
    """The sample report with the phrase as the phrase of one of its figures."""
    report = good_report()
    note = report.figure["service-rank.2024"].caveat
    noun = nouns(phrase)
    stated = {"stated": phrase["stated"], "quote": phrase["stated"], "measure": phrase["measure"]}
    figure = {**stated, "noun": Noun(en=noun) if noun else None}
    report = changed(report, Figure, lambda f: f.model_copy(update=figure) if f.id == "visits.2024" else f)
    report = changed(report, Indicator, lambda i: i.model_copy(update={"note": note}))
    currency = phrase.get("currency", "CNY") or None
    return replace(report, edition=report.edition.model_copy(update={"currency": currency}))


def test_there_are_phrases_of_every_kind() -> None:
    assert (len(KINDS), len(PHRASES), len(REFUSED)) == (29, 291, 5)


@for_each("phrase", READ, ids=map(name, READ))
def test_a_phrase_reads_as_it_must(phrase: dict[str, Any]) -> None:
    rules = Rules(currency=phrase.get("currency", "CNY"))
    quantity = parse(phrase["stated"], phrase["measure"], rules)
    assert write_zh(quantity) == phrase["stated"]
    read = {
        "values": [to_plain(amount.value) for amount in quantity.amounts],
        "to": next((to_plain(amount.to) for amount in quantity.amounts if amount.to is not None), None),
        "qualifier": quantity.qualifier.value,
        "en": write_en(quantity, nouns(phrase), rules=rules),
    }
    assert read == {"to": None, **{key: phrase[key] for key in ("values", "to", "qualifier", "en") if key in phrase}}


@pytest.mark.parametrize("house", HOUSES, ids=lambda house: house.money)
def test_both_languages_say_the_same_in_every_house(house: House) -> None:
    wrong = []
    for phrase in READ:
        rules = Rules(currency=phrase.get("currency", "CNY"), house=house)
        quantity = parse(phrase["stated"], phrase["measure"], rules)
        for form in ("full", "number"):
            english = write_en(quantity, nouns(phrase), form, rules)  # type: ignore[arg-type]
            if not agrees(quantity, english, form, rules):  # type: ignore[arg-type]
                wrong.append((phrase["stated"], english))
    assert wrong == []


@pytest.mark.parametrize("phrase", REFUSED, ids=name)
def test_a_phrase_that_is_no_quantity_is_refused_with_its_reason(phrase: dict[str, Any]) -> None:
    with pytest.raises(QuantityError) as refusal:
        parse(phrase["stated"], phrase["measure"])
    assert refusal.value.code == phrase["refused"]


@for_each("phrase", PHRASES, ids=map(name, PHRASES))
def test_a_report_takes_what_is_read_and_says_why_it_refuses_the_rest(phrase: dict[str, Any]) -> None:
    codes = [problem.code for problem in check_figures(in_a_report(phrase))]
    told = {"unit-unknown": "unit-unknown"}.get(phrase.get("refused", ""), "phrase-unread")
    assert codes == ([told] if "refused" in phrase else [])


def test_a_share_of_what_has_no_english_asks_for_the_noun() -> None:
    phrase: dict[str, Any] = {"stated": "占鸡蛋孵化量的40.9%", "measure": "share"}
    assert [problem.values["why"] for problem in check_figures(in_a_report(phrase))] == [
        "`鸡蛋孵化量` in `占鸡蛋孵化量的40.9%` says what it is a share of, and no English is known for it"
    ]
    phrase["noun"] = [["egg hatched", "eggs hatched"]]
    assert list(check_figures(in_a_report(phrase))) == []


def test_each_house_writes_its_own_english() -> None:
    phrases = [("超过3.2万亿美元", "money"), ("90575.8亿元", "money"), ("30%左右", "share"), ("3项", "count")]
    written = [
        [write_en(parse(stated, measure), ("item", "items"), rules=Rules(house=house)) for stated, measure in phrases]  # type: ignore[arg-type]
        for house in HOUSES
    ]
    assert written == [
        ["more than US$3.2 trillion", "CNY 9,057.58 billion", "about 30%", "3 items"],
        ["over 3.2 trillion US dollars", "9,057.58 billion yuan", "about 30 per cent", "three items"],
        ["over USD 3.2 trillion", "CNY 9,057.58 billion", "about 30 percent", "three items"],
    ]
