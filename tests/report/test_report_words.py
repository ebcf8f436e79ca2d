"""Words that this report does not use, in its data and in the words of the interface as it says them.

Here belongs what an editor decided about wording once and a program can see. What a sentence says is for reviewers.
"""

import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from languages import ORIGINAL, SIDES, TRANSLATION
from report.words import interface
from samples import ROOT, real_pages, real_report

AVOIDED = {
    ORIGINAL: (
        "承诺|再次提出|第[一二]篇文章|原处|台账|基线|未提及|数据截至|口径不详|发表时|刊出"
        "|得到(?:推动|推进|加强|实施)|予以"
    ),
    TRANSLATION: (
        r"commitments?|taken up again|(?:first|second) article|in its place|ledger|baseline|not mentioned|the summary"
        r"|closing section|stakeholders?|deliver\w*|robust|users?|person-times?|corps of|(?<!below the )bottom line"
    ),
}
WRITTEN_BY_COMMANDS = ("articles.yml", "verification.yml")


def texts(value: Any) -> Iterator[tuple[str, str]]:
    """Every text below a `zh:` or an `en:`, with its side."""
    if isinstance(value, dict):
        for key, below in value.items():
            if key in SIDES and isinstance(below, str):
                yield key, below
            else:
                yield from texts(below)
    elif isinstance(value, list):
        for below in value:
            yield from texts(below)


@pytest.mark.parametrize("side", SIDES)
def test_data_and_interface_hold_no_word_that_is_avoided(side: str) -> None:
    files = [path for path in (ROOT / "data").rglob("*.yml") if path.name not in WRITTEN_BY_COMMANDS]
    said = [
        (path.name, text)
        for path in files
        for language, text in texts(yaml.safe_load(path.read_text(encoding="utf-8")))
        if language == side
    ]
    report = real_report()
    shown = [key for key in interface() if not key.startswith(("cli.", "preview."))]
    said += [(key, report.interface_word(key, side)) for key in shown]
    avoided = re.compile(rf"\b(?:{AVOIDED[side]})\b" if side == TRANSLATION else AVOIDED[side], re.IGNORECASE)
    assert [(place, found[0], text[:40]) for place, text in said for found in avoided.finditer(text)] == []


def test_no_note_names_a_source_that_is_none() -> None:
    """A note that says what the article leaves out has `note_source: none`, and no line for a source."""
    notes = [
        *real_report().glossary,
        *real_report().all_results(),
        *(c for p in real_report().plans for c in p.all_commitments()),
    ]
    named = {entry.named_source.zh for entry in notes if entry.named_source}
    assert len(named) > 20
    assert not [source for source in named if "未说明" in source or "自译" in source]


def test_a_caution_stands_once_under_a_chart() -> None:
    """A chart that says itself how not to read it leaves what its figures say of the same to their cards."""
    page = real_pages()[("charts/", ORIGINAL)].markdown
    said = [chart for chart in real_report().charts if chart.differs or chart.caution]
    assert len(said) > 5
    notes = "".join(re.findall(r'<div class="under">.*?</div>', page, re.DOTALL))
    assert len(notes) > 500
    for chart in said:
        for row in (row for panel in chart.panels for row in panel.rows):
            caveat = real_report().figure[row.figure].caveat
            assert caveat is None or caveat.zh.partition("{")[0] not in notes, (chart.id, row.figure)


def test_a_term_that_is_the_same_in_both_languages_stands_once() -> None:
    heading = next(
        line for line in real_pages()[("glossary/", TRANSLATION)].markdown.splitlines() if 'id="five-g"' in line
    )
    assert heading.count("5G") == 1


def test_the_caution_of_the_year_stands_once_on_the_page_of_plan_and_result() -> None:
    caution = next(results.caution.zh for results in real_report().results if results.caution)
    page = re.sub(r"<[^>]+>", "", real_pages()[("ledger/", ORIGINAL)].markdown)
    assert page.count(caution) == 1
