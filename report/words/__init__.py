"""The product's own words: interface, messages, descriptions of keys, citations.

Belongs here: reading the word files beside this module, and joining the words that each kind of chart has in
its own file. The report's words are in `data/`; `data/strings.yml` may override an interface word.

Example:
    >>> interface()["nav.skip"]["en"]
    'Skip to content'
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, reduce
from typing import Any

from charts.kinds import KINDS
from languages import ORIGINAL, TRANSLATION
from report.word_files import read_words, replaced
from report.words.forms import message_folders


def messages() -> Mapping[str, Mapping[str, str]]:
    """The texts of problems by code: message, expected, got, hint_en, hint_zh."""
    return _read("messages.yml", message_folders())


@cache
def interface(folders: tuple[str, ...] = ()) -> Mapping[str, Mapping[str, str]]:
    """Interface words by key, then by side; in the forms of languages whose folders are given, the last prevailing."""
    words: dict[str, Any] = dict(_read("interface.yml"))
    for kind in KINDS.values():
        words |= {key: {ORIGINAL: zh, TRANSLATION: en} for key, (zh, en) in kind.words.items()}
    forms = [_read(f"{folder}/interface.yml") for folder in folders]
    return reduce(replaced, forms, words)


def product_word(key: str, language: str) -> str:
    """An interface word as the product has it."""
    return interface()[key][language]


def marks() -> Mapping[str, Mapping[str, str]]:
    """Marks of each language, for the messages about them."""
    return _read("marks.yml")


@cache
def placeholders() -> frozenset[str]:
    """What stands for a text that is still to be written, in lower case."""
    return frozenset(_read("placeholders.yml")["words"])


@cache
def beginnings(spelling: str) -> Mapping[str, str]:
    """Spellings by the beginning of a word: `british` ones by the American, `american` ones by the British.

    A word that stands for itself is right as it is.
    """
    words = _read("spelling.yml")
    british: Mapping[str, str] = words["begins"]
    if spelling == "british":
        return british
    both = {word: word for word in (*words["american"], *(word for word, other in british.items() if word == other))}
    return {other: word for word, other in british.items() if " " not in other} | both


def citation(folders: tuple[str, ...] = ()) -> Mapping[str, Mapping[str, str]]:
    """Patterns of citations by style, then by part; in the forms of languages whose folders are given."""
    return _read("citation.yml", folders)


def publisher() -> Mapping[str, Mapping[str, str]]:
    """What texts say of the report's publisher, as regular expressions by key, then by language."""
    return _read("publisher.yml")


@cache
def drafting() -> Mapping[str, str]:
    """Words by which a draft proposes label, period and status, as regular expressions by key."""
    return {key: f"{words}" for key, words in _read("drafting.yml").items()}


def bases() -> Mapping[str, Any]:
    """Words that say what a number is, as regular expressions by group, then by side."""
    return _read("bases.yml")


def tables(folders: tuple[str, ...] = ()) -> Mapping[str, Any]:
    """The columns of tables by language; the signs of size."""
    return _read("tables.yml", folders)


def vocabulary(folders: tuple[str, ...] = ()) -> Mapping[str, Mapping[str, Any]]:
    """What a report may call the parts of its plans, by key of `words:` in `report.yml`, then by choice."""
    return _read("vocabulary.yml", folders)


def open_data(folders: tuple[str, ...] = ()) -> Mapping[str, Mapping[str, str]]:
    """What the files of the open data are and what their columns hold, by key, then by language."""
    return _read("open_data.yml", folders)


def keys(folders: tuple[str, ...] = ()) -> Mapping[str, Mapping[str, str]]:
    """Each key of the data in Chinese, by class, then by key; `_` describes the class."""
    return _read("keys.yml", folders)


def _read(name: str, folders: tuple[str, ...] = ()) -> Mapping[str, Mapping[str, str]]:
    words: dict[str, Any] = read_words(name, folders)
    return words
