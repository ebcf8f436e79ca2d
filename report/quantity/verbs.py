"""Verbs of change in front of a number: 提高5%, 大幅提高5%, 提高到5%, 增速加快0.8个百分点.

Belongs here: what a verb makes of the number behind it, with its manner, and sizes of a change that change themselves.
Does not belong here: the words (`words/grammar.yml`), or the order of words in front (`head`).

Example:
    >>> cursor = Cursor(normal("大幅增长12%"))
    >>> read_manner(cursor).english, cursor.rest
    ('up a sharp {number}', '12%')
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from typing import Literal

from report.quantity.characters import normal
from report.quantity.cursor import Cursor
from report.quantity.values import Measure, Word
from report.quantity.words import Verb, grammar, quantity_words

_COUNTED: tuple[Measure, ...] = ("count", "money", "compound")
_NEW = ("{number} newly built", "an additional {number}")


def read_manner(cursor: Cursor) -> Word | None:
    """A verb with the adverb in front of it; nothing where no verb follows."""
    start = cursor.at
    found = cursor.match(_manner())
    if found is None:
        return None
    adverb, adjective = grammar().manners[found["manner"]]
    word = changed(cursor, start, grammar().verbs[found["verb"]])
    directions = quantity_words().directions
    plain = word.english in (directions["up"], directions["down"])
    english = word.english.replace("{number}", f"{adjective} {{number}}") if plain else f"{adverb} {word.english}"
    return replace(word, english=english)


def changed(cursor: Cursor, start: int, verb: Verb) -> Word:
    """A verb of change, with 到 a level, else with what may stand between it and the size of the change."""
    ends = [end for end in grammar().level_ends if verb.to and cursor.rest.startswith(end)]
    if ends and not cursor.rest.startswith(("至少", "至多")):
        cursor.at += len(ends[0])
        return Word(cursor.printed(start), "level", verb.to)
    for ending in sorted(grammar().changed_by, key=len, reverse=True):
        if cursor.take(ending):
            break
    if verb.amount and not _is_share(cursor.rest):
        return Word(cursor.printed(start), "lead", verb.amount)
    english = verb.by or quantity_words().directions[verb.direction]
    return Word(cursor.printed(start), "up" if verb.direction == "up" else "down", english)


def _is_share(rest: str) -> bool:
    return bool(re.search(r"%|百分|成|分之|/|半|倍", rest))


def with_paces(words: Iterable[Word], measure: Measure) -> tuple[Word, ...]:
    """The words in front, with the size of a change as a name where it changes itself: 增速加快0.8个百分点."""
    words = list(words)
    for at, word in enumerate(words[:-1]):
        if measure == "rank" and normal(word.text).text in grammar().paces:  # 增速居全省第二
            words[at] = replace(word, kind="label", english="")
        if measure not in _COUNTED and word.english in _NEW and words[at + 1].kind == "label":
            words[at] = replace(word, english="")  # 新增劳动力平均受教育年限
    if any(word.kind in ("up", "down") for word in words):  # 占GDP的比重提高1.2个百分点 is a change of the share.
        words = [replace(word, kind="label", english="") if word.kind == "base" else word for word in words]
    for at, word in enumerate(words):
        name = normal(word.text).text
        pace = grammar().paces.get(name) or grammar().paces.get(name.removesuffix("率").removesuffix("为"))
        if pace is None or word.kind not in ("up", "down"):
            continue
        behind = next((i for i in range(at + 1, len(words)) if words[i].kind in ("up", "down", "level")), None)
        if behind is None:
            continue
        words[at] = replace(word, kind="label", english="")
        moved = words[behind]
        to = level_direction(moved) if moved.kind == "level" else ""
        if to and "{number} " not in moved.english:  # 降幅收窄至2.3%
            words[behind] = replace(moved, english=pace[to].replace(" by {number}", " to {number}"))
        if (moved.kind == "up" or moved.kind == "down") and "{number} " not in moved.english:
            words[behind] = replace(moved, english=pace[moved.kind])
    return tuple(words)


def level_direction(word: Word) -> Literal["up", "down", ""]:
    """`up` or `down` of a level by its verb, 提高到; nothing of 保持在."""
    text = normal(word.text).text
    if found := _manner().match(text):
        text = text[found.start("verb") :]
    verbs = [
        verb
        for name, verb in grammar().verbs.items()
        if text.startswith(name) and text[len(name) :] in grammar().level_ends
    ]
    if not verbs:
        return ""
    return "up" if verbs[0].direction == "up" else "down"


@cache
def _manner() -> re.Pattern[str]:
    manners, verbs = (
        "|".join(sorted(map(re.escape, words), key=len, reverse=True)) for words in (grammar().manners, grammar().verbs)
    )
    return re.compile(f"(?P<manner>{manners})(?P<verb>{verbs})")
