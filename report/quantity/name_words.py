"""What names beside numbers are made of, `words/labels.yml`, and what shares are of, `words/wholes.yml`.

Belongs here: the shape of these files. Does not belong here: the words around numbers (`words`), or how far a name
reaches (`label`).

Example:
    >>> bases().things["就业人员"]
    'people in work'
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from report.word_files import read_words


@dataclass(frozen=True)
class Labels:
    """What names of what is measured are made of, `words/labels.yml`.

    Attributes:
        never: Characters that belong to a number wherever they do not stand in a word of `whole`.
        seldom: Characters that do so only in front of a number; a name with one must end in one of `ends`.
        breaks: Words that are no part of a name.
        whole: Words that hold such a character and mean no number by it.
        ends: Last characters of names.
        not_ends: Last characters that even a longer run of characters does not have as a name.
        through: Words of the grammar that are part of a name where they stand in one.
        sums: Last words of names of money that may stand behind its amount.
        measures: How units begin that are not known; what begins so is no noun.
    """

    never: frozenset[str]
    seldom: frozenset[str]
    breaks: frozenset[str]
    whole: frozenset[str]
    ends: frozenset[str]
    not_ends: frozenset[str]
    through: frozenset[str]
    sums: tuple[str, ...]
    measures: re.Pattern[str]


@cache
def labels() -> Labels:
    """What names are made of, read once."""
    words = read_words("labels.yml")
    return Labels(
        never=frozenset(words["never"].replace(" ", "")),
        seldom=frozenset(words["seldom"]),
        breaks=frozenset(words["breaks"].split()),
        whole=frozenset(words["whole"].split()),
        ends=frozenset(words["ends"].replace(" ", "")),
        not_ends=frozenset(words["not_ends"]),
        through=frozenset(words["through"].split()),
        sums=tuple(words["sums"].split()),
        measures=re.compile("|".join(words["measures"].split())),
    )


@dataclass(frozen=True)
class Bases:
    """What something is a share, a multiple or a level of, `words/wholes.yml`.

    Attributes:
        whole: English by the whole name.
        places: Pattern by the word in front of a thing.
        totals: Pattern by the word behind a thing.
        things: English by the name, in a form that stands behind "of".
    """

    whole: Mapping[str, str]
    places: Mapping[str, str]
    totals: Mapping[str, str]
    things: Mapping[str, str]


@cache
def bases() -> Bases:
    """The bases, read once."""
    return Bases(**read_words("wholes.yml"))
