"""Reading the word files of `words/`.

Does not belong here: what each holds, which the module that asks for it knows.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

_FOLDER = Path(__file__).with_name("words")


@cache
def read_words(name: str) -> Any:
    """A file of `words/` as plain data, which no caller may change."""
    with (_FOLDER / name).open(encoding="utf-8") as stream:
        return yaml.load(stream, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
