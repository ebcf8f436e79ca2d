"""Sentences in which something stands beside a phrase and changes it, and others in which it changes nothing.

A grammar of its own: it is written from how public reports print numbers, not from the table that it tests.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml


@dataclass(frozen=True)
class Case:
    """A phrase in a sentence: `text[start:end]` is `stated`."""

    text: str
    stated: str
    start: int


WORDS = yaml.safe_load((Path(__file__).parent / "neighbours.yml").read_text(encoding="utf-8"))
FIRST = ["全市", "去年，合格率", "全县共建成书屋", "截至目前，占比", "据统计，"]
LAST = ["，群众满意。", "。", "；其余正在建设。", "，居民认可。"]


def cut_phrases(count: int, seed: int) -> Iterator[Case]:
    """Phrases that leave out a neighbour."""
    chance = random.Random(seed)
    kinds = [(side, kind) for side in ("before", "after") for kind in WORDS[side]] + [("from", "")]
    for number in range(count):
        side, kind = kinds[number % len(kinds)]
        first, last = chance.choice(FIRST), chance.choice(LAST)
        if side == "from":
            change = chance.choice(WORDS["from"])
            stated = chance.choice(change["phrases"].split())
            ahead, behind = change["pattern"].format(stated="|", other=change["other"]).split("|")
        else:
            stated = chance.choice(WORDS[side][kind]["phrases"].split())
            word = chance.choice(WORDS[side][kind]["words"].split())
            ahead, behind = (word, "") if side == "before" else ("", word)
            if (side, kind) == ("after", "range") and not _one_unit(stated, word):
                behind = f"至9{stated}"
        text = first + ahead + stated + behind + last
        yield Case(text, stated, len(first + ahead))


def _one_unit(stated: str, word: str) -> bool:
    return stated[-1] == word[-1] or stated[-1].isdigit()


def whole_phrases() -> Iterator[Case]:
    """Phrases beside which nothing stands that belongs to them."""
    nothing = WORDS["nothing"]
    for stated in nothing["phrases"].split():
        for word in nothing["before"].split():
            yield Case(f"全市{word}{stated}，群众满意。", stated, 2 + len(word))
        for word in nothing["after"].split():
            yield Case(f"全市建成{stated}{word}甲乙丙。", stated, 4)
        if stated[-1] in "家个人次名" and stated[0] != "第":
            yield Case(f"全市改造提升{stated}，群众满意。", stated, 6)
