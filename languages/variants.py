"""Simplified and Traditional characters: which stand for the same, and which are of one script alone.

Belongs here: single characters, from `variants.txt`. Does not belong here: words, whose usage differs by region
(`report/words/`), and characters of numbers as the reader of quantities knows them (`report.numerals.fold`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path


@cache
def traditional() -> Mapping[str, str]:
    """The Traditional characters that each Simplified one stands for."""
    return {line[0]: line.split()[1] for line in _lines()}


@cache
def alike() -> Sequence[str]:
    """Groups of characters that stand for each other in some word, one of either script or through a third.

    >>> [group for group in alike() if "干" in group]
    ['乾干幹榦']
    """
    groups: dict[str, str] = {}
    regional = (line.split()[1] for line in _text().splitlines() if line.startswith("="))
    for each in [*(simplified + others for simplified, others in traditional().items()), *regional]:
        members = {member for character in each for member in groups.get(character, character)}
        groups.update(dict.fromkeys(members, "".join(sorted(members))))
    return sorted(set(groups.values()))


@cache
def wrong_in(script: str) -> Mapping[str, str]:
    """Characters that no text of a script has, `Hans` or `Hant`, each with those that it has instead."""
    found = {}
    for line in _lines():
        simplified, others, *shared = line.split()
        pairs = [(simplified, others)] if script == "Hant" else [(other, simplified) for other in others]
        found.update({wrong: right for wrong, right in pairs if wrong not in "".join(shared)})
    return found


def _lines() -> Iterator[str]:
    return (line for line in _text().splitlines() if not line.startswith(("#", "=")))


def _text() -> str:
    return Path(__file__).with_name("variants.txt").read_text(encoding="utf-8")


def in_script(text: str, script: str) -> str:
    """A text with the characters of another script replaced, where one alone can stand for them."""
    return text.translate(_single(script))


@cache
def _single(script: str) -> dict[int, str]:
    return {ord(wrong): right for wrong, right in wrong_in(script).items() if len(right) == 1}
