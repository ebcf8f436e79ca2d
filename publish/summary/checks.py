"""Checks of the annual summary before it is made, each problem with its file and line.

Belongs here: a glyph the fonts lack, a word too long for its cell, a hand-out of more than two pages. Does not belong
here: what is wrong on any page (`report.validate`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from languages import TRANSLATION, Side
from publish.failures import typst_problem
from report.model import Report
from report.problems import Problem
from report.yaml.reader import Steps, Tree

LONGEST_WORD = 26
"""Letters of a word without a break: more do not fit the narrowest cell."""
LONGEST_CELL = 900
"""Characters of a cell: more fill half a page, and a row is hard to follow."""
HAND_OUT = 2
"""Pages of the hand-out."""

_SOLID = re.compile(r"[^\s\u2E80-\uFFFF\-–—/]+")
_IDS = {"id", "kind", "prefix"}


def check_report(report: Report) -> Iterator[Problem]:
    """Texts that would not fit their cells."""
    for placed in report.placed:
        if placed.tree.file.startswith(("data/figures/", "data/glossary.yml", "data/errata.yml", "data/ledger.yml")):
            yield from _cells(placed.tree, placed.path)


def _cells(tree: Tree, path: Steps) -> Iterator[Problem]:
    for steps, text in texts(tree, path):
        if len(text) > LONGEST_CELL:
            yield tree.problem(steps, "summary-cell", length=str(len(text)), limit=str(LONGEST_CELL))
        if steps[-1] in _IDS or "former_ids" in steps or "figures" in steps:
            continue
        for word in _SOLID.findall(re.sub(r"\{[^{}]*\}", " ", text)):
            if len(word) > LONGEST_WORD:
                yield tree.problem(steps, "summary-word", word=word, limit=str(LONGEST_WORD))


def check_document(report: Report, document: Any, language: Side = TRANSLATION) -> Iterator[Problem]:
    """Characters of a document that no font has, each at its first place in the data."""
    from charts.fonts import missing_glyphs  # Imports matplotlib, which reads the fonts.

    shown = "".join(shown_texts(document))
    for character in missing_glyphs("".join(dict.fromkeys(shown)).replace("\n", ""), report.languages[language]):
        glyph = f"{character} (U+{ord(character):04X})"
        found = [
            placed.tree.problem(steps, "summary-glyph", glyph=glyph)
            for placed in report.placed
            for steps, text in texts(placed.tree, placed.path)
            if character in text
        ]
        yield from found[:1] or [Problem("report/words/interface.yml", 0, "", "summary-glyph", {"glyph": glyph})]


def typst_refusal(document: Any, error: Exception) -> Problem:
    """The problem of a document that Typst refuses."""
    name = f"annual-summary-{document['language']}.pdf"
    return typst_problem(error, "publish/summary/summary.typ", name, "summary-refused")


def page_limit_problem(document: Any, pages: int) -> Problem:
    """A hand-out that does not fit its two pages."""
    name = f"annual-summary-{document['language']}-2pages.pdf"
    return Problem("data/home.yml", 0, name, "summary-pages", {"pages": str(pages), "limit": str(HAND_OUT)})


def shown_texts(value: Any) -> Iterator[str]:
    """Every text of a document that is shown, without drawings, whose labels `charts` has checked."""
    if isinstance(value, str) and not value.startswith("<"):
        yield value
    elif isinstance(value, dict):
        for key, each in value.items():
            if key not in {"unhyphenated", "alt", "description", "keywords"}:
                yield from shown_texts(each)
    elif isinstance(value, list):
        for each in value:
            yield from shown_texts(each)


def texts(tree: Tree, path: Steps) -> Iterator[tuple[Steps, str]]:
    """Every text of an entry with its path in the file."""
    yield from _texts(tree.at(path), path)


def _texts(node: Any, path: Steps) -> Iterator[tuple[Steps, str]]:
    if isinstance(node, str):
        yield path, node
    elif isinstance(node, dict):
        for key, value in node.items():
            yield from _texts(value, (*path, key))
    elif isinstance(node, tuple):
        for number, value in enumerate(node):
            yield from _texts(value, (*path, number))
