"""Chinese phrases and English ones: what says the same, and what does not."""

from pathlib import Path
from typing import cast

import pytest
import yaml

from report.figures import write_figure
from report.quantity import Form, Measure, parse
from report.quantity.crosscheck import agrees
from samples import real_report

CORPUS = yaml.safe_load((Path(__file__).parents[2] / "parity.yml").read_text(encoding="utf-8"))


def test_the_corpus_has_as_many_of_each() -> None:
    assert {kind: len({tuple(pair) for pair in pairs}) for kind, pairs in CORPUS.items()} == {"agree": 45, "differ": 45}


@pytest.mark.parametrize(("zh", "measure", "en"), CORPUS["agree"])
def test_what_says_the_same_agrees(zh: str, measure: str, en: str) -> None:
    assert agrees(parse(zh, cast(Measure, measure)), en)


@pytest.mark.parametrize(("zh", "measure", "en"), CORPUS["differ"])
def test_what_says_something_else_does_not(zh: str, measure: str, en: str) -> None:
    assert not agrees(parse(zh, cast(Measure, measure)), en)


@pytest.mark.parametrize("form", ["full", "number"])
def test_every_figure_of_the_report_says_the_same_in_both_languages(form: str) -> None:
    report = real_report()
    wrong = [
        figure.id
        for figure in report.figures
        if not agrees(report.quantity[figure.id], write_figure(report, figure.id, "en", form), cast(Form, form))
    ]
    assert wrong == []


def test_words_in_a_nouns_brackets_are_no_number() -> None:
    quantity = parse("3.40人", "count")
    assert agrees(quantity, "3.40 licensed (assistant) physicians")
    assert not agrees(quantity, "3.40 licensed (2 assistant) physicians")
    assert agrees(parse("32万亩", "count"), "320,000 mu (about 21,300 hectares) of (leased) land")
