"""What names in front of a number say of it: 中位数, 月收入, 拉动经济 of 拉动经济增长4.3个百分点.

A name is silent in English, since the figure's label says it; but where it makes another number of its number, the
English has it too. Belongs here: those names. Does not belong here: finding names (`label`), known words (`head`).

Example:
    >>> words = (Word("拖累经济", "label"), Word("增长", "up", "up {number}"))
    >>> [word.english for word in said_by_names(words)]
    ['', 'taking {number} off economic growth']
"""

from __future__ import annotations

import re
from dataclasses import replace

from report.quantity.characters import normal
from report.quantity.values import QuantityError, Word
from report.quantity.words import grammar

_PARTS_OF_NAMES = (
    "{number} on average", "{number} a year on average", "{number} newly built", "an additional {number}",
)  # fmt: skip

# 追缴欠缴税款 is paid.
_SETTLED = re.compile("(?:追缴|清理|清偿|偿还|化解|催缴|补缴|追回|解决|支付|兑付|弥补|填补|消化)$")


def said_by_names(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words in front of a number, with the English that names among them give."""
    changed = next((at for at, word in enumerate(words) if word.kind in ("up", "down")), -1)
    if changed < 0:
        return tuple(
            replace(word, english=_of(word, words[at + 1 : at + 2]))
            if word.kind == "label" and not (at and _SETTLED.search(normal(words[at - 1].text).text))
            else word
            for at, word in enumerate(words)
        )
    silent = (
        replace(word, english="") if _is_part_of_name(words, at, changed) else word for at, word in enumerate(words)
    )
    name = "".join(normal(word.text).text for word in words[:changed])
    return tuple(_contributing(name, word) if at == changed else word for at, word in enumerate(silent))


def _is_part_of_name(words: tuple[Word, ...], at: int, changed: int) -> bool:
    """Whether a word belongs to the name of what changed: 平均工资增长5%, 新建住房下降5%."""
    return at + 1 < changed and words[at].english in _PARTS_OF_NAMES and words[at + 1].kind == "label"


def _of(word: Word, behind: tuple[Word, ...]) -> str:
    """What a name says of a level, a median, an amount a month; 收入 of 月收入 may be read as a word behind it."""
    silent = "".join(after.text for after in behind if after.kind == "lead" and not after.english)
    names, around = [normal(text).text for text in (word.text, word.text + silent)], "{number}"
    for english, pattern in grammar().named.items():
        if any(re.search(pattern, name) for name in names):
            around = english.replace("{number}", around)
    return "" if around == "{number}" else around


def _contributing(name: str, word: Word) -> Word:
    """A verb of change behind a name, as a contribution where the name makes one of it.

    Raises:
        QuantityError: It may be a contribution or a drag.
    """
    found = next((entry for entry in grammar().contributions if entry.zh.search(name)), None)
    if found is None:
        return word
    verb = normal(word.text).text.removesuffix("了")
    what = next(english for end, english in grammar().grows.items() if (name + verb).endswith(end))
    english = (found.down if word.kind == "down" else found.up).replace("{what}", what)
    if not english:
        raise QuantityError("leading-text", text=name, rest=word.text)
    return Word(word.text, "down" if found.drag else word.kind, english)


def is_contribution(word: Word) -> bool:
    """Whether a word in front says what something contributed, in points, to the change of another."""
    return any(entry.up and word.english.startswith(entry.up.partition("{")[0]) for entry in grammar().contributions)
