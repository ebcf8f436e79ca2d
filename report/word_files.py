"""Reading the word files of `words/`.

Does not belong here: what each holds, which the module that asks for it knows.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

_FOLDER = Path(__file__).with_name("words")


@cache
def read_words(name: str, folders: tuple[str, ...] = ()) -> Any:
    """A file of `words/` as plain data, which no caller may change.

    Args:
        name: Name of the file.
        folders: Folders with words for forms of languages: those of the same file there replace it, as deep as they
            go, the last prevailing. A folder need not have the file.
    """
    words = _read(name)
    for folder in folders:
        if (_FOLDER / folder / name).is_file():
            words = replaced(words, _read(f"{folder}/{name}"))
    return words


def replaced(words: Any, others: Any) -> Any:
    """Words with others in their place where others has the same key."""
    if not isinstance(words, Mapping) or not isinstance(others, Mapping):
        return others
    return {key: replaced(value, others[key]) if key in others else value for key, value in words.items()}


def _read(name: str) -> Any:
    with (_FOLDER / name).open(encoding="utf-8") as stream:
        return yaml.load(stream, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
